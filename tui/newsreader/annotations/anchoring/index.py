"""An index of a text by its words, so that thousands of anchors are looked up without reading the text each time."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

WORD = re.compile(r"\w+")

RARE = 40
"""a word that stands at no more places than this finds a stretch by itself"""

NOWHERE: list[int] = []

FOLDED = {
    **dict.fromkeys("„“”«»‟″", '"'),
    **dict.fromkeys("‚‘’‹›‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\t\n", " "),
}
FOLDING = str.maketrans(FOLDED)
"""characters that differ only in how they are set, each for one, so that offsets stay"""


def fold(text: str) -> str:
    """A text with one kind of quotation mark, dash and blank, as long as before (code points)."""
    return text.translate(FOLDING)


class Index:
    """A text and where its words stand.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: dict[str, list[int]] = defaultdict(list)
        self._known: dict[str, list[int]] = {}
        for match in WORD.finditer(text):
            self._words[match[0]].append(match.start())

    @cached_property
    def folded(self) -> Index:
        """The index of the same text with one kind of quotation mark, dash and blank."""
        return Index(fold(self.text))

    def places(self, word: str) -> list[int]:
        """Where a word begins, in order."""
        return self._words.get(word, NOWHERE)

    def all(self, needle: str) -> list[int]:
        """Where a stretch stands, in order; by its rarest word if that is rare, else by reading the text, once.

        Args:
            needle: the stretch, not empty.
        """
        known = self._known.get(needle)
        if known is None:
            self._known[needle] = known = self._search(needle)
        return known

    def _search(self, needle: str) -> list[int]:
        # A word at the edge of the stretch may be part of a longer one in the text.
        words = [(m[0], m.start()) for m in WORD.finditer(needle) if m.start() > 0 and m.end() < len(needle)]
        if words:
            places, shift = min(((self.places(word), shift) for word, shift in words), key=lambda one: len(one[0]))
            if len(places) <= RARE:
                starts = (place - shift for place in places)
                return [start for start in starts if start >= 0 and self.text.startswith(needle, start)]
        found, at = [], self.text.find(needle)
        while at >= 0:
            found.append(at)
            at = self.text.find(needle, at + 1)
        return found
