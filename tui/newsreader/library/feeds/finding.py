"""Finds the feed that an address means: the feed itself, or the one that the page there names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.fetching.addresses import checked
from newsreader.article.shown import shown
from newsreader.article.sources import is_address
from newsreader.errors import FeedError
from newsreader.library.feeds.opml import plain_scheme

if TYPE_CHECKING:
    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Feed
    from newsreader.article.fetching.fetcher import Fetched, Fetcher

_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?:[/?#].*)?|localhost(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)


class Found(NamedTuple):
    """A feed and the address at which it is to be asked for."""

    address: str
    feed: Feed


def find(address: str, fetcher: Fetcher, cancellation: Cancellation | None = None) -> Found:
    """The feed of an address.

    Args:
        address: of a feed, or of a site or page that names one; https:// may be left out.
        fetcher: fetches.
        cancellation: calls it off.

    Raises:
        FeedError: if there is none.
        FetchError: if the address cannot be had, or is none.
    """
    from newsreader.article import feeds
    from newsreader.article.readers import is_page
    from newsreader.article.readers.html import overview

    asked = whole(address)
    answer = fetcher.fetch(asked, cancellation)
    if feeds.is_feed(answer.data):
        return _found(asked, answer)
    named = overview.feed_address(answer) if is_page(answer.data) else None
    if named is None:
        raise FeedError("feeds.none_found", path=shown(asked))
    answer = fetcher.fetch(named, cancellation)
    if not feeds.is_feed(answer.data):
        raise FeedError("feeds.named_is_none", path=shown(asked), feed=shown(named))
    return _found(checked(named), answer)


def whole(address: str) -> str:
    """An address as it is asked for: "bote.example" means https://bote.example.

    Raises:
        FeedError: if it is none.
        FetchError: if it is none of the web.
    """
    address = plain_scheme(address.strip())
    if not is_address(address):
        if not _HOST.fullmatch(address):
            raise FeedError("feeds.no_address", path=shown(address[:200]))
        address = f"https://{address}"
    return checked(address)


def _found(asked: str, answer: Fetched) -> Found:
    from newsreader.article import feeds

    address = answer.moved or asked
    feed = feeds.parse(answer.data, address, charset=answer.charset, address=answer.address, may_be_empty=True)
    return Found(address, feed)
