"""Whom other words mean that go back to somebody: relative pronouns, "beide", "demnach", "die 52-Jährige"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.phrases import phrase
from newsreader.analysis.components.actors.pronouns import is_plural, topic
from newsreader.analysis.components.actors.roles import described
from newsreader.analysis.components.actors.words import DETERMINERS, FINITE, PREPOSITIONS
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from newsreader.analysis.components.actors.cast import Cast
    from newsreader.analysis.components.actors.figures import Figure
    from newsreader.analysis.components.actors.phrases import Phrase
    from newsreader.analysis.components.actors.roles import Described

SEX_OF_ARTICLE = {"der": "m", "den": "m", "dem": "m", "die": "f"}
_OF_A_PARTY = ("-politiker", "-politikerin", "demokrat", "demokratin", "republikaner", "republikanerin")
"""in the manner of news, "der SPD-Politiker" is who was just spoken of, even if his party was not told"""
_LEADING = word_set("chef chefin vorsitzender vorsitzende minister ministerin kandidat kandidatin")
"""last parts of "der CDU-Chef": who was just spoken of if he was told to be of that party"""
_PLACING = word_set("in im am bei beim gegenüber vor")
"""what only tells place or time behind a role, which can be recognised without it"""
_RELATIVE = {
    "der": frozenset("f"), "die": frozenset("fp"), "das": frozenset("n"), "dem": frozenset("mn"),
    "den": frozenset("m"), "denen": frozenset("p"), "welcher": frozenset("mf"), "welche": frozenset("fp"),
    "welches": frozenset("n"), "welchem": frozenset("mn"), "welchen": frozenset("mp"),
}  # fmt: skip
"""genders and numbers of what a relative pronoun can go on from"""
_BRACKET_ENDS = frozenset({"VVPP", "VVINF", "VVIZU", "VAPP", "VAINF", "PTKVZ"})
"""tags of the verbs that may stand between a noun phrase and its relative clause"""
_REACH = 14


def both(cast: Cast, position: int) -> list[Figure]:
    """The two whom "beide" means: if only two persons were named in its sentence before it, else in the one before.

    Args:
        cast: the figures and where they are mentioned.
        position: the word.

    Returns:
        The two in their order of appearance, nobody if it cannot be told.
    """
    first = cast.doc[position].sent.start
    for least, most in ((first, position), (cast.doc[first - 1].sent.start if first else 0, first)):
        named = {id(f): f for _, f in cast.before(most, least) if f.kind is ActorKind.PERSON}
        if named:
            return list(named.values())[::-1] if len(named) == 2 else []
    return []


def named_before(cast: Cast, position: int) -> Figure | None:
    """Whom a relative pronoun means: whose name stands right before its comma, and nobody else."""
    before = position - 2 if position and cast.doc[position - 1].text == "," else position - 1
    figure = cast.persons.of_token.get(before)
    if figure is None and before in cast.entity_at:
        figure = cast.bodies.of_name.get(cast.entity_at[before].start)
    return figure


def phrase_before(doc: Doc, position: int) -> tuple[int, int] | None:
    """The noun phrase that a relative pronoun goes on from: the longest that ends at its comma and agrees with it.

    Args:
        doc: the tokens.
        position: the pronoun.

    Returns:
        Its first token and the one behind its last, None if no phrase agrees.
    """
    end = position - 1 if position and doc[position - 1].text == "," else position - 2
    if end <= 0 or doc[end].text != ",":
        return None
    word = doc[position].lower_
    # As a subject "der" is masculine; behind a preposition ("nach der") it is feminine.
    wanted = frozenset("m") if word == "der" and end == position - 1 else _RELATIVE.get(word, frozenset("mfnp"))
    while end > 1 and doc[end - 1].tag_ in _BRACKET_ENDS:
        end -= 1  # "Ein Prediger wurde zugeschaltet, der ..."
    first = doc[position].sent.start
    for start in range(max(first, end - _REACH), end):
        if doc[start].tag_ in FINITE or doc[start].tag_ in PREPOSITIONS or doc[start].text == ",":
            continue
        if start > first and doc[start - 1].tag_ in DETERMINERS | {"ADJA", "CARD"}:
            continue
        found = phrase(doc, start, end)
        if found is not None and found.start == start and found.end == end and found.gender in {None, *wanted}:
            return start, end
    return None


def several_before(cast: Cast, position: int) -> tuple[int, int] | None:
    """Whom "sie" means in the plural if no figure is several: the subject of its sentence or of the one before.

    Args:
        cast: the figures and where they are mentioned.
        position: the pronoun.

    Returns:
        The first token of the noun phrase and the one behind its last, None if there is none in the plural.
    """
    doc = cast.doc
    if not is_plural(cast, position):
        return None
    first = doc[position].sent.start
    for begin, end in ((first, position), (doc[first - 1].sent.start if first else first, first)):
        verb = next((i for i in range(begin, end) if doc[i].tag_ in FINITE), end)
        for start in (begin, verb + 1):
            found = phrase(doc, start, end) if start < end and doc[start].tag_ not in PREPOSITIONS else None
            several = found is not None and found.gender == "p" and found.start <= start + 1
            if found is not None and several and feature(doc[found.head], "Case") in {"", "Nom"}:
                return found.start, found.end
    return None


def nearest(cast: Cast, position: int, sex: str | None, told: Sequence[tuple[int, int]] = ()) -> Figure | None:
    """The only person who was spoken of just before ("die 52-Jährige"), None if there are several or none.

    Args:
        cast: the figures and where they are mentioned.
        position: the first token of the description.
        sex: "m" or "f" if the description tells it.
        told: words of who is described, as stretches of tokens; whom he names in them is somebody else.
    """
    first = cast.doc[position].sent.start
    least = cast.doc[first - 1].sent.start if first else 0
    near = {
        id(figure): figure
        for place, figure in cast.before(position, least)
        if cast.is_person(figure) and not any(start <= place < end for start, end in told)
    }
    agreeing = [figure for figure in near.values() if sex is None or figure.sex in {None, sex}]
    return agreeing[0] if len(agreeing) == 1 else None


def spoken_of(cast: Cast, found: Phrase, role: Described) -> Figure | None:
    """Whom a description means by the manner of news, which varies the words for who was just spoken of.

    Args:
        cast: the figures and where they are mentioned.
        found: the description as a noun phrase.
        role: the description as a role.
    """
    if not found.definite:
        return None
    if role.role.part.startswith("jährige"):
        article = cast.doc[found.determiner].lower_ if found.determiner is not None else ""
        return nearest(cast, found.start, role.sex or SEX_OF_ARTICLE.get(article))
    party, dash, kind = role.role.noun.rpartition("-")
    if role.role.noun.endswith(_OF_A_PARTY) or (dash and kind in _LEADING):
        near = nearest(cast, found.start, role.sex)
        if near is None or near.kind is not ActorKind.PERSON:
            return None
        told = (near.party or "").lower()
        return near if told == party or (not told and kind not in _LEADING) else None
    if found.end > found.head + 1 and cast.doc[found.head + 1].lower_ in _PLACING:
        short = described(cast.doc, found.start, found.head, found.head + 1)
        return None if short is None else cast.by_role(short, found.start)
    return None


def source_before(cast: Cast, position: int, last_speaker: Figure | None) -> Figure | None:
    """Whose words "demnach" draws on: who spoke in the sentence before, else the only organisation in it.

    Args:
        cast: the figures and where they are mentioned.
        position: the word.
        last_speaker: who made the statement before.
    """
    first = cast.doc[position].sent.start
    least = cast.doc[first - 1].sent.start if first else 0
    near = {id(f): f for _, f in cast.before(position, least)}
    if last_speaker is not None and id(last_speaker) in near:
        return last_speaker
    organisations = [f for f in near.values() if f.kind is ActorKind.ORGANISATION]
    return organisations[0] if len(organisations) == 1 else last_speaker


def maker(cast: Cast, start: int, end: int) -> Figure | None:
    """Who makes an utterance that a phrase names ("mit der Begründung", "in einer Erklärung"): the subject nearby.

    Args:
        cast: the figures and where they are mentioned.
        start: first token of the phrase.
        end: behind its last one.
    """
    sentence = cast.doc[start].sent
    subjects = {
        id(figure): figure
        for place, figure in cast.before(sentence.end, sentence.start)
        if not start <= place < end and topic(cast, place) > 0 and figure.kind is not ActorKind.GROUP
    }
    return next(iter(subjects.values())) if len(subjects) == 1 else None
