"""`newsreader search`, and exporting what it finds."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.library.conftest import analysed

from newsreader import cli
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article.model import Span
from newsreader.article.readers import reader_for
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.article.model import Article

PAGE = """# {title}

{date}

Der Verteidigungsminister hat am Montag telefoniert.

"Wir liefern {what} Waffen", sagte Olaf Scholz in Köln.
"""


def page(name: str, title: str, date: str, what: str) -> Article:
    return reader_for("a.md")(PAGE.format(title=title, date=date, what=what).encode(), f"https://{name}")


@pytest.fixture
def shelf() -> Path:
    """A library of three articles, one of which is not analysed and has a title that a terminal would obey."""
    with Library(paths.library_file()) as library:
        for article in (
            page("a.example/eins", "Erster Bericht", "13.07.2024, 10:36", "weitere"),
            page("b.example/zwei", "Zweiter Bericht", "14.08.2024, 08:00", "keine"),
        ):
            library.keep(article, analysed(article))
        library.keep(page("b.example/drei", "=Böse\x1b[2J", "15.08.2024, 08:00", "auch"), opened=False)
    return paths.library_file()


def run(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert cli.main(list(arguments)) == status
    return capfd.readouterr().out


def hits(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[Any]:
    found: list[Any] = json.loads(run(capfd, "search", "--json", *arguments))["hits"]
    return found


@pytest.mark.usefixtures("shelf")
def test_hits_for_reading(capfd: pytest.CaptureFixture[str]) -> None:
    lines = run(capfd, "search", "minister").split("\n")
    assert lines[0] == "Articles: 3"
    assert "Erster Bericht · 13 Jul 2024 · a.example" in lines
    assert any("Der Verteidigungsminister hat am Montag" in line for line in lines)
    lines = run(capfd, "search", "weitere", "waffen").split("\n")
    assert "  Olaf Scholz: „ Wir liefern weitere Waffen" in lines


@pytest.mark.usefixtures("shelf")
def test_nothing_of_an_article_is_obeyed(capfd: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in run(capfd, "search", "böse")


@pytest.mark.usefixtures("shelf")
def test_words_may_have_a_minus_or_stand_as_they_are(capfd: pytest.CaptureFixture[str]) -> None:
    def titles(*words: str) -> set[str]:
        return {hit["article"]["title"] for hit in hits(capfd, "--in", "articles", *words)}

    assert titles("minister", "-weitere", "-auch") == {"Zweiter Bericht"}
    assert titles("-weitere", "minister", "-h") == {"Zweiter Bericht", "=Böse\x1b[2J"}
    assert titles('"keine Waffen"') == {"Zweiter Bericht"}
    assert titles("erster ODER zweiter") == {"Erster Bericht", "Zweiter Bericht"}


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (("--source", "a.example"), {1}),
        (("--since", "2024-08"), {2, 3}),
        (("--until", "2024-07"), {1}),
        (("--since", "2024-08-14", "--until", "14.08.2024"), {2}),
        (("--unread",), {3}),
        (("--annotated",), set()),
        (("--actor", "Olaf Scholz"), {1, 2}),
        (("--actor", "Scholz", "--source", "b.example"), {2}),
        (("--feed", "https://x.example/rss"), set()),
    ],
)
def test_filters(capfd: pytest.CaptureFixture[str], filters: tuple[str, ...], numbers: set[int]) -> None:
    for query in ("waffen", ""):
        found = hits(capfd, *filters, *([query] if query else []))
        assert {hit["article"]["number"] for hit in found} == numbers


@pytest.mark.usefixtures("shelf")
def test_of_somebody_only_his_own_statements_are_found(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(hits(capfd, "--in", "statements", "waffen", "--actor", "olaf scholz")) == 2
    with Library(paths.library_file()) as library:
        article = page("a.example/eins", "Erster Bericht", "13.07.2024, 10:36", "weitere")
        other = analysed(article, "2")
        [actor] = other.actors
        start = article.text.index("Der Verteidigungsminister")
        from dataclasses import replace

        minister = replace(actor, id="a2", name="Boris Weber", mentions=(Span(start, start + 25),))
        [statement] = other.statements
        library.take_analysis(
            article, replace(other, actors=(actor, minister), statements=(replace(statement, actor="a2"),))
        )
    assert len(hits(capfd, "--in", "statements", "waffen", "--actor", "Olaf Scholz")) == 1
    assert len(hits(capfd, "--in", "statements", "weitere", "--actor", "Boris Weber")) == 1


@pytest.mark.usefixtures("shelf")
def test_without_words_the_articles_are_listed_the_latest_first(capfd: pytest.CaptureFixture[str]) -> None:
    assert [hit["article"]["number"] for hit in hits(capfd)] == [3, 2, 1]
    lines = run(capfd, "search", "--limit", "1").split("\n")
    assert lines[0] == "Articles: 3, the first 1 here (more with --limit)"
    assert len(hits(capfd, "--limit", "0")) == 3


@pytest.mark.usefixtures("shelf")
def test_as_csv(capfd: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capfd, "search", "--csv", "waffen"))))
    assert [row["kind"] for row in rows] == ["article"] * 3 + ["statement"] * 2
    assert {row["title"] for row in rows} == {"Erster Bericht", "Zweiter Bericht", "'=Böse\x1b[2J"}
    assert {row["actor"] for row in rows} == {"", "Olaf Scholz"}


def test_as_json(shelf: Path, capfd: pytest.CaptureFixture[str]) -> None:
    document = json.loads(run(capfd, "search", "--json", "weitere waffen"))
    assert document["total"] == {"article": 1, "statement": 1, "note": 0, "earlier": 0}
    article, statement = document["hits"]
    with Library(shelf) as library:
        text = library.article(1).text
    assert text[article["start"] : article["end"]] == article["found"] == "weitere Waffen"
    assert text[statement["start"] : statement["end"]] == statement["found"]
    assert (statement["statement"], statement["id"], statement["actor"]) == ("direct", "s1", "Olaf Scholz")
    assert article["article"]["source"] == "https://a.example/eins"


@pytest.mark.usefixtures("shelf")
def test_notes_are_up_to_date(capfd: pytest.CaptureFixture[str]) -> None:
    article = page("a.example/eins", "Erster Bericht", "13.07.2024, 10:36", "weitere")
    with Store(paths.store_file()) as store:
        store.apply([Pen(article, "Eva").note([Span(0, 6)], "Nachprüfen!", tags=["offen"])])
    [hit] = hits(capfd, "nachpruefen")
    assert (hit["kind"], hit["found"], hit["quoted"]) == ("note", "Nachprüfen! #offen", "Erster")
    assert "✎ Nachprüfen! #offen — „Erster“" in run(capfd, "search", "offen")
    assert [hit["article"]["number"] for hit in hits(capfd, "--annotated")] == [1]


def test_where_there_is_no_library_none_is_made(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "minister"]) == 0
    captured = capfd.readouterr()
    assert captured.out == "Nothing found.\n"
    assert "Nothing is in the library yet" in captured.err
    assert not paths.library_file().exists()


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("search", "--json", "--csv", "x"), "do not go together"),
        (("search", "--in", "titles", "x"), "articles, statements, notes"),
        (("search", "--since", "gestern"), "no day, month or year"),
        (("search", "--limit", "-1", "x"), "a number from 0"),
        (("search", "--actor", "Niemand", "x"), "nobody"),
        (("export",), "missing"),
        (("export", "--query", "x", "a.txt"), "not both"),
    ],
)
def test_what_cannot_be_meant(capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str) -> None:
    assert cli.main(list(arguments)) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert words in captured.err.replace("\n", " ")


# Export


@pytest.mark.usefixtures("shelf")
def test_articles_of_the_library_are_exported_in_the_place_of_files(capfd: pytest.CaptureFixture[str]) -> None:
    lines = run(capfd, "export", "--query", "minister", "--format", "jsonl").strip().split("\n")
    documents = [json.loads(line) for line in lines]
    assert [one["article"]["source"] for one in documents] == [
        "https://a.example/eins",
        "https://b.example/zwei",
        "https://b.example/drei",
    ]
    # The third has not been analysed before.
    assert {one["pipeline"]["name"] for one in documents} == {"de_newsreader"}
    assert documents[2]["statements"]


@pytest.mark.usefixtures("shelf")
def test_a_kept_analysis_of_the_same_pipeline_is_taken(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsreader.analysis.info import PipelineInfo

    monkeypatch.setattr("newsreader.cli.exporting.shelf.pipeline_info", lambda _: PipelineInfo("test", "1"))
    document = json.loads(run(capfd, "export", "--query", "weitere"))
    assert document["pipeline"] == {"name": "test", "version": "1"}
    assert document["statements"][0]["text"] == "Wir liefern weitere Waffen"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("name", ["csv", "markdown", "tei", "brat", "bibtex"])
def test_every_format_takes_a_query(capfd: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    run(capfd, "export", "--query", "", "--source", "b.example", "--format", name, "--output", f"{folder}/")
    stems = {path.name.split(".")[0] for path in folder.iterdir()}
    assert {"zwei", "drei"} <= stems
    assert "eins" not in stems


@pytest.mark.usefixtures("shelf")
def test_filters_alone_choose_what_is_exported(capfd: pytest.CaptureFixture[str]) -> None:
    documents = run(capfd, "export", "--actor", "Olaf Scholz", "--since", "2024-08", "--format", "jsonl").strip()
    assert json.loads(documents)["article"]["source"] == "https://b.example/zwei"


@pytest.mark.usefixtures("shelf")
def test_a_file_that_was_read_is_not_replaced_by_its_export(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Quelle\n\nEin Satz.\n", encoding="utf-8")
    with Library(paths.library_file()) as library:
        library.keep(reader_for("a.md")(path.read_bytes(), str(path)))
    run(capfd, "export", "--query", "quelle", "--output", str(path), "--force", status=1)
    assert path.read_text(encoding="utf-8").startswith("# Quelle")


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("query", ["xyzzy", "minister -waffen"])
def test_where_nothing_fits_nothing_is_written(capfd: pytest.CaptureFixture[str], tmp_path: Path, query: str) -> None:
    target = tmp_path / "x.json"
    run(capfd, "export", "--query", query, "--output", str(target), status=1)
    assert not target.exists()
