"""The library's screen: list, filters, order, deleting with undo, opening."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.conftest import INFO
from tests.ui.waiting import until

from newsreader.analysis.result import Analysis, Statement, StatementKind
from newsreader.article.model import Article, Span
from newsreader.article.readers.plain import read as read_plain
from newsreader.library.library import Library
from newsreader.library.model import Hit, HitKind, Kept
from newsreader.ui.commands import REGISTRY, View
from newsreader.ui.dialogs.choice import ChoiceDialog
from newsreader.ui.screens.changes import ChangesScreen
from newsreader.ui.screens.library import LibraryScreen
from newsreader.ui.screens.standing import Standing
from newsreader.ui.screens.versions import VersionsScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Run
    from textual.pilot import Pilot

    Shown = Callable[..., Any]

FIRST = datetime(2026, 11, 1, 8, tzinfo=UTC)
TITLES = ("Zölle auf Äpfel", "Neue [b]Brücke[/b] in Köln", "Der Haushalt", "Ärger um Straßen")
DAYS = ("02.03.2024", "14.07.2024", "01.02.2025", "30.06.2025")
PLACES = ("https://www.tagesschau.de/1", "https://taz.de/2", "https://taz.de/3", "/nirgends/4.txt")


def written(number: int, more: str = "") -> Article:
    """One of four articles, in which Eva Weber says something."""
    text = (
        f"{TITLES[number]}\n\n{DAYS[number]}, 10:36\n\nDer Ausschuss hat lange beraten. "
        f"{'Es ging hin und her. ' * 90}\n\n"
        f"„Das reicht nicht“, sagte Eva Weber am Montag. {more}\n"
    )
    return read_plain(text.encode(), PLACES[number])


def analysed(article: Article) -> Analysis:
    start = article.text.index("Das reicht nicht")
    return Analysis(
        INFO, statements=(Statement("s1", StatementKind.DIRECT, (Span(start, start + 16),), confidence=0.9),)
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with four articles, the first of which was opened last; one is unread, one has changed."""
    with Library(tmp_path / "library.db") as opened:
        for number in range(4):
            article = written(number)
            at = FIRST - timedelta(days=number)
            opened.keep(article, analysed(article) if number != 3 else None, opened=number != 2, at=at)
        changed = written(1, "Mehr nicht.")
        opened.keep(changed, analysed(changed), at=FIRST - timedelta(hours=1))
        yield opened


@pytest.fixture
def shown(run: Run, library: Library) -> Shown:
    """Runs the reader and opens the library: `async with shown(size=..., ...) as (screen, pilot)`."""

    @asynccontextmanager
    async def showing(**options: Any) -> AsyncIterator[tuple[LibraryScreen, Pilot[int]]]:
        options = {"keeps": False, "size": (80, 24), "language": "en", **options}
        async with run(**options) as (bench, pilot):
            await pilot.press("L")
            await until(pilot, lambda: isinstance(bench.app.screen, LibraryScreen) and bool(bench.app.screen.items))
            yield bench.app.screen, pilot

    return showing


def listed(screen: LibraryScreen) -> list[Kept]:
    """The articles that are listed."""
    return [item for item in screen.items if isinstance(item, Kept)]


def titles(screen: LibraryScreen) -> list[int]:
    """What is listed, by the number of each article."""
    return [TITLES.index(kept.title) for kept in listed(screen)]


def lists(screen: LibraryScreen, expected: list[int]) -> Callable[[], bool]:
    return lambda: titles(screen) == expected


def seen(screen: LibraryScreen) -> str:
    """Everything that is to be read on the screen."""
    width = screen.size.width
    head = "\n".join(line.plain for line in screen.head().lines(width))
    rows = "\n".join(screen.rows.render_line(y).text for y in range(screen.rows.size.height))
    return "\n".join((head, screen.notice, rows, screen.status.render().plain))


async def test_what_was_read_is_listed(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        assert titles(screen) == [0, 1, 2, 3]
        text = seen(screen)
        assert "4 articles" in text
        assert "Neue [b]Brücke[/b] in Köln" in text
        assert "Δ 2" in text
        assert "●  Der Haushalt".replace("  ", " ") in text
        assert "tagesschau.de · opened 2026-11-01 · 1 statement" in text
        await pilot.press("L")
        assert screen.app.screen is screen.app.reader


async def test_every_command_of_the_library_does_something(shown: Shown) -> None:
    async with shown() as (screen, _):
        assert {one.id for one in REGISTRY if View.LIBRARY in one.views} <= screen.commands.keys()


async def test_a_table_where_there_is_room(shown: Shown) -> None:
    async with shown(size=(160, 50), language="de") as (screen, pilot):
        lines = seen(screen).splitlines()
        assert lines[2].split() == ["Titel", "Quelle", "erschienen", "geöffnet", "Aussagen", "✎", "Δ"]
        row = next(line for line in lines if "Brücke" in line)
        assert row.split()[-6:] == ["taz.de", "14.07.2024", "01.11.2026", "1", "Δ", "2"]
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "geöffnet 01.11.2026" in seen(screen))
        assert titles(screen) == [0, 1, 2, 3]


async def test_what_only_an_earlier_version_has_opens_the_comparison(shown: Shown, library: Library) -> None:
    shorter = read_plain(written(1).text.replace("Der Ausschuss hat lange beraten. ", "").encode(), PLACES[1])
    library.keep(shorter, opened=False, at=FIRST)
    async with shown(keeps=True) as (screen, pilot):
        await pilot.press("slash", *"lange -haushalt -aepfel -strassen")
        await until(pilot, lambda: any(isinstance(one, Hit) for one in screen.items))
        [hit] = [one for one in screen.items if isinstance(one, Hit)]
        assert hit.kind is HitKind.EARLIER
        text = seen(screen)
        assert "Only in earlier versions" in text
        assert "Δ Der Ausschuss hat lange beraten." in text
        assert "there until" in text
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(screen.app.screen, ChangesScreen) and bool(screen.app.screen.view.stops))
        changes: Any = screen.app.screen
        assert changes.view.paragraph.left[0].text == "Der Ausschuss hat lange beraten."
        await pilot.press("escape")
        assert screen.app.screen is screen


async def test_filters_are_set_by_keys_and_shown(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        assert "n unread" in seen(screen)
        await pilot.press("n")
        await until(pilot, lambda: titles(screen) == [2])
        assert "● n unread" in seen(screen)
        assert "1 of 4 articles" in seen(screen)
        await pilot.press("a")
        await until(pilot, lambda: titles(screen) == [])
        assert "Nothing fits the filters; 0 takes them all back." in seen(screen)
        await pilot.press("0")
        await until(pilot, lambda: titles(screen) == [0, 1, 2, 3])


async def test_filters_are_there_after_a_restart_and_to_be_seen(run: Run, library: Library) -> None:
    async with run(keeps=False, size=(80, 24), language="en") as (bench, pilot):
        await pilot.press("L", "n")
        await until(pilot, lambda: "● n unread" in seen(bench.app.screen))
        bench.state.save()
    async with run(keeps=False, size=(80, 24), language="en") as (bench, pilot):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(bench.app.screen, LibraryScreen) and titles(bench.app.screen) == [2])
        assert "● n unread" in seen(bench.app.screen)
        assert "1 of 4 articles" in seen(bench.app.screen)
        await pilot.press("0")
        await until(pilot, lambda: len(titles(bench.app.screen)) == 4)
        bench.state.save()
    async with run(keeps=False, size=(80, 24), language="en") as (bench, pilot):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(bench.app.screen, LibraryScreen) and len(titles(bench.app.screen)) == 4)


async def test_a_source_is_chosen_among_those_that_there_are(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("s")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog))
        await pilot.press(*"taz", "enter")
        await until(pilot, lambda: titles(screen) == [1, 2])
        assert "● s taz.de" in seen(screen)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog))
        await pilot.press("up", "enter")
        await until(pilot, lambda: len(screen.items) == 4)


async def test_a_period_is_typed_or_chosen(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("t", *"2024", "enter")
        await until(pilot, lambda: titles(screen) == [0, 1])
        assert "● t 2024-01-01 – 2024-12-31" in seen(screen)
        await pilot.press("t", "home", *"today", "enter")
        await until(pilot, lambda: titles(screen) == [])
        assert "● t today" in seen(screen)
        await pilot.press("t", *"gibberish", "enter")
        assert isinstance(screen.app.screen, ChoiceDialog)
        await pilot.press("escape", "0")
        await until(pilot, lambda: len(screen.items) == 4)


async def test_orders(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        for expected in ([3, 2, 1, 0], [3, 2, 1, 0], None, None, [0, 1, 2, 3]):
            await pilot.press(">")
            if expected:
                await until(pilot, lists(screen, expected))
        await pilot.press("<")
        await until(pilot, lambda: titles(screen) == [3, 2, 1, 0])
        assert "last opened ↑" in seen(screen)
        app: Any = screen.app
        app.tools.state.save()
    async with shown() as (screen, _):
        assert titles(screen) == [3, 2, 1, 0]


async def test_several_are_deleted_and_come_back(shown: Shown, library: Library) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("m", "m", "g")
        assert "2 marked" in seen(screen)
        assert screen.rows.cursor == 0
        await pilot.press("d")
        await until(pilot, lambda: titles(screen) == [2, 3])
        assert "2 articles deleted" in seen(screen)
        assert library.count() == 2
        await pilot.press("d")
        await until(pilot, lambda: titles(screen) == [3])
        await pilot.press("u")
        await until(pilot, lambda: titles(screen) == [2, 3])
        await pilot.press("u")
        await until(pilot, lambda: titles(screen) == [0, 1, 2, 3])
        await pilot.press("ctrl+r")
        await until(pilot, lambda: titles(screen) == [2, 3])
    async with shown() as (screen, pilot):
        await pilot.press("u")
        await until(pilot, lambda: titles(screen) == [0, 1, 2, 3])
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to undo" in seen(screen))


async def test_read_and_unread(shown: Shown, library: Library) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("M", "N")
        await until(pilot, lambda: "marked as read" in seen(screen))
        assert all(kept.read for kept in library.articles())
        await pilot.press("N")
        await until(pilot, lambda: [kept.read for kept in listed(screen)] == [False, True, True, True])
        await pilot.press("u")
        await until(pilot, lambda: all(kept.read for kept in listed(screen)))
        await pilot.press("u")
        await until(pilot, lambda: [kept.title for kept in library.articles() if not kept.read] == [TITLES[2]])


async def test_an_article_is_read_from_the_library(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        reader: Any = screen.app.reader
        await pilot.press("j", "enter")
        await until(pilot, lambda: screen.app.screen is reader and reader.article.title == TITLES[1])
        assert reader.article.text.strip().endswith("Mehr nicht.")
        assert reader.analysis.statements
        assert "From the library" in str(reader.query_one(Standing).render())
        assert "R reads its source again" in str(reader.query_one(Standing).render())
        await pilot.press("backspace")
        await until(pilot, lambda: screen.app.screen is screen)
        assert screen.rows.cursor == 1
        await pilot.press("j", "j", "enter")
        await until(pilot, lambda: screen.app.screen is reader and reader.article.title == TITLES[3])
        assert "file cannot be read" in str(reader.query_one(Standing).render())


async def test_a_file_is_read_anew(run: Run, library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Alter Stand\n\nEin Satz.\n", encoding="utf-8")
    library.keep(read_plain(path.read_bytes(), str(path)))
    path.write_text("Neuer Stand\n\nEin Satz.\n", encoding="utf-8")
    async with run(keeps=True, size=(80, 24)) as (bench, pilot):
        app = bench.app
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.items))
        names = [kept.title for kept in listed(app.screen)]
        await pilot.press(*["j"] * names.index("Alter Stand"), "enter")
        await until(pilot, lambda: app.screen is app.reader and app.reader.article.title == "Neuer Stand")
        assert not any(line.notices for line in app.reader.query(Standing))
        await until(pilot, lambda: library.find(str(path)).versions == 2)  # type: ignore[union-attr]


async def test_what_another_program_has_deleted_is_told(shown: Shown, library: Library) -> None:
    async with shown() as (screen, pilot):
        library.delete([listed(screen)[0].number])
        await pilot.press("enter")
        await until(pilot, lambda: "Another program" in seen(screen))
        await until(pilot, lambda: len(screen.items) == 3)


async def test_an_empty_library_says_what_to_do(run: Run, tmp_path: Path) -> None:
    Library(tmp_path / "library.db").articles()
    async with run(keeps=False, size=(80, 24)) as (bench, pilot):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(bench.app.screen, LibraryScreen) and bool(bench.app.screen.notice))
        assert "keep = false" in bench.app.screen.notice
        await pilot.press("j", "d", "N", "enter", "m", "o", "r", "u", "G", "space", "escape")
        assert bench.app.screen is bench.app.reader


async def test_a_library_that_cannot_be_opened_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    async with run(keeps=False, size=(80, 24)) as (bench, pilot):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(bench.app.screen, LibraryScreen) and bool(bench.app.screen.notice))
        assert "Ordner" in bench.app.screen.notice


async def test_another_language(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        app: Any = screen.app
        await pilot.press("escape")
        app.reader.speak("de")
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.items))
        assert "ungelesen" in seen(app.screen)


async def test_a_search_finds_places_statements_and_notes(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("slash", *"strassen")
        await until(pilot, lambda: any(isinstance(item, Hit) for item in screen.items))
        text = seen(screen)
        assert "1 article · 0 statements · 0 notes" in text
        assert "Ärger um Straßen" in text
        await pilot.press("escape")
        await pilot.press(*"reicht")
        await until(pilot, lambda: "3 statements" in seen(screen))
        assert "„ Das reicht nicht" in seen(screen)
        await pilot.press("enter", "i", "i")
        await until(pilot, lambda: screen.items[:1] == [HitKind.STATEMENT])
        await pilot.press("n")
        await until(pilot, lambda: len(screen.items) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: titles(screen) == [2])


async def test_what_is_not_searched_yet_is_said(shown: Shown, library: Library) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("slash", *"weber")
        await until(pilot, lambda: screen.hits is not None)
        assert "indexed" not in seen(screen)
        screen.take_hits(replace(screen.hits, missing=3))
        assert "3 articles are still to be indexed" in seen(screen)


async def test_from_a_hit_to_its_place_and_back(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        reader: Any = screen.app.reader
        await pilot.press("slash", *"weber haushalt", "enter")
        await until(pilot, lambda: screen.items[:1] == [HitKind.ARTICLE])
        await pilot.press("enter")
        await until(pilot, lambda: screen.app.screen is reader and bool(reader.finder.hits.spans))
        await pilot.pause()
        text = reader.article.text
        assert text[slice(*reader.finder.hits.spans[reader.finder.hits.current])] == "Weber"
        assert reader.view.visible_span.contains(reader.finder.hits.spans[reader.finder.hits.current])
        assert "weber haushalt" in reader.status.render().plain
        await pilot.press("N")
        assert text[slice(*reader.finder.hits.spans[reader.finder.hits.current])] == "Haushalt"
        await pilot.press("backspace")
        await until(pilot, lambda: screen.app.screen is screen)
        assert screen.words == "weber haushalt"
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(screen)) == 4)


async def test_from_a_statement_that_was_found_to_it(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        reader: Any = screen.app.reader
        await pilot.press("i", "i", "slash", *"reicht", "enter")
        await until(pilot, lambda: screen.items[:1] == [HitKind.STATEMENT])
        await pilot.press("enter")
        await until(pilot, lambda: screen.app.screen is reader and reader.view.current_statement is not None)
        await pilot.pause()
        span = reader.view.current_statement.spans[0]
        assert span.of(reader.article.text) == "Das reicht nicht"
        assert reader.view.visible_span.contains(span)


async def test_a_note_is_found_and_gone_to(shown: Shown, tmp_path: Path) -> None:
    async with shown() as (screen, pilot):
        reader: Any = screen.app.reader
        await pilot.press("enter")
        await until(pilot, lambda: screen.app.screen is reader and reader.annotator.notebook is not None)
        await pilot.press("s", "W", *"Zahlen nachsehen", "ctrl+s")
        await until(pilot, lambda: screen.app.screen is reader and bool(reader.annotator.notebook.annotations))
        await pilot.press("backspace", "a")
        await until(pilot, lambda: titles(screen) == [0] and "✎ 1" in seen(screen))
        await pilot.press("slash", *"nachsehen", "enter")
        await until(pilot, lambda: screen.items[:1] == [HitKind.NOTE])
        assert "Zahlen nachsehen" in seen(screen)
        await pilot.press("enter")
        await until(pilot, lambda: screen.app.screen is reader and reader.notes.current is not None)


async def test_nothing_found_is_said(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("slash", *'"[b] OR -')
        await pilot.press(*"xyzzy")
        await until(pilot, lambda: "nowhere" in screen.notice)
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(screen)) == 4)


async def test_own_keys_hold_in_the_library(shown: Shown) -> None:
    keys = {"find": "t", "contents": "slash", "toggle_read": "x", "export": "E", "previous_entity": "Ä"}
    async with shown(keys=keys) as (screen, pilot):
        assert "○  period" in seen(screen)
        await pilot.press("t", *"reicht")
        await until(pilot, lambda: "3 statements" in seen(screen))
        await pilot.press("escape", "escape", "x")
        await until(pilot, lambda: "marked as" in seen(screen))


SCENES: dict[str, tuple[tuple[int, int], dict[str, Any], tuple[str, ...]]] = {
    "library": ((80, 24), {}, ("j", "m")),
    "library_table": ((160, 50), {"theme": "light"}, ("n", "n")),
    "library_search": ((80, 24), {}, ("slash", *"weber", "enter")),
}


@pytest.mark.parametrize("name", SCENES)
def test_scene(name: str, bench: Callable[..., Any], library: Library, snap_compare: Callable[..., bool]) -> None:
    size, settings, keys = SCENES[name]

    async def play(pilot: Pilot[int]) -> None:
        app: Any = pilot.app
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.items))
        await pilot.press(*keys)
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await pilot.pause(0.3)

    assert snap_compare(bench(keeps=False, **settings).app, terminal_size=size, run_before=play)


async def test_the_versions_of_an_article(shown: Shown, library: Library) -> None:
    async with shown() as (screen, pilot):
        app: Any = screen.app
        await pilot.press("j", "V")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen) and len(app.screen.items) == 2)
        assert "Neue [b]Brücke[/b] in Köln" in app.screen.head().left.plain
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ChangesScreen) and app.screen.changes is not None)
        assert app.screen.changes.counts.all == 1
        await pilot.press("escape", "end", "v")
        await until(pilot, lambda: app.screen is app.reader)
        assert app.reader.article.text == written(1).text
        assert "Earlier version" in str(app.reader.query_one(Standing).render())
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen) and bool(app.screen.items))
        await pilot.press("home", "v")
        await until(pilot, lambda: app.screen is app.reader)
        assert app.reader.article.text == written(1, "Mehr nicht.").text


async def test_a_file_is_read_again(run: Run, library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Alter Stand\n\nEin Satz.\n", encoding="utf-8")
    async with run(str(path), keeps=True, size=(80, 24)) as (bench, pilot):
        app = bench.app
        await until(pilot, lambda: library.find(str(path)) is not None)
        path.write_text("Neuer Stand\n\nEin Satz.\n", encoding="utf-8")
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.items))
        names = [kept.title for kept in listed(app.screen)]
        await pilot.press(*["j"] * names.index("Alter Stand"), "r")
        await until(pilot, lambda: app.screen is app.reader and app.reader.article.title == "Neuer Stand")
        assert len(app.reader.shelf.items) == 1
