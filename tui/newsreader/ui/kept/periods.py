"""Stretches of time that a list is narrowed to: some that have a name, and what a user types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsreader.phrases import Phrases

_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})|(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(\d{4})")
_APART = re.compile(r"\s*(?:–|—|\bbis\b|\bto\b|\buntil\b|\s-\s|\.\.|(?<=\.\d{4})-|(?<=^\d{4})-(?=\d{4}$))\s*")
_SINCE = re.compile(r"(?:seit|ab|since|from)\s+(.+)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:vor|before)\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """A stretch of time, in local time without a zone.

    Attributes:
        name: the key of its phrase behind `ui.period.`, empty for one that was typed.
        since: its first moment, None for no beginning.
        until: the first moment after it, None for no end.
    """

    name: str = "all"
    since: datetime | None = None
    until: datetime | None = None

    def title(self, phrases: Phrases) -> str:
        """What it is called."""
        if self.name:
            return phrases(f"ui.period.{self.name}")
        day = phrases("ui.date")
        first = self.since.strftime(day) if self.since else ""
        last = (self.until - timedelta(days=1)).strftime(day) if self.until else ""
        if first and last:
            return first if first == last else f"{first} – {last}"
        return phrases("ui.period.since", day=first) if first else phrases("ui.period.until", day=last)


ALL = Period()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


_NAMED: Mapping[str, Callable[[date], tuple[date | None, date | None]]] = {
    "all": lambda _: (None, None),
    "today": lambda day: (day, None),
    "yesterday": lambda day: (day - timedelta(days=1), day),
    "week": lambda day: (day - timedelta(days=6), None),
    "month": lambda day: (day - timedelta(days=29), None),
    "this_year": lambda day: (date(day.year, 1, 1), None),
    "last_year": lambda day: (date(day.year - 1, 1, 1), date(day.year, 1, 1)),
}


def named(today: date) -> list[Period]:
    """The periods that have a name, all of time first."""
    return [Period(name, *_moments(*make(today))) for name, make in _NAMED.items()]


def parse(text: str) -> Period | None:
    """What a user means by a day, a month or a year, by two of them with a dash between, or by "seit" or "vor" one.

    Args:
        text: such as "13.7.2024", "7/2024", "2024", "2024-07-01 – 2024-07-15", "seit 1.7.2024".

    Returns:
        The period, or None if nothing is meant by it that there is.
    """
    text = text.strip()
    if not text:
        return ALL
    if match := _SINCE.fullmatch(text):
        span = _span(match[1])
        return Period("", *_moments(span[0], None)) if span else None
    if match := _BEFORE.fullmatch(text):
        span = _span(match[1])
        return Period("", *_moments(None, span[0])) if span else None
    parts = _APART.split(text)
    spans = [_span(part) if part else (None, None) for part in parts]
    if len(spans) > 2 or None in spans or not any(parts):
        return None
    first, last = spans[0], spans[-1]
    assert first is not None
    assert last is not None
    period = Period("", *_moments(first[0], last[1]))
    return None if period.since and period.until and period.since >= period.until else period


def _moments(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    return (_midnight(since) if since else None, _midnight(until) if until else None)


def _span(text: str) -> tuple[date, date] | None:
    """First day and the day after the last one of a day, a month or a year."""
    try:
        if match := _DAY.fullmatch(text.strip()):
            day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
            first = date(int(year), int(month), int(day))
            return first, first + timedelta(days=1)
        if match := _MONTH.fullmatch(text.strip()):
            month, year = (match[1], match[2]) if match[1] else (match[4], match[3])
            first = date(int(year), int(month), 1)
            return first, (first + timedelta(days=31)).replace(day=1)
        if match := _YEAR.fullmatch(text.strip()):
            return date(int(match[1]), 1, 1), date(int(match[1]) + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return None
