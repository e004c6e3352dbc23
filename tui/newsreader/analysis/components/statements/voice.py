"""Whose words go on: the speaker that a sentence leaves for statements in the next ones that name none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, lexicon, speakers, subjects
from newsreader.analysis.components.statements.clauses import Kind
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.nominal import base
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.draft import Draft
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.words import Words
    from newsreader.analysis.result import Medium


AUTHORS = listed("ich wir")
"""speakers outside of quotation marks that are who writes, whom nobody quotes"""
ASKING = listed("fragen nachfragen zurückfragen erkundigen")
"""verbs behind whose words somebody else answers"""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who may go on speaking.

    Attributes:
        speaker: the words that name him.
        medium: how he spoke last.
        told: whether a statement of his was found; else he is just whom the last sentence is about.
        distance: how many sentences ago.
    """

    speaker: Range
    medium: Medium | None
    told: bool
    distance: int = 0

    def later(self) -> Voice:
        """The same voice one sentence later."""
        return Voice(self.speaker, self.medium, self.told, self.distance + 1)


def after(
    words: Words, sentence: Sentence, clauses: list[Clause], found: list[Draft], before: Voice | None
) -> Voice | None:
    """The voice that a sentence leaves behind.

    Args:
        words: the document.
        sentence: the sentence.
        clauses: its clauses.
        found: its statements.
        before: the voice before it.
    """
    told = [d for d in found if d.speaker is not None and not _is_cue(d) and not _points_away(words, d.speaker)]
    if told:
        free = [d for d in told if d.kind is StatementKind.INDIRECT_FREE_INDIRECT]
        lead = free[0] if free else max(told, key=lambda d: (_leads(d), d.size()))
        if lead.speaker is not None:
            if words.low[lead.speaker[0]] in AUTHORS or _asks(words, lead):
                return None
            return Voice(_himself(words, sentence, clauses, lead.speaker), lead.medium, told=True)
    if found and all(d.speaker is None for d in found):
        return None
    if found and before is not None:
        return Voice(before.speaker, before.medium, before.told, 0)
    main = next((c for c in clauses if c.kind is Kind.SECOND), None)
    if main is not None:
        predicate = next(iter(frames.predicates(words, main)), None)
        subject = speakers.speaker(words, main, predicate, [])
        if subject is not None and words.tag[subject[0]] not in ("PDS", "PPER", "PIS"):
            name = any(words.entity[i] in ("PER", "ORG") for i in range(*subject))
            tells = subjects.can_speak(words, subject) or lexicon.is_source_noun(words.low[base(words, *subject) - 1])
            named = name and tells and not _holds(words, before, sentence)
            if named or (predicate is not None and predicate.takes(Government.AFTER) and not predicate.passive):
                return Voice(subject, None, told=False)
    return before.later() if before is not None else None


def _holds(words: Words, before: Voice | None, sentence: Sentence) -> bool:
    """Whether somebody who spoke in this paragraph goes on rather than one who is only told about."""
    if before is None or not before.told or before.distance > 1:
        return False
    return words.paragraph[before.speaker[0]] == words.paragraph[sentence.start]


def _himself(words: Words, sentence: Sentence, clauses: list[Clause], speaker: Range) -> Range:
    """Who stands behind "nach eigenen Angaben": the subject of the sentence."""
    if not words.low[speaker[0]].startswith("eigene"):
        return speaker
    main = next((c for c in clauses if c.kind is Kind.SECOND), None)
    return (main and subjects.subject(words, main)) or speaker


def _asks(words: Words, draft: Draft) -> bool:
    """Whether a statement is what somebody asks another, who answers then: "Sie fragte, ob das stimme. „Nein.“"."""
    asked = any(lexicon.infinitive(words.low[i], words.lemma[i]) in ASKING for i in draft.cue)
    return asked and draft.kind is StatementKind.INDIRECT


def _is_cue(draft: Draft) -> bool:
    """Whether the speaker is a word such as "demnach" that only points back."""
    return draft.speaker is not None and draft.cue == (draft.speaker[0],)


def _points_away(words: Words, speaker: Range) -> bool:
    """Whether a speaker is hearsay ("dem Vernehmen nach") or what a relative pronoun goes on from."""
    return words.low[speaker[1] - 1] == "vernehmen" or words.tag[speaker[0]] == "PRELS"


def _leads(draft: Draft) -> bool:
    """Whether a statement is told by the sentence's main clause and not by a piece or a clause inside."""
    return draft.kind is not StatementKind.DIRECT or not draft.rule.startswith("quoted piece")
