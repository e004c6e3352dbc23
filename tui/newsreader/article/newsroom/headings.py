"""Sub-headings of a plain text: short lines of their own without a final full stop, followed by text."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind
from newsreader.article.newsroom import bylines, shapes, stamps
from newsreader.article.newsroom.lines import WIDEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.newsroom.layout import Passage

_SHORTEST_SECTION = 60
"""code points; where most sections are shorter, the lines above them are no headings (a ticker, a poem, a table)"""
_FEW = 3
_QUESTIONS = 2
"""so many questions put to somebody make an interview, in which none is a sub-heading"""


def headings(text: str, body: Sequence[Passage]) -> set[int]:
    """Which passages of a body are sub-headings, by their index.

    Args:
        text: the whole text.
        body: its passages below title and stamp, in order.
    """
    apart = sum(passage.gap for passage in body)
    interview = sum(_is_put_question(text, passage) for passage in body) >= _QUESTIONS
    found = [
        index
        for index, (passage, following) in enumerate(pairwise(body))
        if _could_be(text, passage, following, interview)
        and _is_text(text, following)
        and _stands_apart(passage, following, apart)
    ]
    # Of several such lines in a row only the last one stands above text.
    found = [index for index, other in zip_longest(found, found[1:]) if other != index + 1]
    if len(found) >= _FEW and _median(_lengths(body, found)) < _SHORTEST_SECTION:
        return set()
    return set(found)


def _could_be(text: str, passage: Passage, following: Passage, interview: bool) -> bool:
    if passage.preformatted or passage.kind is not BlockKind.PARAGRAPH or passage.lines > 2:
        return False
    if passage.span.end - passage.span.start > shapes.LONGEST_HEADING:
        return False
    line = " ".join(passage.span.of(text).split())
    if shapes.TICKER.match(line) and shapes.TICKER.match(text, following.span.start):
        return False
    if shapes.is_question(line) and (interview or shapes.is_spoken(following.span.of(text))):
        return False
    return shapes.is_heading(line) and not (bylines.is_signature(line) or stamps.is_labelled_stamp(line))


def _is_put_question(text: str, passage: Passage) -> bool:
    """Whether a passage is a question that an interviewer puts to somebody."""
    if passage.span.end - passage.span.start > 3 * shapes.LONGEST_HEADING:
        return False
    line = passage.span.of(text)
    return shapes.is_question(line) and shapes.is_interview_question(line)


def _is_text(text: str, passage: Passage) -> bool:
    """Whether a passage is something that a heading can stand above."""
    if passage.preformatted or passage.kind is BlockKind.LIST_ITEM or passage.lines > 2:
        return True
    if passage.span.end - passage.span.start > WIDEST:
        return True
    line = passage.span.of(text)
    return (shapes.ends_sentence(line) or line.endswith(":")) and not shapes.LABEL.match(line)


def _stands_apart(passage: Passage, following: Passage, apart: int) -> bool:
    """Whether a line does not hang on the paragraph above it, as a caption or a credit does."""
    return passage.gap or not following.gap or apart < _FEW


def _median(lengths: Sequence[int]) -> int:
    # Not from `statistics`, whose import costs more than reading an article.
    return sorted(lengths)[len(lengths) // 2]


def _lengths(body: Sequence[Passage], found: Sequence[int]) -> list[int]:
    """The lengths of the sections, headings left out, in code points."""
    ends = [*(body[index - 1].span.end for index in found[1:]), body[-1].span.end]
    return [end - body[index + 1].span.start for index, end in zip(found, ends, strict=True)]
