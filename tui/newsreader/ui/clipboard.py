"""The system's clipboard, for terminals that do not pass on what a program copies (OSC 52)."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 2.0
"""how long a clipboard program may take to accept a text"""


def program(environment: Mapping[str, str]) -> list[str] | None:
    """The program with its arguments that puts its standard input on the clipboard, None if there is none.

    Args:
        environment: the variables that tell which desktop is there, and the PATH.
    """
    candidates: list[list[str]] = []
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(["wl-copy"])
    if environment.get("DISPLAY"):
        candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    candidates += [["pbcopy"], ["clip.exe"]]
    for name, *arguments in candidates:
        if found := shutil.which(name, path=environment.get("PATH")):
            return [found, *arguments]
    return None


def copy(text: str, environment: Mapping[str, str] | None = None) -> bool:
    """Put a text on the system's clipboard; False if that fails. May block for `SECONDS`."""
    command = program(os.environ if environment is None else environment)
    if command is None:
        return False
    encoded = text.encode("utf-16" if command[0].endswith("clip.exe") else "utf-8", "replace")
    try:
        done = subprocess.run(
            command,
            input=encoded,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
