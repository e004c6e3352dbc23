"""What happens with a damaged file: a copy is set aside, and what can be read goes into a new one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.annotations.store.guard import guarded
from newsreader.annotations.store.headers import FileId, file_of, is_ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.annotations.store.kind import Kind
    from newsreader.errors import StoreError

FOLDER = ".rescue-"
"""how the name of the folder begins in which a new file is made"""

PATIENCE = 10.0
"""seconds to wait for another program that is at it"""

Rebuild = Callable[[Path, Path, float], tuple[str, dict[str, object]]]
"""makes a new file of a copy of the damaged one, as `rebuilding.rebuild` does"""


def rescue(path: Path, damaged: FileId | None, timeout: float, kind: Kind, rebuild: Rebuild) -> list[StoreError]:
    """Put what can be read of a damaged file into its place, and a copy of it as it was beside it.

    Args:
        path: the file, closed by this program.
        damaged: the file that turned out to be damaged.
        timeout: seconds to wait for another program.
        kind: what sort of file it is.
        rebuild: reads what can be read.

    Returns:
        What the user should be told; nothing if another program was quicker.

    Raises:
        StoreError: if the file cannot be copied or no new one be written; it then lies there as before.
    """
    try:
        with guarded(_log(path, ".rescue"), max(timeout, PATIENCE)):
            if file_of(path) != damaged:
                return []
            if not is_ours(path, kind):
                raise kind.error("foreign", path=path)
            return _rescue(path, timeout, kind, rebuild)
    except TimeoutError as error:
        raise kind.error("locked", path=path, reason="rescue") from error
    except OSError as error:
        raise kind.error("damaged", path=path, reason=error.strerror or error) from error
    except sqlite3.Error as error:
        raise kind.error("damaged", path=path, reason=error) from error


def _rescue(path: Path, timeout: float, kind: Kind, rebuild: Rebuild) -> list[StoreError]:
    aside = _aside(path)
    # Whoever holds the guard is alone: what lies here is of a program that died at this.
    for left in path.parent.glob(f"{FOLDER}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=FOLDER) as folder:
        copy, new = Path(folder) / "damaged.sqlite3", Path(folder) / "new.sqlite3"
        with _locked(path, timeout):
            _copy(path, aside)
            _copy(path, copy)
            meaning, values = rebuild(copy, new, timeout)
        _put(new, path, timeout, kind)
    return [kind.error(meaning, path=path, aside=aside, **values)]


def _aside(path: Path) -> Path:
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    number = 0
    while True:
        more = f"-{number}" if number else ""
        aside = path.with_name(f"{path.stem}.damaged-{stamp}{more}{path.suffix}")
        if not aside.exists():
            return aside
        number += 1


def _log(path: Path, ending: str = "-wal") -> Path:
    return path.with_name(path.name + ending)


def _copy(path: Path, target: Path) -> None:
    shutil.copy2(path, target)
    if _log(path).exists():
        shutil.copy2(_log(path), _log(target))


@contextmanager
def _locked(path: Path, timeout: float) -> Iterator[None]:
    """Keep others from writing to the damaged file as far as it still lets one."""
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    try:
        with suppress(sqlite3.DatabaseError):
            connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        connection.close()


def _put(new: Path, path: Path, timeout: float, kind: Kind) -> None:
    """Put the new content into the place of the damaged one.

    It is written into the same file as a transaction, so that other programs that have it open see it and keep their
    locks. Only where SQLite does not take the file for one of its own any more, another file takes its name.
    """
    end = time.monotonic() + timeout

    def give_up(*_: int) -> None:
        if time.monotonic() > end:
            raise kind.error("locked", path=path, reason="rescue")

    try:
        with closing(sqlite3.connect(path, timeout=timeout, isolation_level=None)) as damaged:
            damaged.execute("PRAGMA synchronous = FULL")
            with closing(sqlite3.connect(new, isolation_level=None)) as content:
                content.backup(damaged, progress=give_up, sleep=0.05)
    except sqlite3.DatabaseError:
        _log(path).unlink(missing_ok=True)
        _log(path, "-shm").unlink(missing_ok=True)
        new.replace(path)
        _settle_folder(path.parent)


def _settle_folder(folder: Path) -> None:
    """See that the new name is on the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
