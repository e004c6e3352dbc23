"""The layers of a document: what the machine found, what a person made of it, and what holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.annotations.items import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsreader.analysis.result import Actor, Analysis, Entity, Statement
    from newsreader.annotations.model import Annotation


class LayerName(StrEnum):
    """Whose a layer is."""

    MACHINE = "machine"
    HUMAN = "human"
    MERGED = "merged"
    """the human layer over the machine's"""


@dataclass(frozen=True)
class Layer:
    """A layer of a document.

    Attributes:
        name: whose it is.
        analysis: its entities, actors and statements.
        status: what a person has said about an item, by the item's id; what is missing is untouched.
        decisions: the annotation that said so, by the item's id.
    """

    name: LayerName
    analysis: Analysis
    status: Mapping[str, Status] = field(default_factory=dict)
    decisions: Mapping[str, Annotation] = field(default_factory=dict)

    @property
    def human(self) -> bool:
        """Whether it is a person's, and nothing but."""
        return self.name is LayerName.HUMAN

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Names and amounts, in order."""
        return self.analysis.entities

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Persons, organisations and other sources."""
        return self.analysis.actors

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who says what, in order."""
        return self.analysis.statements

    def ids(self) -> Iterator[str]:
        """The ids of all items."""
        yield from (one.id for one in self.entities)
        yield from (one.id for one in self.actors)
        yield from (one.id for one in self.statements)

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    def actor(self, identifier: str | None) -> Actor | None:
        """The actor with an id, None for None or an unknown id."""
        return self._actors.get(identifier or "")

    def status_of(self, identifier: str) -> Status:
        """What a person has said about an item."""
        return self.status.get(identifier, Status.UNTOUCHED)

    def annotator_of(self, identifier: str) -> str | None:
        """The name of the person who has decided about an item, None if nobody has."""
        by = self.decisions.get(identifier)
        return by.annotator if by else None

    def note_of(self, identifier: str) -> str:
        """What that person has noted about it, Markdown; empty if nothing."""
        by = self.decisions.get(identifier)
        return by.note if by else ""

    def tags_of(self, identifier: str) -> tuple[str, ...]:
        """The tags that that person has given it."""
        by = self.decisions.get(identifier)
        return by.tags if by else ()
