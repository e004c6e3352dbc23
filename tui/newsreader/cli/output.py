"""Standard output for data, and the progress of a batch on standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

from newsreader.cli.session import UsageError
from newsreader.cli.streams import on_terminal
from newsreader.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

WIDTH = 24
"""columns of the bar itself"""


@contextmanager
def data_output(*, binary: bool = False) -> Iterator[IO[Any]]:
    """Standard output as UTF-8 with unchanged line ends; on a terminal nothing in the data is obeyed.

    Args:
        binary: whether the data are bytes, which a terminal is spared.

    Raises:
        ExportError: if it was closed from the start.
        UsageError: if bytes would go to a terminal.
    """
    from newsreader.cli.plain import HarmlessOutput

    if sys.stdout is None:
        raise ExportError("export.unwritable", path="-", reason="closed")
    sys.stdout.flush()
    if binary:
        if sys.stdout.isatty():
            raise UsageError("cli.binary_to_terminal")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    kind = HarmlessOutput if sys.stdout.isatty() else TextIOWrapper
    file = kind(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield file
        file.flush()
    finally:
        file.detach()


class Progress:
    """A bar on standard error that shows how far a batch is; nothing where that is no terminal, or for one thing.

    Args:
        total: how many things there are.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = total > 1 and on_terminal(sys.stderr)

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._shown:
            full = WIDTH * self._done // self._total
            bar = "━" * full + "─" * (WIDTH - full)
            print(f"\r{bar} {self._done}/{self._total}", end="", file=sys.stderr, flush=True)

    def more(self, number: int) -> None:
        """There are more things than it seemed."""
        self._total += number

    def clear(self) -> None:
        """Take the bar off the screen, before a message or at the end."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
