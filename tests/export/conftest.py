"""Articles with analyses made by hand, so that the formats are tested without a pipeline."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.result import (
    Actor,
    ActorKind,
    Analysis,
    Entity,
    Medium,
    PipelineInfo,
    Statement,
    StatementKind,
)
from newsreader.article.model import Article, Section, Span
from newsreader.export import Document

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = """Gipfel *endet*

"=Ja", sagte Anna Beck [dpa] am 3. Mai. Sie komme wieder, hieß es.

# Ausblick

Der Plan stehe, so Beck, "bald"."""


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def document() -> Document:
    """Three statements, two by Anna Beck in two sections, one by nobody known."""
    cut = TEXT.index("# Ausblick")
    article = Article(
        text=TEXT,
        source="texte/gipfel.txt",
        title_span=_span(TEXT, "Gipfel *endet*"),
        published=datetime(2024, 5, 3, 8, 30),
        sections=(
            Section("0", None, 1, Span(0, cut)),
            Section("1", _span(TEXT, "# Ausblick"), 2, Span(cut, len(TEXT))),
        ),
    )
    beck = _span(TEXT, "Anna Beck")
    statements = (
        Statement(
            "s1",
            StatementKind.DIRECT,
            (_span(TEXT, "=Ja"),),
            medium=Medium.SPEECH,
            speaker=beck,
            cue=(_span(TEXT, "sagte"),),
            actor="a1",
            confidence=0.9,
            rule="quote",
        ),
        Statement("s2", StatementKind.INDIRECT, (_span(TEXT, "Sie komme wieder"),), cue=(_span(TEXT, "hieß es"),)),
        Statement(
            "s3",
            StatementKind.REPORTED,
            (_span(TEXT, "Der Plan stehe"), _span(TEXT, '"bald"')),
            actor="a1",
            parent="s1",
            section="1",
        ),
    )
    analysis = Analysis(
        PipelineInfo("de_test", "1"),
        (
            Entity("e1", beck, "PER", "a1"),
            Entity("e2", _span(TEXT, "3. Mai"), "DATE", None, "2024-05-03"),
        ),
        (Actor("a1", "Anna Beck", ActorKind.PERSON, "@Ministerin", (beck,)),),
        statements,
    )
    return Document(article, analysis)


@pytest.fixture
def plain_document() -> Callable[[str], Document]:
    """Makes a document without any finding."""

    def make(text: str, source: str = "leer.txt") -> Document:
        sections = (Section("0", None, 1, Span(0, len(text))),)
        return Document(Article(text=text, source=source, sections=sections), Analysis(PipelineInfo("de_test", "1")))

    return make
