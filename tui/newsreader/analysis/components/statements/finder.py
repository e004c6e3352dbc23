"""Runs the constructions over a document and settles which of their findings stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import (
    attribution,
    back,
    direct,
    echo,
    frames,
    free,
    indirect,
    interview,
    pieces,
    reported,
    voice,
)
from newsreader.analysis.components.statements.clauses import Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.voice import Voice
    from newsreader.analysis.components.statements.words import Words


def find(reading: Reading) -> list[Draft]:
    """The statements of a document in order."""
    result: list[Draft] = []
    speaking: Voice | None = None
    before: Sentence | None = None
    weak: list[Draft] = []
    turns = interview.turns(reading)
    told = 0
    for sentence in reading.sentences:
        turn = turns.get(sentence.start)
        if turn is not None:
            result.append(turn)
            told, speaking, before = turn.end, None, None
        if not sentence.parts or sentence.start < told:
            continue
        if reading.is_heading(sentence):
            speaking = None
        clauses = frames.clauses(reading.words, sentence)
        if result and result[-1].rule in UNFRAMED and back.quoted(reading.words, sentence, clauses, result[-1]):
            speaking, before, weak = voice.after(reading.words, sentence, clauses, result[-1:], speaking), None, []
            continue
        pointing = back.find(reading.words, sentence, clauses, before)
        if pointing is not None and weak:
            del result[-len(weak) :]
        found = [pointing] if pointing is not None else _in_sentence(reading, sentence, clauses, speaking)
        weak = found if all(draft.kind in GIVING_WAY for draft in found) else []
        before = None if found and not weak else sentence
        speaking = voice.after(reading.words, sentence, clauses, found, speaking)
        if reading.is_heading(sentence) and not any(draft.kind is StatementKind.DIRECT for draft in found):
            speaking = None
        result += found
    echo.resolve(reading.words, result)
    return _joined(reading, result)


def _in_sentence(reading: Reading, sentence: Sentence, clauses: list[Clause], speaking: Voice | None) -> list[Draft]:
    words = reading.words
    whole = list(direct.whole(reading, sentence, clauses))
    for draft in whole:
        if draft.rule == "quotation alone" or _in_his_words(words, draft, clauses):
            _go_on(draft, speaking)
    going_on = free.find(words, sentence, clauses, speaking) if not whole else None
    attributed = list(attribution.find(reading, sentence))
    if going_on is not None and not attributed and not _told_inside(reading, clauses):
        found = [going_on]
    else:
        told = [draft for draft in indirect.find(reading, sentence, clauses) if not _in_quotation(reading, draft)]
        pointing = (back.within(words, sentence, clause) for clause in clauses[1:])
        found = _settled(words, [*attributed, *told, *(draft for draft in pointing if draft is not None)])
        found = [draft for draft in found if not any(_only_frames(words, draft, other) for other in whole)]
        for draft in found:
            _lend(words, draft, speaking)
        if not found and not whole:
            found = list(reported.find(reading, sentence, clauses))
    for draft in whole:
        if draft.speaker is None:
            holder = next((told for told in found if told.speaker is not None and told.holds(draft.pieces[0])), None)
            draft.speaker = holder.speaker if holder is not None else None
    quoted = list(pieces.pieces(reading, sentence, clauses, [*found, *whole]))
    # What stands in quotation marks from end to end is told word by word: 'sagte, "wir helfen gern"'.
    literal = {tuple(draft.pieces) for draft in (*quoted, *whole)}
    found = [*(draft for draft in found if tuple(draft.pieces) not in literal), *quoted]
    return [*whole, *found]


def _only_frames(words: Words, draft: Draft, quoted: Draft) -> bool:
    """Whether a finding is a quotation with its frame, told by what is the speaker's own: "seinem Redetext zufolge"."""
    if draft.speaker is None or words.tag[draft.speaker[0]] != "PPOSAT":
        return False
    both = Draft(quoted.kind, [*quoted.pieces, *quoted.frame], quoted.rule, quoted.rank)
    holds = quoted.rank > UNSURE and draft.overlap(quoted) == quoted.size()
    return holds and draft.size() <= draft.overlap(both) + 1


def _in_quotation(reading: Reading, draft: Draft) -> bool:
    """Whether a cue is itself quoted among other words: "ich denke" amid what somebody said."""
    number = reading.quoted[draft.cue[0]] if draft.cue else -1
    return number >= 0 and reading.quotations[number].length > len(draft.cue) + 1


def _lend(words: Words, draft: Draft, speaking: Voice | None) -> None:
    """Give "hieß es" without a source, and a clause in the Konjunktiv behind no cue, to whoever spoke before."""
    if speaking is None or not speaking.told or speaking.distance > 1:
        return
    anonymous = draft.speaker is None and any(words.low[i] == "es" for i in draft.cue)
    if anonymous and any(words.low[i] in ELSEWHERE for start, end in draft.frame for i in range(start, end)):
        return
    if anonymous or draft.rule == "Konjunktiv, unlisted verb":
        draft.speaker = speaking.speaker


def _told_inside(reading: Reading, clauses: list[Clause]) -> bool:
    """Whether a frame in the indicative stands behind or amid a sentence in the Konjunktiv: ", sagte sie"."""
    words = reading.words
    return any(
        clause.kind is Kind.FIRST
        and clause.finite >= 0
        and not words.subjunctive[clause.finite]
        and any(p.takes(Government.AFTER) for p in frames.predicates(words, clause))
        for clause in clauses[1:]
    )


def _in_his_words(words: Words, draft: Draft, clauses: list[Clause]) -> bool:
    """Whether what leads to a quotation is told itself, in the Konjunktiv ("Das sei teuer: „...“"), or says nothing."""
    if draft.rule not in ("quotation, colon", "quotation, frame before"):
        return False
    if draft.rule == "quotation, colon" and draft.speaker is not None and words.tag[draft.speaker[0]] == "PPOSAT":
        return words.low[draft.speaker[0]].startswith(("sein", "ihr"))
    framing = [c for c in clauses if any(start <= i < end for start, end in c.ranges for i in draft.cue)]
    main = [c for c in clauses if c.end <= draft.start and c.kind is Kind.SECOND]
    if framing or (main and draft.speaker is not None):
        return all(words.subjunctive[c.finite] for c in (*framing, *main))
    return draft.rule == "quotation, colon" and draft.speaker is None


def _go_on(draft: Draft, speaking: Voice | None) -> None:
    """Give a quotation without a frame the speaker of what stands before it."""
    if speaking is None or speaking.distance > 1:
        return
    draft.speaker, draft.medium = speaking.speaker, speaking.medium
    draft.rule = "quotation going on" if speaking.told else "quotation after its speaker"
    draft.rank = 0.8 if speaking.told else 0.65


UNFRAMED = frozenset({"quotation alone", "quotation going on", "quotation after its speaker"})
"""constructions of quotations that no frame of their own gives to anybody"""
ELSEWHERE = frozenset({"dort", "darin"})
"""words that point to a text rather than to who spoke before: "heißt es dort" """
GIVING_WAY = (StatementKind.REPORTED, StatementKind.FREE_INDIRECT)
"""kinds that a sentence is not told to be once the next one says whose statement it is ("Das teilte die Bahn mit.")"""
UNSURE = 0.85
"""how strongly a quotation must hold with its frame"""
NESTING = frozenset({"dass", "ob", "zu", "Konjunktiv", "laut", "nach Angaben", "zufolge"})
"""constructions that tell what somebody said within what somebody else said"""


def _nest(words: Words, inner: Draft, outer: Draft) -> bool:
    """Whether somebody's statement is told in another's: not what a pronoun only thinks ("sagte, er hoffe, dass")."""
    if inner.speaker is None or inner.rule not in NESTING or not inner.nests_in(outer):
        return False
    return words.tag[inner.speaker[0]] not in ("PPER", "PIS", "PDS", "PRELS")


def _settled(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Of findings that tell the same words, the surest, with those that are told inside of it."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.rule != "frame behind", -d.rank, d.start, -d.size())):
        if all(not draft.overlap(other) or _nest(words, draft, other) or _nest(words, other, draft) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, -d.size()))


def _joined(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Free sentences that follow each other are one statement."""
    result: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        going_on = draft.kind in (StatementKind.INDIRECT_FREE_INDIRECT, StatementKind.FREE_INDIRECT)
        if going_on and last is not None and _continues(reading, last, draft):
            last.pieces = [(last.start, draft.end)]
            last.rank = min(last.rank, draft.rank)
            continue
        result.append(draft)
        if going_on:
            last = draft
    return sorted(result, key=lambda d: (d.start, -d.size()))


def _continues(reading: Reading, last: Draft, draft: Draft) -> bool:
    paragraph = reading.words.paragraph
    return (
        last.kind is draft.kind
        and last.end == draft.start
        and last.speaker == draft.speaker
        and paragraph[last.end - 1] == paragraph[draft.start]
    )
