"""The library in a terminal: what was read is one key away, is searched, and is jumped into."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]


def test_read_search_and_jump(start: Start, tmp_path: Path) -> None:
    long = "Der Ausschuss hat lange beraten.\n\n" * 60
    path = tmp_path / "strassen.txt"
    path.write_text(f"Ärger um Straßen\n\n{long}„Das reicht nicht“, sagte Eva Weber.\n", encoding="utf-8")
    first = start(str(path), rows=24, columns=80)
    first.until("Ärger um Straßen")
    first.settle()
    first.press("q")
    assert first.finish() == 0

    terminal = start(rows=24, columns=80, LANG="en_US.UTF-8")
    terminal.until("Ärger um Straßen")
    terminal.press("L")
    terminal.until("n unread")
    terminal.until("1 article")
    terminal.press("/")
    terminal.until("Search …")
    terminal.press("weber strasse")
    terminal.until("1 article ·")
    terminal.until("Eva Weber")
    terminal.press("\r")
    terminal.settle()
    terminal.press("\r")
    terminal.until("Library", gone=True)
    terminal.until("weber strasse")
    terminal.until("„Das reicht nicht“, sagte Eva Weber.")
    terminal.press("\x7f")
    terminal.until("Library")
    terminal.press("\x1b")
    terminal.until("last opened")
    terminal.press("d")
    terminal.until("There is nothing here yet")
    terminal.press("u")
    terminal.until("Ärger um Straßen")
    terminal.press("q")
    assert terminal.finish() == 0
