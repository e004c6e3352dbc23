"""Takes in what the index of people lacks: what was analysed before there was one, or all of a damaged library."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newsreader.library.people import writing
from newsreader.library.store import statements
from newsreader.library.store.packing import unpack_text

if TYPE_CHECKING:
    from collections.abc import Iterable

MISSING = """
SELECT number FROM versions WHERE pipeline IS NOT NULL AND NOT EXISTS
(SELECT 1 FROM people_versions WHERE people_versions.number = versions.number) ORDER BY number
"""


def missing(connection: sqlite3.Connection) -> list[int]:
    """The analysed versions that are not taken in."""
    return [number for (number,) in connection.execute(MISSING).fetchall()]


def take_in(connection: sqlite3.Connection, versions: Iterable[int]) -> None:
    """Take in versions, as far as they are still missing. It runs inside a transaction of the caller's."""
    for number in set(versions) & set(missing(connection)):
        [content] = connection.execute("SELECT text FROM versions WHERE number = ?", (number,)).fetchone()
        try:
            analysis = statements.analysis(connection, number, reviewed=True)
            text = unpack_text(content)
        except sqlite3.DatabaseError:
            continue
        if analysis is not None:
            writing.take(connection, number, text, analysis)


def mend(connection: sqlite3.Connection) -> None:
    """Make the index of a rescued library anew; the people keep their numbers as far as those were rescued."""
    for table in ("people_seen", "people_aliases", "people_versions", "people_moves", "people_names"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE people_variants SET uses = 0, plain = 0")
    take_in(connection, missing(connection))
    connection.execute("DELETE FROM people_variants WHERE uses = 0")
