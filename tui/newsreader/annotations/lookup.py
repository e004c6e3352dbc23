"""Finding the machine's items again by where they stand, since another pipeline gives other ids and other extents."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.analysis.result import Actor
    from newsreader.annotations.model import Reference
    from newsreader.article.model import Span

Spans = tuple["Span", ...]

SAME_TARGET = 0.5
"""how much of two items' text must be common (Jaccard index of the code points) to take one for the other"""


def jaccard(one: Spans, other: Spans) -> float:
    """The common code points of two sets of spans by all of theirs, 0 to 1; spans of a set do not overlap."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    size = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / size if size else 0.0


class Overlaps:
    """Which items have a span that overlaps another: found by bisection, however the items nest.

    Args:
        items: the spans of each item.
    """

    def __init__(self, items: Sequence[Spans]) -> None:
        rows = sorted((span.start, span.end, index) for index, spans in enumerate(items) for span in spans)
        self._starts = [row[0] for row in rows]
        self._ends = [row[1] for row in rows]
        self._items = [row[2] for row in rows]
        self._reach = list(accumulate(self._ends, max))

    def of(self, spans: Iterable[Span]) -> list[int]:
        """The indices of the items that share a code point with any of some spans, in order, each once."""
        found: set[int] = set()
        for span in spans:
            at = bisect_left(self._starts, span.end) - 1
            while at >= 0 and self._reach[at] > span.start:
                if self._ends[at] > span.start and self._starts[at] < span.end:
                    found.add(self._items[at])
                at -= 1
        return sorted(found)


class Places:
    """Items of one kind (entities, statements) by their places.

    Args:
        items: the spans of each item, by the item's index.
    """

    def __init__(self, items: Sequence[Spans]) -> None:
        self._spans = items
        self._exact: dict[Spans, int] = {}
        for index, spans in enumerate(items):
            self._exact.setdefault(spans, index)
        self._overlaps = Overlaps(items)

    def find(self, spans: Spans, least: float = SAME_TARGET) -> int | None:
        """The index of the item that stands where some spans are: just there, else the one most in common with them.

        Args:
            spans: code points of the article's text.
            least: the least Jaccard index.

        Returns:
            None if there is no such item, or if two are equally good.
        """
        if spans in self._exact:
            return self._exact[spans]
        scores = sorted(((jaccard(self._spans[at], spans), -at) for at in self._overlaps.of(spans)), reverse=True)
        if not scores or scores[0][0] < least or (len(scores) > 1 and scores[1][0] == scores[0][0]):
            return None
        return -scores[0][1]

    def overlapping(self, spans: Iterable[Span]) -> list[int]:
        """The indices of the items that share a code point with any of some spans."""
        return self._overlaps.of(spans)


class Cast:
    """The machine's actors by their mentions and names.

    Args:
        actors: the actors.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = actors
        self._owners = {span: index for index, actor in reversed([*enumerate(actors)]) for span in actor.mentions}
        self._overlaps = Overlaps([actor.mentions for actor in actors])
        self._names: dict[str, list[int]] = {}
        for index, actor in enumerate(actors):
            self._names.setdefault(actor.name, []).append(index)

    def find(self, reference: Reference) -> int | None:
        """The index of the actor who is meant: most of the mentions are his, else some overlap his, else his name is
        that one and nobody else's. None if there is no such actor."""
        spans = [anchor.span for anchor in reference.anchors]
        owners = {self._owners.get(span) for span in spans}
        if len(owners) == 1 and (only := owners.pop()) is not None:
            return only
        votes = Counter(self._owners[span] for span in spans if span in self._owners)
        if not votes:
            votes = Counter(at for span in spans for at in self._overlaps.of((span,)))
        if votes:
            return max(votes, key=lambda at: (votes[at], self._actors[at].name == reference.name, -at))
        named = self._names.get(reference.name or "", [])
        return named[0] if len(named) == 1 else None
