"""From a spaCy Doc to plain data: the entities, actors and statements of an article in order of appearance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.analysis.components import extensions
from newsreader.analysis.result import Analysis, Entity
from newsreader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsreader.analysis.result import PipelineInfo, Statement
    from newsreader.article.model import Article


def to_analysis(article: Article, doc: Doc, info: PipelineInfo) -> Analysis:
    """The analysis that the components left on a Doc over the whole text of an article."""
    actors: dict[int, str] = doc._.entity_actors
    inner = doc.spans.get(extensions.INNER, ())
    found = sorted([*doc.ents, *inner], key=lambda ent: (ent.start, -ent.end))
    entities = tuple(
        Entity(f"e{number}", Span(ent.start_char, ent.end_char), ent.label_, actors.get(ent.start), ent._.value)
        for number, ent in enumerate(found, start=1)
    )
    statements: tuple[Statement, ...] = doc._.statements
    return Analysis(
        info,
        entities,
        doc._.actors,
        tuple(replace(statement, section=_section(article, statement)) for statement in statements),
    )


def _section(article: Article, statement: Statement) -> str:
    return article.section_at(statement.spans[0].start).id if article.sections and statement.spans else "0"
