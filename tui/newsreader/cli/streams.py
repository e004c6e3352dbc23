"""The standard streams, any of which may have been closed before the program started; Python then has None for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO


def on_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def standard_input() -> BinaryIO:
    """The bytes of standard input; none if it is closed."""
    if sys.stdin is not None:
        return sys.stdin.buffer
    from io import BytesIO

    return BytesIO()
