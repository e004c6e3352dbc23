"""Makes a new library of what can be read of a damaged one: row by row, round the damage."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from newsreader.annotations.store.connection import connect, transaction
from newsreader.annotations.store.salvage import Rows
from newsreader.annotations.store.schema import prepare
from newsreader.library.people import catching
from newsreader.library.store import statements
from newsreader.library.store.packing import unpack_text
from newsreader.library.store.schema import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

PACKED = {"versions": ("text", "layout")}
"""columns of a table without whose content a row is of no use"""


def rebuild(copy: Path, new: Path, timeout: float) -> tuple[str, dict[str, object]]:
    """Make a new file of what can be read of a copy, as `newsreader.annotations.store.rebuilding.rebuild` does."""
    with closing(connect(new, timeout, durable=False)) as connection:
        prepare(connection, new, LIBRARY)
        complete = False
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy, isolation_level=None)) as damaged:
            damaged.execute("PRAGMA cell_size_check = ON")
            complete = _copy(damaged, connection)
        [number] = connection.execute("SELECT count(*) FROM articles").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    return "recovered" if complete else "partly_recovered", {"n": number}


def _copy(damaged: sqlite3.Connection, new: sqlite3.Connection) -> bool:
    """Copy what can be read; whether that was all."""
    complete = True
    new.execute("PRAGMA foreign_keys = OFF")
    with transaction(new):
        for table in _tables(new):
            rows = Rows(damaged)
            names = [name for _, name, *_ in _columns(new, table)]
            # A file that was damaged before it could be brought to the present schema lacks the latest columns.
            with suppress(sqlite3.Error):
                there = {name for _, name, *_ in _columns(damaged, table)}
                names = [name for name in names if not there or name in there]
            columns = ", ".join(names)
            insert = f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"
            for row in rows.read(table, f"{columns}, rowid"):
                if _sound(table, dict(zip(names, row, strict=False))):
                    new.execute(insert, row[:-1])
                else:
                    complete = False
            complete = complete and rows.complete
        complete = _settle(new) and complete
    new.execute("PRAGMA foreign_keys = ON")
    return complete


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that hold what cannot be computed again: numbered rows, no index of words."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'"
    ).fetchall()
    return [name for (name,) in rows if any(column == "number" for _, column, *_ in _columns(connection, name))]


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"PRAGMA table_info({table})").fetchall()


def _sound(table: str, row: dict[str, Any]) -> bool:
    """Whether the columns without which a row is of no use can be read."""
    try:
        return all(zlib.decompress(row[name]) is not None for name in PACKED.get(table, ()))
    except (zlib.error, TypeError):
        return False


def _settle(new: sqlite3.Connection) -> bool:
    """Take away rows that point to what was lost; whether there were none."""
    whole = True
    while broken := new.execute("PRAGMA foreign_key_check").fetchall():
        whole = False
        new.executemany(
            "DELETE FROM " + broken[0][0] + " WHERE rowid = ?",
            [(rowid,) for table, rowid, *_ in broken if table == broken[0][0]],
        )
    # An article without its present version has the latest of those that are left, or none and goes.
    new.execute(
        "UPDATE articles SET version = (SELECT number FROM versions WHERE article = articles.number"
        " ORDER BY last DESC LIMIT 1) WHERE version NOT IN (SELECT number FROM versions)"
    )
    lost = new.execute("DELETE FROM articles WHERE version IS NULL").rowcount
    _complete(new)
    return whole and not lost


def _complete(new: sqlite3.Connection) -> None:
    """Make statements and actors anew where some of a version's are lost; its analysis has them all."""
    for version, text in new.execute("SELECT number, text FROM versions WHERE pipeline IS NOT NULL").fetchall():
        try:
            analysis = statements.analysis(new, version)
        except sqlite3.DatabaseError:
            analysis = None
        if analysis is None:
            new.execute("UPDATE versions SET pipeline = NULL, analysis = NULL WHERE number = ?", (version,))
            continue
        [said] = new.execute("SELECT count(*) FROM statements WHERE version = ?", (version,)).fetchone()
        [who] = new.execute("SELECT count(*) FROM actors WHERE version = ?", (version,)).fetchone()
        if (said, who) != (len(analysis.statements), len(analysis.actors)):
            new.execute("UPDATE versions SET pipeline = NULL WHERE number = ?", (version,))
            statements.put(new, version, unpack_text(text), analysis)
    catching.mend(new)
