"""How a user calls off what takes long."""

from __future__ import annotations

import threading

from newsreader.article.shown import shown
from newsreader.errors import FetchError


class Cancellation:
    """Calls a fetch off; it ends with the next piece of data or at its time limit."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Call it off."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self._event.is_set()

    def check(self, address: str) -> None:
        """Go no further if it was called off.

        Args:
            address: what was being fetched.

        Raises:
            FetchError: if it was.
        """
        if self._event.is_set():
            raise FetchError("article.cancelled", path=shown(address), retry=True)
