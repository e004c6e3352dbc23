"""Connections to the store's file, and what their errors mean to the user."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION = 0x4E575344
"""the application id in the file's header, by which a store is told from other SQLite files ("NWSD")"""

PAGE = 8192
"""bytes of a page; nearly every record fits one, so that it can be read even where the rest is damaged"""

MEANINGS = {
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_PERM: "store.read_only",
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_PROTOCOL: "store.locked",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
    sqlite3.SQLITE_CANTOPEN: "store.unopenable",
    sqlite3.SQLITE_TOOBIG: "store.too_big",
}
"""what SQLite's primary result codes mean"""

DAMAGED = frozenset({"store.damaged"})


def connect(path: Path, timeout: float, *, wal: bool = True) -> sqlite3.Connection:
    """Open the file for reading and writing; it is made if it is not there.

    The write-ahead log lets others read while one writes. With `synchronous = FULL` a transaction is on the disk when
    it is done, so that neither a killed program nor a power failure loses it (https://sqlite.org/pragma.html).

    Args:
        path: the file.
        timeout: seconds to wait for another program that is writing.
        wal: whether to write to a log beside the file rather than the file itself.

    Raises:
        sqlite3.Error: if it cannot be opened.
    """
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        if wal:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        _tune(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a file that cannot be written, such as one on a read-only disk.

    Raises:
        sqlite3.Error: if it cannot be opened.
    """
    uri = path.absolute().as_uri()
    for options in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{uri}?{options}", uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except sqlite3.Error as error:
            connection.close()
            if options.endswith("1") or meaning(error) in DAMAGED:
                raise
        else:
            return connection
    raise AssertionError("one of the ways either works or raises")


def _tune(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    # Deleted records are overwritten, so that none of them comes back when a damaged file is searched for records.
    connection.execute("PRAGMA secure_delete = ON").fetchall()


def damage(problem: str, code: int = sqlite3.SQLITE_CORRUPT) -> sqlite3.DatabaseError:
    """The error that SQLite raises for a damaged file, for damage that it does not notice by itself."""
    error = sqlite3.DatabaseError(problem)
    error.sqlite_errorcode = code
    return error


def meaning(error: sqlite3.Error) -> str:
    """The key of the phrase that says what an error of SQLite is."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The module's own: a text that is none can only come of damage.
        return "store.damaged" if "decode" in str(error) else "store.failed"
    # Writing beyond a limit on the size of files or beyond a quota is reported as a failed write.
    if code in (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE):
        return "store.full"
    return MEANINGS.get(code & 0xFF, "store.failed")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is written at once or not at all; others who write wait for its end."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite takes some transactions back by itself; there is nothing to take back then.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
