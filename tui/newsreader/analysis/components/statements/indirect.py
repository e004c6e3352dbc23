"""Indirect statements by cue verbs and nouns: dass, zu, a clause in the Konjunktiv, before or behind what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, lexicon, speakers, subjects
from newsreader.analysis.components.statements.attribution import trimmed
from newsreader.analysis.components.statements.clauses import COORDINATING, EMBEDDED, Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.frames import Clause, Predicate
from newsreader.analysis.components.statements.lexicon import Entry, Government
from newsreader.analysis.components.statements.nominal import phrase, telling_noun
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import MARKS
from newsreader.analysis.result import Medium, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Part, Sentence
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words


SHORT_FRAME = 8
"""words of a frame, comma included, that a clause in the indicative may follow: "Sie sagt, das Land braucht Hilfe" """
CONTRARY = listed("nicht keine keinen kein jedoch aber")
"""words that a frame behind what is said hardly holds, but a clause that goes on does"""
CONFIRMING = listed("bestätigen kommentieren mitteilen verraten sagen")
"""verbs that say something only where they are not denied"""
CAUSAL = listed("weil da")
TELLING = Government.AFTER | Government.OBJECT | Government.MENTION
ASKING = listed("fragen nachfragen zurückfragen erkundigen")
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
    if not so and not _tells(words, before):
        return None
    pieces = [trimmed(words, sentence.start, part.start), trimmed(words, clause.end, sentence.last)]
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
    if not words.tag[verb].startswith("VV"):
        return None
    entry = Entry(lexicon.infinitive(words.low[verb], words.lemma[verb]), frozenset(), Government.NONE, Medium.SPEECH)
    return Predicate(entry, tuple(sorted({clause.finite, verb})), listed=False)


def _ahead(words: Words, sentence: Sentence, clause: Clause, earlier: list[Clause]) -> Draft | None:
    """A frame before what is said."""
    complement = _complement(sentence, clause)
    if complement < 0:
        return None
    found = frames.predicates(words, clause)
    for predicate in found:
        rank = _accepts(words, sentence, clause, predicate, complement)
        if rank:
            return _ahead_draft(words, sentence, clause, predicate, complement, rank, earlier)
    if (
        not found
        and not words.subjunctive[clause.finite]
        and _konjunktiv(words, sentence, complement)
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
    if not (part.kind is Kind.RELATIVE or causal) or part.finite < 0 or not words.subjunctive[part.finite]:
        return None
    predicate = next((p for p in frames.predicates(words, clause) if p.takes(TELLING)), None)
    speaker = speakers.speaker(words, clause, predicate, earlier) if predicate is not None else None
    if predicate is None or speaker is None:
        return None
    told = trimmed(words, part.start, _end(words, sentence, clause, at))
    return Draft(
        StatementKind.INDIRECT, [told], "subordinate Konjunktiv", 0.7, speaker=speaker, cue=predicate.words,
        frame=[(clause.start, part.start)], medium=predicate.entry.medium,
    )  # fmt: skip


def _complement(sentence: Sentence, clause: Clause) -> int:
    """The part that may tell what is said: the first one behind the clause, relative clauses left aside."""
    at = max(clause.parts) + 1
    parts = sentence.parts
    while at + 1 < len(parts) and parts[at].kind in (Kind.RELATIVE, Kind.WIE):
        at += 1
    return at if at < len(parts) and parts[at].kind not in (Kind.QUOTE, Kind.RELATIVE) else -1


def _accepts(words: Words, sentence: Sentence, clause: Clause, predicate: Predicate, at: int) -> float:
    """How surely a part is the complement of a cue verb, 0 if it is none."""
    part = sentence.parts[at]
    takes = predicate.takes
    konjunktiv = _konjunktiv(words, sentence, at)
    coordinated = part.first != part.start and words.low[part.start] in COORDINATING
    if coordinated or _withheld(words, clause, predicate):
        return 0.0
    if takes(Government.WEAK) and not konjunktiv:
        return 0.0
    if part.kind is Kind.DASS and takes(Government.DASS):
        return 0.92
    if part.kind is Kind.QUESTION and takes(Government.DASS) and (konjunktiv or _asks(words, clause, predicate)):
        return 0.8
    if part.kind is Kind.ZU and takes(Government.ZU):
        return 0.85
    if part.kind is Kind.SECOND and words.text[part.start - 1] in (",", ":"):
        if konjunktiv and takes(Government.FREE | Government.KONJ | Government.DASS):
            return 0.95
        quoted = any(words.text[i] in MARKS for i in range(part.start, part.end))
        if takes(Government.FREE) and (quoted or part.start - clause.start < SHORT_FRAME):
            return 0.8
    opening = part.kind is Kind.FIRST or (
        part.kind in (Kind.ADVERBIAL, Kind.FRAGMENT, Kind.ZU) and _verb_follows(sentence, at)
    )
    if opening and konjunktiv and takes(Government.FREE | Government.KONJ | Government.DASS):
        return 0.85
    return 0.0


def _asks(words: Words, clause: Clause, predicate: Predicate) -> bool:
    """Whether a frame asks, so that the question behind it may stand in the indicative: "lautete die Frage, wo"."""
    return predicate.entry.verb in ASKING or any(words.low[i] == "frage" for i in clause.words())


def _withheld(words: Words, clause: Clause, predicate: Predicate) -> bool:
    """Whether nothing is said after all: "wollte nicht bestätigen, dass", "der Verdacht hat sich nicht bestätigt"."""
    denied = any(words.low[i] in ("nicht", "weder", "kaum") for i in clause.words())
    return predicate.entry.verb in CONFIRMING and denied


def _verb_follows(sentence: Sentence, at: int) -> bool:
    """Whether a part opens a clause whose verb comes behind it: "sobald sie komme, | werde er gehen"."""
    later = next((p for p in sentence.parts[at + 1 :] if p.kind not in EMBEDDED and p.kind is not Kind.FRAGMENT), None)
    return later is not None and later.kind is Kind.FIRST


def _konjunktiv(words: Words, sentence: Sentence, at: int) -> bool:
    """Whether the first main or dass clause from a part on stands in the Konjunktiv."""
    for part in sentence.parts[at : at + 4]:
        if part.finite >= 0 and part.kind is not Kind.RELATIVE:
            if words.subjunctive[part.finite] or any(words.subjunctive[i] for i in range(part.start, part.end)):
                return True
            if part.kind is not Kind.ADVERBIAL:
                return False
    return False


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
    end = _end(words, sentence, clause, at)
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
        part.kind, "Konjunktiv" if _konjunktiv(words, sentence, at) else "verb second"
    )
    if clause.kind in EMBEDDED:
        rank -= 0.15
    rule = rule if predicate.listed else f"{rule}, unlisted verb"
    return Draft(
        StatementKind.INDIRECT, [trimmed(words, begin, end)], rule, rank,
        speaker=speaker, cue=predicate.words, frame=frame, medium=predicate.entry.medium,
        addressee=subjects.addressee(words, clause, predicate, speaker),
    )  # fmt: skip


def _end(words: Words, sentence: Sentence, clause: Clause, at: int) -> int:
    """Where what is said ends: with the sentence, unless the clause of the frame or the one around it goes on."""
    parts = sentence.parts
    awaiting = clause.kind in EMBEDDED and not any(
        p.kind in (Kind.SECOND, Kind.FIRST) for p in parts[: clause.verb_part]
    )
    subordinate = parts[at].kind in (Kind.DASS, Kind.QUESTION, Kind.ZU)
    konjunktiv = _konjunktiv(words, sentence, at)
    for number in range(at + 1, len(parts)):
        part = parts[number]
        if number in clause.parts or (part.kind is Kind.QUOTE and words.text[part.start - 1] == ":"):
            return parts[number - 1].end
        resuming = part.kind is Kind.FIRST and part.finite >= 0 and not words.subjunctive[part.finite]
        if resuming and (awaiting or (subordinate and part.first != part.start) or _is_frame(words, sentence, number)):
            return parts[number - 1].end
        if part.kind is Kind.SECOND and subordinate and words.text[part.start - 1] == ";":
            return parts[number - 1].end
        if konjunktiv and resuming and parts[number - 1].kind not in EMBEDDED and words.low[part.end - 1] != "so":
            return parts[number - 1].end
        joined = part.first != part.start and words.low[part.start] == "und"
        if part.kind is Kind.FIRST and joined and konjunktiv and _indicative(words, part.finite):
            return parts[number - 1].end
        if (
            part.kind is Kind.SECOND
            and (subordinate or words.low[part.start] in ("doch", "aber"))
            and konjunktiv
            and part.finite >= 0
            and not words.subjunctive[part.finite]
        ) and words.low[part.start] in COORDINATING:
            return parts[number - 1].end
    return sentence.last


def _indicative(words: Words, verb: int) -> bool:
    """Whether a verb is surely no Konjunktiv: a singular, since the plurals of both moods are often the same."""
    return verb >= 0 and not words.subjunctive[verb] and not words.low[verb].endswith("en")


def _is_frame(words: Words, sentence: Sentence, number: int) -> bool:
    part = sentence.parts[number]
    entries = lexicon.verbs().get(lexicon.infinitive(words.low[part.finite], words.lemma[part.finite]), ())
    return part.first == part.start and any(entry.government & Government.AFTER for entry in entries)


def _noun(words: Words, sentence: Sentence, clause: Clause, earlier: list[Clause], *, ahead: bool) -> Iterator[Draft]:
    """What a noun of saying introduces: "wies den Vorwurf zurück, er habe ...", "die Forderung, ... zu ...".

    Args:
        words: the document.
        sentence: the sentence.
        clause: the clause that the noun stands in.
        earlier: those before it.
        ahead: whether what stands behind the clause may be told by a noun at its end.
    """
    at, noun = _complement(sentence, clause), telling_noun(words, clause.ranges[-1]) if ahead else None
    if noun is None and len(clause.parts) > 1:
        # The clause told by the noun stands inside: "Der Vorwurf, er habe gelogen, wurde nie belegt."
        first = clause.parts[0]
        at, noun = first + 1, telling_noun(words, clause.ranges[0])
        if at in clause.parts:
            return
    if at < 0 or noun is None:
        return
    part = sentence.parts[at]
    konjunktiv = _konjunktiv(words, sentence, at)
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
    told = trimmed(words, part.start, _end(words, sentence, clause, at))
    yield Draft(
        StatementKind.INDIRECT, [told], "noun", 0.8 if konjunktiv else 0.65,
        speaker=speaker, cue=tuple(range(start, noun + 1)), frame=[(clause.start, part.start)],
    )  # fmt: skip
