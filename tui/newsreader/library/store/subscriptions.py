"""Subscriptions in the library's file. Everything here runs inside a transaction of the caller's."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from newsreader.errors import FeedError
from newsreader.library.feeds.model import Failure, Subscription
from newsreader.library.store.moments import moment, stamp
from newsreader.library.store.packing import plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

    from newsreader.errors import NewsreaderError

KEPT_REMOVED = timedelta(days=30)
"""how long what stood in a feed is kept after it was unsubscribed, so that it can be brought back"""

COLUMNS = """
number, address, name, title, site, folder, added, fetched, failure, failing, failed,
(SELECT count(*) FROM entries WHERE subscription = subscriptions.number),
(SELECT count(*) FROM entries WHERE subscription = subscriptions.number AND NOT read)
"""
"""what `subscription` makes one of"""


def subscription(row: Sequence[Any]) -> Subscription:
    """The subscription of a row of `COLUMNS`."""
    number, address, name, title, site, folder, added, fetched, failure, failing, failed, entries, unread = row
    return Subscription(
        number=number,
        address=address,
        title=name or title or address,
        site=site,
        folder=tuple(json.loads(folder)),
        added=moment(added),
        fetched=None if fetched is None else moment(fetched),
        failure=None if failure is None else _failure(failure, failing, failed),
        name=name,
        entries=entries,
        unread=unread,
    )


def _failure(text: str, since: str, last: str) -> Failure:
    row = json.loads(text)
    return Failure(FeedError(row["key"], **row["values"]), moment(since), moment(last))


def listed(connection: sqlite3.Connection) -> list[Subscription]:
    """All of them, in the order in which they were made."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM subscriptions WHERE removed IS NULL ORDER BY number")
    return [subscription(row) for row in rows]


def one(connection: sqlite3.Connection, number: int) -> Subscription | None:
    """The one of a number, None if there is none."""
    query = f"SELECT {COLUMNS} FROM subscriptions WHERE number = ? AND removed IS NULL"
    row = connection.execute(query, (number,)).fetchone()
    return None if row is None else subscription(row)


def at_address(connection: sqlite3.Connection, address: str) -> Subscription | None:
    """The one of an address, None if there is none."""
    query = f"SELECT {COLUMNS} FROM subscriptions WHERE address = ? AND removed IS NULL"
    row = connection.execute(query, (address,)).fetchone()
    return None if row is None else subscription(row)


def put(
    connection: sqlite3.Connection, address: str, *, name: str, site: str | None, folder: Sequence[str], at: datetime
) -> bool:
    """Subscribe. What was unsubscribed comes back as it was, but for a name and a folder that are told.

    Returns:
        False if it is subscribed to already, so that nothing has changed.
    """
    row = connection.execute("SELECT number, removed FROM subscriptions WHERE address = ?", (address,)).fetchone()
    if row is None:
        connection.execute(
            "INSERT INTO subscriptions (address, name, title, site, folder, added) VALUES (?, ?, '', ?, ?, ?)",
            (plain(address), plain(name), site and plain(site), _folder(folder), stamp(at)),
        )
        return True
    if row[1] is None:
        return False
    connection.execute("UPDATE subscriptions SET removed = NULL WHERE number = ?", (row[0],))
    change(connection, row[0], name=name or None, folder=folder or None)
    return True


def change(
    connection: sqlite3.Connection, number: int, *, name: str | None = None, folder: Sequence[str] | None = None
) -> None:
    """Give a subscription another name ("" for the feed's own) or put it into another folder; None leaves it."""
    if name is not None:
        connection.execute("UPDATE subscriptions SET name = ? WHERE number = ?", (plain(name), number))
    if folder is not None:
        connection.execute("UPDATE subscriptions SET folder = ? WHERE number = ?", (_folder(folder), number))


def remove(connection: sqlite3.Connection, number: int, at: datetime) -> None:
    """Unsubscribe; what was unsubscribed long ago is forgotten."""
    connection.execute("UPDATE subscriptions SET removed = ? WHERE number = ?", (stamp(at), number))
    connection.execute("DELETE FROM subscriptions WHERE removed < ?", (stamp(at - KEPT_REMOVED),))


def restore(connection: sqlite3.Connection, number: int) -> None:
    """Bring back what was unsubscribed."""
    connection.execute("UPDATE subscriptions SET removed = NULL WHERE number = ?", (number,))


def had(connection: sqlite3.Connection, number: int, title: str, site: str | None, at: datetime) -> None:
    """Note that a feed was had, and what it tells of itself."""
    connection.execute(
        "UPDATE subscriptions SET title = ?, site = coalesce(?, site), fetched = ?, failure = NULL, failing = NULL,"
        " failed = NULL, name = CASE WHEN name = ? THEN '' ELSE name END WHERE number = ?",
        (plain(title), site and plain(site), stamp(at), plain(title), number),
    )


def moved(connection: sqlite3.Connection, number: int, address: str) -> None:
    """Note that a feed has moved, unless what is there is subscribed to already."""
    connection.execute("DELETE FROM subscriptions WHERE address = ? AND removed IS NOT NULL", (address,))
    connection.execute("UPDATE OR IGNORE subscriptions SET address = ? WHERE number = ?", (plain(address), number))


def failed(connection: sqlite3.Connection, number: int, error: NewsreaderError, at: datetime) -> None:
    """Note that a feed could not be had. Since when it is so stays, also when it is for another reason now."""
    told = json.dumps({"key": error.key, "values": error.values}, default=str)
    connection.execute(
        "UPDATE subscriptions SET failure = ?, failing = coalesce(failing, ?), failed = ? WHERE number = ?",
        (told, stamp(at), stamp(at), number),
    )


def _folder(folder: Sequence[str]) -> str:
    return json.dumps([plain(one) for one in folder])
