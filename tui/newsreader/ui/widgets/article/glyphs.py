"""How each character of a hostile text is shown: one harmless glyph a code point, with its width in cells."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import get_character_cell_size

if TYPE_CHECKING:
    from collections.abc import Mapping

DROPPED = "\x00"
"""stands in a flow's glyphs for a code point that is not shown (a real NUL is shown as ␀)"""
TAB = "\t"
"""stands in a preformatted flow's glyphs for a stretch of blanks up to the next tab stop"""
TAB_WIDTH = 4
UNKNOWN = "\ufffd"

# Everything outside these ranges, and every run of blanks, needs a closer look; inside them a code point is one cell.
_SPECIAL = re.compile("[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0400-\u0482‐‑–—‘’‚“”„…‹›€]|  ")
_BLANKS = re.compile(" [ \x00]+")
_BREAK_CHANCES = re.compile("[\u00ad\u200b]")
# Format characters that are visible signs of their script (number and year signs), not invisible controls.
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


class _Glyphs(dict[int, str]):
    """Glyph of each code point of running text, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        glyph = self[code] = _glyph(chr(code))
        return glyph


class _Widths(dict[str, int]):
    """Cells of each glyph, filled as glyphs turn up."""

    def __missing__(self, glyph: str) -> int:
        width = self[glyph] = 0 if glyph == DROPPED else get_character_cell_size(glyph)
        return width


_glyphs = _Glyphs()
_preformatted_glyphs = _Glyphs({9: TAB})
_widths = _Widths()


def _glyph(character: str) -> str:
    """What stands on the screen for a character of the text; always one code point."""
    code = ord(character)
    if character in "\t\n\f\v\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        # Variation selectors and joiners make terminals disagree about the width of what stands before them.
        return DROPPED
    match unicodedata.category(character):
        case "Cf":
            return character if character in _VISIBLE_FORMATS else DROPPED
        case "Cc" | "Cs" | "Co" | "Cn":
            return UNKNOWN
        case _:
            return character


def width_of(glyph: str) -> int:
    """Cells of one glyph: 0, 1 or 2."""
    return _widths[glyph]


def cells_of(glyphs: str) -> int:
    """Cells of a string of glyphs."""
    return sum(map(_widths.__getitem__, glyphs))


def safe(text: str) -> str:
    """A short text from outside as it may be written to the terminal: glyphs only, nothing dropped left inside."""
    return text.translate(_glyphs).replace(DROPPED, "")


class Flow(NamedTuple):
    """A stretch of text made ready for breaking into lines; positions are code points from its start.

    Attributes:
        glyphs: what is shown, one glyph a code point; `DROPPED` and `TAB` have a meaning of their own.
        cells: for each position the cells before it, and the whole width last; None where every glyph is one cell.
        chances: positions after which a line may be broken although nothing is seen there, each with the sign shown if
            it is: "-" for a soft hyphen, nothing for a zero-width space.
        letters: signs that are shown after a code point, by its position.
    """

    glyphs: str
    cells: list[int] | None
    chances: dict[int, str]
    letters: Mapping[int, str]

    def width(self, start: int, end: int) -> int:
        """Cells of the stretch [start, end)."""
        return end - start if self.cells is None else self.cells[end] - self.cells[start]


def flow(
    text: str, *, preformatted: bool = False, letters: Mapping[int, str] | None = None, tab: int = TAB_WIDTH
) -> Flow:
    """Prepares text for breaking into lines.

    Args:
        text: the text itself.
        preformatted: whether runs of blanks are kept and tabs reach to the next tab stop.
        letters: signs to show after code points, by position.
        tab: cells between two tab stops, at least 1.
    """
    if not letters and not preformatted:
        joined = text.replace("\n", " ")
        if _SPECIAL.search(joined) is None:
            return Flow(joined, None, {}, {})
    letters = letters or {}
    glyphs = text.translate(_preformatted_glyphs if preformatted else _glyphs)
    chances = {found.start(): "-" if found[0] == "\u00ad" else "" for found in _BREAK_CHANCES.finditer(text)}
    if not preformatted:
        glyphs = _BLANKS.sub(lambda found: " " + DROPPED * (len(found[0]) - 1), glyphs)
    widths = (
        _tabbed_widths(glyphs, text, tab) if preformatted and TAB in glyphs else list(map(_widths.__getitem__, glyphs))
    )
    for position, sign in letters.items():
        widths[position] += cells_of(sign)
    return Flow(glyphs, list(accumulate(widths, initial=0)), chances, letters)


def _tabbed_widths(glyphs: str, text: str, tab: int) -> list[int]:
    """Cells of each glyph where a tab reaches to the next tab stop of its line."""
    widths = []
    column = 0
    for glyph, character in zip(glyphs, text, strict=True):
        width = tab - column % tab if glyph == TAB else _widths[glyph]
        column = 0 if character == "\n" else column + width
        widths.append(width)
    return widths
