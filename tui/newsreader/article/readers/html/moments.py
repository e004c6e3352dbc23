"""Moments as pages give them to machines: ISO 8601 in its common spellings, RFC 5322, and German dates."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache

from newsreader.article.newsroom import moments as worded

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?"
    r"(?:\[[\w/]{1,40}\])?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_EARLIEST, _LATEST = 1600, 2200
_ZERO = date(1970, 1, 1)
"""the day at which computers begin to count; it is told where no date was set"""


def moment(text: str) -> datetime | None:
    """The moment that a text tells, in German time where it is told in UTC; None where it tells none.

    Args:
        text: a value of JSON-LD, of a meta element, of an element `time`.
    """
    text = text.strip()
    if not text or len(text) > 100:
        return None
    try:
        found = _iso(text) or _epoch(text) or _mail(text) or _worded(text)
        real = found is not None and _EARLIEST <= found.year <= _LATEST and found.date() != _ZERO
        return _local(found) if found is not None and real else None
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> datetime | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match[7]))


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    if name[0] not in "+-":
        return UTC
    digits = name[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if name[0] == "-" else offset)


def _epoch(text: str) -> datetime | None:
    if _EPOCH.fullmatch(text) is None:
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC)


def _mail(text: str) -> datetime | None:
    """A date as in mail and RSS ("Sat, 13 Jul 2024 10:36:00 +0200")."""
    from email.utils import parsedate_to_datetime

    if not re.match(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[\s-][A-Za-z]{3}", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None


def _worded(text: str) -> datetime | None:
    for match in re.finditer(r"(?<!\d)\d", text):
        if found := worded.moment_at(text, match.start()):
            return found.when
    return None


@cache
def _german() -> tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo("Europe/Berlin")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _local(found: datetime) -> datetime:
    """A moment told in UTC as the clocks in Germany show it, with a fixed offset; any other as it is."""
    zone = _german()
    if found.tzinfo is None or found.utcoffset() or zone is None:
        return found
    local = found.astimezone(zone)
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))
