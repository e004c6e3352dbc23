"""Rows of the list of subscriptions, and how they look."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newsreader.article.feeds import Entry
from newsreader.errors import FetchError
from newsreader.library.feeds.model import Failure, KeptEntry, Subscription
from newsreader.phrases import Phrases
from newsreader.ui.subscribed.places import Place, places
from newsreader.ui.subscribed.rows import PlaceRow, entry_row, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DE = Phrases("de")


def feed(number: int, *folder: str, unread: int = 0, title: str = "") -> Subscription:
    address = f"https://{number}.example/"
    return Subscription(number, address, title or f"Feed {number}", None, folder, NOW, fetched=NOW, unread=unread)


def drawn(place: Place, width: int = 60) -> list[str]:
    return [line.plain.rstrip() for line in PlaceRow(place, DE, NOW).lines(width)]


def shape(rows: list[Place]) -> list[tuple[int, str]]:
    return [(row.depth, row.feed.title if row.feed else "/".join(row.folder)) for row in rows]


def test_folders_stand_before_what_is_in_them_and_count_it() -> None:
    feeds = [feed(1), feed(2, "A", unread=3), feed(3, "A", "B", unread=4), feed(4, "C", "D")]
    rows = places(feeds, lambda _: True)
    assert shape(rows) == [
        (0, ""),
        (0, "Feed 1"),
        (0, "A"),
        (1, "Feed 2"),
        (1, "A/B"),
        (2, "Feed 3"),
        (0, "C"),
        (1, "C/D"),
        (2, "Feed 4"),
    ]
    assert [row.unread for row in rows] == [7, 0, 7, 3, 4, 4, 0, 0, 0]
    assert len({row.known_by for row in rows}) == len(rows)


def test_what_is_not_shown_is_counted_all_the_same() -> None:
    feeds = [feed(1, "A", unread=1), feed(2, "A"), feed(3, "B")]
    rows = places(feeds, lambda one: one.unread > 0)
    assert shape(rows) == [(0, ""), (0, "A"), (1, "Feed 1")]
    assert len(rows[1].feeds) == 2


def test_one_feed_needs_no_row_for_all() -> None:
    assert shape(places([feed(1)], lambda _: True)) == [(0, "Feed 1")]
    assert places([], lambda _: True) == []
    assert places([feed(1), feed(2)], lambda _: False) == []


def test_rows_fit_every_width_whatever_the_title() -> None:
    titles = ("[b]fett[/b] [@click=app.exit]x", "日本語のニュース" * 20, "\x1b[31mrot", "a" * 300)
    failure = Failure(FetchError("article.timeout", path="https://1.example/"), NOW, NOW)
    for title in titles:
        one = replace(feed(1, "A", unread=12345, title=title), failure=failure)
        for width in (1, 8, 20, 49, 50, 80, 200):
            for line in PlaceRow(Place(("A",), 1, (one,), is_feed=True), DE, NOW).lines(width):
                assert line.cell_length <= max(width, 7)
    assert "[b]fett[/b]" in drawn(Place((), 0, (feed(1, title=titles[0]),), is_feed=True))[0]


def test_what_is_wrong_stands_below_without_the_address() -> None:
    failure = Failure(FetchError("article.timeout", path="https://1.example/"), NOW - timedelta(days=2), NOW)
    one = replace(feed(1, unread=2), failure=failure)
    first, second = drawn(Place((), 0, (one,), is_feed=True), 100)
    assert first.startswith(" ▲ Feed 1")
    assert first.endswith("2")
    assert second.strip().startswith("seit 27.02. ")
    assert "https://" not in second


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of this place is that of Greenwich."""
    with monkeypatch.context() as inside:
        inside.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("utc")
@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (NOW, "12:00"),
        (NOW - timedelta(days=1), "28.02. 12:00"),
        (NOW - timedelta(days=400), "25.01.2025"),
    ],
)
def test_moments(when: datetime, shown: str) -> None:
    assert moment(when, NOW, DE) == shown


@pytest.mark.parametrize("when", [datetime.min, datetime.max, datetime.max.replace(tzinfo=UTC)])
def test_moments_that_no_clock_shows(when: datetime) -> None:
    assert moment(when, NOW, DE)


def test_entries() -> None:
    entry = Entry("Titel [/b]", "https://a.example/", author="Carla", summary="Kurz\u202e", published=NOW)
    kept = KeptEntry(1, 1, entry, NOW, article=3)
    first, second = (line.plain for line in entry_row(kept, "Bote", DE, NOW).lines(60))
    assert first.startswith("  Titel [/b]")
    assert "↓" in first
    assert second.strip().startswith("Bote · Carla · Kurz")
    read = entry_row(replace(kept, read=True, article=None), "", DE, NOW).lines(60)
    assert read[0].plain.startswith("✓ ")
    assert "↓" not in read[0].plain
