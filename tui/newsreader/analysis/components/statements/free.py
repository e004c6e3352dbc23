"""Free indirect statements: sentences in the Konjunktiv, or with "sollen", that go on after a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements.clauses import EMBEDDED, Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.words import Words

SHOULD = listed("soll sollen")
CONDITIONAL = listed("wenn falls sofern")
UNREAL = listed(
    """
    würde würden könnte könnten wäre wären hätte hätten müsste müssten dürfte dürften
    """
)


def konjunktiv(words: Words, sentence: Sentence, clauses: list[Clause]) -> bool:
    """Whether the main clause of a sentence stands in the Konjunktiv."""
    main = next((c for c in clauses if c.kind in (Kind.SECOND, Kind.FIRST)), None)
    if main is None or main.finite < 0:
        return False
    return words.subjunctive[main.finite]


def strong(words: Words, clauses: list[Clause]) -> bool:
    """Whether that Konjunktiv is not one that a report in the author's own voice would use as well ("könnte")."""
    main = next((c for c in clauses if c.kind in (Kind.SECOND, Kind.FIRST)), None)
    return main is not None and main.finite >= 0 and words.low[main.finite] not in UNREAL


def draft(words: Words, sentence: Sentence, previous: Draft, *, sure: bool) -> Draft:
    """The free statement of a sentence that goes on after another statement."""
    return Draft(
        StatementKind.INDIRECT_FREE_INDIRECT, [(sentence.start, sentence.end)], "Konjunktiv sentence", 0.85 if sure else 0.65,
        speaker=previous.speaker, medium=previous.medium,
    )  # fmt: skip


def should(words: Words, clauses: list[Clause]) -> bool:
    """Whether the main clause reports by "soll": "Er soll geflohen sein"."""
    main = next((c for c in clauses if c.kind not in EMBEDDED), None)
    return main is not None and main.finite >= 0 and words.low[main.finite] in SHOULD
