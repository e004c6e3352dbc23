"""Statements that a short sentence points back to: "Die Strecke bleibt gesperrt. Das teilte die Bahn mit." """

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, speakers, subjects
from newsreader.analysis.components.statements.clauses import EMBEDDED, Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.words import Words

POINTING = listed("das dies")
QUOTING = Government.QUOTE | Government.AFTER
_WITH = listed("diesen den folgenden")
_WORDS = listed("worten sätzen")


def says_with(words: Words, start: int, end: int) -> bool:
    """Whether words [start, end) are "mit diesen Worten", behind which any verb tells that somebody speaks."""
    return (
        words.low[start:end][:1] == ["mit"]
        and end - start == 3
        and (words.low[start + 1] in _WITH and words.low[start + 2] in _WORDS)
    )


NEUTRAL = listed(
    """
    mitteilen berichten bestätigen erklären geben bekanntgeben sagen melden hervorgehen verkünden schreiben äußern
    verlauten bekräftigen versichern betonen werden
    """
)
"""verbs that take "das" for what is said; after others it is what is praised, demanded or denied"""

DECIDING = listed("meinen entscheiden beschließen anordnen finden")
"""the same where the clause stands right behind what is said: "Die Strecke bleibt gesperrt, das entschied der Rat" """


def within(words: Words, sentence: Sentence, clause: Clause) -> Draft | None:
    """What stands before a clause that points back to it: "Die Strecke bleibt gesperrt, das teilte die Bahn mit."

    Args:
        words: the document.
        sentence: the sentence.
        clause: one of its clauses, not the first.
    """
    start, end = clause.front
    if clause.kind is not Kind.SECOND or clause.verb_part == 0 or words.low[start] not in POINTING or end > start + 2:
        return None
    told = sentence.parts[: clause.parts[0]]
    if not any(p.kind is Kind.SECOND for p in told) or any(p.kind is Kind.QUOTE for p in told):
        return None
    for predicate in frames.predicates(words, clause):
        if predicate.entry.verb in (*NEUTRAL, *DECIDING) and predicate.takes(Government.DASS) and not predicate.passive:
            speaker = subjects.behind(words, clause)
            if speaker is not None:
                return Draft(
                    StatementKind.INDIRECT, [(sentence.start, told[-1].end)], "das teilte X mit", 0.8,
                    speaker=speaker, cue=predicate.words, frame=[(told[-1].end, sentence.last)],
                    medium=predicate.entry.medium,
                )  # fmt: skip
    return None


def quoted(words: Words, sentence: Sentence, clauses: list[Clause], told: Draft) -> bool:
    """Give a quotation without a frame the speaker whom the sentence behind it names: "„Ja.“ Das sagte Jan Weber."

    Args:
        words: the document.
        sentence: the sentence behind the quotation.
        clauses: its clauses.
        told: the quotation's draft, which is completed.

    Returns:
        Whether the sentence points back to the quotation.
    """
    main = next((c for c in clauses if c.kind is Kind.SECOND), None)
    near = sentence.start - 1 <= told.end <= sentence.start  # a full stop may stand behind the mark
    if main is None or words.paragraph[told.start] != words.paragraph[sentence.start] or not near:
        return False
    start, end = main.front
    pointing = end - start == 1 and words.low[start] in POINTING
    with_words = says_with(words, start, end)
    if start != sentence.start or not (pointing or with_words):
        return False
    for predicate in frames.predicates(words, main):
        speaker = subjects.behind(words, main)
        if speaker is None or predicate.passive or not (predicate.takes(QUOTING) or with_words):
            continue
        told.speaker, told.cue, told.medium = speaker, predicate.words, predicate.entry.medium
        told.frame = [(sentence.start, sentence.last)]
        told.rule, told.rank = "quotation, das sagte X", 0.9
        return True
    return False


def find(words: Words, sentence: Sentence, clauses: list[Clause], before: Sentence | None) -> Draft | None:
    """The sentence before, as the statement of whom this one names.

    Args:
        words: the document.
        sentence: the sentence that points back.
        clauses: its clauses.
        before: the sentence before it, None if there is none or if it holds a statement already.
    """
    main = next((c for c in clauses if c.kind is Kind.SECOND), None)
    if main is None or before is None or before.paragraph != sentence.paragraph or before.last - before.start < 4:
        return None
    start, end = main.front
    if end - start != 1 or start != sentence.start or words.low[start] not in POINTING:
        return None
    if any(p.kind in EMBEDDED - {Kind.RELATIVE, Kind.ADVERBIAL} or p.kind is Kind.QUOTE for p in sentence.parts):
        return None
    for predicate in frames.predicates(words, main):
        if predicate.entry.verb in NEUTRAL and predicate.takes(Government.DASS) and not predicate.passive:
            speaker = subjects.behind(words, main)
            if predicate.takes(Government.INNER):
                speaker = speakers.speaker(words, main, predicate, [])
            if speaker is None:
                continue
            return Draft(
                StatementKind.INDIRECT, [(before.start, before.last)], "das teilte X mit", 0.8,
                speaker=speaker, cue=predicate.words, frame=[(start, sentence.last)], medium=predicate.entry.medium,
            )  # fmt: skip
    return None
