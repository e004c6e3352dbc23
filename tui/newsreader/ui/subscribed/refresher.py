"""Brings feeds up to date in the background, whatever screen is to be seen meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from newsreader.article.cancelling import Cancellation
from newsreader.errors import FeedError, NewsreaderError
from newsreader.library.feeds.refreshing import Progress, Refresh, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.library.feeds.feeds import Feeds
    from newsreader.library.feeds.model import Subscription


class Refresher:
    """Runs one refresh at a time in a daemon thread: leaving the program waits for none.

    Args:
        feeds: gives the subscriptions; raises a `StoreError` if it cannot.
        fetcher: gives what fetches for everybody.
        articles: how many articles of unread entries are fetched of each feed.

    Attributes:
        version: grows with everything that happens, so that a screen sees that something has.
        progress: how far the refresh is, None where none is under way.
        outcome: what came of the last one, or why nothing did; None before there was one.
    """

    def __init__(self, feeds: Callable[[], Feeds], fetcher: Callable[[], Fetcher], articles: int) -> None:
        self._feeds = feeds
        self._fetcher = fetcher
        self._articles = articles
        self._cancellation = Cancellation()
        self.version = 0
        self.progress: Progress | None = None
        self.outcome: Tally | NewsreaderError | None = None

    @property
    def busy(self) -> bool:
        """Whether a refresh is under way."""
        return self.progress is not None

    def start(self, subscriptions: Sequence[Subscription]) -> bool:
        """Begin; False if one is under way already, or there is nothing to do."""
        if self.busy or not subscriptions:
            return False
        cancellation = self._cancellation = Cancellation()
        self._tell(Progress(0, len(subscriptions)))
        threading.Thread(
            target=self._run, args=(tuple(subscriptions), cancellation), name="refresher", daemon=True
        ).start()
        return True

    def cancel(self) -> None:
        """Call it off; what has been had stays."""
        self._cancellation.cancel()

    def _run(self, subscriptions: Sequence[Subscription], cancellation: Cancellation) -> None:
        outcome: Tally | NewsreaderError
        try:
            refresh = Refresh(
                self._feeds(), self._fetcher(), offline=self._articles, told=self._tell, cancellation=cancellation
            )
            outcome = refresh.run(subscriptions)
        except NewsreaderError as error:
            outcome = error
        except Exception as error:  # whatever it is, the screen must not wait for ever
            outcome = FeedError("ui.feeds.broke", reason=f"{type(error).__name__}: {error}")
        self.outcome = outcome
        self._tell(None)

    def _tell(self, progress: Progress | None) -> None:
        self.progress = progress
        self.version += 1
