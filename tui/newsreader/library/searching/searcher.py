"""Searches a library, and sees before that everything in it can be found."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from newsreader.library.searching import earlier, indexing
from newsreader.library.searching.search import fitting, search
from newsreader.library.store import articles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from newsreader.annotations.store.file import Run
    from newsreader.library.model import Filters, HitKind, Hits

T = TypeVar("T")

PATIENCE = 1.0
"""seconds that a search may take to put what is missing into the index of words first"""


class Searcher:
    """Searches a library.

    Every method raises a `StoreError` if reading or writing fails.

    Args:
        run: does something with the library's open file.
        write: does something inside a transaction.
        writable: tells whether the file can be written.
    """

    def __init__(self, run: Run, write: Run, writable: Callable[[], bool]) -> None:
        self._run = run
        self._write = write
        self._writable = writable
        self._caught_up = ""

    def search(self, query: str, filters: Filters, *, limit: int, kinds: frozenset[HitKind], latest: bool) -> Hits:
        """As `Library.search`."""
        missing, hits = self._searched(
            lambda connection: search(connection, query, filters, limit=limit, kinds=kinds, latest=latest), PATIENCE
        )
        return replace(hits, missing=missing)

    def fitting(self, query: str, filters: Filters) -> list[int]:
        """As `Library.fitting`."""
        return self._searched(lambda connection: fitting(connection, query, filters), float("inf"))[1]

    def catch_up(self, seconds: float) -> int:
        """As `Library.catch_up`."""
        file = self._run(articles.file)
        if self._caught_up == file:
            return 0
        left = self._run(_missing) if self._writable() else []
        end = monotonic() + seconds
        while left:
            self._take_in(left.pop(0))
            if monotonic() > end:
                return len(left)
        self._caught_up = file
        return 0

    def _searched(self, find: Callable[[sqlite3.Connection], T], seconds: float) -> tuple[int, T]:
        """How many articles could not be searched, and what was found in the others.

        If the file turns out to be damaged by it, a new one without an index is in its place, and it is done once more.
        """
        while True:
            missing = self.catch_up(seconds)
            file, found = self._run(lambda connection: (articles.file(connection), find(connection)))
            if missing or file == self._caught_up:
                return missing, found

    def _take_in(self, version: int) -> None:
        vocabulary = self._run(lambda connection: indexing.words_of(connection, version))

        def write(connection: sqlite3.Connection) -> None:
            indexing.take_in(connection, version, vocabulary)
            earlier.renew(connection, version)

        self._write(write)


def _missing(connection: sqlite3.Connection) -> list[int]:
    """The present versions that are not in the index, or of whose earlier ones something is not."""
    return list(dict.fromkeys((*indexing.missing(connection), *earlier.missing(connection))))
