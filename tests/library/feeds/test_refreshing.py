"""Feeds brought up to date from a server that answers, dawdles, breaks and moves."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.webserver import Answer, Server

from newsreader.article.cancelling import Cancellation
from newsreader.article.fetching.addresses import host_of
from newsreader.article.fetching.cache import PageCache
from newsreader.article.fetching.fetcher import Fetched, Fetcher, Limits
from newsreader.errors import FetchError, NewsreaderError, StoreError
from newsreader.library.feeds.model import Failure, KeptEntry, Subscription
from newsreader.library.feeds.refreshing import Progress, Refresh, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.article.feeds import Feed

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
QUICK = Limits(largest=300_000, connect=1, read=0.5, whole=2)
TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. " * 3
HTML = {"Content-Type": "text/html; charset=utf-8"}


def rss(*links: str, title: str = "Bote") -> bytes:
    items = "".join(f"<item><title>{link}</title><link>{link}</link></item>" for link in links)
    return f"<rss><channel><title>{title}</title>{items}</channel></rss>".encode()


def subscription(number: int, address: str) -> Subscription:
    return Subscription(number, address, "x", None, (), NOW)


@dataclass
class Notes:
    """A ledger in memory."""

    feeds: dict[int, Feed] = field(default_factory=dict)
    moved: dict[int, str | None] = field(default_factory=dict)
    failed: dict[int, NewsreaderError] = field(default_factory=dict)
    articles: dict[int, Article | None] = field(default_factory=dict)
    error: StoreError | None = None

    def take(self, number: int, feed: Feed, moved: str | None) -> int:
        if self.error:
            raise self.error
        self.feeds[number], self.moved[number] = feed, moved
        return len(feed.entries)

    def fail(self, number: int, error: NewsreaderError) -> None:
        self.failed[number] = error

    def wanted(self, number: int, most: int) -> Sequence[KeptEntry]:
        rows = enumerate(self.feeds[number].entries[:most])
        return [KeptEntry(100 * number + index, number, entry, NOW) for index, entry in rows]

    def keep(self, number: int, article: Article | None) -> None:
        self.articles[number] = article


@pytest.fixture
def notes() -> Notes:
    return Notes()


def run(notes: Notes, *addresses: str, fetcher: object = None, **more: Any) -> Tally:
    chosen = cast("Fetcher", fetcher or Fetcher(limits=QUICK, pause=0))
    return Refresh(notes, chosen, **more).run([subscription(number, one) for number, one in enumerate(addresses)])


def test_feeds_are_had_and_broken_ones_harm_no_other(server: Server, notes: Notes) -> None:
    hold = threading.Event()
    server.parts["/gut"] = Answer(rss("https://a.example/1", "https://a.example/2"))
    server.parts["/leer"] = Answer(rss())
    server.parts["/kaputt"] = Answer(b"<html><p>Wartung</p></html>", headers=HTML)
    server.parts["/weg"] = Answer(status=410)
    server.parts["/stumm"] = Answer(rss(), hold=hold)
    server.parts["/riesig"] = Answer(b"<rss>" + b"x" * 400_000)
    names = ("gut", "kaputt", "weg", "stumm", "riesig", "fehlt", "leer")
    told: list[Progress] = []
    tally = run(notes, *(server.address(f"/{name}") for name in names), told=told.append)
    hold.set()
    assert tally.refreshed == 2
    assert tally.new == 2
    assert not tally.offline
    assert {number: error.key for number, error in notes.failed.items()} == {
        1: "article.broken_feed",
        2: "article.http_missing",
        3: "article.timeout",
        4: "article.page_too_large",
        5: "article.http_missing",
    }
    assert [one.done for one in told] == list(range(1, 8))
    assert {one.total for one in told} == {7}
    assert sorted(one.number for one, _ in tally.failed) == [1, 2, 3, 4, 5]


def test_several_hosts_side_by_side_and_each_by_itself(notes: Notes) -> None:
    class Watched:
        def __init__(self) -> None:
            self.now: list[str] = []
            self.most = 0
            self.lock = threading.Lock()

        def fetch(self, address: str, *_: object, **__: object) -> Fetched:
            host = host_of(address)
            with self.lock:
                assert host not in self.now
                self.now.append(host)
                self.most = max(self.most, len(self.now))
            time.sleep(0.02)
            with self.lock:
                self.now.remove(host)
            return Fetched(rss("https://a.example/1"), address)

    watched = Watched()
    addresses = [f"https://{host}.example/{number}" for host in "abcdefgh" for number in range(3)]
    assert run(notes, *addresses, fetcher=watched, hands=4).refreshed == 24
    assert 1 < watched.most <= 4


def test_a_feed_that_dawdles_holds_up_no_other_host(server: Server, notes: Notes) -> None:
    hold = threading.Event()
    server.parts["/langsam"] = Answer(rss(), hold=hold)
    server.parts["/schnell"] = Answer(rss())
    order: list[int] = []

    def told(progress: Progress) -> None:
        assert progress.subscription is not None
        order.append(progress.subscription.number)
        hold.set()

    quick = server.address("/schnell").replace("127.0.0.1", "localhost")
    run(notes, server.address("/langsam"), quick, told=told, fetcher=Fetcher(pause=0))
    assert order == [1, 0]


def test_moved_feeds(server: Server, notes: Notes) -> None:
    server.parts["/alt"] = Answer(status=301, headers={"Location": "/neu"})
    server.parts["/kurz"] = Answer(status=302, headers={"Location": "/neu"})
    server.parts["/falsch"] = Answer(status=301, headers={"Location": "/anmelden"})
    server.parts["/neu"] = Answer(rss("/1"))
    server.parts["/anmelden"] = Answer(b"<html>bitte anmelden</html>", headers=HTML)
    run(notes, *(server.address(path) for path in ("/alt", "/kurz", "/falsch")))
    assert notes.moved == {0: server.address("/neu"), 1: None}
    assert notes.failed[2].key == "article.broken_feed"
    assert notes.feeds[1].entries[0].link == server.address("/1")


def test_unchanged_feeds_are_not_sent_again(server: Server, notes: Notes, tmp_path: Path) -> None:
    sent = []

    def answer(headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == '"1"':
            return Answer(status=304)
        sent.append(1)
        return Answer(rss("/1"), headers={"ETag": '"1"'})

    server.parts["/a"] = answer
    fetcher = Fetcher(PageCache(tmp_path / "pages"), limits=QUICK, pause=0)
    for _ in range(3):
        assert run(notes, server.address("/a"), fetcher=fetcher).refreshed == 1
    assert len(sent) == 1


def test_without_a_network_no_feed_is_called_broken(notes: Notes) -> None:
    tally = run(notes, "http://a.invalid/feed", "http://b.invalid/feed")
    assert tally.offline
    assert len(tally.failed) == 2
    assert not notes.failed
    assert not run(notes, "http://a.invalid/feed").offline
    assert notes.failed[0].key == "article.no_host"


def test_without_a_network_what_was_kept_is_no_news(server: Server, notes: Notes, tmp_path: Path) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(rss("/1"))
    fetcher = Fetcher(PageCache(tmp_path / "pages"), limits=QUICK, pause=0)
    assert run(notes, server.address("/a"), fetcher=fetcher).refreshed == 1
    server.parts["/a"] = Answer(rss("/1"), hold=hold)
    assert run(notes, server.address("/a"), fetcher=fetcher).refreshed == 0
    hold.set()


def test_articles_of_new_entries_are_fetched(server: Server, notes: Notes) -> None:
    page = f"<!doctype html><html><body><h1>Kein Beschluss</h1><p>{TEXT}</p></body></html>".encode()
    for path in ("/1", "/2", "/4"):
        server.parts[path] = Answer(page, headers=HTML)
    server.parts["/feed"] = Answer(rss("/1", "/2", "/3", "/4"))
    told: list[Progress] = []
    tally = run(notes, server.address("/feed"), offline=3, told=told.append)
    assert tally.kept == 2
    assert {number: one is not None for number, one in notes.articles.items()} == {0: True, 1: True, 2: False}
    assert (told[-1].articles, told[-1].articles_total, told[-1].done) == (3, 3, 1)
    assert server.most_at_once == 1


def test_called_off(server: Server, notes: Notes) -> None:
    hold, cancellation = threading.Event(), Cancellation()
    server.parts["/erster"] = Answer(rss())
    server.parts["/stumm"] = Answer(rss(), hold=hold)

    def told(_: Progress) -> None:
        threading.Timer(0.1, cancellation.cancel).start()

    addresses = [server.address(path) for path in ("/erster", "/stumm", "/nie")]
    before = time.monotonic()
    tally = run(notes, *addresses, told=told, cancellation=cancellation, fetcher=Fetcher(pause=0))
    assert time.monotonic() - before < 5
    hold.set()
    assert tally.refreshed == 1
    assert not notes.failed
    assert "/nie" not in [path for path, _ in server.asked]


def test_a_store_that_fails_ends_it(server: Server, notes: Notes) -> None:
    server.parts["/a"] = Answer(rss())
    notes.error = StoreError("store.full", path="x", reason="x")
    with pytest.raises(StoreError):
        run(notes, *[server.address("/a")] * 3)
    assert len(server.asked) == 1


def test_what_breaks_the_program_is_that_feeds_error(notes: Notes) -> None:
    class Broken:
        def fetch(self, address: str, *_: object, **__: object) -> Fetched:
            if "b" in address:
                raise RecursionError
            return Fetched(rss(), address)

    assert run(notes, "https://a.example/", "https://b.example/", fetcher=Broken()).refreshed == 1
    assert notes.failed[1].key == "feeds.broke"
    assert "RecursionError" in str(notes.failed[1])


@pytest.mark.parametrize(
    ("error", "later", "patience"),
    [
        (FetchError("article.http_too_many", path="x", status=429, wait=600), 500, True),
        (FetchError("article.http_too_many", path="x", status=429, wait=600), 601, False),
        (FetchError("article.http_too_many", path="x", status=429, wait=10**9), 90_000, False),
        (FetchError("article.http_missing", path="x", status=410), 10**7, True),
        (FetchError("article.http_missing", path="x", status=404), 1, False),
    ],
)
def test_patience(error: FetchError, later: int, patience: bool) -> None:
    failure = Failure(error, NOW, NOW)
    assert failure.asks_for_patience(NOW + timedelta(seconds=later)) is patience
