"""How the actors of one article appear in it, as far as joining them with those of other articles goes by it."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.result import ActorKind
from newsreader.library.people.bodies import abbreviations, body_key
from newsreader.library.people.names import fold, person_name
from newsreader.library.store.packing import plain

if TYPE_CHECKING:
    from newsreader.analysis.result import Actor, Analysis


class Class(StrEnum):
    """What can be one with what."""

    PERSON = "person"
    BODY = "body"
    """organisations, and places that speak"""
    OTHER = "other"
    """groups and people without a name, who are never joined by themselves"""


class Appearance(NamedTuple):
    """An actor of an article.

    Attributes:
        actor: his id in the analysis.
        group: what he can be one with.
        key: what all forms of his name have in common; empty if the name does not tell him apart from others.
        form: the parts of his name.
        name: his name as the analysis has it, on one line.
        role: his role, None for none.
        genitive: whether the s at the end of the name may be a genitive's.
        statements: how many statements are his.
        short: the keys of the abbreviations that the article uses for him.
    """

    actor: str
    group: Class
    key: str
    form: tuple[str, ...]
    name: str
    role: str | None
    genitive: bool
    statements: int
    short: frozenset[str] = frozenset()


def appearances(text: str, analysis: Analysis) -> list[Appearance]:
    """The actors of an article.

    Args:
        text: the article's text.
        analysis: what holds of its analysis.
    """
    said = Counter(statement.actor for statement in analysis.statements)
    return [_appearance(actor, said[actor.id], text, analysis) for actor in analysis.actors]


def _appearance(actor: Actor, said: int, text: str, analysis: Analysis) -> Appearance:
    name = plain(" ".join(actor.name.split()))
    role = plain(" ".join(actor.role.split())) if actor.role else None
    match actor.kind:
        case ActorKind.PERSON:
            found = person_name(name, role)
            genitive = name.endswith("s") and not _is_subject(actor, name, text, analysis)
            return Appearance(plain(actor.id), Class.PERSON, found.key, found.form, name, role, genitive, said)
        case ActorKind.ORGANISATION | ActorKind.PLACE:
            key = body_key(name) if actor.kind is ActorKind.ORGANISATION or said else ""
            short = abbreviations(name, {plain(span.of(text)) for span in actor.mentions}) if key else frozenset()
            return Appearance(
                plain(actor.id), Class.BODY, key, tuple(fold(name).split()), name, None, False, said, short
            )
    return Appearance(plain(actor.id), Class.OTHER, "", tuple(fold(name).split()), name, role, False, said)


def _is_subject(actor: Actor, name: str, text: str, analysis: Analysis) -> bool:
    """Whether the name stands as the one who speaks ("sagte Klaus Peters"), where no genitive can stand."""
    speakers = (one.speaker.of(text) for one in analysis.statements if one.actor == actor.id and one.speaker)
    return any(" ".join(words.split()).endswith(name) for words in speakers)
