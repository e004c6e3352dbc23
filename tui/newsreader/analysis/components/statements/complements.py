"""What a cue verb may be followed by, how surely it is what is said, and where that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import lexicon, subjects
from newsreader.analysis.components.statements.clauses import COORDINATING, EMBEDDED, Kind
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import MARKS

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause, Predicate
    from newsreader.analysis.components.statements.words import Words

SHORT_FRAME = 8
"""words of a frame, comma included, that a clause in the indicative may follow: "Sie sagt, das Land braucht Hilfe" """
CONFIRMING = listed("bestätigen kommentieren mitteilen verraten sagen")
"""verbs that say something only where they are not denied"""
CONTRASTING = listed("aber jedoch allerdings zugleich gleichzeitig zudem")
"""words behind a verb that goes on with the frame: "bestätigte, dass er kommt, nannte aber keinen Tag" """
ASKING = listed("fragen nachfragen zurückfragen erkundigen")


def complement_of(sentence: Sentence, clause: Clause) -> int:
    """The part that may tell what is said: the first one behind the clause, relative clauses left aside."""
    at = max(clause.parts) + 1
    parts = sentence.parts
    while at + 1 < len(parts) and parts[at].kind in (Kind.RELATIVE, Kind.WIE):
        at += 1
    return at if at < len(parts) and parts[at].kind not in (Kind.QUOTE, Kind.RELATIVE) else -1


def accepts(words: Words, sentence: Sentence, clause: Clause, predicate: Predicate, at: int) -> float:
    """How surely a part is the complement of a cue verb, 0 if it is none."""
    part = sentence.parts[at]
    takes = predicate.takes
    konjunktiv = in_konjunktiv(words, sentence, at)
    coordinated = part.first != part.start and words.low[part.start] in COORDINATING
    if coordinated or _withheld(words, clause, predicate):
        return 0.0
    if predicate.entry.verb == "stehen" and not predicate.entry.needs and subjects.document(words, clause) is None:
        return 0.0  # "fest steht, dass", unlike "im Bericht steht, dass"
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
        own = sentence.parts[clause.verb_part]
        frame = own.start if own.first > own.start else clause.start  # "... kam und sagte, das Land braucht Hilfe"
        if takes(Government.FREE) and (quoted or part.start - frame < SHORT_FRAME):
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


def in_konjunktiv(words: Words, sentence: Sentence, at: int) -> bool:
    """Whether the first main or dass clause from a part on stands in the Konjunktiv."""
    for part in sentence.parts[at : at + 4]:
        if part.finite >= 0 and part.kind is not Kind.RELATIVE:
            if words.subjunctive[part.finite] or any(words.subjunctive[i] for i in range(part.start, part.end)):
                return True
            if part.kind is not Kind.ADVERBIAL:
                return False
    return False


def end_of(words: Words, sentence: Sentence, clause: Clause, at: int) -> int:
    """Where what is said ends: with the sentence, unless the clause of the frame or the one around it goes on."""
    parts = sentence.parts
    awaiting = clause.kind in EMBEDDED and not any(
        p.kind in (Kind.SECOND, Kind.FIRST) for p in parts[: clause.verb_part]
    )
    subordinate = parts[at].kind in (Kind.DASS, Kind.QUESTION, Kind.ZU)
    konjunktiv = in_konjunktiv(words, sentence, at)
    for number in range(at + 1, len(parts)):
        part = parts[number]
        if number in clause.parts or (part.kind is Kind.QUOTE and words.text[part.start - 1] == ":"):
            return parts[number - 1].end
        resuming = part.kind is Kind.FIRST and part.finite >= 0 and not words.subjunctive[part.finite]
        if resuming and (awaiting or (subordinate and part.first != part.start) or _is_frame(words, sentence, number)):
            return parts[number - 1].end
        if part.kind is Kind.SECOND and subordinate and words.text[part.start - 1] == ";":
            return parts[number - 1].end
        if resuming and part.finite + 1 < part.end and words.low[part.finite + 1] in CONTRASTING:
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
