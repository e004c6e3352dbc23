"""Laying decisions over the machine's entities, actors and statements, each item with what was said about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.analysis.result import PART, Actor, Entity, Statement
from newsreader.annotations.casting import Casting
from newsreader.annotations.claims import Claims
from newsreader.annotations.items import Item, Status
from newsreader.annotations.lookup import Spans, jaccard
from newsreader.annotations.model import AnnotationKind, EntityValues, StatementValues, Verdict
from newsreader.annotations.nesting import parents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.casting import Figure
    from newsreader.annotations.claims import Claim
    from newsreader.annotations.model import Anchor, Annotation
    from newsreader.article.model import Article, Span

SAME_STATEMENT = 0.8
"""how much of two statements' text must be common (Jaccard index) for them to be one, so that the person's holds"""


STATUSES = {verdict: Status(verdict.value) for verdict in Verdict}


class Layers:
    """Both layers joined.

    Args:
        article: the article.
        analysis: the machine's layer.
        annotations: the human layer, placed in the article.
    """

    def __init__(self, article: Article, analysis: Analysis, annotations: Iterable[Annotation]) -> None:
        self._article = article
        self._analysis = analysis
        self._section_starts = [section.span.start for section in article.sections]
        decisions = sorted((one for one in annotations if one.decision), key=lambda one: (one.modified, one.id))

        def about(kind: AnnotationKind) -> list[tuple[Annotation, str]]:
            return [(one, _label(one)) for one in decisions if one.kind is kind and (one.anchors or _is_actor(one))]

        self._casting = Casting(analysis.actors, [one for one, _ in about(AnnotationKind.ACTOR)])
        entities = [(entity.label, (entity.span,)) for entity in analysis.entities]
        self._entities = Claims(entities, about(AnnotationKind.ENTITY), entities_clash)
        statements = [(statement.kind.value, statement.spans) for statement in analysis.statements]
        self._statements = Claims(statements, about(AnnotationKind.STATEMENT), statements_clash)
        self._move_mentions()
        self.statements: tuple[Item[Statement], ...] = tuple(self._all_statements())
        self.entities: tuple[Item[Entity], ...] = tuple(self._all_entities())
        self._casting.settle({item.value.actor for item in self.statements if item.holds and item.value.actor})
        self.actors: tuple[Item[Actor], ...] = tuple(self._all_actors())
        overruled = (*self._casting.overruled, *self._entities.overruled, *self._statements.overruled)
        self.overruled = tuple(one.id for one in overruled)

    def _move_mentions(self) -> None:
        """Carry over to the actors what was said about their names."""
        casting, machine = self._casting, self._analysis.entities
        for at, annotation in self._entities.displaced.items():
            casting.move(machine[at].span, None, annotation)
        for claim in (*self._entities.decided.values(), *self._entities.alone):
            if claim.at is not None and (machine[claim.at].span,) != claim.spans:
                casting.move(machine[claim.at].span, None, claim.annotation)
            values = _entity_values(claim)
            if values is not None:
                casting.move(claim.spans[0], casting.resolve(values.actor, claim.annotation), claim.annotation)

    # Entities

    def _all_entities(self) -> Iterator[Item[Entity]]:
        items = [self._entity(at, entity) for at, entity in enumerate(self._analysis.entities)]
        items += [self._decided_entity(claim, None) for claim in self._entities.alone]
        yield from sorted(items, key=lambda item: item.value.span)

    def _entity(self, at: int, entity: Entity) -> Item[Entity]:
        if at in self._entities.displaced:
            return Item(entity, Status.REJECTED, self._entities.displaced[at].id, entity, displaced=True)
        claim = self._entities.decided.get(at)
        if claim is None:
            owner = self._casting.owner(entity.span, self._casting.machine(entity.actor))
            actor = _id(owner)
            return Item(entity if actor == entity.actor else replace(entity, actor=actor), machine=entity)
        return self._decided_entity(claim, entity)

    def _decided_entity(self, claim: Claim, machine: Entity | None) -> Item[Entity]:
        values, annotation = _entity_values(claim), claim.annotation
        if values is None:
            assert machine is not None
            return Item(machine, Status.REJECTED, annotation.id, machine)
        span = claim.spans[0]
        same = machine is not None and (machine.span, machine.label) == (span, values.label)
        value = Entity(
            f"e-{annotation.id}" if machine is None else machine.id,
            span,
            values.label,
            _id(self._casting.owner(span, None)),
            machine.value if machine is not None and same else None,
        )
        return Item(value, _status(annotation), annotation.id, machine)

    # Statements

    def _all_statements(self) -> Iterator[Item[Statement]]:
        items = [self._statement(at, statement) for at, statement in enumerate(self._analysis.statements)]
        items += [self._decided_statement(claim, None) for claim in self._statements.alone]
        items = parents(items)
        yield from sorted(items, key=lambda item: item.value.spans[0].start if item.value.spans else 0)

    def _statement(self, at: int, statement: Statement) -> Item[Statement]:
        if at in self._statements.displaced:
            return Item(statement, Status.REJECTED, self._statements.displaced[at].id, statement, displaced=True)
        claim = self._statements.decided.get(at)
        if claim is None:
            figure = self._casting.machine(statement.actor)
            actor = _id(self._casting.mend(statement.speaker, figure))
            same = actor == statement.actor
            return Item(statement if same else replace(statement, actor=actor), machine=statement)
        return self._decided_statement(claim, statement)

    def _decided_statement(self, claim: Claim, machine: Statement | None) -> Item[Statement]:
        annotation, decision = claim.annotation, claim.annotation.decision
        values = decision.values if decision else None
        if not isinstance(values, StatementValues):
            assert machine is not None
            return Item(machine, Status.REJECTED, annotation.id, machine)
        figure = self._casting.resolve(values.actor, annotation)
        actor = _id(None if figure is None else figure.last())
        value = Statement(
            id=f"s-{annotation.id}" if machine is None else machine.id,
            kind=values.kind,
            spans=claim.spans,
            medium=values.medium,
            speaker=None if values.speaker is None else values.speaker.span,
            cue=_spans(values.cue),
            frame=_spans(values.frame),
            addressee=_spans(values.addressee),
            actor=actor,
            parent=None if machine is None else machine.parent,
            section=self._section(claim.spans[0].start),
            rule="" if machine is None else machine.rule,
            reason=machine.reason if machine is not None and machine.actor == actor else None,
        )
        return Item(value, _status(annotation), annotation.id, machine)

    def _section(self, offset: int) -> str:
        at = bisect_right(self._section_starts, offset) - 1
        return self._article.sections[max(at, 0)].id if self._section_starts else "0"

    # Actors

    def _all_actors(self) -> Iterator[Item[Actor]]:
        items = [_actor(figure) for figure in self._casting]
        ends = len(self._article.text)
        yield from sorted(items, key=lambda item: item.value.mentions[0].start if item.value.mentions else ends)


def _actor(figure: Figure) -> Item[Actor]:
    by, machine = figure.decided or figure.left, figure.machine
    if figure.gone and machine is not None:
        return Item(machine, Status.REJECTED, by.id if by else None, machine, displaced=figure.left is not None)
    mentions = tuple(sorted(figure.mentions))
    value = Actor(figure.id, figure.name, figure.kind, figure.role, mentions)
    if by is None:
        return Item(value, machine=machine)
    if figure.into is not None:
        last = figure.last()
        status = Status.ADDED if machine is None else Status.CORRECTED
        return Item(machine or value, status, by.id, machine, joined=last.id if last else figure.into.id)
    status = _status(by) if by.kind is AnnotationKind.ACTOR else Status.ADDED
    return Item(value, status, by.id, machine)


def entities_clash(label: str, spans: Spans, other_label: str, other_spans: Spans) -> bool:
    """Whether two entities cannot both hold: they overlap, unless one is the part of a compound that the other is."""
    if not any(one.overlaps(other) for one in spans for other in other_spans):
        return False
    if spans == other_spans:
        return True
    inner, outer = (spans, other_spans) if label.endswith(PART) else (other_spans, spans)
    part = label.endswith(PART) != other_label.endswith(PART)
    return not (part and any(one.contains(other) for one in outer for other in inner))


def statements_clash(_: str, spans: Spans, __: str, other_spans: Spans) -> bool:
    """Whether two statements are one and the same: they have most of their text in common."""
    return jaccard(spans, other_spans) >= SAME_STATEMENT


def _is_actor(annotation: Annotation) -> bool:
    return annotation.kind is AnnotationKind.ACTOR


def _label(annotation: Annotation) -> str:
    values = annotation.decision.values if annotation.decision else None
    match values:
        case EntityValues():
            return values.label
        case StatementValues():
            return values.kind.value
    return ""


def _entity_values(claim: Claim) -> EntityValues | None:
    values = claim.annotation.decision.values if claim.annotation.decision else None
    return values if isinstance(values, EntityValues) else None


def _status(annotation: Annotation) -> Status:
    assert annotation.decision is not None
    return STATUSES[annotation.decision.verdict]


def _id(figure: Figure | None) -> str | None:
    return None if figure is None else figure.id


def _spans(anchors: Iterable[Anchor]) -> tuple[Span, ...]:
    return tuple(anchor.span for anchor in anchors)
