"""Brings feeds up to date: side by side, politely, and each for itself, so that a broken one harms no other."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from newsreader.article.cancelling import Cancellation
from newsreader.article.fetching.addresses import host_of
from newsreader.article.model import Article
from newsreader.article.shown import shown
from newsreader.errors import FeedError, NewsreaderError, SourceError, StoreError
from newsreader.library.feeds.crew import HANDS, Crew

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.article.feeds import Entry, Feed
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.library.feeds.model import Subscription

NO_NETWORK = "article.no_network"
UNREACHED = frozenset({NO_NETWORK, "article.no_host"})
"""errors that may lie at one's own end of the line"""


class Wanted(Protocol):
    """An entry whose article is to be fetched."""

    @property
    def number(self) -> int:
        """By which it is known."""

    @property
    def entry(self) -> Entry:
        """What the feed tells of it."""


class Ledger(Protocol):
    """Where it is noted what became of each feed. Its methods are called in several threads."""

    def take(self, number: int, feed: Feed, moved: str | None) -> int:
        """Note what stands in a feed now, and where it has moved; gives how many entries are new."""

    def fail(self, number: int, error: NewsreaderError) -> None:
        """Note that a feed could not be had."""

    def wanted(self, number: int, most: int) -> Sequence[Wanted]:
        """The newest unread entries of a feed whose articles are not there, at most so many."""

    def keep(self, number: int, article: Article | None) -> None:
        """Keep the article of an entry, or note that it could not be had."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is.

    Attributes:
        done: feeds that have been looked at.
        total: feeds to look at.
        new: entries that were new.
        articles: articles that have been looked for.
        articles_total: articles to look for, as far as that is known.
        subscription: the feed that has just been looked at, None where it was an article.
        error: why it could not be had.
    """

    done: int
    total: int
    new: int = 0
    articles: int = 0
    articles_total: int = 0
    subscription: Subscription | None = None
    error: NewsreaderError | None = None


@dataclass
class Tally:
    """What came of a refresh.

    Attributes:
        refreshed: feeds that were had.
        new: entries that were new.
        kept: articles that were fetched.
        failed: feeds that could not be had, and why.
        offline: whether none could be reached, so that it is not the feeds that are broken.
    """

    refreshed: int = 0
    new: int = 0
    kept: int = 0
    failed: list[tuple[Subscription, NewsreaderError]] = field(default_factory=list)
    offline: bool = False


class Refresh:
    """Brings some feeds up to date.

    Args:
        ledger: where it is noted.
        fetcher: fetches; the one that all others use too, so that no host is asked twice at once.
        offline: how many articles of unread entries are fetched of each feed, 0 for none.
        told: told how far it is, in a thread, one call at a time.
        cancellation: calls it off.
        hands: hosts that are visited side by side.
    """

    def __init__(
        self,
        ledger: Ledger,
        fetcher: Fetcher,
        *,
        offline: int = 0,
        told: Callable[[Progress], None] = lambda _: None,
        cancellation: Cancellation | None = None,
        hands: int = HANDS,
    ) -> None:
        self._ledger = ledger
        self._fetcher = fetcher
        self._offline = offline
        self._told = told
        self._cancellation = cancellation or Cancellation()
        self._crew = Crew(self._cancellation, hands)
        self._lock = threading.Lock()
        self._tally = Tally()
        self._done = self._total = self._articles = self._articles_total = 0

    def run(self, subscriptions: Sequence[Subscription]) -> Tally:
        """Bring feeds up to date, and stay until that is done or called off.

        Raises:
            StoreError: if it cannot be noted; then no further ones are asked.
        """
        self._total = len(subscriptions)
        for one in subscriptions:
            self._crew.add(host_of(one.address), lambda one=one: self._visit(one))  # type: ignore[misc]
        self._crew.run()
        with self._lock:
            self._judge()
            return self._tally

    def _visit(self, subscription: Subscription) -> None:
        """Look at one feed."""
        new, error = 0, None
        try:
            feed, moved = _fetched(subscription, self._fetcher, self._cancellation)
            if self._cancellation.cancelled:
                return
            new = self._ledger.take(subscription.number, feed, moved)
        except StoreError:
            raise
        except NewsreaderError as told:
            error = told
        except Exception as broken:  # whatever a feed has done to us, the others are not to suffer
            error = FeedError("feeds.broke", path=shown(subscription.address), reason=type(broken).__name__)
        if self._cancellation.cancelled:
            return
        if error is not None and error.key not in UNREACHED:
            self._ledger.fail(subscription.number, error)
        self._count(subscription, new, error)
        if error is None and self._offline:
            self._send_for_articles(subscription)

    def _count(self, subscription: Subscription, new: int, error: NewsreaderError | None) -> None:
        with self._lock:
            self._done += 1
            self._tally.new += new
            if error is None:
                self._tally.refreshed += 1
            else:
                self._tally.failed.append((subscription, error))
            self._tell(subscription, error)

    def _send_for_articles(self, subscription: Subscription) -> None:
        for wanted in self._ledger.wanted(subscription.number, self._offline):
            if wanted.entry.link:
                with self._lock:
                    self._articles_total += 1
                self._crew.add(host_of(wanted.entry.link), lambda wanted=wanted: self._bring(wanted))  # type: ignore[misc]

    def _bring(self, wanted: Wanted) -> None:
        """Fetch the article of an entry."""
        article = _article(wanted.entry, self._fetcher, self._cancellation)
        if self._cancellation.cancelled:
            return
        self._ledger.keep(wanted.number, article)
        with self._lock:
            self._articles += 1
            self._tally.kept += article is not None
            self._tell(None, None)

    def _judge(self) -> None:
        """Tell feeds that cannot be reached from a network that is not there."""
        unreached = [(one, error) for one, error in self._tally.failed if error.key in UNREACHED]
        hosts = {host_of(one.address) for one, _ in unreached}
        alone = len(unreached) == self._done > 0
        self._tally.offline = alone and (len(hosts) > 1 or unreached[0][1].key == NO_NETWORK)
        for one, error in unreached if not self._tally.offline else ():
            self._ledger.fail(one.number, error)

    def _tell(self, subscription: Subscription | None, error: NewsreaderError | None) -> None:
        progress = Progress(
            self._done, self._total, self._tally.new, self._articles, self._articles_total, subscription, error
        )
        self._told(progress)


def _fetched(subscription: Subscription, fetcher: Fetcher, cancellation: Cancellation) -> tuple[Feed, str | None]:
    """What stands at a feed's address now, and where it has moved for good."""
    from newsreader.article import feeds

    answer = fetcher.fetch(subscription.address, cancellation, fresh=True)
    feed = feeds.parse(
        answer.data, subscription.address, charset=answer.charset, address=answer.address, may_be_empty=True
    )
    return feed, answer.moved


def _article(entry: Entry, fetcher: Fetcher, cancellation: Cancellation) -> Article | None:
    """The article of an entry, None where it cannot be had."""
    from newsreader.article.opening import open_source

    assert entry.link is not None
    try:
        found = open_source(entry.link, fetcher=fetcher, cancellation=cancellation)
    except SourceError:
        return None
    except Exception:  # a page that breaks its reader is one that cannot be had
        return None
    return found if isinstance(found, Article) and "article.kept_page" not in found.notices else None
