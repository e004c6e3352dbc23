"""What the library tells of people: persons and organisations over all articles, and what they said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.analysis.result import ActorKind
    from newsreader.library.model import Kept, KeptStatement
    from newsreader.library.people.steps import Decision


@dataclass(frozen=True, slots=True)
class Person:
    """A person, an organisation or another source over all articles.

    Attributes:
        number: its number in the library, which stays as long as it is the same one.
        name: what it is called most often, or what the user calls it.
        kind: what it is.
        role: what the latest article says that it is, None if none says anything.
        names: all names under which articles have it, the most frequent first.
        roles: all roles that articles give it, the latest first.
        articles: in how many articles it appears.
        statements: how many statements are its.
        first: when the first of these articles is from, local time.
        last: when the last of them is from.
        decided: whether the user has joined, split or renamed it.
    """

    number: int
    name: str
    kind: ActorKind
    role: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...]
    articles: int
    statements: int
    first: datetime
    last: datetime
    decided: bool = False

    @property
    def titled(self) -> str:
        """The name with the role, unless that is all that the name tells."""
        return f"{self.name} · {self.role}" if self.role and self.role != self.name else self.name


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the article that it stands in.

    Attributes:
        statement: the statement.
        article: the article.
        when: when the article is from: published, else kept first; local time.
    """

    statement: KeptStatement
    article: Kept
    when: datetime


@dataclass(frozen=True, slots=True)
class Appeared:
    """Somebody in one article.

    Attributes:
        number: number of the article's actor in the library.
        article: the article.
        when: when the article is from.
        name: how the article calls him.
        role: what it says that he is, None for nothing.
        statements: how many statements are his there.
    """

    number: int
    article: Kept
    when: datetime
    name: str
    role: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Step:
    """A decision of the user's.

    Attributes:
        number: its number; later ones are higher.
        at: when it was made, with zone.
        decision: what was decided.
    """

    number: int
    at: datetime
    decision: Decision
