"""Lets hold in the library what the user has decided in the annotations of its articles, whoever stored it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.notebook import load
from newsreader.annotations.review import reviewed
from newsreader.library.searching import notes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.store.file import StoreFile
    from newsreader.annotations.store.store import Store
    from newsreader.article.model import Article

KEPT = """
SELECT articles.number, versions.reviewed IS NOT NULL
FROM articles JOIN versions ON versions.number = articles.version
WHERE articles.deleted IS NULL AND versions.pipeline IS NOT NULL AND
"""
"""analysed articles, and whether annotations were laid over their analysis already"""


def take_notes(file: StoreFile, store: Store) -> list[int]:
    """Bring the index of notes up to date from the store of annotations; the articles over whose analysis the
    annotations are to be laid then.

    Args:
        file: the library's file.
        store: the annotations.

    Raises:
        StoreError: if the annotations cannot be read, or the index cannot be written.
    """
    changed, decided = _updated(file, store), store.decided()
    return file.run(lambda connection: _unreviewed(connection, changed, decided))


def _updated(file: StoreFile, store: Store) -> set[tuple[str, str]]:
    """Bring the index up to date; places and ids of the texts on which something has changed."""
    point = file.run(notes.point)
    if point is not None and point == store.point():
        return set()
    update = store.changes(point)
    anew = update is None
    update = update or store.changes(None)
    assert update is not None
    known = None if anew else [*update.deleted, *(one.id for one in update.changed)]
    before = file.run(lambda connection: _places_of(connection, known))
    file.write(lambda connection: notes.take(connection, update.changed, update.deleted, update.at, anew=anew))
    return before | file.run(lambda connection: _places_of(connection, known))


def _places_of(connection: sqlite3.Connection, annotations: Iterable[str] | None) -> set[tuple[str, str]]:
    """Where annotations are by the index of notes: places and ids of texts.

    Args:
        connection: the open file.
        annotations: their ids, None for all.
    """
    if annotations is None:
        return set(connection.execute("SELECT DISTINCT place, text_id FROM notes").fetchall())
    query = "SELECT place, text_id FROM notes WHERE id = ?"
    return {row for one in annotations for row in connection.execute(query, (one,)).fetchall()}


def _unreviewed(
    connection: sqlite3.Connection, changed: Collection[tuple[str, str]], decided: Collection[tuple[str, str]]
) -> list[int]:
    """The articles over whose analysis the annotations are to be laid.

    Args:
        connection: the open file.
        changed: where annotations have come, changed or gone: places and ids of texts.
        decided: where there are decisions.
    """
    touched, wanted = _kept(connection, changed), _kept(connection, decided)
    laid = {number for number, done in {**touched, **wanted}.items() if done}
    return sorted((touched.keys() & (laid | wanted.keys())) | (wanted.keys() - laid))


def _kept(connection: sqlite3.Connection, places: Iterable[tuple[str, str]]) -> dict[int, bool]:
    """The analysed articles at places or with texts, and whether annotations were laid over them."""
    found: dict[int, bool] = {}
    for place, text in places:
        found.update(connection.execute(f"{KEPT} articles.place = ?", (place,)).fetchall())
        found.update(connection.execute(f"{KEPT} versions.id = ?", (text,)).fetchall())
    return found


def review(article: Article, analysis: Analysis, store: Store) -> Analysis:
    """What holds of an article's analysis with the user's annotations.

    Raises:
        StoreError: if they cannot be read.
    """
    placed = load(store, article).placed.values()
    return reviewed(article, analysis, [one.annotation for one in placed if one.method is not None]).analysis
