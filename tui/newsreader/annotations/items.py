"""What a review consists of: each entity, actor and statement with what a person has said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from newsreader.analysis.result import Actor, Entity, Statement

T = TypeVar("T", Entity, Actor, Statement)


class Status(StrEnum):
    """What a person has said about an item."""

    UNTOUCHED = "untouched"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """An entity, an actor or a statement, and who has decided about it.

    Attributes:
        value: as it holds; one that was rejected, as the machine has it.
        status: what a person has said about it.
        annotation: id of the annotation that decided, None for what is untouched.
        machine: as the machine has it, None for what was added.
        joined: id of the actor that this one is part of by a person's decision, else None; it is then not in the merged
            analysis.
        displaced: whether it does not hold only because of a decision about something else, which covers its text or
            has taken its mentions.
    """

    value: T
    status: Status = Status.UNTOUCHED
    annotation: str | None = None
    machine: T | None = None
    joined: str | None = None
    displaced: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is in the merged analysis."""
        return self.status is not Status.REJECTED and self.joined is None
