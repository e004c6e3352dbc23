"""Organisations' names as they are compared across articles, and what their abbreviations stand for.

An abbreviation stands for what the articles themselves say that it does ("Bündnis Sahra Wagenknecht (BSW)"), where they
agree; of a few that everybody knows it is known beforehand.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreader.library.people.names import fold
from newsreader.library.people.words import ARTICLES, GENERIC_HEADS, LEGAL_FORMS, UNIQUE, WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENDINGS = ("em", "en", "er", "es", "e")
_SHORTEST_STEM = 4
_WORD = re.compile(r"[^\s\-‐‑/.,;:()„“”\"»«›‹'’]+")
_LONGEST = 10
"""code points of an abbreviation"""
PREVAILS = 4
"""how many times as many articles must say what an abbreviation stands for as say anything else"""


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """What all forms of an organisation's name have in common: no article, no legal form, no case.

    Returns:
        The empty string for a name that only says what kind of body it is ("Polizei", "Innenministerium"), which in
        another article is another one.
    """
    words = [fold(word) for word in _WORD.findall(name)]
    while words and words[0] in ARTICLES:
        del words[0]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    if not words or (len(words) == 1 and _is_generic(words[0], fold(name))):
        return ""
    return " ".join([*(_stem(word) for word in words[:-1]), _last(words[-1])])


def _stem(word: str) -> str:
    """A word without the ending that its case gives it: "weißen", "weißes" and "weiße" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _last(word: str) -> str:
    """The last word without what may be a genitive's ending."""
    if len(word) > 5 and word.endswith(("ses", "tes", "des", "ges", "kes", "nes", "mes", "les", "res")):
        word = word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_generic(word: str, name: str) -> bool:
    if any(c.isdigit() for c in name) or (name.startswith(UNIQUE) and word not in GENERIC_HEADS):
        return False
    bare = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("n"), word.removesuffix("en")}
    return bool(bare & GENERIC_HEADS)


def abbreviations(name: str, mentions: Iterable[str]) -> frozenset[str]:
    """The keys of the abbreviations by which an article mentions an organisation.

    Args:
        name: its full name there.
        mentions: how it is mentioned.
    """
    long, key = _letters(name), body_key(name)
    return frozenset(
        short
        for mention in mentions
        if _is_short(mention)
        and (short := body_key(mention))
        and short != key
        and len(_letters(mention)) < len(long)
        and _abbreviates(_letters(mention), long)
    )


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _is_short(mention: str) -> bool:
    """Whether a mention is written like an abbreviation ("BSW", "AfD", "Ver.di" is not)."""
    return 2 <= len(mention) <= _LONGEST and " " not in mention and sum(c.isupper() for c in mention) >= 2


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an abbreviation are those of a name, in order, the first one its first."""
    rest = iter(long)
    return bool(short) and long[:1] == short[0] and all(letter in rest for letter in short)


_KNOWN = {body_key(short): body_key(long) for short, long in WELL_KNOWN.items()}
_KNOWN_WEIGHT = 5
"""how many articles what everybody knows counts for"""


def resolve(short: str, told: Mapping[str, int]) -> str:
    """The key under which an organisation is kept that an article calls by a key.

    Args:
        short: the key of the name as it stands there.
        told: the keys of what articles say that it stands for, with the number of those articles.
    """
    votes = Counter(told)
    if short in _KNOWN:
        votes[_KNOWN[short]] += _KNOWN_WEIGHT
    if not votes:
        return short
    ranked = sorted(votes.items(), key=lambda entry: (-entry[1], entry[0]))
    rest = sum(number for _, number in ranked[1:])
    found = ranked[0][0] if ranked[0][1] >= PREVAILS * rest else short
    return _KNOWN.get(found, found)
