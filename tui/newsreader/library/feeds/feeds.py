"""The feeds that are subscribed to, as screens and command line ask for them, and as a refresh changes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.library.feeds.opml import Outline
from newsreader.library.store import entries, subscriptions
from newsreader.library.store.moments import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Sequence

    from newsreader.annotations.store.file import StoreFile
    from newsreader.article.feeds import Feed
    from newsreader.article.model import Article
    from newsreader.errors import NewsreaderError
    from newsreader.library.feeds.model import KeptEntry, Subscription


class Feeds:
    """The subscriptions of a library. Threads may share it; every method raises a `StoreError` if it fails.

    Args:
        file: the library's file.
        keep: keeps an article that a feed has brought, unread; gets the article and the feed's address.
    """

    def __init__(self, file: StoreFile, keep: Callable[[Article, str], object]) -> None:
        self._file = file
        self._keep = keep

    # Subscribing

    def add(
        self, address: str, *, name: str = "", site: str | None = None, folder: Sequence[str] = ()
    ) -> tuple[Subscription, bool]:
        """Subscribe to a feed. One that was unsubscribed in the last 30 days comes back with what was read of it.

        Args:
            address: of the feed.
            name: what the user calls it, "" for its own name.
            site: the address of the site that it belongs to.
            folder: the names of the folders that it is to be in, the outermost first.

        Returns:
            The subscription, and whether it is new.
        """

        def write(connection: sqlite3.Connection) -> tuple[Subscription, bool]:
            new = subscriptions.put(connection, address, name=name, site=site, folder=folder, at=now())
            found = subscriptions.at_address(connection, address)
            assert found is not None
            return found, new

        return self._file.write(write)

    def add_all(self, outlines: Iterable[Outline]) -> list[int]:
        """Subscribe to all feeds of a list; gives the numbers of those that are new."""
        wanted = list(outlines)

        def write(connection: sqlite3.Connection) -> list[int]:
            new = [
                one.address
                for one in wanted
                if subscriptions.put(
                    connection, one.address, name=one.title, site=one.site, folder=one.folder, at=now()
                )
            ]
            found = (subscriptions.at_address(connection, address) for address in new)
            return [one.number for one in found if one is not None]

        return self._file.write(write)

    def change(self, number: int, *, name: str | None = None, folder: Sequence[str] | None = None) -> None:
        """Give a subscription another name ("" for the feed's own), or put it into another folder."""
        self._file.write(lambda connection: subscriptions.change(connection, number, name=name, folder=folder))

    def remove(self, number: int) -> None:
        """Unsubscribe; for 30 days it can be brought back as it was."""
        self._file.write(lambda connection: subscriptions.remove(connection, number, now()))

    def restore(self, number: int) -> None:
        """Bring back what was unsubscribed."""
        self._file.write(lambda connection: subscriptions.restore(connection, number))

    # Reading

    def listed(self) -> list[Subscription]:
        """All subscriptions: those in no folder first, then folder by folder, each by title."""
        return sorted(self._file.run(subscriptions.listed), key=_place)

    def get(self, number: int) -> Subscription | None:
        """The subscription of a number, None if there is none."""
        return self._file.run(lambda connection: subscriptions.one(connection, number))

    def at(self, address: str) -> Subscription | None:
        """The subscription of an address, None if there is none."""
        return self._file.run(lambda connection: subscriptions.at_address(connection, address))

    def outlines(self) -> list[Outline]:
        """All subscriptions as a list that other programs understand."""
        return [Outline(one.address, one.title, one.site, one.folder) for one in self.listed()]

    def entries(
        self, subscriptions: Collection[int] | None = None, *, unread: bool = False, limit: int | None = None
    ) -> list[KeptEntry]:
        """The entries of some feeds, the newest first.

        Args:
            subscriptions: numbers of the feeds, None for all.
            unread: whether only unread ones are meant.
            limit: how many at most, None for all.
        """
        return self._file.run(lambda connection: entries.listed(connection, subscriptions, unread=unread, limit=limit))

    def entry(self, number: int) -> KeptEntry | None:
        """An entry with what its feed brings along of the article, None if there is none."""

        def read(connection: sqlite3.Connection) -> KeptEntry | None:
            found = entries.one(connection, number)
            if found is None:
                return None
            return replace(found, entry=replace(found.entry, content=entries.content(connection, number)))

        return self._file.run(read)

    def brought(self, address: str, key: str) -> str:
        """What a feed brings along of an article, in HTML; "" for nothing.

        Args:
            address: of the feed.
            key: what the entry is told by from others of its feed.
        """

        def read(connection: sqlite3.Connection) -> str:
            feed = subscriptions.at_address(connection, address)
            number = None if feed is None else entries.numbered(connection, feed.number, key)
            return "" if number is None else entries.content(connection, number)

        return self._file.run(read)

    def mark(self, numbers: Iterable[int], *, read: bool) -> list[int]:
        """Mark entries, and their articles in the library, as read or unread; gives those that were not so before."""
        wanted = list(numbers)
        return self._file.write(lambda connection: entries.mark(connection, wanted, read=read))

    # What a refresh notes

    def take(self, number: int, feed: Feed, moved: str | None) -> int:
        """Note what stands in a feed now, and where it has moved; gives how many entries are new."""

        def write(connection: sqlite3.Connection) -> int:
            if subscriptions.one(connection, number) is None:
                # It was unsubscribed while it was fetched.
                return 0
            subscriptions.had(connection, number, feed.title, feed.link, now())
            if moved is not None:
                subscriptions.moved(connection, number, moved)
            return entries.take(connection, number, feed.entries, now())

        return self._file.write(write)

    def fail(self, number: int, error: NewsreaderError) -> None:
        """Note that a feed could not be had."""
        self._file.write(lambda connection: subscriptions.failed(connection, number, error, now()))

    def wanted(self, number: int, most: int) -> list[KeptEntry]:
        """The newest unread entries of a feed whose articles are not kept yet, out of the newest so many."""
        return self._file.run(lambda connection: entries.wanted(connection, number, most))

    def keep(self, number: int, article: Article | None) -> None:
        """Keep the article of an entry, or note that it could not be had."""
        feed = self._file.write(lambda connection: _sought(connection, number, found=article is not None))
        if article is not None and feed is not None:
            self._keep(article, feed)


def _sought(connection: sqlite3.Connection, number: int, *, found: bool) -> str | None:
    """Note that an article was looked for; gives the address of the feed that it is for."""
    entries.sought(connection, number, found=found)
    entry = entries.one(connection, number)
    feed = None if entry is None else subscriptions.one(connection, entry.subscription)
    return None if feed is None else feed.address


def _place(subscription: Subscription) -> tuple[tuple[str, ...], str]:
    return tuple(name.casefold() for name in subscription.folder), subscription.title.casefold()
