"""Quotations that stand twice: a headline or a pull quote has the speaker of the words in the text that it repeats."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.analysis.components.statements.draft import Draft
    from newsreader.analysis.components.statements.words import Words

FEWEST = 3
"""words that a quotation must share with another, at least, to be its echo"""
PLACES = 4
"""how many places with the same first words are looked at"""


def resolve(words: Words, drafts: Iterable[Draft]) -> None:
    """Give quotations of nobody the speaker of those that hold their words.

    Args:
        words: the document.
        drafts: its statements.
    """
    direct = [draft for draft in drafts if draft.kind is StatementKind.DIRECT]
    lone = [draft for draft in direct if draft.speaker is None and draft.rule == "quotation alone"]
    if not lone:
        return
    places: dict[tuple[str, ...], list[tuple[Draft, list[str], int]]] = defaultdict(list)
    for draft in direct:
        if draft.speaker is None:
            continue
        content = _content(words, draft)
        for at in range(len(content) - FEWEST + 1):
            known = places[tuple(content[at : at + FEWEST])]
            if len(known) < PLACES:
                known.append((draft, content, at))
    for draft in lone:
        own = _content(words, draft)
        for other, content, at in places.get(tuple(own[:FEWEST]), ()):
            if content[at : at + len(own)] == own:
                draft.speaker, draft.medium = other.speaker, other.medium
                draft.rule, draft.rank = "quotation echoed", 0.8
                break


def _content(words: Words, draft: Draft) -> list[str]:
    return [words.low[i] for start, end in draft.pieces for i in range(start, end) if words.low[i][:1].isalnum()]
