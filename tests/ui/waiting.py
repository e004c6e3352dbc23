"""Waiting for what comes in its own time: an answer of a worker, a screen, a message."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.command import Command, CommandList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

PATIENCE = 30.0
"""seconds, on a busy machine too"""


def offered(app: Any) -> list[str]:
    """What the open palette offers, the best first."""
    return [one.hit.text or "" for one in app.screen.query_one(CommandList).options if isinstance(one, Command)]


async def until(pilot: Pilot[Any], holds: Callable[[], bool], told: Callable[[], str] = str) -> None:
    """Wait until something holds, and for what follows from that.

    Args:
        pilot: the app's.
        holds: tells whether it holds.
        told: gives what is to be seen, for the case that it never does.

    Raises:
        AssertionError: if it does not hold in time.
    """
    end = monotonic() + PATIENCE
    await pilot.pause()
    while not holds():
        assert monotonic() < end, f"waited in vain: {told()}"
        await pilot.pause(0.01)
    await pilot.pause()
