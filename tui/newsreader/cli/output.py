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

    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID


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
        total: how many things there are; 0 for no bar at all.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None
        self._enabled = total > 0 and on_terminal(sys.stderr)
        self._shown = self._enabled and total > 1

    def step(self) -> None:
        """One more is done."""
        self.advance(1)

    def advance(self, number: int) -> None:
        """Some more are done."""
        self._done += number
        if not self._shown:
            return
        if self._bar is None:
            self._begin()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done)

    def more(self, number: int) -> None:
        """There are more things than it seemed."""
        self._total += number
        self._shown = self._total > 1 and self._enabled
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self._total)

    def clear(self) -> None:
        """Take the bar off the screen, before a message or at the end; the next step brings it back."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=self._total)
        self._bar.start()
