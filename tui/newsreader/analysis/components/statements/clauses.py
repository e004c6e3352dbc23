"""Clauses without a parse: a sentence cut at its punctuation, each part typed by its beginning and its verb's place.

German marks clauses well: a subordinate clause begins with a comma and a conjunction, relative or question word and
ends with its verb, a main clause has its finite verb in the second place, and one that begins with its verb goes on
with what stands before the comma (the topological fields of Drach 1937).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.wordlist import endings, listed
from newsreader.analysis.components.statements.words import MARKS

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.words import Words

DASHES = listed("– — - −")
BREAKS = listed(", ; :") | DASHES
FINAL = listed(". ! ? …")
COORDINATING = listed("und oder aber sondern sowie doch denn bzw. beziehungsweise")
RELATIVE = listed("der die das den dem deren dessen denen welcher welche welches welchen welchem")
SUBORDINATING = listed(
    """
    weil wenn obwohl nachdem da während bevor falls sofern soweit sobald solange indem damit sodass obgleich
    obschon wobei wodurch womit wofür woraufhin nachdem seit seitdem ehe bis
    """
)
QUESTION = listed(
    """
    wer was wen wem wessen wann wo wohin woher warum weshalb wieso wieviel inwieweit inwiefern worauf
    """
)
WITH_INFINITIVE = endings("werd wird würd lass läss ließ geh ging bleib blieb hör seh sah")
OBJECT_OPENING = listed("ART PPOSAT PIAT PDAT CARD ADJA NN NE")
"""tags of the words that an object begins with"""
PLURALS = listed("VVINF VAINF VMINF")
"""tags of infinitives, which finite plurals are often mistaken for"""
DASS = listed("dass daß ob")
FOCUS = listed("auch nur so selbst erst und ohne statt anstatt")


class Kind(Enum):
    """What a part of a sentence is."""

    DASS = "clause with dass or ob"
    QUESTION = "clause with a question word"
    WIE = "clause with wie"
    RELATIVE = "relative clause"
    ADVERBIAL = "other subordinate clause"
    ZU = "infinitive with zu"
    SECOND = "clause with its verb in the second place"
    FIRST = "clause with its verb in the first place"
    FRAGMENT = "part without a finite verb"
    QUOTE = "whole quotation"


EMBEDDED = frozenset({Kind.DASS, Kind.QUESTION, Kind.WIE, Kind.RELATIVE, Kind.ADVERBIAL, Kind.ZU})


@dataclass(slots=True)
class Part:
    """A part of a sentence between two breaks.

    Attributes:
        kind: what it is.
        start, end: words, the end exclusive, without the breaks around it.
        finite: its finite verb, -1 if it has none.
        first: its first word after a coordinating conjunction.
    """

    kind: Kind
    start: int
    end: int
    finite: int = -1
    first: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence; what stands in quotation marks never ends one.

    Attributes:
        start, end: words, the end exclusive.
        last: end of its words without the final mark.
        parts: its parts in order.
        paragraph: number of the paragraph.
    """

    start: int
    end: int
    last: int
    paragraph: int
    parts: list[Part] = field(default_factory=list)


def bracketed(words: Words) -> list[bool]:
    """Which words stand in round or square brackets, brackets included; one that is not closed holds nothing."""
    inside = [False] * len(words)
    opened = -1
    for i, text in enumerate(words.text):
        if text in ("(", "["):
            opened = i
        elif text in (")", "]") and opened >= 0:
            inside[opened : i + 1] = [True] * (i + 1 - opened)
            opened = -1
        elif opened >= 0 and (i - opened > 40 or words.paragraph[i] != words.paragraph[opened]):
            opened = -1
    return inside


def cut(words: Words, sentence: Sentence, whole: dict[int, int], hidden: list[bool], held: list[bool]) -> None:
    """Cut a sentence into its parts.

    Args:
        words: the document.
        sentence: gets the parts.
        whole: where whole quotations begin, and their ends; they are parts of their own.
        hidden: words that do not count, such as those in brackets.
        held: words that no part ends at, such as those of a quoted piece without a verb: „schnell, kraftvoll“.
    """
    i = start = sentence.start
    while i < sentence.last:
        if i in whole:
            _add(words, sentence, start, i, hidden)
            end = min(whole[i], sentence.end)
            sentence.parts.append(Part(Kind.QUOTE, i, end, first=i))
            i = start = end
        elif words.text[i] in BREAKS and not (hidden[i] or held[i]):
            _add(words, sentence, start, i, hidden)
            i = start = i + 1
        elif words.low[i] in ("dass", "daß") and i > start + 1 and words.finite[i - 1]:
            _add(words, sentence, start, i, hidden)  # the comma is missing: "Sie hoffte dass er komme"
            start = i
            i += 1
        else:
            i += 1
    _add(words, sentence, start, sentence.last, hidden)
    sentence.parts[:] = _closed(words, sentence.parts)


def _closed(words: Words, parts: list[Part]) -> list[Part]:
    """The parts, with subordinate clauses whole whose verb comes behind an apposition: "wie der Chef, Lang, sagte"."""
    result: list[Part] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        kind = _opening(words, part)
        if kind is not None:
            for ahead in range(at + 1, min(at + 6, len(parts))):
                later = parts[ahead]
                if later.kind is Kind.RELATIVE:
                    continue
                if later.kind not in (Kind.FRAGMENT, Kind.FIRST, Kind.SECOND):
                    break
                last = later.end - 1
                plural = later.finite < 0 and words.tag[last] in PLURALS and words.tag[last - 1] != "PTKZU"
                if plural or later.finite >= max(later.end - 2, 0):
                    part = Part(kind, part.start, later.end, last if plural else later.finite, part.first)
                    at = ahead
                    break
                if later.finite >= 0:
                    break
        result.append(part)
        at += 1
    return result


def _opening(words: Words, part: Part) -> Kind | None:
    """The kind of a subordinate clause that a part without a verb begins, None for any other part."""
    if part.kind is not Kind.FRAGMENT or part.finite >= 0:
        return None
    low, tag = words.low[part.first], words.tag[part.first]
    if low in DASS:
        return Kind.DASS
    if low == "wie" and part.end - part.first > 1:
        return Kind.WIE
    if tag == "KOUS" or low in SUBORDINATING:
        return Kind.ADVERBIAL
    return Kind.RELATIVE if tag in ("PRELS", "PRELAT") else None


def _add(words: Words, sentence: Sentence, start: int, end: int, hidden: list[bool]) -> None:
    while start < end and words.text[start] in MARKS and words.text[start] not in ("„", "»", '"', "‚", "'"):
        start += 1
    if start >= end:
        return
    verbs = [i for i in range(start, end) if words.finite[i] and not hidden[i]]
    if len(verbs) == 1 and words.tag[end - 1] == "VVINF" and words.tag[end - 2] != "PTKZU":
        joined = any(words.low[i] in COORDINATING for i in range(verbs[0] + 1, end - 1))
        if joined and not takes_infinitive(words, verbs[0]):
            verbs.append(end - 1)  # a plural that is tagged as the infinitive of the same form
    if len(verbs) > 1:
        split = _coordination(words, start, end, verbs) or _main_clause(words, start, verbs)
        if split:
            left = _part(words, start, split, [v for v in verbs if v < split], hidden)
            right = _part(words, split, end, [v for v in verbs if v >= split], hidden)
            if left.kind in EMBEDDED and right.kind in (Kind.SECOND, Kind.FRAGMENT) and right.finite >= right.end - 2:
                right.kind = left.kind
            sentence.parts += [left, right]
            return
    split = _infinitive_start(words, start, end, verbs)
    if split:
        sentence.parts.append(_part(words, start, split, verbs, hidden))
        start, verbs = split, []
    sentence.parts.append(_part(words, start, end, verbs, hidden))


def takes_infinitive(words: Words, verb: int) -> bool:
    """Whether a finite verb may have a bare infinitive with it: "will helfen", "wird helfen", "ließ helfen"."""
    return verb >= 0 and (words.tag[verb] == "VMFIN" or words.low[verb].startswith(WITH_INFINITIVE))


def _coordination(words: Words, start: int, end: int, verbs: list[int]) -> int:
    """Where a part falls into two clauses at an "und" without comma, 0 if it does not."""
    for i in range(end - 2, start + 1, -1):
        if words.low[i] in COORDINATING and verbs[0] < i < verbs[-1] and not words.text[i - 1].endswith("-"):
            between = [v for v in verbs if v > i]
            if between and (between[0] <= i + 2 or words.tag[i + 1] not in ("ADJA", "ADJD")):
                return i
    return 0


def _infinitive_start(words: Words, start: int, end: int, verbs: list[int]) -> int:
    """Where an infinitive with zu begins without a comma: "hat angekündigt | das Amt niederzulegen", else 0."""
    last = words.tag[end - 1]
    if len(verbs) != 1 or not (last == "VVIZU" or (last.endswith("INF") and words.tag[end - 2] == "PTKZU")):
        return 0
    for i in range(verbs[0] + 1, end - 3):
        if words.tag[i] in ("VVPP", "PTKVZ") and words.tag[i + 1] in OBJECT_OPENING:
            particle = words.low[i] if words.tag[i] == "PTKVZ" else ""
            verb = verbs[0] if particle else i
            name = particle + lexicon.infinitive(words.low[verb], words.lemma[verb])
            if any(entry.government & lexicon.Government.ZU for entry in lexicon.verbs().get(name, ())):
                return i + 1
    return 0


def _main_clause(words: Words, start: int, verbs: list[int]) -> int:
    """Where the main clause begins behind a subordinate one without a comma: "Als er kam | sagte sie", else 0."""
    subordinate = words.tag[start] == "KOUS" or words.low[start] in SUBORDINATING or words.low[start] == "als"
    return next((b for a, b in pairwise(verbs) if b == a + 1 and subordinate), 0)


def _part(words: Words, start: int, end: int, verbs: list[int], hidden: list[bool]) -> Part:
    first = start
    while first < end - 1 and (words.text[first] in MARKS or words.low[first] in COORDINATING):
        first += 1
    if words.low[first] in FOCUS and first + 1 < end and words.tag[first + 1] in ("KOUS", "PWAV", "PWS"):
        first += 1
    if not verbs and _ends_in_plural(words, first, end):
        verbs = [end - 1]
    if not verbs:
        kind = Kind.FRAGMENT
        if _infinitive(words, start, end, hidden):
            kind = Kind.ADVERBIAL if words.tag[first] == "KOUI" else Kind.ZU
        return Part(kind, start, end, -1, first)
    kind = _kind(words, first, end, verbs)
    return Part(kind, start, end, verbs[0] if kind in (Kind.FIRST, Kind.SECOND) else verbs[-1], first)


def _ends_in_plural(words: Words, first: int, end: int) -> bool:
    """Whether a subordinate clause ends in a plural that is tagged as the infinitive of the same form."""
    last = end - 1
    if words.tag[last] not in PLURALS or words.tag[last - 1] == "PTKZU" or last < first + 2:
        return False
    return (
        words.low[first] in DASS or words.tag[first] in ("PRELS", "PRELAT", "PWAV", "PWS") or words.tag[first] == "KOUS"
    )


def _kind(words: Words, first: int, end: int, verbs: list[int]) -> Kind:
    """What a part with a finite verb is, by its first word and the place of its verbs."""
    low, tag = words.low[first], words.tag[first]
    if low in DASS:
        consecutive = first > 0 and words.low[first - 1] in ("so", "ohne", "statt", "anstatt") and low != "ob"
        return Kind.ADVERBIAL if consecutive else Kind.DASS
    late = verbs[0] > first + 1
    if low == "wie" and late:
        asks = words.tag[first + 1] in ("ADJD", "PIAT", "PIDAT", "ADJA") or words.low[first + 1] in (
            "viel",
            "viele",
            "oft",
        )
        return Kind.QUESTION if asks else Kind.WIE
    preposition = (tag in ("APPR", "ADV") or _before_genitive(words, first)) and verbs[-1] < end - 2
    if late and not preposition and (low in SUBORDINATING or tag in ("KOUS", "KOUI")):
        return Kind.ADVERBIAL
    opening = first == 0 or words.sentence[first] != words.sentence[first - 1]
    if not opening and verbs[-1] > first + 1 and _relative(words, first, end, verbs):
        return Kind.RELATIVE
    if low in QUESTION or tag in ("PWS", "PWAV", "PWAT"):
        return Kind.QUESTION
    inverted = low == "so" and verbs[0] == first + 1 and first > 0 and words.text[first - 1] in (",", *MARKS, *DASHES)
    return Kind.FIRST if verbs[0] == first or inverted else Kind.SECOND


def _before_genitive(words: Words, first: int) -> bool:
    """Whether "während" is a preposition: "Während des Spiels sagte er"."""
    return words.low[first] == "während" and words.low[first + 1] in ("des", "eines", "einer", "seiner", "ihrer")


def _relative(words: Words, first: int, end: int, verbs: list[int]) -> bool:
    """Whether a part is a relative clause: by its pronoun's tag, or by form where its verb comes last."""
    following = words.tag[first + 1] if first + 1 < end else ""
    if words.tag[first] in ("PRELS", "PRELAT") or following in ("PRELS", "PRELAT"):
        mistaken = verbs[-1] < end - 2 and words.low[first] in ("der", "die", "das")
        joined = first > 0 and words.low[first - 1] == "und"
        return not (mistaken and (joined or words.subjunctive[verbs[-1]]))
    return (
        words.low[first] in RELATIVE
        and words.tag[first] != "PDS"
        and words.entity[first] not in ("DATE", "TIME")
        and verbs[0] >= end - (2 if words.tag[end - 1].startswith("V") or words.tag[first] != "ART" else 1)
        and not (words.tag[first] == "ART" and words.subjunctive[verbs[0]])
    )


def _infinitive(words: Words, start: int, end: int, hidden: list[bool]) -> bool:
    """Whether there is an infinitive with zu."""
    for i in range(start, end):
        if hidden[i]:
            continue
        if words.tag[i] == "VVIZU" or (words.tag[i] == "PTKZU" and i + 1 < len(words)):
            return True
    return False


def repaired_finite(words: Words, part: Part) -> int:
    """The verb of a part that lacks a finite one only because its plural looks like an infinitive, else -1."""
    leading = part.end < len(words) and words.text[part.end] == ":"  # "Der Chef, der das weiß, | ergänzt: ..."
    for i in range(part.first + (not leading), part.end):
        if (
            words.tag[i] in ("VVINF", "VVPP", "ADJD")
            and words.tag[i - 1] != "PTKZU"
            and words.low[i] in lexicon.forms()
        ):
            return i
    return -1
