"""Writing changes into the tables, inside a transaction of the caller's."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from newsreader.annotations.document import to_json
from newsreader.annotations.pen import now
from newsreader.settings.state import identity

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from newsreader.annotations.changes import Change
    from newsreader.annotations.model import Annotation


def write(connection: sqlite3.Connection, changes: Sequence[Change], texts: Mapping[str, str]) -> int:
    """Write changes as one step; what each replaces goes into the history.

    Args:
        connection: the open file.
        changes: the changes.
        texts: the texts that they are on by the articles' ids, as far as they are to be kept.

    Returns:
        The number of the step.
    """
    by = next((one.annotator for change in changes for one in (change.after, change.before) if one is not None), "")
    row = (now().isoformat(), _plain(by))
    step = connection.execute("INSERT INTO steps (at, annotator) VALUES (?, ?)", row).lastrowid
    assert step is not None
    for identifier, text in texts.items():
        put_text(connection, identifier, text)
    articles: dict[tuple[str, str], int] = {}
    for change in changes:
        _keep(connection, change, step)
        if change.after is None:
            connection.execute("DELETE FROM annotations WHERE id = ?", (change.id,))
        else:
            _put(connection, change.after, step, articles)
    return step


def _keep(connection: sqlite3.Connection, change: Change, step: int) -> None:
    """Put the version that is there into the history, which need not be the one that the change was made from."""
    connection.execute(
        "INSERT INTO history (id, revision, deleted, record)"
        " SELECT id, ?, ?, '{\"was\": ' || record || '}' FROM annotations WHERE id = ?",
        (step, int(change.after is None), change.id),
    )


def _put(
    connection: sqlite3.Connection, annotation: Annotation, step: int, articles: dict[tuple[str, str], int]
) -> None:
    key = annotation.article, place_of(annotation.source)
    if key not in articles:
        articles[key] = _article(connection, *key)
    [number] = connection.execute(
        "INSERT INTO annotations (id, article, kind, revision, record) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET article = excluded.article, kind = excluded.kind,"
        " revision = excluded.revision, record = excluded.record RETURNING number",
        (annotation.id, articles[key], annotation.kind.value, step, dumps(annotation)),
    ).fetchone()
    connection.execute("DELETE FROM tags WHERE annotation = ?", (number,))
    put_tags(connection, number, annotation.tags)


def put_text(connection: sqlite3.Connection, identifier: str, text: str) -> None:
    """Keep the text of an article, unless it is kept already."""
    if connection.execute("SELECT 1 FROM texts WHERE id = ?", (identifier,)).fetchone() is None:
        content = zlib.compress(text.encode("utf-8", "surrogatepass"))
        connection.execute("INSERT INTO texts (id, content) VALUES (?, ?)", (identifier, content))


def text_of(content: bytes) -> str:
    """The text that was kept."""
    return zlib.decompress(content).decode("utf-8", "surrogatepass")


def put_tags(connection: sqlite3.Connection, number: int, tags: Iterable[str]) -> None:
    """Note the tags of an annotation. A lone surrogate, which SQLite cannot hold, stays in the record alone."""
    rows = [(number, _plain(tag)) for tag in tags]
    connection.executemany("INSERT OR IGNORE INTO tags (annotation, tag) VALUES (?, ?)", rows)


def _article(connection: sqlite3.Connection, identifier: str, place: str) -> int:
    connection.execute("INSERT OR IGNORE INTO articles (id, place) VALUES (?, ?)", (identifier, place))
    [number] = connection.execute(
        "SELECT number FROM articles WHERE id = ? AND place = ?", (identifier, place)
    ).fetchone()
    return int(number)


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def place_of(source: str) -> str:
    """Where an article comes from, as it is compared: an absolute path or an address; nothing for standard input."""
    place = "" if source == "-" else identity(source)
    return place.encode("utf-8", "backslashreplace").decode()


def dumps(annotation: Annotation) -> str:
    """A record as it is stored: JSON in ASCII alone, which holds every text and is found again in a damaged file."""
    return json.dumps(to_json(annotation), ensure_ascii=True, separators=(",", ":"))
