"""Direct statements: whole quotations with a frame before, behind or around them, or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import back, frames, indirect, lexicon, speakers, subjects
from newsreader.analysis.components.statements.attributes import phrase
from newsreader.analysis.components.statements.clauses import COORDINATING, DASHES, Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.nominal import base, may_be_subject
from newsreader.analysis.components.statements.scope import phrase_before
from newsreader.analysis.components.statements.wordlist import endings, listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause, Predicate
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words

QUOTING = Government.QUOTE | Government.FREE | Government.AFTER
ABOUT = listed("über zu zum zur nach bei")
"""what leads from who speaks to what it is about, before a colon"""
ABSTRACT = endings("satz ung heit keit ion motto credo unterschied grund angriff thema beispiel folge")
"""nouns of things that lead to somebody's words but do not speak"""


def whole(reading: Reading, sentence: Sentence, clauses: list[Clause]) -> Iterator[Draft]:
    """The whole quotations of a sentence with the frames that it has for them; without one they have no cue."""
    for at, part in enumerate(sentence.parts):
        if part.kind is Kind.QUOTE:
            yield _framed(reading, sentence, clauses, at)


def _framed(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int) -> Draft:
    span = sentence.parts[at].start, sentence.parts[at].end
    draft = Draft(StatementKind.DIRECT, [span], "quotation alone", 0.6)
    for attempt in (_behind, _with_these_words, _so, _so_before, _in_brackets, _before, _around, _signed):
        if attempt(reading, sentence, clauses, at, draft):
            break
    return draft


def _behind(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """„...“, sagte sie."""
    words = reading.words
    clause = next((c for c in clauses if c.verb_part == at + 1 and c.kind in (Kind.FIRST, Kind.WIE)), None)
    if clause is None or sentence.parts[at + 1].start > draft.end + 1:
        return False
    predicate = next((p for p in frames.predicates(words, clause) if p.takes(QUOTING)), None)
    rule, rank = "quotation, frame behind", 0.97
    if predicate is None:
        predicate = indirect.unlisted(words, clause)
        rule, rank = "quotation, frame behind, unlisted verb", 0.85
    speaker = speakers.speaker(words, clause, predicate, [])
    if speaker is None and (predicate is None or not predicate.listed):
        return False
    if predicate is None and speaker is not None and not speakers.is_somebody(words, speaker):
        return False  # "„...“ ist der Titel"
    draft.speaker, draft.rule, draft.rank = speaker, rule, rank
    draft.cue = predicate.words if predicate else ()
    draft.medium = predicate.entry.medium if predicate else None
    draft.frame = [(draft.end, clause.end)]
    if predicate:
        draft.addressee = subjects.addressee(words, clause, predicate, speaker)
    return True


def _with_these_words(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """„...“, mit diesen Worten meldete sie sich zurück."""
    words = reading.words
    clause = next((c for c in clauses if c.kind is Kind.SECOND and draft.end <= c.front[0] <= draft.end + 1), None)
    if clause is None or not back.says_with(words, *clause.front):
        return False
    speaker = subjects.behind(words, clause)
    if speaker is None:
        return False
    draft.speaker, draft.cue = speaker, (clause.front[1] - 1,)
    draft.rule, draft.rank, draft.frame = "quotation, frame behind", 0.95, [(draft.end, clause.end)]
    return True


def _so(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """„...“, so die Sprecherin; „...“, laut einer Sprecherin."""
    words = reading.words
    i = draft.end
    if i < sentence.last and (words.text[i] == "," or words.text[i] in DASHES):
        i += 1
    if i + 1 >= sentence.last or words.low[i] not in ("so", "laut"):
        return False
    start = i + 1
    while start < sentence.last - 1 and words.tag[start] == "ADV":
        start += 1
    stop = phrase(words, start, sentence.last)
    if stop == start or (words.low[i] == "so" and not may_be_subject(words, start)):
        return False
    end = next((p.end for p in sentence.parts if p.start <= stop - 1 < p.end), stop)
    draft.speaker, draft.cue, draft.frame = (start, stop), (i,), [(draft.end, max(end, stop))]
    draft.rule, draft.rank = "quotation, so X", 0.95
    return True


def _so_before(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """..., so die Sprecherin weiter: „...“."""
    words = reading.words
    part = sentence.parts[at - 1]
    if at == 0 or part.kind is not Kind.FRAGMENT or words.low[part.start] != "so" or words.text[draft.start - 1] != ":":
        return False
    stop = phrase(words, part.start + 1, part.end)
    if stop == part.start + 1 or not may_be_subject(words, part.start + 1):
        return False
    draft.speaker, draft.cue, draft.frame = (part.start + 1, stop), (part.start,), [(sentence.start, draft.start)]
    draft.rule, draft.rank = "quotation, so X", 0.95
    return True


def _in_brackets(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """... lobte auch Jan Weber („...“)."""
    words = reading.words
    if words.text[draft.start - 1] != "(" or draft.start - 1 <= sentence.start:
        return False
    name = phrase_before(words, sentence, draft.start - 1)
    if name is None or not speakers.is_somebody(words, name):
        return False
    draft.speaker, draft.rule, draft.rank = name, "quotation in brackets", 0.85
    return True


def _signed(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """„...“ (Jan Weber)"""
    words = reading.words
    start = draft.end + 1
    if start >= sentence.end or words.text[draft.end] != "(":
        return False
    end = start
    while end < sentence.end and words.entity[end] == "PER":
        end += 1
    if end == start or end >= sentence.end or words.text[end] not in (")", ","):
        return False
    draft.speaker, draft.rule, draft.rank = (start, end), "quotation, signed", 0.85
    draft.frame = [(draft.end, end + 1)]
    return True


def _before(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """Sie sagte: „...“; X: „...“."""
    words = reading.words
    if at == 0:
        return False
    mark = words.text[draft.start - 1]
    own = [c for c in clauses if c.end <= draft.start]
    nearest = sorted(own, key=lambda c: (c.kind in (Kind.SECOND, Kind.FIRST), c.end), reverse=True)
    for clause in nearest:
        predicate = next(
            (p for p in frames.predicates(words, clause) if p.takes(QUOTING | Government.PIECE | Government.DASS)), None
        )
        if predicate is not None:
            if not predicate.takes(QUOTING) and (told := _as_told(words, own)) is not None:
                clause, predicate = told
            earlier = own[: own.index(clause)]
            draft.speaker = speakers.speaker(words, clause, predicate, earlier) or subjects.for_whom(
                words, clause, draft.pieces[0]
            )
            draft.cue, draft.medium = predicate.words, predicate.entry.medium
            draft.addressee = subjects.addressee(words, clause, predicate, draft.speaker)
            draft.rule, draft.rank = "quotation, frame before", 0.95
            draft.frame = [(sentence.start, draft.start)]
            return True
    if mark != ":":
        return False
    draft.speaker = _before_colon(words, sentence, own, at)
    draft.rule, draft.rank, draft.frame = "quotation, colon", 0.85, [(sentence.start, draft.start)]
    return True


def _as_told(words: Words, own: list[Clause]) -> tuple[Clause, Predicate] | None:
    """The clause that tells who says what leads to a quotation: "Wie der Chef sagte, will die Firma helfen: „...“"."""
    for clause in own:
        if clause.kind is Kind.WIE:
            predicate = next((p for p in frames.predicates(words, clause) if p.takes(Government.FREE)), None)
            if predicate is not None:
                return clause, predicate
    return None


def _before_colon(words: Words, sentence: Sentence, own: list[Clause], at: int) -> Range | None:
    """Who speaks behind a colon that no cue verb leads to: its subject if that can speak, else the only person named.

    Args:
        words: the document.
        sentence: the sentence.
        own: its clauses before the colon.
        at: the quotation's part.
    """
    colon = sentence.parts[at].start - 1
    main = next((c for kind in (Kind.SECOND, Kind.FIRST) for c in own if c.kind is kind), own[0] if own else None)
    found: Range | None = None
    if main is not None:
        found = _last_named(words, sentence, at) or speakers.speaker(words, main, None, [])
    elif may_be_subject(words, sentence.start):
        stop = phrase(words, sentence.start, colon)
        found = (sentence.start, stop) if stop > sentence.start else None
    if found is not None and (_may_speak(words, found) or (main is None and _is_label(words, found, colon))):
        return found
    return _only_person(words, sentence.start, colon)


def _may_speak(words: Words, span: Range) -> bool:
    """Whether a phrase is somebody, a body, or what somebody told: not "das Thema", "Ein kurzer Nachsatz"."""
    if speakers.is_somebody(words, span) or subjects.can_speak(words, span):
        return True
    head = words.low[base(words, *span) - 1]
    return words.tag[span[0]] in ("PPOSAT", "PIS", "PDS") or lexicon.is_source_noun(head)


def _is_label(words: Words, span: Range, colon: int) -> bool:
    """Whether a noun, alone or with its subject, names who speaks: "Ein Wirt: „...“", "Wirte zur Steuer: „...“"."""
    about = span[1] == colon or words.low[span[1]] in ABOUT
    return about and not words.low[base(words, *span) - 1].endswith(ABSTRACT)


def _only_person(words: Words, start: int, stop: int) -> Range | None:
    """The only person whose name stands in a stretch, None if there are several or none."""
    named = [i for i in range(start, stop) if words.entity[i] == "PER"]
    if not named or named[-1] - named[0] >= len(named):
        return None
    return named[0], named[-1] + 1


def _last_named(words: Words, sentence: Sentence, at: int) -> Range | None:
    """Whom the last part before a colon names, if it does nothing else: "Viele klagten, so auch Jan Weber: „...“"."""
    part = sentence.parts[at - 1]
    if part.kind is not Kind.FRAGMENT or at < 2 or words.low[part.start] not in COORDINATING | {"so", "auch", "etwa"}:
        return None
    start = part.first
    while start < part.end and words.low[start] in ("so", "auch", "etwa"):
        start += 1
    stop = phrase(words, start, part.end)
    return (start, stop) if start < stop == part.end and speakers.is_somebody(words, (start, stop)) else None


def _around(reading: Reading, sentence: Sentence, clauses: list[Clause], at: int, draft: Draft) -> bool:
    """„...“, sagte sie, „...“: the second part has the frame between them."""
    if at < 2:
        return False
    for earlier in range(at - 1, -1, -1):
        if sentence.parts[earlier].kind is Kind.QUOTE:
            before = Draft(
                StatementKind.DIRECT, [(sentence.parts[earlier].start, sentence.parts[earlier].end)], "", 0.0
            )
            if _behind(reading, sentence, clauses, earlier, before) or _so(reading, sentence, clauses, earlier, before):
                draft.speaker, draft.cue, draft.frame = before.speaker, before.cue, before.frame
                draft.medium, draft.addressee = before.medium, before.addressee
                draft.rule, draft.rank = "quotation, frame amid", 0.93
                return True
            return False
    return False
