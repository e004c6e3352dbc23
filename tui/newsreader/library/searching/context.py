"""Where in a text something was found, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article.model import Span
from newsreader.library.searching.folding import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.library.searching.matching import Sought

AROUND = 60
"""code points of context on each side"""

WINDOW = 120
"""code points within which words that were found are shown together"""

MOST_PLACES = 12
"""places in a text that are looked at"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        span: where, code points of the text.
        term: number of the term that it is found by.
    """

    span: Span
    term: int


class Places:
    """Finds where the terms of a query stand in texts.

    Args:
        sought: the terms.
    """

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._sought = sought
        self._terms: dict[str, tuple[int, ...]] = {}
        """which terms may end with a word, by the words that were met"""

    def of(self, text: str, after: int = 0) -> list[Place]:
        """The places in a text, in order.

        Args:
            text: the text.
            after: with so many code points behind it, places before this one count less, such as those in the title;
                the search ends when enough is found behind it.
        """
        found: list[Place] = []
        enough = 0
        for match in WORD.finditer(text):
            terms = self._terms.get(match[0])
            if terms is None:
                terms = self._terms[match[0]] = self._ending_with(fold(match[0]))
            for number in terms:
                start = self._start(text, match.start(), number)
                if start is not None:
                    found.append(Place(Span(start, match.end()), number))
                    enough += start >= after
            if enough >= MOST_PLACES:
                break
        return found

    def best(self, text: str, after: int = 0) -> list[Place]:
        """Those places that are shown: the first stretch of a text with the most different terms in it.

        Args:
            text: the text.
            after: places before this one are shown only when there are no others.
        """
        places = self.of(text, after)
        later = [place for place in places if place.span.start >= after] or places
        chosen: list[Place] = []
        most = 0
        for index, first in enumerate(later):
            group = [place for place in later[index:] if place.span.end - first.span.start <= WINDOW]
            terms = len({place.term for place in group})
            if terms > most:
                chosen, most = group or [first], terms
        return chosen or later[:1]

    def marks(self, text: str) -> tuple[Span, ...]:
        """The stretches of a text that were sought, none overlapping another."""
        merged: list[Span] = []
        for place in sorted(self.of(text), key=lambda place: place.span):
            if merged and place.span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.span.end))
            else:
                merged.append(place.span)
        return tuple(merged)

    def _ending_with(self, word: str) -> tuple[int, ...]:
        return tuple(number for number, one in enumerate(self._sought) if one.fits(word))

    def _start(self, text: str, start: int, number: int) -> int | None:
        """Where a term begins whose last word begins at an offset, None if its other words do not stand before it."""
        before = self._sought[number].term.words[:-1]
        if not before:
            return start
        begin = max(0, start - sum(map(len, before)) - 20 * len(before))
        words = list(WORD.finditer(text, begin, start))[-len(before) :]
        return words[0].start() if tuple(fold(word[0]) for word in words) == before else None


def before(text: str, start: int, length: int = AROUND) -> str:
    """What stands before an offset, on one line, cut at a word, "…" where something was left out."""
    cut = max(0, start - length)
    if cut and not text[cut - 1].isspace():
        cut = next((at for at in range(cut, start) if text[at].isspace()), cut)
    words = line(text[cut:start])
    gap = " " if start and text[start - 1].isspace() else ""
    return ("…" if cut and words else "") + (f" {words}" if cut and words else words) + (gap if words else "")


def after(text: str, end: int, length: int = AROUND) -> str:
    """What stands behind an offset, on one line, cut at a word, "…" where something was left out."""
    cut = min(len(text), end + length)
    if cut < len(text) and not text[cut].isspace():
        cut = next((at for at in range(cut, end, -1) if text[at - 1].isspace()), cut)
    words = line(text[end:cut])
    gap = " " if end < len(text) and text[end].isspace() else ""
    rest = " …" if words and text[cut:].strip() else ""
    return (gap if words else "") + words + rest


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
