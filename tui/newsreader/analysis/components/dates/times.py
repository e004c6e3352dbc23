"""Dates and times of day, as patterns over the text."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from newsreader.analysis.components.dates import calendar
from newsreader.analysis.components.dates.found import Found
from newsreader.analysis.components.dates.numbers import GAP, WORD, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.dates.calendar import Context

_SHORT = r"(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\."
_LONG = r"(?:Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?![\w-])"
_MONTH = rf"(?:{_LONG}|{_SHORT})"
_GENITIVE_MONTH = _LONG.replace("(?![", "s?(?![")
_WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
_PART = r"(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)"
_SEPARATE = rf"(?:früh|Früh|Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht|Mitternacht)(?![\w-])"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d|[\w-])"
_WHICH = (
    r"(?P<which>(?:vergangen|vorig|letzt|vorletzt|diese|laufend|kommend|nächst|naechst|folgend|übernächst)"
    r"(?:e[nrsm]?|[nrsm]?))"
)
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d)(?![\d.:]))?"
_BY = r"(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Aa]b|[Ss]eit|[Vv]on|[Vv]or|[Nn]ach|[Ff]ür|[Dd]en|[Dd]em|[Dd]es|[Dd]er|[Uu]nd|[Oo]der|auf|[Jj]ed(?:e[nrsm])|ein(?:e[nms])?|[Dd]iese[nmrs]?|bereits|schon|erst|noch|sowie|in|[Ii]m)"

NUMERIC = re.compile(
    r"(?<![\w.,:/-])(?P<day>[0-3]?\d)\.[ ]?(?P<month>[01]?\d)\.[ ]?(?P<year>(?:1\d|20)\d\d|\d\d)(?![\d-]|[.,:/]\d|\w)"
    rf"(?:,?{GAP}(?:um{GAP}|gegen{GAP})?(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?![\d.:])(?:{GAP}Uhr\b)?)?"
)
ISO = re.compile(
    r"(?<![\w.,:/-])(?P<year>(?:1\d|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"
    r"(?:[T ](?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?!\w)"
)
_DAY = r"(?:[12]?\d|3[01])\."
SHORT_NUMERIC = re.compile(
    rf"\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Aa]b|[Dd]en|[Dd]em){GAP}(?P<day>[0-3]?\d)\.[ ]?(?P<month>[01]?\d)\.(?!\d)(?!\w)"
)
DAY_MONTH = re.compile(
    rf"(?<![\w.,:/-])(?:(?<!\w)(?P<weekday>{_WEEKDAY})(?:{_PART})?,?{GAP}(?:(?:den|dem|der){GAP})?)?"
    rf"(?P<first>{_DAY})(?:(?P<between>(?:(?:,|/|[ ]?[-–]){GAP}?{_DAY}){{0,4}}?)"
    rf"(?P<join>{GAP}(?:und|oder|bis(?:{GAP}zum)?){GAP}|[ ]?[-–/][ ]?)(?P<last>{_DAY}))?"
    rf"[ ]?{GAP}?(?P<month>{_MONTH})(?:{GAP}(?P<year>{_YEAR}))?"
    rf"(?:,{GAP}{_CLOCK}{GAP}Uhr\b)?"
)
LONG_RANGE = re.compile(
    rf"(?<![\w.,:/-])(?P<first>{_DAY}){GAP}?(?P<month>{_MONTH})(?:{GAP}(?P<firstyear>{_YEAR}))?{GAP}bis{GAP}(?:zum{GAP})?"
    rf"(?P<last>{_DAY}){GAP}?(?P<lastmonth>{_MONTH})(?:{GAP}(?P<year>{_YEAR}))?"
)
MONTH_YEAR = re.compile(
    rf"(?<![\w-])(?:(?:Anfang|Mitte|Ende){GAP})?(?P<month>{_MONTH}){GAP}(?:des{GAP}Jahres{GAP})?(?P<year>{_YEAR})"
)
MONTH = re.compile(
    rf"(?<![\w-])(?:(?P<part>Anfang|Mitte|Ende){GAP}|(?:(?:[Ii]m|[Vv]om|[Zz]um|[Ss]eit|[Bb]is|[Aa]b|[Jj]eden|[Dd]ieses|[Dd]iesen)"
    rf"(?:{GAP}{_WHICH})?{GAP}))(?P<month>{_GENITIVE_MONTH})(?:{GAP}(?:bis|und|oder){GAP}(?P<last>{_LONG}))?"
)
MONTHS = re.compile(
    rf"(?<![\w-])(?:[Vv]on|[Zz]wischen){GAP}(?P<month>{_LONG}){GAP}(?:bis|und){GAP}(?P<last>{_LONG})(?:{GAP}(?P<year>{_YEAR}))?"
)
WEEKDAY = re.compile(
    rf"(?<![\w-])(?:(?P<by>{_BY}){GAP})?(?:{_WHICH}{GAP})?"
    rf"(?P<name>{_WEEKDAY})(?:{_PART}s?|s)?(?![\w-])(?:{GAP}{_SEPARATE})?"
)
HABIT = re.compile(
    r"(?<![\w-])(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonnabends|sonntags)(?![\w-])"
)
DEICTIC = re.compile(
    rf"(?<![\w-])(?P<word>[Vv]orgestern|[Gg]estern|[Hh]eute|[Üü]bermorgen|(?<!guten )morgen)(?![\w-])(?:{GAP}{_SEPARATE})?"
)
_PERIODS = r"Tag(?:e[sn]?)?|Wochen?|Wochenendes?|Monat(?:e[sn]?|s)?|Jahr(?:e[sn]?|s)?|Jahrzehnt(?:e[sn]?|s)?|Jahrhundert(?:e[sn]?|s)?|Quartals?|Halbjahre?s?|Sommers?|Herbst(?:es|s)?|Winters?|Frühjahre?s?|Frühlings?"
PERIOD = re.compile(
    rf"(?<![\w-])(?:(?P<part>Anfang|Mitte|Ende|Beginn){GAP}(?:(?:der|des){GAP})?)?{_WHICH}{GAP}(?P<period>{_PERIODS})(?![\w-])"
)
PART_OF_YEAR = re.compile(
    rf"(?<![\w-])(?P<part>Anfang|Mitte|Ende|Frühjahr|Frühling|Sommer|Herbst|Winter|Ostern|Pfingsten|Weihnachten|Silvester|Neujahr)"
    rf"{GAP}(?:des{GAP}Jahres{GAP})?(?P<year>{_YEAR})(?:/\d\d(?:\d\d)?)?"
)
AGO = re.compile(
    rf"(?<![\w-])(?:[Vv]or|[Ss]eit){GAP}(?:(?:rund|etwa|über|fast|gut|knapp|mehr{GAP}als|ungefähr|genau|circa|ca\.){GAP})?"
    rf"(?P<number>\d{{1,4}}|{WORD}|einigen|mehreren|wenigen|vielen|anderthalb){GAP}"
    r"(?P<unit>Minuten?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en|zehnten?)?)(?![\w-])"
)
CENTURY = re.compile(rf"(?<![\w.,-])\d{{1,2}}\.{GAP}(?:Jahrhunderts?|Jahrtausends?)(?![\w-])")
DECADE = re.compile(rf"(?<![\w.,-])(?:1[0-9]\d0|20\d0|[1-9]0)er(?:[- ]Jahren?|{GAP}Jahren?|n)(?![\w-])")
YEAR_WORD = re.compile(
    rf"(?<![\w-])Jahre?[sn]?{GAP}(?P<year>{_YEAR})(?:(?:{GAP}(?:und|bis|oder){GAP}|[ ]?[–/-][ ]?)(?P<last>{_YEAR}))?"
)
YEAR_FROM = re.compile(rf"(?<![\w-])[Vv]on{GAP}(?P<year>{_YEAR}){GAP}an(?![\w-])")
YEARS = re.compile(
    rf"(?<![\w-])(?:(?<=\()|(?:[Vv]on|[Zz]wischen|[Ss]eit|[Aa]b|[Bb]is|[Vv]or|[Nn]ach|[Uu]m|[Jj]ahrgang|[Ii]n{GAP}den{GAP}Jahren|[Zz]u|[Ff]ür|bereits|schon|erst){GAP})"
    rf"(?P<year>{_YEAR})(?:(?:{GAP}(?:und|bis|oder){GAP}|[ ]?[–/-][ ]?)(?P<last>{_YEAR}|\d\d(?![\w.,-])))?"
    rf"(?!{GAP}(?:[A-ZÄÖÜ%€$°]|(?:km|m|kg|t|g|ha|qm)\b))"
)
BARE_YEAR = re.compile(
    rf"(?<![\w-])(?P<year>(?:19\d\d|20[0-4]\d)(?!\d|[.,]\d|[\w-]))(?=[ ](?!(?:km|m|kg|t|g|ha|qm|mal)\b)[a-zäöü])"
)
_BEFORE_BARE = re.compile(r"(?:^|[.!?:;]\s|[a-zäöüß]{2,}[ ]|\n|„|\")\Z")
CLOCK = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<from>[01]?\d|2[0-4])(?:[.:](?P<fromminute>[0-5]\d))?(?:{GAP}Uhr)?(?:{GAP}(?:bis|und){GAP}|[ ]?[–-][ ]?))?"
    rf"{_CLOCK}{GAP}Uhr\b(?:{GAP}(?P<after>[0-5]\d)(?![\w.,]))?"
)
COLON = re.compile(
    rf"(?<![\w-])(?:[Uu]m|[Gg]egen|[Aa]b|[Bb]is|kurz{GAP}(?:nach|vor)){GAP}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\w.,:%-])"
)
MIDNIGHT = re.compile(rf"(?:[Uu]m|[Gg]egen|[Nn]ach|[Vv]or|[Bb]is|[Ss]eit|[Aa]b){GAP}(?P<word>Mitternacht)(?![\w-])")


_PAPER = re.compile(r"(?:Welt|Bild|BILD|WELT|Österreich|Krone|NZZ|Presse|Kurier) \Z")


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
    for pattern in (NUMERIC, ISO):
        for match in pattern.finditer(text):
            day = calendar.day_of(calendar.full_year(match["year"]), int(match["month"]), int(match["day"]))
            if day is not None and not (len(match["year"]) == 2 and _is_version(text, match.start())):
                yield Found(match.start(), match.end(), "DATE", _with_clock(match, day.isoformat()))
    for match in SHORT_NUMERIC.finditer(text):
        if calendar.day_of(2000, int(match["month"]), int(match["day"])) is not None:
            near = calendar.nearest_day(int(match["month"]), int(match["day"]), context.published)
            yield Found(match.start("day"), match.end(), "DATE", near.isoformat() if near else None)
    for match in LONG_RANGE.finditer(text):
        year = match["year"] or match["firstyear"]
        first = _day(match["first"], match["month"], match["firstyear"] or year, context)
        last = _day(match["last"], match["lastmonth"], year, context)
        known = first is not None and last is not None and first < last
        yield Found(match.start(), match.end(), "DATE", f"{first}/{last}" if known else None)
    for match in DAY_MONTH.finditer(text):
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
    for match in MONTH_YEAR.finditer(text):
        yield Found(match.start(), match.end(), "DATE", f"{match['year']}-{calendar.month(match['month']):02}")
    for match in MONTH.finditer(text):
        start = match.start() if match["part"] else match.start("month")
        if match["which"]:
            start = match.start("which")
        number = calendar.month(match["month"].rstrip("s"))
        alone = match["last"] is None and not match["which"]
        end = match.end()
        yield Found(start, end, "DATE", calendar.nearest_month(number, context.published) if alone else None)
    for match in MONTHS.finditer(text):
        first, last = calendar.month(match["month"]), calendar.month(match["last"])
        year = match["year"]
        value = f"{year}-{first:02}/{year}-{last:02}" if year and first < last else None
        yield Found(match.start("month"), match.end(), "DATE", value)


def _weekdays(text: str, context: Context) -> Iterator[Found]:
    for match in WEEKDAY.finditer(text):
        by = (match["by"] or "").lower()
        before = text[max(0, match.start() - 10) : match.start()]
        if by == "am" and _PAPER.search(before):
            continue
        if not by and not match["which"] and not _is_alone(before, text[match.end() : match.end() + 1]):
            continue
        day = calendar.weekday(match["name"], context, match.start(), _direction(match["which"]))
        start = match.start("which") if match["which"] else match.start("name")
        certain = not by.startswith(("jed", "ein"))
        yield Found(start, match.end(), "DATE", day.isoformat() if day and certain else None)
    for match in HABIT.finditer(text):
        yield Found(match.start(), match.end(), "DATE")
    shift = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
    for match in DEICTIC.finditer(text):
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
    if which.startswith(("vergangen", "vorig", "letzt")):
        return "past"
    return "next" if which.startswith(("kommend", "nächst", "naechst")) else None


def _periods(text: str, context: Context) -> Iterator[Found]:
    for match in PERIOD.finditer(text):
        yield Found(match.start(), match.end(), "DATE", _period(match, context))
    for match in PART_OF_YEAR.finditer(text):
        value = match["year"] if match["part"] in {"Anfang", "Mitte", "Ende"} else None
        yield Found(match.start(), match.end(), "DATE", value)
    for match in AGO.finditer(text):
        yield Found(match.start(), match.end(), "DATE", _ago(match, context))
    for pattern in (CENTURY, DECADE):
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
    for match in YEAR_FROM.finditer(text):
        yield Found(match.start(), match.end(), "DATE", f"{match['year']}/..")
    for pattern in (YEAR_WORD, YEARS):
        for match in pattern.finditer(text):
            start = match.start() if pattern is YEAR_WORD else match.start("year")
            last = match["last"]
            if last is None:
                yield Found(start, match.end(), "DATE", match["year"])
            else:
                full = last if len(last) == 4 else match["year"][:2] + last
                yield Found(start, match.end(), "DATE", f"{match['year']}/{full}" if full > match["year"] else None)
    for match in BARE_YEAR.finditer(text):
        if _BEFORE_BARE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Found(match.start(), match.end(), "DATE", match["year"])


def _clock(text: str) -> Iterator[Found]:
    for match in CLOCK.finditer(text):
        minute = match["minute"] or match["after"] or "0"
        iso = f"{int(match['hour']):02}:{int(minute):02}"
        if match["from"]:
            iso = f"{int(match['from']):02}:{int(match['fromminute'] or 0):02}/{iso}"
        yield Found(match.start(), match.end(), "TIME", iso)
    for match in COLON.finditer(text):
        iso = f"{int(match['hour']):02}:{int(match['minute']):02}"
        yield Found(match.start("hour"), match.end(), "TIME", iso)
    for match in MIDNIGHT.finditer(text):
        yield Found(match.start("word"), match.end(), "TIME")
