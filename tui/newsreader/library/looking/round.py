"""Looks at the pages of many kept articles: several hosts side by side, each of them one page at a time."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from newsreader.article.fetching.addresses import host_of
from newsreader.article.shown import shown
from newsreader.errors import NewsreaderError, SourceError, StoreError
from newsreader.library.feeds.crew import HANDS, Crew
from newsreader.library.feeds.refreshing import NO_NETWORK, UNREACHED
from newsreader.library.looking.pages import Look, Outcome, is_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsreader.article.cancelling import Cancellation
    from newsreader.library.looking.pages import Pages
    from newsreader.library.model import Kept


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is.

    Attributes:
        done: pages that were looked at.
        total: pages to look at.
        changed: how many of them have changed.
    """

    done: int
    total: int
    changed: int = 0


@dataclass(frozen=True)
class Tally:
    """What came of a round.

    Attributes:
        looks: the looks, in the order of the articles; of a round that was called off, those that were done.
        offline: whether no page could be reached, so that it is not the pages that are gone.
        cancelled: whether it was called off.
    """

    looks: tuple[Look, ...]
    offline: bool = False
    cancelled: bool = False

    def of(self, outcome: Outcome) -> list[Look]:
        """The looks that have shown something."""
        return [look for look in self.looks if look.outcome is outcome]


class Round:
    """Looks at pages.

    Args:
        pages: looks at one.
        cancellation: calls it off.
        told: told how far it is, in a thread, one call at a time.
        hands: hosts that are visited side by side.
    """

    def __init__(
        self,
        pages: Pages,
        cancellation: Cancellation,
        told: Callable[[Progress], None] = lambda _: None,
        hands: int = HANDS,
    ) -> None:
        self._pages = pages
        self._cancellation = cancellation
        self._told = told
        self._crew = Crew(cancellation, hands)
        self._lock = threading.Lock()
        self._looks: dict[int, Look] = {}
        self._order: tuple[int, ...] = ()
        self._done = self._changed = self._total = 0

    def run(self, articles: Iterable[Kept]) -> Tally:
        """Look at the pages of those articles that came from the web, and stay until that is done or called off.

        Raises:
            StoreError: if the library cannot be read or written; then no further ones are looked at.
        """
        pages = {kept.number: kept for kept in articles if is_page(kept)}
        self._total = len(pages)
        for kept in pages.values():
            self._crew.add(host_of(kept.source), partial(self._visit, kept))
        self._order = tuple(pages)
        self._crew.run()
        return self.tally()

    def tally(self) -> Tally:
        """What has come of it so far."""
        with self._lock:
            looks = tuple(self._looks[number] for number in self._order if number in self._looks)
        return Tally(looks, _is_offline(looks), self._cancellation.cancelled)

    def _visit(self, kept: Kept) -> None:
        look: Look | None
        try:
            look = self._pages.look(kept, self._cancellation)
        except StoreError:
            raise
        except KeyError:  # another program has deleted it meanwhile
            look = None
        except NewsreaderError as error:
            if self._cancellation.cancelled:
                return
            look = Look(kept, Outcome.FAILED, error=error)
        except Exception as broken:  # whatever a page has done to us, the others are to be looked at
            told = SourceError("library.look_broke", path=shown(kept.source), reason=type(broken).__name__)
            look = Look(kept, Outcome.FAILED, error=told)
        with self._lock:
            self._done += 1
            if look is not None:
                self._looks[kept.number] = look
                self._changed += look.outcome is Outcome.CHANGED
            self._told(Progress(self._done, self._total, self._changed))


def _is_offline(looks: tuple[Look, ...]) -> bool:
    """Whether it is the network that is not there: nothing could be reached, and not only because of one host."""
    unreached = [look for look in looks if look.error is not None and look.error.key in UNREACHED]
    hosts = {host_of(look.kept.source) for look in unreached}
    alone = len(unreached) == len(looks) > 0
    return alone and (len(hosts) > 1 or any(look.error and look.error.key == NO_NETWORK for look in unreached))
