"""Correcting a name, or adding one: what it is, whom it mentions, and whether that holds wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Select

from newsreader.ui.dialogs.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from newsreader.analysis.result import Actor
    from newsreader.phrases import Phrases

NOBODY, SOMEBODY_NEW, AS_FOUND = "", "\x00new", "\x00found"
"""values of the field for the actor beside actors' ids: nobody, one that is still to be made, whoever fits"""


@dataclass(frozen=True, slots=True)
class EntityChosen:
    """What an entity shall be.

    Attributes:
        label: PER, ORG, LOC, ...
        actor: id of an actor, `NOBODY`, `SOMEBODY_NEW` or `AS_FOUND`.
        everywhere: whether that holds for the same name in the whole article.
    """

    label: str
    actor: str
    everywhere: bool


class EntityDialog(Form[EntityChosen]):
    """The fields of an entity.

    Args:
        words: the name.
        labels: the labels to choose from, with what they are called.
        label: the present one.
        actors: the actors to choose from.
        actor: id of the present one, `NOBODY`, or `AS_FOUND` for a new entity.
        others: how many other places of the article have the same name.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "#label"

    def __init__(
        self,
        words: str,
        labels: Sequence[tuple[str, str]],
        label: str,
        actors: Sequence[Actor],
        actor: str,
        others: int,
        phrases: Phrases,
    ) -> None:
        super().__init__(phrases("ui.entity.title"), phrases)
        self._words = words
        self._labels = labels
        self._label = label
        self._actors = actors
        self._actor = actor
        self._others = others

    def compose(self) -> ComposeResult:
        """Kind, actor, and whether it holds everywhere."""
        say = self._phrases
        actors = [(actor.name, actor.id) for actor in self._actors]
        beside = [(say("ui.entity.nobody"), NOBODY), (say("ui.entity.somebody_new"), SOMEBODY_NEW)]
        if self._actor == AS_FOUND:
            beside.insert(0, (say("ui.entity.as_found"), AS_FOUND))
        where = [(say("ui.entity.here"), False), (say.count("ui.entity.everywhere", self._others), True)]
        everywhere = self.field(say("ui.entity.where"), self.choice(where, False, "where"))
        everywhere.display = self._others > 0
        labels = [(name, label) for label, name in self._labels]
        yield self.box(
            self.words(self._words),
            self.field(say("ui.entity.label"), self.choice(labels, self._label, "label")),
            self.field(say("ui.entity.actor"), self.choice([*beside, *actors], self._actor, "actor")),
            everywhere,
            *self.actions(),
        )

    def result(self) -> EntityChosen:
        """What was chosen."""
        label, actor, where = (self.query_one(f"#{name}", Select).value for name in ("label", "actor", "where"))
        return EntityChosen(str(label), str(actor), where is True)
