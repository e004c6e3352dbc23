"""What is different between two versions of an article, as spans of both texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsreader.analysis.result import Statement
    from newsreader.article.model import Article, Span


class RowKind(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    """it stands elsewhere now; the row is at its new place"""
    LEFT = "left"
    """the row at the old place of one that was moved; counted with that"""


class Role(StrEnum):
    """What a sentence is for the article."""

    TITLE = "title"
    STAMP = "stamp"
    """the line that tells when the article was published"""
    HEADING = "heading"
    BODY = "body"


class Piece(NamedTuple):
    """A run of words inside a sentence that was changed: in both versions, or in one of them alone.

    Attributes:
        old: where it stands in the older text, code points; None for what was added.
        new: where it stands in the newer text, code points; None for what was dropped.
    """

    old: Span | None
    new: Span | None


class Row(NamedTuple):
    """A sentence of both versions, or of one.

    Attributes:
        kind: what became of it.
        role: what it is for the article.
        old: where it stands in the older text, code points; None where it was not there.
        new: where it stands in the newer text, code points; None where it is no more.
        opens: whether a paragraph begins with it, in the text whose place the row has.
        pieces: for a sentence that was changed, its words in order, which tile both spans; else empty.
    """

    kind: RowKind
    role: Role
    old: Span | None
    new: Span | None
    opens: bool = False
    pieces: tuple[Piece, ...] = ()


class FactName(StrEnum):
    """What is told about an article beside its text."""

    TITLE = "title"
    PUBLISHED = "published"
    UPDATED = "updated"
    AUTHOR = "author"
    PUBLISHER = "publisher"


class Fact(NamedTuple):
    """Something told about the article that is not what it was; None where nothing is told."""

    name: FactName
    old: str | datetime | None
    new: str | datetime | None


class SectionChange(NamedTuple):
    """A section that was added (no old heading), dropped (no new one) or renamed; headings on one line."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement of both versions, or of one.

    Attributes:
        old: the statement in the older analysis, None where it was added.
        new: the statement in the newer analysis, None where it was dropped.
        reworded: whether its words are not the same.
        speaker: whether it is given to somebody else.
        kind: whether it is rendered in another way, such as indirect in the place of direct.
        context: whether the words of the sentences in which it stands are the same. What has changed about it then lies
            in what stands around it, or in how the program understood that.
        old_speaker: to whom the older version gives it, on one line; empty for nobody.
        new_speaker: to whom the newer version gives it.
    """

    old: Statement | None
    new: Statement | None
    old_speaker: str = ""
    new_speaker: str = ""
    reworded: bool = False
    speaker: bool = False
    kind: bool = False
    context: bool = False

    @property
    def kept(self) -> bool:
        """Whether it is what it was."""
        return not (self.old is None or self.new is None or self.reworded or self.speaker or self.kind)

    @property
    def what(self) -> tuple[str, ...]:
        """What became of it: added, dropped, or any of reworded, speaker, kind, and context if only what stands around
        it was changed; nothing if it was kept."""
        if self.old is None or self.new is None:
            found = ["added"] if self.old is None else ["dropped"]
        else:
            found = [name for name in ("reworded", "speaker", "kind") if getattr(self, name)]
        return (*found, "context") if found and self.context else tuple(found)


class Counts(NamedTuple):
    """How many sentences were changed, in the body and the headings."""

    changed: int
    added: int
    dropped: int
    moved: int

    @property
    def all(self) -> int:
        """All of them."""
        return sum(self)


@dataclass(frozen=True)
class Changes:
    """Two versions of an article compared.

    Attributes:
        old, new: the versions.
        rows: their sentences, in the order of the newer text, what was dropped where it was.
        facts: what is told about them and is not the same.
        sections: sections that were added, dropped or renamed.
        statements: their statements, in the order of the newer text, those that were dropped last; None where one of
            the two has no analysis.
    """

    old: Article
    new: Article
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    statements: tuple[StatementChange, ...] | None = None

    @property
    def counts(self) -> Counts:
        """How many sentences of the body and the headings are not what they were."""
        kinds = [row.kind for row in self.rows if row.role in (Role.BODY, Role.HEADING)]
        return Counts(*(kinds.count(RowKind[name.upper()]) for name in Counts._fields))

    @property
    def different(self) -> tuple[Row, ...]:
        """The sentences that are not what they were, the title's and the stamp's among them."""
        return tuple(row for row in self.rows if row.kind is not RowKind.SAME)

    @property
    def changed_statements(self) -> Sequence[StatementChange]:
        """The statements that are not what they were, those last of which the own words are."""
        found = [one for one in self.statements or () if not one.kept]
        return sorted(found, key=lambda one: one.context)

    def fact(self, name: FactName) -> Fact | None:
        """What was told otherwise about something, None where it is the same."""
        return next((fact for fact in self.facts if fact.name is name), None)
