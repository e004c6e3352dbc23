"""Entries that were there before, also after they were edited."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.article.feeds import Entry
from newsreader.library.feeds.matching import Known, match

entries = st.lists(
    st.builds(
        Entry,
        title=st.sampled_from("abc"),
        link=st.none() | st.sampled_from([f"https://x.example/{name}" for name in "abcd"]),
        id=st.sampled_from(["1", "2", "3", "https://x.example/a"]),
    ),
    max_size=8,
)


def one(name: str, link: str | None = "", **more: str) -> Entry:
    return Entry(title=name, link=f"https://x.example/{name}" if link == "" else link, id=more.get("id", name))


def known(feed: list[Entry]) -> list[Known]:
    return [Known(number, row.key, row.entry.link) for number, row in enumerate(match(feed, ()))]


def numbers(feed: list[Entry], before: list[Entry]) -> list[int | None]:
    return [row.number for row in match(feed, known(before))]


def test_an_entry_is_known_by_its_id() -> None:
    before = [one("a"), one("b")]
    edited = replace(before[0], title="Neuer Titel", link="https://x.example/umgezogen")
    assert numbers([one("c"), edited, before[1]], before) == [None, 0, 1]


def test_an_entry_with_another_id_is_known_by_its_address() -> None:
    before = [one("a", id="1"), one("b", id="2")]
    assert numbers([one("a", id="1-edited"), one("b", id="2")], before) == [0, 1]


def test_an_address_that_several_share_tells_nothing() -> None:
    home = "https://x.example/"
    before = [one("a", home), one("b", home)]
    assert numbers([one("c", home), one("a", home), one("b", home)], before) == [None, 0, 1]
    assert numbers([one("c", home), one("d", home)], before) == [None, None]


def test_an_address_whose_entry_is_still_there_makes_no_other_one_known() -> None:
    before = [one("a", id="1")]
    assert numbers([one("a", id="1"), replace(one("a"), id="2")], before) == [0, None]


def test_an_id_that_all_have_in_common_tells_nothing() -> None:
    before = [one("a", id="x"), one("b", id="x")]
    assert [row.key for row in match(before, ())] == ["https://x.example/a", "https://x.example/b"]
    assert numbers([one("c", id="x"), *before], before) == [None, 0, 1]


def test_the_same_entry_twice_counts_once() -> None:
    first = one("a")
    [row] = match([first, replace(first, title="noch einmal")], ())
    assert row.entry is first


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entries, entries)
def test_no_two_entries_were_the_same_one(feed: list[Entry], before: list[Entry]) -> None:
    found = match(feed, known(before))
    assert len({row.key for row in found}) == len(found)
    again = [row.number for row in found if row.number is not None]
    assert len(set(again)) == len(again)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entries)
def test_a_feed_that_stays_as_it_was_has_nothing_new(feed: list[Entry]) -> None:
    found = known(feed)
    assert [row.number for row in match(feed, found)] == [row.number for row in found]
