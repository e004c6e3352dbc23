"""Looks whether the page of one kept article has changed, and keeps the new version if it has."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING

from newsreader.article.fetching.addresses import host_of
from newsreader.article.model import Article
from newsreader.article.opening import open_source
from newsreader.article.shown import shown
from newsreader.article.sources import ENTRY, is_address
from newsreader.errors import SourceError
from newsreader.library.changes.comparing import compare
from newsreader.library.changes.versions import Earlier
from newsreader.library.instead import GONE
from newsreader.library.store.moments import now as this_moment

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.errors import NewsreaderError
    from newsreader.library.changes.model import Changes
    from newsreader.library.library import Library
    from newsreader.library.model import Kept

BEGINNING = "article.only_beginning"
"""the notice of a page that shows only the beginning of an article that is sold"""

BROUGHT = "article.from_feed"
"""the notice of an article that a feed has brought along, which is no page that could be compared"""

LONGEST_WAIT = 86_400
"""seconds that a server can ask for patience"""


class Outcome(StrEnum):
    """What a look at a page has shown."""

    SAME = "same"
    CHANGED = "changed"
    CUT = "cut"
    """only the beginning is to be had now; what is kept stays the present version"""
    GONE = "gone"
    """there is nothing at the address any more"""
    FAILED = "failed"

    @property
    def brief(self) -> str:
        """The same in fewer words: what is gone or cut has changed."""
        return Outcome.CHANGED if self in (Outcome.GONE, Outcome.CUT) else self


@dataclass(frozen=True)
class Look:
    """A look at a page.

    Attributes:
        kept: the article as it was kept before.
        outcome: what it has shown.
        earlier: the version that was kept; None where nothing could be looked at.
        article: the article as its page has it now, if that has changed.
        changes: what is different between the two; statements are not compared.
        error: why there is nothing to compare.
    """

    kept: Kept
    outcome: Outcome
    earlier: Earlier | None = None
    article: Article | None = None
    changes: Changes | None = None
    error: NewsreaderError | None = None


def is_page(kept: Kept) -> bool:
    """Whether an article came from the web and has a page, so that this can be looked at."""
    return is_address(kept.source) and ENTRY not in kept.source


def is_due(kept: Kept, age: timedelta, now: datetime | None = None) -> bool:
    """Whether the page of an article was not looked at for some time.

    Args:
        kept: the article.
        age: for how long.
        now: the present moment, with zone.
    """
    return is_page(kept) and (kept.looked is None or (now or this_moment()) - kept.looked >= age)


class Pages:
    """Looks at pages. Threads may share one, which then knows which hosts have asked for patience.

    Args:
        library: where the articles are kept.
        fetcher: fetches; the one that all others use too, so that no host is asked twice at once.
        keeps: whether a new version is kept, and it is noted that it was looked.
    """

    def __init__(self, library: Library, fetcher: Fetcher, *, keeps: bool = True) -> None:
        self._library = library
        self._fetcher = fetcher
        self._keeps = keeps
        self._patience: dict[str, tuple[float, NewsreaderError]] = {}
        self._lock = Lock()

    def look(self, kept: Kept, cancellation: Cancellation) -> Look:
        """Look at the page of an article.

        Args:
            kept: the article, which came from the web.
            cancellation: calls it off.

        Raises:
            StoreError: if the library cannot be read or written.
            KeyError: if another program has deleted the article.
            FetchError: if it is called off.
        """
        earlier = self._earlier(kept)
        if BROUGHT in earlier.article.notices:
            return Look(kept, Outcome.FAILED, error=SourceError("library.look_brought", path=shown(kept.source)))
        try:
            found = self._fetched(kept.source, cancellation)
        except SourceError as error:
            cancellation.check(kept.source)
            self._note(kept)
            return Look(kept, Outcome.GONE if error.key in GONE else Outcome.FAILED, earlier, error=error)
        if _is_cut(earlier.article, found):
            self._note(kept)
            return Look(kept, Outcome.CUT, earlier)
        changes = compare(earlier.article, found)
        if not earlier.version.is_of(found) and not (changes.different or changes.facts):
            # Paragraphs and blanks alone are nothing that one would want to be told.
            self._note(kept)
            return Look(kept, Outcome.SAME, earlier)
        self._keep(kept, found)
        if earlier.version.is_of(found):
            return Look(kept, Outcome.SAME, earlier)
        return Look(kept, Outcome.CHANGED, earlier, found, changes)

    def _earlier(self, kept: Kept) -> Earlier:
        version = next(one for one in self._library.versions(kept.number) if one.number == kept.version)
        return Earlier(version, self._library.article(kept.number, kept.version))

    def _fetched(self, address: str, cancellation: Cancellation) -> Article:
        """The article that stands at an address now.

        Raises:
            SourceError: if there is none, it cannot be had, or the host wants to be left alone.
        """
        host = host_of(address)
        with self._lock:
            until, error = self._patience.get(host, (0.0, None))
        if error is not None and time.monotonic() < until:
            raise error
        try:
            found = open_source(address, fetcher=self._fetcher, cancellation=cancellation, fresh=True)
        except SourceError as refused:
            wait = refused.values.get("wait")
            if isinstance(wait, int):
                with self._lock:
                    self._patience[host] = time.monotonic() + min(wait, LONGEST_WAIT), refused
            raise
        if not isinstance(found, Article):
            raise SourceError("article.is_feed", path=shown(address))
        return found

    def _keep(self, kept: Kept, article: Article) -> None:
        """Keep what was found, unless another program has deleted the article meanwhile."""
        if self._keeps and self._library.get(kept.number) is not None:
            self._library.keep(article, opened=False)

    def _note(self, kept: Kept) -> None:
        if self._keeps:
            self._library.note_look(kept.number)


def _is_cut(old: Article, new: Article) -> bool:
    """Whether a page shows only the beginning of an article that it has shown whole."""
    return BEGINNING in new.notices and BEGINNING not in old.notices and len(new.text) < len(old.text)
