"""`newsreader actors`: who there is, and what somebody has said."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.library.people.conftest import BODY, PERSON, UNNAMED, written

from newsreader import cli
from newsreader.analysis.result import StatementKind
from newsreader.article import read
from newsreader.cli import periods
from newsreader.cli.session import UsageError
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: str) -> Said:
        status = cli.main(["actors", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return running


@pytest.fixture
def filled() -> None:
    with Library(paths.library_file()) as library:
        scholz = ("Olaf Scholz", PERSON, "Bundeskanzler")
        library.keep(*written("https://one.example/1", scholz, ("@SUM(1)", BODY, None), day=0))
        library.keep(
            *written("https://two.example/2", scholz, ("eine Frau", UNNAMED, None), day=1, kind=StatementKind.INDIRECT)
        )
        library.keep(*written("https://two.example/3", ("Olaf Scholz", PERSON, "Bäcker"), day=40))


def test_an_empty_library(run: Run) -> None:
    status, out, err = run()
    assert (status, out) == (0, "There is nobody in the library whom this fits.\n")
    assert "opened in the reader" in err
    assert run("--json")[1] == "[]\n"
    assert run("Scholz")[0] == 1
    assert not paths.library_file().exists()


@pytest.mark.usefixtures("filled")
def test_the_list(run: Run) -> None:
    status, out, _ = run()
    assert status == 0
    lines = [line.split("  ") for line in out.splitlines()]
    assert [line[1] for line in lines] == ["Olaf Scholz · Bundeskanzler", "@SUM(1)", "Olaf Scholz · Bäcker"]
    assert out.splitlines()[0].endswith("2 statements  2 articles  2024-07-15 – 2024-07-16")
    assert "eine Frau" in run("--all")[1]
    assert "Bäcker" not in run("--until", "2024-07")[1]
    assert run("--kind", "organisation")[1].count("\n") == 1
    assert run("--sort", "time")[1].splitlines()[0].find("Bäcker") > 0


@pytest.mark.usefixtures("filled")
def test_what_somebody_said(run: Run) -> None:
    status, out, _ = run("olaf", "scholz", "bundeskanzler")
    assert status == 0
    assert out.splitlines() == [
        "Olaf Scholz · Bundeskanzler",
        "2 statements · 2 articles",
        "",
        "2024-07-15  https://one.example/1 · one.example",
        "  „ Satz 1",
        "",
        "2024-07-16  https://two.example/2 · two.example",
        "  ~ Satz 1",
    ]
    assert run("bundeskanzler", "--kind", "indirect")[1].count("Satz") == 1
    assert run("bundeskanzler", "--source", "one.example")[1].count("Satz") == 1
    assert run("bundeskanzler", "--since", "16.07.2024")[1].count("Satz") == 1


@pytest.mark.usefixtures("filled")
def test_who_may_be_meant_is_listed_with_what_tells_them_apart(run: Run) -> None:
    status, out, err = run("Olaf Scholz")
    assert (status, out) == (1, "")
    first, *others = err.splitlines()
    assert "this may be several" in first
    assert [other.split(" · ")[1] for other in others] == ["Bundeskanzler", "Bäcker"]
    number = others[1].split()[0]
    assert run(number)[1].startswith("Olaf Scholz · Bäcker\n")
    assert run("Merkel")[0] == 1


@pytest.mark.usefixtures("filled")
def test_json(run: Run) -> None:
    people = json.loads(run("--json")[1])
    assert [one["statements"] for one in people] == [2, 1, 1]
    assert people[0]["roles"] == ["Bundeskanzler"]
    found = json.loads(run(str(people[0]["number"]), "--json", "--sort", "source")[1])
    assert found["actor"] == people[0]
    [one, other] = found["statements"]
    assert one["article"]["source"] == "https://one.example/1"
    assert (other["kind"], other["text"], other["when"]) == ("indirect", "Satz 1", "2024-07-16T08:00:00")
    assert other["spans"][0]["end"] - other["spans"][0]["start"] == 9


@pytest.mark.usefixtures("filled")
def test_csv_is_harmless(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--csv")[1])))
    assert [row["name"] for row in rows] == ["Olaf Scholz", "'@SUM(1)", "Olaf Scholz"]
    said = list(csv.DictReader(io.StringIO(run("bundeskanzler", "--csv")[1])))
    assert [row["source"] for row in said] == ["https://one.example/1", "https://two.example/2"]
    assert {row["actor"] for row in said} == {rows[0]["actor"]}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "--csv"),
        ("--kind", "direct"),
        ("Scholz", "--kind", "person"),
        ("--sort", "kind"),
        ("--since", "gestern"),
        ("--until", "2024-13"),
    ],
)
def test_what_cannot_be_meant(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "begins", "over"),
    [
        ("2024", datetime(2024, 1, 1), datetime(2025, 1, 1)),
        ("2024-12", datetime(2024, 12, 1), datetime(2025, 1, 1)),
        ("2024-02-28", datetime(2024, 2, 28), datetime(2024, 2, 29)),
        ("07.2024", datetime(2024, 7, 1), datetime(2024, 8, 1)),
        ("3.7.2024", datetime(2024, 7, 3), datetime(2024, 7, 4)),
    ],
)
def test_periods(text: str, begins: datetime, over: datetime) -> None:
    assert (periods.since(text), periods.until(text)) == (begins, over)


def test_what_is_no_period() -> None:
    assert periods.since("") is None
    for text in ("9999", "2024-7-99", "x"):
        with pytest.raises(UsageError):
            periods.until(text)


def test_what_was_not_opened_is_analysed_when_asked(run: Run, tmp_path: Path) -> None:
    text = "Streit um Geld\n\n12.07.2024\n\n„Das reicht nicht“, sagte die Ministerin Eva Weber am Montag.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    with Library(paths.library_file()) as library:
        library.keep(read(str(path)), opened=False)
    assert run("weber")[0] == 1
    status, out, _ = run("weber", "--analyse")
    assert status == 0
    assert "„ Das reicht nicht" in out
    assert run("--analyse", "--pipeline", "no_such_pipeline")[0] == 0
    with Library(paths.library_file()) as library:
        library.keep(read(str(path)), opened=False)
        library.keep(written("https://one.example/1", ("Olaf Scholz", PERSON, None))[0])
    status, _, err = run("--analyse", "--pipeline", "no_such_pipeline")
    assert status == 1
    assert "no_such_pipeline" in err
