"""Dates and times of day as German newsrooms write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner jan jän",
            "februar feber feb",
            "märz maerz mär mrz",
            "april apr",
            "mai",
            "juni jun",
            "juli jul",
            "august aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
ZONES = {"mez": timezone(timedelta(hours=1), "MEZ"), "mesz": timezone(timedelta(hours=2), "MESZ")}

_WEEKDAY = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|(?:mo|di|mi|do|fr|sa|so)\b\.?),?\s{0,3}"
)
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_NUMERIC = r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)"
_WORDED = (
    rf"(?P<d>\d{{1,2}})\.?\s(?P<name>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?\s(?P<y>\d{{4}})(?!\d)"
)
DATE = re.compile(rf"(?:{_WEEKDAY})?(?:den\s)?(?:{_ISO}|{_NUMERIC}|{_WORDED})", re.IGNORECASE)

_ZONE = r"(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b|\bME(?:S)?Z\b)"
_UNIT = r"(?:\s?(?:Uhr|h)\b)"
CLOCK = re.compile(
    rf"(?:(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.\d{{1,9}})?)?(?!\d){_UNIT}?"
    rf"|(?P<full>\d{{1,2}})\s?Uhr\b)(?:\s?{_ZONE})?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s{0,3}(?:(?:[,|·/–—-]|um|T)\s{0,3})?", re.IGNORECASE)


class Clock(NamedTuple):
    """A time of day and, where it is told, its zone."""

    time: time
    zone: tzinfo | None


class Moment(NamedTuple):
    """A date with or without a time of day, and where it ends.

    Attributes:
        day: the date.
        clock: the time of day, None if there is none.
        end: offset in the line (code points) behind it.
    """

    day: date
    clock: Clock | None
    end: int

    @property
    def when(self) -> datetime:
        """Date and time joined; midnight where no time is told."""
        if self.clock is None:
            return datetime.combine(self.day, time())
        return datetime.combine(self.day, self.clock.time, self.clock.zone)


def moment_at(line: str, start: int) -> Moment | None:
    """The date, and the time that follows it, at an offset of a line; None where no real date stands.

    Args:
        line: a short line.
        start: offset in code points at which the date must begin.
    """
    match = DATE.match(line, start)
    if match is None or (day := _day(match)) is None:
        return None
    gap = _BETWEEN.match(line, match.end())
    clock = None if gap is None else clock_at(line, gap.end())
    return Moment(day, None, match.end()) if clock is None else Moment(day, clock[0], clock[1])


def clock_at(line: str, start: int) -> tuple[Clock, int] | None:
    """The time of day at an offset of a line and the offset behind it; None where none stands."""
    match = CLOCK.match(line, start)
    if match is None:
        return None
    try:
        if match["full"]:
            told = time(int(match["full"]))
        else:
            told = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None
    return Clock(told, _zone(match["zone"])), match.end()


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["name"]:
            return date(int(match["y"]), MONTHS[match["name"].lower()], int(match["d"]))
        year = int(match["year"])
        if len(match["year"]) == 2:
            # The pivot of POSIX strptime: 69 is 1969, 68 is 2068.
            year += 1900 if year >= 69 else 2000
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    if name.lower() in ZONES:
        return ZONES[name.lower()]
    if name.upper() == "Z":
        return UTC
    digits = name[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        return None
    return timezone(-offset if name[0] == "-" else offset)
