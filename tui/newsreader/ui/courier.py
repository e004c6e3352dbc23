"""Gets what lies in the web in the background, one thing at a time, so that the screen never waits."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.article.cancelling import Cancellation
from newsreader.errors import NewsreaderError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article.feeds import Feed
    from newsreader.article.model import Article

    Result = Article | Feed | NewsreaderError


class Courier:
    """Runs one errand at a time, each in a daemon thread: leaving the program waits for none of them.

    Args:
        report: told, in the thread, what came of an errand that was not called off.
    """

    def __init__(self, report: Callable[[Result], None]) -> None:
        self._report = report
        self._cancellation: Cancellation | None = None

    @property
    def busy(self) -> bool:
        """Whether an errand is under way."""
        return self._cancellation is not None

    def send(self, errand: Callable[[Cancellation], Article | Feed]) -> None:
        """Begin an errand; one that is under way is called off."""
        self.cancel()
        cancellation = self._cancellation = Cancellation()
        threading.Thread(target=self._run, args=(errand, cancellation), name="courier", daemon=True).start()

    def cancel(self) -> None:
        """Call the errand off; nothing will be reported of it."""
        if self._cancellation is not None:
            self._cancellation.cancel()
            self._cancellation = None

    def _run(self, errand: Callable[[Cancellation], Article | Feed], cancellation: Cancellation) -> None:
        result: Result
        try:
            result = errand(cancellation)
        except NewsreaderError as error:
            result = error
        except Exception as error:  # whatever it is, the screen must not wait for ever
            result = SourceError("ui.fetch.broke", reason=f"{type(error).__name__}: {error}")
        if self._cancellation is cancellation:
            self._cancellation = None
            # The loop may have been closed between the last check and this report.
            with suppress(RuntimeError):
                self._report(result)
