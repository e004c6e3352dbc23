"""Lists of feeds in OPML: our own, other programs' and broken ones."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.errors import FeedError
from newsreader.library.feeds.opml import DEEPEST, LONGEST, Outline, dump, folder_line, folder_of, parse

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)

OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Abos</title></head><body>
  <outline text="Politik" title="Politik">
    <outline text="Inland">
      <outline type="rss" text="Bote &amp;amp; Co &uuml;ber alles" xmlUrl="https://bote.example/feed?a=1&amp;b=2" htmlUrl="https://bote.example/"/>
    </outline>
    <outline type="atom" title="Nur ein Titel" xmlurl="feed://blatt.example/atom"/>
  </outline>
  <outline text="Flach" type="rss" xmlURL="https://flach.example/rss" category="/Sport/Fu&#223;ball,/Egal"/>
  <outline text="Doppelt" type="rss" xmlUrl="https://bote.example/feed?a=1&amp;b=2#oben"/>
  <outline text="Datei" type="rss" xmlUrl="file:///etc/passwd"/>
  <outline text="Skript" type="rss" xmlUrl="javascript:alert(1)"/>
  <outline text="Verweis" type="link" xmlUrl="https://anders.example/"/>
  <outline text="Leerer Ordner"/>
</body></opml>"""

names = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20) | st.just(
    "Bund / Länder & <Rest>"
)
outlines = st.lists(
    st.builds(
        Outline,
        address=st.integers(0, 10**6).map(lambda number: f"https://x.example/{number}?a=1&b=<2>"),
        title=names,
        site=st.none() | st.just("https://x.example/"),
        folder=st.lists(names, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one.address,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(outlines)
def test_what_is_written_comes_back(feeds: list[Outline]) -> None:
    found = parse(dump(feeds, "Feeds", AT), "x").feeds
    assert set(found) == set(feeds)
    for folder in {one.folder for one in feeds}:
        assert [one for one in found if one.folder == folder] == [one for one in feeds if one.folder == folder]
    assert parse(dump(found, "Feeds", AT), "x").feeds == found


def test_other_programs_lists() -> None:
    found = parse(OTHERS.encode(), "abos.opml")
    assert found.feeds == (
        Outline(
            "https://bote.example/feed?a=1&b=2",
            "Bote &amp; Co über alles",
            "https://bote.example/",
            ("Politik", "Inland"),
        ),
        Outline("https://blatt.example/atom", "Nur ein Titel", None, ("Politik",)),
        Outline("https://flach.example/rss", "Flach", None, ("Sport", "Fußball")),
    )
    assert found.left_out == ("file:///etc/passwd", "javascript:alert(1)")


def test_another_library_reads_our_list() -> None:
    listparser = pytest.importorskip("listparser")
    feeds = [
        Outline("https://a.example/rss", 'A & "B" <c> äöü', "https://a.example/", ("Politik", "Inland")),
        Outline("https://b.example/rss", "B"),
    ]
    result = listparser.parse(dump(feeds, "Meine Feeds", AT))
    assert not result["bozo"]
    assert result["meta"]["title"] == "Meine Feeds"
    assert result["meta"]["created_parsed"] == AT
    assert [(one["url"], one["title"]) for one in result["feeds"]] == [(one.address, one.title) for one in feeds]
    assert result["feeds"][0]["categories"] == [["Politik", "Inland"]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "feeds.no_opml"),
        ("kein XML", "feeds.no_opml"),
        ("<html><body><outline xmlUrl='https://a.example/'/></body></html>", "feeds.no_opml"),
        ("<rss><channel/></rss>", "feeds.no_opml"),
        ("<opml/>", "feeds.empty_opml"),
        ("<opml><body><outline text='Ordner'/></body></opml>", "feeds.empty_opml"),
    ],
)
def test_what_is_no_list(text: str, key: str) -> None:
    with pytest.raises(FeedError) as caught:
        parse(text.encode(), "x\x1b.opml")
    assert caught.value.key == key
    assert "\x1b" not in str(caught.value)


def test_a_list_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert len(parse(OTHERS[: OTHERS.index("Flach")].encode(), "x").feeds) == 2


def test_hostile_lists(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("GEHEIM")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE opml [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    row = "<outline text='A &l9; \x1b[31m\u202e' xmlUrl='https://a.example/'><outline>&f;</outline></outline>"
    [one] = parse(f"{bomb}<opml><body>{row}</body></opml>".encode(), "x").feeds
    assert "ha" not in one.title
    assert one.title.isprintable()
    many = "<outline text='x'>" * 200
    deep = f"<opml><body>{many}<outline xmlUrl='https://a.example/' text='{'y' * 5000}'/></body></opml>"
    [one] = parse(deep.encode(), "x").feeds
    assert len(one.folder) == DEEPEST
    assert len(one.title) == LONGEST
    assert parse(dump([one], "x", AT), "x").feeds == (one,)


def test_an_address_is_no_title() -> None:
    untitled = Outline("https://a.example/rss?a=1&b=2")
    assert parse(dump([untitled], "x", AT), "x").feeds == (untitled,)


def test_what_xml_cannot_hold_is_replaced() -> None:
    [one] = parse(dump([Outline("https://a.example/", "A\x00\ud800\ufffeB")], "x\x07", AT), "x").feeds
    assert one.title == "A\ufffd\ufffd\ufffdB"


def test_folders_on_a_line() -> None:
    assert folder_of(" Politik/ Inland /") == ("Politik", "Inland")
    assert folder_of("") == ()
    assert folder_of(folder_line(("A", "B c"))) == ("A", "B c")
