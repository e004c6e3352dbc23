"""What happens with a damaged file: a copy is set aside, and what can be read goes into a new one."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.annotations.changes import Change
from newsreader.annotations.document import to_json
from newsreader.annotations.store import writing
from newsreader.annotations.store.connection import APPLICATION, connect, damage, transaction
from newsreader.annotations.store.guard import guarded
from newsreader.annotations.store.salvage import RECORD, salvage
from newsreader.annotations.store.schema import prepare, version
from newsreader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.annotations.store.salvage import Salvage

HEADER = b"SQLite format 3\0"
APPLICATION_AT = 68
"""where in the header the application id stands (https://sqlite.org/fileformat.html)"""

OURS = APPLICATION.to_bytes(4, "big")

FOLDER = ".rescue-"
"""how the name of the folder begins in which a new file is made"""

PATIENCE = 10.0
"""seconds to wait for another program that is at it"""

FileId = tuple[int, int]


def file_of(path: Path) -> FileId | None:
    """What tells the file that lies somewhere from any other that will lie there, None if there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def refuse_other_files(path: Path) -> None:
    """See that a file is a store, if perhaps a damaged one, so that nobody's article is taken for one and set aside.

    Raises:
        StoreError: if it is something else.
        sqlite3.DatabaseError: if it is a damaged store whose head is gone.
        OSError: if it cannot be read.
    """
    if path.is_dir():
        raise StoreError("store.folder", path=path)
    if not path.exists():
        return
    with path.open("rb") as file:
        head = file.read(APPLICATION_AT + 4)
    if not head or (head.startswith(HEADER) and head[APPLICATION_AT:] == OURS):
        return
    if head.startswith(HEADER) and _new(path):
        return
    if not _ours(path):
        raise StoreError("store.foreign", path=path)
    raise damage("file is not a database", sqlite3.SQLITE_NOTADB)


def _new(path: Path) -> bool:
    """Whether a file of SQLite has nothing in it yet, because the program that made it was killed. Nothing is written.

    Raises:
        StoreError: if it is another program's.
    """
    uri = f"{path.as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
            return version(connection, path) == 0
    except sqlite3.Error:
        return False


def _ours(path: Path) -> bool:
    """Whether a file that SQLite cannot read was a store: it says so in its head, or holds records, or only zeros."""
    content = path.read_bytes()
    if content.startswith(HEADER) and content[APPLICATION_AT : APPLICATION_AT + 4] == OURS:
        return True
    return RECORD.search(content) is not None or not content.strip(b"\0")


def rescue(path: Path, damaged: FileId | None, timeout: float) -> list[StoreError]:
    """Put what can be read of a damaged file into its place, and a copy of it as it was beside it.

    Args:
        path: the file, closed by this program.
        damaged: the file that turned out to be damaged.
        timeout: seconds to wait for another program.

    Returns:
        What the user should be told; nothing if another program was quicker.

    Raises:
        StoreError: if the file cannot be copied or no new one be written; it then lies there as before.
    """
    try:
        with guarded(_log(path, ".rescue"), max(timeout, PATIENCE)):
            if file_of(path) != damaged:
                return []
            if not _ours(path):
                raise StoreError("store.foreign", path=path)
            return _rescue(path, timeout)
    except TimeoutError as error:
        raise StoreError("store.locked", path=path, reason="rescue") from error
    except OSError as error:
        raise StoreError("store.damaged", path=path, reason=error.strerror or error) from error
    except sqlite3.Error as error:
        raise StoreError("store.damaged", path=path, reason=error) from error


def _rescue(path: Path, timeout: float) -> list[StoreError]:
    aside = _aside(path)
    # Whoever holds the guard is alone: what lies here is of a program that died at this.
    for left in path.parent.glob(f"{FOLDER}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=FOLDER) as folder:
        copy, new = Path(folder) / "damaged.sqlite3", Path(folder) / "new.sqlite3"
        with _locked(path, timeout):
            _copy(path, aside)
            _copy(path, copy)
            found = salvage(copy)
            _build(new, found, timeout)
        _put(new, path, timeout)
    key = "store.recovered" if found.complete else "store.partly_recovered"
    return [StoreError(key, path=path, aside=aside, n=len(found.annotations))]


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


def _build(path: Path, found: Salvage, timeout: float) -> None:
    """Make a store of what was found."""
    with closing(connect(path, timeout)) as connection:
        prepare(connection, path)
        with transaction(connection):
            step = writing.write(connection, [Change(None, one) for one in found.annotations.values()], found.texts)
            connection.executemany(
                "INSERT INTO history (id, revision, deleted, record) VALUES (?, ?, ?, ?)",
                [(was.id, step, gone, json.dumps({"was": to_json(was)})) for was, gone in found.history],
            )
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


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


def _put(new: Path, path: Path, timeout: float) -> None:
    """Put the new content into the place of the damaged one.

    It is written into the same file as a transaction, so that other programs that have it open see it and keep their
    locks. Only where SQLite does not take the file for one of its own any more, another file takes its name.
    """
    end = time.monotonic() + timeout

    def give_up(*_: int) -> None:
        if time.monotonic() > end:
            raise StoreError("store.locked", path=path, reason="rescue")

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
