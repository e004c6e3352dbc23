"""What is asked of the library's articles, their versions and what is said in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.store.opened import Opened
from newsreader.library.model import EVERYTHING, Deletion, Order
from newsreader.library.store import articles, statements
from newsreader.library.store.packing import unpack_article
from newsreader.library.store.places import place_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.library.model import Filters, Kept, KeptStatement, KeptVersion

BATCH = 500
"""statements that are read at once"""


class Reading(Opened):
    """The library as it is read. Every method raises a `StoreError` if reading fails."""

    def articles(
        self,
        filters: Filters = EVERYTHING,
        order: Order = Order.OPENED,
        descending: bool = True,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Kept]:
        """The articles that fit.

        Args:
            filters: which articles.
            order: by what they are ordered.
            descending: whether the greatest comes first.
            limit: how many at most, None for all.
            offset: how many to leave out before.
        """
        return self._file.run(
            lambda connection: articles.listed(
                connection, filters, order, descending=descending, limit=limit, offset=offset
            )
        )

    def count(self, filters: Filters = EVERYTHING) -> int:
        """How many articles fit."""
        return self._file.run(lambda connection: articles.counted(connection, filters))

    def get(self, number: int) -> Kept | None:
        """The article of a number, None if there is none or it is deleted."""
        return self._file.run(lambda connection: articles.one(connection, number))

    def find(self, place: str) -> Kept | None:
        """The article of a path or an address (or, from standard input, of its text's id), None if it is not kept."""
        sought = place if place.startswith("sha256:") else place_of(place)
        return self._file.run(lambda connection: articles.at_place(connection, sought))

    def article(self, number: int, version: int | None = None) -> Article:
        """An article as it was kept, whole; neither its file nor the network is needed.

        Args:
            number: its number.
            version: number of the version, None for the present one.

        Raises:
            KeyError: if there is no such article or version.
        """
        return self._file.run(lambda connection: unpack_article(*articles.content(connection, number, version)))

    def analysis(self, number: int, version: int | None = None) -> Analysis | None:
        """The analysis of an article, None if it has none.

        Args:
            number: its number.
            version: number of the version, None for the present one.

        Raises:
            KeyError: if there is no such article or version.
        """

        def read(connection: sqlite3.Connection) -> Analysis | None:
            return statements.analysis(connection, articles.resolve(connection, number, version))

        return self._file.run(read)

    def versions(self, number: int) -> list[KeptVersion]:
        """The versions of an article, the oldest first."""
        return self._file.run(lambda connection: articles.versions(connection, number))

    def statements(self, filters: Filters = EVERYTHING) -> Iterator[KeptStatement]:
        """The statements in the articles that fit, the oldest article first, each in the order of its text."""
        after = ("", 0, 0)
        while rows := self._file.run(
            lambda connection: statements.listed(connection, filters, after=after, limit=BATCH)  # noqa: B023
        ):
            after = rows[-1][1]
            yield from (one for one, _ in rows)

    def deletions(self) -> list[Deletion]:
        """What can be brought back, the latest first."""
        return [Deletion(numbers, at) for at, numbers in self._file.run(articles.deletions)]
