"""Exporting many articles: each is read, analysed and written before much more is read."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.analysis.cache import AnalysisCache
from newsreader.article.model import Article
from newsreader.article.opening import open_entry, open_source
from newsreader.article.sources import is_address
from newsreader.cli.output import Progress, data_output
from newsreader.cli.session import FAILURE, UsageError
from newsreader.cli.streams import on_terminal, standard_input
from newsreader.errors import AnalysisError, ExportError, NewsreaderError, SourceError
from newsreader.export import Document, Format, export, find, write_to
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsreader.analysis.pipeline import Pipeline
    from newsreader.analysis.result import Analysis, PipelineInfo
    from newsreader.article.feeds import Feed
    from newsreader.article.fetching import Fetcher
    from newsreader.cli.session import Session

GROUP = 32
"""articles that are read before they are analysed together"""

KEPT = 20
"""a batch of at most so many articles goes into the cache; a larger one would push what is being read out of it"""


def run(
    sources: Sequence[str], format_name: str, output: str | None, session: Session, *, force: bool, pipeline: str | None
) -> int:
    """Export articles to a file or to standard output.

    Args:
        sources: files, folders (with all articles in them), addresses, "-" for standard input; a feed stands for all
            of its articles.
        format_name: the name of a format.
        output: the file; None or "-" for standard output.
        session: the run of the command.
        force: whether a file that is there already is replaced.
        pipeline: what analyses, the configured one if None.

    Returns:
        The exit status: 1 if an article was left out.

    Raises:
        NewsreaderError: if nothing can be exported.
    """
    try:
        one = find(format_name)
    except ExportError as error:
        raise UsageError(error.key, **error.values) from None
    target = None if output in (None, "-") else Path(str(output))
    batch = Batch(
        sources, session, pipeline or session.config.pipeline, quiet=target is None and on_terminal(sys.stdout)
    )
    try:
        documents = iter(batch)
        first = list(islice(documents, 1))
        if first:
            _write(chain(first, documents), one, target, force=force, many=batch.many)
    finally:
        batch.progress.clear()
    return FAILURE if batch.failed else 0


def _write(documents: Iterator[Document], one: Format, target: Path | None, *, force: bool, many: bool) -> None:
    if target is not None:
        export(documents, one.name, target, force=force, many=many)
        return
    with data_output(binary=one.binary) as file:
        write_to([file], documents, one, many=many)


class Batch:
    """The documents of sources, in order. What cannot be read or analysed is told and left out.

    Args:
        sources: files, folders, addresses, "-".
        session: the run of the command.
        pipeline: what analyses.
        quiet: whether no progress is shown, because the data goes to the terminal itself.

    Raises:
        AnalysisError: if there is no such pipeline.
    """

    def __init__(self, sources: Sequence[str], session: Session, pipeline: str, *, quiet: bool) -> None:
        from newsreader.analysis import pipeline_info

        self.failed = False
        self._loaded: Pipeline | None = None
        self._session = session
        self._pipeline = pipeline
        self._info: PipelineInfo = pipeline_info(pipeline)
        self._cache = AnalysisCache(paths.cache_folder())
        self.progress = Progress(0)
        self._sources = self._collected(sources)
        self.progress = Progress(0 if quiet else len(self._sources))
        self.many = len(sources) > 1 or self._sources != list(sources)

    @cached_property
    def _fetcher(self) -> Fetcher:
        from newsreader.article.fetching import Fetcher, PageCache

        return Fetcher(PageCache(paths.pages_folder()))

    def __iter__(self) -> Iterator[Document]:
        articles = self._articles()
        while group := list(islice(articles, GROUP)):
            for article, analysis in self._analysed(group):
                self.progress.step()
                yield Document(article, analysis)

    def _collected(self, sources: Sequence[str]) -> list[str]:
        from newsreader.article import collect

        collected: list[str] = []
        for source in sources:
            try:
                collected += collect([source])
            except SourceError as error:
                self._leave_out(error)
        return collected

    def _articles(self) -> Iterator[Article]:
        """The articles one by one; a feed stands for all of its own."""
        for source in self._sources:
            fetcher = self._fetcher if is_address(source) else None
            found = self._opened(partial(open_source, source, stdin=standard_input(), fetcher=fetcher))
            if isinstance(found, Article):
                yield found
            elif found is not None:
                self.many = True
                self.progress.more(len(found.entries) - 1)
                entries = (self._opened(partial(open_entry, one, found, self._fetcher)) for one in found.entries)
                yield from (one for one in entries if isinstance(one, Article))

    def _opened(self, open_it: Callable[[], Article | Feed]) -> Article | Feed | None:
        try:
            return open_it()
        except SourceError as error:
            self._leave_out(error)
            self.progress.step()
            return None

    def _analysed(self, articles: Sequence[Article]) -> Iterator[tuple[Article, Analysis]]:
        known = {number: self._cache.get(article, self._info) for number, article in enumerate(articles)}
        analyses = self._fresh([article for number, article in enumerate(articles) if known[number] is None])
        for number, article in enumerate(articles):
            analysis = known[number] or next(analyses)
            if analysis is not None:
                yield article, analysis

    def _fresh(self, articles: Sequence[Article]) -> Iterator[Analysis | None]:
        """An analysis for each article, None for one that cannot be analysed."""
        if not articles:
            return
        from newsreader.analysis.pipeline import load

        if self._loaded is None:
            self._loaded = load(self._pipeline)
        pipeline = self._loaded
        done = 0
        try:
            for analysis in pipeline.analyse_many(articles):
                self._keep(articles[done], analysis)
                done += 1
                yield analysis
        except Exception:
            # The articles went through together: one by one it shows which of them it is.
            for article in articles[done:]:
                yield self._alone(pipeline, article)

    def _alone(self, pipeline: Pipeline, article: Article) -> Analysis | None:
        try:
            return pipeline.analyse(article)
        except NewsreaderError as error:
            self._leave_out(error, article.source)
        except Exception as error:  # whatever it is, the other articles of the batch are not to suffer from it
            reason = f"{type(error).__name__}: {error}"
            self._leave_out(AnalysisError("cli.analysis_failed", reason=reason), article.source)
        self.progress.step()
        return None

    def _keep(self, article: Article, analysis: Analysis) -> None:
        if len(self._sources) <= KEPT:
            self._cache.put(article, analysis)

    def _leave_out(self, error: NewsreaderError, source: str | None = None) -> None:
        self.failed = True
        self.progress.clear()
        text = self._session.phrases.say(error)
        self._session.tell(text if source is None else f"{source}: {text}")
