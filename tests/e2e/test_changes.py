"""A file that changes between two openings, with the installed command in a real terminal: both versions are kept, what
changed is shown, and annotations are where their words are now."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsreader.annotations.store.store import Store
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., Any]

OLD = """Rat berät über Schulen

Die Ministerin Anna Berg hat am Montag mit dem Rat beraten. "Wir stehen am Anfang", sagte Berg.

Der Verband der Lehrer widersprach gestern. Er forderte sofort 300 neue Stellen.
"""
NEW = "Rat berät über Schulen\n\nVorweg steht nun dieser Satz.\n\n" + OLD.split("\n\n", 1)[1].replace(
    "300", "250"
).replace("stehen am", "stehen noch am")

GERMAN = {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}


def test_a_file_that_is_edited_between_two_openings(start: Start, program: str, tmp_path: Path) -> None:
    path, store = tmp_path / "artikel.txt", tmp_path / "store.sqlite"
    path.write_text(OLD, encoding="utf-8")
    terminal = start("--store", str(store), str(path), **GERMAN)
    terminal.until("widersprach")
    terminal.press("3")
    terminal.until("Noch nichts angemerkt")
    terminal.press("1")
    terminal.press("/")
    terminal.until("Suchen")
    terminal.press("widersprach\r")
    terminal.until("1/1")
    terminal.press("v")
    terminal.until("ausgewählt")
    terminal.press("a")
    terminal.until("Anmerken")
    terminal.press("2")
    terminal.until("Hervorgehoben.")
    terminal.press("q")
    assert terminal.finish() == 0

    path.write_text(NEW, encoding="utf-8")
    again = start("--store", str(store), str(path), rows=24, columns=80, **GERMAN)
    again.until("Text geändert seit")
    again.until("3 Sätze, 2 Aussagen")
    again.press("3")
    again.until("2 belegt")
    again.press("1")
    again.settle()
    again.press("V")
    again.until("umformuliert")
    again.until("1 neu")
    again.until("+ Vorweg steht nun dieser Satz.")
    again.press("nnnnn")
    again.until("5/5")
    again.until("❯ ~ Er forderte sofort 300 250 neue Stellen.")
    again.press("V")
    again.until("2 Fassungen")
    again.press("Gv")
    again.until("Frühere Fassung")
    again.until("Er forderte sofort 300")
    again.press("q")
    assert again.finish() == 0

    with Store(store) as opened:
        [[one]] = list(opened.all())
    assert one.anchors[0].exact == "widersprach"
    with Library(paths.library_file()) as library:
        [kept] = library.articles()
        assert [library.article(kept.number, one.number).text for one in library.versions(kept.number)] == [OLD, NEW]
    result = subprocess.run([program, "changes", "--list", "--json", str(path)], capture_output=True, check=True)
    first, second = json.loads(result.stdout)
    assert first["sentences"] is None
    assert second["sentences"] == {"changed": 2, "added": 1, "dropped": 0, "moved": 0}


def test_the_command_shows_colours_and_obeys_nothing_in_the_text(start: Start, tmp_path: Path) -> None:
    old, new = tmp_path / "alt.txt", tmp_path / "neu.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW.replace("Anfang", "\x1b[41mAnfang"), encoding="utf-8")
    terminal = start("changes", "--only-text", str(old), str(new), **GERMAN)
    assert terminal.finish() == 0
    assert "~ Er forderte sofort [-300-]{+250+} neue Stellen." in terminal.text
    assert "+ Vorweg steht nun dieser Satz." in terminal.text
    assert "\\x1b[41mAnfang" in terminal.text
    assert b"\x1b[41m" not in terminal.raw
    assert b"\x1b[32m" in terminal.raw
    plain = start("changes", "--only-text", str(old), str(new), NO_COLOR="1", **GERMAN)
    assert plain.finish() == 0
    assert b"\x1b[32m" not in plain.raw
