"""The people of a library: what the screens and the command line ask of persons and organisations over all articles."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.errors import StoreError
from newsreader.library.model import EVERYTHING
from newsreader.library.people import catching, reading, writing
from newsreader.library.store import articles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from newsreader.analysis.result import StatementKind
    from newsreader.annotations.store.file import Run
    from newsreader.article.model import Article
    from newsreader.library.model import Filters
    from newsreader.library.people.model import Appeared, Person, Said, Step

AT_ONCE = 50
"""versions that are taken in by one transaction"""


class People:
    """Persons, organisations and other sources over all articles of a library.

    Every method raises a `StoreError` if reading or writing fails; then nothing has changed.

    Args:
        run: does something with the library's open file.
        write: does something inside a transaction.
    """

    def __init__(self, run: Run, write: Run) -> None:
        self._run = run
        self._write = write

    # Reading

    def listed(self, filters: Filters = EVERYTHING, words: str = "") -> list[Person]:
        """Those who appear in the articles that fit, the ones with the most statements first.

        Args:
            filters: which articles; counts and times are of these alone.
            words: what their names or roles hold, all of them.
        """
        self.catch_up()

        def read(connection: sqlite3.Connection) -> list[Person]:
            found = reading.listed(connection, filters)
            if not words.strip():
                return found
            wanted = set(reading.matching(connection, words))
            return [person for person in found if person.number in wanted]

        return self._run(read)

    def get(self, number: int, filters: Filters = EVERYTHING) -> Person | None:
        """The one with a number, as far as he appears in the articles that fit; None if there is none."""
        found = self._run(lambda connection: reading.listed(connection, filters, [number]))
        return found[0] if found else None

    def of_actor(self, article: Article, actor: str) -> int | None:
        """The number of the one who an actor of an article is, None if the article is not kept with its analysis.

        Args:
            article: the article.
            actor: the actor's id in what holds of its analysis.
        """
        self.catch_up()

        def read(connection: sqlite3.Connection) -> int | None:
            version = articles.version_of(connection, article)
            return None if version is None else reading.of_actor(connection, version, actor)

        return self._run(read)

    def said(
        self, number: int, filters: Filters = EVERYTHING, kinds: Collection[StatementKind] | None = None
    ) -> list[Said]:
        """What somebody said in the articles that fit, the oldest first.

        Args:
            number: his number.
            filters: which articles.
            kinds: which kinds of statements, None for all.
        """
        return self._run(lambda connection: reading.said(connection, number, filters, kinds))

    def appearances(self, number: int) -> list[Appeared]:
        """Where somebody appears, the oldest article first."""
        return self._run(lambda connection: reading.appearances(connection, number))

    def steps(self) -> list[Step]:
        """The decisions that hold, the oldest first."""
        return self._run(writing.steps)

    def catch_up(self) -> None:
        """Take in articles that were analysed before the library knew of people, as far as it can be written."""
        missing = self._run(catching.missing)
        with suppress(StoreError):
            for at in range(0, len(missing), AT_ONCE):
                some = missing[at : at + AT_ONCE]
                self._write(lambda connection: catching.take_in(connection, some))  # noqa: B023

    # Deciding

    def join(self, into: int, *others: int) -> None:
        """Let several be one, in one step.

        Args:
            into: the number of the one who takes over the others, and whose number stays.
            others: the numbers of the others.

        Raises:
            KeyError: if one of them is not there.
            ValueError: if they are one already.
        """
        self._write(lambda connection: writing.join(connection, into, others))

    def split(self, number: int, seen: Collection[int]) -> int:
        """Let some of somebody's appearances be another's; the number of the other.

        Args:
            number: his number.
            seen: the numbers of the appearances.

        Raises:
            KeyError: if some of them are not his.
            ValueError: if none or all of his are meant.
        """
        return self._write(lambda connection: writing.split(connection, number, seen))

    def rename(self, number: int, name: str, role: str = "") -> None:
        """Call somebody something else; empty for what the articles say.

        Raises:
            KeyError: if he is not there.
        """
        self._write(lambda connection: writing.rename(connection, number, name, role))

    def undo(self) -> Step | None:
        """Take back the last decision; None if there is none."""
        return self._write(writing.undo)

    def redo(self) -> Step | None:
        """Make the decision again that was taken back last; None if there is none."""
        return self._write(writing.redo)
