"""Persons' names as they are compared across articles: without titles, case and accents, in parts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newsreader.library.people.words import DEGREES, MONARCHS, NO_NAMES, PARTICLES, SUFFIXES, TITLES

_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
)
_ROMAN = re.compile(r"[ivx]+")
_APOSTROPHES = "'’´`ʼ‘"
_BEHIND = re.compile(r"\s*(?:\(.*|,.*)$")
"""what stands behind a name and is none of it: a party in brackets, an apposition"""
_APART = re.compile(r"[\s\-‐‑/]+")


class PersonName(NamedTuple):
    """A person's name, taken apart.

    Attributes:
        key: what all forms of the name have in common: the first given name and the last surname, without an s that
            may be a genitive's. Empty for a name that tells nobody apart from others, such as a surname alone.
        form: the parts, as far as they were written in this place.
    """

    key: str
    form: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether the name alone can be recognised in another article."""
        return bool(self.key)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A word as it is compared: without case, accents and invisible characters; an umlaut is its vowel with e."""
    lower = unicodedata.normalize("NFC", text.casefold()).translate(_SPELT_OUT)
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")


@lru_cache(maxsize=65536)
def person_name(name: str, role: str | None = None) -> PersonName:
    """Take a person's name apart.

    Full is a given name with a surname ("Olaf Scholz", "J. D. Vance"), a name with a number ("Benedikt XVI.") and the
    single name by which a monarch or a pope goes. Not full are a surname alone, one initial with a surname, and a
    surname that a court report hides ("Lina E.").

    Args:
        name: as an article's analysis gives it.
        role: what the article says that the person is; it tells a pope's name from a surname.
    """
    written = [word.strip('„“”"»«.,;:') for word in _BEHIND.sub("", name).split()]
    words = [word for word in written if word]
    crowned = bool(role) and _is_monarch(role or "")
    titled = False
    while words and (word := fold(words[0])) and (
        word in TITLES or (titled and word in DEGREES) or (len(words) > 1 and word in MONARCHS)
    ):  # fmt: skip
        titled = True
        crowned = crowned or word in MONARCHS
        del words[0]
    suffix: tuple[str, ...] = ()
    if len(words) > 1 and fold(words[-1]) in SUFFIXES:
        suffix = (SUFFIXES[fold(words.pop())],)
    parts = _parts(words)
    form = (*parts, *suffix)
    if not parts or not _tells_apart(words, parts, crowned=crowned):
        return PersonName("", form)
    last = parts[-1]
    if _ROMAN.fullmatch(last) or len(parts) == 1:
        return PersonName(" ".join(form), form)
    return PersonName(" ".join((parts[0], without_s(last), *suffix)), form)


def without_s(part: str) -> str:
    """The last part of a name without an s that may be a genitive's."""
    return part[:-1] if len(part) > 3 and part.endswith("s") and not part.endswith("ss") else part


def _is_monarch(role: str) -> bool:
    return any(fold(part) in MONARCHS for word in role.split() for part in (word, word.split("-")[-1]))


def _parts(words: list[str]) -> list[str]:
    """The parts in order; initials that follow each other are one ("J. D." and "JD" are the same)."""
    parts: list[str] = []
    fresh = False
    for word in words:
        for piece in _APART.split(word):
            letters = "".join(c for c in fold(piece) if c not in _APOSTROPHES)
            dotted = [one for one in letters.split(".") if one]
            initials = len(dotted) > 1 and all(len(one) == 1 for one in dotted)
            for part in ["".join(dotted)] if initials else dotted:
                if not any(c.isalpha() for c in part):
                    continue
                joins = (initials or len(part) == 1) and fresh and len(parts) == 1
                if joins:
                    parts[-1] += part
                else:
                    parts.append(part)
                fresh = len(parts) == 1 and (initials or len(part) == 1)
    return parts


def _tells_apart(words: list[str], parts: list[str], *, crowned: bool) -> bool:
    if len(parts) == 1:
        return crowned and len(parts[0]) > 2
    first, last = parts[0], parts[-1]
    if _ROMAN.fullmatch(last) and len(first) > 2:
        return True
    if len(words) < 2 or first in PARTICLES or first in NO_NAMES:
        return False
    return len(first) > 1 and len(last) > 1


def same_person_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool | None:
    """Whether two forms under one key, without a genitive's s, are the same name.

    Returns:
        True if they differ in nothing but initials, False if a middle name contradicts, None if one has a middle name
        that the other lacks, so that they may or may not be the same.
    """
    if left[-1] != right[-1]:
        return False
    one, other = _middle(left), _middle(right)
    if one == other:
        return True
    short, long = sorted((one, other), key=lambda middle: (len(middle), middle))
    rest = iter(long)
    if not all(any(_abbreviates(part, full) for full in rest) for part in short):
        return False
    spelt = [part for part in long if len(part) > 1]
    return True if len(short) == len(long) or not spelt else None


def _middle(form: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in form[1:-1] if part not in NO_NAMES)


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))
