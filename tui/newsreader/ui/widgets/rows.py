"""A list of any length whose rows are made when they are drawn."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from newsreader.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from textual import events
    from textual.content import Content

KEPT = 256
"""rows that are kept as they were drawn"""


class Drawable(Protocol):
    """A row, such as `newsreader.ui.widgets.row.Row`."""

    def lines(self, width: int) -> list[Content]:
        """Its lines at a width in columns."""
        ...


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. Ten thousand of them cost no more than those that are in sight.

    It has no keys of its own: the screen moves the cursor. A click on a row chooses it.

    Args:
        id: as for any widget.
    """

    DEFAULT_CSS: ClassVar = (folder("styles") / "rows.tcss").read_text("utf-8")
    COMPONENT_CLASSES: ClassVar = {"rows--row", "rows--cursor"}
    ALLOW_SELECT: ClassVar[bool] = False

    cursor: reactive[int | None] = reactive(None, init=False)
    """index of the row with the cursor, None where there is no row that may have it"""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        index: int
        """the row's"""

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        index: int
        """the row's"""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._draw: Callable[[int], Drawable] | None = None
        self._starts: Sequence[int] = (0,)
        self._still: Collection[int] = ()
        self._drawn: LRUCache[tuple[int, bool, bool, int], list[Strip]] = LRUCache(KEPT)

    @property
    def count(self) -> int:
        """How many rows there are, headings included."""
        return len(self._starts) - 1

    def show(
        self,
        heights: Sequence[int],
        draw: Callable[[int], Drawable],
        *,
        cursor: int | None = 0,
        still: Collection[int] = (),
    ) -> None:
        """Show other rows.

        Args:
            heights: lines of each row.
            draw: makes the row of an index when it comes into sight.
            cursor: where the cursor is to stand, as near as there is a row; None for the first.
            still: indices of rows on which the cursor never stands, such as headings.
        """
        self._starts = (0, *accumulate(heights))
        self._draw, self._still = draw, still
        self.virtual_size = Size(0, self._starts[-1])
        self.redraw()
        self.set_reactive(RowList.cursor, None)
        self.move_to(cursor or 0)

    def redraw(self) -> None:
        """Draw the rows anew, which have changed but in number and height."""
        self._drawn.clear()
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor by rows that may have it."""
        index, left = self.cursor, abs(by)
        if index is None:
            return
        step = 1 if by > 0 else -1
        best = index
        while left and 0 <= (index := index + step) < self.count:
            if index not in self._still:
                best, left = index, left - 1
        if best == self.cursor:
            # Headings above the first row come into sight again.
            self.scroll_to(y=0, animate=False) if by < 0 else None
        self.cursor = best

    def move_pages(self, by: float) -> None:
        """Move the cursor by what is in sight, down for a positive number."""
        if self.cursor is None:
            return
        rows = max(1, self.size.height - 1)
        target = self._starts[self.cursor] + round(by * rows)
        index = self._index_at(min(max(0, target), self._starts[-1] - 1))
        if index == self.cursor:
            index = min(max(0, index + (1 if by > 0 else -1)), self.count - 1)
        self.move_to(index, forward=by > 0)

    def move_to(self, index: int, *, forward: bool = True) -> None:
        """Put the cursor on a row, or on the nearest that may have it.

        Args:
            index: the row's; what lies beyond the ends stands for the first or the last one.
            forward: whether to look onwards first.
        """
        free = self._free(min(max(0, index), self.count - 1), 1 if forward else -1)
        self.cursor = free if free is not None else None

    def watch_cursor(self, before: int | None, now: int | None) -> None:
        """Keep the cursor in sight, and tell."""
        self._reveal()
        self.refresh()
        if now is not None and now != before:
            self.post_message(self.Moved(now))

    def on_resize(self) -> None:
        """Rows are drawn for the new width; the cursor stays in sight."""
        self._drawn.clear()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """A row is chosen."""
        event.stop()
        line = self.scroll_offset.y + event.y
        if 0 <= line < self._starts[-1] and (index := self._index_at(line)) not in self._still:
            self.cursor = index
            self.post_message(self.Chosen(index))

    def render_line(self, y: int) -> Strip:
        """A line of the rows that are in sight."""
        line, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if self._draw is None or not 0 <= line < self._starts[-1] or width <= 0:
            return Strip.blank(width, self.rich_style)
        index = self._index_at(line)
        strips = self._strips(index, width)
        inside = line - self._starts[index]
        return strips[inside] if inside < len(strips) else Strip.blank(width, self.rich_style)

    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        self._drawn.clear()

    def _strips(self, index: int, width: int) -> list[Strip]:
        marked = index == self.cursor
        key = (index, marked, self.has_focus, width)
        if (strips := self._drawn.get(key)) is None:
            assert self._draw is not None
            name = "rows--cursor" if marked else "rows--row"
            style = self.get_visual_style(name)
            lines = self._draw(index).lines(width)
            strips = [strip for one in lines for strip in Visual.to_strips(self, one, width, 1, style, pad=True)]
            # What is no colour gets lost on the way through the content.
            if weight := self.get_component_styles(name).text_style:
                strips = [Strip(Segment.apply_style(strip, post_style=weight), strip.cell_length) for strip in strips]
            self._drawn[key] = strips
        return strips

    def _index_at(self, line: int) -> int:
        """The row on a line of the whole list."""
        return bisect_right(self._starts, line) - 1

    def _free(self, index: int, step: int) -> int | None:
        """The nearest row on which the cursor may stand, looking in one direction first."""
        onward = range(index, self.count) if step > 0 else range(index, -1, -1)
        back = range(index, -1, -1) if step > 0 else range(index, self.count)
        return next((one for part in (onward, back) for one in part if one >= 0 and one not in self._still), None)

    def _reveal(self) -> None:
        """Scroll as little as brings the cursor's row into sight, and a heading just above it."""
        if self.cursor is None or not self.size.height:
            return
        first = self.cursor
        while first and first - 1 in self._still:
            first -= 1
        top, bottom = self._starts[first], self._starts[self.cursor + 1]
        if bottom - top > self.size.height:
            top = self._starts[self.cursor]
        seen = self.scroll_offset.y
        if top < seen:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > seen + self.size.height:
            self.scroll_to(y=bottom - self.size.height, animate=False, immediate=True)
