"""The index of notes, brought up to date from the store of annotations, which stays the truth of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.store.store import Point
from newsreader.library.searching.folding import words
from newsreader.library.searching.indexing import learn, put, unknown
from newsreader.library.store.moments import stamp
from newsreader.library.store.packing import plain
from newsreader.library.store.places import STANDARD_INPUT, place_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsreader.annotations.model import Annotation


def point(connection: sqlite3.Connection) -> Point | None:
    """How far the index is up to date, None at first."""
    row = connection.execute("SELECT store, revision FROM notes_point").fetchone()
    return None if row is None else Point(*row)


def take(
    connection: sqlite3.Connection, changed: Iterable[Annotation], deleted: Iterable[str], at: Point, *, anew: bool
) -> None:
    """Put annotations into the index, in the place of what is there of them.

    Args:
        connection: the open file.
        changed: annotations that were made or changed.
        deleted: ids of those that are no more.
        at: how far the index is up to date then.
        anew: whether these are all there are.
    """
    gone = list(deleted)
    if anew:
        gone = [identifier for (identifier,) in connection.execute("SELECT id FROM notes").fetchall()]
    for identifier in gone:
        _forget(connection, plain(identifier))
    for annotation in changed:
        _forget(connection, plain(annotation.id))
        _put(connection, annotation)
    connection.execute("DELETE FROM notes_point")
    connection.execute("INSERT INTO notes_point VALUES (?, ?)", (at.store, at.revision))


def _put(connection: sqlite3.Connection, annotation: Annotation) -> None:
    anchors = annotation.anchors
    if not anchors and annotation.target is not None:
        anchors = annotation.target.anchors
    first = anchors[0] if anchors else None
    tags = " ".join(plain(tag) for tag in annotation.tags)
    note = plain(annotation.note)
    learn(connection, unknown(connection, f"{note} {tags}"))
    place = annotation.article if annotation.source == STANDARD_INPUT else place_of(annotation.source)
    [line] = connection.execute(
        "INSERT INTO notes (id, text_id, place, start, end, quoted, note, tags, modified)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING line",
        (
            plain(annotation.id),
            plain(annotation.article),
            place,
            first.span.start if first else 0,
            first.span.end if first else 0,
            plain(first.exact) if first else "",
            note,
            tags,
            stamp(annotation.modified),
        ),
    ).fetchone()
    _index(connection, line, note, tags, "")


def _forget(connection: sqlite3.Connection, identifier: str) -> None:
    row = connection.execute("SELECT line, note, tags FROM notes WHERE id = ?", (identifier,)).fetchone()
    if row is not None:
        line, note, tags = row
        _index(connection, line, note, tags, "delete")
        connection.execute("DELETE FROM notes WHERE line = ?", (line,))


def _index(connection: sqlite3.Connection, line: int, note: str, tags: str, command: str) -> None:
    said, tagged = words(note), words(tags)
    columns = {"note": " ".join(said), "tags": " ".join(tagged)}
    put(connection, "note", line, columns, said + tagged, command)
