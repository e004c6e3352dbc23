"""How fast a batch goes, and when it will be done."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW = 60.0
"""seconds that the rate is taken over, so that it follows articles that become longer or shorter"""

SOON = 2.0
"""seconds before which a rate would tell little"""


class Pace:
    """The pace of a batch.

    What an interrupted call has left is passed at once, and does not count for the rate.

    Args:
        total: how many things there are.
        clock: seconds that go by; the system's if None.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.done = 0
        self._clock = clock
        self._begun = clock()
        self._worked = 0
        self._seen: deque[tuple[float, int]] = deque()

    @property
    def elapsed(self) -> float:
        """Seconds since it began."""
        return self._clock() - self._begun

    def step(self, number: int = 1, *, worked: bool = True) -> None:
        """Some more are done.

        Args:
            number: how many.
            worked: whether that took work.
        """
        self.done += number
        if worked:
            self._worked += number
            now = self._clock()
            # A point a second is enough to know the rate by. The first one is when work was first done, not before:
            # until then whoever does it was made ready.
            if not self._seen or now - self._seen[-1][0] >= 1:
                self._seen.append((now, self._worked))
            while len(self._seen) > 2 and now - self._seen[1][0] >= WINDOW:
                self._seen.popleft()

    @property
    def rate(self) -> float | None:
        """Things a second, None as long as there is nothing to tell it by."""
        since, before = self._seen[0] if self._seen else (self._clock(), 0)
        passed = self._clock() - since
        if passed < SOON or self._worked == before:
            return None
        return (self._worked - before) / passed

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take, None if nobody can tell."""
        rate = self.rate
        return None if rate is None else max(self.total - self.done, 0) / rate


def clock_time(seconds: float) -> str:
    """A duration as people read it: 0:07, 12:34, 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
