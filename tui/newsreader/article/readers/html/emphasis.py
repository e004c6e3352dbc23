"""Bold lines of a page: sub-headings and questions that are none by their element."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind, InlineKind, Span
from newsreader.article.newsroom import shapes
from newsreader.article.readers.pieces import stripped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.article.readers.html.found import Found
    from newsreader.article.readers.pieces import Stretch

_HEADING_NAME = re.compile(
    r"sub-?head|interline|zwischen-?(?:titel|ueberschrift|überschrift)|cross-?head|inter-?title|zwische?ntitel",
    re.IGNORECASE,
)
_BOLD_LEVEL = 2
_QUESTIONS = 2
"""so many bold questions make an interview"""
_SHORTEST_LINE, _SHORTEST_REST = 3, 40
"""code points of a bold line that is taken off a paragraph, and of what stays"""


def parted(blocks: Iterable[Found]) -> Iterator[Found]:
    """The blocks with a bold line that opens a paragraph, such as an interview's question, as one of its own."""
    for one in blocks:
        first, _, rest = one.stretch.text.partition("\n")
        size = len(first)
        opens = one.kind is BlockKind.PARAGRAPH and len(rest) >= _SHORTEST_REST and size >= _SHORTEST_LINE
        if opens and _bold(one.stretch, 0, size) >= len(first.rstrip(" :")) and one.strong - size < len(rest):
            yield _part(one, 0, size)
            yield _part(one, size + 1, len(one.stretch.text))
        else:
            yield one


def _part(one: Found, start: int, end: int) -> Found:
    inlines = [
        replace(inline, span=Span(inline.span.start - start, inline.span.end - start))
        for inline in reversed(one.stretch.inlines)
        if inline.span.start < end and inline.span.end > start
    ]
    stretch = stripped(one.stretch.text[start:end], inlines, one.stretch.broken)
    linked = sum(inline.span.end - inline.span.start for inline in stretch.inlines if inline.kind is InlineKind.LINK)
    return replace(
        one,
        stretch=stretch,
        linked=min(one.linked, linked),
        strong=_bold(stretch, 0, len(stretch.text)),
        preformatted=stretch.broken,
    )


def _bold(stretch: Stretch, start: int, end: int) -> int:
    """How many code points between two offsets are bold."""
    spans = [inline.span for inline in stretch.inlines if inline.kind is InlineKind.STRONG]
    return sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans)


def with_headings(blocks: list[Found]) -> list[Found]:
    """The blocks with lines as sub-headings that are bold, or named so, and could be some; not in an interview."""
    bold = not any(one.kind is BlockKind.HEADING for one in blocks)
    if sum(_is_bold_line(one) and shapes.is_question(one.text) for one in blocks) >= _QUESTIONS:
        return blocks
    marked = list(blocks)
    for index, (one, following) in enumerate(pairwise(blocks)):
        plain = not following.is_bold and following.kind is not BlockKind.CAPTION
        named = (bold and _is_bold_line(one)) or _is_named_heading(one)
        if named and plain and shapes.is_heading(one.text):
            marked[index] = replace(one, kind=BlockKind.HEADING, level=_BOLD_LEVEL)
    return marked


def _is_named_heading(one: Found) -> bool:
    named = one.kind is BlockKind.PARAGRAPH and not one.quoted
    return named and _HEADING_NAME.search(one.element.get("class") or "") is not None


def _is_bold_line(one: Found) -> bool:
    return one.kind is BlockKind.PARAGRAPH and one.is_bold and not one.quoted
