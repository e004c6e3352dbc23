"""Whom a pronoun means: the nearest figure that agrees with it, with a preference for who spoke last.

A small version of what Lappin and Leass (1994) describe: agreement filters, then recency, subjecthood and topic decide.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.words import FINITE, is_quote
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from newsreader.analysis.components.actors.cast import Cast
    from newsreader.analysis.components.actors.figures import Figure

MASCULINE = word_set("er dessen ihm ihn seiner sein seine seinen seinem seines")
FEMININE = word_set("sie deren ihr ihrer ihre ihren ihrem ihres")
POINTING = word_set(
    "dieser diese dieses jener jene der die das letzterer letztere ersterer erstere derselbe dieselbe beide beiden"
)
LATEST = word_set("dieser diese dieses jener jene jenes letzterer letztere")
"""what points to who or what was named last, mostly no subject"""
PRONOUNS = MASCULINE | FEMININE | POINTING | frozenset({"es", "ihnen"})
_SENTENCES = 4
_TOKENS = 160


def antecedent(
    cast: Cast, position: int, last_speaker: Figure | None, quoted: Sequence[tuple[int, int]] = ()
) -> Figure | None:
    """The figure that a pronoun means.

    Args:
        cast: the figures and where they are mentioned.
        position: the pronoun.
        last_speaker: who made the statement before.
        quoted: the words that the pronoun's bearer says, tokens; a name in them is hardly his own.
    """
    doc = cast.doc
    word = doc[position].lower_
    plural = is_plural(cast, position)
    wanted = _sexes(word, plural)
    if not wanted:
        return None
    sentence_start = doc[position].sent.start
    best: tuple[float, int] | None = None
    chosen: Figure | None = None
    seen = _beside(cast, position)
    for start, figure in cast.before(position, max(0, position - _TOKENS)):
        if id(figure) in seen or any(first <= start < last for first, last in quoted):
            continue
        seen.add(id(figure))
        agreement = _agreement(figure, wanted)
        if agreement is None:
            continue
        distance = _distance(cast, start, sentence_start)
        if distance > _SENTENCES:
            break
        if word in LATEST:
            return figure
        score = agreement - 1.2 * distance + topic(cast, start)
        if figure is last_speaker:
            score += _going_on(cast, figure, sentence_start)
        score += 0.15 * min(4, bisect_left(figure.mentions, (position,)))
        if best is None or (score, start) > best:
            best, chosen = (score, start), figure
    return chosen or _named_next(cast, position, wanted)


def _named_next(cast: Cast, position: int, wanted: frozenset[str]) -> Figure | None:
    """Whom a pronoun means that nobody precedes: the only person of the sentence behind it."""
    end = cast.doc[position].sent.end
    if end >= len(cast.doc):
        return None
    named = {id(f): f for _, f in cast.before(cast.doc[end].sent.end, end) if f.kind is ActorKind.PERSON}
    agreeing = [figure for figure in named.values() if figure.sex in wanted]
    return agreeing[0] if len(agreeing) == 1 else None


def _beside(cast: Cast, position: int) -> set[int]:
    """Who is named in the pronoun's own clause and so is somebody else: "Er beschuldigte Thaksin".

    After the binding theory (Chomsky 1981): a pronoun is free in its clause. Who stands in the genitive there is no
    part of the clause by himself: "in Merkels Rede sagte sie".
    """
    doc = cast.doc
    if doc[position].tag_ != "PPER":
        return set()
    first, last = _clause(doc, position)
    return {
        id(figure)
        for start, figure in cast.before(last, first)
        if start in cast.name_starts and not _is_owned(cast, start)
    }


def _clause(doc: Doc, position: int) -> tuple[int, int]:
    """The clause around a token: between marks, and between conjunctions if a finite verb stands on either side."""
    sentence = doc[position].sent
    first, last = sentence.start, sentence.end
    joints: list[int] = []
    for i in range(sentence.start, sentence.end):
        bound = doc[i].tag_.startswith("$") or doc[i].tag_ == "KOUS" or is_quote(doc[i])
        if bound and i < position:
            first, joints = i + 1, []
        elif bound and i > position:
            last = i
            break
        elif doc[i].tag_ == "KON":
            joints.append(i)
    for joint in joints:
        if any(t.tag_ in FINITE for t in doc[first:joint]) and any(t.tag_ in FINITE for t in doc[joint:last]):
            first, last = (joint + 1, last) if joint < position else (first, min(last, joint))
    return first, last


def _is_owned(cast: Cast, start: int) -> bool:
    """Whether a name says whose something is."""
    name = cast.name_starts[start]
    words = cast.persons.of_name[start].words
    genitive = name.genitive and bool(words) and words[-1] != name.words[-1]
    return genitive or feature(cast.doc[start], "Case") == "Gen" or cast.doc[start - 1].lower_ == "von"


def _going_on(cast: Cast, figure: Figure, sentence_start: int) -> float:
    """A bonus for who made the statement before: great if nothing was told since, since he may go on speaking."""
    if _distance(cast, cast.said_until, sentence_start) > 1:
        return 0.5
    return 1.8 if cast.is_person(figure) else 1.0


def _sexes(word: str, plural: bool) -> frozenset[str]:
    if plural:
        return frozenset({"p"})
    if word in MASCULINE | {"dieser", "jener", "der", "letzterer", "ersterer", "derselbe"}:
        return frozenset({"m"})
    if word in FEMININE | {"diese", "jene", "die", "letztere", "erstere", "dieselbe"}:
        return frozenset({"f"})
    return frozenset({"n"}) if word in {"es", "das", "dieses", "jenes"} else frozenset()


def _agreement(figure: Figure, wanted: frozenset[str]) -> float | None:
    """How well a figure agrees in sex and number, None if it does not."""
    person = figure.kind is ActorKind.PERSON
    if figure.sex is None:
        # A name that tells no sex may be meant by "er" or "sie", an organisation only as what its noun is.
        return 1.0 if person and wanted & {"m", "f"} else None
    if figure.sex not in wanted:
        return None
    if figure.kind is ActorKind.UNNAMED and not figure.roles:
        return 0.2  # a thing that has spoken, such as a study
    return 1.6 if person or figure.kind is ActorKind.UNNAMED else 0.6


def is_plural(cast: Cast, position: int) -> bool:
    """Whether "sie" is several: the finite verb next to it says so."""
    doc = cast.doc
    if doc[position].lower_ in {"ihnen", "beide", "beiden"}:
        return True
    if doc[position].lower_ not in {"sie", "diese", "die", "ihrer", "ihren", "ihre", "deren"}:
        return False
    sentence = doc[position].sent
    near = [
        *range(position + 1, min(position + 4, sentence.end)),
        *range(position - 1, max(position - 3, sentence.start - 1), -1),
    ]
    for i in near:
        if doc[i].tag_ in FINITE:
            number = feature(doc[i], "Number")
            return number == "Plur" if number else doc[i].lower_.endswith("en")
    return feature(doc[position], "Number") == "Plur"


def _distance(cast: Cast, start: int, sentence_start: int) -> int:
    """How many sentences lie between a mention and the pronoun's sentence."""
    doc = cast.doc
    count = 0
    place = sentence_start
    while place > start:
        count += 1
        place = doc[place - 1].sent.start
        if count > _SENTENCES:
            break
    return count


def topic(cast: Cast, start: int) -> float:
    """A bonus for a mention where a subject stands: before the finite verb of its sentence, or right behind it."""
    doc = cast.doc
    start = cast.phrase_start.get(start, start)
    sentence = doc[start].sent
    if start and (feature(doc[start], "Case") == "Gen" or doc[start - 1].tag_ in {"APPR", "APPRART"}):
        return -0.4
    before = doc[sentence.start : start]
    finite = [t.i for t in before if t.tag_ in FINITE]
    if not finite:
        return 0.6
    return 0.4 if len(finite) == 1 and start - finite[0] <= 3 else 0.0
