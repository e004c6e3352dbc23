"""A date, time or amount that was found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """An expression.

    Attributes:
        start: code points of the text that was searched.
        end: likewise, exclusive.
        label: DATE, TIME, MONEY, PERCENT or QUANTITY.
        value: what it means in a fixed form where that is certain, else None.
    """

    start: int
    end: int
    label: str
    value: str | None = None
