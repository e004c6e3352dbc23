"""Moments as the library's file holds them."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, with zone."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment in UTC, so that moments are ordered as their texts are; without a zone it is local time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def local(moment: datetime) -> str:
    """A moment on the clock of this place, to the second; without a zone it is already."""
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone()
        except (OverflowError, OSError, ValueError):
            moment = moment.replace(tzinfo=None)
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")


def moment(text: str) -> datetime:
    """The moment of a text that `stamp` made."""
    return datetime.fromisoformat(text)
