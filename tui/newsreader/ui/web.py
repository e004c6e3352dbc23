"""What gets things from the web: one for all screens, so that no host is asked by two of them at once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from newsreader.errors import SourceError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Entry, Feed
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.article.model import Article
    from newsreader.ui.shelf import Item
    from newsreader.ui.tools import LibraryOpener


class Web:
    """Gets pages, feeds and the articles in them.

    Args:
        folder: where pages are kept.
        library: opens the library, which has what cannot be had any more, and what was fetched for later.
        keeps: whether pages are kept.
    """

    def __init__(self, folder: Path, library: LibraryOpener, *, keeps: bool) -> None:
        self._folder = folder
        self._library = library
        self._keeps = keeps
        self._fetcher: Fetcher | None = None
        self._lock = Lock()

    def fetcher(self) -> Fetcher:
        """What fetches, made when it is needed."""
        from newsreader.article.fetching.cache import PageCache
        from newsreader.article.fetching.fetcher import Fetcher

        with self._lock:
            if self._fetcher is None:
                self._fetcher = Fetcher(PageCache(self._folder, writes=self._keeps))
            return self._fetcher

    def __call__(self, item: Item, cancellation: Cancellation) -> Article | Feed:
        """Get something, slowly.

        Raises:
            SourceError: if it cannot be had.
        """
        if item.entry is None or item.feed is None:
            return or_kept(lambda: self._open(item.source, cancellation), item.source, self._library)
        entry, feed = item.entry, item.feed
        return self._waiting(item) or or_kept(
            lambda: self._open_entry(entry, feed, cancellation), item.source, self._library
        )

    def _open(self, source: str, cancellation: Cancellation) -> Article | Feed:
        from newsreader.article.opening import open_source

        return open_source(source, fetcher=self.fetcher(), cancellation=cancellation)

    def _open_entry(self, entry: Entry, feed: Feed, cancellation: Cancellation) -> Article:
        from newsreader.article.opening import open_entry

        if not entry.content and self._library.exists:
            with suppress(StoreError):
                entry = replace(entry, content=self._library().feeds.brought(feed.source, entry.id))
        return open_entry(entry, feed, self.fetcher(), cancellation)

    def _waiting(self, item: Item) -> Article | None:
        """The article that was fetched with its feed and never opened yet."""
        if not self._library.exists:
            return None
        with suppress(StoreError, KeyError):
            library = self._library()
            kept = library.find(item.source)
            if kept is not None and kept.opened is None:
                return library.article(kept.number)
        return None


def or_kept(get: Callable[[], Article | Feed], source: str, library: LibraryOpener) -> Article | Feed:
    """What a source leads to or, where it cannot be had, what the library has of it.

    Args:
        get: opens the source.
        source: its path or address.
        library: opens the library.

    Raises:
        SourceError: if there is neither.
    """
    try:
        return get()
    except SourceError as error:
        if not library.exists:
            raise
        from newsreader.library.instead import instead

        if (kept := instead(error, source, library)) is None:
            raise
        return kept
