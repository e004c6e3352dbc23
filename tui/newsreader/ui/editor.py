"""The user's own editor, for texts that are longer than a dialog likes."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FALLBACKS = ("nano", "vim", "vi", "notepad")
"""tried in turn where neither VISUAL nor EDITOR names one"""


def command(environment: Mapping[str, str]) -> list[str] | None:
    """The editor with its arguments: what VISUAL or EDITOR names, else the first of `FALLBACKS` that is there."""
    for name in ("VISUAL", "EDITOR"):
        if words := _words(environment.get(name, "")):
            return words
    found = (shutil.which(name, path=environment.get("PATH")) for name in FALLBACKS)
    return next(([path] for path in found if path), None)


def edit(text: str, environment: Mapping[str, str] | None = None) -> str:
    """Have a text edited, and wait for the end. The terminal must be free.

    Args:
        text: Markdown.
        environment: variables that name the editor, those of the process if None.

    Returns:
        The text as it was saved last.

    Raises:
        OSError: if there is no editor, or it fails.
    """
    words = command(os.environ if environment is None else environment)
    if words is None:
        raise OSError("VISUAL, EDITOR: –")
    with tempfile.TemporaryDirectory(prefix="newsreader-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text + "\n" if text else "", encoding="utf-8")
        done = subprocess.run([*words, str(path)], check=False)
        if done.returncode:
            raise OSError(f"{words[0]}: {done.returncode}")
        return path.read_text(encoding="utf-8-sig", errors="replace").strip("\n")


def _words(line: str) -> list[str]:
    """A command as a shell splits it; one with an odd quotation mark by its blanks."""
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()
