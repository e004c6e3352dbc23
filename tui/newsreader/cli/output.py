"""Standard output for data."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

from newsreader.cli.session import UsageError
from newsreader.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any


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
