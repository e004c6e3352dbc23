"""Free indirect statements: sentences in the Konjunktiv, or with "sollen", that go on after a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements.clauses import Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.voice import Voice
    from newsreader.analysis.components.statements.words import Words

SHOULD = listed("soll sollen")
UNREAL = listed("würde würden könnte könnten wäre wären hätte hätten müsste müssten dürfte dürften")
"""forms that an author's own voice uses as well"""


def find(words: Words, sentence: Sentence, clauses: list[Clause], speaking: Voice | None) -> Draft | None:
    """The sentence as a free statement of whoever spoke before, None if it is not in the Konjunktiv.

    Args:
        words: the document.
        sentence: a sentence without a statement of another construction.
        clauses: its clauses.
        speaking: who may go on speaking.
    """
    main = min((c for c in clauses if c.kind in (Kind.SECOND, Kind.FIRST)), key=lambda c: c.start, default=None)
    if main is None or main.finite < 0:
        return None
    if words.low[main.finite] in SHOULD:
        return _should(words, sentence, main.finite, speaking)
    if speaking is None or not words.subjunctive[main.finite]:
        return None
    reporting = words.low[main.finite] not in UNREAL
    same_paragraph = words.paragraph[speaking.speaker[0]] == words.paragraph[sentence.start]
    near = speaking.distance <= (1 if speaking.told else 0)
    if reporting and (near or (same_paragraph and speaking.distance <= 2)):
        rule, rank = "Konjunktiv sentence", 0.85 if speaking.told else 0.7
    elif speaking.distance == 0 and speaking.told:
        rule, rank = "Konjunktiv II sentence", 0.7
    else:
        return None
    return Draft(
        StatementKind.INDIRECT_FREE_INDIRECT, [(sentence.start, sentence.end)], rule, rank,
        speaker=speaking.speaker, medium=speaking.medium,
    )  # fmt: skip


def _should(words: Words, sentence: Sentence, verb: int, speaking: Voice | None) -> Draft | None:
    """A sentence with "sollen": what somebody plans or demands after his statement, or what is said to have been."""
    past = words.low[sentence.last - 1] in ("haben", "sein") and words.tag[sentence.last - 2] in (
        "VVPP",
        "VAPP",
        "ADJD",
    )
    close = speaking is not None and speaking.told and speaking.distance <= (1 if past else 0)
    if not close and not past:
        return None
    known = speaking is not None and speaking.told and speaking.distance <= 3
    return Draft(
        StatementKind.FREE_INDIRECT, [(sentence.start, sentence.end)], "sollen" if close else "sollen, rumour",
        (0.8 if past else 0.65) if close else 0.4,
        speaker=speaking.speaker if known and speaking is not None else None,
        medium=speaking.medium if known and speaking is not None else None,
    )  # fmt: skip
