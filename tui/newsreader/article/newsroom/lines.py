"""The lines of a plain text, and whether they were wrapped by hand."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.newsroom.shapes import BULLET, ends_sentence, is_visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDEST = 120
"""columns; a longer line was not wrapped by hand"""
_NARROWEST = 30
_SAMPLE = 2000
"""pairs of lines that tell how a text was wrapped"""
_LONG = 60
"""columns; a line of its own that is as long and ends within a sentence breaks off"""
_PROSE = 55
"""columns; below it verse is told from wrapped prose with more care"""


class Line(NamedTuple):
    """A line that shows something.

    Attributes:
        start: its first character that is not white space, code points of the text.
        end: behind its last one.
        indent: code points of white space before it.
        gap: whether the text starts or an empty line stands before it.
    """

    start: int
    end: int
    indent: int
    gap: bool

    @property
    def width(self) -> int:
        """The column that it ends in."""
        return self.indent + self.end - self.start


def lines(text: str) -> list[Line]:
    """The lines of a text that show anything, in order."""
    found: list[Line] = []
    start, gap = 0, True
    for raw in text.split("\n"):
        body = raw.strip()
        if body and is_visible(body):
            indent = len(raw) - len(raw.lstrip())
            found.append(Line(start + indent, start + indent + len(body), indent, gap))
            gap = False
        else:
            gap = True
        start += len(raw) + 1
    return found


def chunks(found: Sequence[Line]) -> list[list[Line]]:
    """The lines in groups between empty ones."""
    groups: list[list[Line]] = []
    for line in found:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def first_word(text: str, line: Line) -> int:
    """The length of a line's first word with a dash before it, in code points, no more than 60."""
    window = text[line.start : min(line.end, line.start + 60)]
    words = window.split(None, 2)
    if len(words) > 1 and words[0] in ("-", "–", "—"):
        return len(words[0]) + 1 + len(words[1])
    return len(words[0])


def _room_left(text: str, line: Line, following: Line, width: int) -> int:
    """The columns that a line would leave free with the next line's first word on it; negative if it has no room."""
    left = width - line.width - 1
    # A word that was cut at the end of the line has filled it.
    return -1 if left <= 0 or text[line.end - 1] in "-\u00ad" else left - first_word(text, following)


class Wrapping:
    """How a text was wrapped by hand.

    A line is full where the next line's first word had no room on it. Nearly every line of wrapped prose is full, apart
    from those that end a paragraph; lines of verse, of an address or of a list are not.

    Args:
        width: the columns that the lines were wrapped to, None if they were not.
        slack: how many columns a line may leave free although the next word had room, as some programs wrap.
    """

    def __init__(self, width: int | None, slack: int = 0) -> None:
        self.width = width
        self._slack = slack

    def full(self, text: str, line: Line, following: Line) -> bool:
        """Whether the following line goes on where a line had no room left."""
        return self.width is not None and _room_left(text, line, following, self.width) < self._slack

    def wrapped(self, text: str, chunk: Sequence[Line]) -> bool:
        """Whether lines without an empty one between them are prose that was wrapped by hand."""
        if self.width is None or len(chunk) < 2:
            return False
        full = sum(self.full(text, line, following) for line, following in pairwise(chunk))
        ended = sum(ends_sentence(text[line.start : line.end]) for line in chunk[:-1])
        return full > 0 and 2 * (full + ended) >= len(chunk) - 1


class _Pair(NamedTuple):
    """A line that may have been wrapped, and the one that follows it.

    Attributes:
        line: the line.
        following: the next one, without an empty line between.
        goes_on: whether a sentence certainly goes on from one to the other: a line starts with a small letter, which
            it does more often than not within a sentence of prose, but seldom in verse; or a long line breaks off.
        ended: whether the line ends with the end of a sentence.
    """

    line: Line
    following: Line
    goes_on: bool
    ended: bool


def _pairs(text: str, groups: Sequence[Sequence[Line]]) -> Iterator[_Pair]:
    """The pairs of those groups of lines in which a sentence goes on; titles, addresses and lists tell nothing."""
    for group in groups:
        found: list[_Pair] = []
        for line, following in pairwise(group):
            if max(line.width, following.width) <= WIDEST and not BULLET.match(text, following.start):
                ended = ends_sentence(text[line.start : line.end])
                breaks_off = bool(found) and line.width >= _LONG and not ended and text[following.start].isalpha()
                found.append(_Pair(line, following, text[following.start].islower() or breaks_off, ended))
        if any(pair.goes_on for pair in found):
            yield from found


def wrapping(text: str, groups: Sequence[Sequence[Line]]) -> Wrapping:
    """Finds out how a text was wrapped.

    Args:
        text: the whole text.
        groups: its lines between empty ones.
    """
    pairs = list(islice(_pairs(text, groups), _SAMPLE))
    widths = sorted(pair.line.width for pair in pairs)
    # The widest twentieth may be headlines, addresses of pages or tables that stand out.
    width = widths[-1 - len(widths) // 20] if widths else 0
    if width < _NARROWEST:
        return Wrapping(None)
    certain = [_room_left(text, pair.line, pair.following, width) for pair in pairs if pair.goes_on]
    loosest = width // 12
    # The slack of nine in ten lines that certainly go on; in verse and in lists they leave more.
    slack = max(sorted(certain)[9 * len(certain) // 10] + 1, 0)
    inside = [pair for pair in pairs if not pair.ended]
    if 5 * sum(left < loosest for left in certain) < 4 * len(certain) or 5 * len(certain) < len(inside):
        return Wrapping(None)
    guess = Wrapping(width, min(slack, loosest))
    if width >= _PROSE:
        return guess
    # Verse pauses at the ends of its lines, prose in a narrow column anywhere.
    pauses = len(pairs) - len(inside) + sum(text[pair.line.end - 1] in ",;" for pair in pairs)
    full = sum(guess.full(text, pair.line, pair.following) for pair in inside)
    narrow = len(pairs) >= 3 and 3 * pauses <= len(pairs) and 20 * full >= 17 * len(inside)
    return guess if narrow else Wrapping(None)
