"""Which two versions of an article are compared, and the comparison itself; all of it runs in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.library.changes.comparing import compare
from newsreader.library.changes.telling import when

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.library.library import Library
    from newsreader.library.model import KeptVersion
    from newsreader.phrases import Phrases
    from newsreader.ui.messages import Compared

    Known = Callable[[Article], Analysis | None]


@dataclass(frozen=True, slots=True)
class Side:
    """A version that is compared.

    Attributes:
        article: the article as it was.
        seen: when it was seen: the older one last, the newer one first; None for the one that is there now.
    """

    article: Article
    seen: datetime | None = None

    def told(self, phrases: Phrases) -> str:
        """When it was seen."""
        return phrases("ui.changes.now") if self.seen is None else when(self.seen, phrases)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of an article."""

    old: Side
    new: Side

    def compared(self, known: Known) -> Compared:
        """What is different between them, and what else must be analysed to compare their statements.

        Args:
            known: gives an article's analysis if it is at hand.
        """
        from newsreader.ui.messages import Compared

        before, after = known(self.old.article), known(self.new.article)
        changes = compare(self.old.article, self.new.article, before, after)
        sides = ((self.old.article, before), (self.new.article, after))
        return Compared(changes, lacking=tuple(article for article, analysis in sides if analysis is None))


def of_versions(library: Library, old: KeptVersion, new: KeptVersion) -> Pair:
    """Two kept versions.

    Raises:
        StoreError: if they cannot be read.
    """
    one, other = (library.article(version.article, version.number) for version in (old, new))
    return Pair(Side(one, old.last), Side(other, new.first))


def of_earlier(library: Library, article: int, version: int) -> Pair:
    """An earlier version of a kept article and the present one.

    Raises:
        NewsreaderError: if one is not kept any more, or they cannot be read.
    """
    kept = library.get(article)
    versions = {one.number: one for one in library.versions(article)}
    if kept is None or version not in versions:
        raise NewsreaderError("ui.library.gone")
    return of_versions(library, versions[version], versions[kept.version])


def of_article(library: Library, article: Article) -> Pair:
    """An article that is open and the version of it that came before; of the first version, the one that came after.
    One that is not kept itself is compared with the version that was there last.

    Raises:
        NewsreaderError: if no other version is kept, or it cannot be read.
    """
    kept = library.find(article.source)
    versions = [] if kept is None else library.versions(kept.number)
    at = next((number for number, version in enumerate(versions) if version.is_of(article)), None)
    if kept is None:
        raise NewsreaderError("ui.changes.not_kept")
    if at is None:
        last = next(version for version in versions if version.number == kept.version)
        return Pair(Side(library.article(kept.number, last.number), last.last), Side(article))
    if len(versions) < 2:
        raise NewsreaderError("ui.changes.one_version")
    present = kept.version == versions[at].number
    other = versions[at - 1] if at else versions[1]
    there = library.article(kept.number, other.number)
    if at:
        return Pair(Side(there, other.last), Side(article, None if present else versions[at].first))
    return Pair(Side(article, versions[at].last), Side(there, other.first))
