"""Errands at many hosts: several hosts side by side, never two errands at once at one of them."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article.cancelling import Cancellation

HANDS = 6
"""hosts that are visited side by side"""
_LOOK = 0.1
"""seconds between two looks at whether the user has called it off"""


class Crew:
    """Runs errands in threads that nobody needs to wait for at the end of the program.

    Args:
        cancellation: calls everything off that has not begun; what has begun is left to itself.
        hands: how many errands run at a time.
    """

    def __init__(self, cancellation: Cancellation, hands: int = HANDS) -> None:
        self._cancellation = cancellation
        self._hands = hands
        self._waiting: dict[str, deque[Callable[[], None]]] = {}
        self._busy: set[str] = set()
        self._changed = threading.Condition()
        self._failure: BaseException | None = None

    def add(self, host: str, errand: Callable[[], None]) -> None:
        """Put an errand at the end of a host's row; an errand may add further ones."""
        with self._changed:
            self._waiting.setdefault(host, deque()).append(errand)
            self._changed.notify_all()

    def run(self) -> None:
        """Run everything, and stay until it is done or called off.

        Raises:
            BaseException: what an errand has raised; then no further ones have begun.
        """
        threads = [
            threading.Thread(target=self._work, name=f"feeds-{number}", daemon=True)
            for number in range(self._hands if self._waiting else 0)
        ]
        for thread in threads:
            thread.start()
        with self._changed:
            while not self._over:
                self._changed.wait(_LOOK)
            self._changed.notify_all()
        if self._failure is not None:
            raise self._failure

    @property
    def _over(self) -> bool:
        return self._stopped or not (self._waiting or self._busy)

    @property
    def _stopped(self) -> bool:
        return self._failure is not None or self._cancellation.cancelled

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            host, errand = taken
            failure: BaseException | None = None
            try:
                errand()
            except BaseException as error:
                failure = error
            with self._changed:
                self._busy.discard(host)
                self._failure = self._failure or failure
                self._changed.notify_all()

    def _next(self) -> tuple[str, Callable[[], None]] | None:
        """The next errand at a host where nobody is; None when there will be none any more."""
        with self._changed:
            while not self._over:
                host = next((one for one in self._waiting if one not in self._busy), None)
                if host is not None:
                    return host, self._take(host)
                self._changed.wait(_LOOK)
        return None

    def _take(self, host: str) -> Callable[[], None]:
        errands = self._waiting.pop(host)
        errand = errands.popleft()
        if errands:
            # At the end, so that the hosts take turns.
            self._waiting[host] = errands
        self._busy.add(host)
        return errand
