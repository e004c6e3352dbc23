"""Everybody who has a say in the library: persons, organisations and others over all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from newsreader.library.people.choosing import NAMELESS
from newsreader.library.people.model import Person
from newsreader.library.people.names import fold
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.people.rows import person_row
from newsreader.ui.screens.scoped import ScopedScreen
from newsreader.ui.widgets.row import Head, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from textual.binding import BindingType

    from newsreader.library.library import Library
    from newsreader.phrases import Phrases
    from newsreader.ui.choices import Choices
    from newsreader.ui.commands import Keymap

SORTS: Mapping[str, Callable[[Person], tuple[object, ...]]] = {
    "statements": lambda one: (-one.statements, -one.articles),
    "articles": lambda one: (-one.articles, -one.statements),
    "name": lambda one: (fold(one.name),),
    "latest": lambda one: (-one.last.timestamp(),),
}
"""what they can be sorted by"""


class PeopleScreen(ScopedScreen[Person]):
    """The list.

    Args:
        library: opens the library; raises StoreError.
        show: shows what somebody said.
        leave: leads back.
        choices: where order and filters are remembered.
        keymap: the keys.
        phrases: what the screen says.
    """

    VIEW = View.PEOPLE
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.PEOPLE)
    FILTER = "people.filter"

    def __init__(
        self,
        library: Callable[[], Library],
        *,
        show: Callable[[int], None],
        leave: Callable[[], object],
        choices: Choices,
        keymap: Keymap,
        phrases: Phrases,
    ) -> None:
        super().__init__(library, choices, keymap, phrases)
        self._show = show
        self._leave = leave
        self._all: list[Person] = []
        self._texts: dict[int, str] = {}
        self._filters = self.narrowing.filters
        sort = choices.get("people_order", "statements")
        self._sort = sort if sort in SORTS else "statements"
        self._everybody = choices.get("people_everybody", "False") == "True"

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """The keys that one must know."""
        return (
            ("open", "people.key.open"),
            ("find", "ui.list.filter"),
            ("group_by", "people.key.sort"),
            ("join_people", "people.key.join"),
            ("undo", "people.key.undo"),
            ("leave", "ui.list.back"),
            ("help", "ui.footer.help"),
        )

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of lists and decisions, and the list's own."""
        return {**super().commands, "group_by": self.sort, "everybody": self.toggle_everybody}

    @property
    def person(self) -> Person | None:
        """The one under the cursor."""
        return self.current

    def head(self) -> Row:
        """The title and how many; how they are sorted."""
        phrases, number = self.phrases, len(self._listed)
        right = phrases.count("people.people", number)
        if len(self.items) != number:
            right = phrases("ui.list.of", n=len(self.items), all=right)
        sort = phrases(
            "people.sorted", key=self.keymap.label("group_by", first=True), how=phrases(f"people.by.{self._sort}")
        )
        shown = phrases(
            "people.everybody" if self._everybody else "people.speaking", key=self.keymap.label("everybody", first=True)
        )
        title, below = Content.styled(phrases("people.title"), "bold"), Content.styled(f"{sort}   {shown}", "dim")
        return Head(title, right, self.chips(), lambda _: below)

    def row(self, item: Person) -> Row:
        """Somebody."""
        return person_row(item, self.phrases, marked=item.number in self.marked)

    def identity(self, item: Person) -> Hashable:
        """By the number."""
        return item.number

    def fill(self) -> None:
        """List those who are known and hold what is typed."""
        if self._all and self.narrowing.filters == self._filters:
            self._narrow_list()
        else:
            self.renew()

    def renew(self) -> None:
        """Look up who there is."""
        filters = self._filters = self.narrowing.filters
        self.look_up(lambda: self.library().people.listed(filters), self._take)

    def choose(self, item: Person) -> None:
        """Show what he said."""
        self._show(item.number)

    def go_back(self) -> None:
        """Back to where the user came from."""
        self._leave()

    def sort(self) -> None:
        """Another order."""
        names = list(SORTS)
        self._sort = names[(names.index(self._sort) + 1) % len(names)]
        self.choices.set("people_order", "statements", self._sort)
        self._narrow_list()

    def toggle_everybody(self) -> None:
        """List also those who say nothing or have no name, or only those who do."""
        self._everybody = not self._everybody
        self.choices.set("people_everybody", "False", str(self._everybody))
        self._narrow_list()

    def ask_join(self) -> None:
        """Join those that are marked with the one under the cursor; without marks, let the user choose one."""
        person = self.current
        others = [one.number for one in self.meant if person is not None and one.number != person.number]
        if person is None or not others:
            super().ask_join()
            return
        self.decide(lambda: self.library().people.join(person.number, *others))

    @property
    def _listed(self) -> list[Person]:
        if self._everybody:
            return self._all
        return [one for one in self._all if one.statements and one.kind not in NAMELESS]

    def _take(self, found: list[Person]) -> None:
        self._all = found
        self._texts = {one.number: fold(" ".join((one.name, *one.names, *one.roles))) for one in found}
        self._narrow_list()

    def _narrow_list(self) -> None:
        wanted = fold(self.words).split()
        found = [one for one in self._listed if all(word in self._texts[one.number] for word in wanted)]
        found.sort(key=SORTS[self._sort])
        nothing = self.phrases("ui.panel.no_match" if wanted else "people.nobody")
        if self.narrowing.narrow and not wanted:
            nothing = self.nothing_fits
        self.show(found, notice="" if found else nothing)
