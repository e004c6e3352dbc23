"""Selecting text by keys, on a screen without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.ui.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Any]


async def test_v_begins_with_a_word_and_motions_have_priority(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("v")
        assert reader.view.selected_text == "Nach"
        assert "4 Zeichen ausgewählt" in bench.line
        assert "w Wort" in bench.line
        await pilot.press("w", "w")
        assert reader.view.selected_text == "Nach dem NATO-Gipfel"
        await pilot.press("h", "o", "l")
        assert reader.view.selected_text == "ach dem NATO-Gipfe"
        await pilot.press("escape")
        assert reader.view.selected_text == ""
        assert "w Wort" not in bench.line
        await pilot.press("w")
        assert reader.status.message == "Keine Aussage gewählt: s führt zur nächsten."


async def test_v_begins_with_the_current_name_or_statement(run: Run) -> None:
    async with run() as (bench, pilot):
        view = bench.app.reader.view
        await pilot.press("e", "v")
        assert view.selected_text == "Lloyd Austin"
        await pilot.press("escape", "escape", "s", "v")
        statement = view.current_statement
        assert view.selection_span == statement.spans[0]


async def test_v_again_selects_more(run: Run) -> None:
    async with run() as (bench, pilot):
        view = bench.app.reader.view
        await pilot.press("e", "v", "v")
        assert view.selected_text.startswith("Nun haben US-Verteidigungsminister Lloyd Austin")
        assert view.selected_text.endswith("telefoniert.")


async def test_lines_of_the_screen(run: Run) -> None:
    async with run() as (bench, pilot):
        view = bench.app.reader.view
        await pilot.press("e", "v", "j", "end")
        line = view.line_span(view.selection_span.end - 1)
        assert view.selection_span.end == line.start + len(line.of(view.article.text).rstrip())
        await pilot.press("k", "home")
        caret = view.selection_span.end - 1
        assert caret == view.line_span(caret).start < line.start


async def test_what_is_selected_is_copied_and_let_go(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("e", "v", "y")
        await until(pilot, lambda: bool(bench.copied))
        assert bench.copied == ["Lloyd Austin"]
        assert not bench.app.reader.selector.active
        assert bench.app.reader.view.selection_span is None


async def test_the_mouse_and_the_keys_move_one_selection(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        span = reader.view.word_at(reader.article.text.index("Washington"))
        reader.view.select(span)
        await pilot.press("v", "w")
        assert reader.view.selected_text.startswith("Washington ")
        other = reader.view.word_at(reader.article.text.index("Pentagons"))
        reader.view.select(other)
        await pilot.pause()
        await pilot.press("b")
        assert reader.view.selected_text == "des Pentagons"
        reader.view.select(None)
        await pilot.pause()
        assert not reader.selector.active


async def test_the_active_end_stays_in_sight(run: Run) -> None:
    async with run(size=(60, 14)) as (bench, pilot):
        view = bench.app.reader.view
        await pilot.press("v", *["p"] * 8)
        assert view.visible_span.start < view.selection_span.end <= view.visible_span.end


async def test_own_keys_for_motions(run: Run) -> None:
    async with run(keys={"select_next_word": "n"}) as (bench, pilot):
        await pilot.press("v", "n")
        assert bench.app.reader.view.selected_text == "Nach dem"
        assert "n Wort" in bench.line
