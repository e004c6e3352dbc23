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
    """The length of a line's first word, in code points, no more than 60."""
    words = text[line.start : min(line.end, line.start + 60)].split(None, 1)
    return len(words[0])


class Wrapping:
    """How a text was wrapped by hand.

    A line is full where the next line's first word had no room on it. Nearly every line of wrapped prose is full, apart
    from those that end a paragraph; lines of verse, of an address or of a list are not.

    Args:
        width: the columns that the lines were wrapped to, None if they were not.
    """

    def __init__(self, width: int | None) -> None:
        self.width = width
        self._room = 0 if width is None else width - max(5, width // 12)

    def full(self, text: str, line: Line, following: Line) -> bool:
        """Whether the following line goes on where a line had no room left."""
        if self.width is None:
            return False
        left = self._room - line.width - 1
        return left <= 0 or text[line.end - 1] in "-\u00ad" or first_word(text, following) > left

    def wrapped(self, text: str, chunk: Sequence[Line]) -> bool:
        """Whether lines without an empty one between them are prose that was wrapped by hand."""
        if self.width is None or len(chunk) < 2:
            return False
        full = sum(self.full(text, line, following) for line, following in pairwise(chunk))
        ended = sum(ends_sentence(text[line.start : line.end]) for line in chunk[:-1])
        return full > 0 and 2 * (full + ended) >= len(chunk) - 1


def _pairs(text: str, groups: Sequence[Sequence[Line]]) -> Iterator[tuple[Line, Line]]:
    """Lines that may have been wrapped, with the ones that follow them."""
    for group in groups:
        for line, following in pairwise(group):
            if line.width <= WIDEST and not BULLET.match(text, following.start):
                yield line, following


def wrapping(text: str, groups: Sequence[Sequence[Line]]) -> Wrapping:
    """Finds out how a text was wrapped.

    Args:
        text: the whole text.
        groups: its lines between empty ones.
    """
    pairs = list(islice(_pairs(text, groups), _SAMPLE))
    widths = sorted(line.width for line, _ in pairs)
    # The widest twentieth may be headlines, addresses of pages or tables that stand out.
    width = widths[-1 - len(widths) // 20] if widths else 0
    if width < _NARROWEST:
        return Wrapping(None)
    guess = Wrapping(width)
    full = ragged = ended = lower = paused = 0
    for line, following in pairs:
        paused += text[line.end - 1] in ",;"
        if ends_sentence(text[line.start : line.end]):
            ended += 1
        elif guess.full(text, line, following):
            full += 1
        else:
            ragged += 1
        # A letter that starts a line within a sentence is a small one more often than not; in verse it seldom is.
        lower += text[following.start].islower()
    if 2 * ended > len(pairs) or not full:
        return Wrapping(None)
    if width < _PROSE and 3 * (ended + paused) > len(pairs):
        # Verse pauses at the ends of its lines, wrapped prose anywhere.
        return Wrapping(None)
    prose = (0.8, 0.2, 1) if width >= _PROSE else (0.85, 0.3, 3)
    if full < prose[0] * (full + ragged) or lower < prose[1] * len(pairs) or len(pairs) < prose[2]:
        return Wrapping(None)
    return guess
