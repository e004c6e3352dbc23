"""Where the sentences of a paragraph stand, told from its text alone, so that nothing waits for the analysis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP = re.compile(r"[.!?…]+[)\]“”\"'»«‘’›‹]*(?=\s)")
_NEXT = re.compile(r"\s+[(\[„“\"'»«‚‘›‹–-]*\s?(\w?)(\w*)")
_LAST_WORD = re.compile(r"(?:\w+\.)*\w+\Z")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a paragraph, in order.

    Args:
        text: the text that the paragraph stands in.
        start: its first code point.
        end: its end.
    """
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop, end):
            yield Span(begin, stop.end())
            begin = stop.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield Span(begin, end)


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at a stop: not after an abbreviation or an ordinal, nor before a small letter."""
    following = _NEXT.match(text, stop.end(), end)
    if following is None or following[1].islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    from newsreader.analysis.embedded import abbreviations

    found = _LAST_WORD.search(text, max(begin, stop.start() - 40), stop.start())
    before, after = found[0] if found else "", following[1] + following[2]
    if before in abbreviations.FINAL:
        return after in abbreviations.STARTERS
    if before in abbreviations.INNER or (len(before) == 1 and before.isalpha()):
        return False
    if before.isdigit() and len(before) < 3:
        return after not in abbreviations.MONTHS and after not in abbreviations.COUNTED and not after.isdigit()
    return True
