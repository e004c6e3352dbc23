"""Whether a page shows all of its article, or the rest is for those who pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.content import Region
    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.pieces import Piece

_NAME = re.compile(r"pay-?wall|paid-?barrier|paid-?content|regwall|premium-?(?:barrier|wall|teaser)", re.IGNORECASE)
_BEGINNING = 2500
"""code points; a sold article with less text shows only its beginning"""
_TEASER = 1500
"""the same for a page that only looks like one with a barrier"""


def notices(root: HtmlElement, facts: Facts, region: Region, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The keys of what a reader should be told about a paid article.

    Args:
        root: the page's element `html`.
        facts: what the page tells of the article.
        region: where its text is.
        pieces: what was found of it.
    """
    length = sum(len(piece.stretch.text) for piece in pieces if piece.kind is not BlockKind.CAPTION)
    if facts.free is False:
        return ("article.only_beginning",) if length < _BEGINNING else ("article.paid",)
    if facts.free is None and length < _TEASER and _has_barrier(root):
        return ("article.only_beginning",)
    return ()


def _has_barrier(root: HtmlElement) -> bool:
    return any(
        _NAME.search(name)
        for element in root.iter("div", "section", "aside")
        for name in (element.get("class") or "", element.get("id") or "")
    )
