"""Which item of a page's JSON-LD describes the page's own article."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.article.readers.html import linked_data
from newsreader.article.readers.html.parsing import key, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.linked_data import Item

_MOST_HEADS = 10
_LONGEST = 400
"""code points; a longer heading is no headline"""
_OWN = 8
"""what it counts that an item has the page's address or title; all the rest together counts less, save in a ticker"""


def item(items: Sequence[Item], url: str | None, titles: Sequence[str]) -> Item:
    """The item of the page's own article: by its address, else by its title, else the fullest one.

    Of several articles of which none is told by address or title, none is: they are those that the page points to.

    Args:
        items: the typed items of the page.
        url: the page's own address.
        titles: what the page tells and shows as its title.

    Returns:
        An empty item if there is none.
    """
    articles = [one for one in items if linked_data.types(one) & linked_data.ARTICLES]
    told = {key(title[:_LONGEST]) for title in titles} - {""}
    headlines: set[str] = set()
    best: tuple[int, Item] = (0, {})
    for one in articles:
        headline = key(linked_data.text(one.get("headline"))[:_LONGEST])
        headlines.add(headline)
        score = 1 + 2 * bool(headline) + 2 * ("datePublished" in one) + ("author" in one) + ("articleBody" in one)
        # The entries of a ticker are items of their own.
        score += 6 * ("liveblogposting" in linked_data.types(one))
        if url and any(_same(url, address) for address in linked_data.addresses(one)):
            score += _OWN
        if headline and any(headline in title or title in headline for title in told):
            score += _OWN
        if score > best[0]:
            best = (score, one)
    pointed_to = len(headlines) > 1 and best[0] < _OWN and "liveblogposting" not in linked_data.types(best[1])
    return {} if pointed_to else best[1]


def shown_titles(root: HtmlElement) -> list[str]:
    """The title of the window and what is in large letters."""
    window = root.find(".//title")
    heads = [text_of(one) for one in islice(root.iter("h1"), _MOST_HEADS)]
    return heads if window is None else [text_of(window), *heads]


def _same(one: str, other: str) -> bool:
    a, b = urlsplit(one), urlsplit(other)
    return a.path.rstrip("/") == b.path.rstrip("/") and a.netloc.removeprefix("www.") == b.netloc.removeprefix("www.")
