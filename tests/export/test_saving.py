"""Exports reach their files whole or not at all, and never replace what should stay."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsreader.errors import ExportError
from newsreader.export import Document, export, find, targets

Make = Callable[[str], Document]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_is_there_stays_unless_forced(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("mine")
    with pytest.raises(ExportError, match="--force"):
        export([document], "json", path)
    assert path.read_text() == "mine"
    path.chmod(0o640)
    assert export([document], "json", path, force=True) == [path]
    assert path.read_text().startswith("{")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["out.json"]


def test_the_second_file_of_a_format_stays_too(document: Document, tmp_path: Path) -> None:
    (tmp_path / "out-entities.csv").write_text("mine")
    with pytest.raises(ExportError, match=r"out-entities\.csv"):
        export([document], "csv", tmp_path / "out.csv")
    assert names(tmp_path) == ["out-entities.csv"]


def test_a_new_file_has_the_permissions_of_new_files(document: Document, tmp_path: Path) -> None:
    [path] = export([document], "json", tmp_path / "out.json")
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_followed(document: Document, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "folder" / "real.json")
    export([document], "json", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert names(tmp_path / "folder") == ["real.json"]


def test_missing_folders_and_folders_as_targets_are_told(document: Document, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no folder"):
        export([document], "json", tmp_path / "missing" / "out.json")
    with pytest.raises(ExportError, match="is a folder"):
        export([document], "json", tmp_path, force=True)
    assert names(tmp_path) == []


def test_a_full_disk_is_told_and_leaves_nothing(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportError, match="No space left"):
        export([document], "csv", tmp_path / "out.csv")
    assert names(tmp_path) == []


def test_an_interrupted_export_leaves_what_stood_there(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("mine")

    def documents() -> Iterator[Document]:
        yield document
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(documents(), "jsonl", path, force=True, many=True)
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "xlsx", "markdown", "w3c", "tei", "prodigy", "ris"])
def test_documents_are_written_as_they_come(name: str, plain_document: Make, tmp_path: Path) -> None:
    alive = 0
    most = 0

    class Counted(Document):
        def __init__(self, document: Document) -> None:
            nonlocal alive, most
            super().__init__(document.article, document.analysis)
            alive += 1
            most = max(most, alive)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    export((Counted(plain_document(str(number))) for number in range(50)), name, tmp_path / "out", many=True)
    assert most <= 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_device_is_written_to_and_not_replaced(document: Document) -> None:
    path = Path(os.devnull)
    assert targets(find("csv"), path) == [path]
    assert export([document], "csv", path) == [path]
    assert not path.is_file()


def test_a_file_name_that_is_no_utf_8_is_written_as_an_escape(plain_document: Make, tmp_path: Path) -> None:
    document = plain_document("x")
    broken = Document(type(document.article)(text="x", source="b\udcffd"), document.analysis)
    [path] = export([broken], "json", tmp_path / "out.json")
    assert b"b\\udcffd" in path.read_bytes()
