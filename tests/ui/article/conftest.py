"""What the tests of the article view share: articles, an analysis, and an application with nothing but the view."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Analysis, Entity, Statement, StatementKind
from newsreader.article.model import Article, Block, BlockKind, Section, Span
from newsreader.resources import folder
from newsreader.ui import themes
from newsreader.ui.widgets.article import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.message import Message

SENTENCE = "Die Verteidigungsminister der beiden Länder haben am Donnerstag lange miteinander telefoniert. "
TEXT = (
    "Minister telefonieren\n\nStand: 13.07.2024 10:36 Uhr\n\n"
    "Anna Berg hat mit Moskau gesprochen.\n\n"
    '"Es wurde lange geredet", teilte Anna Berg mit. Sie sei zufrieden, sagte die\nMinisterin in [dpa] Berlin.\n\n'
    f"Ein Treffen\n\n{SENTENCE * 12}\n\nNoch ein Treffen\n\n{SENTENCE * 12}"
)


def article_of(text: str, kinds: Sequence[BlockKind] = ()) -> Article:
    """An article whose paragraphs are blocks of the given kinds, plain paragraphs once those run out."""
    spans = [Span(*found.span()) for found in re.finditer(r"\S(?:.*?\S)?(?=\s*?\n[ \t]*\n|\s*\Z)", text, re.DOTALL)]
    blocks = []
    for number, span in enumerate(spans):
        kind = kinds[number] if number < len(kinds) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, span, level=2 if kind is BlockKind.HEADING else 0))
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADING]
    starts = [0, *(span.start for span in headings), len(text)]
    sections = tuple(
        Section(str(number), headings[number - 1] if number else None, 2 if number else 1, Span(start, end))
        for number, (start, end) in enumerate(itertools.pairwise(starts))
    )
    return Article(text, "test.txt", blocks=tuple(blocks), sections=sections)


def span_in(text: str, words: str, after: int = 0) -> Span:
    """Where words stand in a text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


@pytest.fixture
def article() -> Article:
    """A short article with a title, a stamp, a hard-wrapped paragraph and two headings."""
    kinds = [BlockKind.TITLE, BlockKind.STAMP, BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.HEADING]
    return article_of(TEXT, [*kinds, BlockKind.PARAGRAPH, BlockKind.HEADING])


@pytest.fixture
def analysis(article: Article) -> Analysis:
    """Two statements and three entities of the short article."""
    text = article.text
    quotation = span_in(text, '"Es wurde lange geredet"')
    entities = (
        Entity("e1", span_in(text, "Anna Berg"), "PER"),
        Entity("e2", span_in(text, "Moskau"), "LOC"),
        Entity("e3", span_in(text, "Anna Berg", quotation.end), "PER"),
    )
    statements = (
        Statement(
            "s1",
            StatementKind.DIRECT,
            (quotation,),
            speaker=entities[2].span,
            cue=(span_in(text, "teilte"), span_in(text, "mit.", quotation.end)),
        ),
        Statement("s2", StatementKind.INDIRECT, (span_in(text, "Sie sei zufrieden"),), confidence=0.4),
    )
    return Analysis(PipelineInfo("test", "1"), entities, (), statements)


class Bench(App[None]):
    """An application with nothing but an article view; it keeps the messages that the view posts."""

    CSS_PATH = [folder("styles") / "article.tcss"]  # noqa: RUF012

    def __init__(self, article: Article, theme: str = themes.DARK) -> None:
        super().__init__()
        self.shown = article
        self.posted: list[Message] = []
        for name in themes.names():
            self.register_theme(themes.make(name))
        self.theme = themes.textual_name(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.variables()

    def compose(self) -> ComposeResult:
        view = ArticleView()
        view.show(self.shown)
        yield view

    @property
    def view(self) -> ArticleView:
        """The view."""
        return self.query_one(ArticleView)

    @property
    def screen_text(self) -> list[str]:
        """What the view draws now, line by line."""
        return [self.view.render_line(y).text for y in range(self.view.size.height)]

    def on_article_view_moved(self, message: ArticleView.Moved) -> None:
        self.posted.append(message)

    def on_article_view_entity_clicked(self, message: ArticleView.EntityClicked) -> None:
        self.posted.append(message)

    def on_article_view_statement_clicked(self, message: ArticleView.StatementClicked) -> None:
        self.posted.append(message)

    def on_article_view_section_clicked(self, message: ArticleView.SectionClicked) -> None:
        self.posted.append(message)

    def on_article_view_link_clicked(self, message: ArticleView.LinkClicked) -> None:
        self.posted.append(message)


@pytest.fixture
def bench() -> Callable[..., Bench]:
    """Makes an application that shows an article."""
    return Bench


@pytest.fixture
def make_article() -> Callable[..., Article]:
    """Makes an article of a text."""
    return article_of


@pytest.fixture
def find() -> Callable[..., Span]:
    """Finds words in a text."""
    return span_in
