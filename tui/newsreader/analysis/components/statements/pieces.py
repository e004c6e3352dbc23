"""Quoted pieces of a sentence that are somebody's words: „völlig unsinnig“, a „Fehler“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, speakers, subjects
from newsreader.analysis.components.statements.attributes import phrase
from newsreader.analysis.components.statements.clauses import COORDINATING, Kind
from newsreader.analysis.components.statements.direct import QUOTING
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.nominal import may_be_subject
from newsreader.analysis.components.statements.scope import phrase_before
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import DOMAIN
from newsreader.analysis.result import Medium, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.reading import Quotation, Reading
    from newsreader.analysis.components.statements.words import Words

OFTEN, LONGEST_NAME = 3, 3
"""how often an article marks a name, of how many words at most, that is no quotation: a film, a ship"""
INDIRECT = StatementKind.INDIRECT
SO_CALLED = ("sogenannt", "genannt", "namens", "titel")
NAMING = listed("nennen bezeichnen heißen präsentieren sehen")
"""verbs that give a name rather than tell words, where they are reflexive"""
PLACING = listed("bei beim in im unter während nach seit am")
"""prepositions that lead to where or when something is said: "Bei der „Abendrunde“ sprach sie" """
JOINING = ("KON", "ART", "ADJA", "ADV", "APPR", "PPOSAT")
"""tags of the words between two pieces that are coordinated"""


def pieces(reading: Reading, sentence: Sentence, clauses: list[Clause], found: list[Draft]) -> Iterator[Draft]:
    """Quoted pieces of a sentence that somebody's words are: in a statement, or as object of a cue verb."""
    last: Draft | None = None
    for quotation in reading.quotations_in(sentence.start, sentence.last):
        if quotation.whole or quotation.end > sentence.end:
            continue
        draft = _piece(reading, sentence, clauses, found, quotation, last)
        if draft is not None:
            last = draft
            yield draft


def _piece(
    reading: Reading,
    sentence: Sentence,
    clauses: list[Clause],
    found: list[Draft],
    quotation: Quotation,
    last: Draft | None,
) -> Draft | None:
    """A quoted piece as a statement, None if it is none; `last` is the piece before it in the sentence."""
    words = reading.words
    span = quotation.start, quotation.end
    around = [d for d in found if d.holds(span) and d.kind in (INDIRECT, StatementKind.INDIRECT_FREE_INDIRECT)]
    around.sort(key=Draft.size)
    if quotation.length < 7 and is_name(reading, quotation) and words.low[span[0] - 1] != "als":
        return None
    if quotation.length < 4 and _in_frame(words, found, span):
        return None
    clause = next((c for c in clauses if any(a <= span[0] and span[1] <= b + 1 for a, b in c.ranges)), None)
    if clause is not None:
        draft = _object(words, sentence, clauses, clause, quotation, inside=bool(around))
        if draft is not None:
            return draft
    judging = subjects.for_whom(words, clause, span) if clause is not None and not around else None
    if judging is not None:
        return Draft(StatementKind.DIRECT, [span], "quoted piece, for X", 0.7, speaker=judging)
    if around and (quotation.length > 1 or _says_how(words, quotation)):
        rank = 0.6 if quotation.length < 4 else 0.75
        return _like(around[0], span, "quoted piece in a statement", rank)
    if (
        last is not None
        and last.speaker is not None
        and quotation.length > 1
        and _hangs_on(words, sentence, last, span)
    ):
        return _like(last, span, "quoted piece beside a statement", 0.6)
    if quotation.length < 7 or is_name(reading, quotation) or _is_title(words, quotation):
        return None
    beside = next((d for d in found if d.speaker is not None), None)
    if beside is not None:
        return _like(beside, span, "quoted piece beside a statement", 0.6)
    return Draft(
        StatementKind.DIRECT, [span], "quoted piece, long", 0.5, speaker=_whose(words, sentence, clauses, clause)
    )


def _in_frame(words: Words, found: list[Draft], span: Range) -> bool:
    """Whether a piece names to whom or where a whole quotation was said: "„...“, sagte sie der „Welt“"."""
    told = words.low[span[0] - 1] in ("als", "wie") or words.text[span[1] - 2] in ("!", "?")
    if told or not words.text[span[0] + 1][:1].isupper():
        return False
    quoted = [d for d in found if d.kind is StatementKind.DIRECT]
    return any(start <= span[0] and span[1] <= end for d in quoted for start, end in d.frame)


def _says_how(words: Words, quotation: Quotation) -> bool:
    """Whether a single word is an adjective or a verb, which is quoted for what it says: „kaputt“, „irritiert“."""
    i = quotation.end - 2
    return words.tag[i].startswith(("ADJ", "ADV", "VV")) and words.text[i][:1].islower()


def _hangs_on(words: Words, sentence: Sentence, last: Draft, span: Range) -> bool:
    """Whether a piece goes on with the one before it: "ein „Fehler“ und „großes Unglück“", "„Fehler“, der „schade“"."""
    between = range(last.end, span[0])
    if any(words.low[i] in COORDINATING for i in between) and all(words.tag[i] in JOINING for i in between):
        return True
    part = next((p for p in sentence.parts if p.start <= span[0] < p.end), None)
    if part is not None and part.kind is Kind.FRAGMENT and part.first > part.start:
        return all(words.tag[i] in JOINING for i in range(part.first, span[0]))
    behind = [p for p in sentence.parts if last.end <= p.start <= span[0]]
    return bool(behind) and behind[0].start == last.end + 1 and all(p.kind is Kind.RELATIVE for p in behind)


def _whose(words: Words, sentence: Sentence, clauses: list[Clause], clause: Clause | None) -> Range | None:
    """Whose words a piece without a cue may be: a name or pronoun that is subject of its clause or of the main one."""
    main = next((c for c in clauses if c.kind is Kind.SECOND), None)
    for candidate in (clause, main):
        subject = speakers.speaker(words, candidate, None, []) if candidate is not None else None
        if subject is not None and speakers.is_somebody(words, subject):
            return subject
    return None


def _like(other: Draft, span: Range, rule: str, rank: float) -> Draft:
    """A piece with the frame of another statement."""
    return Draft(
        StatementKind.DIRECT, [span], rule, rank, speaker=other.speaker, cue=other.cue,
        frame=list(other.frame), medium=other.medium, addressee=other.addressee,
    )  # fmt: skip


def _object(
    words: Words, sentence: Sentence, clauses: list[Clause], clause: Clause, quotation: Quotation, *, inside: bool
) -> Draft | None:
    """A piece that is what a cue verb is about: "nannte den Plan „unsinnig“", "sprach von einem „Fehler“"."""
    span, length = (quotation.start, quotation.end), quotation.length
    predicate = next((p for p in frames.predicates(words, clause) if p.takes(Government.PIECE | QUOTING)), None)
    if predicate is None or (length == 1 and not predicate.takes(Government.PIECE)):
        return None
    told = predicate.takes(Government.AFTER) and predicate.entry.medium is not Medium.THOUGHT
    if inside and not told and words.low[span[0] - 1] != "als":
        return None
    lexical = [i for i in predicate.words if i != clause.finite] or predicate.words
    quoted = [span[0] <= i < span[1] for i in lexical]
    if all(quoted) or (length == 1 and any(quoted)):
        return None
    if span[0] < clause.finite and not _led_in(words, clause, span[0]):
        return None
    if predicate.entry.verb in NAMING and any(words.low[i] == "sich" for i in clause.words()):
        return None
    speaker = speakers.speaker(words, clause, predicate, clauses[: clauses.index(clause)])
    speaker = _second_subject(words, sentence, clause, span) or speaker
    if predicate.passive and _stands_in(subjects.agent(words, clause), span):
        return None  # "wird von der „Netzeitung“ zitiert"
    if speaker is not None and words.tag[speaker[0]] == "PRELS":
        speaker = phrase_before(words, sentence, clause.start) or speaker
    if speaker is None and not inside and predicate.passive and words.low[span[0] - 1] == "als":
        return Draft(StatementKind.DIRECT, [span], "quoted piece, cue verb", 0.6, cue=predicate.words)
    if predicate.entry.verb in speakers.QUOTED_SUBJECT and _stands_in(subjects.subject(words, clause), span):
        return None
    if speaker is None or _stands_in(speaker, span) or (inside and words.tag[speaker[0]] == "PPER"):
        return None
    if words.low[speaker[0]] == "man" or (
        predicate.entry.verb == "heißen" and "es" not in words.low[clause.finite - 1 : clause.finite + 2]
    ):
        return None
    return Draft(
        StatementKind.DIRECT, [span], "quoted piece, cue verb", 0.65 if length < 4 else 0.8,
        speaker=speaker, cue=predicate.words, medium=predicate.entry.medium,
        frame=_frame_around(sentence, clause, span),
    )  # fmt: skip


def _second_subject(words: Words, sentence: Sentence, clause: Clause, span: Range) -> Range | None:
    """Who shares a verb with the subject: "Der Rat sprach von einem „Fehler“, [die Stadt] von einem „Unglück“"."""
    part = next((sentence.parts[at] for at in clause.parts if sentence.parts[at].end > span[0]), None)
    if part is None or part.kind is not Kind.FRAGMENT or part.start > span[0] or part.start < clause.finite:
        return None
    stop = phrase(words, part.first, span[0])
    after = stop
    while after < span[0] and words.tag[after] in ("ADV", "PROAV"):
        after += 1  # "die Stadt dagegen von ..."
    led = after < span[0] and (words.tag[after] in ("APPR", "APPRART", "KOKOM") or words.low[after] == "als")
    if not led or not may_be_subject(words, part.first):
        return None
    return (part.first, stop) if subjects.can_speak(words, (part.first, stop)) else None


def _stands_in(phrase: Range | None, span: Range) -> bool:
    return phrase is not None and phrase[0] <= span[0] < phrase[1]


def _led_in(words: Words, clause: Clause, start: int) -> bool:
    """Whether a preposition leads to a piece before the verb: "Von einem „Fehler“ sprach sie"."""
    first = clause.front[0]
    if words.low[first] in PLACING:
        return False
    return words.tag[start - 1] == "APPR" or (first < start and words.tag[first] in ("APPR", "APPRART"))


def _frame_around(sentence: Sentence, clause: Clause, span: tuple[int, int]) -> list[tuple[int, int]]:
    frame = [(clause.start, span[0]), (span[1], clause.end)]
    return [(start, end) for start, end in frame if start < end]


def is_name(reading: Reading, quotation: Quotation) -> bool:
    """Whether a short passage is a name or a title: „Der Spiegel“, „Graf Zeppelin“, a work, a so-called thing."""
    words = reading.words
    inside = range(quotation.start + 1, quotation.end - 1)
    if not inside:
        return True
    if any(words.finite[i] for i in inside) or words.text[inside[-1]] in ("!", "?"):
        return False
    before = quotation.start - 1
    if before >= 0 and words.low[before].startswith(SO_CALLED):
        return True
    if len(inside) == 1 and DOMAIN.fullmatch(words.low[inside[0]]):
        return True
    if words.text[inside[0]][:1].islower():
        return False
    if len(inside) <= LONGEST_NAME and reading.often_quoted(quotation) >= OFTEN:
        return True
    content = [i for i in inside if words.tag[i] in ("NN", "NE", "FM", "ADJA", "CARD", "XY")]
    if content and all(words.entity[i] for i in content):
        return True
    capital = all(words.text[i][:1].isupper() or words.text[i][:1].isdigit() for i in content)
    behind_noun = before >= 0 and words.tag[before] in ("NN", "NE")
    named = any(words.entity[i] for i in inside) or words.tag[inside[0]] in ("NE", "FM")
    return bool(content) and capital and (behind_noun or named)


def _is_title(words: Words, quotation: Quotation) -> bool:
    """Whether a long passage without a verb, all nouns and names, is the title of a work."""
    inside = range(quotation.start + 1, quotation.end - 1)
    if any(words.finite[i] for i in inside) or words.tag[quotation.start + 1] not in ("NN", "NE"):
        return False
    return all(words.text[i][:1].isupper() for i in inside if words.tag[i] in ("ADJA", "NN", "NE"))
