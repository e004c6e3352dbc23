"""Finding an anchor whose own words have changed a little: a typing error mended, a word put in, another kind of dash.

That a sentence is alike does not make it the same one, since news repeat their formulas. So what surrounds the place
has to be alike too, no other place may come near, and the place must lie where the text around the old one went, which
the anchors show that were found for sure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.anchoring.index import RARE, WORD
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.anchoring.index import Index
    from newsreader.annotations.anchoring.matching import Quote

ALIKE = 88.0
"""how much of the stretch with its surroundings must be the same (normalised indel similarity, percent)"""

ALIKE_ALONE = 92.0
"""the same where no sure place shows where the text around went"""

ALIKE_BLIND = 95.0
"""the same where the old text is not known, and so not what else was like it"""

LONG = 40
"""code points that a stretch must have to be looked for then"""

EXACT_ALIKE = 80.0
"""how much of the stretch itself must be the same"""

SHORT = 12
"""a stretch of fewer code points must be the same wholly"""

MARGIN = 8.0
"""percent by which the best place must be more alike than any other"""

SLACK = 60
"""code points by which a place may lie beside where the sure places point"""

CANDIDATES = 6
"""places that are compared at most"""


class Drift:
    """Where the text around a place went, as the sure places show.

    Args:
        pairs: first code points of anchors, in the old text and the new one.
    """

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._pairs = sorted(set(pairs))
        self._old = [old for old, _ in self._pairs]

    def window(self, start: int, size: int) -> tuple[int, int, bool]:
        """Where a place of the old text is to be looked for in the new one.

        Args:
            start: first code point in the old text.
            size: code points of the new text.

        Returns:
            First and last code point, and whether sure places on both sides show it.
        """
        at = bisect_right(self._old, start)
        before = self._pairs[at - 1] if at else None
        after = self._pairs[at] if at < len(self._pairs) else None
        if before is not None and after is not None:
            gap = after[0] - before[0]
            if -SLACK <= after[1] - before[1] <= 2 * gap + 500:
                return before[1] - SLACK, after[1] + SLACK, True
        near = min((pair for pair in (before, after) if pair), key=lambda pair: abs(pair[0] - start), default=None)
        shift = 0 if near is None else near[1] - near[0]
        reach = 200 + size // 20
        return start + shift - reach, start + shift + reach, False


def find(index: Index, quote: Quote, start: int, drift: Drift, before: Index | None) -> Span | None:
    """The one place that is alike enough, None if there is none or another one comes near.

    Args:
        index: the text with one kind of quotation mark, dash and blank.
        quote: the anchor's text in the same form.
        start: where the anchor began in the old text, code points.
        drift: where the text went.
        before: the old text in the same form, None if it is not known. Where something there was nearly as much alike
            as the place that is found, that may be it.
    """
    low, high, known = drift.window(start, len(index.text))
    least = ALIKE if known else ALIKE_ALONE
    if before is None:
        if len(quote.exact) < LONG:
            return None
        least = ALIKE_BLIND
    found = alike(index, quote, low, high, least)
    if not found:
        return None
    best = found[0]
    if best.score < least:
        return None
    rivals = [other for other in found[1:] if not other.touches(best.begin, best.end)]
    if before is not None:
        end = start + len(quote.exact)
        rivals += [one for one in alike(before, quote, 0, len(before.text), least) if not one.touches(start, end)]
    if any(best.score - rival.score < MARGIN for rival in rivals):
        return None
    return _fit(index.text, quote, best.begin, best.end)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text that is like an anchor with its surroundings.

    Attributes:
        score: how much of both is the same, percent.
        begin, end: code points.
    """

    score: float
    begin: int
    end: int

    def touches(self, begin: int, end: int) -> bool:
        """Whether both share a code point."""
        return self.begin < end and begin < self.end


def alike(index: Index, quote: Quote, low: int, high: int, least: float) -> list[Region]:
    """The stretches of a text that are like an anchor with its surroundings, the one most alike first.

    Args:
        index: the text.
        quote: the anchor's text.
        low, high: between which code points it may begin.
        least: the least likeness, percent; those that come near are given too.
    """
    from rapidfuzz import fuzz

    found: list[Region] = []
    for place in _candidates(index, quote, low, high):
        begin = max(0, place - len(quote.prefix) - SLACK // 2)
        region = index.text[begin : place + len(quote.exact) + len(quote.suffix) + SLACK // 2]
        alignment = fuzz.partial_ratio_alignment(quote.whole, region, score_cutoff=least - 2 * MARGIN)
        if alignment is not None and len(region) >= len(quote.whole):
            found.append(_fitted(index.text, quote, begin + alignment.dest_start, begin + alignment.dest_end))
    found.sort(key=lambda one: one.score, reverse=True)
    return found


def _fitted(text: str, quote: Quote, begin: int, end: int) -> Region:
    """A region with its ends where it is most alike: it was found with the length of the anchor, which may have
    changed."""
    from rapidfuzz import fuzz

    whole = quote.whole
    starts = [begin, *_edges(text, begin)]
    first = max(starts, key=lambda at: fuzz.ratio(whole, text[at:end]))
    last = max([end, *_edges(text, end)], key=lambda at: fuzz.ratio(whole, text[first:at]))
    return Region(fuzz.ratio(whole, text[first:last]), first, last)


def _edges(text: str, offset: int) -> list[int]:
    """Where words and blanks begin or end near an offset."""
    low, high = max(0, offset - SLACK // 2), min(len(text), offset + SLACK // 2)
    return [at for at in range(low, high + 1) if at in (0, len(text)) or text[at - 1].isspace() != text[at].isspace()]


def _candidates(index: Index, quote: Quote, low: int, high: int) -> list[int]:
    """Where the stretch may begin inside a window: where most of its words, and those around it, would stand."""
    votes: Counter[int] = Counter()
    whole, at = quote.whole, len(quote.prefix)
    for match in WORD.finditer(whole):
        places = index.places(match[0])
        if len(places) > RARE * 5:
            continue
        shift = at - match.start()
        for place in places:
            if low <= place + shift <= high:
                votes[(place + shift) // 16] += 1
    # A place near the edge of a bin votes for both.
    scores = Counter({bin_: count + max(votes[bin_ - 1], votes[bin_ + 1]) for bin_, count in list(votes.items())})
    best = scores.most_common(CANDIDATES * 2)
    kept: list[int] = []
    for bin_, count in best:
        if count >= 2 and all(abs(bin_ - other) > 1 for other in kept):
            kept.append(bin_)
    return [bin_ * 16 + 8 for bin_ in kept[:CANDIDATES]]


def _fit(text: str, quote: Quote, begin: int, end: int) -> Span | None:
    """Where in a place that is alike the stretch itself begins and ends."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    whole = quote.whole
    region = text[begin:end]
    first, last = len(quote.prefix), len(quote.prefix) + len(quote.exact)
    start = stop = None
    for block in Indel.opcodes(whole, region):
        if block.tag != "equal":
            continue
        if start is None and block.src_start <= first < block.src_end:
            start = block.dest_start + first - block.src_start
        if block.src_start < last <= block.src_end:
            stop = block.dest_start + last - block.src_start
    if start is None or stop is None or stop <= start:
        return None
    new = region[start:stop]
    if len(quote.exact) < SHORT and new != quote.exact:
        return None
    if fuzz.ratio(quote.exact, new) < EXACT_ALIKE:
        return None
    span = Span(begin + start, begin + stop)
    return span if _cuts_alike(text, span, quote) else None


def _cuts_alike(text: str, span: Span, quote: Quote) -> bool:
    """Whether the place begins and ends at the edge of a word just where the stretch did."""
    whole = quote.whole
    first, last = len(quote.prefix), len(quote.prefix) + len(quote.exact)
    return _inside(text, span.start) == _inside(whole, first) and _inside(text, span.end) == _inside(whole, last)


def _inside(text: str, offset: int) -> bool:
    """Whether an offset lies inside a word."""
    return 0 < offset < len(text) and bool(WORD.fullmatch(text[offset - 1 : offset + 1]))
