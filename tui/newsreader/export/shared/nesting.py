"""Spans that overlap as they like, cut so that they nest, as elements must (TEI Guidelines, 20.3 "Fragmentation")."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """A stretch of the text with what it is.

    Attributes:
        span: code points of the text.
        value: what it is.
        rank: stretches of a lower rank are never inside those of a higher one; they cut them up.
    """

    span: Span
    value: T
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Open(Generic[T]):
    """An element begins, for the first time or again."""

    value: T


@dataclass(frozen=True, slots=True)
class Close(Generic[T]):
    """The element that was opened last ends, for good or to be opened again."""

    value: T


def by_block(blocks: Sequence[Span], stretches: Sequence[Stretch[T]]) -> list[list[Stretch[T]]]:
    """The stretches of each block, clipped to it; blocks are in order and do not overlap."""
    found: list[list[Stretch[T]]] = [[] for _ in blocks]
    ends = [block.end for block in blocks]
    for stretch in stretches:
        at = bisect_left(ends, stretch.span.start + 1)
        while at < len(blocks) and blocks[at].start < stretch.span.end:
            start, end = max(blocks[at].start, stretch.span.start), min(blocks[at].end, stretch.span.end)
            if start < end:
                found[at].append(Stretch(Span(start, end), stretch.value, stretch.rank))
            at += 1
    return found


def nested(block: Span, stretches: Sequence[Stretch[T]]) -> Iterator[Span | Open[T] | Close[T]]:
    """A block as text and elements that nest: whatever crosses is closed and opened again.

    Args:
        block: code points of the text.
        stretches: what stands in it, clipped to it, none empty.
    """
    # At one place the longer ones begin first, so that most of them nest by themselves.
    waiting = sorted(stretches, key=lambda one: (one.span.start, one.rank, -one.span.end), reverse=True)
    stack: list[Stretch[T]] = []
    at = block.start
    while at < block.end or stack:
        to = min(
            [one.span.end for one in stack] + [one.span.start for one in waiting[-1:]] + [block.end],
        )
        if to > at:
            yield Span(at, to)
            at = to
        starting = []
        while waiting and waiting[-1].span.start == at:
            starting.append(waiting.pop())
        ending = [one for one in stack if one.span.end == at]
        keep = _kept(stack, ending, starting)
        again = [one for one in stack[keep:] if one.span.end != at]
        for one in reversed(stack[keep:]):
            yield Close(one.value)
        del stack[keep:]
        for one in sorted([*again, *starting], key=lambda one: (one.rank, -one.span.end)):
            yield Open(one.value)
            stack.append(one)
        if at >= block.end and not stack:
            return


def _kept(stack: list[Stretch[T]], ending: list[Stretch[T]], starting: list[Stretch[T]]) -> int:
    """How many of the open elements stay open: those outside all that end, and outside all of a higher rank."""
    rank = min((one.rank for one in starting), default=None)
    for number, one in enumerate(stack):
        if one in ending or (rank is not None and one.rank > rank):
            return number
    return len(stack)
