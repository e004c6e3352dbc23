"""The documents of a batch, in the order of its sources; what cannot be read or analysed is told and left out."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby, islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from newsreader.article.model import Article
from newsreader.article.opening import open_entry, open_source
from newsreader.article.sources import is_address, source_in_feed
from newsreader.cli.exporting.pool import Processes
from newsreader.cli.exporting.work import Order, Result, ToDo, Worker
from newsreader.cli.streams import standard_input
from newsreader.errors import SourceError, StoreError
from newsreader.export import Document
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.article.feeds import Feed
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.cli.exporting.journal import Journal
    from newsreader.cli.exporting.shelf import Shelf
    from newsreader.cli.progress import Progress
    from newsreader.errors import NewsreaderError
    from newsreader.export import Choice

GROUP = 32
"""articles that are at most analysed together, or go to a process together"""

ENOUGH = 30_000
"""code points of articles, or bytes of their files, that are analysed or go to a process together"""

OPENED_BY_WORKERS = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf"))
"""what is surely one article, and needs nothing that only the first process has"""


@dataclass(frozen=True)
class Item:
    """A document of a batch.

    Attributes:
        number: which of the sources it comes from.
        from_feed: whether that is a feed, which may have others.
        document: the document.
    """

    number: int
    from_feed: bool
    document: Document


@dataclass(frozen=True)
class _Ticket:
    """Where an article comes from."""

    number: int
    from_feed: bool = False


class Batch:
    """The documents of articles.

    Args:
        sources: the articles' sources, in order; a feed stands for all of its articles.
        order: how they are analysed.
        jobs: how many processes do that.
        choice: what of them is exported.
        shelf: where the articles are if they are those of the library.
        keep_pages: whether pages that are fetched are kept.
        annotated: gives a person's annotations, placed in an article.
        journal: what was finished before, and where what is finished now is noted; None for a batch without one.
        progress: told of each article that is done.
        leave_out: told of each article that is left out, and why.

    Attributes:
        feeds: whether there has been a feed so far.
    """

    def __init__(
        self,
        sources: Sequence[str],
        order: Order,
        jobs: int,
        choice: Choice,
        *,
        shelf: Shelf | None = None,
        keep_pages: bool,
        annotated: Callable[[Article], tuple[Annotation, ...]],
        journal: Journal | None,
        progress: Progress,
        leave_out: Callable[[str, NewsreaderError], None],
    ) -> None:
        self.feeds = False
        self._sources = sources
        self._order = order
        self._jobs = jobs
        self._choice = choice
        self._shelf = shelf
        self._keep_pages = keep_pages
        self._annotated = annotated
        self._journal = journal
        self._progress = progress
        self._leave_out = leave_out
        self._tickets: deque[_Ticket] = deque()

    def __iter__(self) -> Iterator[Item]:
        for result in self._results():
            ticket = self._tickets.popleft()
            self._progress.step(worked=not result.noted)
            if result.article is None or result.analysis is None:
                if result.error is not None:
                    self._leave_out(result.source, result.error)
                continue
            human = self._annotated(result.article)
            document = Document(result.article, result.analysis, human, self._choice, result.words)
            yield Item(ticket.number, ticket.from_feed, document)

    def _results(self) -> Iterator[Result]:
        """What becomes of the articles."""
        if self._jobs > 1:
            share = max(1, min(GROUP, len(self._sources) // (2 * self._jobs)))
            yield from map(self._noted, Processes(self._order, self._jobs).work(_groups(self._articles(), share)))
            return
        worker = Worker(self._order)
        for group in _groups(self._articles(), GROUP):
            yield from map(self._noted, worker.work(group)) if isinstance(group, ToDo) else group

    def _noted(self, result: Result) -> Result:
        if self._journal is not None:
            self._journal.note(result)
        return result

    def _articles(self) -> Iterator[str | Article | Result]:
        """The articles with a ticket each, those that were finished before with what became of them."""
        for number, source in enumerate(self._sources):
            if self._for_worker(source):
                self._tickets.append(_Ticket(number))
                yield source
                continue
            found = self._opened(source, self._way(source))
            if isinstance(found, Article | Result):
                self._tickets.append(_Ticket(number))
                yield self._finished(found)
            else:
                yield from self._of_feed(number, found)

    def _way(self, source: str) -> Callable[[], Article | Feed | Result]:
        """What opens a source."""
        if self._shelf is not None:
            return partial(self._shelf.open, source, words=self._order.words)
        return partial(open_source, source, stdin=standard_input(), fetcher=self._for(source))

    def _of_feed(self, number: int, feed: Feed) -> Iterator[Article | Result]:
        self.feeds = True
        self._progress.more(len(feed.entries) - 1)
        for entry in feed.entries:
            source = entry.link or source_in_feed(feed.source, entry.id)
            found = self._opened(source, partial(open_entry, entry, feed, self._fetcher))
            self._tickets.append(_Ticket(number, from_feed=True))
            assert isinstance(found, Article | Result)
            yield self._finished(found)

    def _finished(self, found: Article | Result) -> Article | Result:
        if self._journal is None or isinstance(found, Result):
            return found
        return self._journal.get(found) or found

    def _for_worker(self, source: str) -> bool:
        """Whether a further process opens a source itself."""
        known = self._journal is not None and self._journal.find(source)
        plain = not is_address(source) and PurePath(source).suffix.lower() in OPENED_BY_WORKERS
        return self._jobs > 1 and plain and not known and self._shelf is None

    def _for(self, source: str) -> Fetcher | None:
        return self._fetcher if is_address(source) else None

    @cached_property
    def _fetcher(self) -> Fetcher:
        from newsreader.article.fetching.cache import PageCache
        from newsreader.article.fetching.fetcher import Fetcher

        return Fetcher(PageCache(paths.pages_folder(), writes=self._keep_pages))

    @staticmethod
    def _opened(source: str, open_it: Callable[[], Article | Feed | Result]) -> Article | Feed | Result:
        try:
            return open_it()
        except (SourceError, StoreError) as error:
            return Result(source, error=error)


def _groups(articles: Iterable[str | Article | Result], most: int) -> Iterator[ToDo | list[Result]]:
    """The articles in groups, in their order: what is still to be done, and what is done already.

    Args:
        articles: all of them.
        most: how many a group has at most; it has fewer if they are long.
    """
    for done, run in groupby(articles, key=lambda one: isinstance(one, Result)):
        if done:
            while group := list(islice(run, most)):
                yield [one for one in group if isinstance(one, Result)]
            continue
        todo, size = ToDo(), 0
        for one in run:
            if isinstance(one, Result):
                continue
            todo.append(one)
            size += _size(one)
            if len(todo) >= most or size >= ENOUGH:
                yield todo
                todo, size = ToDo(), 0
        if todo:
            yield todo


def _size(one: str | Article) -> int:
    """Code points of an article, or bytes of its file, 0 if there is none."""
    if isinstance(one, Article):
        return len(one.text)
    with suppress(OSError):
        return Path(one).stat().st_size
    return 0
