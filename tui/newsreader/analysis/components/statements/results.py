"""Turns drafts into statements of the result: offsets, numbers, and which stands in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import confidence
from newsreader.analysis.result import Statement
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.analysis.components.statements.draft import Draft
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.words import Words


def results(words: Words, drafts: list[Draft]) -> tuple[Statement, ...]:
    """The statements of drafts that are in order.

    Args:
        words: the document.
        drafts: sorted by their first word, the longer first.
    """
    parents = _parents(drafts)
    holding = {parent for parent in parents if parent is not None}
    found: list[Statement] = []
    for number, (draft, parent) in enumerate(zip(drafts, parents, strict=True)):
        involved = parent is not None or number in holding
        found.append(
            Statement(
                id=_identifier(number),
                kind=draft.kind,
                spans=_spans(words, draft.pieces),
                medium=draft.medium,
                speaker=_span(words, draft.speaker) if draft.speaker else None,
                cue=_spans(words, _runs(draft.cue)),
                frame=_spans(words, draft.frame),
                addressee=_spans(words, [draft.addressee] if draft.addressee else []),
                parent=None if parent is None else _identifier(parent),
                confidence=confidence.of(words, draft, involved=involved),
                rule=draft.rule,
            )
        )
    return tuple(found)


def _identifier(number: int) -> str:
    return f"s{number + 1}"


def _parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the number of the nearest one that it stands in."""
    parents: list[int | None] = []
    around: list[int] = []
    for number, draft in enumerate(drafts):
        while around and drafts[around[-1]].end <= draft.start:
            around.pop()
        parents.append(next((other for other in reversed(around) if _inside(draft, drafts[other])), None))
        around.append(number)
    return parents


def _inside(draft: Draft, other: Draft) -> bool:
    return draft.size() < other.size() and all(other.start <= start and end <= other.end for start, end in draft.pieces)


def _span(words: Words, stretch: Range) -> Span:
    return Span(words.start[stretch[0]], words.end[stretch[1] - 1])


def _spans(words: Words, stretches: Iterable[Range]) -> tuple[Span, ...]:
    return tuple(_span(words, stretch) for stretch in stretches if stretch[0] < stretch[1])


def _runs(numbers: Iterable[int]) -> list[Range]:
    """Numbers as stretches of neighbours."""
    runs: list[Range] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number:
            runs[-1] = runs[-1][0], number + 1
        else:
            runs.append((number, number + 1))
    return runs
