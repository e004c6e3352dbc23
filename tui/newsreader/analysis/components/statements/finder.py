"""Runs the constructions over a document and settles which of their findings stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import attribution, direct, frames, free, indirect, reported
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.draft import Draft
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.reading import Reading


def find(reading: Reading) -> list[Draft]:
    """The statements of a document in order."""
    result: list[Draft] = []
    previous: Draft | None = None
    distance = 9
    for sentence in reading.sentences:
        if not sentence.parts:
            continue
        clauses = frames.clauses(reading.words, sentence)
        found = _in_sentence(reading, sentence, clauses, previous, distance)
        result += found
        leading = _leading(found)
        if leading is not None:
            previous, distance = leading, 0
        else:
            distance += 1
    return _joined(reading, result)


def _in_sentence(
    reading: Reading, sentence: Sentence, clauses: list[Clause], previous: Draft | None, distance: int
) -> list[Draft]:
    words = reading.words
    whole = list(direct.whole(reading, sentence, clauses))
    for draft in whole:
        if draft.rule == "quotation alone":
            _continue(draft, whole, previous, distance)
    spoken = [*attribution.find(reading, sentence), *indirect.find(reading, sentence, clauses)]
    found = _settled(spoken)
    if not found and not whole and previous is not None and distance <= 1 and free.konjunktiv(words, sentence, clauses):
        sure = free.strong(words, clauses)
        if sure or distance == 0:
            found.append(free.draft(words, sentence, previous, sure=sure))
    if not found and not whole:
        found += list(reported.find(reading, sentence, clauses))
    found += direct.pieces(reading, sentence, clauses, [*found, *whole])
    return [*whole, *found]


def _continue(draft: Draft, whole: list[Draft], previous: Draft | None, distance: int) -> None:
    """Give a quotation without a frame the speaker of the statement before it."""
    if previous is not None and distance <= 1:
        draft.speaker, draft.medium = previous.speaker, previous.medium
        draft.rule, draft.confidence = "quotation going on", 0.8


def _settled(drafts: list[Draft]) -> list[Draft]:
    """Of findings that tell the same words, the surest."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.start, -d.size())):
        if all(not _rivals(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, -d.size()))


def _rivals(one: Draft, other: Draft) -> bool:
    shared = one.overlap(other)
    return shared > 0


def _leading(found: list[Draft]) -> Draft | None:
    """The statement whose speaker goes on in what follows."""
    return next((d for d in reversed(found) if d.speaker is not None), None)


def _joined(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Free sentences that follow each other are one statement."""
    result: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        free_kind = draft.kind is StatementKind.INDIRECT_FREE_INDIRECT
        if (
            free_kind and last is not None and last.end == draft.start and last.speaker == draft.speaker
            and reading.words.paragraph[last.end - 1] == reading.words.paragraph[draft.start]
        ):  # fmt: skip
            last.pieces = [(last.start, draft.end)]
            last.confidence = min(last.confidence, draft.confidence)
            continue
        result.append(draft)
        if free_kind:
            last = draft
    return sorted(result, key=lambda d: (d.start, -d.size()))
