"""Correcting an actor, or adding one: name, office, kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input, Select

from newsreader.analysis.result import ActorKind
from newsreader.ui.dialogs.form import Form

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ActorChosen:
    """What an actor shall be.

    Attributes:
        name: what he is called.
        kind: what he is.
        role: office or function, None for none.
    """

    name: str
    kind: ActorKind
    role: str | None


class ActorDialog(Form[ActorChosen]):
    """The fields of an actor.

    Args:
        actor: as he is; for a new one, what can be guessed.
        new: whether he is still to be made.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "#name"

    def __init__(self, actor: ActorChosen, phrases: Phrases, *, new: bool = False) -> None:
        super().__init__(phrases("ui.actor.title_new" if new else "ui.actor.title"), phrases)
        self._actor = actor

    def compose(self) -> ComposeResult:
        """Name, office, kind."""
        say, actor = self._phrases, self._actor
        kinds = [(say(f"ui.actor.kind.{kind}"), kind) for kind in ActorKind]
        yield self.box(
            self.field(say("ui.actor.name"), Input(actor.name, compact=True, select_on_focus=False, id="name")),
            self.field(say("ui.actor.role"), Input(actor.role or "", compact=True, select_on_focus=False, id="role")),
            self.field(say("ui.actor.kind"), self.choice(kinds, actor.kind, "kind")),
            *self.actions(),
        )

    def result(self) -> ActorChosen | None:
        """What was chosen; a name is needed."""
        name = " ".join(self.query_one("#name", Input).value.split())
        role = " ".join(self.query_one("#role", Input).value.split())
        if not name:
            self.complain(self._phrases("ui.actor.no_name"))
            return None
        return ActorChosen(name, ActorKind(str(self.query_one("#kind", Select).value)), role or None)
