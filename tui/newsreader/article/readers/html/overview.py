"""Pages that are no article but list many: the feed that such a page names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.article.readers.html.links import absolute
from newsreader.article.readers.html.parsing import parse

if TYPE_CHECKING:
    from newsreader.article.fetching.fetcher import Fetched

_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))


def is_front(address: str) -> bool:
    """Whether an address is that of a whole site, whose page is an overview."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def feed_address(answer: Fetched) -> str | None:
    """The address of the first feed that a page names as its own, None if it names none."""
    page = parse(answer.data, answer.charset)
    if page is None:
        return None
    for link in page.root.iter("link"):
        kinds = (link.get("rel") or "").lower().split()
        if "alternate" in kinds and (link.get("type") or "").lower().strip() in _TYPES:
            found = absolute(link.get("href") or "", answer.address)
            if found and found != answer.address:
                return found
    return None
