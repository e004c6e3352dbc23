"""The one line below the text: where one is, what the colours mean, and a few keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

SECONDS = 3.0
"""how long a passing message stands"""

GAP = "   "
KEYS_BEFORE_LEGEND = 2
"""keys that are named before there is room for the legend"""
SHORTEST = 24
"""columns that the left keeps while there is something at the right"""


class Key(NamedTuple):
    """A key in the line: what it is called, the word beside it, and the command that a click on it runs."""

    label: str
    word: str
    command: str


class Kind(NamedTuple):
    """A kind of entity in the legend: its letter, its label, what it is called, and the variable of its colour."""

    letter: str
    label: str
    word: str
    colour: str


class StatusLine(Widget):
    """The status line. What does not fit is left out; the place is never quite."""

    ALLOW_SELECT = False

    place: reactive[tuple[str, str, str]] = reactive(("", "", ""))
    """number of the section ("2/3"), its heading, how far one has read ("41 %")"""
    kinds: reactive[tuple[Kind, ...]] = reactive(())
    keys: reactive[tuple[Key, ...]] = reactive(())
    note: reactive[str] = reactive("")
    """what stands in the middle instead of the legend, such as "3/17" of a search; empty for nothing"""
    indicator: reactive[str] = reactive("")
    """how the analysis is doing; empty when it is done"""
    progress: reactive[tuple[str, str]] = reactive(("", ""))
    """how far the review has come, in words and in short; empty before it has begun"""
    message: reactive[str] = reactive("")
    """a passing message that takes the line's left"""

    def __init__(self) -> None:
        super().__init__(id="status")
        self.auto_links = False
        self._timer: Timer | None = None

    def say(self, message: str) -> None:
        """Show a message for some seconds."""
        self.message = message
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self._forget)

    def _forget(self) -> None:
        self.message = ""

    def render(self) -> Content:
        """The line for the present width."""
        room = max(0, self.size.width - 2)
        left = self._left()
        least = left.cell_length if self.message else min(left.cell_length, max(SHORTEST, room * 2 // 5))
        right = self._right(room - least - len(GAP))
        space = room - right.cell_length - (len(GAP) if right else 0)
        line = left.truncate(max(0, space), ellipsis=True, pad=True)
        return Content(" ") + (line + GAP + right if right else line)

    def _right(self, room: int) -> Content:
        """As much as there is room for: counter and indicator, the last key, the legend, the other keys."""
        parts = [part for part in (self._note(), self._indicator()) if part]
        legend, keys = self._legend(full=True), self._keys()
        words, short = self.progress
        if words and _width([*parts, Content(words), *keys[:3]]) <= room:
            parts.append(Content.styled(words, "$success"))
        elif short:
            parts.append(Content.styled(short, "$success"))
        if _width([*parts, *legend, *keys]) > room:
            legend = self._legend(full=False)
        chosen = parts if _width(parts) <= room else parts[:0]
        tail = keys[-1:] if _width([*chosen, *keys[-1:]]) <= room else []
        if _width([*chosen, *legend, *keys[:KEYS_BEFORE_LEGEND], *tail]) <= room:
            chosen = [*chosen, *legend]
        for key in keys[:-1]:
            if _width([*chosen, key, *tail]) <= room:
                chosen = [*chosen, key]
        return Content(GAP).join([*chosen, *tail])

    def _left(self) -> Content:
        if self.message:
            return Content.styled(self.message, "bold")
        number, heading, percent = self.place
        parts = [(number, ""), (percent, "bold"), (heading, "")]
        return Content(" · ").join(Content.styled(text, style) for text, style in parts if text)

    def _note(self) -> Content:
        return Content.styled(self.note, "bold $accent") if self.note else Content("")

    def _indicator(self) -> Content:
        return Content.styled(self.indicator, "$warning") if self.indicator else Content("")

    def _legend(self, *, full: bool) -> list[Content]:
        words = [(kind, f"{kind.letter} {kind.word}" if full else kind.letter + kind.label) for kind in self.kinds]
        kinds = [Content.styled(word, f"${kind.colour}") for kind, word in words]
        return [_pressing(Content("  " if full else " ").join(kinds), "kinds")] if kinds else []

    def _keys(self) -> list[Content]:
        return [
            _pressing(Content.assemble((key.label, "bold $accent"), " ", key.word), key.command) for key in self.keys
        ]

    def action_press(self, command: str) -> None:
        """A key's word was clicked."""
        from newsreader.ui.messages import KeyPressed

        self.post_message(KeyPressed(command))

    def on_click(self, event: events.Click) -> None:
        """A click anywhere else does nothing."""
        event.stop()


def _pressing(content: Content, command: str) -> Content:
    """Something that a click on it runs a command."""
    return content.stylize(Style.from_meta({"@click": f"press('{command}')"}))


def _width(parts: list[Content]) -> int:
    """Columns of parts with the gaps between them."""
    return sum(part.cell_length for part in parts) + len(GAP) * max(0, len(parts) - 1)
