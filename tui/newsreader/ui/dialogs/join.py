"""Which other actor is the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.find import pattern
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from newsreader.analysis.result import Actor
    from newsreader.phrases import Phrases


class JoinDialog(Dialog[str]):
    """Chooses an actor; its result is his id.

    Args:
        actor: the one who takes over the other's mentions and statements.
        others: those to choose from.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, actor: Actor, others: Sequence[Actor], phrases: Phrases) -> None:
        super().__init__(phrases("ui.join.title", name=actor.name), phrases("ui.join.hint"))
        self._others = others
        self._phrases = phrases

    def compose(self) -> ComposeResult:
        """A line to narrow the list, and the list."""
        yield self.box(Input(placeholder=self._phrases("ui.panel.filter"), compact=True), OptionList())

    def on_mount(self) -> None:
        """All are listed."""
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list while typing."""
        self._list(event.value)

    def on_key(self, event: events.Key) -> None:
        """The cursor of the list moves while one types."""
        options = self.query_one(OptionList)
        if event.key in ("down", "up") and self.query_one(Input).has_focus:
            event.stop()
            event.prevent_default()
            options.action_cursor_down() if event.key == "down" else options.action_cursor_up()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the one under the cursor."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was chosen."""
        self.dismiss(event.option_id)

    def _list(self, words: str) -> None:
        wanted = pattern(words.strip())
        shown = [actor for actor in self._others if wanted.search(actor.name) or wanted.search(actor.role or "")]
        options = self.query_one(OptionList)
        options.set_options([Option(_row(actor), actor.id) for actor in shown])
        options.highlighted = 0 if shown else None


def _row(actor: Actor) -> Row:
    role = Content.styled(f"  {actor.role}", "dim") if actor.role else Content("")
    return Row(Content(actor.name) + role, str(len(actor.mentions)))
