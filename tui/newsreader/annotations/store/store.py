"""The store of annotations. What a method has returned from is on the disk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import newsreader.annotations.store.schema as schema
import newsreader.annotations.store.writing as writing
from newsreader.annotations.document import Memo, from_json
from newsreader.annotations.store.connection import damage
from newsreader.annotations.store.opened import TIMEOUT, Opened
from newsreader.annotations.store.rebuilding import rebuild

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from newsreader.annotations.changes import Change
    from newsreader.annotations.model import Annotation

BATCH = 1000
"""records that are read at once"""

OF_ARTICLE = "article IN (SELECT number FROM articles WHERE id = ? OR (place = ? AND place != ''))"
"""what is on a text, or on another text of the same place"""

NONE: Mapping[str, str] = MappingProxyType({})

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of an annotation.

    Attributes:
        annotation: as it was.
        until: when it was changed or deleted, with zone.
        by: who did that.
        deleted: whether it was deleted.
    """

    annotation: Annotation
    until: datetime
    by: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A point in the life of a store.

    Attributes:
        store: what tells its file from one that was made of a damaged one, or that somebody has put into its place.
        revision: number of the last step.
    """

    store: str
    revision: int


@dataclass(frozen=True, slots=True)
class Update:
    """What has happened in the store.

    Attributes:
        at: how far it reaches.
        changed: annotations that were made or changed, as they are now.
        deleted: ids of annotations that are no more.
    """

    at: Point
    changed: tuple[Annotation, ...]
    deleted: frozenset[str]


class Store(Opened):
    """A file of annotations. Several programs may have it open; threads may share a store.

    Args:
        path: the file; it and its folder are made when they are missing.
        timeout: seconds to wait for another program that is writing.

    Raises:
        StoreError: if it cannot be opened; `str()` of it says why. A damaged file is no reason: it is set aside, what
            can be read goes into a new one, and `notices` tells.
    """

    def __init__(self, path: Path, timeout: float = TIMEOUT) -> None:
        super().__init__(path, timeout, schema.ANNOTATIONS, rebuild)
        self._seen = self._file.run(self._look)

    # Writing

    def apply(self, changes: Sequence[Change], texts: Mapping[str, str] = NONE) -> None:
        """Make changes, all or none of them. The version that each replaces is kept, whoever wrote it.

        Args:
            changes: what is made, changed and deleted.
            texts: the texts that the annotations are on by the articles' ids. They are kept, so that annotations are
                found again in another version of the article, and can be read when it is gone.

        Raises:
            StoreError: if they cannot be written. Nothing has changed then, and the same can be tried again.
        """
        if not changes:
            return
        self._file.write(lambda connection: writing.write(connection, changes, texts))

    # Reading

    def of_article(self, article: str, source: str) -> Iterator[list[Annotation]]:
        """The annotations on a text, and those on other texts of the same source, in batches.

        Args:
            article: id of the article.
            source: path or address of the article; standard input ("-") is never the same source.

        Raises:
            StoreError: if they cannot be read.
        """
        place = writing.place_of(source)
        last = 0
        while True:
            rows = self._records(
                f"SELECT record, number FROM annotations WHERE number > ? AND {OF_ARTICLE} ORDER BY number LIMIT ?",
                (last, article, place, BATCH),
            )
            if not rows:
                return
            last = rows[-1][1][0]
            yield [annotation for annotation, _ in rows]

    def all(self) -> Iterator[list[Annotation]]:
        """All annotations, in batches, in the order in which they were made.

        Raises:
            StoreError: if they cannot be read.
        """
        last = 0
        while rows := self._records(
            "SELECT record, number FROM annotations WHERE number > ? ORDER BY number LIMIT ?", (last, BATCH)
        ):
            last = rows[-1][1][0]
            yield [annotation for annotation, _ in rows]

    def get(self, identifier: str) -> Annotation | None:
        """The annotation with an id, None if there is none.

        Raises:
            StoreError: if it cannot be read.
        """
        found = self._records("SELECT record FROM annotations WHERE id = ?", (identifier,))
        return found[0][0] if found else None

    def count(self) -> int:
        """How many annotations there are.

        Raises:
            StoreError: if they cannot be read.
        """
        return int(self._rows("SELECT count(*) FROM annotations")[0][0])

    def decided(self) -> set[tuple[str, str]]:
        """Where there are decisions about entities, actors or statements: places and ids of the articles.

        Raises:
            StoreError: if they cannot be read.
        """
        rows = self._rows(
            "SELECT DISTINCT articles.place, articles.id FROM annotations"
            " JOIN articles ON articles.number = annotations.article"
            " WHERE annotations.kind IN ('entity', 'actor', 'statement')"
        )
        return {(place, identifier) for place, identifier in rows}

    def tags(self) -> list[str]:
        """All tags, the most used first.

        Raises:
            StoreError: if they cannot be read.
        """
        return [tag for (tag,) in self._rows("SELECT tag FROM tags GROUP BY tag ORDER BY count(*) DESC, tag")]

    def texts(self, identifiers: Iterable[str]) -> dict[str, str]:
        """The texts of articles by their ids, as far as they are kept.

        Raises:
            StoreError: if they cannot be read.
        """
        found: dict[str, str] = {}
        for identifier in identifiers:
            for (content,) in self._rows("SELECT content FROM texts WHERE id = ?", (identifier,)):
                found[identifier] = writing.text_of(content)
        return found

    def versions(self, identifier: str) -> list[Version]:
        """The earlier versions of an annotation, the oldest first; also of one that was deleted.

        Raises:
            StoreError: if they cannot be read.
        """
        rows = self._records(
            "SELECT history.record, steps.at, steps.annotator, history.deleted FROM history JOIN steps USING (revision)"
            " WHERE id = ? ORDER BY history.number",
            (identifier,),
        )
        return [Version(was, datetime.fromisoformat(at), by, bool(deleted)) for was, (at, by, deleted) in rows]

    # What others do

    def point(self) -> Point:
        """The last step that anyone has made.

        Raises:
            StoreError: if it cannot be read.
        """
        return self._file.run(_point)

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since the last call (or since it was opened). It costs little.

        Raises:
            StoreError: if it cannot be read.
        """

        before, self._seen = self._seen, self._file.run(self._look)
        return self._seen != before

    def _look(self, connection: sqlite3.Connection) -> tuple[str, int]:
        [version] = connection.execute("PRAGMA data_version").fetchone()
        return _point(connection).store, version

    def changes(self, point: Point | None) -> Update | None:
        """What anyone has done since a point to any annotation.

        Args:
            point: as `point` gave it; None for the beginning.

        Returns:
            None if it is another file now, so that all has to be read anew.

        Raises:
            StoreError: if it cannot be read.
        """
        return self._file.run(lambda connection: _update(connection, point, "", ()))

    def since(self, point: Point, article: str, source: str) -> Update | None:
        """What anyone has done since a point to the annotations that `of_article` gives.

        Returns:
            None if it is another file now, so that all has to be read anew.

        Raises:
            StoreError: if it cannot be read.
        """
        values = (article, writing.place_of(source))
        return self._file.run(lambda connection: _update(connection, point, f"AND {OF_ARTICLE}", values))

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        return self._file.run(lambda connection: connection.execute(query, tuple(values)).fetchall())

    def _records(self, query: str, values: Sequence[object] = ()) -> list[tuple[Annotation, Row]]:
        """The annotations of rows that begin with a record each, with what else is in the row."""

        def read(connection: sqlite3.Connection) -> list[tuple[Annotation, Row]]:
            rows = connection.execute(query, tuple(values)).fetchall()
            memo: Memo = {}
            return [(_annotation(record, memo), tuple(more)) for record, *more in rows]

        return self._file.run(read)


def _point(connection: sqlite3.Connection) -> Point:
    [store] = connection.execute("SELECT id FROM store").fetchone()
    [revision] = connection.execute("SELECT coalesce(max(revision), 0) FROM steps").fetchone()
    return Point(store, revision)


def _update(
    connection: sqlite3.Connection, point: Point | None, condition: str, values: tuple[str, ...]
) -> Update | None:
    """What has happened since a point to the annotations for which a condition holds; None if it is another file."""
    connection.execute("BEGIN")
    try:
        now = _point(connection)
        if point is not None and now.store != point.store:
            return None
        revision = 0 if point is None else point.revision
        changed = connection.execute(
            f"SELECT record FROM annotations WHERE revision > ? {condition}", (revision, *values)
        ).fetchall()
        gone = connection.execute(
            "SELECT DISTINCT id FROM history WHERE revision > ? AND deleted AND id NOT IN (SELECT id FROM annotations)",
            (revision,),
        ).fetchall()
    finally:
        connection.execute("COMMIT")
    memo: Memo = {}
    return Update(now, tuple(_annotation(record, memo) for (record,) in changed), frozenset(one for (one,) in gone))


def _annotation(record: str, memo: Memo | None = None) -> Annotation:
    """The annotation of a record, which stands alone or, in the history, under "was".

    Raises:
        sqlite3.DatabaseError: if it is none, since only damage can have made it so.
    """
    try:
        row = json.loads(record)
        return from_json(row.get("was", row), memo)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise damage(f"not a record: {error}") from error
