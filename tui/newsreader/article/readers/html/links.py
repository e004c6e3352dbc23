"""Where the links in a page lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newsreader.article.model import Inline, InlineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_LONGEST = 2000


def resolved(inlines: Iterable[Inline], base: str | None) -> Iterator[Inline]:
    """The formatted stretches with whole addresses in links; a link that leads nowhere in the web is left out.

    Args:
        inlines: as read.
        base: the address of the page, None if it is not known.
    """
    for inline in inlines:
        if inline.kind is not InlineKind.LINK:
            yield inline
        elif target := absolute(inline.target, base):
            yield replace(inline, target=target)


def absolute(target: str, base: str | None) -> str | None:
    """The whole http or https address that a link's target means, None if it means none."""
    try:
        address = urljoin(base or "", target.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    harmless = address.isprintable() and len(address) <= _LONGEST
    return address if parts.scheme in ("http", "https") and parts.netloc and harmless else None


def base_of(root: HtmlElement, address: str | None) -> str | None:
    """What the links of a page are relative to: its own word on that, else its address.

    Args:
        root: the page's element `html`.
        address: where the page was found, None if that is not known.
    """
    told = next((element.get("href") or "" for element in root.iter("base") if element.get("href")), "")
    return (absolute(told, address) if told else None) or address
