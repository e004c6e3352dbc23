"""The dialogs that ask who is the same, what is another's, and what somebody is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, SelectionList
from textual.widgets.selection_list import Selection

from newsreader.library.people.names import fold
from newsreader.ui.dialogs.choice import Choice, ChoiceDialog
from newsreader.ui.dialogs.form import Form
from newsreader.ui.people.grouping import source_of
from newsreader.ui.people.rows import person_row

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from newsreader.library.people.model import Appeared, Person
    from newsreader.phrases import Phrases

MOST = 200
"""people that are listed at once"""


def join_dialog(person: Person, others: Sequence[Person], phrases: Phrases) -> ChoiceDialog[int]:
    """Asks who is the same; its result is the number of that one.

    Args:
        person: the one who takes over the other.
        others: those to choose from, the likeliest first.
        phrases: what the dialog says.
    """
    told = [fold(" ".join((*one.names, one.name, *one.roles))) for one in others]

    def fitting(words: str) -> list[Choice[int]]:
        wanted = fold(words).split()
        found = (one for one, text in zip(others, told, strict=True) if all(word in text for word in wanted))
        return [Choice(person_row(one, phrases), one.number) for one, _ in zip(found, range(MOST), strict=False)]

    return ChoiceDialog(
        phrases("people.join.title", name=person.name),
        fitting,
        placeholder=phrases("ui.panel.filter"),
        nothing=phrases("ui.panel.no_match"),
        phrases=phrases,
    )


def likely_first(person: Person, others: Sequence[Person]) -> list[Person]:
    """Others in the order in which they may be the same: with a common part of the name first."""
    parts = {part for name in person.names for part in fold(name).split() if len(part) > 2}

    def common(other: Person) -> int:
        own = {part for name in other.names for part in fold(name).split()}
        return len(parts & own)

    found = [one for one in others if one.number != person.number]
    return sorted(found, key=lambda one: (-common(one), one.kind is not person.kind))


class SplitPersonDialog(Form[frozenset[int]]):
    """Articles to mark, in which it is somebody else; its result is the numbers of the appearances.

    Args:
        person: whose appearances they are.
        seen: where he appears.
        marked: numbers of those that are marked at first.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "SelectionList"

    def __init__(self, person: Person, seen: Sequence[Appeared], marked: Collection[int], phrases: Phrases) -> None:
        super().__init__(phrases("people.split.title", name=person.name), phrases, phrases("people.split.hint"))
        self._seen = seen
        self._marked = frozenset(marked)

    def compose(self) -> ComposeResult:
        """The articles with what they call him."""
        say = self._phrases
        rows = (Selection(self._shown(one), one.number, one.number in self._marked) for one in self._seen)
        yield self.box(
            self.words(say("people.split.about")), SelectionList[int](*rows), *self.actions(say("people.split.accept"))
        )

    def result(self) -> frozenset[int] | None:
        """What is another's; something must be, and something must stay."""
        chosen = frozenset(self.query_one(SelectionList).selected)
        if not chosen or len(chosen) == len(self._seen):
            self.complain(self._phrases("people.split.none"))
            return None
        return chosen

    def _shown(self, one: Appeared) -> Content:
        day = one.when.strftime(self._phrases("people.day"))
        called = f"{one.name} · {one.role}" if one.role else one.name
        return Content.assemble(
            f"{day}  ", (called, "bold"), (f"  {one.article.title} · {source_of(one.article)}", "dim")
        )


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody is to be called; empty for what the articles say."""

    name: str
    role: str


class RenameDialog(Form[Called]):
    """Name and role.

    Args:
        person: who it is.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "Input"

    def __init__(self, person: Person, phrases: Phrases) -> None:
        super().__init__(phrases("people.rename.title", name=person.name), phrases)
        self._person = person

    def compose(self) -> ComposeResult:
        """Two lines to type in."""
        say, person = self._phrases, self._person
        yield self.box(
            self.field(say("people.rename.name"), Input(person.name, compact=True, id="name", select_on_focus=False)),
            self.field(say("people.rename.role"), Input(person.role or "", compact=True, id="role")),
            self.words(say("people.rename.about")),
            *self.actions(),
        )

    def result(self) -> Called:
        """What was typed."""
        name, role = (" ".join(self.query_one(f"#{which}", Input).value.split()) for which in ("name", "role"))
        return Called(name, role)
