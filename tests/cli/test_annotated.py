"""The user's annotations in what the command writes, and where they are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsreader import cli, ui
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article import read
from newsreader.article.model import Span
from newsreader.cli import reading
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

TEXT = '"Das ist ein guter Tag", sagte Bundeskanzler Olaf Scholz in Berlin. Danach reiste er nach Hamburg weiter.\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "artikel.txt"
    path.write_text(TEXT)
    return path


def annotate(store: Path, source: Path, words: str, note: str) -> None:
    article = read(str(source))
    start = article.text.index(words)
    with Store(store) as opened:
        change = Pen(article, "Eva").note([Span(start, start + len(words))], note, tags=["prüfen"])
        opened.apply([change], {article.id: article.text})


def exported(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[dict[str, Any]], str]:
    assert cli.main(["export", *arguments]) == 0
    captured = capfd.readouterr()
    return json.loads(captured.out)["annotations"], captured.err


def test_an_export_has_the_annotations_of_the_store(source: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert exported(capfd, str(source)) == ([], "")
    assert not paths.store_file().exists()
    annotate(paths.store_file(), source, "Olaf Scholz", "Wann?")
    [row], _ = exported(capfd, str(source))
    assert (row["note"], row["tags"], row["annotator"]) == ("Wann?", ["prüfen"], "Eva")
    assert row["anchors"][0]["exact"] == "Olaf Scholz"
    rows, _ = exported(capfd, str(source), "--layer", "machine")
    assert rows == []


def test_another_store_is_named_by_the_option_or_the_environment(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "eins.sqlite", tmp_path / "zwei.sqlite"
    annotate(one, source, "Tag", "eins")
    annotate(other, source, "Tag", "zwei")
    monkeypatch.setenv("NEWSREADER_STORE", str(one))
    assert [row["note"] for row in exported(capfd, str(source))[0]] == ["eins"]
    assert [row["note"] for row in exported(capfd, str(source), "--store", str(other))[0]] == ["zwei"]
    assert not paths.data_folder().exists()


def test_annotations_follow_the_text_and_orphans_are_told(
    source: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    annotate(paths.store_file(), source, "Olaf Scholz", "bleibt")
    annotate(paths.store_file(), source, "Hamburg", "geht")
    source.write_text("Neu vorweg. " + TEXT.replace(" Danach reiste er nach Hamburg weiter.", ""))
    told: list[str] = []
    monkeypatch.setattr("newsreader.cli.session.Session.inform", lambda self, text: told.append(text))
    [row], _ = exported(capfd, str(source))
    assert row["note"] == "bleibt"
    assert row["anchors"][0]["start"] == source.read_text().index("Olaf Scholz")
    assert told == [f"{source}: 1 annotation has no sure place in this text any more; it is left out."]


def test_a_file_that_is_no_store_is_told_and_nothing_is_written(
    source: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(source), "--store", str(source)]) == 1
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "no file of newsreader's annotations" in captured.err
    assert source.read_text() == TEXT


def test_a_damaged_store_is_told_and_what_is_left_is_exported(source: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = paths.store_file()
    annotate(path, source, "Olaf Scholz", "noch da")
    with path.open("r+b") as file:
        file.write(bytes(60))
    rows, told = exported(capfd, str(source))
    assert [row["note"] for row in rows] == ["noch da"]
    assert "was damaged" in told
    assert list(path.parent.glob("annotations.damaged-*.sqlite"))


@pytest.mark.parametrize("before", [True, False])
def test_the_reader_gets_the_store(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(reading, "_check_terminal", lambda sources: None)
    monkeypatch.setattr(reading, "standard_input", lambda: None)
    monkeypatch.setattr(ui, "run", lambda sources, **options: given.update(options) or 0)
    option = ["--store", str(tmp_path / "meine.sqlite")]
    assert cli.main([*option, str(source)] if before else [str(source), *option]) == 0
    assert given["store"] == tmp_path / "meine.sqlite"
    assert cli.main([str(source)]) == 0
    assert given["store"] == paths.store_file()
