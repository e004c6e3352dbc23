"""What was opened is kept in the background, and given back when its source cannot be had."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.conftest import analysis_of
from tests.ui.waiting import until

from newsreader.article import read
from newsreader.errors import FetchError, SourceError, StoreError
from newsreader.settings.state import State
from newsreader.ui.keeper import Keeper
from newsreader.ui.shelf import Item
from newsreader.ui.tools import LibraryOpener
from newsreader.ui.web import Web, or_kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Run
    from tests.webserver import Server

    from newsreader.article.model import Article
    from newsreader.library.library import Library

PAGE = "<!doctype html><html><body><h1>Der Haushalt</h1><p>{}</p></body></html>".format(
    "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und nichts beschlossen. " * 3
)


@pytest.fixture
def opener(tmp_path: Path) -> LibraryOpener:
    return LibraryOpener(tmp_path / "library.db")


# In the reader


async def test_what_is_read_is_kept_with_its_analysis(run: Run, article: Article, opener: LibraryOpener) -> None:
    async with run(keeps=True, cached=False) as (_, pilot):
        library = opener()
        await until(pilot, lambda: any(kept.statements for kept in library.articles()))
    [kept] = library.articles()
    assert library.article(kept.number) == article
    assert library.analysis(kept.number) == analysis_of(article)
    assert kept.read


async def test_leaving_at_once_keeps_it_too(run: Run, article: Article, opener: LibraryOpener) -> None:
    async with run(keeps=True) as (bench, _):
        pass
    bench.app.reader.desk.keeper.finish()
    [kept] = opener().articles()
    assert kept.id == article.id
    assert kept.statements == 9


async def test_where_nothing_is_kept_there_is_no_library(run: Run, tmp_path: Path) -> None:
    async with run(keeps=False) as (bench, _):
        pass
    bench.app.reader.desk.keeper.finish()
    assert not (tmp_path / "library.db").exists()


async def test_a_library_that_fails_is_told_once_and_reading_goes_on(run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.execute("CREATE TABLE of_another_program (x)")
        connection.commit()
    async with run(keeps=True, cached=False, language="en") as (bench, pilot):
        await until(pilot, lambda: len(bench.app._notifications) > 0)
        await until(pilot, lambda: bench.app.reader.desk.study.analysis is not None)
        await pilot.pause(0.1)
        [notification] = bench.app._notifications
        assert "no library of newsreader" in notification.message
        await pilot.press("s")
        assert bench.app.screen is bench.app.reader


# The keeper


def test_a_keeper_tells_a_failure_once_and_goes_on(article: Article, opener: LibraryOpener) -> None:
    told: list[StoreError] = []
    failing = [True, True, False]

    def library() -> Library:
        if failing.pop(0):
            raise StoreError("library.full", path="x", reason="y")
        return opener()

    keeper = Keeper(library, told.append)
    for _ in range(3):
        keeper.keep(article, None)
    keeper.finish()
    assert [error.key for error in told] == ["library.full"]
    assert opener().count() == 1


def test_a_keeper_waits_for_another_program(
    article: Article, opener: LibraryOpener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.keeper.AT_REST", 0)
    monkeypatch.setattr("newsreader.ui.keeper.PAUSE", 0.01)
    told: list[StoreError] = []
    failing = [True, True, False]
    kept = threading.Event()

    def library() -> Library:
        if failing.pop(0):
            raise StoreError("library.locked", path="x", reason="y")
        kept.set()
        return opener()

    keeper = Keeper(library, told.append)
    keeper.keep(article, None)
    assert kept.wait(10)
    keeper.finish()
    assert told == []
    assert opener().count() == 1


def test_a_keeper_without_a_library_does_nothing(article: Article) -> None:
    keeper = Keeper(None, lambda _: None)
    keeper.keep(article, None)
    keeper.finish()
    assert keeper._thread is None


# When a source cannot be had


def test_a_file_that_is_gone_is_read_from_the_library(tmp_path: Path, opener: LibraryOpener) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Titel\n\nEin Satz.\n", encoding="utf-8")
    article = read(str(path))
    with opener() as library:
        library.keep(article)
    path.unlink()
    found: Any = or_kept(lambda: read(str(path)), str(path), opener)
    assert found.text == article.text
    assert found.notices == ("library.instead_of_file",)


def test_what_was_never_kept_stays_an_error(tmp_path: Path, opener: LibraryOpener) -> None:
    for _ in range(2):
        with pytest.raises(SourceError) as caught:
            or_kept(lambda: read(str(tmp_path / "b.md")), str(tmp_path / "b.md"), opener)
        assert caught.value.key == "article.missing"
        # The second time there is a library, which has nothing of it.
        opener()


@pytest.mark.parametrize(("status", "notice"), [(404, "library.instead_of_gone"), (500, "library.instead_of_page")])
def test_a_page_that_cannot_be_had_is_read_from_the_library(
    server: Server, tmp_path: Path, opener: LibraryOpener, status: int, notice: str
) -> None:
    from tests.webserver import Answer

    from newsreader.article.cancelling import Cancellation

    server.parts["/a"] = Answer(PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    fetch = Web(tmp_path / "pages", opener, keeps=False)
    article: Any = fetch(Item(server.address("/a")), Cancellation())
    assert not (tmp_path / "pages").exists()
    opener().keep(article)
    server.parts["/a"] = Answer(b"", status=status)
    again: Any = fetch(Item(server.address("/a#unten")), Cancellation())
    assert again.text == article.text
    assert again.notices[0] == notice


def test_what_the_user_calls_off_is_not_replaced(article: Article, opener: LibraryOpener) -> None:
    from dataclasses import replace

    opener().keep(replace(article, source="https://example.org/a"))

    def cancelled() -> Article:
        raise FetchError("article.cancelled", path="x")

    with pytest.raises(FetchError):
        or_kept(cancelled, "https://example.org/a", opener)


def test_reading_from_the_library_notes_that_it_was_read_and_not_that_its_source_was_seen(
    article: Article, opener: LibraryOpener
) -> None:
    from dataclasses import replace

    library = opener()
    before = library.keep(article, opened=False)
    keeper = Keeper(opener, lambda _: None)
    keeper.keep(replace(article, notices=("library.instead_of_file",)), None)
    keeper.finish()
    [kept] = library.articles()
    assert kept.read
    assert kept.opened is not None
    assert library.article(kept.number).notices == article.notices
    assert library.versions(kept.number)[0].last == before.first


# Nothing kept


def test_a_private_state_forgets_places_but_not_choices(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    state = State.load(path)
    state.remember("/a.md", 10)
    state.save()
    state.private = True
    state.remember("/b.md", 20)
    state.remember("/a.md", 30)
    state.choose("width", "80")
    assert (state.place("/b.md"), state.place("/a.md")) == (20, 30)
    state.save()
    again = State.load(path)
    assert (again.last, again.place("/a.md"), again.place("/b.md")) == ("/a.md", 10, 0)
    assert again.choice("width", "") == "80"


@pytest.mark.parametrize("key", ["P", "L"])
async def test_looking_into_a_library_that_there_is_not_makes_none(run: Run, tmp_path: Path, key: str) -> None:
    async with run(keeps=False, language="en") as (bench, pilot):
        await pilot.press(key)
        await pilot.pause(0.2)
        assert bench.app.screen is bench.app.reader
        assert "what is read does not get in" in str(next(iter(bench.app._notifications)).message)
    assert not (tmp_path / "library.db").exists()
