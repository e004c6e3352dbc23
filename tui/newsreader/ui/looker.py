"""Looks in the background whether the page of an article has changed that was opened as the library has it."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.model import Article
    from newsreader.library.looking.pages import Look, Pages
    from newsreader.ui.tools import Tools

AS_KEPT = "library.as_kept"
"""the notice of an article as it is kept; as `newsreader.library.instead.AS_KEPT`, without importing it"""

AT_REST = 1.0
"""seconds that an article must be open: who only leafs through them asks no server"""


class Looker:
    """Looks at one page at a time in a daemon thread: leaving the program waits for none.

    Args:
        tools: the library, what fetches, and how often a page may be looked at.
        report: told, in the thread, what a look has shown.
    """

    def __init__(self, tools: Tools, report: Callable[[Article, Look], None]) -> None:
        self._tools = tools
        self._report = report
        self._changed = threading.Condition()
        self._wanted: Article | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._cancellation: Cancellation | None = None
        self._pages: Pages | None = None
        self.busy = False

    def ask(self, article: Article) -> None:
        """An article was opened: look at its page if it came from there, and it is time."""
        tools = self._tools
        as_kept = AS_KEPT in article.notices and "://" in article.source
        wanted = as_kept and tools.keeps and tools.config.page_age and tools.library and tools.fetcher
        with self._changed:
            self._wanted = article if wanted else None
            if wanted and self._thread is None:
                self._thread = threading.Thread(target=self._work, name="looker", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def close(self) -> None:
        """Call off what is under way; nobody waits for it."""
        with self._changed:
            self._closed = True
            if self._cancellation is not None:
                self._cancellation.cancel()
            self._changed.notify_all()

    def _next(self) -> Article | None:
        """The article that is open and has been for a moment; None at the end."""
        with self._changed:
            while not self._closed:
                article = self._wanted
                moved = self._changed.wait(None if article is None else AT_REST)
                if not moved and article is self._wanted:
                    self._wanted = None
                    return article
            return None

    def _work(self) -> None:
        while (article := self._next()) is not None:
            self.busy = True
            look: Look | None = None
            # What cannot be seen is not told: the text is there, and R says what is wrong with the page.
            with suppress(NewsreaderError, KeyError):
                look = self._look(article)
            self.busy = False
            if look is not None and not self._closed:
                # The loop may have been closed meanwhile.
                with suppress(RuntimeError):
                    self._report(article, look)

    def _look(self, article: Article) -> Look | None:
        """Look at a page; None if it is not time for it.

        Raises:
            NewsreaderError: if the library cannot be read or written, or it was called off.
        """
        from newsreader.article.cancelling import Cancellation
        from newsreader.library.looking.pages import Pages, is_due

        assert self._tools.library is not None
        assert self._tools.fetcher is not None
        library = self._tools.library()
        kept = library.find(article.source)
        if kept is None or kept.id != article.id or not is_due(kept, timedelta(minutes=self._tools.config.page_age)):
            return None
        self._pages = self._pages or Pages(library, self._tools.fetcher())
        self._cancellation = Cancellation()
        return self._pages.look(kept, self._cancellation)
