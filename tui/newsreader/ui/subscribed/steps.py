"""What was done to the subscriptions, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.library.feeds.feeds import Feeds

    Deed = Callable[[Feeds], object]


@dataclass(frozen=True)
class Step:
    """Something that was done.

    Attributes:
        name: the key of its phrase behind `ui.feeds.step.`.
        number: how many things it was done to.
        do: does it, again and again.
        undo: takes it back.
    """

    name: str
    number: int
    do: Deed
    undo: Deed


class Steps:
    """What was done, the latest last, and what of it was taken back."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Note what was done; what had been taken back before is gone."""
        self._done.append(step)
        self._undone.clear()

    def undo(self, feeds: Feeds) -> Step | None:
        """Take the latest back; None if there is nothing."""
        if not self._done:
            return None
        self._done[-1].undo(feeds)
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self, feeds: Feeds) -> Step | None:
        """Do again what was taken back last; None if there is nothing."""
        if not self._undone:
            return None
        self._undone[-1].do(feeds)
        self._done.append(self._undone.pop())
        return self._done[-1]
