"""`newsreader search` in a real terminal and in a pipe."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from newsreader.article.readers import reader_for
from newsreader.library.library import Library
from newsreader.settings import paths

Start = Callable[..., Any]

TEXT = """# Beratungen über die Straße

Der Ausschuss hat am Montag in Köln beraten, wie es mit der Umgehungsstraße weitergeht,
\x1b[31mund\x1b[0m vertagte sich.
"""


@pytest.fixture(autouse=True)
def _shelf() -> None:
    with Library(paths.library_file()) as library:
        library.keep(reader_for("a.md")(TEXT.encode(), "https://zeitung.example/a"))


def test_a_hit_is_a_line_of_the_terminal_with_bold_words(start: Start) -> None:
    terminal = start("search", "koeln", columns=60, rows=20)
    assert terminal.finish() == 0
    lines = [line for line in terminal.text.split("\n") if line]
    assert lines[0] == "Articles: 1"
    assert lines[1] == "Beratungen über die Straße · zeitung.example"
    assert len(lines) == 3
    assert "Köln" in lines[2]
    assert "\x1b[1mKöln\x1b[0m".encode() in terminal.raw
    assert b"\x1b[31m" not in terminal.raw


def test_without_colours_nothing_is_bold(start: Start) -> None:
    terminal = start("search", "koeln", NO_COLOR="1")
    assert terminal.finish() == 0
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_pipe_gets_the_whole_line_whatever_the_locale(program: str, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([program, "search", "koeln"], env=environment, capture_output=True, check=True)
    assert done.stderr == b""
    assert "in Köln beraten" in done.stdout.decode()
