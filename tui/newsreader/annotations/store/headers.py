"""What lies at a path: a file of the program's, another program's, or a damaged one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.annotations.store.connection import damage
from newsreader.annotations.store.schema import version

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.annotations.store.kind import Kind

HEADER = b"SQLite format 3\0"
APPLICATION_AT = 68
"""where in the header the application id stands (https://sqlite.org/fileformat.html)"""

FileId = tuple[int, int]


def file_of(path: Path) -> FileId | None:
    """What tells the file that lies somewhere from any other that will lie there, None if there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def refuse_other_files(path: Path, kind: Kind) -> None:
    """See that a file is of a sort, if perhaps damaged, so that nobody's article is taken for one and set aside.

    Raises:
        StoreError: if it is something else.
        sqlite3.DatabaseError: if it is a damaged one whose head is gone.
        OSError: if it cannot be read.
    """
    if path.is_dir():
        raise kind.error("folder", path=path)
    if not path.exists():
        return
    with path.open("rb") as file:
        head = file.read(APPLICATION_AT + 4)
    if not head or _named(head, kind):
        return
    if head.startswith(HEADER) and _new(path, kind):
        return
    if not is_ours(path, kind):
        raise kind.error("foreign", path=path)
    raise damage("file is not a database", sqlite3.SQLITE_NOTADB)


def is_ours(path: Path, kind: Kind) -> bool:
    """Whether a file that SQLite cannot read was of a sort: it says so in its head, holds records, or only zeros."""
    content = path.read_bytes()
    if _named(content[: APPLICATION_AT + 4], kind) or not content.strip(b"\0"):
        return True
    return not content.startswith(HEADER) if kind.record is None else kind.record.search(content) is not None


def _named(head: bytes, kind: Kind) -> bool:
    return head.startswith(HEADER) and head[APPLICATION_AT:] == kind.application.to_bytes(4, "big")


def _new(path: Path, kind: Kind) -> bool:
    """Whether a file of SQLite has nothing in it yet, because the program that made it was killed. Nothing is written.

    Raises:
        StoreError: if it is another program's.
    """
    uri = f"{path.as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
            return version(connection, path, kind) == 0
    except sqlite3.Error:
        return False
