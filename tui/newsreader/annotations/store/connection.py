"""Connections to the store's file, and what their errors mean to the user."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = 8192
"""bytes of a page; nearly every record fits one, so that it can be read even where the rest is damaged"""

MEANINGS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "unopenable",
    sqlite3.SQLITE_TOOBIG: "too_big",
}
"""what SQLite's primary result codes mean: the last part of the key of a phrase"""

DAMAGED = frozenset({"damaged"})


def connect(path: Path, timeout: float, *, wal: bool = True, durable: bool = True) -> sqlite3.Connection:
    """Open the file for reading and writing; it is made if it is not there.

    The write-ahead log lets others read while one writes. With `synchronous = FULL` a transaction is on the disk when
    it is done, so that neither a killed program nor a power failure loses it (https://sqlite.org/pragma.html).

    Args:
        path: the file.
        timeout: seconds to wait for another program that is writing.
        wal: whether to write to a log beside the file rather than the file itself.
        durable: whether a power failure must not lose what is done; without, it may lose the last moments, and what is
            deleted is overwritten only where that costs nothing.

    Raises:
        sqlite3.Error: if it cannot be opened.
    """
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        if wal:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        _tune(connection, durable=durable)
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


def _tune(connection: sqlite3.Connection, *, durable: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if not durable:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = FAST").fetchall()
        return
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    # Deleted records are overwritten, so that none of them comes back when a damaged file is searched for records.
    connection.execute("PRAGMA secure_delete = ON").fetchall()


def damage(problem: str, code: int = sqlite3.SQLITE_CORRUPT) -> sqlite3.DatabaseError:
    """The error that SQLite raises for a damaged file, for damage that it does not notice by itself."""
    error = sqlite3.DatabaseError(problem)
    error.sqlite_errorcode = code
    return error


def meaning(error: sqlite3.Error) -> str:
    """What an error of SQLite is: the last part of the key of the phrase that says it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The module's own: a text that is none can only come of damage.
        return "damaged" if "decode" in str(error) else "failed"
    # Writing beyond a limit on the size of files or beyond a quota is reported as a failed write.
    if code in (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE):
        return "full"
    return MEANINGS.get(code & 0xFF, "failed")


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
