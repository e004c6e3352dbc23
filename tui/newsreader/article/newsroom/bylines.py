"""Bylines and signatures: who wrote a text and which agencies it came from."""

from __future__ import annotations

import re
from functools import cache

AGENCIES = (
    "dpa-afx|dpa-infocom|dpad|dpa|afp|aptn|ap|reuters|rtr|epd|kna|apa-ots|apa|sda|sid|dts|ots|dapd|ddp|taz|idw|ansa|"
    "tass|interfax|ukrinform|keystone-sda|awp|xinhua|efe|itar-tass|unn|pa|dj|dow jones|rnd"
)
"""signs of news agencies, in lower case, as alternatives of a regular expression"""

_PART = r"(?:von (?:der|dem|den|und zu)|van (?:der|den)|van|von|zu|de la|de|del|della|di|da|dos|le|la|al|el|bin|ter)"
_NO_NAME = r"(?!(?:Stand|Aktualisiert|Veröffentlicht|Erstellt|Erschienen|Update|Quelle|Foto)\b)"
_TOKEN = _NO_NAME + r"[A-ZÄÖÜÁÀÅÇÉÈÍÎÓÔØŁŚŠŽČĆŞİ][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
_NAME = rf"{_TOKEN}(?:\s(?:{_PART}\s)?{_TOKEN}){{1,4}}"
_CODE = rf"(?:{AGENCIES}|lno|lnw|lhe|lby|lsw|lrs|lni|lsh|lbn|lth|lsn|lsa|lmv)"
_SHORT = r"[a-zäöü]{2,4}"

_AND = r"\s?(?:,|und|&|/)\s"
_LEAD_IN = (
    r"(?:von|by|text|autor(?:in|en)?|redaktion|protokoll|bericht|interview|reportage|aufgezeichnet von|"
    r"das (?:gespräch|interview) führten?|(?:ein|eine) (?:bericht|analyse|kommentar|gastbeitrag|reportage) von)"
)
_LEAD = re.compile(rf"(?:{_LEAD_IN}):?\s", re.IGNORECASE)
_STAFF = re.compile(rf"(?i:{_CODE})(?:/(?i:{_CODE}))*(?:\s[a-zäöü][a-zäöü\d]{{1,4}}){{1,4}}")
_ANY_CODE = re.compile(rf"(?<![^\W_])(?i:{_CODE})(?![^\W_])")
_INITIALS = re.compile(
    rf"(?:\(\s?{_SHORT}(?:/{_SHORT}){{0,3}}\s?\)|/{_SHORT}(?:/{_SHORT}){{0,3}}/?|{_SHORT}(?:/{_SHORT}){{1,3}})"
)
_MATERIAL = re.compile(
    r"\(?(?:mit (?:agentur)?(?:material|informationen|inhalten|meldungen)\s(?:von|vom|der|des|aus)\s|"
    r"(?:dieser|der) (?:artikel|text|beitrag) "
    r"(?:ist|wurde|erschien|stammt)\b|©|\(c\)\s|copyright\b|(?:dpa-infocom|dpa):\s?\d)",
    re.IGNORECASE,
)
_LONGEST = 120


# The two long forms are compiled for the first line that may have one: that takes longer than to read an article.
@cache
def _authors() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>(?i:{_LEAD_IN}):?)\s(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,4}})"
        rf"(?:\s?(?:,|\||·|–|-|/|\()\s?(?:(?:in|aus|zzt\.|z\. ?Zt\.)\s)?{_TOKEN}(?:[ /-]{_TOKEN}){{0,3}}\)?"
        rf"|\s?[,/(]\s?(?i:{_CODE})\)?|,?\s(?:in|aus)\s{_TOKEN}(?:[ /-]{_TOKEN}){{0,2}})?"
    )


@cache
def _sources() -> re.Pattern[str]:
    return re.compile(
        rf"[-–—/(\[]?\s?(?i:quelle:\s?)?(?:(?i:{_CODE})|{_TOKEN}(?:\s{_TOKEN})?(?=\s?[/,(])|{_SHORT}(?=/))"
        rf"(?:\s?[/,;+&(-]\s?(?:(?i:{_CODE})|{_SHORT}|{_TOKEN}(?:\s{_TOKEN})?)\)?){{0,6}}[)\]]?"
    )


def is_signature(line: str) -> bool:
    """Whether a line only tells who wrote the text or where it came from ("Von Anna Beck", "dpa/afp", "(mit ...)")."""
    if len(line) > _LONGEST:
        return False
    return bool(
        (_LEAD.match(line) and _authors().fullmatch(line))
        or _STAFF.fullmatch(line)
        or (_ANY_CODE.search(line) and _sources().fullmatch(line))
        or _MATERIAL.match(line)
    )


def is_closing_signature(line: str) -> bool:
    """Whether a text's last line signs it: initials ("(abc)", "abc/xy") or nothing but a name ("Anna Beck")."""
    return len(line) <= 60 and bool(_INITIALS.fullmatch(line) or re.fullmatch(rf"[-–—(]?\s?{_NAME}\)?", line))


def authors(line: str) -> str | None:
    """The names in a byline ("Anna Beck und Jan Wolf" of "Von Anna Beck und Jan Wolf, Berlin"), None if it is none."""
    match = _authors().fullmatch(line) if len(line) <= _LONGEST and _LEAD.match(line) else None
    return match["names"] if match else None


def byline_end(line: str) -> int:
    """The offset behind a byline that opens a line ("Von Anna Beck" of "Von Anna Beck, 3. Mai 2024"), else 0."""
    if not _LEAD.match(line):
        return 0
    match = re.match(rf"(?i:{_LEAD_IN}):?\s{_NAME}(?:{_AND}{_NAME}){{0,4}}", line[:_LONGEST])
    return match.end() if match else 0
