"""Tells Textual's text selection which code points stand where.

Textual asks each drawn segment for an `offset` (x, y), adds the number of characters between the segment's beginning
and the mouse to x, and orders the two ends of a selection by (y, x). The view hands out y = the code point at which the
segment begins and x = 0, so that x + y is the code point under the mouse. A selection kept so means the same text at
every width of the window. For margins and ornaments x is far below zero, whatever is added: it counts as 0.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from newsreader.article.model import Span

if TYPE_CHECKING:
    from newsreader.article.model import Article

_NOWHERE = -1_000_000
_WORD = re.compile(r"\w+(?:[-‐‑·’']\w+)*")
_AROUND = 200


def text_meta(offset: int) -> Style:
    """The mark of a segment whose first glyph shows a code point of the text."""
    return Style.from_meta({"offset": (0, offset)})


def margin_meta(offset: int) -> Style:
    """The mark of a segment that shows no text; all of it stands for one code point."""
    return Style.from_meta({"offset": (_NOWHERE, offset)})


def selection_of(span: Span) -> Selection:
    """A stretch of the text as Textual keeps it."""
    return Selection(Offset(0, span.start), Offset(0, span.end))


def span_of(selection: Selection, text: str) -> Span:
    """The stretch of the text that a selection means; an open end reaches to that of the text.

    Args:
        selection: what Textual keeps.
        text: the article's text; marks that combine with the last character come along with it.
    """
    length = len(text)
    start = 0 if selection.start is None else min(length, _offset(selection.start))
    end = length if selection.end is None else min(length, _offset(selection.end))
    start, end = min(start, end), max(start, end)
    while start < end < length and (unicodedata.category(text[end])[0] == "M" or text[end] == "\u200d"):
        end += 1
    return Span(start, end)


def _offset(place: Offset) -> int:
    return max(0, place.y) + max(0, place.x)


def word_at(article: Article, offset: int) -> Span:
    """The word that covers a code point, words joined by hyphens as one; without a word there, that code point."""
    first = max(0, offset - _AROUND)
    for found in _WORD.finditer(article.text, first, min(len(article.text), offset + _AROUND)):
        if found.start() <= offset < found.end():
            return Span(*found.span())
    return Span(offset, min(len(article.text), offset + 1))
