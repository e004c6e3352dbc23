"""What was done while a screen was open, so that it can be undone and done again."""

from __future__ import annotations

from typing import Any, Generic, Protocol, Self, TypeVar


class Step(Protocol):
    """Something that was done to something."""

    def undo(self, thing: Any, /) -> object:
        """Take it back."""
        ...

    def redo(self, thing: Any, /) -> Self:
        """Do it again; the step that then can be undone."""
        ...


S = TypeVar("S", bound=Step)
T = TypeVar("T")


class Steps(Generic[S, T]):
    """What was done, the latest last, and what of it was taken back."""

    def __init__(self) -> None:
        self._done: list[S] = []
        self._undone: list[S] = []

    def add(self, step: S) -> None:
        """Note what was done; what had been taken back before is gone."""
        self._done.append(step)
        self._undone.clear()

    def undo(self, thing: T) -> S | None:
        """Take the latest back; None if there is nothing."""
        if not self._done:
            return None
        self._done[-1].undo(thing)
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self, thing: T) -> S | None:
        """Do again what was taken back last; None if there is nothing."""
        if not self._undone:
            return None
        step = self._undone[-1].redo(thing)
        self._undone.pop()
        self._done.append(step)
        return step
