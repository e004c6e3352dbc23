"""`newsreader feeds`: subscribing, fetching, lists in OPML, and what is said of what goes wrong."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.webserver import Answer

from newsreader import cli
from newsreader.library.feeds import opml
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

    from tests.webserver import Server

TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. " * 3
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><h1>{title}</h1><p>{TEXT}</p></body></html>".encode()


def rss(*names: str, title: str = "Der Bote") -> bytes:
    items = "".join(f"<item><title>{name}</title><link>/{name}</link><guid>{name}</guid></item>" for name in names)
    return f"<rss><channel><title>{title}</title>{items}</channel></rss>".encode()


@pytest.fixture
def feed(server: Server) -> str:
    """The address of a feed with two articles."""
    server.parts["/feed"] = Answer(rss("eins", "zwei"))
    server.parts["/eins"] = Answer(page("Artikel eins"), headers=HTML)
    return server.address("/feed")


Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: str) -> Said:
        status = cli.main(["feeds", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return running


def listed(run: Run) -> list[dict[str, object]]:
    status, out, _ = run("--json")
    assert status == 0
    found: list[dict[str, object]] = json.loads(out)
    return found


def test_from_subscribing_to_unsubscribing(run: Run, server: Server, feed: str) -> None:
    assert listed(run) == []
    assert run("add", feed, "--folder", "Politik/Inland") == (
        0,
        f"subscribed to Der Bote, 2 articles ({feed})\n",
        "",
    )
    assert run("add", feed)[:2] == (0, f"subscribed to Der Bote already, 2 articles ({feed})\n")
    [one] = listed(run)
    assert (one["title"], one["folder"], one["unread"], one["error"]) == ("Der Bote", ["Politik", "Inland"], 2, None)
    server.parts["/feed"] = Answer(rss("drei", "eins", "zwei"))
    status, out, _ = run("refresh")
    assert (status, out) == (0, "1 feed fetched · 1 new entry\n")
    status, out, _ = run()
    assert out == f"Politik / Inland:\n  3  Der Bote  {feed}\n"
    status, out, _ = run("remove", "der bote")
    assert status == 0
    assert "for 30 days" in out
    assert listed(run) == []


def test_a_site_s_address_finds_its_feed(run: Run, server: Server, feed: str) -> None:
    link = "<link rel=alternate type=application/rss+xml href=/feed>"
    server.parts["/"] = server.parts["/ressort/artikel"] = Answer(page("Startseite", link), headers=HTML)
    for path in ("/", "/ressort/artikel"):
        assert run("add", server.address(path))[0] == 0
    assert [one["address"] for one in listed(run)] == [feed]
    assert run("remove", server.address("/feed"))[0] == 0


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/leer", "there is no feed here"),
        ("/fehlt", "no such page"),
        ("/lügt", "names http"),
        ("feeds/abos", "no address"),
        ("ftp://example.org/feed", "only addresses with http or https"),
        ("kein \x1b[31m Feed", "no address"),
    ],
)
def test_what_cannot_be_subscribed_to(run: Run, server: Server, address: str, told: str) -> None:
    server.parts["/leer"] = Answer(page("Kein Feed"), headers=HTML)
    server.parts["/l%C3%BCgt"] = Answer(
        page("x", "<link rel=alternate type=application/rss+xml href=/leer>"), headers=HTML
    )
    address = address.replace("ü", "%C3%BC")
    status, out, err = run("add", server.address(address) if address.startswith("/") else address)
    assert (status, out) == (1, "")
    assert told in err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert listed(run) == []


def test_a_broken_feed_shows_its_error_and_harms_no_other(run: Run, server: Server, feed: str) -> None:
    server.parts["/kaputt"] = Answer(rss("a", title="Kaputt"))
    run("add", feed)
    run("add", server.address("/kaputt"))
    server.parts["/kaputt"] = Answer(page("Wartung"), headers=HTML)
    server.parts["/feed"] = Answer(rss("neu", "eins"))
    status, out, err = run("refresh")
    assert status == 1
    assert out == "1 feed fetched · 1 new entry · 1 feed could not be had\n"
    assert (
        err == f"newsreader: {server.address('/kaputt')}: this feed is broken, or is none; please check the address.\n"
    )
    _, out, _ = run()
    assert "! since " in out
    [bote, kaputt] = listed(run)
    assert bote["error"] is None
    assert isinstance(kaputt["error"], dict)
    assert kaputt["error"]["key"] == "article.broken_feed"
    assert kaputt["entries"] == 1
    status, out, _ = run("refresh", "--json")
    assert json.loads(out)["failed"][0]["address"] == server.address("/kaputt")
    assert run("refresh", feed)[0] == 0


def test_articles_are_loaded_for_reading_without_a_network(run: Run, feed: str) -> None:
    run("add", feed)
    status, out, _ = run("refresh", "--articles", "5")
    assert (status, out) == (0, "1 feed fetched · 0 new entries · 1 article loaded\n")
    with Library(paths.library_file()) as library:
        [kept] = library.articles()
    assert (kept.title, kept.read, kept.feed) == ("Artikel eins", False, feed)


def test_lists_in_and_out(run: Run, server: Server, feed: str, tmp_path: Path) -> None:
    source = tmp_path / "abos.opml"
    source.write_text(
        "<opml><body><outline text='Politik'><outline text='Bote' xmlUrl='https://bote.example/feed'/></outline>"
        "<outline text='B' xmlUrl='https://b.example/'/><outline text='C' xmlUrl='file:///c'/></body></opml>"
    )
    status, out, err = run("import", str(source))
    assert (status, out) == (1, "subscribed to 2 feeds; subscribed to already: 0\n")
    assert "file:///c" in err
    assert run("import", str(source))[1] == "subscribed to 0 feeds; subscribed to already: 2\n"
    status, out, _ = run("export")
    assert status == 0
    found = opml.parse(out.encode(), "x").feeds
    assert [(one.title, one.folder) for one in found] == [("B", ()), ("Bote", ("Politik",))]
    target = tmp_path / "aus.opml"
    assert run("export", str(target))[0] == 0
    assert opml.parse(target.read_bytes(), "x").feeds == found
    target.write_text("meins")
    status, _, err = run("export", str(target))
    assert status == 1
    assert "there already" in err
    assert target.read_text() == "meins"
    assert run("export", str(target), "--force")[0] == 0
    assert run("export", str(tmp_path / "fehlt" / "a.opml"))[0] == 1


def test_a_list_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"<opml><body><outline text='B' xmlUrl='https://b.example/'/></body></opml>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert run("import", "-")[0] == 0
    assert [one["title"] for one in listed(run)] == ["B"]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("remove", "nichts"), 1, "no subscription"),
        (("refresh", "https://b.example/"), 1, "no subscription"),
        (("import", "gibt-es-nicht.opml"), 1, "cannot be read"),
        (("add",), 2, "ADDRESS"),
        (("bogus",), 2, "bogus"),
        (("refresh", "--articles", "x"), 2, "--articles"),
    ],
)
def test_what_goes_wrong_is_one_sentence(run: Run, arguments: tuple[str, ...], status: int, told: str) -> None:
    found, out, err = run(*arguments)
    assert (found, out) == (status, "")
    assert told in err
    assert err.count("\n") == 1


def test_without_a_network(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "abos.opml"
    rows = "".join(f"<outline text='{name}' xmlUrl='http://{name}.invalid/'/>" for name in "ab")
    source.write_text(f"<opml><body>{rows}</body></opml>")
    run("import", str(source))
    status, _, err = run("refresh")
    assert status == 1
    assert err == "newsreader: no feed can be reached; please check the network.\n"
    assert [one["error"] for one in listed(run)] == [None, None]
