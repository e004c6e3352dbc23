"""Breaks a flow of glyphs into lines by words, with hyphenation where it is wanted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsreader.ui.widgets.article.glyphs import DROPPED, Flow, width_of

Hyphenate = Callable[[str], Sequence[int]]
"""Gives the positions inside a word at which it may be divided."""

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_PART = 3
"""letters that hyphenation leaves at least before and after the hyphen"""


class Breaks(NamedTuple):
    """Where lines begin.

    Attributes:
        starts: position of each line's first code point, ascending.
        signs: what is shown at the end of a line that was broken inside a word, by line number.
    """

    starts: list[int]
    signs: dict[int, str]


def wrap(flow: Flow, width: int, *, hang: int = 0, hyphenate: Hyphenate | None = None) -> Breaks:
    """Breaks a flow by words.

    Args:
        flow: what is to be broken.
        width: cells of a line, at least 1.
        hang: cells by which every line but the first is shorter.
        hyphenate: divides words; None for no hyphenation. Soft hyphens of the text are honoured in any case.
    """
    wrapper = _Wrapper(flow, hyphenate)
    return wrapper.lines(0, len(flow.glyphs), width, max(1, width - hang))


def wrap_preformatted(flow: Flow, text: str, width: int) -> Breaks:
    """Breaks a flow at the text's own line breaks, and inside its lines only where they are wider than the screen."""
    wrapper = _Wrapper(flow, None)
    starts: list[int] = []
    signs: dict[int, str] = {}
    position = 0
    while position <= len(text):
        found = text.find("\n", position)
        end = len(text) if found < 0 else found
        if end == position and starts and end == len(text):
            break
        part = wrapper.lines(position, end, width, width)
        signs.update({len(starts) + line: sign for line, sign in part.signs.items()})
        starts += part.starts
        position = end + 1
    return Breaks(starts or [0], signs)


class _Wrapper:
    def __init__(self, flow: Flow, hyphenate: Hyphenate | None) -> None:
        self.flow = flow
        self.glyphs = flow.glyphs
        self.hyphenate = hyphenate
        self.chances = sorted(flow.chances)

    def lines(self, start: int, end: int, first_width: int, width: int) -> Breaks:
        """Breaks the stretch [start, end): greedily, each line as full as it goes."""
        starts = [start]
        signs: dict[int, str] = {}
        position, room = start, first_width
        while (limit := self.fit(position, end, room)) < end:
            if self.glyphs[limit] in " \t":
                cut, sign = limit, ""
            else:
                cut, sign = self.cut(position, limit, room)
            while cut < end and self.glyphs[cut] in " \x00":
                cut += 1
            if cut >= end:
                break
            if sign:
                signs[len(starts) - 1] = sign
            starts.append(cut)
            position, room = cut, width
        return Breaks(starts, signs)

    def fit(self, position: int, end: int, room: int) -> int:
        """The first position that no longer fits on a line, and after the line's first glyph in any case."""
        cells = self.flow.cells
        if cells is None:
            return min(end, position + max(1, room))
        fitting = bisect_right(cells, cells[position] + room, position, end + 1) - 1
        if fitting <= position:
            fitting = position + 1
            while fitting < end and cells[fitting + 1] == cells[fitting]:
                fitting += 1
        return min(end, fitting)

    def cut(self, position: int, limit: int, room: int) -> tuple[int, str]:
        """Where to break a line that ends inside a word, and the sign shown there."""
        glyphs = self.glyphs
        blank = max(glyphs.rfind(" ", position, limit), glyphs.rfind("\t", position, limit))
        word = blank + 1 if blank >= 0 else position
        best, sign = (word, "") if word > position else (0, "")
        after_sign = self._after_sign(word, limit)
        if after_sign > best:
            best = after_sign
        for chance in reversed(self.chances[: bisect_right(self.chances, limit - 1)]):
            if chance < max(best, position + 1):
                break
            shown = self.flow.chances[chance]
            if self.flow.width(position, chance) + len(shown) <= room:
                best, sign = chance + 1, shown
                break
        if divided := self._divided(position, max(best, word), limit, room):
            best, sign = divided, "-"
        if best <= position:
            return self._inside_word(position, limit), ""
        if self.flow.cells is not None and not sign and best < limit and self._between_wide(limit):
            return limit, ""
        return best, sign

    def _after_sign(self, word: int, limit: int) -> int:
        """The last position in [word, limit] after a hyphen, dash or slash that joins two words; 0 if there is none."""
        glyphs = self.glyphs
        for position in range(limit - 1, word, -1):
            if glyphs[position] in "-‐–—/":
                before, after = glyphs[position - 1], glyphs[position + 1]
                if before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit()):
                    return position + 1
        return 0

    def _divided(self, position: int, word: int, limit: int, room: int) -> int:
        """The last position at which hyphenation may divide the word across the limit; 0 if there is none."""
        if self.hyphenate is None or self.flow.width(word, limit) < max(6, room // 9):
            return 0
        across = next((each for each in _WORD.finditer(self.glyphs, word, limit + 60) if each.end() >= limit), None)
        if across is None or across.start() >= limit or across[0].isupper():
            return 0
        for inside in reversed(self.hyphenate(across[0])):
            cut = across.start() + inside
            if inside < _SHORTEST_PART or len(across[0]) - inside < _SHORTEST_PART:
                continue
            if self.flow.width(position, cut) + 1 <= room:
                return cut
        return 0

    def _between_wide(self, limit: int) -> bool:
        """Whether a line may break here because wide characters (Chinese, Japanese, Korean) need no blank."""
        return width_of(self.glyphs[limit]) == 2 or width_of(self.glyphs[limit - 1]) == 2

    def _inside_word(self, position: int, limit: int) -> int:
        """Where to break a word that is wider than the line."""
        while limit > position + 1 and self.glyphs[limit] == DROPPED:
            limit -= 1
        return limit
