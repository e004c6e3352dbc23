"""Spans on tokens: which tokens a span covers, and names as a tag a token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsreader.analysis.result import PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.analysis.result import Entity
    from newsreader.article.model import Span


_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


def whole(text: str) -> str:
    """A text without halves of characters, which a broken file may hold and spaCy cannot; no offset changes."""
    return text.translate(_HALVES)


class Grid:
    """The tokens of a text by their places.

    Args:
        tokens: their spans in order; they do not overlap.
    """

    def __init__(self, tokens: Sequence[Span]) -> None:
        self._starts = [token.start for token in tokens]
        self._ends = [token.end for token in tokens]

    def covered(self, span: Span) -> range:
        """The indices of the tokens that share a code point with a span."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))


def flat(entities: Iterable[Entity]) -> list[Entity]:
    """The entities without overlaps, in order: the longer one of two, and none that is inside a compound."""
    kept: list[Entity] = []
    whole = (one for one in entities if not one.label.endswith(PART) and one.span.start < one.span.end)
    for one in sorted(whole, key=lambda one: (one.span.start, -one.span.end)):
        if kept and one.span.overlaps(kept[-1].span):
            if one.span.end - one.span.start <= kept[-1].span.end - kept[-1].span.start:
                continue
            kept.pop()
        kept.append(one)
    return kept


def iob(entities: Iterable[Entity], tokens: Sequence[Span]) -> list[str]:
    """A tag for each token after the IOB2 scheme (Tjong Kim Sang and Veenstra 1999): "O", "B-PER", "I-PER"."""
    tags = ["O"] * len(tokens)
    grid = Grid(tokens)
    for one in flat(entities):
        covered = grid.covered(one.span)
        if any(tags[at] != "O" for at in covered):
            continue
        for at in covered:
            tags[at] = f"{'B' if at == covered.start else 'I'}-{one.label}"
    return tags
