"""What the panels beside the text share: a list that pages, and a line that narrows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, OptionList

if TYPE_CHECKING:
    from textual import events

CURSOR = "option-list--option-highlighted"


class PagedList(OptionList, inherit_bindings=False):
    """Rows with a cursor where keys go."""

    def on_focus(self) -> None:
        """Where keys go there is a cursor."""
        if self.highlighted is None and self.option_count:
            self.action_first()

    def page(self, by: int) -> None:
        """Move the cursor by a page, down for 1, up for -1."""
        cursor = self.highlighted or 0
        self.highlighted = min(max(0, cursor + by * max(1, self.size.height - 1)), self.option_count - 1)

    def render_line(self, y: int) -> Strip:
        """A line; the cursor is turned round where the style sheet says so, which Textual leaves out of its style."""
        strip = super().render_line(y)
        look = self.get_component_styles(CURSOR).text_style
        if not look.reverse or self.highlighted is None or not self._is_of(strip, self.highlighted):
            return strip
        return Strip(Segment.apply_style(strip, post_style=look), strip.cell_length)

    @staticmethod
    def _is_of(strip: Strip, index: int) -> bool:
        """Whether a line belongs to an option."""
        return any(part.style is not None and part.style.meta.get("option") == index for part in strip)


class FilterInput(Input):
    """Narrows the list while one types; escape empties it, then leaves."""

    class Done(Message):
        """The typing is done: the list is to be used."""

    def on_key(self, event: events.Key) -> None:
        """Down and escape lead to the list."""
        if event.key in ("escape", "down"):
            event.stop()
            event.prevent_default()
            if event.key == "escape" and self.value:
                self.value = ""
            else:
                self.post_message(self.Done())
