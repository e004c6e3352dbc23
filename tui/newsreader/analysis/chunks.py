"""Long texts in parts that the pipeline takes one by one, cut where a paragraph, a sentence or at least a word ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article.model import Block

CHUNK = 20_000
"""code points: large enough that cutting costs nothing, small enough that memory stays level"""

_SENTENCE_END = re.compile(r"[.!?][“”\"«»)]?\s+(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")


def chunks(text: str, blocks: Sequence[Block], size: int = CHUNK) -> Iterator[Span]:
    """The parts of a text, in order and without gaps.

    Args:
        text: the whole text.
        blocks: its blocks, at whose starts it is cut by preference.
        size: how many code points a part has at most.
    """
    starts = [block.span.start for block in blocks]
    start, following = 0, 0
    while len(text) - start > size:
        limit = start + size
        end = start
        while following < len(starts) and starts[following] <= limit:
            end = max(end, starts[following])
            following += 1
        end = end if end > start else _inside(text, start, limit)
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def _inside(text: str, start: int, limit: int) -> int:
    """Where to cut a block that is longer than a part: late, after a sentence if one ends in its second half."""
    half = (start + limit) // 2
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, half, limit)]
        if ends:
            return ends[-1]
    return limit
