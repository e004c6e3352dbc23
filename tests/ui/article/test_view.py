"""The article view in a running application: what it shows, where it stays, what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import MouseScrollDown

from newsreader.article.model import Article, Block, BlockKind, Inline, InlineKind, Section, Span
from newsreader.ui import themes
from newsreader.ui.widgets.article import LETTERS, SIGNS, ArticleView
from newsreader.ui.widgets.article.overlay import Overlay, Sign, Signs

if TYPE_CHECKING:
    from rich.style import Style

    from newsreader.analysis.result import Analysis

Find = Callable[..., Span]
SIZES = [(60, 18), (80, 24), (300, 100), (20, 6), (3, 2)]


def style_at(view: ArticleView, offset: int) -> Style:
    """The style in which a visible code point is drawn."""
    position = view.position_of(offset)
    assert position is not None
    x, y = position
    at = 0
    for segment in view.render_line(y):
        at += segment.cell_length
        if x < at:
            assert segment.style is not None
            return segment.style
    raise AssertionError(f"nothing is drawn at {position}")


def glyph_at(view: ArticleView, offset: int) -> str:
    """The glyph drawn where a visible code point stands."""
    position = view.position_of(offset)
    assert position is not None
    return view.render_line(position[1]).crop(position[0], position[0] + 1).text


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_stands_in_the_first_frame(bench: Any, article: Article, size: tuple[int, int]) -> None:
    app = bench(article)
    async with app.run_test(size=size):
        shown = "".join("".join(app.screen_text).split())
        assert shown.startswith("Minister"[: max(0, size[0] - 5)][:4])
        assert all(app.view.render_line(y).cell_length == size[0] - 1 for y in range(size[1]))


async def test_offsets_and_cells_agree(bench: Any, article: Article) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)):
        view = app.view
        for offset in range(view.visible_span.start, view.visible_span.end):
            position = view.position_of(offset)
            if position is None or article.text[offset].isspace():
                continue
            assert view.offset_at(*position) == offset
            assert glyph_at(view, offset) == article.text[offset]
        assert view.offset_at(0, 0) is None
        assert view.offset_at(79, 3) is None


async def test_a_hard_break_is_a_space_and_brackets_stay(bench: Any, article: Article, find: Find) -> None:
    app = bench(article)
    async with app.run_test(size=(110, 30)):
        text = "\n".join(app.screen_text)
        assert "die Ministerin in [dpa]" in " ".join(text.split())
        assert "❯" in text
        assert "Ein Treffen ───" in text


@pytest.mark.parametrize("sizes", [[(60, 18), (131, 40), (45, 12)], [(300, 100), (60, 18), (80, 24)]])
async def test_the_first_visible_character_stays_when_the_window_changes(
    bench: Any, article: Article, sizes: list[tuple[int, int]]
) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 10)) as pilot:
        view = app.view
        view.move_lines(17)
        await pilot.pause()
        top = view.top_offset
        assert top > 200
        for size in sizes:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert view.top_offset == top
            assert view.line_span(top).start == view.visible_span.start or view.progress == 1
        await pilot.resize_terminal(80, 10)
        await pilot.pause()
        assert view.visible_span.start == top


async def test_the_place_stays_when_width_hyphenation_and_analysis_change(
    bench: Any, article: Article, analysis: Analysis
) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 10)) as pilot:
        view = app.view
        view.move_lines(17)
        top = view.top_offset
        changes: list[tuple[str, object]] = [("text_width", 40), ("hyphenation", True), ("kind_letters", True)]
        for name, value in changes:
            setattr(view, name, value)
            await pilot.pause()
            assert view.line_span(top).start == view.visible_span.start, name
        view.set_analysis(analysis)
        await pilot.pause()
        assert view.top_offset == top
        await app.workers.wait_for_complete()
        assert any(line.rstrip().endswith("-") for line in app.screen_text)
        assert view.line_span(top).start == view.visible_span.start


@pytest.mark.parametrize("place", ["top", "third", "visible"])
async def test_go_to_reaches_every_place(bench: Any, article: Article, place: Any) -> None:
    app = bench(article)
    async with app.run_test(size=(60, 18)) as pilot:
        view = app.view
        for offset in (*range(0, len(article.text), 97), len(article.text) - 1):
            view.go_to(offset, place=place)
            await pilot.pause()
            position = view.position_of(offset)
            assert position is not None
            assert view.reading_offset == offset
            if place == "top" and view.progress < 1 and offset > 30:
                assert position[1] == 0
                assert view.top_offset == offset
            assert view.section == article.section_at(offset)


async def test_a_place_wanted_before_the_first_frame_is_kept(bench: Any, article: Article) -> None:
    app = bench(article)
    wanted = article.sections[1].span.start
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        app.view.show(article)
        assert app.view.scroll_offset.y == 0
    view = ArticleView()
    view.show(article)
    view.go_to(wanted, place="top")
    assert view.top_offset == wanted
    assert view.reading_offset == wanted


async def test_motions(bench: Any, article: Article) -> None:
    app = bench(article)
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.view
        view.focus()
        assert view.progress == 0
        await pilot.press("pagedown")
        assert view.scroll_offset.y == 10
        await pilot.press("up")
        assert view.scroll_offset.y == 9
        view.move_pages(0.5)
        assert view.scroll_offset.y == 15
        await pilot.press("end")
        assert view.progress == 1
        assert view.scroll_offset.y == view.max_scroll_y
        view.move_lines(5)
        assert view.scroll_offset.y == view.max_scroll_y
        await pilot.press("home")
        assert view.scroll_offset.y == 0
        assert view.section == article.sections[0]
        view.scroll_to(y=7, animate=False)
        await pilot.pause()
        assert view.scroll_offset.y == 7
        assert view.top_offset == view.visible_span.start


async def test_moved_is_told_at_once_and_finally_but_not_every_time(bench: Any, article: Article) -> None:
    app = bench(article)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause(0.2)
        app.posted.clear()
        for _ in range(20):
            app.view.move_lines(1)
        await pilot.pause(0.3)
        moved = [message for message in app.posted if isinstance(message, ArticleView.Moved)]
        assert 2 <= len(moved) <= 4
        assert moved[-1].offset == app.view.top_offset
        assert moved[-1].section == app.view.section
        assert 0 < moved[-1].progress < 1


async def test_kinds_and_statements_are_told_apart(
    bench: Any, article: Article, analysis: Analysis, find: Find
) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        plain = style_at(view, find(article.text, "gesprochen").start)
        view.set_analysis(analysis)
        await pilot.pause()
        person, place = (style_at(view, entity.span.start) for entity in analysis.entities[:2])
        direct, indirect = (style_at(view, statement.spans[0].start + 5) for statement in analysis.statements)
        looks = [(style.color, style.italic, style.bold) for style in (plain, person, place, direct, indirect)]
        assert len(set(looks)) == 5
        rows = app.screen_text
        for statement in analysis.statements:
            position = view.position_of(statement.spans[0].start)
            assert position is not None
            assert SIGNS[statement.kind] in rows[position[1]][:6]
        view.min_confidence = 0.5
        view.highlighted = frozenset({"LOC"})
        await pilot.pause()
        assert style_at(view, analysis.entities[0].span.start).color != person.color
        assert style_at(view, analysis.entities[1].span.start).color == place.color
        assert view.statement_at(analysis.statements[1].spans[0].start) is None
        assert view.entity_at(analysis.entities[0].span.start) == analysis.entities[0]
        assert view.kind_style("LOC").color == place.color


@pytest.mark.parametrize("theme", themes.names())
async def test_a_marked_statement_shows_three_parts(
    bench: Any, article: Article, analysis: Analysis, theme: str
) -> None:
    app = bench(article, theme)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        view.set_analysis(analysis)
        statement = analysis.statements[0]
        unmarked = style_at(view, statement.spans[0].start + 3)
        view.mark_statement("s1", scroll=True)
        await pilot.pause()
        assert view.current_statement == statement
        assert statement.speaker is not None
        quotation = style_at(view, statement.spans[0].start + 3)
        cue = style_at(view, statement.cue[0].start)
        speaker = style_at(view, statement.speaker.start)
        assert quotation != unmarked
        # Told apart without any colour: the bar in the gutter, an underline, reversed letters.
        assert [each.underline for each in (quotation, cue, speaker)] == [None, True, None]
        assert [each.reverse for each in (quotation, cue, speaker)] == [None, None, True]
        assert sum("▎" in line[:8] for line in app.screen_text) >= 1
        view.mark_statement(None)
        await pilot.pause()
        assert view.current_statement is None
        assert not any("▎" in line for line in app.screen_text)


async def test_marks_survive_a_new_choice_of_highlights(bench: Any, article: Article, analysis: Analysis) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        view.set_analysis(analysis)
        view.mark_statement("s1")
        view.focus_entity("e2", scroll=True)
        view.set_hits([analysis.entities[0].span], 0)
        view.highlighted = frozenset()
        await pilot.pause()
        assert view.current_statement == analysis.statements[0]
        assert view.current_entity == analysis.entities[1]
        assert style_at(view, analysis.entities[1].span.start).reverse
        hit = style_at(view, analysis.entities[0].span.start)
        view.set_hits([], None)
        await pilot.pause()
        assert style_at(view, analysis.entities[0].span.start).bgcolor != hit.bgcolor
        view.show(article)
        assert view.current_statement is None
        assert view.analysis is None


async def test_hits_and_labels_and_notes(bench: Any, article: Article, find: Find) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        hits = [find(article.text, "Anna"), find(article.text, "Moskau")]
        view.set_hits(hits, 1)
        view.reveal_labels({"a": hits[0], "bc": hits[1]})
        view.set_layers(None, Overlay((), Signs([Sign(hits[0].start, 0, "✎", "article--note")])))
        await pilot.pause()
        assert glyph_at(view, hits[0].start) == "a"
        assert glyph_at(view, hits[0].start + 1) == "n"
        assert [glyph_at(view, hits[1].start + number) for number in range(3)] == ["b", "c", "s"]
        position = view.position_of(hits[0].start)
        assert position is not None
        assert "✎" in app.screen_text[position[1]][:6]
        assert sum("✎" in line for line in app.screen_text) == 1
        view.hide_labels()
        view.set_layers(None, Overlay())
        await pilot.pause()
        assert glyph_at(view, hits[0].start) == "A"
        assert style_at(view, hits[0].start).bgcolor != style_at(view, hits[1].start).bgcolor
        assert not any("✎" in line for line in app.screen_text)


async def test_a_marked_statement_is_brought_into_view_as_a_whole(
    bench: Any, article: Article, analysis: Analysis
) -> None:
    app = bench(article)
    async with app.run_test(size=(40, 10)) as pilot:
        view = app.view
        view.set_analysis(analysis)
        view.mark_statement("s1", scroll=True)
        await pilot.pause()
        (span,) = analysis.statements[0].spans
        assert view.visible_span.contains(span)
        assert view.reading_offset == span.start
        before = view.scroll_offset
        view.mark_statement("s1", scroll=True)
        await pilot.pause()
        assert view.scroll_offset == before


async def test_the_wheel_scrolls_and_a_new_theme_recolours(bench: Any, article: Article) -> None:
    app = bench(article)
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.view
        dark = style_at(view, 0)
        app.theme = themes.textual_name(themes.LIGHT)
        await pilot.pause()
        assert style_at(view, 0).color != dark.color
        assert style_at(view, 0).bgcolor != dark.bgcolor
        view.post_message(MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert view.scroll_offset.y > 0
        assert view.top_offset == view.visible_span.start


async def test_no_color_keeps_the_kind_visible(
    bench: Any, article: Article, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.set_analysis(analysis)
        await pilot.pause()
        text = "\n".join(app.screen_text)
        assert f"Anna Berg{LETTERS['PER']} hat mit Moskau{LETTERS['LOC']} gesprochen" in text
        assert style_at(app.view, analysis.entities[1].span.start).underline
        app.view.kind_letters = False
        await pilot.pause()
        assert LETTERS["PER"] not in "\n".join(app.screen_text)


async def test_clicks_tell_what_was_clicked(bench: Any, find: Find, article: Article, analysis: Analysis) -> None:
    app = bench(article)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        view.set_analysis(analysis)
        await pilot.pause(0.2)
        expected: list[tuple[int, object]] = [
            (analysis.entities[0].span.start + 2, ArticleView.EntityClicked(analysis.entities[0], 0)),
            (analysis.statements[0].spans[0].start + 4, ArticleView.StatementClicked(analysis.statements[0])),
            (find(article.text, "Ein Treffen").start, ArticleView.SectionClicked(article.sections[1])),
        ]
        for offset, message in expected:
            app.posted.clear()
            await pilot.click(ArticleView, offset=view.position_of(offset))
            await pilot.pause(0.6)
            assert [type(each) for each in app.posted] == [type(message)]
        position = view.position_of(analysis.statements[0].spans[0].start)
        assert position is not None
        app.posted.clear()
        column = view.render_line(position[1]).text.index("„")
        await pilot.click(ArticleView, offset=(column, position[1]))
        await pilot.pause()
        (clicked,) = app.posted
        assert isinstance(clicked, ArticleView.StatementClicked)
        assert clicked.statement == analysis.statements[0]


async def test_markdown_is_formatted(bench: Any) -> None:
    text = "Ein Wort, ein Verweis.\n\nZitat\n\nDritt\n\nx = [1]\n\nPunkt"
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 22)),
        Block(BlockKind.PARAGRAPH, Span(24, 29), quoted=1),
        Block(BlockKind.PARAGRAPH, Span(31, 36), quoted=1),
        Block(BlockKind.CODE, Span(38, 45), preformatted=True),
        Block(BlockKind.LIST_ITEM, Span(47, 52), level=1, marker="•"),
    )
    inlines = (Inline(InlineKind.STRONG, Span(4, 8)), Inline(InlineKind.LINK, Span(14, 21), "https://example.org"))
    app = bench(Article(text, "t.md", blocks=blocks, inlines=inlines, sections=(Section("0", None, 1, Span(0, 52)),)))
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        assert style_at(view, 4).bold
        assert style_at(view, 14).underline
        lines = [line.strip() for line in app.screen_text]
        assert lines[lines.index("▏ Zitat") :][:3] == ["▏ Zitat", "▏", "▏ Dritt"]
        assert "x = [1]" in lines
        assert "• Punkt" in lines
        await pilot.click(ArticleView, offset=view.position_of(15))
        await pilot.pause()
        links = [message for message in app.posted if isinstance(message, ArticleView.LinkClicked)]
        assert [link.target for link in links] == ["https://example.org"]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (7, 4)])
async def test_hostile_text_reaches_the_terminal_only_as_glyphs(bench: Any, make_article: Any, size: Any) -> None:
    text = (
        "\x1b[2J\x1b]0;Titel\x07 rot\x00 \x9b31m \x7f und\u202e umgekehrt\u2066 \u200bnull\u200d \ud800 Ende [/b][dpa]"
        "\tTab\r\n\n" + "\x1b[31m" * 200 + "\n\n" + "a\u0301" * 300
    )
    app = bench(make_article(text, [BlockKind.TITLE, BlockKind.HEADING]))
    async with app.run_test(size=size) as pilot:
        for _ in range(4):
            for y in range(size[1]):
                drawn = app.view.render_line(y).text
                assert drawn.isprintable()
                assert not set(drawn) & set("\u202e\u2066\u200b\u200d\x1b\x9b")
            app.view.move_pages(1)
            await pilot.pause()
        app.view.move_home()
        if size[0] > 20:
            assert "[/b][dpa]" in "".join(app.screen_text)


async def test_a_million_characters(bench: Any, make_article: Any) -> None:
    paragraph = "Die Minister haben am Donnerstag lange telefoniert. " * 6
    article = make_article((paragraph.strip() + "\n\n") * (1_000_000 // len(paragraph) + 1))
    app = bench(article)
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.view
        assert "Die Minister haben" in "".join(app.screen_text)
        view.go_to(len(article.text) // 2, place="top")
        top = view.top_offset
        for size in ((60, 18), (200, 60), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.05)
            assert view.top_offset == top
            assert view.line_span(top).start == view.visible_span.start
        view.move_end()
        assert view.progress == 1
        assert view.visible_span.end == len(article.text.rstrip())


async def test_one_line_of_many_characters(bench: Any) -> None:
    for text in ("wort " * 400_000, "x" * 2_000_000, "日" * 500_000):
        app = bench(Article(text.strip(), "t"))
        async with app.run_test(size=(80, 24)) as pilot:
            app.view.go_to(len(text) // 2)
            await pilot.pause()
            assert app.view.visible_span.start < len(text) // 2 < app.view.visible_span.end
            app.view.move_end()
            assert app.view.progress == 1


async def test_an_empty_article_is_just_empty(bench: Any) -> None:
    app = bench(Article("", "leer"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.move_end()
        app.view.move_pages(1)
        app.view.go_to(0)
        await pilot.click(ArticleView, offset=(10, 3))
        assert not "".join(app.screen_text).strip()
        assert app.view.section is None
        assert app.view.selected_text == ""
