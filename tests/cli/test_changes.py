"""`newsreader changes`: what is different between two versions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.webserver import Answer

from newsreader import cli
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

    from tests.webserver import Server

OLD = """Rat berät über Schulen

Stand: 12.07.2024 14:03 Uhr

Die Ministerin Anna Berg hat am Montag mit dem Rat beraten. "Wir stehen am Anfang", sagte Berg. Es geht um 300 Stellen.

Der Verband der Lehrer widersprach der Ministerin.
"""

NEW = (
    OLD.replace("300", "250").replace("Wir stehen am Anfang", "Wir stehen noch am Anfang")
    + "\nAm Dienstag geht es weiter.\n"
)


@pytest.fixture
def versions(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "alt.txt", tmp_path / "neu.txt"]
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text)
    return [str(path) for path in paths]


def test_two_files_for_reading(versions: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", *versions]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[1] == "3 sentences, 1 statement"
    assert "~ Es geht um [-300-]{+250+} Stellen." in lines
    assert '~ "Wir stehen {+noch +}am Anfang", sagte Berg.' in lines
    assert "+ Am Dienstag geht es weiter." in lines
    assert '~ reworded · Anna Berg (direct): "Wir stehen {+noch +}am Anfang"' in lines


def test_two_files_in_german(
    versions: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert cli.main(["changes", "--only-text", *versions]) == 0
    out = capfd.readouterr().out
    assert "3 Sätze\n" in out
    assert "Aussagen" not in out


def test_as_json(versions: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", "--json", *versions]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["counts"]["sentences"] == {"same": 4, "changed": 2, "added": 1, "dropped": 0, "moved": 0}
    assert document["counts"]["statements"]["reworded"] == 1
    for side, text in (("old", OLD), ("new", NEW)):
        for sentence in document["sentences"]:
            if place := sentence[side]:
                assert text[place["start"] : place["end"]] == place["text"]
                words = "".join(words[side] or "" for words in sentence["words"])
                assert words in ("", place["text"])
    [statement] = document["statements"]
    assert statement["change"] == ["reworded"]
    assert statement["old"]["speaker"] == statement["new"]["speaker"] == "Anna Berg"


def test_the_same_twice(versions: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", "--only-text", versions[0], versions[0]]) == 0
    assert capfd.readouterr().out.splitlines()[1:] == ["nothing"]


def test_hostile_text_is_not_obeyed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    paths[0].write_text("Der Titel\n\nEin Satz mit \x1b]0;x\x07[bold]Worten[/b] steht hier im Text.\n")
    paths[1].write_text("Der Titel\n\nEin Satz mit \x1b[31m[/red]\u202eWorten steht hier im Text.\n")
    assert cli.main(["changes", "--only-text", *map(str, paths)]) == 0
    out = capfd.readouterr().out
    assert not any(character in out for character in "\x1b\x07\u202e")
    assert "[bold]" in out


def test_wrong_calls(versions: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", *versions, versions[0]]) == 2
    assert cli.main(["changes", versions[0], str(tmp_path / "fehlt.txt")]) == 1
    assert "fehlt.txt" in capfd.readouterr().err
    assert cli.main(["changes", "-"]) == 2
    assert "no earlier version" in capfd.readouterr().err


def test_a_source_is_read_again_and_compared_with_what_is_kept(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"

    def call(*options: str) -> list[str]:
        assert cli.main(["changes", *options, str(path)]) == 0
        return capfd.readouterr().out.splitlines()

    path.write_text(OLD)
    assert call("--only-text") == [f"{path}: read for the first time and kept; there is nothing to compare yet."]
    assert call("--only-text")[0].startswith(f"{path}: unchanged since ")
    path.write_text(NEW)
    first, second, *rest = call("--only-text", "--private")
    assert first.startswith(f"{path}: changed since ")
    assert second == "3 sentences"
    assert "~ Es geht um [-300-]{+250+} Stellen." in rest
    assert call("--only-text")[1] == "3 sentences"
    assert call("--only-text")[0].startswith(f"{path}: unchanged since ")
    path.unlink()
    one, other = call("--list")
    assert one.startswith("   1  ")
    assert one.endswith("  first version")
    assert other.startswith("   2  ")
    assert other.endswith("  3 sentences")
    assert call("--only-text", "--from", "1")[1] == "3 sentences"
    assert "~ Es geht um [-250-]{+300+} Stellen." in call("--only-text", "--from", "2", "--to", "1")


def test_kept_versions_as_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"

    def call(*options: str) -> object:
        assert cli.main(["changes", "--json", "--only-text", *options, str(path)]) == 0
        return json.loads(capfd.readouterr().out)

    path.write_text(OLD)
    assert call()["old"] is None  # type: ignore[index]
    assert call()["old"]["seen"] is not None  # type: ignore[index]
    path.write_text(NEW)
    assert call()["counts"]["sentences"]["changed"] == 2  # type: ignore[index]
    listed = call("--list")
    assert [one["sentences"] and one["sentences"]["added"] for one in listed] == [None, 1]  # type: ignore[attr-defined]


def test_a_page_in_the_web(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    server.parts["/a.txt"] = Answer(OLD.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
    address = server.address("/a.txt")
    assert cli.main(["changes", "--only-text", address]) == 0
    server.parts["/a.txt"].body = NEW.encode()  # type: ignore[union-attr]
    capfd.readouterr()
    assert cli.main(["changes", "--only-text", address]) == 0
    assert "3 sentences\n" in capfd.readouterr().out


def test_versions_that_are_not_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OLD)
    assert cli.main(["changes", "--list", str(path)]) == 1
    assert "no version of it is kept" in capfd.readouterr().err
    assert cli.main(["changes", str(path)]) == 0
    assert cli.main(["changes", "--from", "1", str(path)]) == 1
    assert "only one version" in capfd.readouterr().err
    path.write_text(NEW)
    assert cli.main(["changes", "--only-text", str(path)]) == 0
    assert cli.main(["changes", "--from", "2", "--to", "7", str(path)]) == 2
    assert cli.main(["changes", "--list", str(path), str(path)]) == 2


def test_nothing_is_kept_where_nothing_shall_be(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OLD)
    for call in (["changes", "--private"], ["--private", "changes"]):
        assert cli.main([*call, str(path)]) == 0
        assert "no version of it is kept" in capfd.readouterr().out
    assert not paths.library_file().exists()
    assert cli.main(["changes", str(path)]) == 0
    path.write_text(NEW)
    assert cli.main(["changes", "--private", str(path)]) == 0
    assert not any(paths.cache_folder().rglob("*.json"))
    with Library(paths.library_file()) as library:
        assert [kept.versions for kept in library.articles()] == [1]


def test_what_was_analysed_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in (OLD, NEW):
        path.write_text(text)
        assert cli.main(["changes", str(path)]) == 0
    with Library(paths.library_file()) as library:
        [kept] = library.articles()
        assert kept.statements == 1
        assert not kept.read
