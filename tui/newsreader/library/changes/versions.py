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
    from newsreader.library.model import KeptVersion


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
    """The version of an article that was there last if its text was another one; None if nothing has changed.

    Args:
        library: where versions are kept.
        article: the article as it is now, which is not kept yet.

    Raises:
        StoreError: if it cannot be read.
    """
    kept = None if article.source == STANDARD_INPUT else library.find(article.source)
    return None if kept is None or kept.id == article.id else last_kept(library, article)


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
