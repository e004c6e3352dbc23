"""`newsreader changes --check`: which kept pages have changed meanwhile."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.webserver import Answer

from newsreader import cli
from newsreader.article.model import Article
from newsreader.article.opening import open_source
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from tests.webserver import Server

HTML = {"Content-Type": "text/html; charset=utf-8"}
YESTERDAY = datetime.now(UTC) - timedelta(days=1)
BODY = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten. Am Ende stand kein Ergebnis fest. "
SAID, ANEW = '"Das ist ein Fehler", sagte Eva Weber.', '"Das ist ein Versehen", sagte Eva Weber.'


def page(title: str, more: str = SAID, day: int = 1) -> Answer:
    head = f'<meta property="article:published_time" content="2024-07-0{day}T10:00:00+02:00">'
    body = f"<!doctype html><html><head>{head}</head><body><h1>{title}</h1><p>{BODY * 3}</p><p>{more}</p></body></html>"
    return Answer(body.encode(), headers=HTML)


@pytest.fixture
def pages(server: Server) -> list[str]:
    """Three pages that were read yesterday, and have been published on three days."""
    with Library(paths.library_file()) as library:
        for number in (1, 2, 3):
            server.parts[f"/{number}"] = page(f"Haushalt {number}", day=number)
            article = open_source(server.address(f"/{number}"))
            assert isinstance(article, Article)
            library.keep(article, at=YESTERDAY)
    server.asked.clear()
    return [server.address(f"/{number}") for number in (1, 2, 3)]


def test_all_pages(server: Server, pages: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    server.parts["/2"] = page("Haushalt 2", ANEW, 2)
    assert cli.main(["changes", "--check"]) == 0
    out, err = capfd.readouterr()
    title, told = out.splitlines()
    assert title == "Haushalt 2"
    assert told.startswith(f"  {pages[1]} · since ")
    assert told.endswith(" · 1 sentence, 1 statement")
    assert err == "newsreader: 3 pages looked at · 1 changed\n"
    with Library(paths.library_file()) as library:
        kept = library.find(pages[1])
        assert kept is not None
        assert kept.has_news
        assert kept.statements == 1
        assert ANEW in library.article(kept.number).text


def test_named_pages_and_what_is_wrong_with_them(
    server: Server, pages: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    server.parts["/1"] = Answer(b"weg", 404)
    server.parts["/2"] = Answer(b"kaputt", 500)
    assert cli.main(["changes", "--check", "--only-text", *pages[:2]]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.endswith("2 pages looked at · 0 changed · 1 is no longer there · 1 could not be had\n")
    assert len(server.asked) == 2


def test_a_period(server: Server, pages: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", "--check", "--since", "2024-07-02", "--until", "2024-07-02"]) == 0
    assert [path for path, _ in server.asked] == ["/2"]
    assert "1 page looked at · 0 changed" in capfd.readouterr().err


def test_as_json(server: Server, pages: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    server.parts["/2"] = page("Haushalt 2", ANEW, 2)
    server.parts["/3"] = Answer(b"weg", 404)
    assert cli.main(["changes", "--check", "--json", "--only-text"]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["looked"] == 3
    [changed] = document["changed"]
    assert changed["source"] == pages[1]
    assert changed["changes"]["counts"]["sentences"]["changed"] == 1
    assert [one["source"] for one in document["gone"]] == [pages[2]]
    assert document["failed"] == document["cut"] == []


def test_privately_nothing_is_kept(server: Server, pages: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    server.parts["/2"] = page("Haushalt 2", ANEW, 2)
    assert cli.main(["changes", "--check", "--private", "--only-text"]) == 0
    assert "Haushalt 2" in capfd.readouterr().out
    with Library(paths.library_file()) as library:
        assert not any(kept.has_news or kept.versions > 1 for kept in library.articles())
    assert not paths.pages_folder().exists()


@pytest.mark.parametrize(
    ("call", "said", "status"),
    [
        (["--since", "2024"], "belong to --check", 2),
        (["--check", "--list"], "do not go with --check", 2),
        (["--check", "https://nirgends.example/1"], "is not in the library", 1),
        (["--check", "--since", "gestern"], "gestern", 2),
        ([], "", 2),
    ],
)
def test_what_cannot_be_meant(
    pages: list[str], capfd: pytest.CaptureFixture[str], call: list[str], said: str, status: int
) -> None:
    assert cli.main(["changes", *call]) == status
    assert said in capfd.readouterr().err


def test_without_a_library(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", "--check"]) == 0
    assert "Nothing is kept yet" in capfd.readouterr().err
    assert not paths.library_file().exists()
