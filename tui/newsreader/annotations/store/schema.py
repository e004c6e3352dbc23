"""The tables of the store, and how an older file gets the present ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.annotations.store.connection import transaction
from newsreader.annotations.store.kind import Kind
from newsreader.annotations.store.salvage import RECORD

if TYPE_CHECKING:
    from pathlib import Path

FIRST = """
CREATE TABLE store (
    id TEXT NOT NULL               -- random, another one for a file that was made of a damaged one
);
INSERT INTO store VALUES (lower(hex(randomblob(16))));
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,              -- sha256 of the text
    place TEXT NOT NULL,           -- absolute path or address that it was read from
    UNIQUE (id, place)
);
CREATE INDEX articles_by_place ON articles (place);
CREATE TABLE texts (
    id TEXT PRIMARY KEY,           -- sha256 of the text
    content BLOB NOT NULL          -- the text in UTF-8, deflated
) WITHOUT ROWID;
CREATE TABLE steps (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,              -- ISO 8601 with zone
    annotator TEXT NOT NULL
);
CREATE TABLE annotations (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (number),
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES steps (revision),
    record TEXT NOT NULL           -- JSON, as in the document newsreader/1
);
CREATE INDEX annotations_by_article ON annotations (article);
CREATE INDEX annotations_by_revision ON annotations (revision);
CREATE TABLE tags (
    annotation INTEGER NOT NULL REFERENCES annotations (number) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (annotation, tag)
) WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (tag);
CREATE TABLE history (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,              -- of the annotation
    revision INTEGER NOT NULL REFERENCES steps (revision),  -- the step that ended this version
    deleted INTEGER NOT NULL,      -- whether that step deleted the annotation
    record TEXT NOT NULL           -- JSON, {"was": the record}
);
CREATE INDEX history_by_id ON history (id);
CREATE INDEX history_by_revision ON history (revision);
"""

ANNOTATIONS = Kind("store", 0x4E575344, (FIRST,), RECORD)
"""files of annotations ("NWSD")"""


def prepare(connection: sqlite3.Connection, path: Path, kind: Kind) -> Path | None:
    """Bring a file to the present schema. Before an older one is changed, a copy is put beside it.

    Args:
        connection: the open file.
        path: where it lies.
        kind: what sort of file it is.

    Returns:
        The copy, None if there was nothing to change.

    Raises:
        StoreError: if it is of a newer version of the program, or no store at all.
        sqlite3.Error: if it cannot be changed; it is then as before.
    """
    found = version(connection, path, kind)
    if found == len(kind.migrations):
        return None
    copy = backup(connection, path, found, kind) if found else None
    # A table that is made anew would take with it what refers to it (https://sqlite.org/lang_altertable.html, 7).
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction(connection):
            # Another program may have been quicker.
            for number in range(version(connection, path, kind), len(kind.migrations)):
                for statement in split(kind.migrations[number]):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {kind.application}")
            connection.execute(f"PRAGMA user_version = {len(kind.migrations)}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return copy


def version(connection: sqlite3.Connection, path: Path, kind: Kind) -> int:
    """The version of a file's schema, 0 for an empty file.

    Raises:
        StoreError: if it is of a newer version of the program, or no store at all.
    """
    found, application, tables = _state(connection)
    if application != kind.application and (tables or application or found):
        raise kind.error("foreign", path=path)
    if found > len(kind.migrations):
        raise kind.error("newer", path=path, found=found, known=len(kind.migrations))
    return found


def _state(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """The numbers of schema, program and tables in a file at one moment: another program may be making it just now."""
    began = not connection.in_transaction
    if began:
        connection.execute("BEGIN")
    try:
        [found] = connection.execute("PRAGMA user_version").fetchone()
        [application] = connection.execute("PRAGMA application_id").fetchone()
        [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        if began and connection.in_transaction:
            connection.execute("ROLLBACK")
    return int(found), int(application), int(tables)


def backup(connection: sqlite3.Connection, path: Path, found: int, kind: Kind) -> Path:
    """Copy the file as it is, with all that is only in its log yet, to a name that tells its version and the time.

    Raises:
        StoreError: if the copy cannot be written.
    """
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.stem}.version{found}-{stamp}{path.suffix}")
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = FULL")
            connection.backup(copy)
    except sqlite3.Error as error:
        raise kind.error("no_backup", path=path, backup=target, reason=error) from error
    return target


def split(script: str) -> list[str]:
    """The statements of a script; `executescript` would end the transaction that they belong to."""
    statements: list[str] = []
    current = ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current.strip())
            current = ""
    return statements
