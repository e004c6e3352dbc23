"""A row of a list: text on the left that is cut where it must be, a number on the right, a quiet line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style


MARK = "▪"
"""stands before a row that is marked"""


class Row(Visual):
    """What an option of a list shows, at any width on one line, or two.

    Args:
        left: the row's text; it never wraps.
        right: stands at the right edge, and is given up where the row is narrower than `NARROW`.
        below: a second line, None for none.
        style: of what stands at the right.
    """

    NARROW = 12

    def __init__(self, left: Content, right: str = "", below: Content | None = None, style: str = "dim") -> None:
        self.left = left
        self.right = right
        self.below = below
        self.style = style

    def lines(self, width: int) -> list[Content]:
        """The row at a width in columns."""
        right = Content.styled(f" {self.right}", self.style) if self.right and width >= self.NARROW else Content("")
        left = self.left.truncate(max(0, width - right.cell_length), ellipsis=True, pad=True)
        first = left + right
        return [first] if self.below is None else [first, self.below.truncate(width, ellipsis=True, pad=True)]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The row as Textual draws it."""
        strips = [strip for line in self.lines(width) for strip in line.render_strips(width, 1, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Columns without a cut."""
        first = self.left.cell_length + (len(self.right) + 1 if self.right else 0)
        return max(first, self.below.cell_length if self.below else 0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines, whatever the width."""
        return 1 if self.below is None else 2


class Head(Row):
    """What stands above a list: a row of two lines, and a third one that is made for the width.

    Args:
        left: as for `Row`.
        right: as for `Row`.
        below: the second line.
        third: gives the third line at a width in columns, None for none.
    """

    def __init__(
        self,
        left: Content,
        right: str = "",
        below: Content | None = None,
        third: Callable[[int], Content] | None = None,
    ) -> None:
        super().__init__(left, right, below)
        self.third = third

    def lines(self, width: int) -> list[Content]:
        """The lines at a width in columns."""
        third = [] if self.third is None else [self.third(width).truncate(width, ellipsis=True, pad=True)]
        return [*super().lines(width), *third]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines, whatever the width."""
        return super().get_height(rules, width) + (self.third is not None)
