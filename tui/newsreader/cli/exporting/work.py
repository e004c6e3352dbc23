"""Reading and analysing articles: what one process does, the program's own or a further one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.analysis.cache import AnalysisCache
from newsreader.article.model import Article
from newsreader.cli.streams import standard_input
from newsreader.errors import AnalysisError, NewsreaderError, SourceError
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.analysis.info import PipelineInfo
    from newsreader.analysis.memory import PassingWords
    from newsreader.analysis.pipeline import Pipeline
    from newsreader.analysis.result import Analysis
    from newsreader.analysis.words import Sentence


@dataclass(frozen=True)
class Order:
    """What is to be done with each article.

    Attributes:
        pipeline: name of what analyses.
        info: which pipeline that is.
        words: whether the tokens are wanted with what the pipeline says of them; a kept analysis does not have them.
        keep: whether finished analyses go into the cache.
        journaled: whether the results are noted in a journal, whose rows the processes then make.
    """

    pipeline: str
    info: PipelineInfo
    words: bool
    keep: bool
    journaled: bool = False


@dataclass(frozen=True)
class Result:
    """What became of an article.

    Attributes:
        source: where it came from.
        article: the article, None if it could not be read.
        analysis: its analysis, None if there is none.
        words: its sentences, if they were asked for.
        error: why there is no analysis.
        row: what the journal keeps of it, where the process that analysed has made it already.
        noted: whether the journal has it.
    """

    source: str
    article: Article | None = None
    analysis: Analysis | None = None
    words: tuple[Sentence, ...] | None = None
    error: NewsreaderError | None = None
    row: bytes | None = field(default=None, compare=False, repr=False)
    noted: bool = field(default=False, compare=False)


class ToDo(list["str | Article"]):
    """Articles that are to be analysed together, given by their sources or as they were read."""


class Worker:
    """Reads and analyses articles, several short ones at once. The pipeline is loaded when it is first needed.

    Attributes:
        order: what is to be done.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self._cache = AnalysisCache(paths.cache_folder())
        self._loaded: Pipeline | None = None
        self._words: PassingWords | None = None

    def work(self, group: ToDo) -> Iterator[Result]:
        """What becomes of articles, in their order."""
        read = [_read(one) for one in group]
        articles = [one.article for one in read if one.article]
        known = {} if self.order.words else {id(one): self._cache.get(one, self.order.info) for one in articles}
        fresh = self._fresh([article for article in articles if known.get(id(article)) is None])
        for one in read:
            if one.article is None:
                yield one
            elif (analysis := known.get(id(one.article))) is not None:
                yield Result(one.source, one.article, analysis)
            else:
                yield next(fresh)
        # Nobody has a Doc any more, once all that is made of them was given.
        next(fresh, None)
        if self._words is not None:
            self._words.tidy()

    def _fresh(self, articles: Sequence[Article]) -> Iterator[Result]:
        if not articles:
            return
        pipeline = self._pipeline()
        done = 0
        try:
            for result in self._together(pipeline, articles):
                self._keep(result)
                done += 1
                yield result
        except Exception:
            # The articles went through together: one by one it shows which of them it is.
            for article in articles[done:]:
                yield self._alone(pipeline, article)

    def _pipeline(self) -> Pipeline:
        if self._loaded is None:
            from newsreader.analysis.memory import PassingWords
            from newsreader.analysis.pipeline import load

            self._loaded = load(self.order.pipeline)
            self._words = PassingWords(self._loaded.nlp)
        return self._loaded

    def _together(self, pipeline: Pipeline, articles: Sequence[Article]) -> Iterator[Result]:
        if self.order.words:
            many = pipeline.analyse_many_with_words(articles)
            for article, (analysis, words) in zip(articles, many, strict=True):
                yield Result(article.source, article, analysis, words)
            return
        for article, analysis in zip(articles, pipeline.analyse_many(articles), strict=True):
            yield Result(article.source, article, analysis)

    def _alone(self, pipeline: Pipeline, article: Article) -> Result:
        try:
            return next(self._together(pipeline, [article]))
        except NewsreaderError as error:
            return Result(article.source, article, error=error)
        except Exception as error:  # whatever it is, the other articles of the batch are not to suffer from it
            reason = f"{type(error).__name__}: {error}"
            return Result(article.source, article, error=AnalysisError("cli.analysis_failed", reason=reason))

    def _keep(self, result: Result) -> None:
        if self.order.keep and result.article and result.analysis:
            self._cache.put(result.article, result.analysis)


def _read(one: str | Article) -> Result:
    if isinstance(one, Article):
        return Result(one.source, one)
    from newsreader.article import read

    try:
        return Result(one, read(one, stdin=standard_input()))
    except SourceError as error:
        return Result(one, error=error)
