"""Where the text column and its gutter stand in the view."""

from __future__ import annotations

from typing import NamedTuple

GUTTER = 3
"""columns of signs at the left of the text: for notes and headings, for decisions, for statements and the bar"""
GAP = 1
"""columns between the gutter and the text"""


class Frame(NamedTuple):
    """The columns of the view.

    Attributes:
        width: columns of the whole view.
        gutter: column at which the gutter begins.
        column: column at which the text begins.
        measure: columns of the text.
    """

    width: int
    gutter: int
    column: int
    measure: int


def frame_for(width: int, wanted: int) -> Frame:
    """Sets the text column into the middle of the view, as wide as wanted where there is room.

    Args:
        width: columns of the view.
        wanted: columns of text that are wanted.
    """
    right = 1 if width > 20 else 0
    measure = max(1, min(wanted, width - GUTTER - GAP - right))
    column = max(GUTTER + GAP, (width - measure) // 2)
    return Frame(width, column - GUTTER - GAP, column, measure)
