"""What the analysis of an article gives: entities, actors and statements, as plain data without spaCy."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.info import PipelineInfo
    from newsreader.article.model import Span


PART = "part"
"""what the label of a name inside a compound ends with"""


class StatementKind(StrEnum):
    """Kinds of reported speech, writing and thought (Petersen-Frey and Biemann 2024; Brunner et al. 2020)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    FREE_INDIRECT = "free_indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"


class Medium(StrEnum):
    """How a statement was made."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Entity:
    """A named or numeric expression.

    Attributes:
        id: unique in the analysis ("e1").
        span: code points of the article's text.
        label: PER, ORG, LOC, MISC, DATE, TIME, MONEY, QUANTITY, PERCENT, or what a user's own pipeline gives. PERpart,
            ORGpart, LOCpart and MISCpart are names inside a compound ("NATO" in "NATO-Gipfel"), which GermEval 2014
            (Benikova et al.) does not count as entities of their own.
        actor: id of the actor it mentions, None if it mentions none.
        value: what it means in a fixed form (ISO 8601 day, amount with unit) where that is certain, else None.
    """

    id: str
    span: Span
    label: str
    actor: str | None = None
    value: str | None = None

    @property
    def kind(self) -> str:
        """The label without regard to whether the name stands alone or inside a compound."""
        return self.label.removesuffix(PART)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or other source, with all its mentions.

    Attributes:
        id: unique in the analysis ("a1"), numbered by first appearance.
        name: the fullest name that the article gives.
        kind: what it is.
        role: office or function as the article words it ("US-Verteidigungsminister"), None if it gives none.
        mentions: where it is mentioned, in order.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said, wrote or thought.

    Attributes:
        id: unique in the analysis ("s1"), numbered by first appearance.
        kind: how it is rendered.
        spans: its pieces in order, code points of the article's text; several where a frame stands between.
        medium: speech, writing or thought where that is known.
        speaker: the words that name the speaker.
        cue: the words that show that something is said ("teilte", "mit").
        frame: the clause around the statement that introduces it.
        addressee: the words that name whom it is said to.
        actor: id of the actor behind the speaker.
        parent: id of the statement that it stands in.
        section: id of the article's section that it starts in.
        confidence: how sure the program is, 0 to 1.
        rule: name of the construction that found it.
        reason: how the actor was reached from the speaker ("name", "surname", "pronoun", ...), for explanation.
    """

    id: str
    kind: StatementKind
    spans: tuple[Span, ...]
    medium: Medium | None = None
    speaker: Span | None = None
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    actor: str | None = None
    parent: str | None = None
    section: str = "0"
    confidence: float = 1.0
    rule: str = ""
    reason: str | None = None


@dataclass(frozen=True)
class Analysis:
    """The result for one article, everything in order of appearance."""

    pipeline: PipelineInfo
    entities: tuple[Entity, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = field(default=())
    """keys of phrases that the reader should be told, such as "analysis.other_language\""""

    def actor(self, identifier: str | None) -> Actor | None:
        """The actor with an id, None for None or an unknown id."""
        return next((a for a in self.actors if a.id == identifier), None)
