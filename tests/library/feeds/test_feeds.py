"""Subscriptions and entries in the library's file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.store.connection import PAGE
from newsreader.article.feeds import Entry, Feed
from newsreader.errors import FetchError
from newsreader.library.feeds.opml import Outline
from newsreader.library.library import Library
from newsreader.library.model import Filters
from newsreader.library.store import entries as stored

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import Make

    from newsreader.library.feeds.feeds import Feeds

ADDRESS = "https://bote.example/feed"


def entry(name: str, **more: object) -> Entry:
    return replace(Entry(title=f"Titel {name}", link=f"https://bote.example/{name}", id=name), **more)  # type: ignore[arg-type]


def feed(*entries: Entry, title: str = "Bote") -> Feed:
    return Feed(ADDRESS, title, "https://bote.example/", entries)


@pytest.fixture
def feeds(library: Library) -> Feeds:
    return library.feeds


def titles(feeds: Feeds, number: int | None = None, *, unread: bool = False) -> list[str]:
    wanted = None if number is None else [number]
    return [one.entry.title for one in feeds.entries(wanted, unread=unread)]


def test_subscribing(feeds: Feeds) -> None:
    one, new = feeds.add(ADDRESS, folder=("Politik", "Inland"))
    assert new
    assert (one.title, one.folder, one.fetched, one.unread) == (ADDRESS, ("Politik", "Inland"), None, 0)
    assert feeds.add(ADDRESS, name="Anders") == (one, False)
    assert feeds.take(one.number, feed(entry("a"), entry("b")), None) == 2
    found = feeds.at(ADDRESS)
    assert found is not None
    assert (found.title, found.site, found.entries, found.unread) == ("Bote", "https://bote.example/", 2, 2)
    assert found.fetched is not None
    feeds.change(one.number, name="Mein Bote", folder=())
    assert [(row.title, row.folder) for row in feeds.listed()] == [("Mein Bote", ())]
    feeds.change(one.number, name="")
    assert [row.title for row in feeds.listed()] == ["Bote"]


def test_an_edited_entry_is_not_new_and_stays_read(feeds: Feeds) -> None:
    number = feeds.add(ADDRESS)[0].number
    feeds.take(number, feed(entry("a"), entry("b")), None)
    [a, _] = feeds.entries([number])
    assert feeds.mark([a.number], read=True) == [a.number]
    assert feeds.mark([a.number], read=True) == []
    edited = entry("a", title="Neuer Titel", author="Carla", published=datetime(2026, 3, 1, 8, tzinfo=UTC))
    assert feeds.take(number, feed(entry("c"), edited, entry("b")), None) == 1
    found = {one.entry.title: one for one in feeds.entries([number])}
    assert found.keys() == {"Neuer Titel", "Titel b", "Titel c"}
    assert found["Neuer Titel"].read
    assert found["Neuer Titel"].number == a.number
    assert found["Neuer Titel"].entry.published == edited.published
    assert titles(feeds, unread=True) == ["Titel c", "Titel b"]


def test_keys_that_two_entries_exchange(feeds: Feeds) -> None:
    number = feeds.add(ADDRESS)[0].number
    feeds.take(number, feed(entry("a"), entry("b")), None)
    assert feeds.take(number, feed(entry("b", link="https://bote.example/a"), entry("a")), None) == 0


def test_entries_that_left_the_feed_stay_for_a_while(feeds: Feeds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "KEPT", 2)
    number = feeds.add(ADDRESS)[0].number
    day = datetime(2026, 3, 1, tzinfo=UTC)
    dated = [entry(str(n), published=day + timedelta(days=n)) for n in range(6)]
    feeds.take(number, feed(*dated), None)
    assert len(feeds.entries([number])) == 6
    assert feeds.take(number, feed(dated[5]), None) == 0
    assert titles(feeds, number) == ["Titel 5", "Titel 4", "Titel 3"]
    assert [one.entry.title for one in feeds.entries(limit=2)] == ["Titel 5", "Titel 4"]
    assert feeds.entries([]) == []


def test_what_went_wrong_and_since_when(feeds: Feeds) -> None:
    number = feeds.add(ADDRESS)[0].number
    feeds.fail(number, FetchError("article.timeout", path=ADDRESS))
    first = feeds.listed()[0].failure
    feeds.fail(number, FetchError("article.http_missing", path=ADDRESS, status=410))
    failure = feeds.listed()[0].failure
    assert first is not None
    assert failure is not None
    assert failure.error.key == "article.http_missing"
    assert failure.since == first.since < failure.last
    assert "(410)" in str(failure.error)
    assert not feeds.listed()[0].is_due(datetime.now(UTC))
    feeds.take(number, feed(), None)
    assert feeds.listed()[0].failure is None


def test_moved_feeds(feeds: Feeds) -> None:
    one, other, gone = (feeds.add(f"https://bote.example/{name}")[0] for name in ("alt", "andere", "weg"))
    feeds.remove(gone.number)
    feeds.take(one.number, feed(), "https://bote.example/neu")
    assert feeds.at("https://bote.example/neu") is not None
    feeds.take(one.number, feed(), "https://bote.example/andere")
    assert {row.address for row in feeds.listed()} == {"https://bote.example/neu", other.address}
    feeds.take(one.number, feed(), "https://bote.example/weg")
    assert feeds.at("https://bote.example/weg") is not None


def test_removed_and_brought_back(feeds: Feeds) -> None:
    number = feeds.add(ADDRESS, name="Mein Bote")[0].number
    feeds.take(number, feed(entry("a"), entry("b")), None)
    feeds.mark([feeds.entries([number])[0].number], read=True)
    feeds.remove(number)
    assert feeds.listed() == []
    assert feeds.entries() == []
    assert feeds.take(number, feed(entry("c")), None) == 0
    feeds.restore(number)
    assert [(row.title, row.unread, row.entries) for row in feeds.listed()] == [("Mein Bote", 1, 2)]
    feeds.remove(number)
    one, new = feeds.add(ADDRESS)
    assert new
    assert (one.number, one.title, one.unread) == (number, "Mein Bote", 1)


def test_what_was_removed_long_ago_is_forgotten(feeds: Feeds, path: Path) -> None:
    old, young = feeds.add(ADDRESS)[0], feeds.add("https://b.example/")[0]
    feeds.take(old.number, feed(entry("a")), None)
    feeds.remove(old.number)
    long_ago = (datetime.now(UTC) - timedelta(days=31)).isoformat()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE subscriptions SET removed = ? WHERE number = ?", (long_ago, old.number))
    feeds.remove(young.number)
    feeds.restore(old.number)
    assert feeds.listed() == []
    assert feeds.add(ADDRESS)[0].entries == 0


def test_lists(feeds: Feeds) -> None:
    outlines = [
        Outline("https://z.example/", "Zeitung", "https://z.example/", ("Politik",)),
        Outline("https://a.example/", "Anzeiger", None, ("politik",)),
        Outline("https://m.example/", "", None, ()),
    ]
    assert len(feeds.add_all(outlines)) == 3
    assert feeds.add_all(outlines) == []
    assert [one.address for one in feeds.outlines()] == [f"https://{name}.example/" for name in "maz"]
    assert feeds.outlines()[2] == outlines[0]


def test_an_article_that_is_read_is_read_in_every_feed(library: Library, feeds: Feeds, make: Make) -> None:
    one, other = feeds.add(ADDRESS)[0].number, feeds.add("https://b.example/")[0].number
    for number in (one, other):
        feeds.take(number, feed(entry("a"), entry("b")), None)
    library.keep(make("https://bote.example/a"))
    assert titles(feeds, unread=True) == ["Titel b", "Titel b"]
    third = feeds.add("https://c.example/")[0].number
    feeds.take(third, feed(entry("a#teil"), entry("b")), None)
    assert titles(feeds, third, unread=True) == ["Titel b"]
    kept = library.find("https://bote.example/a")
    assert kept is not None
    library.mark([kept.number], read=False)
    assert len(titles(feeds, unread=True)) == 6
    feeds.mark([next(row.number for row in feeds.entries([one]) if row.article)], read=True)
    assert library.count(Filters(unread=True)) == 0
    assert len(titles(feeds, unread=True)) == 3


def test_an_address_that_several_entries_share_joins_nothing(library: Library, feeds: Feeds, make: Make) -> None:
    number = feeds.add(ADDRESS)[0].number
    home = "https://bote.example/"
    feeds.take(number, feed(entry("a", link=home), entry("b", link=home)), None)
    library.keep(make(home))
    assert len(titles(feeds, unread=True)) == 2


def test_articles_for_later(library: Library, feeds: Feeds, make: Make) -> None:
    number = feeds.add(ADDRESS)[0].number
    feeds.take(number, feed(*(entry(name) for name in "abcd")), None)
    feeds.mark([feeds.entries([number])[0].number], read=True)
    names = [one.entry.id for one in feeds.wanted(number, 2)]
    assert names == ["b", "c"]
    [b, c] = feeds.wanted(number, 2)
    feeds.keep(b.number, make("https://bote.example/b"))
    feeds.keep(c.number, None)
    kept = library.find("https://bote.example/b")
    assert kept is not None
    assert (kept.read, kept.opened, kept.feed) == (False, None, ADDRESS)
    found = {one.entry.id: one.article for one in feeds.entries([number])}
    assert found == {"a": None, "b": kept.number, "c": None, "d": None}
    assert [one.entry.id for one in feeds.wanted(number, 2)] == ["c"]
    feeds.keep(c.number, None)
    assert feeds.wanted(number, 2) == []
    library.delete([kept.number])
    assert feeds.wanted(number, 2) == []


def test_what_the_feed_brings_along_is_kept(feeds: Feeds) -> None:
    number = feeds.add(ADDRESS)[0].number
    feeds.take(number, feed(entry("a", content="<p>Äpfel</p>" + "x" * 300_000), entry("b")), None)
    [a, b] = feeds.entries([number])
    whole = feeds.entry(a.number)
    assert a.entry.content == ""
    assert whole is not None
    assert whole.entry.content.startswith("<p>Äpfel")
    assert len(whole.entry.content) == stored.LONGEST
    assert feeds.entry(b.number) == b
    feeds.take(number, feed(entry("c", link=None, summary="<b> " * 1000)), None)
    [c] = [one for one in feeds.entries([number]) if one.entry.id == "c"]
    told = feeds.entry(c.number)
    assert told is not None
    assert len(told.entry.summary) == stored.LONGEST_SUMMARY
    assert told.entry.content.count("&lt;b&gt;") == 1000
    assert feeds.entry(99) is None


def test_a_damaged_file_keeps_its_feeds(path: Path) -> None:
    with Library(path) as library:
        for name in ("a", "b"):
            one, _ = library.feeds.add(f"https://{name}.example/", folder=("Politik",))
            rows = (entry(f"{name}{n}", summary="Zusammenfassung " * 20) for n in range(300))
            library.feeds.take(one.number, feed(*rows), None)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    content = bytearray(path.read_bytes())
    middle = (content.index(b"Titel a150") // PAGE) * PAGE
    content[middle : middle + PAGE] = os.urandom(PAGE)
    path.write_bytes(content)
    with Library(path) as library:
        assert [notice.key for notice in library.notices] == ["library.partly_recovered"]
        listed = library.feeds.listed()
        assert [(one.address, one.folder) for one in listed] == [
            (f"https://{name}.example/", ("Politik",)) for name in "ab"
        ]
        assert 200 < listed[0].entries < 300
        assert listed[1].entries > 200
        assert library.feeds.take(listed[0].number, feed(entry("neu")), None) == 1


def test_damaged_content_is_none(feeds: Feeds, path: Path) -> None:
    number = feeds.add(ADDRESS)[0].number
    feeds.take(number, feed(entry("a", content="<p>a</p>")), None)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entries SET content = x'00'")
    assert feeds.brought(ADDRESS, "a") == ""
    assert feeds.brought(ADDRESS, "b") == feeds.brought("https://x.example/", "a") == ""


def test_another_program_sees_it(feeds: Feeds, path: Path) -> None:
    number = feeds.add(ADDRESS)[0].number
    with Library(path) as other:
        assert [row.address for row in other.feeds.listed()] == [ADDRESS]
        other.feeds.take(number, feed(entry("a")), None)
    assert feeds.listed()[0].unread == 1
