"""The JSON document of an analysed article, and its way back; it is what every exporter and the cache speak."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import (
    Actor,
    ActorKind,
    Analysis,
    Entity,
    Medium,
    Statement,
    StatementKind,
)
from newsreader.article.model import Article, Block, BlockKind, Inline, InlineKind, Section, Span
from newsreader.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = "newsreader/1"

Json = dict[str, Any]


def to_document(article: Article, analysis: Analysis) -> Json:
    """The document of an article and its analysis, in plain dictionaries, lists, strings and numbers.

    Offsets are code points of the article's text, [start, end). The human layer is left empty (`annotations`).
    """
    return {
        "schema": SCHEMA,
        "generator": f"newsreader {__version__}",
        "pipeline": {"name": analysis.pipeline.name, "version": analysis.pipeline.version},
        "article": article_row(article),
        **results(analysis, article.text),
        "annotations": [],
    }


def results(analysis: Analysis, text: str) -> Json:
    """The keys of the document that hold the analysis: entities, actors, statements, notices."""
    return {
        "entities": [_entity(entity, text) for entity in analysis.entities],
        "actors": [_actor(actor) for actor in analysis.actors],
        "statements": [_statement(statement, text) for statement in analysis.statements],
        "notices": list(analysis.notices),
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _maybe(span: Span | None) -> Json | None:
    return None if span is None else _span(span)


def _quoted(span: Span, text: str) -> Json:
    return {**_span(span), "text": span.of(text)}


def article_row(article: Article) -> Json:
    """The document's key `article`."""
    return {
        "id": article.id,
        "source": article.source,
        "language": article.language,
        "title": article.title,
        "title_span": _maybe(article.title_span),
        "kicker": _maybe(article.kicker),
        "published": None if article.published is None else article.published.isoformat(),
        "updated": None if article.updated is None else article.updated.isoformat(),
        "author": article.author,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "url": article.url,
        "stamp": _maybe(article.stamp),
        "dateline": _maybe(article.dateline),
        "place": _maybe(article.place),
        "agency": _maybe(article.agency),
        "text": article.text,
        "sections": [
            {
                "id": section.id,
                "heading": article.heading(section),
                "heading_span": _maybe(section.heading),
                "level": section.level,
                **_span(section.span),
            }
            for section in article.sections
        ],
        "blocks": [_block(block) for block in article.blocks],
        "inlines": [{"kind": i.kind.value, **_span(i.span), "target": i.target} for i in article.inlines],
        "notices": list(article.notices),
    }


def _block(block: Block) -> Json:
    return {
        "kind": block.kind.value,
        **_span(block.span),
        "level": block.level,
        "marker": block.marker,
        "quoted": block.quoted,
        "cells": _spans(block.cells),
        "header": block.header,
        "preformatted": block.preformatted,
    }


def _entity(entity: Entity, text: str) -> Json:
    return {
        "id": entity.id,
        **_quoted(entity.span, text),
        "label": entity.label,
        "actor": entity.actor,
        "value": entity.value,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "role": actor.role,
        "mentions": _spans(actor.mentions),
    }


def _statement(statement: Statement, text: str) -> Json:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "medium": None if statement.medium is None else statement.medium.value,
        "spans": _spans(statement.spans),
        "text": " ".join(span.of(text) for span in statement.spans),
        "speaker": None if statement.speaker is None else _quoted(statement.speaker, text),
        "cue": _spans(statement.cue),
        "frame": _spans(statement.frame),
        "addressee": _spans(statement.addressee),
        "actor": statement.actor,
        "parent": statement.parent,
        "section": statement.section,
        "confidence": statement.confidence,
        "rule": statement.rule,
        "reason": statement.reason,
    }


def from_document(document: Json) -> tuple[Article, Analysis]:
    """The article and the analysis of a document; keys that this program adds to the format may be missing.

    Raises:
        ValueError: if it is not such a document.
    """
    try:
        if document["schema"] != SCHEMA:
            raise ValueError(f"schema {document['schema']!r} is not {SCHEMA!r}")
        article = to_article(document["article"])
        return article, to_analysis(document)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a document of newsreader: {error!r}") from error


def to_analysis(document: Json) -> Analysis:
    """The analysis in a document's keys `pipeline`, `entities`, `actors`, `statements` and `notices`.

    Raises:
        KeyError, TypeError, ValueError: if they are not as `to_document` writes them.
    """
    return Analysis(
        PipelineInfo(document["pipeline"]["name"], document["pipeline"]["version"]),
        tuple(
            Entity(row["id"], _to_span(row), row["label"], row["actor"], row.get("value"))
            for row in document["entities"]
        ),
        tuple(
            Actor(row["id"], row["name"], ActorKind(row["kind"]), row["role"], _to_spans(row["mentions"]))
            for row in document["actors"]
        ),
        tuple(_to_statement(row) for row in document["statements"]),
        tuple(document.get("notices", ())),
    )


def _to_span(row: Json) -> Span:
    start, end = row["start"], row["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        raise ValueError(f"not a span: {start!r} to {end!r}")
    return Span(start, end)


def _to_spans(rows: Iterable[Json]) -> tuple[Span, ...]:
    return tuple(_to_span(row) for row in rows)


def _to_maybe(row: Json | None) -> Span | None:
    return None if row is None else _to_span(row)


def to_article(row: Json) -> Article:
    """The article of what `article_row` gave.

    Raises:
        KeyError, TypeError, ValueError: if it is no such row.
    """
    published = row["published"]
    return Article(
        text=row["text"],
        source=row["source"],
        language=row["language"],
        title_span=_to_maybe(row.get("title_span")),
        kicker=_to_maybe(row.get("kicker")),
        published=None if published is None else datetime.fromisoformat(published),
        updated=None if row.get("updated") is None else datetime.fromisoformat(row["updated"]),
        author=row.get("author"),
        authors=tuple(row.get("authors", ())),
        publisher=row.get("publisher"),
        url=row.get("url"),
        stamp=_to_maybe(row.get("stamp")),
        dateline=_to_maybe(row.get("dateline")),
        place=_to_maybe(row.get("place")),
        agency=_to_maybe(row.get("agency")),
        blocks=tuple(_to_block(block) for block in row.get("blocks", ())),
        inlines=tuple(
            Inline(InlineKind(inline["kind"]), _to_span(inline), inline["target"]) for inline in row.get("inlines", ())
        ),
        sections=tuple(
            Section(part["id"], _to_maybe(part.get("heading_span")), part["level"], _to_span(part))
            for part in row["sections"]
        ),
        notices=tuple(row.get("notices", ())),
    )


def _to_block(row: Json) -> Block:
    return Block(
        BlockKind(row["kind"]),
        _to_span(row),
        row["level"],
        row["marker"],
        row["quoted"],
        _to_spans(row["cells"]),
        row["header"],
        row["preformatted"],
    )


def _to_statement(row: Json) -> Statement:
    return Statement(
        id=row["id"],
        kind=StatementKind(row["kind"]),
        spans=_to_spans(row["spans"]),
        medium=None if row["medium"] is None else Medium(row["medium"]),
        speaker=_to_maybe(row["speaker"]),
        cue=_to_spans(row["cue"]),
        frame=_to_spans(row["frame"]),
        addressee=_to_spans(row["addressee"]),
        actor=row["actor"],
        parent=row["parent"],
        section=row["section"],
        confidence=row["confidence"],
        rule=row["rule"],
        reason=row.get("reason"),
    )
