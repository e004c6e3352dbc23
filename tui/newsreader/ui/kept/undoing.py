"""What was done to the library while its screen was open, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from newsreader.ui import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.library.library import Library
    from newsreader.library.model import Deletion


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

    def redo(self, library: Library) -> Self:
        """Delete them again."""
        return type(self)(library.delete(self.deletion.articles))


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

    def redo(self, library: Library) -> Self:
        """Mark them again."""
        library.mark(self.numbers, read=self.read)
        return self


Step = Deleted | Marked


class Steps(steps.Steps[Step, "Library"]):
    """What was done to the library."""

    def undo(self, library: Library) -> Step | None:
        """Take the latest back; what was deleted before this screen was opened too. None if there is nothing."""
        if not self._done:
            self._done += [Deleted(deletion) for deletion in library.deletions()[:1]]
        return super().undo(library)
