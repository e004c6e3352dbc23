"""Selecting text with the mouse and from the program: what is copied is the article's own text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from newsreader.article.model import Article, Span
from newsreader.ui.widgets.article import ArticleView
from newsreader.ui.widgets.article.places import selection_of, span_of, word_at

Find = Callable[..., Span]


async def drag(pilot: Any, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drags the mouse from one cell of the view to another."""
    await pilot.mouse_down(ArticleView, offset=start)
    await pilot.hover(ArticleView, offset=((start[0] + end[0]) // 2, end[1]))
    await pilot.hover(ArticleView, offset=end)
    await pilot.mouse_up(ArticleView, offset=end)
    await pilot.pause()


async def test_dragging_selects_the_text_between(bench: Any, article: Article, find: Find) -> None:
    app = bench(article)
    async with app.run_test(size=(60, 24)) as pilot:
        view = app.view
        start = find(article.text, "Sie sei").start
        end = find(article.text, "[dpa]").end
        await drag(pilot, view.position_of(start), view.position_of(end - 1))
        expected = article.text[start:end]
        assert "\n" in expected
        assert app.screen.get_selected_text() == expected
        assert view.selected_text == expected
        assert view.selection_spans == (Span(start, end),)
        assert not any(isinstance(message, ArticleView.StatementClicked) for message in app.posted)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert view.selected_text == expected


async def test_dragging_backwards_and_from_the_margin(bench: Any, article: Article, find: Find) -> None:
    app = bench(article)
    async with app.run_test(size=(100, 24)) as pilot:
        view = app.view
        start, end = find(article.text, "Anna"), find(article.text, "gesprochen")
        await drag(pilot, view.position_of(end.start - 1), view.position_of(start.start))
        assert view.selected_text == article.text[start.start : end.start]
        row = view.position_of(start.start)
        assert row is not None
        await drag(pilot, (2, row[1]), (95, row[1]))
        assert view.selected_text == "Anna Berg hat mit Moskau gesprochen."
        await drag(pilot, (9, row[1] - 1), view.position_of(end.start - 1))
        assert view.selected_text == article.text[start.start : end.start]


async def test_a_click_takes_the_selection_away(bench: Any, article: Article) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.select(Span(3, 9))
        assert app.screen.get_selected_text() == article.text[3:9]
        await pilot.click(ArticleView, offset=(70, 20))
        assert app.view.selection_span is None
        app.view.select(Span(3, 9))
        app.view.select(None)
        assert app.screen.get_selected_text() is None


async def test_double_click_selects_a_word_and_triple_click_a_paragraph(
    bench: Any, article: Article, find: Find
) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        word = find(article.text, "gesprochen")
        await pilot.click(ArticleView, offset=view.position_of(word.start + 3), times=2)
        assert view.selected_text == "gesprochen"
        await pilot.click(ArticleView, offset=view.position_of(word.start + 3), times=3)
        assert view.selected_text == "Anna Berg hat mit Moskau gesprochen."
        drawn = [segment for segment in view.render_line(view.position_of(word.start)[1]) if segment.text.strip()]
        selected = view.get_component_rich_style("article--selection").bgcolor
        assert all(segment.style.bgcolor == selected for segment in drawn)
        assert all(segment.style.color != segment.style.bgcolor for segment in drawn)


async def test_hyphenated_text_is_copied_without_the_hyphens(bench: Any, article: Article, find: Find) -> None:
    app = bench(article)
    async with app.run_test(size=(41, 40)) as pilot:
        app.view.hyphenation = True
        await app.workers.wait_for_complete()
        app.view.go_to(article.sections[1].span.start, place="top")
        await pilot.pause()
        assert any(line.rstrip().endswith("-") for line in app.screen_text)
        await drag(pilot, (3, 3), (30, 12))
        span = app.view.selection_span
        assert span is not None
        assert span.end - span.start > 200
        assert app.view.selected_text == article.text[span.start : span.end]
        assert "-" not in app.view.selected_text


async def test_lines_of_the_screen_for_the_keyboard(bench: Any, article: Article) -> None:
    app = bench(article)
    async with app.run_test(size=(60, 24)):
        view = app.view
        start = article.sections[1].span.start + 20
        below = view.offset_on_line(start, 2)
        assert below > view.line_span(start).end
        assert view.offset_on_line(below, -2) == start
        assert view.offset_on_line(start, 10_000) > start
        assert view.offset_on_line(start, -10_000) < 40
        assert view.word_at(0) == Span(0, 8)
        assert view.paragraph_at(3) == Span(0, 21)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_selection_keeps_its_span(start: int, length: int) -> None:
    span = Span(start, start + length)
    text = "x" * 5000
    assert span_of(selection_of(span), text) == span
    assert span_of(SELECT_ALL, text) == Span(0, 5000)
    assert span_of(Selection(None, Offset(0, start)), text) == Span(0, start)
    assert span_of(Selection(Offset(-999_990, start), None), text) == Span(start, 5000)


def test_a_selection_does_not_cut_a_character_from_its_marks() -> None:
    assert span_of(selection_of(Span(0, 2)), "ae\u0301\u0302x") == Span(0, 4)
    assert span_of(selection_of(Span(1, 1)), "e\u0301x") == Span(1, 1)


def test_words_are_found_in_the_text() -> None:
    article = Article("Der US-Bundesstaat Utah’s, sagte er.", "t")
    assert word_at(article, 5).of(article.text) == "US-Bundesstaat"
    assert word_at(article, 22).of(article.text) == "Utah’s"
    assert word_at(article, 3).of(article.text) == " "
