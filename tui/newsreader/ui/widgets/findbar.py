"""The line in which one types what to find; it takes the status line's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from newsreader.resources import folder
from newsreader.ui.messages import FindChanged, FindLeft, FindStep

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FindBar(Horizontal):
    """An input with a counter.

    Args:
        placeholder: what stands in the empty input.
    """

    DEFAULT_CSS: ClassVar = (folder("styles") / "find.tcss").read_text("utf-8")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(False)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    def __init__(self, placeholder: str) -> None:
        super().__init__(id="find")
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The sign, the input, the counter."""
        yield Static("/", id="find-sign")
        yield Input(placeholder=self._placeholder, compact=True, select_on_focus=True, id="find-input")
        yield Static("", id="find-count")

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def open(self) -> None:
        """Show the bar and type into it."""
        self.display = True
        self.query_one(Input).focus()

    def speak(self, placeholder: str) -> None:
        """Change the language."""
        self.query_one(Input).placeholder = placeholder

    def count(self, text: str, *, missing: bool = False) -> None:
        """Show a counter.

        Args:
            missing: whether what is typed is nowhere.
        """
        self.query_one("#find-count", Static).update(Content(text))
        self.set_class(missing, "-missing")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find while typing."""
        event.stop()
        self.post_message(FindChanged(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the text, with the hits."""
        event.stop()
        self.post_message(FindLeft(True))

    def action_leave(self, keep: bool) -> None:
        """Back to the text."""
        self.post_message(FindLeft(keep))

    def action_step(self, by: int) -> None:
        """Another hit without leaving the input."""
        self.post_message(FindStep(by))
