"""Whom a user means by a few words: a number, a full name, or a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.result import ActorKind
from newsreader.library.people.bodies import body_key
from newsreader.library.people.names import fold, person_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.library.people.model import Person

NAMELESS = frozenset({ActorKind.UNNAMED, ActorKind.GROUP})
"""kinds of actors whose names tell nobody apart"""


def meant(words: str, people: Sequence[Person]) -> list[Person]:
    """Those who may be meant, in the order in which they are given; one if it is clear.

    A number is its bearer. A full name that somebody has, also with a title or in another inflection, means him before
    others of whose name it is a part; one who says something is meant before those who are only mentioned.

    Args:
        words: a number, or words of name and role.
        people: those to choose from.
    """
    wanted = words.strip().removeprefix("#")
    if wanted.isdecimal():
        return [person for person in people if person.number == int(wanted)]
    for fits in _ways(words):
        found = [person for person in people if fits(person)]
        if found:
            return [person for person in found if person.statements] or found
    return []


def likeliest(found: Sequence[Person]) -> Person | None:
    """Who of several is meant if that is clear: the only one, or the only one with a full name; else None."""
    telling = [one for one in found if one.kind not in NAMELESS and any(map(_tells_apart(one), one.names))]
    clear = found if len(found) == 1 else telling
    return clear[0] if len(clear) == 1 else None


def _tells_apart(person: Person) -> Callable[[str], bool]:
    """Tells whether a name of somebody's is more than a surname."""
    return (lambda name: person_name(name).is_full) if person.kind is ActorKind.PERSON else (lambda name: True)


def _ways(words: str) -> tuple[Callable[[Person], bool], ...]:
    """The ways in which words may mean somebody, the surest first."""
    folded, key, body = fold(words).split(), person_name(words).key, body_key(words)

    def by_name(person: Person) -> bool:
        names = (person.name, *person.names)
        return (bool(key) or person.kind is not ActorKind.PERSON) and any(
            fold(name).split() == folded for name in names
        )

    def by_key(person: Person) -> bool:
        names = (person.name, *person.names)
        if person.kind is ActorKind.PERSON:
            return bool(key) and any(person_name(name).key == key for name in names)
        return bool(body) and any(body_key(name) == body for name in names)

    def by_part(person: Person) -> bool:
        return _holds((person.name, *person.names), folded)

    def by_words(person: Person) -> bool:
        return _holds((person.name, *person.names, person.role or "", *person.roles), folded)

    return by_name, by_key, by_part, by_words


def _holds(told: Sequence[str], folded: Sequence[str]) -> bool:
    """Whether all words are in what is told."""
    text = fold(" ".join(told))
    return bool(folded) and all(word in text for word in folded)
