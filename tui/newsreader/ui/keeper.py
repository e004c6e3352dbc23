"""Keeps what was opened in the library, in the background, so that reading never waits and never stops for it."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from newsreader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.library.changes.versions import Earlier
    from newsreader.library.library import Library

    Job = Callable[[Library], object]

AT_REST = 0.4
"""seconds after which it begins, so that the panel and the analysis go first"""

LAST_WORD = 1.5
"""seconds that leaving waits for what is still to be kept"""

TRIES = 3
"""how often something is tried while another program holds the library"""

PAUSE = 1.0
"""seconds between two tries"""

AT_ONCE = 0.2
"""seconds for which it puts what is missing into the library's index of words before it looks for something to keep"""


class Keeper:
    """A thread that does one thing after the other with the library.

    Args:
        library: opens it or gives it open; None to keep nothing.
        report: told, in the thread, what the user should know; the same only once.
        changed: told, in the thread, of an article whose text is not what it was when it was kept last.
    """

    def __init__(
        self,
        library: Callable[[], Library] | None,
        report: Callable[[StoreError], None],
        changed: Callable[[Article, Earlier], None] | None = None,
    ) -> None:
        self._library = library
        self._report = report
        self._changed_text = changed
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._hurried = False
        self._busy = False
        self._told: set[str] = set()

    def keep(self, article: Article, analysis: Analysis | None) -> None:
        """An article is being read."""
        self._ask(partial(self._keep, article=article, analysis=analysis))

    def take(self, article: Article, analysis: Analysis) -> None:
        """An article that is being read has been analysed."""
        self._ask(lambda library: library.take_analysis(article, analysis))

    def saw(self, article: Article) -> None:
        """It was seen what is different in a version of an article that is kept."""
        self._ask(lambda library: library.touch(article))

    def review(self, article: Article, reviewed: Analysis) -> None:
        """A person has decided something about an article that is being read; only the latest state matters."""
        with self._changed:
            self._jobs = deque(job for job in self._jobs if not (isinstance(job, _Review) and job.article is article))
        self._ask(_Review(article, reviewed))

    def settle(self, timeout: float) -> bool:
        """Wait until everything is done that was to be done; False if that takes too long.

        Args:
            timeout: seconds.
        """
        with self._changed:
            self._hurried = True
            self._changed.notify_all()
            return self._changed.wait_for(lambda: not self._jobs and not self._busy, timeout)

    def finish(self) -> None:
        """Do at once what is still to be done, and wait for it, but not for long."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(LAST_WORD)

    def _ask(self, job: Job) -> None:
        if self._library is None:
            return
        with self._changed:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="library", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _next(self) -> Job | None:
        with self._changed:
            while not self._jobs and not self._closed:
                self._changed.wait()
            self._busy = bool(self._jobs)
            return self._jobs.popleft() if self._jobs else None

    def _work(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._hurried, AT_REST)
        while (job := self._next()) is not None:
            self._do(job)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _do(self, job: Job) -> None:
        try:
            library = self._patiently(job)
        except StoreError as error:
            self._tell(error)
            return
        except Exception as error:  # whatever it is, reading goes on
            self._tell(StoreError("library.broke", reason=f"{type(error).__name__}: {error}"))
            return
        while library.notices:
            self._tell(library.notices.pop(0))

    def _patiently(self, job: Job) -> Library:
        """Do it, again after a while if another program holds the library; the library.

        Raises:
            StoreError: if that fails.
        """
        assert self._library is not None
        for left in reversed(range(TRIES)):
            try:
                library = self._library()
                job(library)
                while not self._jobs and not self._closed and library.catch_up(AT_ONCE):
                    pass
            except StoreError as error:
                if error.key != "library.locked" or not left or self._closed:
                    raise
                with self._changed:
                    self._changed.wait_for(lambda: self._closed, PAUSE)
            else:
                return library
        raise AssertionError("the last try either works or raises")

    def _tell(self, error: StoreError) -> None:
        if error.key in self._told:
            return
        self._told.add(error.key)
        # The loop may have been closed meanwhile.
        with suppress(RuntimeError):
            self._report(error)

    def _keep(self, library: Library, article: Article, analysis: Analysis | None) -> None:
        from newsreader.library.changes.versions import changed_since
        from newsreader.library.instead import EARLIER, is_instead

        if is_instead(article):
            past = EARLIER in article.notices
            earlier = None if past else changed_since(library, article)
            library.touch(article, earlier=past)
        else:
            earlier = changed_since(library, article)
            library.keep(article, analysis)
        if earlier is not None and self._changed_text is not None:
            with suppress(RuntimeError):
                self._changed_text(article, earlier)


@dataclass(frozen=True)
class _Review:
    """Lets what a person has decided hold in the library."""

    article: Article
    reviewed: Analysis

    def __call__(self, library: Library) -> None:
        library.take_review(self.article, self.reviewed)
