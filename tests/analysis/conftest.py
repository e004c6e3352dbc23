"""What the tests of the analysis share: Docs written down by hand, and articles with statements."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

import pytest

from newsreader.analysis.components import extensions
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

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class Build(Protocol):
    """Makes a Doc from tokens written as form|TAG|lemma|entity|features."""

    def __call__(self, written: str) -> Doc: ...


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    import spacy

    extensions.register()
    return spacy.blank("de").vocab


@pytest.fixture(scope="session")
def build(vocab: Vocab) -> Build:
    """A maker of Docs: tokens apart by blanks, `form|TAG|lemma|entity|features`, features apart by commas.

    A token after a final mark starts a sentence; no blank stands before closing marks.
    """
    return lambda written: _doc(vocab, written)


def _doc(vocab: Vocab, written: str) -> Doc:
    from spacy.tokens import Doc

    rows = [(token.split("|") + [""] * 5)[:5] for token in written.split()]
    words = [row[0] for row in rows]
    after = [*words[1:], "."]
    spaces = [word not in {"„", "("} and following not in {".", ",", ":", "“", ")", "!", "?"} for word, following in
              zip(words, after, strict=True)]  # fmt: skip
    ents = [f"{'I' if i and rows[i - 1][3] == row[3] else 'B'}-{row[3]}" if row[3] else "O" for i, row in
            enumerate(rows)]  # fmt: skip
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        lemmas=[row[2] or row[0] for row in rows],
        ents=ents,
        morphs=[row[4].replace(",", "|") for row in rows],
        sent_starts=[i == 0 or words[i - 1] in {".", "!", "?"} for i in range(len(rows))],
    )


@pytest.fixture
def article() -> Article:
    """A short article with every kind of part that a document has to hold."""
    text = "Titel ä\n\nStand: 1.2.2024\n\nOlaf Scholz sagte: „Ja 🎉.“\n\n- Punkt\n\nUnten\n\nEnde."
    heading = text.index("Unten")
    return Article(
        text=text,
        source="/tmp/artikel.txt",
        title_span=Span(0, 7),
        published=datetime(2024, 2, 1, 10, 36),
        stamp=Span(9, 24),
        blocks=(
            Block(BlockKind.TITLE, Span(0, 7)),
            Block(BlockKind.STAMP, Span(9, 24)),
            Block(BlockKind.PARAGRAPH, Span(26, 52), quoted=1),
            Block(BlockKind.LIST_ITEM, Span(54, 61), level=1, marker="•"),
            Block(BlockKind.HEADING, Span(heading, heading + 5), level=2),
            Block(
                BlockKind.TABLE_ROW, Span(heading + 7, len(text)), cells=(Span(heading + 7, len(text)),), header=True
            ),
        ),
        inlines=(Inline(InlineKind.LINK, Span(26, 37), "https://example.org/?a=1"),),
        sections=(
            Section("0", None, 1, Span(0, heading)),
            Section("1", Span(heading, heading + 5), 2, Span(heading, len(text))),
        ),
        notices=("article.decoded_cp1252",),
    )


@pytest.fixture
def analysis(article: Article) -> Analysis:
    """An analysis of the article that fills every field."""
    quote = Span(article.text.index("„"), article.text.index("“") + 1)
    name = Span(26, 37)
    return Analysis(
        PipelineInfo("de_test", "1.0+2"),
        (Entity("e1", name, "PER", "a1"), Entity("e2", Span(16, 24), "DATE", None, "2024-02-01")),
        (Actor("a1", "Olaf Scholz", ActorKind.PERSON, "Bundeskanzler", (name,)),),
        (
            Statement(
                "s1",
                StatementKind.DIRECT,
                (quote,),
                Medium.SPEECH,
                name,
                cue=(Span(38, 43),),
                frame=(Span(26, 44),),
                addressee=(Span(0, 5),),
                actor="a1",
                section="0",
                confidence=0.93,
                rule="quotation, frame before",
                reason="name",
            ),
            Statement("s2", StatementKind.INDIRECT, (Span(45, 46), Span(47, 48)), parent="s1", section="1"),
        ),
        notices=("analysis.other_language",),
    )
