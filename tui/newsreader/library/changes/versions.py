"""The kept versions of an article: the one before the present one, and what came with each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article.sources import STANDARD_INPUT
from newsreader.library.changes.comparing import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article.model import Article
    from newsreader.library.changes.model import Changes
    from newsreader.library.library import Library
    from newsreader.library.model import Kept, KeptVersion


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version of an article that is kept.

    Attributes:
        version: when it was seen, and under which numbers it is kept.
        article: the article as it was.
    """

    version: KeptVersion
    article: Article


def last_kept(library: Library, article: Article) -> Earlier | None:
    """The version of an article that was there last, before the article as it is now is kept; None if there is none.

    Raises:
        StoreError: if it cannot be read.
    """
    kept = None if article.source == STANDARD_INPUT else library.find(article.source)
    if kept is None:
        return None
    version = next(one for one in library.versions(kept.number) if one.number == kept.version)
    return Earlier(version, library.article(kept.number, kept.version))


def changed_since(library: Library, article: Article) -> Earlier | None:
    """The version of an article that was read last if it was another one; None if nothing has changed.

    A version that was only fetched meanwhile, such as by a feed, is not what the user knows. Of an article that was
    never read, it is the version that is kept.

    Args:
        library: where versions are kept.
        article: the article as it is now, before it is noted that it is being read.

    Raises:
        StoreError: if it cannot be read.
    """
    kept = None if article.source == STANDARD_INPUT else library.find(article.source)
    if kept is None:
        return None
    versions = library.versions(kept.number)
    last = next((one for one in versions if one.number == kept.seen), None) or _last_opened(kept, versions)
    return None if last.is_of(article) else Earlier(last, library.article(kept.number, last.number))


def _last_opened(kept: Kept, versions: Sequence[KeptVersion]) -> KeptVersion:
    """The version that was there when the article was opened last, where nobody has noted which one was read."""
    opened, present = kept.opened, next(one for one in versions if one.number == kept.version)
    # The text that was seen when it was opened may be one that came back; else it is the newest one there was then.
    there = [one for one in versions if opened is not None and one.first <= opened]
    return next((one for one in there if one.last == opened), there[-1] if there else present)


def histories(library: Library, versions: Sequence[KeptVersion]) -> Iterator[Changes | None]:
    """What came with each of an article's versions, in their order; None for the first. Statements are not compared.

    Raises:
        StoreError: if a version cannot be read.
    """
    before: Article | None = None
    for version in versions:
        article = library.article(version.article, version.number)
        yield None if before is None else compare(before, article)
        before = article
