"""A dialog with fields below each other and two buttons."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Select, Static

from newsreader.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget
    from textual.widgets import Input

    from newsreader.phrases import Phrases

Result = TypeVar("Result")
Value = TypeVar("Value")


class Form(Dialog[Result]):
    """Fields and buttons; its result is what `result` makes of the fields, None when it is called off.

    Args:
        title: stands in the box's upper edge.
        phrases: what the buttons say.
        hint: stands in the lower edge; by default how to accept and to call off.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "accept", show=False),
    ]

    def __init__(self, title: str, phrases: Phrases, hint: str = "") -> None:
        super().__init__(title, hint or phrases("ui.form.hint"))
        self._phrases = phrases

    @abstractmethod
    def result(self) -> Result | None:
        """What the fields mean; None, after `complain`, if they mean nothing yet."""

    def words(self, text: str) -> Static:
        """The text that the dialog is about."""
        return Static(Content(text), classes="quoted")

    def field(self, label: str, *widgets: Widget) -> Horizontal:
        """A field with its label."""
        return Horizontal(Static(Content(label), classes="field-label"), *widgets, classes="field")

    def choice(self, values: Iterable[tuple[str, Value]], chosen: Value, identifier: str) -> Select[Value]:
        """A field in which one of some values is chosen.

        Args:
            values: what each is called, and the value.
            chosen: the one that is chosen at first.
            identifier: id of the widget.
        """
        options = [(Content(name), value) for name, value in values]
        return Select(options, value=chosen, allow_blank=False, compact=True, id=identifier)

    def actions(self, accept: str = "") -> tuple[Widget, Widget]:
        """The line for what is wrong, and the buttons.

        Args:
            accept: what the button says that accepts.
        """
        say = self._phrases
        return (
            Static(classes="question"),
            Horizontal(
                Button(say("ui.form.cancel"), id="cancel", compact=True),
                Button(accept or say("ui.form.accept"), id="accept", variant="primary", compact=True),
                classes="buttons",
            ),
        )

    def complain(self, sentence: str) -> None:
        """Say what is missing."""
        line = self.query_one(".question", Static)
        line.update(Content(sentence))
        line.display = bool(sentence)

    def action_accept(self) -> None:
        """Take what the fields hold."""
        if (result := self.result()) is not None:
            self.dismiss(result)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line accepts."""
        event.stop()
        self.action_accept()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Accept or call off."""
        event.stop()
        if event.button.id == "accept":
            self.action_accept()
        else:
            self.dismiss(None)
