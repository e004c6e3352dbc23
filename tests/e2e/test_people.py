"""What somebody said in several articles, read one after the other, in a real terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.library.people.conftest import BODY, PERSON, written

from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]

FIRST = "Beratungen in Berlin\n\n12.07.2024\n\n„Das reicht nicht“, sagte die Ministerin Eva Weber am Montag.\n"
SECOND = "Noch einmal in Köln\n\n19.08.2024\n\nEva Weber sagte, sie habe anderes vor. Der Rat tagte weiter.\n"


def test_a_person_of_two_articles_on_the_screen_and_on_the_command_line(start: Start, tmp_path: Path) -> None:
    sources = [tmp_path / "eins.txt", tmp_path / "zwei.txt"]
    for path, text in zip(sources, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    terminal = start(*map(str, sources), rows=24, columns=80)
    terminal.until("„ „Das reicht")
    terminal.press("s")
    terminal.until("1/1 Eva Weber")
    terminal.press(">")
    terminal.until("~ Eva Weber sagte")
    terminal.press("s")
    terminal.until("1/1 Eva Weber")
    terminal.press("P")
    terminal.until("2 statements · 2 articles")
    terminal.until("Das reicht nicht")
    terminal.press("j\r")
    terminal.until("Beratungen in Berlin")
    terminal.until("„ 1/1 Eva Weber")
    terminal.press("q")
    assert terminal.finish() == 0
    terminal = start("actors", "weber", rows=24, columns=80)
    assert terminal.finish() == 0
    assert "Eva Weber · Ministerin" in terminal.text
    assert "2024-08-19  Noch einmal in Köln" in terminal.text
    assert "„ Das reicht nicht" in terminal.text


def test_on_a_terminal_lines_fit_and_nothing_is_obeyed(start: Start) -> None:
    with Library(paths.library_file()) as library:
        library.keep(*written("https://one.example/1", ("Rat \x1b[31mrot " + "lang " * 30, BODY, None)))
        library.keep(*written("https://one.example/2", ("Anna Rat", PERSON, None), ("Otto Rat", PERSON, None)))
    terminal = start("actors", rows=24, columns=60)
    assert terminal.finish() == 0
    assert b"\x1b[31m" not in terminal.raw
    assert "\\x1b[31mrot" in terminal.text
    assert all(line.rstrip().endswith("2024-07-15") for line in terminal.text.strip().splitlines())
    terminal = start("actors", "rat", rows=24, columns=60)
    assert terminal.finish() == 1
    assert "this may be several" in terminal.text
