"""`newsreader export` with the real pipeline."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests.webserver import Answer, Server

from newsreader import cli
from newsreader.cli.exporting import run
from newsreader.settings import paths

PROGRAM = Path(sys.executable).parent / "newsreader"
ARTICLE = '"Das ist ein guter Tag", sagte Bundeskanzler Olaf Scholz in Berlin.\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles in two folders, and a file that is none."""
    (tmp_path / "texte" / "tief").mkdir(parents=True)
    (tmp_path / "texte" / "b.txt").write_text(ARTICLE)
    (tmp_path / "texte" / "tief" / "a.md").write_text(f"# Titel\n\n{ARTICLE}")
    (tmp_path / "texte" / "c.txt").write_bytes(bytes(range(256)) * 8)
    return tmp_path / "texte"


def test_one_article_is_one_document_on_standard_output(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(sample)]) == 0
    captured = capfd.readouterr()
    data = json.loads(captured.out)
    assert captured.err == ""
    assert data["article"]["source"] == str(sample)
    text = data["article"]["text"]
    assert data["statements"]
    assert data["entities"]
    for entity in data["entities"]:
        assert text[entity["start"] : entity["end"]] == entity["text"]
    assert any("Selenskyj" in actor["name"] for actor in data["actors"])


def test_a_batch_goes_on_after_a_bad_file_and_keeps_the_order(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "aus.jsonl"
    sources = [str(folder / "fehlt.txt"), str(folder), str(folder / "b.txt")]
    assert cli.main(["export", *sources, "--format", "jsonl", "--output", str(output)]) == 1
    told = capfd.readouterr().err.splitlines()
    assert [line.split(": ")[1] for line in told] == [str(folder / "fehlt.txt"), str(folder / "c.txt")]
    rows = [json.loads(line) for line in output.read_text().splitlines()]
    assert [row["article"]["source"] for row in rows] == [
        str(folder / "b.txt"),
        str(folder / "tief" / "a.md"),
        str(folder / "b.txt"),
    ]
    assert rows[0]["statements"][0]["actor"] is not None


def test_nothing_is_written_when_nothing_could_be_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "aus.json"
    assert cli.main(["export", str(tmp_path / "fehlt.txt"), "--output", str(output)]) == 1
    assert not output.exists()
    assert cli.main(["export", str(tmp_path / "fehlt.txt")]) == 1
    assert capfd.readouterr().out == ""


def test_a_target_that_is_there_stays_unless_forced(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "aus.md"
    output.write_text("mine")
    arguments = ["export", str(folder / "b.txt"), "-f", "markdown", "-o", str(output)]
    assert cli.main(arguments) == 1
    assert output.read_text() == "mine"
    assert "--force" in capfd.readouterr().err
    assert cli.main([*arguments, "--force"]) == 0
    assert "Das ist ein guter Tag" in output.read_text()


def test_a_finished_analysis_is_used_again_without_the_pipeline(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(folder / "b.txt")]) == 0
    first = capfd.readouterr().out
    script = (
        "import sys; from newsreader.cli import main; status = main(sys.argv[1:]);"
        "print('spacy' in sys.modules, file=sys.stderr); sys.exit(status)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, "export", str(folder / "b.txt")],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert result.stdout == first
    assert result.stderr == "False\n"


def test_a_large_batch_does_not_push_others_out_of_the_cache(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "KEPT", 1)
    (folder / "c.txt").unlink()
    assert cli.main(["export", str(folder), "-f", "jsonl"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 2
    assert not list(paths.cache_folder().glob("*.json"))


def test_an_unknown_pipeline_is_one_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--pipeline", "no_such_pipeline", "export"], ["export", "--pipeline", "no_such_pipeline"]):
        assert cli.main([*arguments, str(folder / "b.txt")]) == 1
        error = capfd.readouterr().err
        assert "no_such_pipeline" in error
        assert error.count("\n") == 1


def test_standard_input_is_an_article() -> None:
    result = subprocess.run(
        [PROGRAM, "export", "-", "-f", "csv"], input=ARTICLE, capture_output=True, text=True, timeout=120, check=True
    )
    [row] = csv.DictReader(io.StringIO(result.stdout))
    assert row["source"] == "-"
    assert row["actor_name"] == "Olaf Scholz"


def test_a_closed_pipe_is_no_failure(folder: Path) -> None:
    (folder / "c.txt").unlink()
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [PROGRAM, "export", str(folder), "-f", "jsonl"], stdout=writer, stderr=subprocess.PIPE, timeout=120, check=False
    )
    os.close(writer)
    assert result.stderr == b""
    assert result.returncode == 0


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_streams_that_are_closed_are_no_traceback(closed: str, folder: Path) -> None:
    for arguments in ("export -", f"export '{folder}/fehlt.txt'", "formats", "--help", "config"):
        result = subprocess.run(
            f"'{PROGRAM}' {arguments} {closed}", shell=True, capture_output=True, text=True, timeout=120, check=False
        )
        assert "Traceback" not in result.stdout + result.stderr
        assert result.returncode == (1 if arguments.startswith("export") else 0)


def test_the_document_has_the_shape_that_ships(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats", "--schema"]) == 0
    schema = json.loads(capfd.readouterr().out)
    assert cli.main(["export", str(sample)]) == 0
    jsonschema.validate(json.loads(capfd.readouterr().out), schema)


def test_the_public_functions_do_the_same(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    import newsreader

    article = newsreader.read(sample)
    analysis = newsreader.analyse(article)
    assert cli.main(["export", str(sample)]) == 0
    assert newsreader.to_document(article, analysis) == json.loads(capfd.readouterr().out)


def test_importing_the_program_imports_nothing_heavy() -> None:
    script = (
        "import sys, newsreader, newsreader.settings, newsreader.export;"
        "print([name for name in ('spacy', 'textual', 'typer', 'numpy', 'rich') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert result.stdout == "[]\n"


def test_addresses_and_feeds(server: Server, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = "„Wir verschieben den Umbau“, sagte Marlene Oswald am Montag im Rathaus von Brackenheim. " * 4
    for name in ("a", "b"):
        page = f"<html><body><h1>Titel der Seite {name}</h1><p>{name} {text}</p></body></html>"
        server.parts[f"/{name}"] = Answer(page.encode(), headers={"Content-Type": "text/html"})
    items = "".join(
        f"<item><title>{n}</title><link>{server.address('/' + n)}</link></item>" for n in ("a", "b", "fehlt")
    )
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss><channel><title>Feed</title>{items}</channel></rss>")
    assert cli.main(["export", server.address("/a")]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["title"] == "Titel der Seite a"
    assert cli.main(["export", str(feed)]) == 1
    told = capfd.readouterr()
    assert [one["article"]["title"] for one in json.loads(told.out)] == ["Titel der Seite a", "Titel der Seite b"]
    assert "404" in told.err
