"""A list whose rows are made when they are drawn: the cursor, headings, scrolling, clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.content import Content

from newsreader.ui.widgets.row import Row
from newsreader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Rows(App[None]):
    """A list of numbered rows with every fifth a heading."""

    def __init__(self, count: int = 10_000, heading: int = 5) -> None:
        super().__init__()
        self.count = count
        self.still = set(range(0, count, heading)) if heading else set()
        self.drawn: list[int] = []
        self.chosen: list[int] = []
        self.list = RowList()

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.list.show([1 + (n not in self.still) for n in range(self.count)], self.draw, still=self.still)
        self.list.focus()

    def draw(self, index: int) -> Row:
        self.drawn.append(index)
        return Row(Content(f"[b]Zeile {index}"), below=None if index in self.still else Content("unten"))

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.chosen.append(message.index)

    @property
    def seen(self) -> list[str]:
        return [self.list.render_line(y).text.strip() for y in range(self.list.size.height)]


async def test_only_what_is_in_sight_is_drawn() -> None:
    app = Rows()
    async with app.run_test(size=(40, 10)) as pilot:
        assert app.seen[:4] == ["[b]Zeile 0", "[b]Zeile 1", "unten", "[b]Zeile 2"]
        app.list.move_to(9_999)
        await pilot.pause()
        assert app.seen[-2:] == ["[b]Zeile 9999", "unten"]
        assert len(set(app.drawn)) < 40


async def test_the_cursor_passes_over_headings() -> None:
    app = Rows(count=11)
    async with app.run_test(size=(40, 30)):
        rows = app.list
        assert rows.cursor == 1
        rows.move(-1)
        assert rows.cursor == 1
        for expected in (2, 3, 4, 6):
            rows.move(1)
            assert rows.cursor == expected
        rows.move(-2)
        assert rows.cursor == 3
        rows.move_to(5, forward=False)
        assert rows.cursor == 4
        rows.move_to(99)
        assert rows.cursor == 9


@pytest.mark.parametrize(("by", "back"), [(1, -1), (0.5, -0.5)])
async def test_pages_move_on_and_back(by: float, back: float) -> None:
    app = Rows(heading=0)
    async with app.run_test(size=(40, 11)):
        rows = app.list
        rows.move_pages(by)
        first = rows.cursor
        assert first
        rows.move_pages(by)
        assert rows.cursor == 2 * first
        for _ in range(3):
            rows.move_pages(back)
        assert rows.cursor == 0
        rows.move_to(app.count)
        rows.move_pages(by)
        assert rows.cursor == app.count - 1


async def test_a_row_higher_than_the_window_is_paged_over() -> None:
    app = Rows(heading=0)
    async with app.run_test(size=(40, 1)):
        for expected in (1, 2, 3):
            app.list.move_pages(1)
            assert app.list.cursor == expected


async def test_the_heading_above_the_first_row_comes_into_sight_with_it() -> None:
    app = Rows()
    async with app.run_test(size=(40, 6)) as pilot:
        app.list.move_to(50)
        await pilot.pause()
        app.list.move_to(1)
        await pilot.pause()
        assert app.seen[0] == "[b]Zeile 0"


async def test_a_click_chooses_but_not_a_heading() -> None:
    app = Rows()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(RowList, offset=(3, 0))
        await pilot.click(RowList, offset=(3, 4))
        assert app.chosen == [2]
        assert app.list.cursor == 2


async def test_no_rows_and_only_headings_have_no_cursor() -> None:
    app = Rows(count=0)
    async with app.run_test(size=(40, 10)):
        assert app.list.cursor is None
        app.list.move(1)
        app.list.move_pages(1)
        app.list.move_to(3)
        assert app.list.cursor is None
        app.list.show([1, 1], app.draw, still={0, 1})
        assert app.list.cursor is None
        app.list.show([1, 1], app.draw, cursor=1)
        assert app.list.cursor == 1


async def test_the_cursor_is_seen_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Rows()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        turned = [all(part.style and part.style.reverse for part in app.list.render_line(y)) for y in range(4)]
        assert turned == [False, True, True, False]
