"""The sources of a library: hosts and folders, with what they are called and how much of each there is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.library.model import Kept


@dataclass(frozen=True)
class Source:
    """A source.

    Attributes:
        site: the host or the folder, by which articles are filtered.
        name: its publisher as most of its articles name it, else the host, or the folder's last part.
        count: how many articles of it there are.
    """

    site: str
    name: str
    count: int


def name_of(site: str, publisher: str | None = None) -> str:
    """What a source is called: its publisher, else the host as it is, or the last part of a folder's path."""
    return publisher or site.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or site


def sources(articles: Iterable[Kept]) -> list[Source]:
    """The sources of articles, the one with most articles first. What came from standard input has none."""
    counted: Counter[str] = Counter()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article.site:
            counted[article.site] += 1
            if article.publisher:
                names[article.site][article.publisher] += 1
    found = [
        Source(site, name_of(site, names[site].most_common(1)[0][0] if names[site] else None), count)
        for site, count in counted.items()
    ]
    return sorted(found, key=lambda source: (-source.count, source.name.casefold(), source.site))
