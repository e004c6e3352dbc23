"""Which articles are in question in a search, and which of them are how old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.library.store import filtering

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from newsreader.library.model import Filters

FEW = 400
"""versions up to which they are looked up one by one rather than all that there are"""

Age = tuple[str, int]
"""when an article was published, and its number; the latest is the greatest"""


class Question:
    """Tells of versions whether they are the present ones of articles that fit filters.

    Args:
        connection: the open file.
        filters: which articles.
    """

    def __init__(self, connection: sqlite3.Connection, filters: Filters) -> None:
        self._connection = connection
        self._condition, self._values = filtering.where(connection, filters)
        self._all: dict[int, Age] | None = None

    def ages(self, versions: Collection[int] | None = None) -> dict[int, Age]:
        """Those of some versions, or of all, that are in question."""
        if versions is None or len(versions) > FEW or self._all is not None:
            if self._all is None:
                self._all = self._read("", ())
            known = self._all
            return known if versions is None else {one: known[one] for one in known.keys() & versions}
        marks = ", ".join("?" * len(versions))
        return self._read(f" AND articles.version IN ({marks})", versions) if versions else {}

    def _read(self, condition: str, values: Collection[int]) -> dict[int, Age]:
        rows = self._connection.execute(
            f"SELECT version, dated, number FROM articles WHERE {self._condition}{condition}", (*self._values, *values)
        )
        return {version: (dated, number) for version, dated, number in rows}
