"""Finding an anchor by its exact text and what stands around it.

A place is sure if the text around it is the anchor's own, on each side to the end of what the anchor keeps or at least
to the end of the sentence: what is changed, moved or deleted beside a sentence does not make it another one, but in
the middle of a sentence it does. The parts are those of the selectors of the Web Annotation Data Model (W3C 2017).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.annotations.anchoring.index import fold
from newsreader.annotations.model import CONTEXT

if TYPE_CHECKING:
    from newsreader.annotations.anchoring.index import Index
    from newsreader.annotations.model import Anchor

LEAST = 32
"""code points that must be the same in one piece for a place to be sure"""

WIDE = 160
"""code points on each side that are compared where the old text is known: mostly the whole sentence and more"""

SHORT_SENTENCE = 48
"""code points from which on a sentence is told by itself"""

NEIGHBOUR = 12
"""code points of the sentences before and after that must be the same where one is short"""

WHOLE_NEIGHBOUR = 48
"""the same where it is only one of them"""

MARGIN = 8
"""code points by which the best place must have more in common with the anchor than any other"""

SENTENCE_END = re.compile(r"""(?<!\b\w)(?<!\b\w\w)(?<!\d)[.!?…]["'”“’»)\]]*(?=\s|$)|\n""")
"""where a sentence ends: a final mark behind a word of more than two letters, or a line"""


@dataclass(frozen=True, slots=True)
class Quote:
    """What an anchor keeps of the text, in the form in which texts are compared.

    Attributes:
        exact, prefix, suffix: as in `newsreader.annotations.model.Anchor`.
        begin: code points of the prefix that belong to the same sentence as the stretch's beginning.
        rest: code points of the suffix that belong to the same sentence as the stretch's end.
        wide: whether prefix and suffix are longer than an anchor's own, since the old text is known.
    """

    exact: str
    prefix: str
    suffix: str
    begin: int
    rest: int
    wide: bool = False

    @classmethod
    def of(cls, anchor: Anchor, before: str | None = None) -> Quote:
        """What an anchor keeps, or more of it where the text that it was made on is known.

        Args:
            anchor: the anchor.
            before: that text.
        """
        exact, prefix, suffix = anchor.exact, anchor.prefix, anchor.suffix
        wide = before is not None and before[anchor.start : anchor.end] == exact
        if before is not None and wide:
            prefix = before[max(0, anchor.start - WIDE) : anchor.start]
            suffix = before[anchor.end : anchor.end + WIDE]
        return cls(exact, prefix, suffix, _begin(prefix), _rest(exact, suffix), wide)

    @property
    def folded(self) -> Quote:
        """The same with one kind of quotation mark, dash and blank."""
        return replace(self, exact=fold(self.exact), prefix=fold(self.prefix), suffix=fold(self.suffix))

    @property
    def size(self) -> int:
        """Code points of the sentence that it stands in, as far as the anchor shows it."""
        return self.begin + len(self.exact) + self.rest

    def known_by(self, left: int, right: int) -> bool:
        """Whether a place is this one if so many code points before and after the stretch are the same.

        A short sentence stands in many articles more than once: it is known by those around it, by a little of both or
        by much of one.
        """
        before, after = left - self.begin, right - self.rest
        if before < 0 or after < 0:
            return False
        if self.wide and self.size >= SHORT_SENTENCE:
            return True
        both = left >= min(self.begin + NEIGHBOUR, len(self.prefix)) and right >= min(
            self.rest + NEIGHBOUR, len(self.suffix)
        )
        return both or (self.wide and max(before, after) >= WHOLE_NEIGHBOUR)

    @property
    def sentence(self) -> Quote:
        """The same with no more around the stretch than its sentence, unless that is short."""
        if self.size < SHORT_SENTENCE:
            return replace(self, prefix=self.prefix[-CONTEXT:], suffix=self.suffix[:CONTEXT])
        prefix = self.prefix[len(self.prefix) - self.begin :]
        return replace(self, prefix=prefix, suffix=self.suffix[: self.rest])

    @property
    def whole(self) -> str:
        """The stretch with what stands before and after it."""
        return self.prefix + self.exact + self.suffix


def _begin(prefix: str) -> int:
    ends = [match.end() for match in SENTENCE_END.finditer(prefix)]
    return len(prefix[ends[-1] :].lstrip()) if ends else len(prefix)


def _rest(exact: str, suffix: str) -> int:
    tail = exact[-8:]
    for match in SENTENCE_END.finditer(tail + suffix):
        if match.end() >= len(tail):
            return match.end() - len(tail)
    return len(suffix)


@dataclass(frozen=True, slots=True)
class Match:
    """A place where the exact text stands.

    Attributes:
        start: first code point.
        left, right: code points before and after it that are the anchor's.
        full: whether they are all that the anchor keeps.
        sure: whether they reach far enough for the place to be the anchor's.
    """

    start: int
    left: int
    right: int
    full: bool
    sure: bool

    @property
    def common(self) -> int:
        """Code points of context that are the anchor's."""
        return self.left + self.right


def at(text: str, start: int, quote: Quote) -> bool:
    """Whether an anchor's text and all that it keeps around it stand at an offset."""
    return start >= len(quote.prefix) and text.startswith(quote.whole, start - len(quote.prefix))


def find(index: Index, quote: Quote, rival: int | None = None) -> int | None:
    """The one place that is sure, by exact text and context.

    Args:
        index: the text.
        quote: the anchor's text.
        rival: code points of context that the next best place had in the text that the anchor was made on, None if
            there was no other one or nothing is known. Where the anchor's own place has gone, that one may be left, so
            the place must be better.

    Returns:
        The first code point; None if there is no sure place, or another one is nearly as good.
    """
    matches = occurrences(index, quote)
    if not matches or not matches[0].sure:
        return None
    best, *others = matches
    if rival is not None and best.common < rival + MARGIN and not (best.full and best.common > rival):
        return None
    if others and best.common - others[0].common < MARGIN and not (best.full and not others[0].full):
        return None
    return best.start


def occurrences(index: Index, quote: Quote) -> list[Match]:
    """Where the exact text stands with what must be around it, give or take a few code points at the ends, the places
    with most of the anchor's context first."""
    left, right = max(0, quote.begin - MARGIN), max(0, quote.rest - MARGIN)
    needle = quote.prefix[len(quote.prefix) - left :] + quote.exact + quote.suffix[:right]
    matches = [_match(index.text, at + left, quote) for at in index.all(needle)] if needle else []
    return sorted(matches, key=lambda match: (match.full, match.common), reverse=True)


def _match(text: str, start: int, quote: Quote) -> Match:
    left = common_end(text[max(0, start - len(quote.prefix)) : start], quote.prefix)
    end = start + len(quote.exact)
    right = common_start(text[end : end + len(quote.suffix)], quote.suffix)
    full = left == len(quote.prefix) and right == len(quote.suffix)
    sure = quote.known_by(left, right) and left + len(quote.exact) + right >= LEAST
    return Match(start, left, right, full, sure)


def common_start(one: str, other: str) -> int:
    """How many code points two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str) -> int:
    """How many code points two texts end with in common."""
    return common_start(one[::-1], other[::-1])
