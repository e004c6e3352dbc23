"""What an annotation would be about: what is selected, chosen or marked on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.result import Actor, Entity, Statement
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Span


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is at hand; of several items the first that is there is the one that single keys decide about.

    Attributes:
        spans: the text that a highlight or a note would stand on, code points; none for the whole article.
        selected: whether that is selected text, which can become the extent of something.
        annotation: an annotation that was chosen itself.
        entity: a name.
        statement: a statement.
        actor: an actor, that of the list's row or behind the name or statement.
        chosen_actor: whether the actor himself was chosen.
        orphan: whether the annotation has no place in the text any more.
        new_place: selected text that an orphan could stand on.
    """

    spans: tuple[Span, ...] = ()
    selected: bool = False
    annotation: Annotation | None = None
    entity: Item[Entity] | None = None
    statement: Item[Statement] | None = None
    actor: Item[Actor] | None = None
    chosen_actor: bool = False
    orphan: bool = False
    new_place: Span | None = None

    @property
    def item(self) -> Item[Entity] | Item[Statement] | Item[Actor] | None:
        """What single keys decide about."""
        return self.actor if self.chosen_actor else self.entity or self.statement
