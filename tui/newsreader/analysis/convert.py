"""From a spaCy Doc to plain data: the entities, actors and statements of an article in order of appearance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.analysis.components import extensions
from newsreader.analysis.result import PART, Analysis, Entity
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

    from newsreader.analysis.info import PipelineInfo
    from newsreader.analysis.result import Statement
    from newsreader.article.model import Article

_COMPOUNDS = "name_parts"
"""the span group in which a pipeline leaves words that contain a name, labelled `ORG-PART`, `LOC-DERIV`, ..."""
_PART = "-PART"


def to_analysis(article: Article, doc: Doc, info: PipelineInfo) -> Analysis:
    """The analysis that the components left on a Doc over the whole text of an article."""
    statements: tuple[Statement, ...] = doc._.statements
    return Analysis(
        info,
        _entities(doc),
        doc._.actors,
        tuple(replace(statement, section=_section(article, statement)) for statement in statements),
    )


def _entities(doc: Doc) -> tuple[Entity, ...]:
    """The names and amounts of a Doc, and the names inside its compounds, in order."""
    actors: dict[int, str] = doc._.entity_actors
    inner = doc.spans.get(extensions.INNER, ())
    whole = [
        Entity("", Span(ent.start_char, ent.end_char), ent.label_, actors.get(ent.start), ent._.value)
        for ent in (*doc.ents, *inner)
    ]
    taken = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    parts = [
        Entity("", span, compound.label_.removesuffix(_PART) + PART)
        for compound in doc.spans.get(_COMPOUNDS, ())
        if compound.label_.endswith(_PART) and compound.start not in taken
        for span in _name_inside(compound)
    ]
    found = sorted([*whole, *parts], key=lambda entity: (entity.span.start, -entity.span.end))
    return tuple(replace(entity, id=f"e{number}") for number, entity in enumerate(found, start=1))


def _name_inside(compound: SpacySpan) -> Iterator[Span]:
    """Where the name in a compound with hyphens stands: before the last hyphen, as in "Baden-Württemberg-Wahl"."""
    before, hyphen, _ = compound.text.rpartition("-")
    if hyphen and before and compound.end - compound.start == 1:
        yield Span(compound.start_char, compound.start_char + len(before))


def _section(article: Article, statement: Statement) -> str:
    return article.section_at(statement.spans[0].start).id if article.sections and statement.spans else "0"
