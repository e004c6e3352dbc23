"""Chooses one of several things, which are narrowed by what one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from newsreader.phrases import Phrases
    from newsreader.ui.widgets.row import Row

T = TypeVar("T")


class Choice(NamedTuple, Generic[T]):
    """One thing: how it looks, and what it is."""

    row: Row
    value: T


class ChoiceDialog(Dialog[T], Generic[T]):
    """Asks for one thing; its result is that thing, None if it was called off.

    Args:
        title: what for.
        choices: gives the things that fit what is typed.
        chosen: index among all things of the one with the cursor at first.
        placeholder: what stands in the empty input.
        nothing: what is said where nothing fits.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Callable[[str], Sequence[Choice[T]]],
        *,
        chosen: int = 0,
        placeholder: str,
        nothing: str,
        phrases: Phrases,
    ) -> None:
        super().__init__(title, phrases("ui.choice.hint"))
        self._choices = choices
        self._shown: Sequence[Choice[T]] = ()
        self._chosen = chosen
        self._placeholder = placeholder
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        """The input above the things."""
        yield self.box(
            Input(placeholder=self._placeholder, compact=True, classes="choice-input"),
            Static(Content(self._nothing), classes="choice-nothing"),
            OptionList(),
        )

    def on_mount(self) -> None:
        """All of them; the cursor stands on the present one."""
        self._fill("", self._chosen)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow while typing."""
        event.stop()
        self._fill(event.value, 0)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The one under the cursor."""
        event.stop()
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(self._shown[at].value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was clicked."""
        event.stop()
        self.dismiss(self._shown[event.option_index].value)

    async def action_move(self, how: str) -> None:
        """Move the cursor while typing."""
        await self.query_one(OptionList).run_action(how)

    def _fill(self, words: str, cursor: int) -> None:
        self._shown = self._choices(words)
        rows = self.query_one(OptionList)
        rows.set_options([Option(choice.row) for choice in self._shown])
        if self._shown:
            rows.highlighted = min(cursor, len(self._shown) - 1)
        self.query_one(".choice-nothing").display = not self._shown
