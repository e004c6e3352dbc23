"""Interviews without quotation marks: paragraphs that begin with a name and a colon, again and again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.words import MARKS
from newsreader.analysis.result import Medium, StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words

LONGEST_NAME = 4
FEWEST_TURNS = 2
"""how often somebody must have his turn; a name with a colon that comes once may be a headline's"""


def turns(reading: Reading) -> dict[int, Draft]:
    """The turns of an interview by the first word of their paragraphs.

    Args:
        reading: the document.
    """
    words = reading.words
    found: dict[int, Draft] = {}
    start = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words.paragraph[i] != words.paragraph[start]:
            draft = _turn(words, start, i)
            if draft is not None:
                found[start] = draft
            start = i
    often = Counter(_name(words, draft) for draft in found.values())
    return {start: draft for start, draft in found.items() if often[_name(words, draft)] >= FEWEST_TURNS}


def _turn(words: Words, start: int, end: int) -> Draft | None:
    """A paragraph as somebody's turn, None if it does not begin with a name and a colon or is in quotation marks."""
    colon = next((i for i in range(start + 1, min(start + LONGEST_NAME + 1, end)) if words.text[i] == ":"), -1)
    if colon < 0 or colon + 2 >= end or words.text[colon + 1] in MARKS:
        return None
    if not all(words.entity[i] in ("PER", "ORG") or words.tag[i] == "NE" for i in range(start, colon)):
        return None
    return Draft(
        StatementKind.DIRECT, [(colon + 1, end)], "interview", 1.0,
        speaker=(start, colon), frame=[(start, colon + 1)], medium=Medium.SPEECH,
    )  # fmt: skip


def _name(words: Words, draft: Draft) -> str:
    return " ".join(words.text[slice(*draft.speaker)]) if draft.speaker is not None else ""
