"""Annotating with the installed command in a real terminal; what was made survives the program."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from newsreader.annotations.model import AnnotationKind
from newsreader.annotations.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.annotations.model import Annotation

Start = Callable[..., Any]

TEXT = "Ein Satz.\n\nDie Ministerin trat gestern zurück. Das teilte ihr Haus mit.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "artikel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def stored(path: Path, number: int) -> list[Annotation]:
    """What a store's file has, once that is so many."""
    found: list[Annotation] = []
    for _ in range(600):
        if path.exists():
            with Store(path) as store:
                found = [one for batch in store.all() for one in batch]
            if len(found) == number:
                break
        time.sleep(0.1)
    return found


def ready(terminal: Any) -> None:
    """Wait until the annotations are read, which the list tells."""
    terminal.until("Ministerin")
    terminal.press("3")
    terminal.until("Noch nichts angemerkt")
    terminal.press("1")


def test_an_annotation_survives_kill_9(start: Start, article: str, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    terminal = start("--store", str(store), article, LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8")
    ready(terminal)
    terminal.press("v")
    terminal.until("Zeichen ausgewählt")
    terminal.press("w")
    terminal.press("a")
    terminal.until("Anmerken")
    terminal.press("2")
    terminal.until("Hervorgehoben.")
    os.kill(terminal.pid, signal.SIGKILL)
    [one] = stored(store, 1)
    assert (one.kind, one.colour) == (AnnotationKind.HIGHLIGHT, "belegt")
    again = start("--store", str(store), article, LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8")
    again.until("Ministerin")
    again.press("3")
    again.until("2 belegt")
    again.press("q")
    assert again.finish() == 0


def test_a_note_is_written_in_the_user_s_editor(start: Start, article: str, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "**aus** dem Editor\\n" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    variables = {"LC_ALL": "de_DE.UTF-8", "VISUAL": str(editor), "NEWSREADER_STORE": str(tmp_path / "store.sqlite")}
    terminal = start(article, **variables)
    ready(terminal)
    terminal.press("W")
    terminal.until("Schlagwörter")
    terminal.press("Zeile eins")
    terminal.until("Zeile eins")
    terminal.press("\x05")
    terminal.until("**aus** dem Editor")
    terminal.press("\x1b")
    terminal.until("Notiz.")
    [one] = stored(tmp_path / "store.sqlite", 1)
    assert one.note == "Zeile eins\n**aus** dem Editor"
    terminal.press("q")
    assert terminal.finish() == 0


def test_two_readers_see_each_other(start: Start, article: str, tmp_path: Path) -> None:
    options = {"LC_ALL": "de_DE.UTF-8", "NEWSREADER_STORE": str(tmp_path / "store.sqlite")}
    one, other = start(article, **options), start(article, **options)
    ready(one)
    ready(other)
    one.press("W")
    one.until("Schlagwörter")
    one.press("von nebenan")
    one.until("von nebenan")
    one.press("\x1b")
    one.until("Notiz.")
    other.press("3")
    other.until("von nebenan")
    for terminal in (one, other):
        terminal.press("q")
        assert terminal.finish() == 0
