"""What was done to the library while its screen was open, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.library.library import Library
    from newsreader.library.model import Deletion


class Step(Protocol):
    """Something that was done."""

    @property
    def number(self) -> int:
        """How many articles it was done to."""
        ...

    @property
    def name(self) -> str:
        """The key of its phrase behind `ui.library.step.`."""
        ...

    def undo(self, library: Library) -> None:
        """Take it back."""
        ...

    def redo(self, library: Library) -> Step:
        """Do it again; the step that then can be undone."""
        ...


@dataclass(frozen=True)
class Deleted:
    """Articles were deleted."""

    deletion: Deletion

    @property
    def number(self) -> int:
        """How many."""
        return len(self.deletion.articles)

    @property
    def name(self) -> str:
        """What was done."""
        return "deleted"

    def undo(self, library: Library) -> None:
        """Bring them back."""
        library.restore(self.deletion)

    def redo(self, library: Library) -> Step:
        """Delete them again."""
        return Deleted(library.delete(self.deletion.articles))


@dataclass(frozen=True)
class Marked:
    """Articles were marked as read or unread, which all of them were not before."""

    numbers: Sequence[int]
    read: bool

    @property
    def number(self) -> int:
        """How many."""
        return len(self.numbers)

    @property
    def name(self) -> str:
        """What was done."""
        return "read" if self.read else "unread"

    def undo(self, library: Library) -> None:
        """Mark them as they were."""
        library.mark(self.numbers, read=not self.read)

    def redo(self, library: Library) -> Step:
        """Mark them again."""
        library.mark(self.numbers, read=self.read)
        return self


class Steps:
    """What was done, the latest last, and what of it was taken back."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Note what was done; what had been taken back before is gone."""
        self._done.append(step)
        self._undone.clear()

    def undo(self, library: Library) -> Step | None:
        """Take the latest back; what was deleted before this screen was opened too. None if there is nothing."""
        if not self._done:
            self._done = [Deleted(deletion) for deletion in reversed(library.deletions()[:1])]
        if not self._done:
            return None
        step = self._done[-1]
        step.undo(library)
        self._undone.append(self._done.pop())
        return step

    def redo(self, library: Library) -> Step | None:
        """Do again what was taken back last; None if there is nothing."""
        if not self._undone:
            return None
        step = self._undone[-1].redo(library)
        self._undone.pop()
        self._done.append(step)
        return step
