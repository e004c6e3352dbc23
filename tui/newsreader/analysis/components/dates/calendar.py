"""What dates mean: days, months and years as ISO 8601, told from the words and the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mär": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
NEAR = 150
"""days: a date without a year means the nearest one, and this far away it is certain which that is"""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around an expression.

    Attributes:
        published: the day that "today" means, None if that is not known.
        past: tells of an offset whether the sentence there is about what has happened (True), about what is to come
            (False), or cannot tell (None).
    """

    published: date | None = None
    past: Callable[[int], bool | None] = lambda _: None


def month(word: str) -> int:
    """The number of a month's name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def full_year(digits: str) -> int:
    """A year of two or four digits in full; two digits stand for 1970 to 2069."""
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= 70 else 2000)


def day_of(year: int, number: int, day: int) -> date | None:
    """A day of the calendar, None if there is no such day."""
    try:
        return date(year, number, day)
    except ValueError:
        return None


def nearest_day(number: int, day: int, published: date | None) -> date | None:
    """The day with this month and day of the month that is nearest to the publication, if that is certain."""
    if published is None:
        return None
    days = [day_of(published.year + step, number, day) for step in (-1, 0, 1)]
    near = min((d for d in days if d is not None), key=lambda d: abs(d - published), default=None)
    return near if near is not None and abs((near - published).days) <= NEAR else None


def nearest_month(number: int, published: date | None) -> str | None:
    """The month (YYYY-MM) with this number that is nearest to the publication, if that is certain."""
    middle = nearest_day(number, 15, published)
    return None if middle is None else f"{middle:%Y-%m}"


def number_of_weekday(name: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return 5 if name.lower() == "sonnabend" else WEEKDAYS.index(name.lower())


def falls_on(day: str, name: str) -> bool:
    """Whether a day (ISO 8601) falls on a weekday with a name."""
    return date.fromisoformat(day).weekday() == number_of_weekday(name)


def weekday(name: str, context: Context, offset: int, which: str | None) -> date | None:
    """The day that a weekday means.

    Args:
        name: the weekday's name ("Donnerstag", "Sonnabend").
        context: publication and tense.
        offset: where it stands, for the tense.
        which: -1, 0 or 1 as "past", "this" or "next" where an adjective tells, else None.
    """
    published = context.published
    if published is None:
        return None
    number = number_of_weekday(name)
    behind = (published.weekday() - number) % 7
    if which == "past":
        return published - timedelta(days=behind or 7)
    if which == "next":
        return published + timedelta(days=(-behind) % 7 or 7)
    past = context.past(offset)
    if past is True:
        return published - timedelta(days=behind)
    if past is False:
        return published + timedelta(days=(-behind) % 7)
    return published if behind == 0 else None


def shifted_month(published: date, step: int) -> str:
    """The month (YYYY-MM) that is some months before or after that of a day."""
    months = published.year * 12 + published.month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"


def week(day: date) -> str:
    """The week of a day, as ISO 8601 writes it (2024-W28)."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
