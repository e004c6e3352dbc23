"""Patterns of dates and times of day in German text."""

from __future__ import annotations

import re

from newsreader.analysis.components.dates.numbers import GAP, WORD

_SHORT = r"(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\."
_LONG = (
    r"(?:Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember)(?![\w-])"
)
_MONTH = rf"(?:{_LONG}|{_SHORT})"
_GENITIVE_MONTH = _LONG.replace("(?![", "s?(?![")
_WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
_PART = r"(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)"
_SEPARATE = r"(?:früh|Früh|Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht|Mitternacht)(?![\w-])"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?!\d|[.,]\d|[\w-])"
_WHICH = (
    r"(?P<which>(?:vergangen|vorig|letzt|vorletzt|diese|laufend|kommend|gestrig|heutig|morgig|nächst|naechst|folgend|übernächst)"
    r"(?:e[nrsm]?|[nrsm]?))"
)
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d)(?![\d.:]))?"
_BY = (
    r"(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Aa]b|[Ss]eit|[Vv]on|[Vv]or|[Nn]ach|[Ff]ür|[Dd]en|[Dd]em|[Dd]es|"
    r"[Dd]er|[Uu]nd|[Oo]der|auf|[Jj]ed(?:e[nrsm])|ein(?:e[nms])?|[Dd]iese[nmrs]?|bereits|schon|erst|noch|"
    r"sowie|in|[Ii]m)"
)

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
    rf"\b(?:[Aa]m|[Vv]om|[Zz]um|[Bb]is|[Aa]b|[Dd]en|[Dd]em){GAP}(?P<day>[0-3]?\d)\.[ ]?"
    rf"(?P<month>[01]?\d)\.(?!\d)(?!\w)"
)
DAY_MONTH = re.compile(
    rf"(?<![\w.,:/-])(?:(?<!\w)(?P<weekday>{_WEEKDAY})(?:{_PART})?,?{GAP}(?:(?:den|dem|der){GAP})?)?"
    rf"(?P<first>{_DAY})(?:(?P<between>(?:(?:,|/|[ ]?[-–]){GAP}?{_DAY}){{0,4}}?)"
    rf"(?P<join>{GAP}(?:und|oder|bis(?:{GAP}zum)?){GAP}|[ ]?[-–/][ ]?)(?P<last>{_DAY}))?"
    rf"[ ]?{GAP}?(?P<month>{_MONTH})(?:{GAP}(?P<year>{_YEAR}))?"
    rf"(?:,{GAP}{_CLOCK}{GAP}Uhr\b)?"
)
LONG_RANGE = re.compile(
    rf"(?<![\w.,:/-])(?P<first>{_DAY}){GAP}?(?P<month>{_MONTH})(?:{GAP}"
    rf"(?P<firstyear>{_YEAR}))?{GAP}bis{GAP}(?:zum{GAP})?"
    rf"(?P<last>{_DAY}){GAP}?(?P<lastmonth>{_MONTH})(?:{GAP}(?P<year>{_YEAR}))?"
)
MONTH_YEAR = re.compile(
    rf"(?<![\w-])(?:(?:Anfang|Mitte|Ende){GAP})?(?P<month>{_MONTH}){GAP}(?:des{GAP}Jahres{GAP})?(?P<year>{_YEAR})"
)
MONTH = re.compile(
    rf"(?<![\w-])(?:(?P<part>Anfang|Mitte|Ende){GAP}|(?:(?:[Ii]m|[Vv]om|[Zz]um|[Ss]eit|[Bb]is|[Aa]b|"
    rf"[Jj]eden|[Dd]ieses|[Dd]iesen)"
    rf"(?:{GAP}{_WHICH})?{GAP}))(?P<month>{_GENITIVE_MONTH})(?:{GAP}(?:bis|und|oder){GAP}(?P<last>{_LONG}))?"
)
MONTHS = re.compile(
    rf"(?<![\w-])(?:[Vv]on|[Zz]wischen){GAP}(?P<month>{_LONG}){GAP}(?:bis|und){GAP}(?P<last>{_LONG})"
    rf"(?:{GAP}(?P<year>{_YEAR}))?"
)
WEEKDAY = re.compile(
    rf"(?<![\w-])(?:(?P<by>{_BY}){GAP})?(?:{_WHICH}{GAP})?"
    rf"(?P<name>{_WEEKDAY})(?:{_PART}s?|s)?(?![\w-])(?:{GAP}{_SEPARATE})?"
)
HABIT = re.compile(
    r"(?<![\w-])(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonnabends|sonntags)(?![\w-])"
)
DEICTIC = re.compile(
    rf"(?<![\w-])(?P<word>[Vv]orgestern|[Gg]estern|[Hh]eute|[Üü]bermorgen|(?<!guten )morgen)(?![\w-])"
    rf"(?:{GAP}{_SEPARATE})?"
)
_PERIODS = (
    r"Tag(?:e[sn]?)?|Wochen?|Wochenendes?|Monat(?:e[sn]?|s)?|Jahr(?:e[sn]?|s)?|Jahrzehnt(?:e[sn]?|s)?|"
    r"Jahrhundert(?:e[sn]?|s)?|Quartals?|Halbjahre?s?|Sommers?|Herbst(?:es|s)?|Winters?|Frühjahre?s?|"
    r"Frühlings?"
)
PERIOD = re.compile(
    rf"(?<![\w-])(?:(?P<part>Anfang|Mitte|Ende|Beginn){GAP}(?:(?:der|des){GAP})?)?{_WHICH}{GAP}"
    rf"(?P<period>{_PERIODS})(?![\w-])"
)
PART_OF_YEAR = re.compile(
    rf"(?<![\w-])(?P<part>Anfang|Mitte|Ende|Frühjahr|Frühling|Sommer|Herbst|Winter|Ostern|Pfingsten|"
    rf"Weihnachten|Silvester|Neujahr)"
    rf"{GAP}(?:des{GAP}Jahres{GAP})?(?P<year>{_YEAR})(?:/\d\d(?:\d\d)?)?"
)
AGO = re.compile(
    rf"(?<![\w-])(?:[Vv]or|[Ss]eit){GAP}(?:(?:rund|etwa|über|fast|gut|knapp|mehr{GAP}als|ungefähr|"
    rf"genau|circa|ca\.){GAP})?"
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
    rf"(?<![\w-])(?:(?<=\()|(?:[Vv]on|[Zz]wischen|[Ss]eit|[Aa]b|[Bb]is|[Vv]or|[Nn]ach|[Uu]m|"
    rf"[Jj]ahrgang|[Ii]n{GAP}den{GAP}Jahren|[Zz]u|[Ff]ür|bereits|schon|erst){GAP})"
    rf"(?P<year>{_YEAR})(?:(?:{GAP}(?:und|bis|oder){GAP}|[ ]?[–/-][ ]?)(?P<last>{_YEAR}|\d\d(?![\w.,-])))?"
    rf"(?!{GAP}(?:[A-ZÄÖÜ%€$°]|(?:km|m|kg|t|g|ha|qm)\b))"
)
BARE_YEAR = re.compile(
    r"(?<![\w-])(?P<year>(?:19\d\d|20[0-4]\d)(?!\d|[.,]\d|[\w-]))(?=[ ](?!(?:km|m|kg|t|g|ha|qm|mal)\b)[a-zäöü])"
)
BEFORE_BARE = re.compile(r"(?:^|[.!?:;]\s|(?<![^\s])[a-zäöüß]{2,}[ ]|\n|„|\")\Z")
CLOCK = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<from>[01]?\d|2[0-4])(?:[.:](?P<fromminute>[0-5]\d))?(?:{GAP}Uhr)?(?:{GAP}"
    rf"(?:bis|und){GAP}|[ ]?[–-][ ]?))?"
    rf"{_CLOCK}{GAP}Uhr\b(?:{GAP}(?P<after>[0-5]\d)(?![\w.,]))?"
)
COLON = re.compile(
    rf"(?<![\w-])(?:[Uu]m|[Gg]egen|[Aa]b|[Bb]is|kurz{GAP}(?:nach|vor)){GAP}"
    rf"(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\w.,:%-])"
)
MIDNIGHT = re.compile(rf"(?:[Uu]m|[Gg]egen|[Nn]ach|[Vv]or|[Bb]is|[Ss]eit|[Aa]b){GAP}(?P<word>Mitternacht)(?![\w-])")
PAPER = re.compile(r"(?:Welt|Bild|BILD|WELT|Österreich|Krone|NZZ|Presse|Kurier) \Z")
