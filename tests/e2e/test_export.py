"""Exports from a real terminal: the progress, and data that no terminal obeys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles."""
    folder = tmp_path / "texte"
    folder.mkdir()
    for number in range(3):
        text = f'"Es bleibt bei Plan {number}", sagte Olaf Scholz \x1b]0;böse\x07 in Berlin.\n'
        (folder / f"{number}.txt").write_text(text)
    return folder


def test_a_batch_shows_its_progress_only_on_the_terminal(start_shell: Start, folder: Path, tmp_path: Path) -> None:
    terminal = start_shell(f"\"$NEWSREADER\" export '{folder}' -f jsonl > '{tmp_path}/aus.jsonl'; echo status=$?")
    terminal.until("status=0")
    assert b"3/3" in terminal.raw
    assert "3/3" not in terminal.text
    assert len((tmp_path / "aus.jsonl").read_text().splitlines()) == 3


def test_the_terminal_hears_what_became_of_a_batch(start_shell: Start, folder: Path, tmp_path: Path) -> None:
    (folder / "leer.txt").touch()
    call = f"\"$NEWSREADER\" export '{folder}' fehlt.txt -f csv -o '{tmp_path}/aus.csv'"
    terminal = start_shell(f"{call}; echo first=$?; {call} --force --quiet; echo second=$?")
    terminal.until("first=1")
    assert "3 articles in 0:0" in terminal.text
    assert ", 2 left out" in terminal.text
    before = terminal.raw.count(b"/4")
    assert before
    terminal.until("second=1")
    assert terminal.raw.count(b"/4") == before
    assert terminal.text.count("articles in") == 1
    assert terminal.text.count("fehlt.txt: ") == 2


def test_data_on_the_terminal_is_not_obeyed(start: Start, folder: Path) -> None:
    terminal = start("export", str(folder), "-f", "csv", columns=300)
    assert terminal.finish() == 0
    assert "Es bleibt bei Plan 2" in terminal.text
    assert b"\x1b" not in terminal.raw
