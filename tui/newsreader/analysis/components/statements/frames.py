"""Frames: the clauses of a sentence and the cue verbs in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.attributes import telling_noun
from newsreader.analysis.components.statements.clauses import EMBEDDED, Kind, repaired_finite, takes_infinitive
from newsreader.analysis.components.statements.nominal import Range, base, may_be_subject
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Part, Sentence
    from newsreader.analysis.components.statements.lexicon import Entry, Government
    from newsreader.analysis.components.statements.words import Words

PASSIVE = listed("wird wurde werden wurden worden werde würden würde")
BEING = listed("ist sind war waren sei seien wäre wären")
ACTIVE_WITH_SEIN = listed(
    "gehen ausgehen kommen eintreten gelangen fortfahren werden bekanntwerden herauskommen übereinkommen einigen"
)
"""verbs whose participle with "sein" is a perfect; of all others it tells a state that somebody else brought about"""
PARTICLES = listed("ab an auf aus bei durch ein fest frei heim mit nieder um vor weg zurück zusammen zu")
LONGEST_REMARK = 8
LEXICAL_TAGS = listed("VVFIN VVPP VVINF VVIZU VVIMP VAPP")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A cue verb in a clause.

    Attributes:
        entry: what the lexicon knows of it.
        words: the words that make it up: auxiliary, verb, particle, and words that the entry needs.
        passive: whether it stands in the passive, so that its subject is not who says it.
        listed: whether the lexicon has it; an unlisted verb is a cue by its construction only.
    """

    entry: Entry
    words: tuple[int, ...]
    passive: bool = False
    listed: bool = True

    def takes(self, government: Government) -> bool:
        """Whether it takes one of the given complements."""
        return bool(self.entry.government & government)


@dataclass(slots=True)
class Clause:
    """A clause with all its parts.

    Attributes:
        parts: indexes into the sentence's parts; other clauses may stand between them.
        ranges: the stretches of words of these parts.
        finite: the finite verb, -1 if there is none.
        kind: the kind of the part with the verb.
        verb_part: index of that part.
        front: the stretch before a verb in the second place (Vorfeld), empty for other clauses.
    """

    parts: list[int]
    ranges: list[Range]
    finite: int
    kind: Kind
    verb_part: int
    front: Range

    @property
    def start(self) -> int:
        """The first word."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """The end of the last word."""
        return self.ranges[-1][1]

    def words(self) -> Iterator[int]:
        """All its words."""
        for start, end in self.ranges:
            yield from range(start, end)


def clauses(words: Words, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence that have a finite verb, in the order of these verbs."""
    result: list[Clause] = []
    parts = sentence.parts
    taken: set[int] = set()
    for at, part in enumerate(parts):
        if part.kind is Kind.QUOTE or (part.finite < 0 and part.kind is not Kind.FRAGMENT):
            continue
        finite = part.finite
        if finite < 0:
            finite = repaired_finite(words, part) if at + 1 < len(parts) else -1
            if finite < 0:
                continue
        own = [at]
        kind = part.kind
        front: Range = (part.start, part.start)
        if kind is Kind.FRAGMENT:
            kind = Kind.FIRST if finite == part.start else Kind.SECOND
        if kind is Kind.SECOND:
            marked = part.first > part.start and words.text[part.first - 1] in MARKS
            front = (part.first - marked, finite)
        if kind is Kind.FIRST and finite == part.first and not stands_amid(words, parts, at):
            begin = _front_begin(words, parts, at, taken)
            if begin < at:
                front = (parts[begin].start, part.first)
                own = [i for i in range(begin, at) if parts[i].kind is Kind.FRAGMENT] + own
                kind = Kind.SECOND
        elif kind is Kind.SECOND and not told_by_noun(words, parts, at):
            begin = _apposed_begin(words, parts, at, taken)
            if begin < at:
                front = (parts[begin].start, finite)
                own = list(range(begin, at)) + own
        own += _tail(words, parts, at)
        taken.update(own)
        ranges = [(parts[i].start, parts[i].end) for i in own]
        result.append(Clause(own, ranges, finite, kind, at, front))
    return result


def stands_amid(words: Words, parts: list[Part], at: int) -> bool:
    """Whether a frame with its own subject parts a told clause: "Die Lage, | sagte der Minister, | sei ernst"."""
    part = parts[at]
    if not 0 < at < len(parts) - 1 or parts[at - 1].kind is not Kind.FRAGMENT or words.subjunctive[part.finite]:
        return False
    rest, subject = parts[at + 1], part.finite + 1
    told = rest.kind is Kind.FIRST and rest.finite == rest.start and words.subjunctive[rest.finite]
    return told and base(words, subject, part.end) > subject and may_be_subject(words, subject)


def _front_begin(words: Words, parts: list[Part], at: int, taken: set[int]) -> int:
    """Where the first field begins that a verb after a comma closes: "Der Sender, der das zeigte, | erklärte"."""
    begin = at
    while begin > 0 and (begin - 1) not in taken and parts[begin - 1].kind in EMBEDDED | {Kind.FRAGMENT}:
        begin -= 1
    if begin == at and at > 0:
        back = at - 1
        while back >= 0 and (parts[back].kind in EMBEDDED or told_by_noun(words, parts, back)):
            back -= 1
        begin = back if back >= 0 and parts[back].kind is Kind.FRAGMENT and back not in taken else at
        while 0 < begin < at and parts[begin - 1].kind is Kind.FRAGMENT and begin - 1 not in taken:
            begin -= 1
    first = parts[begin].kind if begin < at else None
    return begin if first is Kind.FRAGMENT or first in (Kind.DASS, Kind.ADVERBIAL, Kind.QUESTION) else at


def told_by_noun(words: Words, parts: list[Part], at: int) -> bool:
    """Whether a clause in the Konjunktiv hangs on a noun before it: "Der Vorwurf, | er habe gelogen, | ..."."""
    part = parts[at]
    if part.kind is not Kind.SECOND or not words.subjunctive[part.finite] or at == 0:
        return False
    before = parts[at - 1]
    return before.kind is Kind.FRAGMENT and telling_noun(words, (before.start, before.end)) is not None


def _apposed_begin(words: Words, parts: list[Part], at: int, taken: set[int]) -> int:
    """Where a first field with appositions begins: "Anna Weber, Sprecherin der Bahn, | die Leiterin, sagte"."""
    begin = at
    while (
        begin > 0
        and parts[begin - 1].kind is Kind.FRAGMENT
        and (begin - 1) not in taken
        and words.text[parts[begin].start - 1] != ":"
    ):
        begin -= 1
    return begin if begin < at and base(words, parts[begin].first, parts[begin].end) > parts[begin].first else at


def _tail(words: Words, parts: list[Part], at: int) -> list[int]:
    """Later parts without a verb that go on with a clause: appositions, a particle after a relative clause."""
    own: list[int] = []
    for after in range(at + 1, len(parts)):
        part = parts[after]
        if part.kind is Kind.RELATIVE or (after == at + 1 and _told_amid(words, parts, at)):
            continue
        if part.kind is not Kind.FRAGMENT or not _goes_on(words, part, parts[at].finite, after == at + 1 + len(own)):
            break
        own.append(after)
    after = own[-1] + 1 if own else len(parts)
    while after < len(parts) and parts[after].kind is Kind.RELATIVE:
        after += 1
    if own and own[-1] == at + len(own) and _fronts(words, parts, at, after):
        own = [i for i in own if words.tag[parts[i].end - 1] in ("PTKVZ", "VVPP", "VVINF")]
    return own


def _told_amid(words: Words, parts: list[Part], at: int) -> bool:
    """Whether what a noun tells stands amid a clause: "wies den Vorwurf, | er habe gelogen, | zurück"."""
    if at + 2 >= len(parts) or words.tag[parts[at + 2].end - 1] not in ("PTKVZ", "VVPP"):
        return False
    inside = parts[at + 1]
    told = inside.kind in (Kind.DASS, Kind.ZU) or (inside.kind is Kind.SECOND and words.subjunctive[inside.finite])
    return told and telling_noun(words, (parts[at].start, parts[at].end)) is not None


def _fronts(words: Words, parts: list[Part], at: int, after: int) -> bool:
    """Whether parts without a verb are the first field of the next clause: "wies das ab, der Chef, Lang, sagte:"."""
    if after >= len(parts) or parts[after].kind is not Kind.FIRST or parts[after].first != parts[after].start:
        return False
    part = parts[after]
    alone = base(words, part.finite + 1, part.end) == part.finite + 1
    if words.subjunctive[part.finite]:
        alone = alone or not may_be_subject(words, part.finite + 1)
        return alone and parts[after - 1].kind is Kind.RELATIVE
    colon = part.end < len(words) and words.text[part.end] == ":"
    return alone and colon


def _goes_on(words: Words, part: Part, finite: int, adjoining: bool) -> bool:
    last = words.tag[part.end - 1]
    if last in ("PTKVZ", "VVPP") or (last == "VVINF" and takes_infinitive(words, finite)):
        return True
    near = adjoining or last == "VVIZU" or part.end - part.start == 1 or words.low[part.start] == "als"
    return near and repaired_finite(words, part) < 0


def predicates(words: Words, clause: Clause) -> list[Predicate]:
    """The cue verbs of a clause, the last one first, since it is nearest to what follows."""
    inside = list(clause.words())
    lows = {words.low[i] for i in inside}
    lows.update(words.lemma[i].lower() for i in inside)
    last = {end - 1 for _, end in clause.ranges}
    particles = {
        words.low[i]: i
        for i in inside
        if words.tag[i] == "PTKVZ" or (i in last and words.low[i] in lexicon.SEPARABLE and words.tag[i] != "PTKZU")
    }
    found: list[Predicate] = []
    ends = {end for _, end in clause.ranges}
    for i in reversed(inside):
        if words.tag[i] not in LEXICAL_TAGS and i != clause.finite and not words.finite[i]:
            continue
        if i != clause.finite and _in_brackets(words, i):
            continue
        if words.tag[i] == "VVPP" and i + 1 not in ends and not _in_bracket_end(words, i + 1):
            continue
        if words.tag[i] == "VVPP" and clause.finite >= 0 and words.tag[clause.finite] == "VVFIN":
            continue  # an attribute or apposition, since a full verb takes no participle: "umfasst, X genannt, ..."
        if words.tag[i - 1] == "PTKZU" and words.low[clause.finite] in BEING:
            continue  # "ist zu hören": the entry is "zu hören sein"
        predicate = _predicate(words, clause, i, lows, particles, inside)
        if predicate is not None:
            found.append(predicate)
    return found


def _in_brackets(words: Words, i: int) -> bool:
    """Whether a word stands in a remark: "(wir berichteten)"."""
    back = next((j for j in range(i - 1, max(i - LONGEST_REMARK, -1), -1) if words.text[j] in ("(", ")")), -1)
    return back >= 0 and words.text[back] == "("


def _in_bracket_end(words: Words, after: int) -> bool:
    """Whether a participle stands where the verbs of a clause end, not as an attribute amid it ("auch X genannt")."""
    if words.text[after] in MARKS:
        return True
    return words.tag[after].startswith("V") or words.tag[after] in ("KON", "PTKVZ", "ADV", "APPR", "KOKOM", "KOUS")


def _predicate(
    words: Words, clause: Clause, verb: int, lows: set[str], particles: dict[str, int], inside: list[int]
) -> Predicate | None:
    infinitive = lexicon.infinitive(words.low[verb], words.lemma[verb])
    names = [infinitive]
    if words.finite[verb] or verb == clause.finite:
        joined = {p: at for p, at in particles.items() if at > verb and not infinitive.startswith(p)}
        names = [p + infinitive for p in joined]
        if not any(words.tag[at] == "PTKVZ" and p in PARTICLES for p, at in joined.items()):
            names.append(infinitive)  # "forderte Soldaten an" is no "fordern"
    for name in names:
        for entry in lexicon.verbs().get(name, ()):
            if entry.needs <= lows:
                extra = [particles[name[: -len(infinitive)]]] if name != infinitive else []
                extra += [i for i in inside if words.low[i] in entry.needs or words.lemma[i].lower() in entry.needs]
                helpers = [clause.finite] if clause.finite != verb and clause.finite >= 0 else []
                if name == "heißen":
                    extra += [i for i in (verb - 1, verb + 1) if i in inside and words.low[i] == "es"]
                cue = tuple(sorted({verb, *extra, *helpers}))
                return Predicate(entry, cue, _passive(words, clause, verb, infinitive))
    return None


def _passive(words: Words, clause: Clause, verb: int, infinitive: str) -> bool:
    if words.tag[verb] != "VVPP" and verb == clause.finite:
        return False
    if verb == clause.finite or words.low[verb] == infinitive:
        return False
    if words.low[clause.finite] in BEING and infinitive not in ACTIVE_WITH_SEIN:
        return True
    return any(words.low[i] in PASSIVE and i != verb for i in clause.words() if words.tag[i].startswith("VA"))
