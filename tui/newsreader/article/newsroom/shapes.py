"""What a line looks like: whether it ends a sentence, could be a title or a sub-heading, is a list item or a time."""

from __future__ import annotations

import re
from functools import cache

from newsreader.article.newsroom.moments import MONTHS

LONGEST_TITLE = 160
LONGEST_HEADING = 100
_TITLE_WORDS = 25
_HEADING_WORDS = 14

INVISIBLE = r"\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""control and zero-width characters, as the inside of a regular expression's character class"""

_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
_CLOSERS = "\"“”’‘»«›‹')]}*_ " + "\u00a0\u200b\u200e\u200f\u202c\u2069\ufeff"
_SOURCE_AT_END = re.compile(r"\s[(\[][A-Za-zäöü]{2,10}(?:[/, -]{1,2}[A-Za-zäöü]{2,10}){0,3}[)\]]$")
_SENTENCE_INSIDE = re.compile(r"([^\W\d_]*[a-zäöüß])[.!?][\"“”«»’‘']?\s+[„“\"»«]?[A-ZÄÖÜ]")
_ABBREVIATIONS = frozenset(
    (
        "prof",
        "abs",
        "art",
        "str",
        "nr",
        "jan",
        "feb",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dez",
        "usw",
        "bzw",
        "inkl",
        "evtl",
        "gen",
        "dipl",
        "ing",
        "jun",
        "sen",
    )
)

BULLET = re.compile(r"(?:[*•·‣▪●○◦■►➤✓]|[-–—])[ \t\u00a0]+[^\s*_=~+–—-]")
SURE_BULLET = re.compile(r"[•‣▪●○◦■►➤✓][ \t\u00a0]*\S")
NUMBER = re.compile(r"\(?(\d{1,3})(?:[.)]|\.\))[ \t\u00a0]+\S")
_CLOCK_LINE = re.compile(r"\W{0,5}(?:um\s)?\d{1,2}(?:[:.]\d{2}(?:\s?(?:Uhr|h)\b)?|\s?Uhr\b)\W{0,5}", re.IGNORECASE)
TICKER = re.compile(r"(?:\+\+\+?\s?)?[\[(]?\d{1,2}[:.]\d{2}[\])]?(?:\s?Uhr\b|\s?h\b)?\s?[:|–—+-]?\s", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"\W{0,3}(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)?\W{0,3}"
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{'|'.join(MONTHS)})\b\.?)\s?(?:\d{{4}}|\d{{2}})?)?\W{{0,3}}",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:foto|fotos|bild|bilder|im bild|archivbild|archivfoto|symbolbild|symbolfoto|bildunterschrift|grafik|infografik|"
    r"karte|video|audio|podcast|newsletter|quelle|quellen|link|links|lesen sie|sehen sie|hören sie|mehr dazu|"
    r"mehr zum thema|siehe auch|anzeige|werbung|teilen|drucken|schlagwörter|stichwörter|tags|rubrik|ressort|notiz|"
    r"hinweis|telefon|tel|fax|e-mail|mail|internet|web)(?:\s(?:auch|hier|dazu|mehr|oben|unten|links|rechts))?\s?(?::|$)"
    r"|lesen sie (?:auch|hier|mehr|dazu)\b",
    re.IGNORECASE,
)
_NOT_A_TITLE = re.compile(r"(?:[A-Z]{1,3}-)?\d{4,5}\s[A-ZÄÖÜ]|https?://|www\.|\S+@\S+\.\w")
_TABULAR = re.compile(r"\S(?:[ ]*\t[ \t]*| {3,})\S")
_WHOLE_QUOTE = re.compile(r"[„“\"»«‚'›‹][^„“”\"»«]*[“”\"«»‘’'‹›]")
_OPENS_WITH_LOWER = re.compile(r"[^\w]*[a-zäöüß](?![A-Z])")
_SPEAKER = re.compile(r"(?:[A-ZÄÖÜ][\w.&-]*\s){0,3}[A-ZÄÖÜ][\w.&-]*:\s")


# Compiled for the first line that asks for them; most articles have none.
@cache
def _saying() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:sag(?:t|te|ten|en)|gesagt|erklär(?:t|te|ten|en)|teil(?:t|te|ten)|mitgeteilt|schrieb(?:en)?|schreib(?:t|en)|"
        r"heißt|hieß|betont(?:e|en)?|frag(?:t|te|ten)|antwortet(?:e|en)?|meint(?:e|en)?|warnt(?:e|en)?|forder(?:t|te|ten)|"
        r"kündigt(?:e|en)?|berichtet(?:e|en)?|zitiert(?:e|en)?|lautet(?:e|en)?|so|wörtlich|folgt|folgende[nrs]?)\b"
    )


@cache
def _addressing() -> re.Pattern[str]:
    return re.compile(
        r"\bHerr\s[A-ZÄÖÜ]|\bFrau\s[A-ZÄÖÜ]|[\w,;:–-]\s(?:Sie|Ihnen|Ihr|Ihre[nmrs]?)\b|^Haben Sie|^Sind Sie"
    )


def is_item(line: str) -> bool:
    """Whether a line opens with a bullet or a number, as a list item does."""
    return bool(BULLET.match(line) or SURE_BULLET.match(line) or NUMBER.match(line))


def is_visible(line: str) -> bool:
    """Whether a line shows anything: not only white space, control and zero-width characters."""
    return _VISIBLE.search(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a full stop, question or exclamation mark, closing quotes, brackets or "(dpa)" apart."""
    tail = line[-60:]
    if tail[-1:] in ")]" and (source := _SOURCE_AT_END.search(tail)):
        tail = tail[: source.start()]
    return tail.rstrip(_CLOSERS)[-1:] in tuple(".!?…")


def has_full_stop(line: str) -> bool:
    """Whether a line ends with a full stop or another mark that a title and a sub-heading never end with."""
    return line[-12:].rstrip(_CLOSERS)[-1:] in tuple(".…,;")


def is_separator(line: str) -> bool:
    """Whether a line holds neither a letter nor a digit ("* * *", "---")."""
    return len(line) <= 200 and not any(character.isalnum() for character in line)


def is_time(line: str) -> bool:
    """Whether a line is nothing but a time of day or a date ("10:36 Uhr", "Samstag, 13. Juli 2024")."""
    return len(line) <= 40 and (_CLOCK_LINE.fullmatch(line) or _DATE_LINE.fullmatch(line)) is not None


def is_tabular(line: str) -> bool:
    """Whether a line is set in columns, by tabs or by three spaces or more."""
    return len(line) <= 300 and _TABULAR.search(line) is not None


def is_title(line: str) -> bool:
    """Whether a line, as far as its form tells, could be a title or a part of one."""
    return (
        len(line) <= LONGEST_TITLE
        and not has_full_stop(line)
        and len(line.split()) <= _TITLE_WORDS
        and not _OPENS_WITH_LOWER.match(line)
        and not (line.endswith(":") and _is_lead_in(line))
        and _could_head(line)
    )


def is_heading(line: str) -> bool:
    """Whether a line, as far as its form tells, could be a sub-heading.

    Not one is a quotation as a whole, a lead-in ("Wörtlich sagte er:"), an interviewer's question, two sentences.
    """
    if (
        len(line) > LONGEST_HEADING
        or has_full_stop(line)
        or len(line.split()) > _HEADING_WORDS
        or _OPENS_WITH_LOWER.match(line)
        or not _could_head(line)
    ):
        return False
    if is_quotation(line) or _holds_sentence(line):
        return False
    if line.endswith(":"):
        return not _is_lead_in(line)
    return not (is_question(line) and is_interview_question(line))


def _holds_sentence(line: str) -> bool:
    """Whether a sentence ends within a line, abbreviations apart."""
    words = (match[1].lower() for match in _SENTENCE_INSIDE.finditer(line))
    return any(len(word) > 2 and word not in _ABBREVIATIONS for word in words)


def is_quotation(line: str) -> bool:
    """Whether a line is a quotation as a whole."""
    return len(line) <= LONGEST_TITLE and _WHOLE_QUOTE.fullmatch(line) is not None


def is_question(line: str) -> bool:
    """Whether a line ends with a question mark."""
    return line[-12:].rstrip(_CLOSERS).endswith("?")


def is_interview_question(line: str) -> bool:
    """Whether a question is put to somebody: it addresses him, or its speaker stands before it ("Frage: ...")."""
    return bool(_addressing().search(line) or _SPEAKER.match(line))


def is_spoken(line: str) -> bool:
    """Whether a line begins with the name of who says it ("Beck: ...")."""
    return _SPEAKER.match(line) is not None


def _could_head(line: str) -> bool:
    return not (
        is_separator(line)
        or is_time(line)
        or BULLET.match(line)
        or SURE_BULLET.match(line)
        or LABEL.match(line)
        or _NOT_A_TITLE.match(line)
        or "@" in line
        or "://" in line
        or is_tabular(line)
        or 5 * sum(character.isdigit() for character in line) > 2 * len(line)
    )


def _is_lead_in(line: str) -> bool:
    last = line[:-1].split()[-1:]
    return not last or not last[0][:1].isupper() or _saying().search(line) is not None
