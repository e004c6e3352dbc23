"""What stays on the disk after reading, and what does not when nothing shall."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsreader.library.library import Library
from newsreader.settings import State, paths

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]

TEXT = "Beratungen in Berlin\n\nDer Ausschuss hat beraten. „Das reicht nicht“, sagte Eva Weber am Montag.\n"


def left_behind() -> list[str]:
    """The files of the program that hold something of what was read."""
    folders = (paths.data_folder(), paths.cache_folder(), paths.state_file().parent)
    files = [path for folder in folders if folder.exists() for path in folder.rglob("*") if path.is_file()]
    return sorted(
        path.name for path in files if b"Beratungen" in path.read_bytes() or b"beratungen" in path.read_bytes()
    )


def read(start: Start, *arguments: str) -> None:
    terminal = start(*arguments)
    terminal.until("Beratungen")
    terminal.settle()
    terminal.press("q")
    assert terminal.finish() == 0


def test_what_was_read_is_in_the_library_and_given_back_when_the_file_is_gone(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "beratungen.txt"
    path.write_text(TEXT, encoding="utf-8")
    read(start, str(path))
    with Library(paths.library_file()) as library:
        [kept] = library.articles()
        assert (kept.title, kept.source) == ("Beratungen in Berlin", str(path))
    path.unlink()
    terminal = start(str(path))
    terminal.until("from the library")
    terminal.until("Eva Weber")
    terminal.press("q")
    assert terminal.finish() == 0


def test_private_keeps_nothing(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "beratungen.txt"
    path.write_text(TEXT, encoding="utf-8")
    read(start, "--private", str(path))
    assert left_behind() == []
    assert State.load(paths.state_file()).last is None
    assert not paths.library_file().exists()


def test_a_switch_in_the_configuration_keeps_nothing(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "beratungen.txt"
    path.write_text(TEXT, encoding="utf-8")
    config = paths.config_file()
    config.parent.mkdir(parents=True)
    config.write_text("keep = false\n", encoding="utf-8")
    read(start, str(path))
    assert left_behind() == []
    assert not paths.library_file().exists()
