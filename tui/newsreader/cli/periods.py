"""Periods as one writes them on the command line: a day, a month, a year, in the ISO's way or the German one."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from newsreader.cli.session import UsageError

ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
GERMAN = re.compile(r"(?:(?:(\d\d?)\.)?(\d\d?)\.)?(\d{4})")


def since(text: str) -> datetime | None:
    """The moment at which a period begins, local time; None for no text.

    Args:
        text: "2024-07-13", "2024-07", "2024", "13.07.2024", "07.2024".

    Raises:
        UsageError: if it is no period.
    """
    return None if not text else datetime.combine(_period(text)[0], time())


def until(text: str) -> datetime | None:
    """The moment at which a period is over, local time; None for no text.

    Raises:
        UsageError: if it is no period.
    """
    return None if not text else datetime.combine(_period(text)[1], time())


def _period(text: str) -> tuple[date, date]:
    """The first day, and the one after the last."""
    stripped = text.strip()
    if (found := ISO.fullmatch(stripped)) is not None:
        year, month, day = found.groups()
    elif (found := GERMAN.fullmatch(stripped)) is not None:
        day, month, year = found.groups()
    else:
        raise UsageError("cli.no_period", text=text)
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            return first, first + timedelta(days=1)
        if month:
            return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, date(first.year + 1, 1, 1)
    except (ValueError, OverflowError) as error:
        raise UsageError("cli.no_period", text=text) from error
