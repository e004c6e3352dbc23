"""What a reference manager asks of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article.sources import is_address

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.export.document import Document

_PREFIX = re.compile(r"(?:von|by)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|&|/|\bund\b|\band\b)\s*")


@dataclass(frozen=True)
class Reference:
    """An article as it is cited; every text is on one line.

    Attributes:
        title: its title.
        authors: as its source tells them one by one, else those of the byline.
        published: when it was published.
        publisher: who published it, else the agency of its dateline.
        place: the place of its dateline.
        address: where it is in the web.
        file: its path, where it is no address.
        language: ISO 639-1 code.
        keywords: the tags that a person gave it as a whole.
        notes: what a person noted on it as a whole.
    """

    title: str
    authors: tuple[str, ...]
    published: datetime | None
    publisher: str | None
    place: str | None
    address: str | None
    file: str | None
    language: str
    keywords: tuple[str, ...]
    notes: tuple[str, ...]


def reference(document: Document) -> Reference:
    """How a document is cited."""
    article = document.article
    whole = [one for one in document.remarks if not one.anchors]
    source = line(article.source)
    address = source if is_address(source) else article.url and line(article.url)
    publisher = article.publisher or (article.agency.of(article.text) if article.agency else None)
    return Reference(
        line(article.title),
        tuple(line(name) for name in article.authors) or _authors(article.author),
        article.published,
        publisher and line(publisher),
        line(article.place.of(article.text)) if article.place else None,
        address if address and is_address(address) else None,
        None if is_address(source) or source == "-" else source,
        article.language,
        tuple(dict.fromkeys(line(tag) for one in whole for tag in one.tags)),
        tuple(line(one.note) for one in whole if one.note),
    )


def line(text: str) -> str:
    """A text on one line, without control characters."""
    return " ".join("".join(sign if sign.isprintable() or sign.isspace() else "" for sign in text).split())


def inverted(name: str) -> str:
    """A person's name with the surname first ("Beck, Anna"); particles stay with the surname ("von der Leyen, Ursula").

    A single word, and what looks like no name of a person, stays as it is.
    """
    words = name.split()
    if len(words) < 2 or len(words) > 5:
        return name
    at = next((n for n, word in enumerate(words[1:], start=1) if word in PARTICLES), len(words) - 1)
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}"


PARTICLES = frozenset(("von", "van", "de", "der", "den", "zu", "zur", "vom", "di", "da", "del", "du", "le", "la", "al"))


def _authors(author: str | None) -> tuple[str, ...]:
    if not author:
        return ()
    names = _BETWEEN.split(_PREFIX.sub("", line(author), count=1))
    return tuple(name for name in names if name)
