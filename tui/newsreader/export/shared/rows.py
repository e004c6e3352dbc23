"""The tables of a document: statements, entities, actors, annotations; one row each, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsreader.article.model import Span
    from newsreader.export.document import Document
    from newsreader.export.layers import Layer

Row = dict[str, object]


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        name: "statements", "entities", "actors" or "annotations".
        columns: the names of its columns, in order.
        rows: the rows of a document; None is an empty cell.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Document], Iterator[Row]]


def _statements(document: Document) -> Iterator[Row]:
    article = document.article
    headings = {section.id: article.heading(section) for section in article.sections}
    for layer in document.layers:
        for one in layer.statements:
            actor = layer.actor(one.actor)
            yield {
                **_article(document),
                "section": headings.get(one.section),
                "statement": one.id,
                "kind": one.kind.value,
                "medium": one.medium and one.medium.value,
                "text": " ".join(span.of(article.text) for span in one.spans),
                "actor": one.actor,
                "actor_name": actor and actor.name,
                "actor_kind": actor and actor.kind.value,
                "actor_role": actor and actor.role,
                "speaker": one.speaker and one.speaker.of(article.text),
                "cue": _text(one.cue, article.text),
                "addressee": _text(one.addressee, article.text),
                "parent": one.parent,
                "start": min(span.start for span in one.spans),
                "end": max(span.end for span in one.spans),
                "confidence": one.confidence,
                "rule": one.rule,
                **_decision(layer, one.id),
                "article": article.id,
            }


def _entities(document: Document) -> Iterator[Row]:
    for layer in document.layers:
        for one in layer.entities:
            actor = layer.actor(one.actor)
            yield {
                **_source(document),
                "entity": one.id,
                "text": one.span.of(document.text),
                "label": one.label,
                "value": one.value,
                "start": one.span.start,
                "end": one.span.end,
                "actor": one.actor,
                "actor_name": actor and actor.name,
                **_decision(layer, one.id),
                "article": document.article.id,
            }


def _actors(document: Document) -> Iterator[Row]:
    for layer in document.layers:
        for one in layer.actors:
            yield {
                **_source(document),
                "actor": one.id,
                "name": one.name,
                "kind": one.kind.value,
                "role": one.role,
                "mentions": len(one.mentions),
                "statements": sum(statement.actor == one.id for statement in layer.statements),
                **_decision(layer, one.id),
                "article": document.article.id,
            }


def _annotations(document: Document) -> Iterator[Row]:
    for one in document.annotations:
        yield {
            **_source(document),
            "annotation": one.id,
            "kind": one.kind.value,
            "verdict": one.verdict and one.verdict.value,
            "text": " … ".join(anchor.exact for anchor in one.anchors) or None,
            "start": min((anchor.start for anchor in one.anchors), default=None),
            "end": max((anchor.end for anchor in one.anchors), default=None),
            "note": one.note or None,
            "tags": ", ".join(one.tags) or None,
            "colour": one.colour,
            "annotator": one.annotator,
            "created": one.created.isoformat(),
            "modified": one.modified.isoformat(),
            "article": document.article.id,
        }


def _source(document: Document) -> Row:
    return {"source": document.article.source}


def _article(document: Document) -> Row:
    article = document.article
    published = article.published.isoformat() if article.published else None
    return {"source": article.source, "title": article.title, "published": published}


def _decision(layer: Layer, identifier: str) -> Row:
    """Whose a row is, and what a person has said about it."""
    return {
        "layer": layer.name.value,
        "status": layer.status_of(identifier).value,
        "annotator": layer.annotator_of(identifier),
        "note": layer.note_of(identifier) or None,
        "tags": ", ".join(layer.tags_of(identifier)) or None,
    }


def _text(spans: Iterable[Span], text: str) -> str | None:
    return " … ".join(span.of(text) for span in spans) or None


_DECISION = ("layer", "status", "annotator", "note", "tags")

STATEMENTS = Table(
    "statements",
    (
        "source",
        "title",
        "published",
        "section",
        "statement",
        "kind",
        "medium",
        "text",
        "actor",
        "actor_name",
        "actor_kind",
        "actor_role",
        "speaker",
        "cue",
        "addressee",
        "parent",
        "start",
        "end",
        "confidence",
        "rule",
        *_DECISION,
        "article",
    ),
    _statements,
)
ENTITIES = Table(
    "entities",
    ("source", "entity", "text", "label", "value", "start", "end", "actor", "actor_name", *_DECISION, "article"),
    _entities,
)
ACTORS = Table(
    "actors", ("source", "actor", "name", "kind", "role", "mentions", "statements", *_DECISION, "article"), _actors
)
ANNOTATIONS = Table(
    "annotations",
    (
        "source",
        "annotation",
        "kind",
        "verdict",
        "text",
        "start",
        "end",
        "note",
        "tags",
        "colour",
        "annotator",
        "created",
        "modified",
        "article",
    ),
    _annotations,
)
TABLES = (STATEMENTS, ENTITIES, ACTORS, ANNOTATIONS)
"""the statements first, which most come for"""
