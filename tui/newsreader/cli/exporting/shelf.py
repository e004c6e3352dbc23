"""Articles of the library that are exported in the place of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newsreader.analysis.info import pipeline_info
from newsreader.article.sources import STANDARD_INPUT
from newsreader.cli.exporting.work import Result
from newsreader.cli.session import UsageError
from newsreader.errors import SourceError
from newsreader.library.library import Library
from newsreader.library.model import Order
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.model import Article
    from newsreader.cli.filters import Wanted
    from newsreader.cli.session import Session
    from newsreader.library.model import Kept


def chosen(sources: Sequence[str], query: str | None, wanted: Wanted, pipeline: str, session: Session) -> Shelf | None:
    """The articles that a query and filters mean; None if there are neither, but files.

    Raises:
        UsageError: if there are files as well, or nothing of either, or somebody is not to be found by his name.
        SourceError: if nothing fits.
        StoreError: if the library cannot be read.
    """
    if query is None and not wanted:
        if not sources:
            raise UsageError("cli.missing", name=session.phrases("cli.help.sources"))
        return None
    if sources:
        raise UsageError("cli.export.query_or_files")
    if not paths.library_file().exists():
        raise SourceError("cli.export.no_library")
    library = Library(paths.library_file())
    try:
        for notice in library.notices:
            session.tell(session.phrases.say(notice))
        return Shelf(library, _fitting(library, query or "", wanted), pipeline)
    except BaseException:
        library.close()
        raise


def _fitting(library: Library, query: str, wanted: Wanted) -> list[Kept]:
    """The articles, the oldest first.

    Raises:
        SourceError: if there are none.
    """
    filters = wanted.filters(library)
    found = library.articles(filters, Order.PUBLISHED, descending=False)
    if query.strip():
        fitting = set(library.fitting(query, filters))
        found = [kept for kept in found if kept.number in fitting]
    if not found:
        raise SourceError("cli.export.nothing_fits")
    return found


class Shelf:
    """Kept articles by what they are called: path or address or, of what came from standard input, the text's id.

    Args:
        library: where they are; it is closed with the shelf.
        articles: which they are.
        pipeline: whose analyses are taken as they are kept; others are made anew.
    """

    def __init__(self, library: Library, articles: Sequence[Kept], pipeline: str) -> None:
        self._library = library
        self._info = pipeline_info(pipeline)
        self._numbers = {kept.place if kept.source == STANDARD_INPUT else kept.source: kept.number for kept in articles}

    @property
    def sources(self) -> list[str]:
        """What they are called."""
        return list(self._numbers)

    def open(self, source: str, *, words: bool) -> Article | Result:
        """An article, with its analysis if that is kept.

        Args:
            source: what it is called.
            words: whether its tokens are wanted, too, which are not kept.

        Raises:
            SourceError: if it has been deleted meanwhile.
            StoreError: if it cannot be read.
        """
        number = self._numbers[source]
        try:
            article = self._library.article(number)
            analysis = None if words else self._library.analysis(number)
        except KeyError:
            raise SourceError("article.missing", path=source) from None
        if analysis is None or analysis.pipeline != self._info:
            return article
        return Result(source, article, analysis)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._library.close()
