"""Who speaks in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames
from newsreader.analysis.components.statements.clauses import Kind
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.wordlist import listed

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause, Predicate
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.words import Words

QUOTED_SUBJECT = listed("zitieren")
"""verbs whose passive has the speaker as its subject"""


def speaker(
    words: Words, sentence: Sentence, clause: Clause, predicate: Predicate | None, earlier: list[Clause]
) -> Range | None:
    """The words that name the speaker of a frame, None if it names none.

    Args:
        words: the document.
        sentence: the sentence.
        clause: the frame.
        predicate: its cue verb, None for a frame without one.
        earlier: the clauses before it in the sentence, whose subject a clause after "und" shares.
    """
    if predicate is not None:
        if predicate.passive and predicate.entry.verb not in QUOTED_SUBJECT:
            return frames.agent(words, clause)
        if predicate.takes(Government.INNER):
            return frames.source(words, clause)
    found = frames.subject(words, clause, sentence)
    if found is None and earlier and clause.kind in (Kind.FIRST, Kind.SECOND) and clause.front[0] == clause.front[1]:
        return frames.subject(words, earlier[-1], sentence)
    return found
