"""Two wordings of a sentence: how much they are alike, and which words are others."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from newsreader.article.model import Span
from newsreader.library.changes.matching import common
from newsreader.library.changes.model import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""characters that show nothing: soft hyphens and blanks without width, which editors put into words"""

TOKEN = re.compile(rf"\w+(?:[.,:’'\-{UNSEEN}]+\w+)*[{UNSEEN}]*|[\s{UNSEEN}]+|[^\w\s]")
"""words and numbers, white space, and marks one by one"""

NOTHING = dict.fromkeys(map(ord, UNSEEN))

LETTERS_BY_CHANCE = 0.15
"""how much more alike German sentences are by their letters than by their words, roughly"""

INSIDE = 0.8
"""how much of a sentence must stand in another one that is longer to be taken for its beginning or its rest"""

LEAST_INSIDE = 5
"""words that such a sentence has"""

ALIKE_INSIDE = 0.6
"""how much alike the two are then"""


def visible(text: str) -> str:
    """A text as a reader sees it, which is what is compared: with single blanks, without characters that show nothing,
    and each letter in one form (Unicode Normalization Form C)."""
    shown = " ".join(text.translate(NOTHING).split())
    return shown if shown.isascii() else normalize("NFC", shown)


class Wording:
    """A sentence as it is compared with others.

    Args:
        text: its text as a reader sees it.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, without marks; the marks of a sentence without words."""
        tokens = TOKEN.findall(self.text)
        return tuple(token for token in tokens if token[0].isalnum()) or tuple(tokens)


def alikeness(one: Wording, other: Wording) -> float:
    """How much two sentences are alike, from 0 to 1: by their words or, for small changes of many words, their letters.

    A sentence that most of stands in a longer one, in order, is like that.
    """
    if one.text == other.text:
        return 1.0
    from rapidfuzz import fuzz
    from rapidfuzz.distance import LCSseq

    letters = fuzz.ratio(one.text, other.text) / 100 - LETTERS_BY_CHANCE
    shared = LCSseq.similarity(one.words, other.words)
    words = 2 * shared / (len(one.words) + len(other.words))
    least = min(len(one.words), len(other.words))
    inside = ALIKE_INSIDE if least >= LEAST_INSIDE and shared >= INSIDE * least else 0.0
    return max(letters, words, inside)


def pieces(old: str, new: str, before: Span, after: Span) -> tuple[Piece, ...]:
    """The words of two wordings in order: those of both, those of the older one alone, those of the newer one alone.

    Args:
        old, new: the texts.
        before, after: where the wordings stand in them, code points.
    """
    one, other = _tokens(old, before), _tokens(new, after)
    pairs = common([_shown(old, span) for span in one], [_shown(new, span) for span in other])
    found: list[Piece] = []
    at = to = 0
    for i, j in [*_worth(pairs, [span.of(new) for span in other], len(one)), (len(one), len(other))]:
        if at < i:
            found.append(Piece(Span(one[at].start, one[i - 1].end), None))
        if to < j:
            found.append(Piece(None, Span(other[to].start, other[j - 1].end)))
        if i < len(one):
            found.append(Piece(one[i], other[j]))
        at, to = i + 1, j + 1
    return tuple(_joined(found))


def _tokens(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in TOKEN.finditer(text, span.start, span.end)]


def _shown(text: str, span: Span) -> str:
    """A token as a reader sees it: white space is one blank."""
    return visible(span.of(text)) or " "


def _worth(pairs: list[tuple[int, int]], tokens: list[str], size: int) -> list[tuple[int, int]]:
    """The pairs without those runs of blanks and marks that only part two changes from each other: five words replaced
    by others are read more easily as one change than as five.

    Args:
        pairs: indexes of equal tokens.
        tokens: those of the newer wording.
        size: how many the older one has.
    """
    kept: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for pair in [*pairs, None]:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            edge = run[0] == (0, 0) or run[-1] == (size - 1, len(tokens) - 1)
            if edge or any(tokens[j][0].isalnum() for _, j in run):
                kept += run
            run = []
        if pair is not None:
            run.append(pair)
    return kept


def _joined(found: list[Piece]) -> Iterator[Piece]:
    """Neighbouring pieces of one kind as one."""
    last: Piece | None = None
    for piece in found:
        if last is not None and (last.old is None, last.new is None) == (piece.old is None, piece.new is None):
            last = Piece(_from_to(last.old, piece.old), _from_to(last.new, piece.new))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _from_to(first: Span | None, last: Span | None) -> Span | None:
    return None if first is None or last is None else Span(first.start, last.end)
