"""Pages in the manner of newsrooms' systems give the story, the whole story, and nothing but the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.article.html import newsrooms as story

from newsreader.article import Article, BlockKind
from newsreader.article.readers.html import page

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(params=story.NEWSROOMS, ids=lambda make: str(make.__name__))
def told(request: pytest.FixtureRequest) -> story.Told:
    make: Callable[[], story.Told] = request.param
    return make()


@pytest.fixture
def article(told: story.Told) -> Article:
    return page.read(told.page.encode(told.encoding), "seite.html")


def texts(article: Article, *kinds: BlockKind) -> list[str]:
    return [" ".join(block.span.of(article.text).split()) for block in article.blocks if block.kind in kinds]


def test_title_and_kicker(article: Article, told: story.Told) -> None:
    assert texts(article, BlockKind.TITLE) == [told.kicker, story.HEADLINE]
    assert article.kicker is not None
    assert article.kicker.of(article.text) == told.kicker
    assert article.title == story.HEADLINE


def test_lead(article: Article) -> None:
    assert texts(article, BlockKind.LEAD) == [story.LEAD]


def test_headings_are_sections(article: Article) -> None:
    assert [article.heading(section) for section in article.sections] == [None, story.HEADING_ONE, story.HEADING_TWO]


def test_text_is_whole_and_in_order(article: Article) -> None:
    running = texts(article, BlockKind.PARAGRAPH)
    assert [one for one in running if story.QUOTE not in one] == list(story.BODY)
    assert article.text.index(story.THREE) < article.text.index(story.QUOTE) < article.text.index(story.HEADING_TWO)


def test_lists(article: Article) -> None:
    assert texts(article, BlockKind.LIST_ITEM) == list(story.ITEMS)


def test_caption_stands_apart(article: Article) -> None:
    assert texts(article, BlockKind.CAPTION) == [f"{story.CAPTION} {story.CREDIT}"]


@pytest.mark.parametrize("junk", story.JUNK)
def test_nothing_else(article: Article, junk: str) -> None:
    assert junk not in article.text


def test_facts(article: Article, told: story.Told) -> None:
    assert article.published is not None
    assert article.published.isoformat() == told.published
    assert article.authors == told.authors
    assert article.publisher == told.publisher


def test_spans(article: Article, check_spans: Callable[[Article], None]) -> None:
    check_spans(article)
