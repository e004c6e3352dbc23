"""Confirming or rejecting everything that a filter lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, Select, Static

from newsreader.analysis.result import StatementKind
from newsreader.annotations.model import ItemKind
from newsreader.ui.annotating.bulk import Filter
from newsreader.ui.dialogs.form import Form
from newsreader.ui.widgets.article.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from newsreader.analysis.result import Actor
    from newsreader.phrases import Phrases

LEAST = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
"""how sure the machine must be, to choose from"""


@dataclass(frozen=True, slots=True)
class BulkChosen:
    """What is done to what.

    Attributes:
        filter: to which items.
        confirm: whether they are confirmed, not rejected.
    """

    filter: Filter
    confirm: bool


class BulkDialog(Form[BulkChosen]):
    """A filter, how many items it lets through, and two buttons that decide.

    Args:
        labels: the entities' labels, with what they are called.
        actors: the actors to choose from.
        count: how many untouched items a filter lets through.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "#what"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "decide(True)", show=False),
        Binding("ctrl+x", "decide(False)", show=False, priority=True),
    ]

    def __init__(
        self,
        labels: Sequence[tuple[str, str]],
        actors: Sequence[Actor],
        count: Callable[[Filter], int],
        phrases: Phrases,
    ) -> None:
        super().__init__(phrases("ui.bulk.title"), phrases, phrases("ui.bulk.hint"))
        self._labels = labels
        self._actors = actors
        self._count = count

    def compose(self) -> ComposeResult:
        """The filter's fields, the number, the buttons."""
        say = self._phrases
        what = [(say(f"ui.bulk.{kind}"), kind) for kind in (ItemKind.STATEMENT, ItemKind.ENTITY)]
        actors = [(say("ui.bulk.any"), ""), *((actor.name, actor.id) for actor in self._actors)]
        least = [(say("ui.bulk.any") if not n else say("ui.bulk.least", n=round(100 * n)), n) for n in LEAST]
        yield self.box(
            self.field(say("ui.bulk.what"), self.choice(what, ItemKind.STATEMENT, "what")),
            self.field(say("ui.why.kind"), self.choice(self._kinds(ItemKind.STATEMENT), "", "kind")),
            self.field(say("ui.why.actor"), self.choice(actors, "", "actor")),
            self.field(say("ui.bulk.words"), Input(compact=True, select_on_focus=False, id="words")),
            self.field(say("ui.why.confidence"), self.choice(least, 0.0, "least")),
            Static(classes="count"),
            Horizontal(
                Button(say("ui.form.cancel"), id="cancel", compact=True),
                Button(say("ui.bulk.reject"), id="reject", variant="error", compact=True),
                Button(say("ui.bulk.confirm"), id="confirm", variant="success", compact=True),
                classes="buttons",
            ),
        )

    def on_mount(self) -> None:
        """Count."""
        self._recount()

    def on_select_changed(self, event: Select.Changed) -> None:
        """Count anew; statements and names have kinds of their own."""
        event.stop()
        if event.select.id == "what":
            kinds = self.query_one("#kind", Select)
            kinds.set_options([(Content(name), value) for name, value in self._kinds(ItemKind(str(event.value)))])
            kinds.value = ""
            self.query_one("#least", Select).disabled = event.value == ItemKind.ENTITY
        self._recount()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Count anew."""
        event.stop()
        self._recount()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line decides nothing."""
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Decide, or call it off."""
        event.stop()
        if event.button.id == "cancel":
            self.dismiss(None)
        else:
            self.action_decide(event.button.id == "confirm")

    def action_decide(self, confirm: bool) -> None:
        """Confirm or reject what the filter lets through, if that is anything."""
        if self._count(self._filter()):
            self.dismiss(BulkChosen(self._filter(), confirm))

    def result(self) -> None:
        """Nothing is chosen by enter alone."""

    def _kinds(self, what: ItemKind) -> list[tuple[str, str]]:
        say = self._phrases
        anything = (say("ui.bulk.any"), "")
        if what is ItemKind.ENTITY:
            return [anything, *((name, label) for label, name in self._labels)]
        return [anything, *((f"{SIGNS[kind]} {say(f'ui.why.kind.{kind}')}", kind.value) for kind in StatementKind)]

    def _filter(self) -> Filter:
        def chosen(name: str) -> object:
            return self.query_one(f"#{name}", Select).value

        least = chosen("least")
        return Filter(
            ItemKind(str(chosen("what"))),
            str(chosen("kind")),
            str(chosen("actor")),
            self.query_one("#words", Input).value,
            least if isinstance(least, float) else 0.0,
        )

    def _recount(self) -> None:
        number = self._count(self._filter())
        self.query_one(".count", Static).update(Content(self._phrases.count("ui.bulk.count", number)))
