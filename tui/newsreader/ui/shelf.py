"""The articles that were opened together: each is read from its source when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.article.model import Article


class Shelf:
    """A row of sources with one of them open. What was read stays in memory, so a file that vanishes does no harm.

    Args:
        sources: paths or addresses, at least one.
        read: reads an article from a source; raises SourceError.
    """

    def __init__(self, sources: Sequence[str], read: Callable[[str], Article]) -> None:
        self.sources = tuple(sources)
        self.index = 0
        self._read = read
        self._articles: dict[int, Article] = {}

    @property
    def current(self) -> Article:
        """The article that is open."""
        return self._articles[self.index]

    def open(self, index: int) -> Article:
        """Open the article of a source by its index.

        Raises:
            SourceError: if it cannot be read; then the one before stays open.
        """
        if index not in self._articles:
            self._articles[index] = self._read(self.sources[index])
        self.index = index
        return self._articles[index]

    def open_first(self) -> list[SourceError]:
        """Open the first source that can be read; the errors of those before it.

        Raises:
            SourceError: the first error, if no source can be read.
        """
        errors: list[SourceError] = []
        for index in range(len(self.sources)):
            try:
                self.open(index)
            except SourceError as error:
                errors.append(error)
            else:
                return errors
        raise errors[0]
