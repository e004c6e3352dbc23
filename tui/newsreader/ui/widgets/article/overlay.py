"""What a person has laid over the article: coloured stretches, and signs in the gutter."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.model import Span


def colour_class(colour: str) -> str:
    """The component class of one of `COLOURS`."""
    return f"article--{colour}"


class Sign(NamedTuple):
    """A sign in the gutter.

    Attributes:
        offset: code point beside whose line it stands.
        rank: which one is shown where a line has several, the lowest.
        glyph: one cell.
        style: its component class.
    """

    offset: int
    rank: int
    glyph: str
    style: str


class Signs:
    """The signs of one column of the gutter.

    Args:
        signs: in any order.
    """

    def __init__(self, signs: Sequence[Sign] = ()) -> None:
        self._signs = sorted(signs)
        self._offsets = [sign.offset for sign in self._signs]

    def on(self, start: int, end: int) -> Sign | None:
        """The sign beside a line of the text from start to end, None for none."""
        first, stop = bisect_left(self._offsets, start), bisect_left(self._offsets, end)
        return min(self._signs[first:stop], key=lambda sign: sign.rank, default=None)


class Overlay(NamedTuple):
    """The human layer as the article view draws it.

    Attributes:
        stretches: spans of the text with the component class that they take.
        notes: signs of notes and highlights.
        verdicts: signs of what was decided about names and statements.
    """

    stretches: Sequence[tuple[Span, str]] = ()
    notes: Signs = Signs()
    verdicts: Signs = Signs()
