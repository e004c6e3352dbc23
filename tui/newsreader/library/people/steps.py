"""The user's decisions about who is who, as steps that can be undone and redone.

A step names those whom it is about by how articles speak of them, and not by numbers, so that it holds when articles
are analysed anew, and for articles that come later.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How much a unit is."""

    BEARER = "bearer"
    """everything that is joined by itself with what the unit names, also in later articles"""
    VARIANT = "variant"
    """a name with a role, also in later articles"""
    SEEN = "seen"
    """an actor of one article"""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is somebody's.

    Attributes:
        level: how much it is.
        group: its class.
        own: the key of the name; empty if the name tells nobody apart.
        name: the name.
        role: the role, empty for none.
        place: the article's place, for an actor of one article; else empty.
    """

    level: Level
    group: str
    own: str
    name: str
    role: str = ""
    place: str = ""


Units = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Two are one.

    Attributes:
        into: who takes over the other.
        other: who is the same.
    """

    into: Units
    other: Units


@dataclass(frozen=True, slots=True)
class Split:
    """Some of it is another's.

    Attributes:
        units: what.
        person: the number of the other, who is new.
    """

    units: Units
    person: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Somebody is called something else.

    Attributes:
        who: who.
        name: the name; empty for what the articles say.
        role: the role; empty for what the articles say.
    """

    who: Units
    name: str
    role: str = ""


Decision = Join | Split | Rename
_KINDS: dict[str, type[Decision]] = {"join": Join, "split": Split, "rename": Rename}


def to_json(decision: Decision) -> str:
    """A decision as it is kept."""
    kind = next(name for name, one in _KINDS.items() if isinstance(decision, one))
    return json.dumps({"what": kind, **asdict(decision)}, ensure_ascii=False)


def from_json(record: str) -> Decision | None:
    """The decision that was kept, None if it is none that this program knows."""
    try:
        row: dict[str, Any] = json.loads(record)
        kind = row.pop("what")
        match kind:
            case "join":
                return Join(_units(row["into"]), _units(row["other"]))
            case "split":
                return Split(_units(row["units"]), int(row["person"]))
            case "rename":
                return Rename(_units(row["who"]), str(row["name"]), str(row["role"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return None


def _units(rows: list[dict[str, str]]) -> Units:
    return tuple(Unit(**{**row, "level": Level(row["level"])}) for row in rows)  # type: ignore[arg-type]


def units_of(decision: Decision) -> Units:
    """Everything that a decision names."""
    match decision:
        case Join():
            return decision.into + decision.other
        case Split():
            return decision.units
        case Rename():
            return decision.who
