"""Lets hold in the library what the user has decided in the annotations of its articles, whoever stored it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.notebook import load
from newsreader.annotations.review import reviewed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.store import Store
    from newsreader.article.model import Article

ANALYSED = """
SELECT articles.number FROM articles JOIN versions ON versions.number = articles.version
WHERE articles.deleted IS NULL AND versions.pipeline IS NOT NULL
"""

# Place and text are asked for apart, so that an index tells each.
ANNOTATED = f"""
{ANALYSED} AND versions.reviewed IS NULL AND articles.place IN (SELECT place FROM notes)
UNION {ANALYSED} AND versions.reviewed IS NULL AND versions.id IN (SELECT text_id FROM notes)
"""
"""annotated articles over whose analysis the annotations were not laid yet"""

AT_PLACE = f"{ANALYSED} AND articles.place = ? UNION {ANALYSED} AND versions.id = ?"


def places_of(connection: sqlite3.Connection, annotations: Iterable[str] | None) -> set[tuple[str, str]]:
    """Where annotations are by the index of notes: places and ids of texts.

    Args:
        connection: the open file.
        annotations: their ids, None for all.
    """
    if annotations is None:
        return set(connection.execute("SELECT DISTINCT place, text_id FROM notes").fetchall())
    query = "SELECT place, text_id FROM notes WHERE id = ?"
    return {row for one in annotations for row in connection.execute(query, (one,)).fetchall()}


def unreviewed(connection: sqlite3.Connection, places: Collection[tuple[str, str]]) -> list[int]:
    """The articles over whose analysis the annotations are to be laid.

    Args:
        connection: the open file.
        places: where something has changed: places and ids of texts.
    """
    rows = connection.execute(ANNOTATED).fetchall()
    for place in sorted(places):
        rows += connection.execute(AT_PLACE, place).fetchall()
    return list(dict.fromkeys(number for (number,) in rows))


def review(article: Article, analysis: Analysis, store: Store) -> Analysis:
    """What holds of an article's analysis with the user's annotations.

    Raises:
        StoreError: if they cannot be read.
    """
    placed = load(store, article).placed.values()
    return reviewed(article, analysis, [one.annotation for one in placed if one.method is not None]).analysis
