"""Dates and times of day in a text, with what they mean."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from newsreader.analysis.components.dates import calendar, patterns
from newsreader.analysis.components.dates.found import Found
from newsreader.analysis.components.dates.numbers import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.dates.calendar import Context


def times(text: str, context: Context) -> Iterator[Found]:
    """Every date and time in a text; they may overlap, the longer one is meant."""
    yield from _days(text, context)
    yield from _months(text, context)
    yield from _weekdays(text, context)
    yield from _periods(text, context)
    yield from _years(text)
    yield from _clock(text)


def _with_clock(match: re.Match[str], iso: str | None) -> str | None:
    if iso is None or match["hour"] is None:
        return iso
    return f"{iso}T{int(match['hour']):02}:{int(match['minute'] or 0):02}"


def _days(text: str, context: Context) -> Iterator[Found]:
    for pattern in (patterns.NUMERIC, patterns.ISO):
        for match in pattern.finditer(text):
            day = calendar.day_of(calendar.full_year(match["year"]), int(match["month"]), int(match["day"]))
            if day is not None and not (len(match["year"]) == 2 and _is_version(text, match.start())):
                yield Found(match.start(), match.end(), "DATE", _with_clock(match, day.isoformat()))
    for match in patterns.SHORT_NUMERIC.finditer(text):
        if calendar.day_of(2000, int(match["month"]), int(match["day"])) is not None:
            near = calendar.nearest_day(int(match["month"]), int(match["day"]), context.published)
            yield Found(match.start("day"), match.end(), "DATE", near.isoformat() if near else None)
    for match in patterns.LONG_RANGE.finditer(text):
        year = match["year"] or match["firstyear"]
        first = _day(match["first"], match["month"], match["firstyear"] or year, context)
        last = _day(match["last"], match["lastmonth"], year, context)
        known = first is not None and last is not None and first < last
        yield Found(match.start(), match.end(), "DATE", f"{first}/{last}" if known else None)
    for match in patterns.DAY_MONTH.finditer(text):
        first = _day(match["first"], match["month"], match["year"], context)
        if match["year"] and first is None and not match["last"]:
            continue
        iso = first
        if first and match["weekday"] and not calendar.falls_on(first, match["weekday"]):
            iso = None
        if match["last"]:
            last = _day(match["last"], match["month"], match["year"], context)
            iso = f"{first}/{last}" if first and last and first < last and not match["between"] else None
        yield Found(match.start(), match.end(), "DATE", _with_clock(match, iso))


def _is_version(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:Version|Release|Kapitel|Abschnitt|Ziffer|Punkt|Nr\.|v\.?)\s*\Z", text[max(0, start - 12) : start]
        )
    )


def _day(day: str, month: str, year: str | None, context: Context) -> str | None:
    number, name = int(day.rstrip(".")), calendar.month(month)
    if year is not None:
        found = calendar.day_of(int(year), name, number)
    else:
        found = calendar.nearest_day(name, number, context.published)
    return None if found is None else found.isoformat()


def _months(text: str, context: Context) -> Iterator[Found]:
    for match in patterns.MONTH_YEAR.finditer(text):
        yield Found(match.start(), match.end(), "DATE", f"{match['year']}-{calendar.month(match['month']):02}")
    for match in patterns.MONTH.finditer(text):
        start = match.start() if match["part"] else match.start("month")
        if match["which"]:
            start = match.start("which")
        number = calendar.month(match["month"].rstrip("s"))
        alone = match["last"] is None and not match["which"]
        end = match.end()
        yield Found(start, end, "DATE", calendar.nearest_month(number, context.published) if alone else None)
    for match in patterns.MONTHS.finditer(text):
        first, last = calendar.month(match["month"]), calendar.month(match["last"])
        year = match["year"]
        value = f"{year}-{first:02}/{year}-{last:02}" if year and first < last else None
        yield Found(match.start("month"), match.end(), "DATE", value)


def _weekdays(text: str, context: Context) -> Iterator[Found]:
    for match in patterns.WEEKDAY.finditer(text):
        by = (match["by"] or "").lower()
        before = text[max(0, match.start() - 10) : match.start()]
        if by == "am" and patterns.PAPER.search(before):
            continue
        if not by and not match["which"] and not _is_alone(before, text[match.end() : match.end() + 1]):
            continue
        day = calendar.weekday(match["name"], context, match.start(), _direction(match["which"]))
        start = match.start("which") if match["which"] else match.start("name")
        certain = not by.startswith(("jed", "ein"))
        yield Found(start, match.end(), "DATE", day.isoformat() if day and certain else None)
    for match in patterns.HABIT.finditer(text):
        yield Found(match.start(), match.end(), "DATE")
    shift = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
    for match in patterns.DEICTIC.finditer(text):
        before, after = text[max(0, match.start() - 6) : match.start()], text[match.end() : match.end() + 6]
        bound = re.search(r"\b(?:bis|noch|von|seit) \Z", before) or after.startswith((" noch", " wie"))
        day = None
        if context.published is not None and not bound:
            day = context.published + timedelta(days=shift[match["word"].lower()])
        yield Found(match.start(), match.end(), "DATE", day.isoformat() if day else None)


def _is_alone(before: str, after: str) -> bool:
    """Whether a bare weekday stands like a date: "(Mittwoch)", "Mittwoch, 3. Mai", "Donnerstag:" on its own line."""
    opened = before.endswith(("(", "\n")) or not before
    return opened and after in {")", ",", ":"}


def _direction(which: str | None) -> str | None:
    if which is None or which.startswith(("vorletzt", "übernächst", "folgend")):
        return None
    if which.startswith(("vergangen", "vorig", "letzt", "gestrig")):
        return "past"
    return "next" if which.startswith(("kommend", "nächst", "naechst", "morgig")) else None


def _periods(text: str, context: Context) -> Iterator[Found]:
    for match in patterns.PERIOD.finditer(text):
        yield Found(match.start(), match.end(), "DATE", _period(match, context))
    for match in patterns.PART_OF_YEAR.finditer(text):
        value = match["year"] if match["part"] in {"Anfang", "Mitte", "Ende"} else None
        yield Found(match.start(), match.end(), "DATE", value)
    for match in patterns.AGO.finditer(text):
        yield Found(match.start(), match.end(), "DATE", _ago(match, context))
    for pattern in (patterns.CENTURY, patterns.DECADE):
        for match in pattern.finditer(text):
            yield Found(match.start(), match.end(), "DATE")


def _period(match: re.Match[str], context: Context) -> str | None:
    which = match["which"]
    this = which.startswith(("diese", "laufend"))
    direction = 0 if this else {"past": -1, "next": 1}.get(_direction(which) or "")
    if context.published is None or direction is None:
        return None
    if match["period"].startswith("Jahr") and not match["period"].startswith(("Jahrzehnt", "Jahrhundert")):
        return f"{context.published.year + direction:04}"
    if match["period"].startswith("Monat"):
        return calendar.shifted_month(context.published, direction)
    if match["period"] in {"Woche", "Wochen"} and not match["period"].endswith("n"):
        return calendar.week(context.published + timedelta(weeks=direction))
    return None


def _ago(match: re.Match[str], context: Context) -> str | None:
    number = value(match["number"])
    exact = match[0][:3].lower() == "vor" and len(match[0].split()) == 3
    if context.published is None or number is None or not exact:
        return None
    if match["unit"].startswith("Tag"):
        return (context.published - timedelta(days=int(number))).isoformat()
    if match["unit"].startswith("Jahr") and "zehnt" not in match["unit"]:
        return f"{context.published.year - int(number):04}"
    return None


def _years(text: str) -> Iterator[Found]:
    for match in patterns.YEAR_FROM.finditer(text):
        yield Found(match.start(), match.end(), "DATE", f"{match['year']}/..")
    for pattern in (patterns.YEAR_WORD, patterns.YEARS):
        for match in pattern.finditer(text):
            start = match.start() if pattern is patterns.YEAR_WORD else match.start("year")
            last = match["last"]
            if last is None:
                yield Found(start, match.end(), "DATE", match["year"])
            else:
                full = last if len(last) == 4 else match["year"][:2] + last
                yield Found(start, match.end(), "DATE", f"{match['year']}/{full}" if full > match["year"] else None)
    for match in patterns.BARE_YEAR.finditer(text):
        if patterns.BEFORE_BARE.search(text[max(0, match.start() - 25) : match.start()]):
            yield Found(match.start(), match.end(), "DATE", match["year"])


def _clock(text: str) -> Iterator[Found]:
    for match in patterns.CLOCK.finditer(text):
        minute = match["minute"] or match["after"] or "0"
        iso = f"{int(match['hour']):02}:{int(minute):02}"
        if match["from"]:
            iso = f"{int(match['from']):02}:{int(match['fromminute'] or 0):02}/{iso}"
        yield Found(match.start(), match.end(), "TIME", iso)
    for match in patterns.COLON.finditer(text):
        iso = f"{int(match['hour']):02}:{int(match['minute']):02}"
        yield Found(match.start("hour"), match.end(), "TIME", iso)
    for match in patterns.MIDNIGHT.finditer(text):
        yield Found(match.start("word"), match.end(), "TIME")
