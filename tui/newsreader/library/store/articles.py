"""Articles and their versions in the library's file. Everything here runs inside a transaction of the caller's."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from newsreader.analysis.info import PipelineInfo
from newsreader.library.model import Kept, KeptVersion, Order
from newsreader.library.people import writing as people
from newsreader.library.searching import earlier, indexing
from newsreader.library.searching.folding import fold
from newsreader.library.store import filtering
from newsreader.library.store.moments import local, moment, stamp
from newsreader.library.store.packing import pack_layout, pack_text, plain, unpack_article, unpack_text
from newsreader.library.store.places import held, place_of_article, site_of, source_of
from newsreader.library.store.telling import told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from newsreader.article.model import Article
    from newsreader.library.model import Filters

KEPT_DELETED = timedelta(days=30)
"""how long what was deleted can be brought back"""

COLUMNS = f"""
articles.number, articles.place, articles.source, articles.title, articles.publisher, articles.site, articles.authors,
articles.published, articles.first, articles.opened, articles.read, articles.feed, articles.length,
articles.statements, {filtering.ANNOTATIONS}, (SELECT count(*) FROM versions WHERE versions.article = articles.number),
articles.version, (SELECT id FROM versions WHERE versions.number = articles.version), articles.seen, articles.looked
"""
"""what `kept` makes an article of"""

ORDERS = {
    Order.OPENED: "coalesce(articles.opened, articles.first)",
    Order.PUBLISHED: "articles.dated",
    Order.TITLE: "articles.folded",
    Order.SOURCE: "articles.site",
    Order.LENGTH: "articles.length",
    Order.STATEMENTS: "coalesce(articles.statements, -1)",
}


def kept(row: Sequence[Any]) -> Kept:
    """The article of a row of `COLUMNS`."""
    number, place, source, title, publisher, site, authors, published, first, opened, read, feed, *counts = row
    length, statements, annotations, versions, version, identifier, seen, looked = counts
    return Kept(
        number=number,
        place=place,
        source=source,
        title=title,
        publisher=publisher,
        site=site,
        authors=tuple(json.loads(authors)),
        published=None if published is None else datetime.fromisoformat(published),
        first=moment(first),
        opened=None if opened is None else moment(opened),
        read=bool(read),
        feed=feed,
        length=length,
        statements=statements,
        annotations=annotations,
        versions=versions,
        version=version,
        id=identifier,
        seen=seen,
        looked=None if looked is None else moment(looked),
    )


def file(connection: sqlite3.Connection) -> str:
    """What tells this file from one that was made of it when it was damaged."""
    [identifier] = connection.execute("SELECT id FROM library").fetchone()
    return str(identifier)


def listed(
    connection: sqlite3.Connection, filters: Filters, order: Order, *, descending: bool, limit: int | None, offset: int
) -> list[Kept]:
    """The articles that fit, in order; those that are equal in it, the latest kept first."""
    condition, values = filtering.where(connection, filters)
    way = "DESC" if descending else "ASC"
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM articles WHERE {condition} ORDER BY {ORDERS[order]} {way}, articles.number DESC"
        " LIMIT ? OFFSET ?",
        (*values, -1 if limit is None else limit, offset),
    )
    return [kept(row) for row in rows]


def counted(connection: sqlite3.Connection, filters: Filters) -> int:
    """How many articles fit."""
    condition, values = filtering.where(connection, filters)
    [number] = connection.execute(f"SELECT count(*) FROM articles WHERE {condition}", values).fetchone()
    return int(number)


def one(connection: sqlite3.Connection, number: int) -> Kept | None:
    """The article of a number, if it is there and not deleted."""
    query = f"SELECT {COLUMNS} FROM articles WHERE number = ? AND deleted IS NULL"
    row = connection.execute(query, (number,)).fetchone()
    return None if row is None else kept(row)


def of_version(connection: sqlite3.Connection, version: int) -> Kept:
    """The article whose present version has a number; there is one."""
    return kept(connection.execute(f"SELECT {COLUMNS} FROM articles WHERE version = ?", (version,)).fetchone())


def resolve(connection: sqlite3.Connection, number: int, version: int | None) -> int:
    """The number of a version of an article, of the present one for None.

    Raises:
        KeyError: if there is no such article or version, or it is deleted.
    """
    row = connection.execute(
        "SELECT versions.number FROM articles JOIN versions ON versions.article = articles.number"
        " WHERE articles.number = ? AND deleted IS NULL AND versions.number = coalesce(?, articles.version)",
        (number, version),
    ).fetchone()
    if row is None:
        raise KeyError(number if version is None else (number, version))
    return int(row[0])


def content(connection: sqlite3.Connection, number: int, version: int | None) -> tuple[bytes, bytes]:
    """Text and layout of a version as they are kept.

    Raises:
        KeyError: as for `resolve`.
    """
    wanted = resolve(connection, number, version)
    text, layout = connection.execute("SELECT text, layout FROM versions WHERE number = ?", (wanted,)).fetchone()
    return text, layout


def all_of(connection: sqlite3.Connection, filters: Filters) -> list[Kept]:
    """The articles that fit, in no order."""
    condition, values = filtering.where(connection, filters)
    return [kept(row) for row in connection.execute(f"SELECT {COLUMNS} FROM articles WHERE {condition}", values)]


def of_text(connection: sqlite3.Connection, identifier: str, place: str) -> Kept | None:
    """The article of a place or, where none is kept of it, one whose present text has an id."""
    found = at_place(connection, place)
    if found is not None:
        return found
    row = connection.execute(
        f"SELECT {COLUMNS} FROM articles WHERE deleted IS NULL"
        " AND version IN (SELECT number FROM versions WHERE id = ?) LIMIT 1",
        (identifier,),
    ).fetchone()
    return None if row is None else kept(row)


def at_place(connection: sqlite3.Connection, place: str) -> Kept | None:
    """The article of a place, if there is one that is not deleted."""
    query = f"SELECT {COLUMNS} FROM articles WHERE place = ? AND deleted IS NULL"
    row = connection.execute(query, (place,)).fetchone()
    return None if row is None else kept(row)


def versions(connection: sqlite3.Connection, number: int) -> list[KeptVersion]:
    """The versions of an article, the oldest first."""
    rows = connection.execute(
        "SELECT number, article, id, told, first, last, pipeline, pipeline_version FROM versions WHERE article = ?"
        " ORDER BY first, number",
        (number,),
    )
    return [
        KeptVersion(
            version,
            article,
            identifier,
            moment(first),
            moment(last),
            None if name is None else PipelineInfo(name, of),
            beside or _look_up_told(connection, version),
        )
        for version, article, identifier, beside, first, last, name, of in rows.fetchall()
    ]


def _look_up_told(connection: sqlite3.Connection, version: int) -> str:
    """What is told beside the text of a version that was kept before that was noted."""
    text, layout = connection.execute("SELECT text, layout FROM versions WHERE number = ?", (version,)).fetchone()
    return told(unpack_article(text, layout))


def put(connection: sqlite3.Connection, article: Article, *, opened: bool, feed: str | None, at: datetime) -> int:
    """Keep an article, or note that it was seen again.

    Args:
        article: the article.
        opened: whether it is being read rather than fetched for later.
        feed: address of the feed that brought it.
        at: when, with zone.

    Returns:
        Number of its present version, whose words are to be indexed.
    """
    place, when = place_of_article(article), stamp(at)
    found = connection.execute(
        "SELECT number, first FROM articles WHERE place = ? AND deleted IS NULL", (place,)
    ).fetchone()
    number, first = found or (_insert(connection, place, when), when)
    version = _put_version(connection, number, article, when)
    published = article.published
    title = plain(article.title)
    connection.execute(
        "UPDATE articles SET source = ?, site = ?, title = ?, folded = ?, publisher = ?, authors = ?, published = ?,"
        " dated = ?, length = ?, version = ?, feed = coalesce(?, feed),"
        " opened = CASE WHEN ? THEN ? ELSE opened END, read = CASE WHEN ? THEN 1 ELSE read END,"
        # Where nobody has noted which version was read, it is the one that was there until now.
        " seen = CASE WHEN ? THEN ? ELSE coalesce(seen, CASE WHEN opened IS NOT NULL THEN version END) END,"
        " looked = ? WHERE number = ?",
        (
            held(source_of(article.source)),
            site_of(article.source),
            title,
            fold(title),
            None if article.publisher is None else plain(article.publisher),
            json.dumps([plain(name) for name in article.authors or _alone(article.author)]),
            None if published is None else published.isoformat(),
            local(published or moment(first)),
            len(article.text),
            version,
            None if feed is None else held(feed),
            opened,
            when,
            opened,
            opened,
            version,
            when,
            number,
        ),
    )
    count_statements(connection, version)
    return version


def touch(connection: sqlite3.Connection, article: Article, at: datetime, *, earlier: bool) -> None:
    """Note that an article is being read, without a look at its source; an earlier version is no news seen."""
    connection.execute(
        "UPDATE articles SET opened = ?, read = 1, seen = coalesce(?, seen) WHERE place = ? AND deleted IS NULL",
        (stamp(at), None if earlier else version_of(connection, article), place_of_article(article)),
    )


def note_look(connection: sqlite3.Connection, number: int, at: datetime) -> None:
    """Note that it was looked whether the page of an article has changed."""
    connection.execute("UPDATE articles SET looked = ? WHERE number = ?", (stamp(at), number))


def _alone(author: str | None) -> tuple[str, ...]:
    return () if author is None else (author,)


def _insert(connection: sqlite3.Connection, place: str, when: str) -> int:
    [number] = connection.execute(
        "INSERT INTO articles (place, source, site, title, folded, authors, dated, first, read, length)"
        " VALUES (?, '', '', '', '', '[]', '', ?, 0, 0) RETURNING number",
        (place, when),
    ).fetchone()
    return int(number)


def _put_version(connection: sqlite3.Connection, number: int, article: Article, when: str) -> int:
    """Keep the version unless it is kept; how it is laid out may have become known better since."""
    for (old,) in connection.execute(
        "SELECT number FROM versions WHERE article = ? AND id = ? AND told = ''", (number, article.id)
    ).fetchall():
        connection.execute("UPDATE versions SET told = ? WHERE number = ?", (_look_up_told(connection, old), old))
    layout = pack_layout(article, source_of(article.source))
    [version] = connection.execute(
        "INSERT INTO versions (article, id, told, first, last, text, layout) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (article, id, told) DO UPDATE SET last = max(last, excluded.last), layout = excluded.layout"
        " RETURNING number",
        (number, article.id, told(article), when, when, pack_text(article.text), layout),
    ).fetchone()
    return int(version)


def count_statements(connection: sqlite3.Connection, version: int) -> None:
    """Note how many statements the article has whose present version this is."""
    connection.execute(
        "UPDATE articles SET statements = (SELECT CASE WHEN pipeline IS NOT NULL THEN"
        " (SELECT count(*) FROM statements WHERE version = versions.number) END"
        " FROM versions WHERE number = articles.version) WHERE version = ?",
        (version,),
    )


def version_of(connection: sqlite3.Connection, article: Article) -> int | None:
    """The number under which an article is kept, None if its text is not.

    Of versions with its text it is the one of which the same is told, else the present one, else the latest.
    """
    row = connection.execute(
        "SELECT versions.number FROM versions JOIN articles ON articles.number = versions.article"
        " WHERE articles.place = ? AND articles.deleted IS NULL AND versions.id = ?"
        " ORDER BY versions.told = ? DESC, versions.number = articles.version DESC, versions.last DESC",
        (place_of_article(article), article.id, told(article)),
    ).fetchone()
    return None if row is None else int(row[0])


def mark(connection: sqlite3.Connection, numbers: Iterable[int], *, read: bool) -> None:
    """Mark articles as read or unread."""
    seen = ", seen = version" if read else ""
    query = f"UPDATE articles SET read = ?{seen} WHERE number = ?"
    connection.executemany(query, [(int(read), one) for one in numbers])


def delete(connection: sqlite3.Connection, numbers: Iterable[int], at: datetime) -> list[int]:
    """Delete articles so that they can be brought back; those that were there."""
    when = stamp(at)
    query = "UPDATE articles SET deleted = ? WHERE number = ? AND deleted IS NULL"
    return [number for number in numbers if connection.execute(query, (when, number)).rowcount]


def deletions(connection: sqlite3.Connection) -> list[tuple[datetime, tuple[int, ...]]]:
    """What was deleted together and can be brought back, the latest first."""
    rows = connection.execute(
        "SELECT deleted, number FROM articles WHERE deleted IS NOT NULL ORDER BY deleted DESC, number"
    )
    together: dict[str, list[int]] = {}
    for when, number in rows:
        together.setdefault(when, []).append(number)
    return [(moment(when), tuple(numbers)) for when, numbers in together.items()]


def restore(connection: sqlite3.Connection, numbers: Iterable[int], at: datetime) -> None:
    """Bring back articles that were deleted at a moment. One that was kept anew since gets the old versions."""
    for number in numbers:
        row = connection.execute(
            "SELECT place, first FROM articles WHERE number = ? AND deleted = ?", (number, stamp(at))
        ).fetchone()
        if row is None:
            continue
        place, first = row
        there = connection.execute(
            "SELECT number FROM articles WHERE place = ? AND deleted IS NULL", (place,)
        ).fetchone()
        if there is None:
            connection.execute("UPDATE articles SET deleted = NULL WHERE number = ?", (number,))
        else:
            _join(connection, number, there[0], first)


def _join(connection: sqlite3.Connection, deleted: int, there: int, first: str) -> None:
    for version in _versions(connection, deleted):
        indexing.forget(connection, version)
        earlier.forget(connection, version)
    connection.execute(
        "UPDATE versions SET article = ? WHERE article = ?"
        " AND (id, told) NOT IN (SELECT id, told FROM versions WHERE article = ?)",
        (there, deleted, there),
    )
    connection.execute("UPDATE articles SET first = min(first, ?) WHERE number = ?", (first, there))
    people.forget(connection, _versions(connection, deleted))
    connection.execute("DELETE FROM articles WHERE number = ?", (deleted,))
    [present] = connection.execute("SELECT version FROM articles WHERE number = ?", (there,)).fetchone()
    earlier.renew(connection, present)


def outdated(connection: sqlite3.Connection, at: datetime) -> list[int]:
    """The articles that were deleted so long ago that they are to go for good."""
    rows = connection.execute("SELECT number FROM articles WHERE deleted < ?", (stamp(at - KEPT_DELETED),))
    return [number for (number,) in rows]


def purge(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Remove deleted articles for good."""
    numbers = list(numbers)
    gone = [version for number in numbers for version in _versions(connection, number)]
    people.forget(connection, gone)
    for version in gone:
        indexing.forget(connection, version)
        earlier.forget(connection, version)
    for version in gone:
        [content] = connection.execute("SELECT text FROM versions WHERE number = ?", (version,)).fetchone()
        indexing.unlearn(connection, [unpack_text(content)])
    connection.executemany("DELETE FROM articles WHERE number = ?", [(number,) for number in numbers])


def _versions(connection: sqlite3.Connection, number: int) -> list[int]:
    query = "SELECT number FROM versions WHERE article = ?"
    return [version for (version,) in connection.execute(query, (number,)).fetchall()]
