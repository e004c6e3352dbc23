"""The human layer over the machine's: what holds for an article, and what a person has said about each part of it.

The reader and every exporter take it from here, so that all of them show the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsreader.analysis.result import Analysis
from newsreader.annotations.items import Status
from newsreader.annotations.layering import Layers
from newsreader.annotations.model import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.analysis.result import Actor, Entity, Statement
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review has come.

    Attributes:
        checked: items that a person has decided about.
        total: all of them, rejected and added ones included.
    """

    checked: int
    total: int


@dataclass(frozen=True)
class Review:
    """Both layers of an article, and what holds.

    Attributes:
        machine: what the machine found, without the human layer.
        analysis: what holds: the machine's layer with the human one over it. The machine's items keep their ids; those
            of added ones are made of the annotation's ("s-" and its id).
        entities: all entities, in order, rejected ones included.
        actors: all actors, rejected and joined ones included.
        statements: all statements, rejected ones included.
        annotations: the human layer by its ids, highlights and notes included.
        overruled: ids of decisions that do not hold because a later one is about the same.
    """

    machine: Analysis
    analysis: Analysis
    entities: tuple[Item[Entity], ...]
    actors: tuple[Item[Actor], ...]
    statements: tuple[Item[Statement], ...]
    annotations: Mapping[str, Annotation] = field(default_factory=lambda: MappingProxyType({}))
    overruled: tuple[str, ...] = ()

    @cached_property
    def human(self) -> Analysis:
        """The human layer alone: what was confirmed, corrected or added, and the actors that this names."""
        entities = tuple(item.value for item in self.entities if item.annotation and item.holds)
        statements = tuple(item.value for item in self.statements if item.annotation and item.holds)
        named = {entity.actor for entity in entities} | {statement.actor for statement in statements}
        actors = (item for item in self.actors if item.holds and (item.annotation or item.value.id in named))
        return Analysis(self.machine.pipeline, entities, tuple(item.value for item in actors), statements)

    @cached_property
    def _index(self) -> tuple[dict[str, Item[Entity]], dict[str, Item[Actor]], dict[str, Item[Statement]]]:
        return (
            {item.value.id: item for item in self.entities},
            {item.value.id: item for item in self.actors},
            {item.value.id: item for item in self.statements},
        )

    def entity(self, identifier: str | None) -> Item[Entity] | None:
        """The entity with an id, None if there is none."""
        return self._index[0].get(identifier or "")

    def actor(self, identifier: str | None) -> Item[Actor] | None:
        """The actor with an id, None if there is none."""
        return self._index[1].get(identifier or "")

    def statement(self, identifier: str | None) -> Item[Statement] | None:
        """The statement with an id, None if there is none."""
        return self._index[2].get(identifier or "")

    def decided_by(self, annotation: str) -> Item[Entity] | Item[Actor] | Item[Statement] | None:
        """What an annotation is about, by its id: not what only gives way to it or is joined by it.

        Returns:
            None for a highlight, a note, or a decision that is overruled.
        """
        return self._decided.get(annotation)

    @cached_property
    def _decided(self) -> dict[str, Item[Entity] | Item[Actor] | Item[Statement]]:
        items: tuple[Item[Entity] | Item[Actor] | Item[Statement], ...] = (
            *self.actors,
            *self.entities,
            *self.statements,
        )
        # An actor whom only a decision about something else names comes before that, which then takes his place.
        return {item.annotation: item for item in items if item.annotation and not item.displaced and not item.joined}

    def progress(self, kind: ItemKind = ItemKind.STATEMENT) -> Progress:
        """How many entities, actors or statements a person has decided about."""
        match kind:
            case ItemKind.ENTITY:
                statuses = [item.status for item in self.entities]
            case ItemKind.ACTOR:
                statuses = [item.status for item in self.actors]
            case ItemKind.STATEMENT:
                statuses = [item.status for item in self.statements]
        return Progress(sum(status is not Status.UNTOUCHED for status in statuses), len(statuses))


def reviewed(article: Article, analysis: Analysis, annotations: Iterable[Annotation] = ()) -> Review:
    """Lay the human layer over the machine's.

    Args:
        article: the article.
        analysis: what the machine found in it.
        annotations: the human layer. Every anchor must be placed in this article's text; highlights and notes, which
            decide nothing, may be among them.
    """
    human = {one.id: one for one in annotations}
    layers = Layers(article, analysis, human.values())
    merged = Analysis(
        analysis.pipeline,
        tuple(item.value for item in layers.entities if item.holds),
        tuple(item.value for item in layers.actors if item.holds),
        tuple(item.value for item in layers.statements if item.holds),
        analysis.notices,
    )
    return Review(
        analysis,
        merged,
        layers.entities,
        layers.actors,
        layers.statements,
        MappingProxyType(human),
        layers.overruled,
    )
