"""The analysis of the open article: from the cache at once, else from the background later."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.ui.analyst import Analyst

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.ui.tools import Tools


class Study:
    """What is known of the open article.

    Args:
        tools: the pipeline and the cache.
        report: told, in a thread, what became of an article's analysis.

    Attributes:
        analysis: the analysis, None as long as there is none.
        failure: why there will be none.
    """

    def __init__(self, tools: Tools, report: Callable[[Article, Analysis | NewsreaderError], None]) -> None:
        self._tools = tools
        self._report = report
        self._analyst = Analyst(tools.load, self._finished)
        self._done: dict[str, Analysis] = {}
        self.analysis: Analysis | None = None
        self.failure: NewsreaderError | None = None

    @property
    def pending(self) -> bool:
        """Whether the analysis is still to come."""
        return self.analysis is None and self.failure is None

    @property
    def alive(self) -> bool:
        """Whether the background is still at work, perhaps in the middle of native code."""
        return self._analyst.alive

    def open(self, article: Article) -> None:
        """Turn to an article; what was under way for another one is dropped."""
        self._analyst.cancel()
        self.failure = None
        self.analysis = self._done.get(article.id)
        if self.analysis is None:
            try:
                self.analysis = self._tools.cache.get(article, self._tools.info())
            except NewsreaderError as error:
                self.failure = error

    def know(self, article: Article, analysis: Analysis) -> None:
        """Take an analysis that was kept elsewhere, if the pipeline has made it that would be asked."""
        with suppress(NewsreaderError):
            if analysis.pipeline == self._tools.info():
                self._done[article.id] = analysis

    def known(self, article: Article) -> Analysis | None:
        """The analysis of any article that is at hand, by the pipeline that would be asked; None for none."""
        if (analysis := self._done.get(article.id)) is not None:
            return analysis
        try:
            return self._tools.cache.get(article, self._tools.info())
        except NewsreaderError:
            return None

    def also(self, article: Article) -> None:
        """Have another article analysed when the open one is done; it is reported as that is."""
        self._analyst.ask_also(article)

    def note(self, article: Article, result: Analysis | NewsreaderError) -> None:
        """Note what came of the analysis of another article."""
        if not isinstance(result, NewsreaderError):
            self._done[article.id] = result

    def begin(self, article: Article) -> None:
        """Have the article analysed if that is still to be done."""
        if self.pending:
            self._analyst.ask(article)

    def take(self, article: Article, result: Analysis | NewsreaderError) -> None:
        """Note what came of the open article's analysis."""
        if isinstance(result, NewsreaderError):
            self.failure = result
        else:
            self.analysis = self._done[article.id] = result

    def close(self) -> None:
        """Ask the background to end; nobody waits for it."""
        self._analyst.close()

    def _finished(self, article: Article, result: Analysis | NewsreaderError) -> None:
        if not isinstance(result, NewsreaderError):
            with suppress(OSError):
                self._tools.cache.put(article, result)
        # The loop may have been closed between the last check and this report.
        with suppress(RuntimeError):
            self._report(article, result)
