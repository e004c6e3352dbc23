"""Who speaks in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import subjects
from newsreader.analysis.components.statements.attributes import phrase
from newsreader.analysis.components.statements.clauses import COORDINATING, Kind
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.wordlist import listed

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.frames import Clause, Predicate
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.words import Words

PERSONAL_TOO = listed("heißen verlauten lauten")
"""verbs whose subject speaks if they have one, as in "die Antwort lautete", unlike "im Bericht heißt es" """
QUOTED_SUBJECT = listed("zitieren")
"""verbs whose passive has the speaker as its subject, and whose active as its object"""


def speaker(words: Words, clause: Clause, predicate: Predicate | None, earlier: list[Clause]) -> Range | None:
    """The words that name the speaker of a frame, None if it names none.

    Args:
        words: the document.
        clause: the frame.
        predicate: its cue verb, None for a frame without one.
        earlier: the clauses before it in the sentence, whose subject a clause after "und" shares.
    """
    if predicate is not None:
        if predicate.passive and predicate.entry.verb not in QUOTED_SUBJECT:
            # In "davon wird ausgegangen" the phrase behind "von" is what it is about.
            about = "von" in predicate.entry.needs
            return (None if about else subjects.agent(words, clause)) or subjects.document(words, clause)
        if predicate.entry.verb in ("werden", "bekanntwerden"):
            return None
        if "ziel" in predicate.entry.needs:
            return _whose_aim(words, clause)
        if predicate.takes(Government.INNER):
            impersonal = predicate.entry.verb not in PERSONAL_TOO
            return (
                subjects.source(words, clause)
                if impersonal
                else subjects.subject(words, clause) or subjects.source(words, clause)
            )
        if predicate.entry.verb in QUOTED_SUBJECT and not predicate.passive:
            quoting = subjects.subject(words, clause)
            return subjects.quoted(words, clause, quoting) or quoting
        if predicate.passive:
            return _without_agent(words, subjects.subject(words, clause))
    joined = words.low[clause.start] in COORDINATING and clause.finite == clause.start + 1
    found = None if joined else subjects.subject(words, clause)
    if found is None and predicate is not None and predicate.listed and not joined:
        found = _it(words, clause)
    if found is None and clause.kind in (Kind.FIRST, Kind.SECOND) and clause.front[0] == clause.front[1]:
        shared = [c for c in earlier if c.kind in (Kind.FIRST, Kind.SECOND)]
        if not words.subjunctive[clause.finite]:
            # "Er sagte, das sei richtig, und fügte hinzu": what was told in between is not what the verb goes on with.
            shared = [c for c in shared if not words.subjunctive[c.finite]] or shared
        if shared:
            return subjects.subject(words, shared[-1])
        return subjects.subject(words, clause) if joined else None
    return found


def _whose_aim(words: Words, clause: Clause) -> Range | None:
    """Whose aim something is: "Ziel der Stiftung ist es", "Ihr Ziel ist es"; None if that is not said."""
    for i in clause.words():
        if words.low[i] == "ziel":
            stop = phrase(words, i, clause.end)
            if stop > i + 1:
                return i + 1, stop
            return (i - 1, i) if words.tag[i - 1] == "PPOSAT" else None
    return None


def _without_agent(words: Words, span: Range | None) -> Range | None:
    """A subject of a passive without who does it: "wie [Weber] von der Agentur zitiert wird"."""
    if span is None:
        return None
    agents = (i for i in range(span[0] + 1, span[1]) if words.low[i] in ("von", "vom") and words.tag[i - 1] == "NE")
    return span[0], next(agents, span[1])


def _it(words: Words, clause: Clause) -> Range | None:
    """The "es" that stands for who speaks, right behind or before the verb: "Weiter stellte es fest", of a court."""
    for i in (clause.finite + 1, clause.finite - 1):
        if clause.start <= i < clause.end and words.low[i] == "es" and words.tag[clause.finite] != "VAFIN":
            return i, i + 1
    return None


def is_somebody(words: Words, span: Range) -> bool:
    """Whether a phrase is a name or pronoun rather than a description or a thing."""
    return any(words.entity[i] in ("PER", "ORG") or words.tag[i] in ("NE", "PPER") for i in range(*span))
