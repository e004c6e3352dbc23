"""Datelines: the place and the agency that open the first paragraph of an agency's text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsreader.article.model import Span
from newsreader.article.newsroom.bylines import AGENCIES

_WORD = r"[A-ZÄÖÜ][^\W\d_]*\.?(?:['’-][^\W\d_]+)*"
_JOINT = r"(?:[ ]?/[ ]?|,?[ ](?:(?:am|an der|im|in|bei|ob der|a\.|d\.)[ ])?)"
_PLACE = rf"(?P<place>{_WORD}(?:{_JOINT}{_WORD}){{0,4}})"
_NO_PLACE = r"(?!(?:USA|NATO|UNO|CDU|CSU|SPD|FDP|BSW|DFB|ARD|ZDF)\b)"
_LETTER = r"[A-ZÄÖÜß.'-]"
_NEXT = rf"[ /](?:(?:AM|AN|DER|IM|IN|BEI)[ ])?[A-ZÄÖÜ]{_LETTER}+"
_CAPITALS = rf"{_NO_PLACE}(?P<capitals>[A-ZÄÖÜ]{_LETTER}{{2,}}(?:{_NEXT}){{0,3}})"
_AGENCY = rf"(?i:{AGENCIES})(?:(?:[/,+&]|/[ ]?|,[ ])[a-zA-Z-]{{2,12}}){{0,3}}"
_CODE = r"[A-Za-z]{2,10}(?:[/,-][ ]?[A-Za-z]{2,12}){0,3}"
_DATE = r",[ ]\d{1,2}\.[ ]?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,9}\.?)(?:[ ]?\d{4})?"
_DAY = rf"(?:{_DATE})?"
_END = r"[ ]{0,2}(?:[-–—:]{1,2}|\|)(?=\s|$)"

_SIGN = re.compile(rf"[(\[]|,[ ]\d|^[A-ZÄÖÜ]{_LETTER}{{2}}")
"""what no dateline is without: a bracket, a comma with a day, or an opening in capitals"""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms, compiled for the first paragraph that may have one: most articles have none and need not wait."""
    return tuple(
        re.compile(form)
        for form in (
            rf"{_PLACE}{_DAY}[ ]?[(\[](?P<agency>{_AGENCY})[)\]](?P<dash>{_END}|\.(?=\s|$))?",
            rf"{_CAPITALS}{_DAY}[ ]?[(\[](?P<agency>{_CODE})[)\]](?P<dash>{_END})",
            rf"[(\[](?P<agency>{_AGENCY})[)\]](?P<dash>{_END})",
            rf"{_CAPITALS}[ ](?P<agency>{_AGENCY})(?P<dash>{_END})",
            rf"{_PLACE}{_DATE}(?P<dash>{_END})",
            rf"{_CAPITALS}(?P<dash>{_END}|\.(?=\s[A-ZÄÖÜ„\"«»]))",
        )
    )


_WINDOW = 120


class Dateline(NamedTuple):
    """The opening of an agency's text, such as "BERLIN (dpa) -".

    Attributes:
        span: where it stands, the dash that ends it included; code points of the text.
        place: where the place stands, None if none is named.
        agency: where the agency stands, None if none is named.
    """

    span: Span
    place: Span | None
    agency: Span | None


def read_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline at the start of a paragraph, None if there is none.

    Args:
        text: the article's text.
        paragraph: where the paragraph stands, code points.
    """
    window = text[paragraph.start : min(paragraph.end, paragraph.start + _WINDOW)]
    if not _SIGN.search(window):
        return None
    for form in _forms():
        match = form.match(window)
        if match is None:
            continue
        found = match.groupdict()
        # "Austin (Reuters)" without a dash is a dateline only where nothing follows.
        if not found["dash"] and match.end() != paragraph.end - paragraph.start:
            continue
        place = "place" if found.get("place") else "capitals"
        return Dateline(
            _shifted(match.span(), paragraph.start),
            _shifted(match.span(place), paragraph.start) if found.get(place) else None,
            _shifted(match.span("agency"), paragraph.start) if found.get("agency") else None,
        )
    return None


def _shifted(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
