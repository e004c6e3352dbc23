"""Tells something at once, then no more than once in a while, and the last state in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer
    from textual.widget import Widget


class Throttle:
    """Calls a function at most once in a while.

    Args:
        widget: whose timer is used; nothing is called before it runs.
        call: what is called.
        every: seconds between two calls.
    """

    def __init__(self, widget: Widget, call: Callable[[], None], every: float) -> None:
        self._widget = widget
        self._call = call
        self._every = every
        self._timer: Timer | None = None
        self._due = False

    def ask(self) -> None:
        """Asks for a call: now if the last one is long enough ago, else as soon as it is."""
        if not self._widget.is_running:
            return
        if self._timer is not None:
            self._due = True
            return
        self._due = False
        self._timer = self._widget.set_timer(self._every, self._over)
        self._call()

    def _over(self) -> None:
        self._timer = None
        if self._due:
            self.ask()
