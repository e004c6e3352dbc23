"""The figures of an article: actors in the making, with their mentions, roles and what is known of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsreader.analysis.result import ActorKind


class Mention(NamedTuple):
    """A mention of a figure, as tokens [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is said to be.

    Attributes:
        text: its wording in the nominative, without article ("ukrainischer Präsident").
        noun: its noun, in lower case ("us-verteidigungsminister").
        part: the part of the noun that says what a person is ("minister").
        adjectives: base forms of its adjectives, in lower case.
        complement: what follows the noun ("der ukraine"), in lower case, the empty string if nothing does.
    """

    text: str
    noun: str
    part: str
    adjectives: frozenset[str] = frozenset()
    complement: str = ""


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something that is mentioned or speaks.

    Attributes:
        name: the fullest name so far.
        kind: what it is.
        words: the words of a person's name.
        mentions: where it is mentioned.
        roles: what it is said to be, in order of appearance.
        sex: "m" or "f" for persons, the grammatical gender ("m", "f", "n") for others, "p" for several, None if
            unknown.
        party: the party that stands in brackets after a name.
    """

    name: str
    kind: ActorKind
    words: tuple[str, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    sex: str | None = None
    party: str | None = None
    latent: bool = False
    """whether nothing but a description in the text speaks for it, so that it counts only if it speaks itself"""

    def mention(self, start: int, end: int) -> None:
        """Note a mention, unless one that covers it is known; smaller ones inside it are replaced."""
        i = bisect_left(self.mentions, Mention(start, start))
        if i and self.mentions[i - 1].end >= end:
            return
        while i < len(self.mentions) and self.mentions[i].end <= end:
            del self.mentions[i]
        if i == len(self.mentions) or not (self.mentions[i].start <= start and end <= self.mentions[i].end):
            self.mentions.insert(i, Mention(start, end))

    @property
    def first(self) -> int:
        """The first token that mentions it."""
        return min((m.start for m in self.mentions), default=0)


class Found(NamedTuple):
    """A figure and how it was reached ("name", "surname", "role", "pronoun", "phrase", ...)."""

    figure: Figure
    reason: str
