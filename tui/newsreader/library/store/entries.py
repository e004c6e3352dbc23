"""Entries of feeds in the library's file. Everything here runs inside a transaction of the caller's."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from contextlib import suppress
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any

from newsreader.article.feeds import Entry
from newsreader.article.sources import source_in_feed
from newsreader.library.feeds.matching import Known, match
from newsreader.library.feeds.model import KeptEntry
from newsreader.library.store.moments import local, moment, stamp
from newsreader.library.store.packing import plain
from newsreader.library.store.places import place_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from newsreader.library.feeds.matching import Matched

KEPT = 1000
"""entries that are kept of a feed, besides those that stand in it now"""
LONGEST = 200_000
"""code points that are kept of what a feed brings along of an article"""
LONGEST_SUMMARY = 1000
"""code points that are listed of what a feed tells of an article; more counts as what it brings along"""
SOUGHT_OFTEN = 2
"""attempts after which an article is not looked for any more"""

COLUMNS = """
entries.number, entries.subscription, entries.title, entries.link, entries.published, entries.author, entries.summary,
entries.key, entries.found, entries.read, articles.number
"""
"""what `kept` makes an entry of"""
FROM = """
FROM entries JOIN subscriptions ON subscriptions.number = entries.subscription AND subscriptions.removed IS NULL
LEFT JOIN articles ON articles.place = entries.place AND articles.deleted IS NULL
"""
NEWEST = "ORDER BY entries.dated DESC, entries.rank, entries.number"


def kept(row: Sequence[Any]) -> KeptEntry:
    """The entry of a row of `COLUMNS`, without what the feed brings along of its article."""
    number, subscription, title, link, published, author, summary, key, found, read, article = row
    when = None if published is None else datetime.fromisoformat(published)
    entry = Entry(title=title, link=link, published=when, author=author, summary=summary, id=key)
    return KeptEntry(number, subscription, entry, moment(found), bool(read), article)


def listed(
    connection: sqlite3.Connection, feeds: Collection[int] | None, *, unread: bool = False, limit: int | None = None
) -> list[KeptEntry]:
    """The entries of some feeds, or of all, the newest first; only unread ones if asked."""
    conditions = ["entries.subscription IN (SELECT value FROM json_each(?))"] if feeds is not None else []
    conditions += ["NOT entries.read"] if unread else []
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    values = () if feeds is None else (json.dumps(list(feeds)),)
    rows = connection.execute(
        f"SELECT {COLUMNS} {FROM} {where} {NEWEST} LIMIT ?", (*values, -1 if limit is None else limit)
    )
    return [kept(row) for row in rows]


def one(connection: sqlite3.Connection, number: int) -> KeptEntry | None:
    """The entry of a number, None if there is none."""
    row = connection.execute(f"SELECT {COLUMNS} {FROM} WHERE entries.number = ?", (number,)).fetchone()
    return None if row is None else kept(row)


def numbered(connection: sqlite3.Connection, subscription: int, key: str) -> int | None:
    """The number of the entry of a feed that a key tells from the others, None if there is none."""
    query = "SELECT number FROM entries WHERE subscription = ? AND key = ?"
    row = connection.execute(query, (subscription, plain(key))).fetchone()
    return None if row is None else int(row[0])


def content(connection: sqlite3.Connection, number: int) -> str:
    """What the feed brings along of an entry's article, in HTML; "" for nothing, and for what is damaged.

    It comes again with the feed, so that the library is not to be rescued for it.
    """
    row = connection.execute("SELECT content FROM entries WHERE number = ?", (number,)).fetchone()
    with suppress(zlib.error, UnicodeDecodeError, TypeError):
        return zlib.decompress(row[0]).decode() if row and row[0] else ""
    return ""


def take(connection: sqlite3.Connection, subscription: int, entries: Sequence[Entry], at: datetime) -> int:
    """Note what stands in a feed now. An entry that was there before is changed and stays read or unread.

    Returns:
        How many are new.
    """
    rows = connection.execute("SELECT number, key, link FROM entries WHERE subscription = ?", (subscription,))
    found = match(entries, [Known(*row) for row in rows])
    connection.execute("UPDATE entries SET rank = NULL WHERE subscription = ?", (subscription,))
    # A key may have passed from one entry to another; none begins with a line break.
    connection.executemany(
        "UPDATE entries SET key = char(10) || number WHERE number = ?",
        [(row.number,) for row in found if row.number is not None],
    )
    links = Counter(row.entry.link for row in found)
    [feed] = connection.execute("SELECT address FROM subscriptions WHERE number = ?", (subscription,)).fetchone()
    for rank, row in enumerate(found):
        source = row.entry.link or source_in_feed(feed, row.entry.id)
        place = place_of(source) if not row.entry.link or links[row.entry.link] == 1 else None
        _put(connection, subscription, row, rank, at, place)
    _forget(connection, subscription)
    return sum(row.number is None for row in found)


def _put(
    connection: sqlite3.Connection, subscription: int, row: Matched, rank: int, at: datetime, place: str | None
) -> None:
    entry = row.entry
    brought = entry.content or (f"<p>{escape(entry.summary)}</p>" if len(entry.summary) > LONGEST_SUMMARY else "")
    told = (
        plain(row.key),
        place,
        entry.link and plain(entry.link),
        plain(entry.title),
        plain(entry.author),
        plain(entry.summary[:LONGEST_SUMMARY]),
        None if entry.published is None else entry.published.isoformat(),
        zlib.compress(plain(brought[:LONGEST]).encode()) if brought else None,
        rank,
    )
    dated = None if entry.published is None else local(entry.published)
    if row.number is None:
        connection.execute(
            "INSERT OR REPLACE INTO entries (key, place, link, title, author, summary, published, content, rank,"
            " subscription, found, dated, read)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, EXISTS (SELECT 1 FROM articles WHERE place = ? AND read"
            " AND deleted IS NULL) OR EXISTS (SELECT 1 FROM entries WHERE place = ? AND read))",
            (*told, subscription, stamp(at), dated or local(at), place, place),
        )
    else:
        connection.execute(
            "UPDATE entries SET key = ?, place = ?, link = ?, title = ?, author = ?, summary = ?, published = ?,"
            " content = ?, rank = ?, dated = coalesce(?, dated) WHERE number = ?",
            (*told, dated, row.number),
        )


def _forget(connection: sqlite3.Connection, subscription: int) -> None:
    """Let go of the oldest entries that stand in the feed no more."""
    connection.execute(
        "DELETE FROM entries WHERE number IN (SELECT number FROM entries WHERE subscription = ? AND rank IS NULL"
        " ORDER BY dated DESC LIMIT -1 OFFSET ?)",
        (subscription, KEPT),
    )


def mark(connection: sqlite3.Connection, numbers: Iterable[int], *, read: bool) -> list[int]:
    """Mark entries as read or unread, and so their articles in the library; gives those that were not so before."""
    done = []
    for number in numbers:
        query = "UPDATE entries SET read = ? WHERE number = ? AND read != ?"
        if connection.execute(query, (int(read), number, int(read))).rowcount > 0:
            done.append(number)
    return done


def wanted(connection: sqlite3.Connection, subscription: int, most: int) -> list[KeptEntry]:
    """Out of the newest so many unread entries that stand in a feed now, those whose articles are not kept yet."""
    rows = connection.execute(
        f"SELECT {COLUMNS}, sought {FROM} WHERE entries.subscription = ? AND NOT entries.read"
        f" AND entries.place IS NOT NULL AND entries.rank IS NOT NULL {NEWEST} LIMIT ?",
        (subscription, most),
    )
    return [kept(row[:-1]) for row in rows if row[-2] is None and row[-1] < SOUGHT_OFTEN]


def sought(connection: sqlite3.Connection, number: int, *, found: bool) -> None:
    """Note that the article of an entry was looked for; one that was found and then deleted is not looked for again."""
    more = SOUGHT_OFTEN if found else 1
    connection.execute("UPDATE entries SET sought = sought + ? WHERE number = ?", (more, number))
