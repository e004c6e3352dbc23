"""How people and what they said look as rows of a list, at any width."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.ui.people.grouping import Heading, source_of
from newsreader.ui.widgets.article.signs import SIGNS
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.library.people.model import Person, Said
    from newsreader.phrases import Phrases

MOST_LINES = 3
"""lines of a statement"""
INDENT = "    "
MARK = "▪"


class Placed(Enum):
    """What a statement's row tells of where it stands; the rest is told by the heading above it."""

    NOT = "not"
    WITHOUT_SOURCE = "without source"
    WITH_SOURCE = "with source"


def period(first: datetime, last: datetime, phrases: Phrases) -> str:
    """From when to when, one day only where both are the same."""
    shape = phrases("people.day")
    begin, end = first.strftime(shape), last.strftime(shape)
    return begin if begin == end else f"{begin} – {end}"


def person_row(person: Person, phrases: Phrases, *, marked: bool = False) -> Row:
    """Name and role with how much is said, below them from when to when and under what names."""
    mark = Content.styled(f"{MARK} ", "bold $accent") if marked else Content("  ")
    role = Content.styled(f"  {person.role}", "dim") if person.role and person.role != person.name else Content("")
    name = Content.styled(person.name, "bold" if person.statements else "")
    counts = f"{phrases.count('people.statements', person.statements)} · " + phrases.count(
        "people.articles", person.articles
    )
    told = [phrases(f"people.kind.{person.kind.value}"), period(person.first, person.last, phrases)]
    if others := [other for other in person.names if other != person.name]:
        told.append(phrases("people.also", names=", ".join(others)))
    if person.decided:
        told.append(phrases("people.decided"))
    return Row(mark + name + role, counts, Content.styled("  " + " · ".join(told), "dim"))


def heading_row(heading: Heading, phrases: Phrases) -> Row:
    """An article with day, title and source; a source or a kind with how many statements are below it."""
    if heading.article is not None:
        one = heading.article
        day = Content.styled(one.when.strftime(phrases("people.day")), "$primary")
        return Row(day + Content.styled(f"  {one.article.title}", "bold"), source_of(one.article))
    if heading.kind is not None:
        sign = Content.styled(f"{SIGNS[heading.kind]} ", "$accent")
        return Row(sign + Content.styled(phrases(f"export.kind.{heading.kind.value}"), "bold"), str(heading.count))
    return Row(Content.styled(heading.source, "bold $primary"), str(heading.count))


class SaidRow(Row):
    """A statement over as many lines as it needs, but not many; below them where it stands unless a heading tells.

    Args:
        said: the statement with its article.
        person: whose it is.
        phrases: what the row says.
        placed: what is told below: nothing, or where it stands with or without the source.
        marked: whether the row is marked.
    """

    def __init__(self, said: Said, person: Person, phrases: Phrases, *, placed: Placed, marked: bool) -> None:
        sign = Content.styled(
            f"{MARK if marked else ' '} {SIGNS[said.statement.kind]} ", "bold $accent" if marked else "$accent"
        )
        super().__init__(sign, below=_place(said, phrases, placed))
        self._text = words(said)
        actor = said.statement.actor
        known = actor is None or actor.name == person.name
        self._called = "" if known or actor is None else actor.name

    def lines(self, width: int) -> list[Content]:
        """The row at a width in columns."""
        text = Content(self._text)
        if self._called:
            text += Content.styled(f"  ({self._called})", "dim")
        pieces = wrapped(text, width - len(INDENT))
        first, *rest = pieces
        found = [(self.left + first).truncate(width, ellipsis=True, pad=True)]
        found += [(Content(INDENT) + piece).truncate(width, ellipsis=True, pad=True) for piece in rest]
        return found if self.below is None else [*found, self.below.truncate(width, ellipsis=True, pad=True)]


def words(said: Said) -> str:
    """A statement without the quotation marks around it, for which its sign stands."""
    return said.statement.text.strip('"„“”»«') or said.statement.text


def wrapped(text: Content, width: int) -> list[Content]:
    """A text in lines of a width in columns, the last one with an ellipsis if there is more."""
    room = max(8, width)
    lines = text.wrap(room)
    if len(lines) <= MOST_LINES:
        return lines
    last = lines[MOST_LINES - 1].rstrip()
    return [*lines[: MOST_LINES - 1], last.truncate(room - 2) + Content(" …")]


def said_height(said: Said, person: Person, width: int, phrases: Phrases, *, placed: Placed) -> int:
    """Lines of a statement's row at a width in columns."""
    return len(SaidRow(said, person, phrases, placed=placed, marked=False).lines(width))


def _place(said: Said, phrases: Phrases, placed: Placed) -> Content | None:
    if placed is Placed.NOT:
        return None
    day = said.when.strftime(phrases("people.day"))
    source = f" · {source_of(said.article)}" if placed is Placed.WITH_SOURCE else ""
    return Content.styled(f"{INDENT}{day} · {said.article.title}{source}", "dim")
