"""Addresses and feeds on the screen: what is fetched, what goes wrong, and the way between list and article."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.conftest import INFO, HandMade, Kept
from tests.ui.waiting import offered, until
from tests.webserver import Answer, Server
from textual.widgets import Static

from newsreader.article.readers.plain import read as read_plain
from newsreader.library.library import Library
from newsreader.phrases import Phrases
from newsreader.settings.config import Config
from newsreader.settings.state import State
from newsreader.ui.app import NewsreaderApp
from newsreader.ui.commands import REGISTRY, Keymap, View
from newsreader.ui.screens.feed import FeedScreen
from newsreader.ui.screens.fetch import FetchScreen
from newsreader.ui.screens.library import LibraryScreen
from newsreader.ui.screens.standing import Standing
from newsreader.ui.shelf import Shelf
from newsreader.ui.tools import LibraryOpener, StoreOpener, Tools
from newsreader.ui.web import Web
from newsreader.ui.widgets.row import Row
from newsreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.article import Article

TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. "
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str) -> bytes:
    return f"<!doctype html><html><body><h1>{title}</h1><p>{title}: {TEXT * 3}</p></body></html>".encode()


def unread(_: str) -> Article:
    raise AssertionError


@pytest.fixture
def begin(tmp_path: Path) -> Callable[..., NewsreaderApp]:
    """Makes the app for sources; what was opened in the browser is in `app.opened`."""

    def make(*sources: str, keys: dict[str, str] | None = None) -> NewsreaderApp:
        from newsreader.article.opening import open_source

        config, opened = Config(), []

        def open_address(target: str) -> bool:
            opened.append(target)
            return True

        state = State.load(tmp_path / "state.json")
        store = StoreOpener(tmp_path / "annotations.sqlite")
        library = LibraryOpener(tmp_path / "library.db")
        tools = Tools(
            config, state, unread, HandMade, lambda: INFO, Kept(), open_address, lambda _: True, store, library=library
        )
        fetch = Web(tmp_path / "pages", library, keeps=True)
        shelf = Shelf(sources, open_source, fetch)
        errors = shelf.open_first()
        app = NewsreaderApp(tools, shelf, Keymap(REGISTRY, keys or {}), Phrases("en"), errors)
        setattr(app, "opened", opened)  # noqa: B010
        return app

    return make


@pytest.fixture
def feed(server: Server) -> str:
    """The address of a feed with three articles, the last of which is gone."""
    for name in ("Eins", "Zwei"):
        server.parts[f"/{name}"] = Answer(page(f"Artikel Nummer {name}"), headers=HTML)
    items = "".join(
        f"<item><title>{name} [b]fett[/b]</title><link>{server.address(f'/{name}')}</link><guid>{name}</guid></item>"
        for name in ("Eins", "Zwei", "Drei")
    )
    body = f"<rss><channel><title>Der Feed</title>{items}</channel></rss>"
    server.parts["/feed"] = Answer(body.encode(), headers={"Content-Type": "application/rss+xml"})
    return server.address("/feed")


def told(app: NewsreaderApp) -> str:
    """What is to be read on the screen but for the rows of a list."""
    parts: list[Any] = [part.content for part in app.screen.query(Static)]
    words = [" ".join(str(line) for line in part.lines(200)) if isinstance(part, Row) else str(part) for part in parts]
    return " ".join([*words, *(line.render().plain for line in app.screen.query(StatusLine))])


def feed_screen(app: NewsreaderApp) -> FeedScreen:
    assert isinstance(app.screen, FeedScreen)
    return app.screen


def reads(app: NewsreaderApp, title: str) -> Callable[[], bool]:
    return lambda: app.screen is app.reader and app.reader.is_ready and app.reader.article.title == title


async def test_address_is_fetched_and_read(server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(page("Titel der Seite"), headers=HTML, hold=hold)
    app = begin(server.address("/a"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FetchScreen) and "loading" in told(app))
        assert "Esc cancels" in told(app)
        hold.set()
        await until(pilot, reads(app, "Titel der Seite"))
        await pilot.press("o")
        assert getattr(app, "opened") == [server.address("/a")]  # noqa: B009
        await pilot.press("backspace")
        assert "from no list" in app.reader.status.render().plain


async def test_what_went_wrong_stands_on_the_screen(server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(server.address("/a"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "404" in told(app))
        assert "r try again" in told(app)
        assert "q quit" in told(app)
        server.parts["/a"] = Answer(page("Jetzt ist sie da"), headers=HTML)
        await pilot.press("r")
        await until(pilot, reads(app, "Jetzt ist sie da"))


async def test_called_off_and_tried_again(server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(page("Titel der Seite"), headers=HTML, hold=hold)
    app = begin(server.address("/a"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "loading" in told(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Cancelled" in told(app))
        hold.set()
        await pilot.press("r")
        await until(pilot, reads(app, "Titel der Seite"))


async def test_no_retry_where_it_is_of_no_use(begin: Callable[..., NewsreaderApp]) -> None:
    app = begin("ftp://example.org/a")
    async with app.run_test() as pilot:
        await until(pilot, lambda: "ftp" in told(app) and "▲" in told(app))
        assert "try again" not in told(app)
        assert "browser" not in told(app)
        await pilot.press("q")
    assert app.return_value == 0


async def test_from_list_to_article_and_back(feed: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        assert len(feed_screen(app).items) == 3
        assert {one.id for one in REGISTRY if View.FEED in one.views} <= feed_screen(app).commands.keys()
        assert "Der Feed" in told(app)
        await pilot.press("j", "enter")
        await until(pilot, reads(app, "Artikel Nummer Zwei"))
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        assert feed_screen(app).rows.cursor == 1
        await pilot.press("escape")
        await until(pilot, reads(app, "Artikel Nummer Zwei"))
        await pilot.press("<")
        await until(pilot, reads(app, "Artikel Nummer Eins"))


async def test_article_of_a_feed_that_is_gone(feed: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("G", "enter")
        await until(pilot, lambda: isinstance(app.screen, FetchScreen) and "404" in told(app))
        assert "Drei" in told(app)
        assert isinstance(app.screen, FetchScreen)
        assert {one.id for one in REGISTRY if View.FETCH in one.views} <= app.screen.commands.keys()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))


async def test_feed_is_fetched_again(server: Server, feed: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("enter")
        await until(pilot, reads(app, "Artikel Nummer Eins"))
        body = f"<rss><channel><title>Neu</title><item><title>Vier</title><link>{server.address('/4')}</link></item>"
        server.parts["/feed"] = Answer(f"{body}</channel></rss>".encode())
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, FeedScreen) and "Neu" in told(app))
        await pilot.press("escape")
        await until(pilot, reads(app, "Artikel Nummer Eins"))


async def test_file_first_then_address(server: Server, sample: Path, begin: Callable[..., NewsreaderApp]) -> None:
    server.parts["/a"] = Answer(page("Titel der Seite"), headers=HTML)
    app = begin(str(sample), server.address("/a"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        first = app.reader.article.title
        await pilot.press(">")
        await until(pilot, reads(app, "Titel der Seite"))
        await pilot.press(">")
        await until(pilot, reads(app, first))


async def test_feed_file_in_a_row(feed: str, sample: Path, tmp_path: Path, begin: Callable[..., NewsreaderApp]) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<rss><channel><title>Datei</title><item><title>A</title><link>{feed[:-5]}/Eins</link></item></channel></rss>"
    )
    app = begin(str(path), str(sample))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        assert "reload" not in told(app)
        await pilot.press("enter")
        await until(pilot, reads(app, "Artikel Nummer Eins"))
        assert len(app.reader.shelf.items) == 2


async def test_hostile_titles_are_only_shown(server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    items = "<item><title>[@click=app.exit]x[/] \x1b]0;t\x07</title><link>http://127.0.0.1:1/</link></item>" * 3
    server.parts["/f"] = Answer(f"<rss><channel><title>[/b] [red]</title>{items}</channel></rss>".encode())
    app = begin(server.address("/f"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        assert "[/b] [red]" in told(app)
        await pilot.pause()


async def test_the_list_is_filtered_while_one_types(feed: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("slash", *"drei")
        assert [item.title for item in feed_screen(app).items] == ["Drei [b]fett[/b]"]
        assert "1 of 3" in told(app)
        await pilot.press("x")
        assert "Nothing matches" in told(app)
        await pilot.press("backspace", "enter")
        assert app.focused is feed_screen(app).rows
        await pilot.press("escape")
        assert len(feed_screen(app).items) == 3
        assert feed_screen(app).current is feed_screen(app).items[2]


async def test_letters_typed_into_the_filter_are_no_keys(feed: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("slash", *"qr jo")
        assert feed_screen(app).words == "qr jo"
        assert getattr(app, "opened") == []  # noqa: B009
        await pilot.press("escape", "escape")
        assert "/" not in told(app).split()[:1]
        assert len(feed_screen(app).items) == 3


async def test_help_and_palette_of_a_list(feed: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("question_mark")
        assert "Load again" in told(app)
        assert "Next statement" not in told(app)
        await pilot.press("escape", "ctrl+p", *"to the end")
        await until(pilot, lambda: offered(app)[:1] == ["To the end"])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FeedScreen) and feed_screen(app).rows.cursor == 2)


async def test_own_keys_hold_in_lists_and_while_fetching(
    server: Server, feed: str, begin: Callable[..., NewsreaderApp]
) -> None:
    app = begin(feed, keys={"line_down": "J", "open": "O", "leave": "Q", "reload": "T"})
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        await pilot.press("J", "J", "j", "O")
        await until(pilot, lambda: isinstance(app.screen, FetchScreen) and "404" in told(app))
        assert "T try again" in told(app)
        assert "Q back" in told(app)
        await pilot.press("Q")
        await until(pilot, lambda: isinstance(app.screen, FeedScreen))
        assert "O read" in told(app)


async def test_that_an_article_is_sold_stands_below_it(
    server: Server, sample: Path, begin: Callable[..., NewsreaderApp]
) -> None:
    sold = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    server.parts["/a"] = Answer(page("Hinter der Schranke").replace(b"<body>", b"<body>" + sold.encode()), headers=HTML)
    app = begin(server.address("/a"), str(sample))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, reads(app, "Hinter der Schranke"))
        await until(pilot, lambda: "here is only the beginning" in told(app))
        line = app.reader.query_one(Standing)
        assert line.region.bottom == app.reader.status.region.y
        await pilot.press("z")
        assert not line.display or line.region.height == 0
        await pilot.press("z", ">")
        await until(pilot, lambda: "only the beginning" not in told(app))
        assert not app.reader.query(Standing)


async def test_what_is_open_stays_while_it_is_fetched_anew(server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    server.parts["/a"] = Answer(page("Titel der Seite"), headers=HTML)
    app = begin(server.address("/a"))
    async with app.run_test() as pilot:
        await until(pilot, reads(app, "Titel der Seite"))
        hold = threading.Event()
        server.parts["/a"] = Answer(page("Neuer Titel"), headers=HTML, hold=hold)
        await pilot.press("R")
        await until(pilot, lambda: isinstance(app.screen, FetchScreen))
        assert app.reader.article.title == "Titel der Seite"
        hold.set()
        await until(pilot, reads(app, "Neuer Titel"))
        assert len(app.reader.shelf.items) == 1


async def test_where_there_is_nothing_to_read_there_is_the_library(
    begin: Callable[..., NewsreaderApp], tmp_path: Path
) -> None:
    with Library(tmp_path / "library.db") as library:
        library.keep(read_plain(b"Von gestern\n\nEin Satz.\n", "https://example.org/gestern"))
    app = begin("ftp://example.org/a")
    async with app.run_test() as pilot:
        await until(pilot, lambda: "L library" in told(app))
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.items))
        await pilot.press("escape")
        assert isinstance(app.screen, FetchScreen)
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.items))
        await pilot.press("enter")
        await until(pilot, reads(app, "Von gestern"))
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
