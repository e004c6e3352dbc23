"""The last gate before the terminal: whatever a widget shows, no control character in it is passed on.

Titles, names and statements come from articles. A terminal would obey an escape sequence in them, wherever they stand:
in the status line, the list, the palette, a message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""control characters, and those that turn the direction of writing; all of them take no cell, so that nothing moves"""


class Harmless(LineFilter):
    """Drops from each line of the screen what a terminal would obey."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without control characters."""
        if not any(OBEYED.search(segment.text) for segment in segments):
            return segments
        return [Segment(OBEYED.sub("", text), style, control) for text, style, control in segments]
