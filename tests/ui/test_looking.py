"""Looking whether the page of an article has changed that is opened as the library has it."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.conftest import INFO, HandMade, Kept
from tests.ui.waiting import until
from tests.webserver import Answer

from newsreader.article.model import Article
from newsreader.article.opening import open_source
from newsreader.library.library import Library
from newsreader.library.model import Hit, HitKind
from newsreader.phrases import Phrases
from newsreader.settings.config import Config
from newsreader.settings.state import State
from newsreader.ui import looker
from newsreader.ui.app import NewsreaderApp
from newsreader.ui.commands import REGISTRY, Keymap
from newsreader.ui.dialogs.choice import ChoiceDialog
from newsreader.ui.screens.changes import ChangesScreen
from newsreader.ui.screens.library import LibraryScreen
from newsreader.ui.screens.standing import Standing
from newsreader.ui.shelf import Shelf
from newsreader.ui.tools import LibraryOpener, StoreOpener, Tools
from newsreader.ui.web import Web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.webserver import Server

    Shown = Callable[..., AbstractAsyncContextManager[tuple[Any, Any]]]

HTML = {"Content-Type": "text/html; charset=utf-8"}
YESTERDAY = datetime.now(UTC) - timedelta(days=1)
BODY = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten. Am Ende stand kein Ergebnis fest. "
SAID, ANEW = "Die Ministerin nannte das einen Fehler.", "Die Ministerin nannte das ein Versehen."


def page(title: str = "Haushalt", more: str = SAID) -> bytes:
    return f"<!doctype html><html><body><h1>{title}</h1><p>{BODY * 3}</p><p>{more}</p></body></html>".encode()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looker, "AT_REST", 0.05)


@pytest.fixture
def library(tmp_path: Path, server: Server) -> Path:
    """A library with three pages of one host that were read yesterday, one after the other."""
    path = tmp_path / "library.db"
    with Library(path) as library:
        for number in (1, 2, 3):
            server.parts[f"/{number}"] = Answer(page(f"Haushalt {number}"), headers=HTML)
            article = open_source(server.address(f"/{number}"))
            assert isinstance(article, Article)
            library.keep(article, at=YESTERDAY - timedelta(hours=number))
    server.asked.clear()
    return path


@pytest.fixture
def shown(tmp_path: Path, library: Path, sample: Path) -> Shown:
    """Runs the reader with the sample and shows the library: `async with shown(keeps=..., **settings)`."""

    @asynccontextmanager
    async def running(
        *, keeps: bool = True, size: tuple[int, int] = (100, 30), **settings: Any
    ) -> AsyncIterator[tuple[Any, Any]]:
        opener = LibraryOpener(library)
        web = Web(tmp_path / "pages", opener, keeps=keeps)
        tools = Tools(
            Config(**settings),
            State.load(tmp_path / "state.json"),
            lambda source: _read(source),
            HandMade,
            lambda: INFO,
            Kept(),
            lambda _: True,
            lambda _: True,
            StoreOpener(tmp_path / "annotations.sqlite"),
            library=opener,
            keeps=keeps,
            fetcher=web.fetcher,
        )
        shelf = Shelf((str(sample),), open_source, web)
        shelf.open_first()
        app = NewsreaderApp(tools, shelf, Keymap(REGISTRY, {}), Phrases("en"))
        async with app.run_test(size=size) as pilot:
            while not app.reader.is_ready:
                await pilot.pause(0.01)
            await pilot.press("L")
            await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and len(app.screen.items) >= 3)
            yield app, pilot

    return running


def _read(source: str) -> Article:
    found = open_source(source)
    assert isinstance(found, Article)
    return found


def standing(app: Any) -> str:
    """What stands below the text."""
    return "\n".join(str(one.render()) for one in app.reader.query(Standing))


def news(screen: LibraryScreen) -> list[str]:
    """The titles of what has changed since it was read."""
    return [item.title for item in screen.items if not isinstance(item, Hit | HitKind) and item.has_news]


async def to_page(app: Any, pilot: Any, number: int = 1) -> None:
    """Open a kept page from the library."""
    titles = [kept.title for kept in app.screen.items]
    await pilot.press("g", *["j"] * titles.index(f"Haushalt {number}"), "enter")
    await until(pilot, lambda: app.screen is app.reader and app.reader.article.title == f"Haushalt {number}")


async def test_a_page_that_was_edited_is_told_and_not_swapped(shown: Shown, server: Server) -> None:
    server.parts["/1"] = Answer(page("Haushalt 1", ANEW), headers=HTML)
    async with shown() as (app, pilot):
        await to_page(app, pilot)
        await until(pilot, lambda: "New version" in standing(app))
        assert app.reader.status.message == "The page has changed."
        line = standing(app)
        assert line.startswith("± New version of the page, changed since ")
        assert line.endswith(": 1 sentence · V shows it, R opens it")
        assert SAID in app.reader.article.text
        await pilot.press("V")
        await until(pilot, lambda: isinstance(app.screen, ChangesScreen) and app.screen.changes is not None)
        assert ANEW in app.screen.changes.new.text
        await pilot.press("escape")
        assert "New version" in standing(app)
        asked = len(server.asked)
        await pilot.press("R")
        await until(pilot, lambda: ANEW in app.reader.article.text)
        assert not standing(app)
        assert len(server.asked) == asked
        # What was seen in the comparison is not told once more.
        await pilot.pause(0.6)
        assert not standing(app)
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_what_is_found_is_told_again_when_one_comes_back(shown: Shown, server: Server, sample: Path) -> None:
    server.parts["/1"] = Answer(page("Haushalt 1", ANEW), headers=HTML)
    async with shown() as (app, pilot):
        await to_page(app, pilot)
        await until(pilot, lambda: "New version" in standing(app))
        await pilot.press(">")
        await until(pilot, lambda: app.reader.article.source == str(sample))
        assert not standing(app)
        await pilot.press("<")
        await until(pilot, lambda: "New version" in standing(app))
        # From the library it is the new version that is opened, and what has changed since one has read it is told.
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and news(app.screen) == ["Haushalt 1"])
        await to_page(app, pilot)
        assert ANEW in app.reader.article.text
        await until(pilot, lambda: "Text changed since" in standing(app))


async def test_a_page_that_is_the_same_is_a_passing_word(shown: Shown, server: Server) -> None:
    async with shown() as (app, pilot):
        await to_page(app, pilot)
        await until(pilot, lambda: app.reader.status.message == "The page is still the same.")
        assert standing(app).startswith("› From the library")
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await to_page(app, pilot)
        await pilot.pause(0.5)
        assert len(server.asked) == 1


# From the library


async def check(app: Any, pilot: Any, *keys: str) -> None:
    """Have pages looked at that the dialog offers."""
    await pilot.press("C")
    await until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
    await pilot.press(*keys, "enter")


def told(app: Any) -> str:
    """What notifications say."""
    return "\n".join(str(one.message) for one in app._notifications)


async def test_all_that_is_listed_is_looked_at_and_what_has_changed_is_listed(shown: Shown, server: Server) -> None:
    server.parts["/2"] = Answer(page("Haushalt 2", ANEW), headers=HTML)
    server.parts["/3"] = Answer(b"weg", 404)
    async with shown() as (app, pilot):
        await check(app, pilot)
        screen = app.screen
        await until(pilot, lambda: "pages looked at" in told(app))
        assert told(app) == "3 pages looked at · 1 changed · 1 is no longer there"
        assert server.most_at_once == 1
        await until(pilot, lambda: [kept.title for kept in screen.items] == ["Haushalt 2"])
        assert "● c changed" in screen.head().lines(100)[1].plain
        await pilot.press("enter")
        await until(pilot, lambda: "Text changed since" in standing(app))
        assert ANEW in app.reader.article.text
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and "Nothing has changed" in screen.notice)
        await pilot.press("0")
        await until(pilot, lambda: len(screen.items) == 4)


async def test_only_this_page(shown: Shown, server: Server) -> None:
    async with shown() as (app, pilot):
        await pilot.press("G")
        await check(app, pilot, "down")
        await until(pilot, lambda: "1 page looked at" in told(app))
        assert [path for path, _ in server.asked] == ["/3"]
        assert not app.screen.narrowing.changed


async def test_marked_pages_and_stopping(shown: Shown, server: Server) -> None:
    hold = threading.Event()
    server.parts["/1"] = Answer(page("Haushalt 1"), headers=HTML, hold=hold)
    async with shown() as (app, pilot):
        titles = [kept.title for kept in app.screen.items]
        await pilot.press("g", *["j"] * titles.index("Haushalt 1"), "m", "m")
        await check(app, pilot)
        await until(pilot, lambda: bool(server.asked))
        assert "looking: 0/2 · C stops" in app.screen.status.render().plain
        await pilot.press("C")
        await until(pilot, lambda: "stopped" in told(app))
        hold.set()
        assert told(app) == "stopped · 0 pages looked at · 0 changed"
        assert not app.screen.status.indicator


async def test_where_nothing_is_kept_nothing_is_looked_at(shown: Shown, server: Server) -> None:
    async with shown(keeps=False) as (app, pilot):
        await pilot.press("C")
        assert app.screen.status.message == "With --private or keep = false nothing is looked at."
        assert server.asked == []


async def test_a_page_that_is_gone(shown: Shown, server: Server) -> None:
    server.parts["/1"] = Answer(b"weg", 404)
    async with shown() as (app, pilot):
        await to_page(app, pilot)
        await until(pilot, lambda: "no longer there" in standing(app))
        assert standing(app).startswith("± The page is no longer there; here is the text as it was on")


async def test_without_a_network_one_reads_on(shown: Shown, server: Server) -> None:
    server.close()
    async with shown() as (app, pilot):
        await to_page(app, pilot)
        await until(pilot, lambda: "could not be seen just now" in app.reader.status.message)
        assert standing(app).startswith("› From the library")


@pytest.mark.parametrize("options", [{"keeps": False}, {"page_age": 0}, {"page_age": 10_000}])
async def test_nobody_looks_where_it_is_not_wanted(shown: Shown, server: Server, options: dict[str, Any]) -> None:
    async with shown(**options) as (app, pilot):
        await to_page(app, pilot)
        await pilot.pause(0.5)
        assert server.asked == []


async def test_who_leafs_through_asks_for_the_last_only(
    shown: Shown, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looker, "AT_REST", 3600.0)
    async with shown() as (app, pilot):
        for number in (1, 2, 3):
            if number == 3:
                monkeypatch.setattr(looker, "AT_REST", 0.05)
            await to_page(app, pilot, number)
            if number < 3:
                await pilot.press("backspace")
                await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: bool(server.asked))
        assert [path for path, _ in server.asked] == ["/3"]
