"""Where the reader has jumped from, to go back and forward like in a browser."""

from __future__ import annotations

LONGEST = 200


class Jumps:
    """A line of places with the present one in the middle. Places are offsets in code points."""

    def __init__(self) -> None:
        self._behind: list[int] = []
        self._ahead: list[int] = []

    def leave(self, place: int) -> None:
        """Note the place that a jump leaves; what lay ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-LONGEST]
        self._ahead.clear()

    def back(self, present: int) -> int | None:
        """The place to go back to from the present one, None at the oldest."""
        return self._step(self._behind, self._ahead, present)

    def forward(self, present: int) -> int | None:
        """The place to go forward to from the present one, None at the newest."""
        return self._step(self._ahead, self._behind, present)

    @staticmethod
    def _step(source: list[int], target: list[int], present: int) -> int | None:
        while source and source[-1] == present:
            source.pop()
        if not source:
            return None
        target.append(present)
        return source.pop()
