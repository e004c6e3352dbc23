"""Filters as conditions of SQL on the table `articles`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsreader.library.searching.folding import fold
from newsreader.library.store.moments import local
from newsreader.library.store.places import held, place_of, source_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsreader.library.model import Filters

Condition = tuple[str, tuple[object, ...]]

ANNOTATIONS = """
(SELECT count(*) FROM notes WHERE notes.place = articles.place
 OR notes.text_id = (SELECT versions.id FROM versions WHERE versions.number = articles.version))
"""
"""how many annotations are on an article"""

NEWS = """
CASE WHEN articles.seen IS NOT NULL THEN articles.version != articles.seen ELSE articles.opened IS NULL
 AND (SELECT count(*) FROM versions WHERE versions.article = articles.number) > 1 END
"""
"""whether an article has changed since it was read last or, if it never was, since it was kept first"""


def where(connection: sqlite3.Connection, filters: Filters) -> tuple[str, list[object]]:
    """The condition that an article which is not deleted fits filters, with its values."""
    conditions = ["articles.deleted IS NULL"]
    values: list[object] = []
    for condition, more in _conditions(connection, filters):
        conditions.append(condition)
        values += more
    return " AND ".join(conditions), values


def _conditions(connection: sqlite3.Connection, filters: Filters) -> Iterator[Condition]:
    if filters.unread is not None:
        yield "articles.read = ?", (int(not filters.unread),)
    if filters.changed is not None:
        yield f"({NEWS}) = ?", (int(filters.changed),)
    if filters.annotated is not None:
        yield f"({ANNOTATIONS} > 0) = ?", (int(filters.annotated),)
    if filters.source.strip():
        yield _from(connection, filters.source.strip())
    if filters.feed:
        yield "articles.feed = ?", (held(filters.feed),)
    if filters.since is not None:
        yield "articles.dated >= ?", (local(filters.since),)
    if filters.until is not None:
        yield "articles.dated < ?", (local(filters.until),)
    for word in fold(filters.text).split():
        yield "instr(articles.folded, ?) > 0", (word.encode("utf-8", "replace").decode(),)
    if filters.articles is not None:
        yield f"articles.number IN ({', '.join('?' * len(filters.articles))})", filters.articles
    if filters.actor is not None:
        yield "articles.version IN (SELECT version FROM people_seen WHERE person = ?)", (filters.actor,)


def _from(connection: sqlite3.Connection, source: str) -> Condition:
    """The condition for a host, a folder, an address, a path, or words of a publisher."""
    host = held(source.lower().removeprefix("www."))
    folder = held(source_of(source)).rstrip(os.sep) or os.sep
    conditions = ["articles.site = ?", "articles.site LIKE ? ESCAPE '\\'", "articles.site = ?", "articles.place = ?"]
    values: list[object] = [host, f"%.{_literal(host)}", folder, place_of(source)]
    # What is below a folder, told by comparing rather than by LIKE, which knows no capitals.
    below = folder if folder.endswith(os.sep) else folder + os.sep
    conditions.append("(articles.site >= ? AND articles.site < ?)")
    values += [below, below[:-1] + chr(ord(below[-1]) + 1)]
    publishers = _publishers(connection, source)
    if publishers:
        conditions.append(f"articles.publisher IN ({', '.join('?' * len(publishers))})")
        values += publishers
    return f"({' OR '.join(conditions)})", tuple(values)


def _publishers(connection: sqlite3.Connection, words: str) -> list[str]:
    rows = connection.execute("SELECT DISTINCT publisher FROM articles WHERE publisher IS NOT NULL").fetchall()
    wanted = fold(words).split()
    return [name for (name,) in rows if all(word in fold(name) for word in wanted)]


def _literal(text: str) -> str:
    """A text as a pattern of LIKE that means itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
