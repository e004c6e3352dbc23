"""The one line below the text: where one is, what the colours mean, and a few keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from newsreader.ui.messages import KeyPressed

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

SECONDS = 3.0
"""how long a passing message stands"""

GAP = "   "


@dataclass(frozen=True, slots=True)
class Key:
    """A key in the line: what it is called, the word beside it, and the command that a click on it runs."""

    label: str
    word: str
    command: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity in the legend: its letter in the text, its label, and the theme's variable of its colour."""

    letter: str
    label: str
    colour: str


class StatusLine(Widget):
    """The status line. What does not fit is left out: first the keys, then the legend, the heading last."""

    ALLOW_SELECT = False

    place: reactive[tuple[str, str, str]] = reactive(("", "", ""))
    """number of the section ("2/3"), its heading, how far one has read ("41 %")"""
    kinds: reactive[tuple[Kind, ...]] = reactive(())
    keys: reactive[tuple[Key, ...]] = reactive(())
    note: reactive[str] = reactive("")
    """what stands in the middle instead of the legend, such as "3/17" of a search; empty for nothing"""
    indicator: reactive[str] = reactive("")
    """how the analysis is doing; empty when it is done"""
    message: reactive[str] = reactive("")
    """a passing message that takes the line's left"""

    def __init__(self) -> None:
        super().__init__(id="status")
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
        width = self.size.width
        room = max(0, width - 2)
        aside = [part for part in (self._note(), self._indicator()) if part]
        keys, legend = self._keys(), self._legend()
        left = self._left()
        candidates = (
            [*aside, legend, keys],
            [*aside, legend, keys.split("   ")[-1] if keys else keys],
            [*aside, legend],
            [*aside, keys.split("   ")[-1] if keys else keys],
            aside,
        )
        for parts in candidates:
            right = Content(GAP).join([part for part in parts if part])
            if left.cell_length + len(GAP) + right.cell_length <= room or parts is candidates[-1]:
                break
        if right.cell_length + 10 > room:
            right = Content("")
        space = room - right.cell_length - (len(GAP) if right else 0)
        left = left.truncate(max(0, space), ellipsis=True, pad=True)
        line = left + (Content(GAP) + right if right else Content(""))
        return Content(" ") + line

    def _left(self) -> Content:
        if self.message:
            return Content.styled(self.message, "bold")
        number, heading, percent = self.place
        parts = [Content.styled(percent, "bold")] if percent else []
        if number:
            parts.append(Content(number))
        if heading:
            parts.append(Content(heading))
        return Content(" · ").join(parts)

    def _note(self) -> Content:
        return Content.styled(self.note, "bold $accent") if self.note else Content("")

    def _indicator(self) -> Content:
        return Content.styled(self.indicator, "$warning") if self.indicator else Content("")

    def _legend(self) -> Content:
        parts = [
            Content.assemble((f"{kind.letter}", f"bold ${kind.colour}"), " ", (kind.label, f"${kind.colour}"))
            for kind in self.kinds
        ]
        return Content("  ").join(parts)

    def _keys(self) -> Content:
        parts = [
            Content.assemble((key.label, "bold $accent"), " ", key.word).stylize(
                Style.from_meta({"@click": f"press('{key.command}')"})
            )
            for key in self.keys
        ]
        return Content(GAP).join(parts)

    def action_press(self, command: str) -> None:
        """A key's word was clicked."""
        self.post_message(KeyPressed(command))

    def on_click(self, event: events.Click) -> None:
        """A click anywhere else does nothing."""
        event.stop()
