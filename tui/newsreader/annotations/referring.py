"""References to items, and the values of a decision as they stand in an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.analysis.result import Actor, ActorKind, Entity, Statement
from newsreader.annotations.model import (
    ActorValues,
    AnnotationKind,
    EntityValues,
    ItemKind,
    Reference,
    StatementValues,
)

if TYPE_CHECKING:
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation, Values
    from newsreader.annotations.pen import Pen
    from newsreader.annotations.review import Review
    from newsreader.article.model import Span

MENTIONS_KEPT = 3
"""mentions by which a reference tells an actor; all of a president's would make every record long"""

KINDS = {"PER": (ActorKind.PERSON,), "ORG": (ActorKind.ORGANISATION, ActorKind.GROUP), "LOC": (ActorKind.PLACE,)}
"""kinds of actor whom a name of a kind can mention"""


def place(value: Entity | Actor | Statement) -> tuple[Span, ...]:
    """Where an item stands, code points: an entity's extent, an actor's mentions, a statement's pieces."""
    match value:
        case Entity():
            return (value.span,)
        case Actor():
            return value.mentions
        case Statement():
            return value.spans


def kind_of(item: Item[Any]) -> AnnotationKind:
    """The kind of annotation that decides about an item."""
    match item.value:
        case Entity():
            return AnnotationKind.ENTITY
        case Actor():
            return AnnotationKind.ACTOR
    return AnnotationKind.STATEMENT


class Referrer:
    """Makes references in an article.

    Args:
        pen: makes anchors.
        review: how the article stands.
    """

    def __init__(self, pen: Pen, review: Review) -> None:
        self._pen = pen
        self._review = review

    def actor(self, identifier: str | None) -> Reference | None:
        """A reference to an actor of the review, None for None or an unknown id."""
        item = self._review.actor(identifier)
        if item is None:
            return None
        mentions = place(item.machine or item.value)[:MENTIONS_KEPT]
        made = item.value.id.removeprefix("a-") if item.machine is None else None
        return Reference(ItemKind.ACTOR, self._pen.anchors(mentions), item.value.name, made, item.value.kind.value)

    def target(self, item: Item[Any]) -> Reference | None:
        """A reference to the item as the machine has it, None for what a person added.

        An actor whom only another decision names (the machine has him no more) is told by his name.
        """
        machine = item.machine
        if machine is None:
            annotation = self._review.annotations.get(item.annotation or "")
            named = isinstance(item.value, Actor) and annotation is not None and annotation.kind != AnnotationKind.ACTOR
            return Reference(ItemKind.ACTOR, name=item.value.name) if named else None
        kind = ItemKind(kind_of(item).value)
        if isinstance(machine, Actor):
            mentions = self._pen.anchors(machine.mentions[:MENTIONS_KEPT])
            return Reference(kind, mentions, machine.name, None, machine.kind.value)
        return Reference(kind, self._pen.anchors(place(machine)))

    def values(self, item: Item[Any], own: Annotation | None) -> Values:
        """What holds for an item, as the values of a decision.

        Args:
            item: the item.
            own: the decision about it, None if there is none.
        """
        value, pen = item.value, self._pen
        match value:
            case Entity():
                return EntityValues(value.label, self.actor(value.actor))
            case Actor():
                return ActorValues(value.name, value.kind, value.role, joins_of(own))
            case Statement():
                return StatementValues(
                    value.kind,
                    value.medium,
                    None if value.speaker is None else pen.anchor(value.speaker),
                    self.actor(value.actor),
                    pen.anchors(value.cue),
                    pen.anchors(value.frame),
                    pen.anchors(value.addressee),
                )
        raise TypeError(f"no item: {value!r}")

    def likely_actor(self, text: str, label: str) -> str | None:
        """Id of the actor whom a name mentions, if just one of the fitting kind is called so or has it as surname."""
        name = " ".join(text.split())
        fitting = [item.value for item in self._review.actors if item.holds and item.value.kind in KINDS.get(label, ())]
        for known in (
            [actor.id for actor in fitting if actor.name == name],
            [actor.id for actor in fitting if actor.name.endswith(f" {name}")],
        ):
            if known:
                return known[0] if len(known) == 1 else None
        return None


def joins_of(annotation: Annotation | None) -> tuple[Reference, ...]:
    """The actors that a decision about an actor joins to him."""
    values = annotation.decision.values if annotation is not None and annotation.decision is not None else None
    return values.joins if isinstance(values, ActorValues) else ()


def means(reference: Reference, item: Item[Actor]) -> bool:
    """Whether a reference, made in the same article, means an actor."""
    if reference.annotation is not None:
        return item.value.id == f"a-{reference.annotation}"
    mentions = set(place(item.machine or item.value))
    return any(anchor.span in mentions for anchor in reference.anchors) or (
        not mentions and reference.name == item.value.name
    )
