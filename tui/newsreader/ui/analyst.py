"""Analyses articles in the background, one at a time, so that reading never waits."""

from __future__ import annotations

import gc
import threading
from collections import deque
from typing import TYPE_CHECKING, Protocol

from newsreader.errors import AnalysisError, NewsreaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.info import PipelineInfo
    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article


class Analyser(Protocol):
    """What analyses, once it is loaded."""

    def analyse(self, article: Article, /) -> Analysis:
        """The analysis of an article."""
        ...


class Cache(Protocol):
    """Where finished analyses are kept."""

    def get(self, article: Article, info: PipelineInfo, /) -> Analysis | None:
        """The analysis that is kept, None if there is none."""
        ...

    def put(self, article: Article, analysis: Analysis, /) -> object:
        """Keep an analysis."""
        ...


class Analyst:
    """A background thread that loads the pipeline on the first request and keeps it.

    The thread is a daemon of its own and no pool's: a pool is joined at exit, and leaving would wait for the analysis.

    Args:
        load: loads the pipeline; slow, and called in the thread.
        report: told, in the thread, of every request that was not dropped: the article with its analysis or an error.
    """

    def __init__(
        self, load: Callable[[], Analyser], report: Callable[[Article, Analysis | NewsreaderError], None]
    ) -> None:
        self._load = load
        self._report = report
        self._wanted: Article | None = None
        self._further: deque[Article] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False
        self.working = False

    def ask(self, article: Article) -> None:
        """Have an article analysed; an earlier request that is not finished is dropped."""
        with self._changed:
            self._wanted = article
            self.working = True
            self._begin()
            self._changed.notify()

    def ask_also(self, article: Article) -> None:
        """Have a further article analysed when there is nothing else to do."""
        with self._changed:
            self._further.append(article)
            self._begin()
            self._changed.notify()

    def cancel(self) -> None:
        """Drop what is asked for; its report will not come."""
        with self._changed:
            self._wanted = None
            self._further.clear()
            self.working = False

    def close(self) -> None:
        """Cancel, and end the thread as soon as what it is doing returns."""
        with self._changed:
            self._closed = True
            self._wanted = None
            self._further.clear()
            self._changed.notify()

    @property
    def alive(self) -> bool:
        """Whether the thread still runs, perhaps in the middle of native code."""
        return self._thread is not None and self._thread.is_alive()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="analysis", daemon=True)
            self._thread.start()

    def _next(self) -> Article | None:
        with self._changed:
            while self._wanted is None and not self._further and not self._closed:
                self._changed.wait()
            if self._closed:
                return None
            return self._wanted or self._further[0]

    def _is_asked(self, article: Article) -> bool:
        """Whether something is still to be done, which another request or a new article may have ended."""
        return article is self._wanted or any(article is one for one in self._further)

    def _work(self) -> None:
        analyser: Analyser | None = None
        while (article := self._next()) is not None:
            result: Analysis | NewsreaderError
            try:
                if analyser is None:
                    analyser = self._load()
                    # The pipeline stays as well, and its many objects are no garbage to look for while one reads.
                    gc.freeze()
                if not self._is_asked(article):
                    continue
                result = analyser.analyse(article)
            except NewsreaderError as error:
                result = error
            except BaseException as error:
                result = AnalysisError("ui.analysis_broke", reason=f"{type(error).__name__}: {error}")
            with self._changed:
                if not self._is_asked(article):
                    continue
                if article is self._wanted:
                    self._wanted = None
                    self.working = False
                else:
                    self._further = deque(one for one in self._further if one is not article)
            self._report(article, result)
