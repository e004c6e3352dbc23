"""The terminal as a keyboard, also when standard input was a pipe with the article."""

from __future__ import annotations

import os
import sys


def take_keyboard() -> bool:
    """Put the controlling terminal in the place of a standard input that is none; False if there is no terminal."""
    if os.isatty(0):
        return True
    try:
        terminal = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
