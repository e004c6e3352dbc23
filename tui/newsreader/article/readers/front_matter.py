"""Front matter: the lines of `key: value` above a Markdown text. Odd ones are passed over, none is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.article.newsroom import moments
from newsreader.article.newsroom.assembly import Told

if TYPE_CHECKING:
    from datetime import datetime

_ENTRY = re.compile(r"([A-Za-zÄÖÜäöüß][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
_NAME = re.compile(r"[ \t]+(?:-[ \t]+)?name[ \t]*:[ \t]+(.*)$|[ \t]*-[ \t]+name[ \t]*:[ \t]+(.*)$", re.IGNORECASE)
_MORE = re.compile(r"[ \t]+(\S.*)$")
_TITLE = ("title", "titel", "headline")
_PUBLISHED = ("published", "date", "datum", "pubdate", "publishdate", "veröffentlicht", "created", "erstellt")
_UPDATED = ("updated", "modified", "lastmod", "stand", "aktualisiert")
_AUTHOR = ("author", "authors", "autor", "autorin", "autoren", "byline", "von")
_LANGUAGE = ("lang", "language", "sprache", "locale")
_LONGEST = 10_000
"""lines of front matter that are looked at"""


@dataclass
class _Entries:
    """Values by key in lower case; a key's values are its own and those of the list below it."""

    values: dict[str, list[str]] = field(default_factory=dict)
    key: str | None = None

    def add(self, line: str) -> None:
        """Takes a line: an entry, an item or a continuation of the last one, or nothing of use."""
        if entry := _ENTRY.match(line):
            self.key = entry[1].lower().replace(" ", "").replace("_", "").replace("-", "")
            value = _bare(entry[2] or "")
            # A first entry stands, as in most readers; ">" and "|" announce that the value comes below.
            if self.key in self.values:
                self.key = None
            else:
                self.values[self.key] = _listed(value) if value not in ("", ">", "|", ">-", "|-") else []
        elif self.key is not None and (name := _NAME.match(line)):
            self.values[self.key].append(_bare(name[1] or name[2]))
        elif self.key is not None and (item := _ITEM.match(line)):
            self.values[self.key].append(_bare(item[1]))
        elif self.key is not None and (more := _MORE.match(line)) and not _ENTRY.match(more[1]):
            values = self.values[self.key]
            values[:] = [" ".join([*values, _bare(more[1])])]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter tells.

    Attributes:
        title: the article's title, None if it gives none.
        told: date, author and language.
    """

    title: str | None
    told: Told


def read_front_matter(content: str) -> FrontMatter:
    """Reads front matter.

    Args:
        content: what stands between the two lines of dashes.
    """
    entries = _Entries()
    for line in content.split("\n")[:_LONGEST]:
        entries.add(line.rstrip())
    values = entries.values
    published = _moment(values, _PUBLISHED) or _moment(values, _UPDATED)
    authors = ", ".join(_first(values, _AUTHOR)) or None
    return FrontMatter(" ".join(_first(values, _TITLE)) or None, Told(published, authors, _language(values)))


def _first(values: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    """What the first key that has a value holds, on one line each."""
    for key in keys:
        if found := [one for value in values.get(key, ()) if (one := " ".join(value.split()))]:
            return found
    return []


def _moment(values: dict[str, list[str]], keys: tuple[str, ...]) -> datetime | None:
    for key in keys:
        for value in values.get(key, ()):
            if moment := moments.moment_at(value, 0):
                return moment.when
    return None


def _language(values: dict[str, list[str]]) -> str | None:
    for value in _first(values, _LANGUAGE):
        if match := re.match(r"([A-Za-z]{2})(?:[-_]\w{2,8})*$", value):
            return match[1].lower()
    return None


def _listed(value: str) -> list[str]:
    """The values of "[one, two]", else the value alone."""
    if value.startswith("[") and value.endswith("]"):
        return [_bare(one) for one in value[1:-1].split(",")]
    return [value]


def _bare(value: str) -> str:
    """A value without quotation marks or a comment behind it."""
    value = value.strip()
    if value[:1] in ("'", '"') and (end := value.find(value[0], 1)) > 0:
        return value[1:end]
    return value.split(" #", 1)[0].rstrip() if not value.startswith("#") else ""
