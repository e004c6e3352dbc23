"""A user's first minutes: the installed command in a real terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]

SHOWN = "Verteidigungsminister"


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_without_an_argument_the_sample_is_opened_and_q_leaves(start: Start) -> None:
    terminal = start()
    terminal.until(SHOWN)
    terminal.press("q")
    assert terminal.finish() == 0


def test_the_place_is_kept_from_one_start_to_the_next(start: Start, tmp_path: Path) -> None:
    paragraphs = [f"Absatz {number} erzählt von den Beratungen in Berlin." for number in range(200)]
    path = written(tmp_path / "lang.txt", "Lange Beratungen\n\n" + "\n\n".join(paragraphs))
    terminal = start(path)
    terminal.until("Absatz 3 ")
    terminal.press("G")
    terminal.until("Absatz 199 ")
    terminal.press("q")
    assert terminal.finish() == 0
    again = start()
    again.until("Absatz 199 ")
    again.press("g")
    again.until("Lange Beratungen")
    again.press("q")
    assert again.finish() == 0


def test_a_piped_article_leaves_the_keyboard_working(start_shell: Start, sample: Path) -> None:
    terminal = start_shell(f"cat '{sample}' | \"$NEWSREADER\" -; echo status=$?")
    terminal.until(SHOWN)
    terminal.press("q")
    terminal.until("status=0")
    assert terminal.finish() == 0


@pytest.mark.parametrize("redirection", ["< /dev/null", '< "$0"'])
def test_the_keyboard_works_where_standard_input_is_something_else(
    start_shell: Start, sample: Path, redirection: str
) -> None:
    terminal = start_shell(f"\"$NEWSREADER\" '{sample}' {redirection}; echo status=$?")
    terminal.until(SHOWN)
    terminal.press("q")
    terminal.until("status=0")


def test_closed_streams_are_no_terminal(start_shell: Start, sample: Path) -> None:
    for closed in ("<&-", ">&-", "2>&-"):
        terminal = start_shell(f"\"$NEWSREADER\" '{sample}' {closed}; echo status=$?")
        terminal.until("status=2")
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize(("rows", "columns"), [(18, 60), (5, 20), (1, 1), (100, 300)])
def test_every_size_of_terminal_is_survived(start: Start, sample: Path, rows: int, columns: int) -> None:
    terminal = start(str(sample), rows=rows, columns=columns)
    terminal.settle(1.5)
    terminal.resize(24, 80)
    terminal.until(SHOWN)
    terminal.press("q")
    assert terminal.finish() == 0


def test_without_colours_none_are_sent(start: Start, sample: Path) -> None:
    terminal = start(str(sample), NO_COLOR="1")
    terminal.until(SHOWN)
    terminal.settle()
    codes = {code for match in re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw) for code in match.split(b";")}
    assert b"38" not in codes or not re.search(rb"[34]8;2;(\d+);(?!\1;)", terminal.raw)
    terminal.press("q")
    assert terminal.finish() == 0


HOSTILE = "\x1b]0;böse\x07"
"""sets the terminal's title where it is obeyed"""

HOSTILE_ARTICLE = f"""Gipfel {HOSTILE} in Berlin

Ein Absatz [dpa] \x1b[31;5mrot\x1b[?1003l \x9b2J und \x1bPq#0\x1b\\ \u202eumgekehrt\u202c Ende [/b].

Olaf {HOSTILE} Scholz sagte am Montag: "Das {HOSTILE} ist gut." Die Lage {HOSTILE} sei ernst, sagte Anna Beck.

Zweiter {HOSTILE} Abschnitt

Hier geht es weiter mit einem ganz gewöhnlichen Satz, der in Berlin endet.
"""


def test_nothing_in_an_article_is_obeyed_by_the_terminal(start: Start, tmp_path: Path) -> None:
    terminal = start(written(tmp_path / "böse\x1b]0;böse\x07.txt", HOSTILE_ARTICLE))
    terminal.until("[dpa]")
    terminal.until("[/b]")
    for keys in (
        "s",
        "w",
        "\x1b",
        "e",
        "\r",
        "1",
        "t",
        "\x1b",
        "\x10",
        "Abschnitt",
        "\x1b",
        "/",
        "gut\r",
        "\x1b",
        "x",
        "\x1b",
    ):
        terminal.press(keys)
        terminal.settle(0.4)
    for sequence in (b"\x1b]0;b", b"\x1b[31;5m", b"\x1bPq#0", b"\xc2\x9b", "\u202e".encode()):
        assert sequence not in terminal.raw
    terminal.press("q")
    assert terminal.finish() == 0


def test_a_bad_source_is_one_line_and_no_traceback(start: Start, tmp_path: Path) -> None:
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "leer.txt").touch()
    for name in ("fehlt.txt", "bild.txt", "leer.txt", "x\x1b]0;y\x07.txt"):
        terminal = start(str(tmp_path / name), columns=200)
        assert terminal.finish() == 1
        lines = [line for line in terminal.text.splitlines() if line]
        assert len(lines) == 1
        assert lines[0].startswith("newsreader: ")
        assert b"\x1b]0;y" not in terminal.raw


def test_a_wrong_configuration_is_told_before_the_screen(start: Start, home: Path) -> None:
    folder = home / "config" / "newsreader"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "pink elephants"\n')
    terminal = start(columns=250)
    assert terminal.finish() == 1
    assert str(folder / "config.toml") in terminal.text
    assert "theme" in terminal.text
    (folder / "config.toml").write_text('[keys]\nno_such_command = "s"\n')
    terminal = start(columns=250)
    assert terminal.finish() == 1
    assert "no_such_command" in terminal.text
    assert "config.toml" in terminal.text


def test_a_broken_state_is_no_obstacle(start: Start, home: Path) -> None:
    folder = home / "state" / "newsreader"
    folder.mkdir(parents=True)
    (folder / "state.json").write_text('{"last": "/no/such/file.txt", "places": {')
    terminal = start()
    terminal.until(SHOWN)
    terminal.press("q")
    assert terminal.finish() == 0
    assert "telefonat" in json.loads((folder / "state.json").read_text())["last"]


def test_ctrl_c_does_not_leave_a_broken_terminal(start_shell: Start, sample: Path) -> None:
    terminal = start_shell(f"\"$NEWSREADER\" '{sample}'; echo status=$?")
    terminal.until(SHOWN)
    terminal.press("q")
    terminal.until("status=0")
    assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
