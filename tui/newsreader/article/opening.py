"""Opens whatever a source leads to: an article, or a feed of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from newsreader.article import sources
from newsreader.article.model import Article
from newsreader.article.readers import reader_for
from newsreader.article.shown import shown
from newsreader.errors import FetchError, SourceError

if TYPE_CHECKING:
    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Entry, Feed
    from newsreader.article.fetching.fetcher import Fetched, Fetcher

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_MARKDOWN = frozenset(("text/markdown", "text/x-markdown"))
_SHORTEST_CONTENT = 400
"""code points; with less, a feed brings along no article"""


def open_source(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    cancellation: Cancellation | None = None,
    fresh: bool = False,
) -> Article | Feed:
    """Opens a source.

    Args:
        source: a path, an address, or "-" for standard input.
        stdin: what standard input is read from; the process's own if None.
        fetcher: fetches addresses; one without a cache if None.
        cancellation: calls fetching off.
        fresh: whether only what the server says now will do, so that without a network there is an error.

    Raises:
        SourceError: if there is neither an article nor a feed; a `FetchError` if an address cannot be had.
    """
    if sources.is_address(source):
        from newsreader.article.fetching.fetcher import Fetcher

        fetcher = fetcher or Fetcher()
        answer = fetcher.fetch(source, cancellation, fresh=fresh)
        return _of_page(answer, source, fetcher, cancellation)
    data = sources.load(source, stdin)
    start = data[: sources.SNIFFED]
    if _may_be_feed(start):
        from newsreader.article import feeds

        if feeds.is_feed(data):
            return feeds.parse(data, source)
    name = "" if source == sources.STANDARD_INPUT else source
    return reader_for(name, start)(data, source)


def open_entry(
    entry: Entry, feed: Feed, fetcher: Fetcher | None = None, cancellation: Cancellation | None = None
) -> Article:
    """Opens an article of a feed: its page or, where that cannot be had, what the feed brings along of it.

    Raises:
        SourceError: if there is neither.
    """
    from dataclasses import replace

    from newsreader.article import feeds

    if entry.link is None:
        return feeds.article_of(entry, feed)
    try:
        found = open_source(entry.link, fetcher=fetcher, cancellation=cancellation)
        if isinstance(found, Article):
            return found
        raise SourceError("article.is_feed", path=shown(entry.link))
    except SourceError as error:
        if len(entry.content) < _SHORTEST_CONTENT or error.key == "article.cancelled":
            raise
        brought = feeds.article_of(entry, feed)
        return replace(brought, notices=("article.from_feed", *brought.notices))


def _may_be_feed(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _of_page(answer: Fetched, source: str, fetcher: Fetcher, cancellation: Cancellation | None) -> Article | Feed:
    """What an answer holds; of an overview (a front page, a page without any article) the feed that it names."""
    from newsreader.article.readers.html import overview

    if overview.is_front(answer.address) and (feed := _feed_of(answer, fetcher, cancellation)):
        return feed
    try:
        return _of_answer(answer, source)
    except SourceError as error:
        if error.key != "article.no_article" or (feed := _feed_of(answer, fetcher, cancellation)) is None:
            raise
        return feed


def _feed_of(answer: Fetched, fetcher: Fetcher, cancellation: Cancellation | None) -> Feed | None:
    """The feed that a page names, None if it names none that can be had."""
    from newsreader.article import feeds
    from newsreader.article.readers import is_page
    from newsreader.article.readers.html import overview

    if not is_page(answer.data) or (address := overview.feed_address(answer)) is None:
        return None
    try:
        found = fetcher.fetch(address, cancellation)
        return feeds.parse(found.data, address, charset=found.charset, address=found.address)
    except SourceError as error:
        if error.key == "article.cancelled":
            raise
        return None


def _of_answer(answer: Fetched, source: str) -> Article | Feed:
    """What a server's answer holds: told by how it begins, then by its type."""
    from dataclasses import replace

    from newsreader.article import feeds
    from newsreader.article.readers import is_page
    from newsreader.article.readers.html import page

    data, kind = answer.data, answer.content_type
    found: Article | Feed
    if feeds.is_feed(data):
        return feeds.parse(data, source, charset=answer.charset, address=answer.address)
    if data.startswith(b"%PDF-"):
        found = reader_for("a.pdf")(data, source)
    elif kind in _PAGES or is_page(data):
        found = page.read(data, source, charset=answer.charset, address=answer.address)
    elif kind in _MARKDOWN:
        found = reader_for("a.md")(data, source)
    elif kind.startswith("text/") or kind in ("", "application/octet-stream"):
        found = reader_for("")(data, source)
    else:
        raise FetchError("article.content_type", path=shown(source), type=shown(kind))
    return replace(found, notices=(*answer.notices, *found.notices), url=found.url or answer.address)
