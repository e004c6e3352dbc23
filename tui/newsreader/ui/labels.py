"""Letters that stand over places on the screen, so that typing them jumps there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = "asdfghjkleiruowvncmtp"
"""keys that every Latin keyboard has, those under the fingers first"""


def labels(number: int) -> list[str]:
    """Labels for a number of places: all of one letter if they suffice, else all of two, so that none begins another.

    Args:
        number: how many; beyond the pairs of letters none is given.
    """
    if number <= len(LETTERS):
        return list(LETTERS[:number])
    return [first + second for first in LETTERS for second in LETTERS][:number]


def narrowed(wanted: Sequence[str], typed: str) -> list[str]:
    """The labels that begin with what was typed so far."""
    return [label for label in wanted if label.startswith(typed)]
