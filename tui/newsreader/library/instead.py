"""What is shown in the place of a source that cannot be had: the article as it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.errors import FetchError, NewsreaderError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article.model import Article
    from newsreader.library.library import Library

FILES = frozenset({"article.missing", "article.no_permission", "article.unreadable"})
"""errors of a file that is not there or cannot be read now"""

GONE = frozenset({"article.http_missing"})
"""errors of an address at which there is nothing any more"""

NOT_FETCHED = frozenset({"article.cancelled", "article.bad_address", "article.other_scheme"})
"""errors after which nothing else is shown: it is not that something cannot be had"""

EARLIER = "library.earlier_version"
"""tells that an article is an earlier version, opened on purpose"""

AS_KEPT = "library.as_kept"
"""tells that an article is shown as it was kept, without asking for its source"""

NOTICES = ("library.instead_of_file", "library.instead_of_page", "library.instead_of_gone", EARLIER, AS_KEPT)
OF_THE_DAY = frozenset({*NOTICES, "article.kept_page"})
"""notices that hold for the moment at which an article was read, not for its text"""


def instead(error: NewsreaderError, source: str, library: Callable[[], Library]) -> Article | None:
    """The kept article of a source that could not be had, with a notice that says so; None if none is kept.

    Args:
        error: why it could not be had.
        source: its path or address.
        library: opens the library.
    """
    if error.key in FILES:
        notice = "library.instead_of_file"
    elif not isinstance(error, FetchError) or error.key in NOT_FETCHED:
        return None
    else:
        notice = "library.instead_of_gone" if error.key in GONE else "library.instead_of_page"
    try:
        opened = library()
        kept = opened.find(source)
        if kept is None:
            return None
        article = opened.article(kept.number)
    except (StoreError, KeyError):
        return None
    return _with(notice, article)


def as_kept(article: Article) -> Article:
    """A kept article with a notice that says that it was not asked for again."""
    return _with(AS_KEPT, article)


def is_instead(article: Article) -> bool:
    """Whether an article was taken out of the library rather than read from its source."""
    return any(notice in NOTICES for notice in article.notices)


def _with(notice: str, article: Article) -> Article:
    return replace(article, notices=(notice, *(one for one in article.notices if one not in OF_THE_DAY)))
