"""Indirect statements by cue verbs and nouns: dass, zu, a clause in the Konjunktiv, before or behind what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, lexicon, speakers, subjects
from newsreader.analysis.components.statements.attributes import phrase, telling_noun
from newsreader.analysis.components.statements.clauses import EMBEDDED, Kind
from newsreader.analysis.components.statements.complements import accepts, complement_of, end_of, in_konjunktiv
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.frames import Clause, Predicate
from newsreader.analysis.components.statements.free import UNREAL
from newsreader.analysis.components.statements.lexicon import Entry, Government
from newsreader.analysis.components.statements.scope import trimmed
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import Medium, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Part, Sentence
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words


CONTRARY = listed("nicht keine keinen kein jedoch aber")
"""words that a frame behind what is said hardly holds, but a clause that goes on does"""
CAUSAL = listed("weil da")
CONDITIONAL = listed("wenn falls sofern solange")
TELLING = Government.AFTER | Government.OBJECT | Government.MENTION
DENYING = listed("zurück zurückgewiesen zurückzuweisen bestätigte bestritt dementierte")
"""words of frames whose subject is not who makes the reproach or the claim"""


def find(reading: Reading, sentence: Sentence, clauses: list[Clause]) -> Iterator[Draft]:
    """The indirect statements of a sentence that a cue verb or a noun introduces."""
    words = reading.words
    for number, clause in enumerate(clauses):
        if clause.kind is Kind.WIE:
            continue
        earlier = clauses[:number]
        draft = _behind(words, sentence, clause, earlier) or _ahead(words, sentence, clause, earlier)
        draft = draft or _subordinate(words, sentence, clause, earlier)
        if draft is not None:
            yield draft
        yield from _noun(words, sentence, clause, earlier, ahead=draft is None)


def _behind(words: Words, sentence: Sentence, clause: Clause, earlier: list[Clause]) -> Draft | None:
    """A frame behind or amid what is said: ", sagte sie", with the rest of the sentence around it."""
    at = clause.verb_part
    part = sentence.parts[at]
    if (
        clause.kind is not Kind.FIRST
        or at == 0
        or part.first != part.start
        or clause.start != part.start
        or part.start == sentence.start
    ):
        return None
    before = sentence.parts[:at]
    if before[-1].kind is Kind.QUOTE or words.text[part.start - 1] not in (",", "–", "-", "—"):
        return None
    if words.subjunctive[clause.finite] and words.tag[clause.finite + 1 : clause.finite + 2] != ["PPER"]:
        return None
    so = words.low[part.start] == "so"
    found = frames.predicates(words, clause)
    predicate = next((p for p in found if p.takes(Government.AFTER)), None)
    speaker = speakers.speaker(words, clause, predicate, [])
    if predicate is None and so and speaker is not None and lexicon.is_source_noun(words.low[speaker[1] - 1]):
        predicate = next((p for p in found if p.takes(Government.DASS)), None)  # ", so zeigen neue Studien"
    if predicate is None:
        telling = speaker is not None and _speaks(words, before) and not words.subjunctive[clause.finite]
        predicate = unlisted(words, clause) if telling and before[0].kind is not Kind.FIRST else None
    if predicate is None or (speaker is None and not predicate.takes(Government.INNER) and not predicate.passive):
        return None
    if any(words.low[i] in CONTRARY for i in clause.words()) or (predicate.passive and _has_object(words, clause)):
        return None
    rest = [p for p in sentence.parts[at + 1 :] if p.start >= clause.end]
    amid = so and bool(rest) and rest[0].kind in (Kind.FIRST, Kind.FRAGMENT)
    amid = amid or frames.stands_amid(words, sentence.parts, at)
    if not (so or amid) and not _tells(words, before):
        return None
    start = _behind_colon(words, sentence, before)
    pieces = [trimmed(words, start, part.start), trimmed(words, clause.end, sentence.last)]
    if (
        rest
        and not amid
        and rest[0].kind in (Kind.RELATIVE, Kind.FRAGMENT, Kind.ADVERBIAL, Kind.FIRST)
        and not any(words.subjunctive[i] for p in rest for i in range(p.start, p.end))
    ):
        pieces = pieces[:1]
        frame = part.start - 1, sentence.last
    else:
        frame = part.start - 1, clause.end
    rule, rank = ("frame behind", 0.9) if predicate.listed else ("frame behind, unlisted verb", 0.7)
    return Draft(
        StatementKind.INDIRECT, [p for p in pieces if p[0] < p[1]], rule, rank,
        speaker=speaker, cue=predicate.words, frame=[frame], medium=predicate.entry.medium,
        addressee=subjects.addressee(words, clause, predicate, speaker),
    )  # fmt: skip


def _behind_colon(words: Words, sentence: Sentence, before: list[Part]) -> int:
    """Where what is told begins: behind a colon that something else leads up to ("Kritik kam auf: Das sei falsch")."""
    for at in range(len(before) - 1, 0, -1):
        part, led = before[at], before[:at]
        if words.text[part.start - 1] == ":" and part.kind is Kind.SECOND and words.subjunctive[part.finite]:
            plain = all(p.finite < 0 or not words.subjunctive[p.finite] for p in led)
            return part.start if plain else sentence.start
    return sentence.start


def _tells(words: Words, parts: list[Part]) -> bool:
    """Whether what stands before a frame is a clause of its own, not its first field: "Während sie hoffe, sagte"."""
    if parts[0].kind in (Kind.DASS, Kind.ZU, Kind.QUESTION):
        return True
    return any(
        p.kind in (Kind.SECOND, Kind.FIRST) and not frames.told_by_noun(words, parts, at) for at, p in enumerate(parts)
    )


def _has_object(words: Words, clause: Clause) -> bool:
    """Whether a passive is about a thing of its own: ", werden geringe Chancen eingeräumt"."""
    found = subjects.behind(words, clause)
    return found is not None and words.tag[found[0]] != "PPER"


def _speaks(words: Words, parts: list[Part]) -> bool:
    first, last = parts[0], parts[-1]
    stretch = range(first.start, last.end)
    return any(words.subjunctive[i] for i in stretch) and not any(words.low[i] == "ich" for i in stretch)


def unlisted(words: Words, clause: Clause) -> Predicate | None:
    """A verb that the lexicon lacks, as a cue by its construction."""
    verb = clause.finite
    for i in clause.words():
        if words.tag[i] in ("VVPP", "VVINF") and i > clause.finite:
            verb = i
    if not words.tag[verb].startswith("VV") or words.lemma[clause.finite] == "sein":
        return None  # "„...“ ist der Band überschrieben"
    entry = Entry(lexicon.infinitive(words.low[verb], words.lemma[verb]), frozenset(), Government.NONE, Medium.SPEECH)
    return Predicate(entry, tuple(sorted({clause.finite, verb})), listed=False)


def _ahead(words: Words, sentence: Sentence, clause: Clause, earlier: list[Clause]) -> Draft | None:
    """A frame before what is said."""
    complement = complement_of(sentence, clause)
    if complement < 0:
        return None
    found = frames.predicates(words, clause)
    for predicate in found:
        rank = accepts(words, sentence, clause, predicate, complement)
        if rank:
            return _ahead_draft(words, sentence, clause, predicate, complement, rank, earlier)
    if (
        not found
        and not words.subjunctive[clause.finite]
        and in_konjunktiv(words, sentence, complement)
        and sentence.parts[complement].kind in (Kind.SECOND, Kind.DASS)
    ):
        predicate_ = unlisted(words, clause)
        if predicate_ is not None and telling_noun(words, clause.ranges[-1]) is None:
            return _ahead_draft(words, sentence, clause, predicate_, complement, 0.6, earlier)
    return None


def _subordinate(words: Words, sentence: Sentence, clause: Clause, earlier: list[Clause]) -> Draft | None:
    """A reason or an attribute in the Konjunktiv behind a cue verb: "beklagten Pläne, die nichts brächten"."""
    at = max(clause.parts) + 1
    if clause.kind not in (Kind.SECOND, Kind.FIRST) or at >= len(sentence.parts) or words.subjunctive[clause.finite]:
        return None
    part = sentence.parts[at]
    causal = part.kind is Kind.ADVERBIAL and words.low[part.first] in CAUSAL
    if part.kind is Kind.ADVERBIAL and words.low[part.first] in CONDITIONAL:
        causal = part.finite >= 0 and words.low[part.finite] not in UNREAL  # "warnte vor Hunger, wenn niemand helfe"
    if not (part.kind is Kind.RELATIVE or causal) or part.finite < 0 or not words.subjunctive[part.finite]:
        return None
    predicate = next((p for p in frames.predicates(words, clause) if p.takes(TELLING)), None)
    speaker = speakers.speaker(words, clause, predicate, earlier) if predicate is not None else None
    if predicate is None or speaker is None:
        return None
    told = trimmed(words, part.start, end_of(words, sentence, clause, at))
    return Draft(
        StatementKind.INDIRECT, [told], "subordinate Konjunktiv", 0.7, speaker=speaker, cue=predicate.words,
        frame=[(clause.start, part.start)], medium=predicate.entry.medium,
    )  # fmt: skip


def _ahead_draft(
    words: Words,
    sentence: Sentence,
    clause: Clause,
    predicate: Predicate,
    at: int,
    rank: float,
    earlier: list[Clause],
) -> Draft:
    part = sentence.parts[at]
    end = end_of(words, sentence, clause, at)
    begin = part.start
    closing = next((n for n in reversed(clause.parts) if sentence.parts[n].end - 1 in predicate.words), at)
    if clause.verb_part <= closing < at - 1:
        # The clause of the frame is over with its verb; what stands between belongs to what is said.
        begin = sentence.parts[closing + 1].start
    speaker = speakers.speaker(words, clause, predicate, earlier)
    start = clause.start
    if clause.kind not in EMBEDDED and (clause.verb_part == 0 or clause.parts[0] == 0):
        start = sentence.start
    frame: list[Range] = [(start, begin)]
    if end < sentence.last:
        rest = trimmed(words, end, sentence.last)
        if rest[0] < rest[1] and clause.kind not in EMBEDDED:
            frame.append((end, sentence.last))
    rule = {Kind.DASS: "dass", Kind.QUESTION: "ob", Kind.ZU: "zu"}.get(
        part.kind, "Konjunktiv" if in_konjunktiv(words, sentence, at) else "verb second"
    )
    if clause.kind in EMBEDDED:
        rank -= 0.15
    rule = rule if predicate.listed else f"{rule}, unlisted verb"
    return Draft(
        StatementKind.INDIRECT, [trimmed(words, begin, end)], rule, rank,
        speaker=speaker, cue=predicate.words, frame=frame, medium=predicate.entry.medium,
        addressee=subjects.addressee(words, clause, predicate, speaker),
    )  # fmt: skip


def _noun(words: Words, sentence: Sentence, clause: Clause, earlier: list[Clause], *, ahead: bool) -> Iterator[Draft]:
    """What a noun of saying introduces: "wies den Vorwurf zurück, er habe ...", "die Forderung, ... zu ...".

    Args:
        words: the document.
        sentence: the sentence.
        clause: the clause that the noun stands in.
        earlier: those before it.
        ahead: whether what stands behind the clause may be told by a noun at its end.
    """
    at, noun = complement_of(sentence, clause), telling_noun(words, clause.ranges[-1]) if ahead else None
    if noun is None and len(clause.parts) > 1:
        # The clause told by the noun stands inside: "Der Vorwurf, er habe gelogen, wurde nie belegt."
        first = clause.parts[0]
        at, noun = first + 1, telling_noun(words, clause.ranges[0])
        if at in clause.parts:
            return
    if at < 0 or noun is None:
        return
    part = sentence.parts[at]
    konjunktiv = in_konjunktiv(words, sentence, at)
    if not (part.kind in (Kind.DASS, Kind.ZU, Kind.QUESTION) or (part.kind is Kind.SECOND and konjunktiv)):
        return
    start = noun
    while start > clause.start and words.tag[start - 1] in ("ART", "PPOSAT", "ADJA", "PDAT", "PIAT"):
        start -= 1
    speaker: Range | None = None
    stop = phrase(words, noun, next(end for begin, end in clause.ranges if begin <= noun < end))
    if stop > noun + 1:
        speaker = noun + 1, stop
    elif words.low[clause.front[0]] in ("von", "vom") and noun > clause.finite:
        speaker = subjects.agent(words, clause)
    elif not any(words.low[i] in DENYING for i in clause.words()):
        speaker = speakers.speaker(words, clause, None, earlier)
    if speaker is None:
        speaker = start, noun + 1
    told = trimmed(words, part.start, end_of(words, sentence, clause, at))
    yield Draft(
        StatementKind.INDIRECT, [told], "noun", 0.8 if konjunktiv else 0.65,
        speaker=speaker, cue=tuple(range(start, noun + 1)), frame=[(clause.start, part.start)],
    )  # fmt: skip
