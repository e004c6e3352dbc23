"""Politeness towards hosts: one request at a time to each, with a pause between two."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article.cancelling import Cancellation

PAUSE = 0.5
"""seconds between the end of a request to a host and the next one"""
_LOOK = 0.05


class _Host:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free = 0.0


class Hosts:
    """Whose turn it is at which host.

    Args:
        pause: seconds between two requests to a host.
    """

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, address: str, cancellation: Cancellation) -> Iterator[None]:
        """Wait for a turn at a host, and have it to oneself.

        Raises:
            FetchError: if the fetch is called off meanwhile.
        """
        with self._lock:
            one = self._hosts.setdefault(host, _Host())
        while not one.lock.acquire(timeout=_LOOK):
            cancellation.check(address)
        try:
            while (left := one.free - time.monotonic()) > 0:
                cancellation.check(address)
                time.sleep(min(left, _LOOK))
            yield
        finally:
            one.free = time.monotonic() + self._pause
            one.lock.release()
