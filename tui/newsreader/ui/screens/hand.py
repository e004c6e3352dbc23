"""What is at hand on the reader's screen when the user wants to annotate or decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article.model import Span
from newsreader.ui.annotating.at_hand import AtHand

if TYPE_CHECKING:
    from newsreader.analysis.result import Actor, Entity, Statement
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.review import Review
    from newsreader.ui.screens.reader import ReaderScreen


def at_hand(reader: ReaderScreen) -> AtHand:
    """What is at hand: a list's row, selected text, else the annotation, name or statement that was chosen last."""
    view, review, book = reader.view, reader.annotator.review, reader.annotator.notebook
    chosen = reader.notes.panel.chosen if reader.in_notes else None if reader.in_list else reader.notes.current
    selected = None if reader.in_list or reader.in_notes else selection(reader)
    if selected is not None:
        entity = _under(selected, review, view.current_entity)
        statement = _around(selected, review, view.current_statement)
        return _with_actor(AtHand((selected,), True, None, entity, statement), review)
    if book is not None and chosen is not None and (annotation := book.get(chosen)) is not None:
        if annotation in book.orphans:
            return AtHand(annotation=annotation, orphan=True, new_place=selection(reader))
        return _of_annotation(annotation, review)
    if review is None:
        return AtHand()
    if reader.in_list:
        return _of_row(reader, review)
    if view.current_entity is not None and (entity := review.entity(view.current_entity.id)) is not None:
        return _with_actor(AtHand((entity.value.span,), entity=entity), review)
    if view.current_statement is not None and (said := review.statement(view.current_statement.id)) is not None:
        return _with_actor(AtHand(said.value.spans, statement=said), review)
    return AtHand()


def selection(reader: ReaderScreen) -> Span | None:
    """The selected text without the blanks around it, None for none."""
    span = reader.view.selection_span
    if span is None:
        return None
    text = span.of(reader.article.text)
    start = span.start + len(text) - len(text.lstrip())
    end = span.end - (len(text) - len(text.rstrip()))
    return Span(start, end) if start < end else None


def _of_annotation(annotation: Annotation, review: Review | None) -> AtHand:
    """An annotation, with what it decides about."""
    spans = annotation.spans
    if review is None:
        return AtHand(spans, annotation=annotation)
    item = review.decided_by(annotation.id)
    if item is None:
        return AtHand(spans, annotation=annotation)
    if (actor := review.actor(item.value.id)) is not None:
        return AtHand(spans, annotation=annotation, actor=actor, chosen_actor=True)
    entity, statement = review.entity(item.value.id), review.statement(item.value.id)
    return _with_actor(AtHand(spans, annotation=annotation, entity=entity, statement=statement), review)


def _of_row(reader: ReaderScreen, review: Review) -> AtHand:
    """The row of the list of actors."""
    if (statement := review.statement(reader.panel.chosen_statement)) is not None:
        return _with_actor(AtHand(statement.value.spans, statement=statement), review)
    actor = review.actor(reader.panel.chosen_actor)
    return AtHand() if actor is None else AtHand(actor.value.mentions[:1], actor=actor, chosen_actor=True)


def _with_actor(hand: AtHand, review: Review | None) -> AtHand:
    """With the actor behind the name or the statement."""
    value = hand.entity.value if hand.entity else hand.statement.value if hand.statement else None
    actor: Item[Actor] | None = review.actor(value.actor) if review is not None and value is not None else None
    return AtHand(hand.spans, hand.selected, hand.annotation, hand.entity, hand.statement, actor)


def _under(span: Span, review: Review | None, current: Entity | None) -> Item[Entity] | None:
    """The name that selected text is about: the current one if it overlaps, else the one with most in common."""
    found = [one for one in review.entities if one.holds and one.value.span.overlaps(span)] if review else []
    mine = next((one for one in found if current is not None and one.value.id == current.id), None)
    return mine or max(found, key=lambda one: _common(one.value.span, span), default=None)


def _around(span: Span, review: Review | None, current: Statement | None) -> Item[Statement] | None:
    """The statement that selected text is about: the marked one, wherever it stands, else the innermost one there."""
    if review is None:
        return None
    if current is not None and (mine := review.statement(current.id)) is not None:
        return mine
    found = [one for one in review.statements if one.holds and any(each.overlaps(span) for each in one.value.spans)]
    return min(found, key=lambda one: sum(each.end - each.start for each in one.value.spans), default=None)


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
