"""What the screens of people share: the user's decisions about who is who, made in the background and undoable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newsreader.library.people.steps import Join, Rename, Split
from newsreader.ui.people import asking
from newsreader.ui.screens.listing import ListScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsreader.library.library import Library
    from newsreader.library.people.model import Person, Step
    from newsreader.library.people.steps import Decision
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.people.asking import Called

T = TypeVar("T")


class DecidingScreen(ListScreen[T]):
    """A list on which people are joined and renamed.

    Args:
        library: opens the library; raises StoreError.
        keymap: the keys.
        phrases: what the screen says.
    """

    def __init__(self, library: Callable[[], Library], keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(keymap, phrases)
        self.library = library

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, and the decisions."""
        return {
            **super().commands,
            "join_people": self.ask_join,
            "rename_person": self.ask_name,
            "undo": self.undo,
            "redo": self.redo,
        }

    @property
    def person(self) -> Person | None:
        """The one whom a decision is about."""
        raise NotImplementedError

    def ask_join(self) -> None:
        """Let the user choose who is the same."""
        person = self.person
        if person is None:
            return

        def asked(others: list[Person]) -> None:
            likely = asking.likely_first(person, others)
            self.app.push_screen(asking.join_dialog(person, likely, self.phrases), partial(self.join, person))

        self.act(lambda: self.library().people.listed(), asked)

    def join(self, person: Person, other: int | None) -> None:
        """Let another be the same as somebody."""
        if other is not None:
            self.decide(lambda: self.library().people.join(person.number, other))

    def ask_name(self) -> None:
        """Let the user type what somebody is called."""
        person = self.person

        def named(called: Called | None) -> None:
            if called is not None and person is not None:
                self.decide(lambda: self.library().people.rename(person.number, called.name, called.role))

        if person is not None:
            self.app.push_screen(asking.RenameDialog(person, self.phrases), named)

    def decide(self, work: Callable[[], object]) -> None:
        """Make a decision in the background, and tell what was done."""

        def done() -> Step | None:
            work()
            steps = self.library().people.steps()
            return steps[-1] if steps else None

        self.act(done, partial(self._told, "made"))

    def undo(self) -> None:
        """Take back the last decision."""
        self.act(lambda: self.library().people.undo(), partial(self._told, "undo"))

    def redo(self) -> None:
        """Make the decision again that was taken back last."""
        self.act(lambda: self.library().people.redo(), partial(self._told, "redo"))

    def _told(self, way: str, step: Step | None) -> None:
        if step is None:
            self.say(f"ui.say.nothing_to_{way}")
            return
        self.marked.clear()
        what = told(step.decision, self.phrases)
        self.say(f"ui.say.{way}", what=what)
        self.renew()

    def renew(self) -> None:
        """Look up anew what is listed."""
        raise NotImplementedError


def told(decision: Decision, phrases: Phrases) -> str:
    """What a decision was, in a few words."""
    match decision:
        case Join():
            return phrases("people.step.join", name=decision.into[0].name, other=decision.other[0].name)
        case Split():
            return phrases("people.step.split", name=decision.units[0].name)
        case Rename():
            return phrases("people.step.rename", name=decision.who[0].name, other=decision.name or "…")
