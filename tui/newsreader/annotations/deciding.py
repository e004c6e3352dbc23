"""Deciding about what the machine found: confirm, correct, reject, add, join, split, one item or many.

Each gives the change to the human layer. An item about which there is a decision already has that one changed, so that
there is one annotation about it, with its note and tags.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.analysis.result import PART, Actor, ActorKind, Entity, Medium, Statement, StatementKind
from newsreader.annotations.items import Status
from newsreader.annotations.model import (
    ActorValues,
    AnnotationKind,
    Decision,
    EntityValues,
    StatementValues,
    Verdict,
)
from newsreader.annotations.pen import KEEP, Keep
from newsreader.annotations.referring import Referrer, joins_of, kind_of, means, place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.changes import Change
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation, Values
    from newsreader.annotations.pen import Pen
    from newsreader.annotations.review import Review
    from newsreader.article.model import Span

V = TypeVar("V")

SPEAKERS = frozenset({"PER", "ORG"})
"""labels between which a name's actor stays the same: one mistaken for the other is still he"""


@dataclass(frozen=True)
class Judge:
    """A person who decides about an article.

    Attributes:
        pen: who, about which article.
        review: how it stands.
    """

    pen: Pen
    review: Review

    @cached_property
    def _referrer(self) -> Referrer:
        return Referrer(self.pen, self.review)

    # Any item

    def decision(self, item: Item[Any]) -> Annotation | None:
        """The annotation that is about an item, None if there is none: it is untouched, joined to another one, or gives
        way to a decision about something else."""
        annotation = self.review.annotations.get(item.annotation or "")
        if annotation is None or item.joined or item.displaced or annotation.kind is not kind_of(item):
            return None
        return annotation

    def confirm(self, item: Item[Any]) -> Change:
        """Say that an item is right as it stands; what was corrected before stays corrected, what was rejected is what
        the machine said after all.

        Raises:
            ValueError: if it is an actor who was joined to another one: take that back first.
        """
        _alone(item)
        own = self.decision(item)
        kept = (Status.CORRECTED, Status.ADDED)
        verdict = Verdict(item.status.value) if item.status in kept else Verdict.CONFIRMED
        spans = _mentions(own) if isinstance(item.value, Actor) else place(item.value)
        return self._decide(item, verdict, spans, self._referrer.values(item, own))

    def reject(self, item: Item[Any]) -> Change:
        """Say that an item is nothing of the kind; one that a person added is deleted.

        Raises:
            ValueError: as for `confirm`.
        """
        _alone(item)
        own = self.decision(item)
        if item.machine is None and own is not None:
            return self.pen.delete(own)
        spans = () if isinstance(item.value, Actor) else place(item.machine or item.value)
        return self._decide(item, Verdict.REJECTED, spans, None)

    def confirm_all(self, items: Iterable[Item[Any]]) -> list[Change]:
        """Confirm what is untouched among some items; what was decided before stays as it is."""
        return [self.confirm(item) for item in items if item.status is Status.UNTOUCHED]

    def reject_all(self, items: Iterable[Item[Any]]) -> list[Change]:
        """Reject what is untouched among some items; what was decided before stays as it is."""
        return [self.reject(item) for item in items if item.status is Status.UNTOUCHED]

    def release(self, item: Item[Any]) -> Change | None:
        """Take back what was decided about an item, so that the machine's word holds again: an actor is himself again,
        and what gave way to another decision comes back as that one goes.

        Returns:
            None if nothing was decided.
        """
        annotation = self.review.annotations.get(item.annotation or "")
        if annotation is None:
            return None
        decision = annotation.decision
        if item.joined is not None and decision is not None and isinstance(decision.values, ActorValues):
            joins = tuple(one for one in decision.values.joins if not means(one, item))
            values = replace(decision.values, joins=joins)
            return self.pen.edit(annotation, decision=replace(decision, values=values))
        return self.pen.delete(annotation)

    # Entities

    def correct_entity(
        self,
        item: Item[Entity],
        *,
        span: Span | None = None,
        label: str | None = None,
        actor: str | Keep | None = KEEP,
    ) -> Change:
        """Correct an entity; what is not named stays as it is.

        Args:
            item: the entity.
            span: its extent, code points.
            label: what it is.
            actor: id of the actor that it mentions, None for nobody. If it is not named, a name that is no person's or
                organisation's any more lets go of its actor, and one that has become one's finds him by his name.
        """
        old = item.value
        extent, new = span or old.span, label or old.label
        if isinstance(actor, Keep):
            same = old.kind == new.removesuffix(PART) or {old.kind, new.removesuffix(PART)} <= SPEAKERS
            actor = old.actor if same and old.actor else self._likely(extent, new)
        values = EntityValues(new, self._referrer.actor(actor))
        return self._decide(item, Verdict.CORRECTED, (extent,), values)

    def add_entity(self, span: Span, label: str, actor: str | Keep | None = KEEP) -> Change:
        """Add an entity that the machine has not found; see `correct_entity`."""
        chosen = self._likely(span, label) if isinstance(actor, Keep) else actor
        return self._add(AnnotationKind.ENTITY, (span,), EntityValues(label, self._referrer.actor(chosen)))

    def decide_alike(self, item: Item[Entity] | None, span: Span, values: EntityValues) -> Change:
        """Decide about a name as was decided about the same name elsewhere.

        Args:
            item: the entity, None to add one.
            span: its extent, code points.
            values: what holds there, and so here.
        """
        if item is None:
            return self._add(AnnotationKind.ENTITY, (span,), values)
        actor = self.review.actor(item.value.actor)
        name, wanted = actor and actor.value.name, values.actor and values.actor.name
        same = (item.value.span, item.value.label, name) == (span, values.label, wanted)
        return self._decide(item, Verdict.CONFIRMED if same else Verdict.CORRECTED, (span,), values)

    def _likely(self, span: Span, label: str) -> str | None:
        return self._referrer.likely_actor(span.of(self.pen.article.text), label)

    # Actors

    def correct_actor(
        self,
        item: Item[Actor],
        *,
        name: str | None = None,
        kind: ActorKind | None = None,
        role: str | Keep | None = KEEP,
        joins: Iterable[str] = (),
        mentions: Iterable[Span] = (),
    ) -> Change:
        """Correct an actor; what is not named stays as it is.

        Args:
            item: the actor.
            name: what he is called.
            kind: what he is.
            role: office or function, None for none.
            joins: ids of actors who are the same one.
            mentions: more mentions of his, code points, whoever had them.

        Raises:
            ValueError: as for `confirm`.
        """
        _alone(item)
        own, old = self.decision(item), item.value
        others = (self._referrer.actor(other) for other in joins)
        values = ActorValues(
            name or old.name,
            kind or old.kind,
            _or(role, old.role),
            (*joins_of(own), *(other for other in others if other is not None)),
        )
        return self._decide(item, Verdict.CORRECTED, tuple(sorted({*_mentions(own), *mentions})), values)

    def add_actor(
        self,
        name: str,
        kind: ActorKind = ActorKind.PERSON,
        role: str | None = None,
        mentions: Iterable[Span] = (),
    ) -> Change:
        """Add an actor. Mentions that he is given leave whoever had them, and their statements go with them: a split.

        Args:
            name: what he is called.
            kind: what he is.
            role: office or function, None for none.
            mentions: where he is mentioned, code points.
        """
        return self._add(AnnotationKind.ACTOR, tuple(sorted(set(mentions))), ActorValues(name, kind, role))

    # Statements

    def correct_statement(
        self,
        item: Item[Statement],
        *,
        spans: Iterable[Span] | None = None,
        kind: StatementKind | None = None,
        medium: Medium | Keep | None = KEEP,
        speaker: Span | Keep | None = KEEP,
        actor: str | Keep | None = KEEP,
        cue: Iterable[Span] | None = None,
        frame: Iterable[Span] | None = None,
        addressee: Iterable[Span] | None = None,
    ) -> Change:
        """Correct a statement; what is not named stays as it is.

        Args:
            item: the statement.
            spans: its pieces, code points.
            kind: how it is rendered.
            medium: speech, writing or thought, None if that is unknown.
            speaker: the words that name the speaker, None if there are none.
            actor: id of the actor behind the speaker, None for nobody.
            cue, frame, addressee: as in `newsreader.analysis.result.Statement`.
        """
        old = item.value
        values = self._statement(
            kind or old.kind,
            _or(medium, old.medium),
            _or(speaker, old.speaker),
            _or(actor, old.actor),
            old.cue if cue is None else cue,
            old.frame if frame is None else frame,
            old.addressee if addressee is None else addressee,
        )
        return self._decide(item, Verdict.CORRECTED, old.spans if spans is None else tuple(sorted(spans)), values)

    def add_statement(
        self,
        spans: Iterable[Span],
        kind: StatementKind,
        *,
        medium: Medium | None = None,
        speaker: Span | None = None,
        actor: str | None = None,
        cue: Iterable[Span] = (),
        frame: Iterable[Span] = (),
        addressee: Iterable[Span] = (),
    ) -> Change:
        """Add a statement that the machine has not found; see `correct_statement`."""
        values = self._statement(kind, medium, speaker, actor, cue, frame, addressee)
        return self._add(AnnotationKind.STATEMENT, tuple(sorted(spans)), values)

    def _statement(
        self,
        kind: StatementKind,
        medium: Medium | None,
        speaker: Span | None,
        actor: str | None,
        cue: Iterable[Span],
        frame: Iterable[Span],
        addressee: Iterable[Span],
    ) -> StatementValues:
        anchors = self.pen.anchors
        words = None if speaker is None else self.pen.anchor(speaker)
        who = self._referrer.actor(actor)
        return StatementValues(kind, medium, words, who, anchors(cue), anchors(frame), anchors(addressee))

    # The change

    def _decide(self, item: Item[Any], verdict: Verdict, spans: tuple[Span, ...], values: Values | None) -> Change:
        own, target = self.decision(item), self._referrer.target(item)
        decision = Decision(Verdict.ADDED if target is None else verdict, target, values)
        if own is not None:
            return self.pen.edit(own, spans=spans, decision=decision)
        return self.pen.make(kind_of(item), spans, decision=decision)

    def _add(self, kind: AnnotationKind, spans: tuple[Span, ...], values: Values) -> Change:
        return self.pen.make(kind, spans, decision=Decision(Verdict.ADDED, None, values))


def _alone(item: Item[Any]) -> None:
    if item.joined is not None:
        raise ValueError("an actor who is part of another one: release him first")


def _mentions(own: Annotation | None) -> tuple[Span, ...]:
    """The mentions that a decision about an actor has given to him."""
    return () if own is None else own.spans


def _or(value: V | Keep, old: V) -> V:
    return old if isinstance(value, Keep) else value
