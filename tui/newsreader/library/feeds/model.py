"""What is known of feeds that are subscribed to, and of what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.article.feeds import Entry
    from newsreader.errors import NewsreaderError

GONE = 410
"""the status by which a server says that a page is gone for good (RFC 9110, 15.5.11)"""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a feed could not be had.

    Attributes:
        error: what was wrong.
        since: when the feed was first found so, with zone.
        last: when it was last found so, with zone.
    """

    error: NewsreaderError
    since: datetime
    last: datetime

    def asks_for_patience(self, now: datetime) -> bool:
        """Whether the server wants to be left alone for now, or for good because the feed is gone."""
        wait = self.error.values.get("wait")
        if isinstance(wait, int) and not isinstance(wait, bool):
            return now < self.last + timedelta(seconds=min(wait, 86_400))
        return self.error.values.get("status") == GONE


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed that is subscribed to.

    Attributes:
        number: by which it is known.
        address: of the feed.
        title: what it is called: the user's name for it, else its own, else its address.
        site: the address of the site that it belongs to, None if that is not known.
        folder: the names of the folders that it is in, the outermost first.
        added: when, with zone.
        fetched: when it was last had, None if never.
        failure: why it cannot be had, None where it can.
        name: what the user calls it, "" for its own name.
        entries: how many entries of it are kept.
        unread: how many of them are unread.
    """

    number: int
    address: str
    title: str
    site: str | None
    folder: tuple[str, ...]
    added: datetime
    fetched: datetime | None = None
    failure: Failure | None = None
    name: str = ""
    entries: int = 0
    unread: int = 0

    @property
    def tried(self) -> datetime | None:
        """When it was last asked, with zone, None if never."""
        failed = None if self.failure is None else self.failure.last
        return max((moment for moment in (self.fetched, failed) if moment is not None), default=None)

    def is_due(self, now: datetime) -> bool:
        """Whether it may be asked along with all others."""
        return self.failure is None or not self.failure.asks_for_patience(now)


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry of a feed.

    Attributes:
        number: by which it is known.
        subscription: number of its feed.
        entry: what the feed tells of it.
        found: when it was first seen, with zone.
        read: whether it was read.
        article: number of its article in the library, None if that is not there.
    """

    number: int
    subscription: int
    entry: Entry
    found: datetime
    read: bool = False
    article: int | None = None
