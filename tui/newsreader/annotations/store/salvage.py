"""Reading what is left in a damaged file: by SQLite where it can, else the records themselves out of the bytes.

Records are ASCII JSON, and deleted ones are overwritten (`secure_delete`), so that what is found was there.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsreader.annotations.document import from_json
from newsreader.annotations.store.writing import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.annotations.model import Annotation

RECORD = re.compile(rb'(?<!"was":)(?<!"was": )\{"id":"')
"""how a record begins; one of the history has "was" before it"""

HIGHEST = 1 << 24
"""number below which rows are looked for where the table does not tell its last one"""

PROBES = 20_000
"""attempts to read round damaged rows before the search is left to the bytes"""


@dataclass
class Salvage:
    """What was found.

    Attributes:
        annotations: the newest version of each annotation, by id, in the order in which they were made.
        history: earlier versions, with whether the annotation was deleted then.
        texts: the texts of articles by their ids.
        complete: whether every row could be read.
    """

    annotations: dict[str, Annotation] = field(default_factory=dict)
    history: list[tuple[Annotation, bool]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    complete: bool = True


def salvage(path: Path) -> Salvage:
    """Read what can be read.

    Args:
        path: a copy of the damaged file with its log ("-wal") beside it; both may be changed.
    """
    found = Salvage()
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("SELECT name FROM sqlite_master").fetchall()
            rows = Rows(connection)
            for _, record in rows.read("annotations", "record"):
                _take(found, record)
            for record, deleted in rows.read("history", "record, deleted"):
                if isinstance(record, str) and (was := _parse(record, within="was")) is not None:
                    found.history.append((was, bool(deleted)))
            found.complete = found.complete and rows.complete
            _take_texts(connection, found)
    except sqlite3.Error:
        found.complete = False
    if not found.complete:
        _carve(path, found)
    return found


def _take(found: Salvage, record: object) -> None:
    annotation = _parse(record) if isinstance(record, str) else None
    if annotation is None:
        found.complete = False
    else:
        found.annotations[annotation.id] = annotation


def _take_texts(connection: sqlite3.Connection, found: Salvage) -> None:
    """Take the texts that can be read; without them anchors are still found by what they keep themselves."""
    try:
        identifiers = {identifier for (identifier,) in connection.execute("SELECT DISTINCT id FROM articles")}
    except sqlite3.Error:
        identifiers = {annotation.article for annotation in found.annotations.values()}
    for identifier in identifiers:
        with suppress(sqlite3.Error, zlib.error, UnicodeDecodeError):
            row = connection.execute("SELECT content FROM texts WHERE id = ?", (identifier,)).fetchone()
            if row is not None:
                found.texts[identifier] = text_of(row[0])


def _parse(record: str, within: str | None = None) -> Annotation | None:
    try:
        row: Any = json.loads(record)
        return from_json(row[within] if within else row)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


class Rows:
    """Reads tables round their damaged parts: a stretch that cannot be read is halved until it is one row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._probes = PROBES
        self.complete = True

    def read(self, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a table that can be read; with one column, the row's number comes before it."""
        columns = columns if "," in columns else f"number, {columns}"
        try:
            [last] = self._connection.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()
        except sqlite3.Error as error:
            self.complete, last = False, HIGHEST
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
                # Without the file's head no row can be read, wherever one probes.
                return
        stretches = [(1, last)]
        while stretches and self._probes:
            self._probes -= 1
            first, last = stretches.pop()
            if first > last:
                continue
            query = f"SELECT {columns} FROM {table} WHERE number BETWEEN ? AND ? ORDER BY number"
            try:
                rows = self._connection.execute(query, (first, last)).fetchall()
            except (sqlite3.Error, UnicodeDecodeError):
                self.complete = False
                middle = (first + last) // 2
                stretches += [] if first == last else [(middle + 1, last), (first, middle)]
            else:
                yield from rows
        self.complete = self.complete and not stretches


def _carve(path: Path, found: Salvage) -> None:
    """Add the records that stand whole in the bytes of the file or its log; of several versions, the newest.

    What the history says was deleted stays so.
    """
    deleted = {was.id: was.modified for was, gone in found.history if gone}
    decoder = json.JSONDecoder()
    for file in (path, path.with_name(f"{path.name}-wal")):
        if not file.exists():
            continue
        content = file.read_bytes()
        for match in RECORD.finditer(content):
            text = content[match.start() : match.start() + (1 << 20)].split(b"\0", 1)[0].decode("latin-1")
            try:
                annotation = from_json(decoder.raw_decode(text)[0])
            except (ValueError, RecursionError):
                continue
            known = found.annotations.get(annotation.id)
            gone = deleted.get(annotation.id)
            newer = known is None or annotation.modified > known.modified
            if newer and (gone is None or annotation.modified > gone):
                found.annotations[annotation.id] = annotation
