"""Letting one program at a time do something with a file; the system ends the lock of one that dies."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAUSE = 0.05
"""seconds between two attempts"""


@contextmanager
def guarded(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock of a file that is made for it and removed afterwards.

    Args:
        path: the file.
        timeout: seconds to wait for another program.

    Raises:
        TimeoutError: if another program has held it all the time.
        OSError: if the file cannot be made.
    """
    end = time.monotonic() + timeout
    while (handle := _held(path)) is None:
        if time.monotonic() > end:
            raise TimeoutError(str(path))
        time.sleep(PAUSE)
    try:
        yield
    finally:
        # Removed while it is held, so that whoever waits for it sees that it is another one.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _held(path: Path) -> int | None:
    """The open file with its lock, None if another program has it or has just removed it."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except OSError:
        pass
    os.close(handle)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
