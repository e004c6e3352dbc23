"""Where the anchors of a text stand in another version of it: looked for, or remembered from before."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import newsreader.annotations.anchoring.fuzzy as fuzzy
import newsreader.annotations.anchoring.matching as matching
from newsreader.annotations.anchoring.index import Index
from newsreader.annotations.anchoring.matching import Quote
from newsreader.annotations.model import CONTEXT, Anchor
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Method(StrEnum):
    """How a place was found."""

    SAME = "same"
    """the text is the one that the annotation was made on"""
    POSITION = "position"
    """text and context stand where they stood"""
    CONTEXT = "context"
    """text and context stand elsewhere, and only there"""
    FUZZY = "fuzzy"
    """the text has changed a little"""


Found = dict[Anchor, "tuple[Span, Method] | None"]
"""where anchors stand in another text; None for those that have no sure place"""


class Memory(Protocol):
    """Remembers where the anchors of one text were found in another."""

    def get(self, old: str, new: str, anchors: Iterable[Anchor], *, known: bool) -> Found:
        """The places that are remembered of some anchors.

        Args:
            old: id of the article that the anchors were made on.
            new: id of the article that they were looked for in.
            anchors: the anchors.
            known: whether the older text was known.
        """
        ...

    def put(self, old: str, new: str, found: Found, *, known: bool) -> None:
        """Remember all the places that were found."""
        ...


class LazyIndex:
    """A text whose index is made when it is asked for: all its places may be known already.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def index(self) -> Index:
        """The index."""
        return Index(self.text)


class Places:
    """Where the anchors of an older text stand in a newer one.

    Args:
        newer: the newer text.
        anchors: all that will be asked for; the sure ones among them show where the others went.
        before: the older text, None if it is not known.
        known: places that were found before, for some of them.

    Attributes:
        is_new: whether one had to be looked for.
    """

    def __init__(
        self,
        newer: LazyIndex,
        anchors: Sequence[Anchor],
        before: str | None,
        known: Found | None = None,
    ) -> None:
        size = len(newer.text)
        self._found: Found = {
            anchor: place for anchor, place in (known or {}).items() if place is None or place[0].end <= size
        }
        fresh = [anchor for anchor in dict.fromkeys(anchors) if anchor not in self._found]
        self.is_new = bool(fresh)
        if fresh:
            self._look(newer.index, fresh, before)

    @property
    def all(self) -> Found:
        """Every anchor with its place, None for one that has no sure one."""
        return self._found

    def of(self, anchor: Anchor) -> tuple[Span, Method] | None:
        """The place of an anchor, None if there is no sure one."""
        return self._found[anchor]

    def _look(self, index: Index, anchors: Sequence[Anchor], before: str | None) -> None:
        search = Search(index, None if before is None else Index(before))
        unsure: list[Anchor] = []
        for anchor in anchors:
            self._found[anchor] = found = search.surely(anchor)
            if found is None:
                unsure.append(anchor)
        drift = fuzzy.Drift((anchor.start, found[0].start) for anchor, found in self._found.items() if found)
        for anchor in unsure:
            span = search.perhaps(anchor, drift)
            if span is not None:
                self._found[anchor] = span, Method.FUZZY


class Search:
    """Looks for anchors of an older text in a newer one.

    Args:
        index: the newer text.
        before: the older text, None if it is not known.
    """

    def __init__(self, index: Index, before: Index | None) -> None:
        self._index = index
        self._before = before

    def perhaps(self, anchor: Anchor, drift: fuzzy.Drift) -> Span | None:
        """The place of an anchor whose own words have changed a little, None if there is no sure one.

        Args:
            anchor: the anchor.
            drift: where the text around it went.
        """
        old = None if self._before is None else self._before.folded
        return fuzzy.find(self._index.folded, self._quote(anchor).sentence.folded, anchor.start, drift, old)

    def surely(self, anchor: Anchor) -> tuple[Span, Method] | None:
        """The place of an anchor by position or context, None if there is no sure one."""
        old = self._before
        if matching.at(self._index.text, anchor.start, Quote.of(anchor)):
            return anchor.span, Method.POSITION
        quote = self._quote(anchor)
        start = self._alone(quote)
        if start is None:
            start = matching.find(self._index, quote, _rival(old, quote, anchor.start))
        if start is None:
            index, quote = self._index.folded, quote.folded
            start = matching.find(index, quote, _rival(old and old.folded, quote, anchor.start))
        return None if start is None else (Span(start, start + len(anchor.exact)), Method.CONTEXT)

    def _alone(self, quote: Quote) -> int | None:
        """The place that has all of an anchor's context, if there is no other one in either text: the common case, told
        without comparing places."""
        near = quote.prefix[-CONTEXT:] + quote.exact + quote.suffix[:CONTEXT]
        for needle, before in ((near, quote.prefix[-CONTEXT:]), (quote.whole, quote.prefix)):
            found = self._index.all(needle) if len(needle) >= matching.LEAST else []
            if len(found) == 1 and (self._before is None or len(self._before.all(needle)) == 1):
                start = found[0] + len(before)
                begin = start - len(quote.prefix)
                return start if begin >= 0 and self._index.text.startswith(quote.whole, begin) else None
        return None

    def _quote(self, anchor: Anchor) -> Quote:
        return Quote.of(anchor, None if self._before is None else self._before.text)


def _rival(before: Index | None, quote: Quote, start: int) -> int | None:
    """How much of an anchor's context the next best place had in the text that it was made on, code points."""
    if before is None:
        return None
    others = (match.common for match in matching.occurrences(before, quote) if match.start != start)
    return max(others, default=None)
