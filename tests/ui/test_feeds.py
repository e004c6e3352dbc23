"""The feeds that are subscribed to, on the screen: their list, what stands in them, what is fetched meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.conftest import INFO, HandMade, Kept
from tests.ui.waiting import until
from tests.webserver import Answer
from textual.widgets import Input, Static

from newsreader.article import read
from newsreader.article.feeds import Entry, Feed
from newsreader.library.feeds import opml
from newsreader.library.feeds.opml import Outline
from newsreader.phrases import Phrases
from newsreader.settings.config import Config
from newsreader.settings.state import State
from newsreader.ui.app import NewsreaderApp
from newsreader.ui.commands import REGISTRY, Keymap
from newsreader.ui.dialogs.listfile import ListFileDialog
from newsreader.ui.dialogs.subscription import SubscriptionDialog
from newsreader.ui.screens.entries import EntriesScreen
from newsreader.ui.screens.feeds import FeedsScreen
from newsreader.ui.screens.library import LibraryScreen
from newsreader.ui.shelf import Shelf
from newsreader.ui.tools import LibraryOpener, StoreOpener, Tools
from newsreader.ui.web import Web
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.webserver import Server
    from textual.pilot import Pilot

    from newsreader.library.feeds.feeds import Feeds

TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. "
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str) -> bytes:
    return f"<!doctype html><html><body><h1>{title}</h1><p>{title}: {TEXT * 3}</p></body></html>".encode()


def rss(*names: str, title: str = "Der Bote") -> bytes:
    items = "".join(f"<item><title>{name} [b]</title><link>/{name}</link><guid>{name}</guid></item>" for name in names)
    return f"<rss><channel><title>{title}</title>{items}</channel></rss>".encode()


@pytest.fixture
def opener(tmp_path: Path) -> LibraryOpener:
    return LibraryOpener(tmp_path / "library.db")


@pytest.fixture
def feeds(opener: LibraryOpener) -> Feeds:
    return opener().feeds


@pytest.fixture
def begin(sample: Path, tmp_path: Path, opener: LibraryOpener) -> Callable[..., NewsreaderApp]:
    """Makes the app with the sample open."""

    def make(source: str = "", *, keeps: bool = True, language: str = "en", **settings: Any) -> NewsreaderApp:
        from newsreader.article.opening import open_source

        config = Config(**{"feed_age": 0, **settings})
        web = Web(tmp_path / "pages", opener, keeps=keeps)
        tools = Tools(
            config,
            State.load(tmp_path / "state.json"),
            read,
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
        shelf = Shelf([source or str(sample)], open_source, web)
        shelf.open_first()
        return NewsreaderApp(tools, shelf, Keymap(REGISTRY, {}), Phrases("de" if language == "de" else "en"))

    return make


@pytest.fixture
def bote(server: Server, feeds: Feeds) -> str:
    """A feed that is subscribed to, in a folder, with three articles, the last of which is gone."""
    for name in ("Eins", "Zwei"):
        server.parts[f"/{name}"] = Answer(page(f"Artikel {name}"), headers=HTML)
    server.parts["/feed"] = Answer(rss("Eins", "Zwei", "Drei"))
    address = server.address("/feed")
    one, _ = feeds.add(address, folder=("Politik", "Inland"))
    entries = tuple(Entry(f"{name} [b]", server.address(f"/{name}"), id=name) for name in ("Eins", "Zwei", "Drei"))
    feeds.take(one.number, Feed(address, "Der Bote", server.address("/"), entries), None)
    return address


def told(app: Any) -> str:
    """What stands on the screen: its texts, its rows, its line below."""
    parts = [str(part.content) for part in app.screen.query(Static) if not isinstance(part.content, Row)]
    screen: Any = app.screen
    if hasattr(screen, "desk"):
        parts += [line.plain for item in screen.items for line in screen.row(item).lines(100)]
        parts += [line.plain for line in screen.head().lines(100)]
        parts.append(screen.status.message)
    return "\n".join(parts)


def on(app: NewsreaderApp, screen: type[Any], *words: str) -> Callable[[], bool]:
    return lambda: isinstance(app.screen, screen) and all(word in told(app) for word in words)


def reads(app: NewsreaderApp, title: str) -> Callable[[], bool]:
    return lambda: app.screen is app.reader and app.reader.is_ready and app.reader.article.title == title


def titles(feeds: Feeds) -> list[str]:
    return [one.entry.id for one in feeds.entries(unread=True)]


async def test_from_subscription_to_article_and_back(
    bote: str, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    app = begin()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Politik", "Inland", "Der Bote", "3 unread"))
        await pilot.press("G", "enter")
        await until(pilot, on(app, EntriesScreen, "Eins [b]", "Drei [b]"))
        await pilot.press("enter")
        await until(pilot, reads(app, "Artikel Eins"))
        assert titles(feeds) == ["Zwei", "Drei"]
        await pilot.press(">")
        await until(pilot, reads(app, "Artikel Zwei"))
        await pilot.press("backspace")
        await until(pilot, on(app, EntriesScreen, "1 unread"))
        assert titles(feeds) == ["Drei"]
        assert app.screen.current.entry.id == "Zwei"  # type: ignore[attr-defined]
        await pilot.press("escape")
        await until(pilot, on(app, FeedsScreen, "1 unread"))
        await pilot.press("escape")
        await until(pilot, reads(app, "Artikel Zwei"))


async def test_next_unread(bote: str, server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]) -> None:
    server.parts["/Drei"] = Answer(page("Artikel Drei"), headers=HTML)
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        for name in ("Eins", "Zwei", "Drei"):
            await pilot.press("U")
            await until(pilot, reads(app, f"Artikel {name}"))
        await pilot.press("U")
        await until(pilot, lambda: "Nothing unread" in app.reader.status.message)
        assert titles(feeds) == []
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, FeedsScreen | EntriesScreen))


async def test_read_and_unread_with_undo(bote: str, feeds: Feeds, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("G", "A")
        await until(pilot, on(app, FeedsScreen, "0 unread", "3 marked as read"))
        assert titles(feeds) == []
        await pilot.press("u")
        await until(pilot, on(app, FeedsScreen, "3 unread"))
        await pilot.press("enter")
        await until(pilot, on(app, EntriesScreen, "Eins"))
        await pilot.press("N")
        await until(pilot, on(app, EntriesScreen, "2 unread", "✓ Eins"))
        await pilot.press("n")
        await until(pilot, lambda: len(app.screen.items) == 2)  # type: ignore[attr-defined]
        await pilot.press("n", "A")
        await until(pilot, on(app, EntriesScreen, "0 unread"))
        await pilot.press("u", "u")
        await until(pilot, on(app, EntriesScreen, "3 unread"))
        await pilot.press("ctrl+r")
        await until(pilot, on(app, EntriesScreen, "2 unread"))
        await pilot.press("u", "u")
        await until(pilot, on(app, EntriesScreen, "Nothing to undo"))


async def test_subscribing_changing_and_unsubscribing(
    bote: str, server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    server.parts["/blatt"] = Answer(rss("a", title="Das Blatt"))
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, SubscriptionDialog))
        app.screen.query_one("#address", Input).value = "kein Feed"
        await pilot.press("enter")
        await until(pilot, on(app, SubscriptionDialog, "no address"))
        app.screen.query_one("#address", Input).value = server.address("/blatt")
        await pilot.press("enter")
        await until(pilot, on(app, FeedsScreen, "Das Blatt", "4 unread"))
        assert app.screen.current.feed.title == "Das Blatt"  # type: ignore[attr-defined]
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, SubscriptionDialog))
        app.screen.query_one("#name", Input).value = "Mein [red]Blatt"
        app.screen.query_one("#folder", Input).value = "Wirtschaft"
        await pilot.press("enter")
        await until(pilot, on(app, FeedsScreen, "Mein [red]Blatt", "Wirtschaft"))
        await pilot.press("d")
        await until(pilot, lambda: len(feeds.listed()) == 1 and "Blatt" not in told(app))
        await pilot.press("u", "u")
        await until(pilot, on(app, FeedsScreen, "Das Blatt"))
        await pilot.press("u")
        await until(pilot, lambda: len(feeds.listed()) == 1)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, SubscriptionDialog))
        app.screen.query_one("#address", Input).value = server.address("/fehlt")
        await pilot.press("enter")
        await until(pilot, lambda: any("404" in one.message for one in app._notifications))


async def test_lists_in_and_out(bote: str, tmp_path: Path, feeds: Feeds, begin: Callable[..., NewsreaderApp]) -> None:
    source, target = tmp_path / "abos.opml", tmp_path / "aus.opml"
    source.write_text(
        f"<opml><body><outline text='P [b]'><outline text='Blatt' xmlUrl='{bote}2'/></outline>"
        f"<outline text='x' xmlUrl='{bote}'/><outline text='x' xmlUrl='file:///x'/></body></opml>"
    )
    target.write_text("meins")

    async def give(pilot: Pilot[Any], key: str, path: Path) -> None:
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, ListFileDialog))
        pilot.app.screen.query_one(Input).value = str(path)
        await pilot.press("enter")

    app = begin()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await give(pilot, "i", tmp_path / "fehlt")
        await until(pilot, lambda: any("cannot be read" in one.message for one in app._notifications))
        await give(pilot, "i", source)
        await until(pilot, on(app, FeedsScreen, "P [b]", "Blatt"))
        assert any("file:///x" in one.message for one in app._notifications)
        await until(pilot, lambda: not app.feed_desk.refresher.busy)
        await give(pilot, "x", target)
        await until(pilot, on(app, ListFileDialog, "already"))
        assert target.read_text() == "meins"
        await pilot.press("enter")
        await until(pilot, lambda: b"Blatt" in target.read_bytes())
        assert len(opml.parse(target.read_bytes(), "x").feeds) == 2
        await pilot.press("u")
        await until(pilot, lambda: len(feeds.listed()) == 1)


async def test_a_search_is_called_off(server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]) -> None:
    hold = threading.Event()
    server.parts["/blatt"] = Answer(rss("a", title="Das Blatt"), hold=hold)
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "No subscriptions"))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, SubscriptionDialog))
        app.screen.query_one("#address", Input).value = server.address("/blatt")
        await pilot.press("enter")
        await until(pilot, on(app, FeedsScreen, "looking for the feed"))
        await pilot.press("escape")
        await until(pilot, lambda: "looking" not in told(app))
        assert isinstance(app.screen, FeedsScreen)
        hold.set()
        await pilot.pause(0.1)
        assert not feeds.listed()


async def test_fetching_goes_on_in_the_background(
    bote: str, server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    hold = threading.Event()
    server.parts["/kaputt"] = Answer(b"<html>Wartung</html>", headers=HTML)
    feeds.add_all([Outline(server.address("/kaputt"), "Kaputt [/b]")])
    server.parts["/feed"] = Answer(rss("Neu", "Eins", "Zwei", "Drei"), hold=hold)
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Kaputt [/b]"))
        await pilot.press("R")
        await until(pilot, on(app, FeedsScreen, "fetching"))
        await pilot.press("escape")
        assert app.screen is app.reader
        hold.set()
        await until(pilot, lambda: not app.feed_desk.refresher.busy)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "1 new article", "1 feed could not be had", "4 unread"))
        assert "this feed is broken" in told(app)
        assert "since" in told(app)
        await pilot.press("j", "enter")
        await until(pilot, on(app, EntriesScreen, "this feed is broken"))


async def test_fetching_is_called_off(bote: str, server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    hold = threading.Event()
    server.parts["/feed"] = Answer(rss("Neu"), hold=hold)
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("R")
        await until(pilot, on(app, FeedsScreen, "fetching 0/1"))
        await pilot.press("R")
        await until(pilot, lambda: not app.feed_desk.refresher.busy)
        hold.set()


async def test_what_is_old_is_fetched_when_the_list_is_opened(
    server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    server.parts["/feed"] = Answer(rss("Neu"))
    feeds.add(server.address("/feed"))
    app = begin(feed_age=30)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote", "1 new article"))
        await pilot.press("escape", "F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        assert len(server.asked) == 1


async def test_reading_without_a_network(bote: str, server: Server, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(feed_articles=2)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("R")
        await until(pilot, lambda: not app.feed_desk.refresher.busy and app.feed_desk.refresher.outcome is not None)
        server.parts.clear()
        await pilot.press("G", "enter")
        await until(pilot, on(app, EntriesScreen, "↓"))
        await pilot.press("j", "enter")
        await until(pilot, reads(app, "Artikel Zwei"))


async def test_what_a_feed_brings_along_is_read_where_the_page_is_gone(
    server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    one, _ = feeds.add(server.address("/feed"))
    content = f"<p>Mitgebracht: {TEXT * 4}</p><p>{TEXT * 2}</p>"
    entry = Entry("Im Feed", server.address("/weg"), content=content, id="1")
    feeds.take(one.number, Feed(one.address, "Der Bote", None, (entry,)), None)
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("U")
        await until(pilot, reads(app, "Im Feed"))
        assert "Mitgebracht" in app.reader.article.text


async def test_what_was_fetched_for_later_is_not_fetched_again(
    bote: str, server: Server, feeds: Feeds, opener: LibraryOpener, begin: Callable[..., NewsreaderApp]
) -> None:
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.library.feeds.refreshing import Refresh

    Refresh(feeds, Fetcher(pause=0), offline=1).run(feeds.listed())
    assert [one.title for one in opener().articles()] == ["Artikel Eins"]
    server.asked.clear()
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("U")
        await until(pilot, reads(app, "Artikel Eins"))
        assert not server.asked


async def test_nothing_is_noted_where_nothing_is_kept(
    bote: str, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    app = begin(keeps=False, feed_articles=5)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("U")
        await until(pilot, reads(app, "Artikel Eins"))
        assert len(titles(feeds)) == 3
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, FeedsScreen | EntriesScreen))
        await pilot.press("R")
        await until(pilot, lambda: not app.feed_desk.refresher.busy and app.feed_desk.refresher.outcome is not None)
        assert [one.article for one in feeds.entries()] == [None] * 3


async def test_from_feeds_to_library_and_back(bote: str, begin: Callable[..., NewsreaderApp]) -> None:
    app = begin()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reader)
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Der Bote"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_without_subscriptions(begin: Callable[..., NewsreaderApp]) -> None:
    app = begin(language="de")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "Noch kein Feed abonniert"))
        await pilot.press("enter", "d", "e", "A", "N", "n", "r", "R", "U", "j", "G")
        await pilot.pause()
        assert isinstance(app.screen, FeedsScreen)


async def test_a_feed_on_the_screen_is_subscribed_to(
    server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    server.parts["/feed"] = Answer(rss("Eins"))
    app = begin(server.address("/feed"))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Eins" in str([getattr(item, "title", "") for item in app.reader.shelf.items]))
        await pilot.pause()
        await pilot.press("a")
        await until(pilot, lambda: [one.title for one in feeds.listed()] == ["Der Bote"])
        assert titles(feeds) == ["Eins"]


async def test_filter_and_all_feeds(
    bote: str, server: Server, feeds: Feeds, begin: Callable[..., NewsreaderApp]
) -> None:
    other = feeds.add("https://blatt.example/", name="Blatt")[0]
    feeds.take(other.number, Feed(other.address, "Das Blatt", None, (Entry("Ferner", None, id="f"),)), None)
    app = begin()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.reader.is_ready)
        await pilot.press("F")
        await until(pilot, on(app, FeedsScreen, "All feeds", "Blatt", "4 unread"))
        await pilot.press("slash", *"bote")
        await until(pilot, lambda: "Blatt" not in told(app) and "Der Bote" in told(app))
        await pilot.press("enter", "escape")
        await until(pilot, on(app, FeedsScreen, "Blatt"))
        await pilot.press("g", "enter")
        await until(pilot, on(app, EntriesScreen, "Ferner", "Der Bote", "Blatt", "Eins [b]"))
