"""Entries of feeds beside what is open."""

from __future__ import annotations

import pytest

from newsreader.article import Article
from newsreader.article.feeds import Entry, Feed
from newsreader.ui.shelf import Shelf

BOTE = Feed("https://bote.example/", "Bote", None, ())
BLATT = Feed("https://blatt.example/", "Blatt", None, ())


def article(source: str) -> Article:
    return Article(f"Text von {source}", source)


def rows(feed: Feed, names: str) -> list[tuple[Entry, Feed]]:
    return [(Entry(name, f"{feed.source}{name}", id=name), feed) for name in names]


def titles(shelf: Shelf) -> str:
    return "".join(item.entry.title if item.entry else item.source for item in shelf.items)


@pytest.fixture
def shelf() -> Shelf:
    """Three articles with the second one open."""
    shelf = Shelf("XYZ", article)
    shelf.open(1)
    return shelf


def test_they_stand_behind_what_is_open(shelf: Shelf) -> None:
    items = shelf.lay_out(rows(BOTE, "abc"))
    assert titles(shelf) == "XYabcZ"
    assert [item.title for item in items] == ["a", "b", "c"]
    assert shelf.item.source == "Y"


def test_the_same_list_again_keeps_its_place_and_what_was_read(shelf: Shelf) -> None:
    a, b, _ = shelf.lay_out(rows(BOTE, "abc"))
    shelf.put(b, article("b"))
    again = shelf.lay_out(rows(BOTE, "xabc"))
    assert titles(shelf) == "XYxabcZ"
    assert again[1] is a
    assert again[2] is b is shelf.item


def test_another_list_takes_the_place_and_what_is_open_stays(shelf: Shelf) -> None:
    _, b, _ = shelf.lay_out(rows(BOTE, "abc"))
    shelf.put(b, article("b"))
    shelf.lay_out(rows(BLATT, "bc"))
    assert titles(shelf) == "XYbbcZ"
    assert shelf.item is b
    shelf.open(0)
    shelf.lay_out(rows(BLATT, "d"))
    assert titles(shelf) == "XdYbZ"


def test_who_is_told_that_it_was_opened(shelf: Shelf) -> None:
    told: list[str] = []
    [item] = shelf.lay_out(rows(BOTE, "a"))
    item.opened = lambda: told.append("a")
    shelf.put(item, article("a"))
    assert told == ["a"]
