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

MOST_PLACES = 200
"""places in a text that are looked at; a word that is there so often is a common one"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        span: where, code points of the text.
        term: number of the term that it is found by.
    """

    span: Span
    term: int


def places(text: str, sought: Sequence[Sought]) -> list[Place]:
    """Where the terms of a query stand in a text, in order."""
    lasts: dict[str, list[int]] = {}
    found: list[Place] = []
    forms: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in WORD.finditer(text):
        word = fold(match[0])
        if not word:
            continue
        forms.append(word)
        spans.append(match.span())
        if word not in lasts:
            lasts[word] = [number for number, one in enumerate(sought) if one.fits(word)]
        for number in lasts[word]:
            before = sought[number].term.words[:-1]
            first = len(forms) - 1 - len(before)
            if first >= 0 and tuple(forms[first:-1]) == before:
                found.append(Place(Span(spans[first][0], match.end()), number))
        if len(found) >= MOST_PLACES:
            break
    return found


def best(found: Sequence[Place], after: int = 0) -> list[Place]:
    """Of the places those that are shown: the first stretch of the text with the most different terms in it.

    Args:
        found: places in order, at least one.
        after: places before this one are shown only when there are no others, such as those in the title.
    """
    later = [place for place in found if place.span.start >= after] or list(found)
    chosen: list[Place] = []
    most = 0
    for index, first in enumerate(later):
        group = [place for place in later[index : index + 12] if place.span.end - first.span.start <= WINDOW]
        terms = len({place.term for place in group})
        if terms > most:
            chosen, most = group or [first], terms
    return chosen or [later[0]]


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


def marks(text: str, sought: Sequence[Sought]) -> tuple[Span, ...]:
    """The stretches of a text that were sought, none overlapping another."""
    merged: list[Span] = []
    for place in sorted(places(text, sought), key=lambda place: place.span):
        if merged and place.span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.span.end))
        else:
            merged.append(place.span)
    return tuple(merged)
