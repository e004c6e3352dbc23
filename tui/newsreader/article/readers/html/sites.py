"""Titles and the names of sites that hang on them."""

from __future__ import annotations

import re

from newsreader.article.readers.html.parsing import key

_PARTING = re.compile(r"\s*(?:[|»«›•·]|\s[-–—]\s|\s:\s)\s*|\s+[-–—]\s+")

_WORD = re.compile(r"\w+")
_WORDS = 3
"""a shorter line may be the name of a section"""
_ALIKE = 0.8
"""share of words that titles share which differ in a few only (Dice coefficient)"""


def without_site(text: str, sites: set[str]) -> str:
    """A title without the name of the site behind or before it, and without the section's that stands beside it."""
    parts = [part for part in _PARTING.split(text) if part]
    marks = _PARTING.findall(text)
    if len(parts) < 2:
        return text.strip()
    longest = max([part for part in parts if key(part) not in sites] or parts, key=len)
    named = [part for part in parts if key(part) in sites or any(key(part) == site for site in sites)]
    barred = any("|" in mark for mark in marks)
    if not named and not barred:
        return text.strip()
    kept = text
    for part in reversed(parts):
        short = part is not longest and (part in named or len(part) <= 25)
        if not (short and kept.endswith(part)) or (part not in named and not (barred or named)):
            break
        cut = kept[: -len(part)].rstrip()
        kept = cut.rstrip("|»«›•·-–—: ")
        if part in named and "|" not in cut[len(kept) :]:
            break
    for part in named:
        if kept.startswith(part) and len(kept) > len(part) + 3:
            kept = kept[len(part) :].lstrip("|»«›•·-–—: ")
    return kept.strip()


def opening(window: str, shown: set[str]) -> str:
    """The part of a window's title from its beginning that the page shows, "" where it shows none.

    Args:
        window: the title of the window.
        shown: by their letters the lines at the top of the page.
    """
    cuts = [match.start() for match in _PARTING.finditer(window)]
    return next(
        (window[:cut] for cut in reversed(cuts) if len(window[:cut].split()) >= _WORDS and key(window[:cut]) in shown),
        "",
    )


def beside(window: str, told: set[str]) -> set[str]:
    """By its letters what stands beside a told title in the window's: the names of the site and of its sections."""
    parts = {key(part) for part in _PARTING.split(window)}
    return parts - told if parts & told else set()


def behind(window: str, shown: set[str]) -> set[str]:
    """By its letters what stands behind a shown title in the window's, up to its end."""
    first, *others = _PARTING.split(window)
    return {key(part) for part in others} - shown if key(first) in shown else set()


def agreement(one: str, other: str) -> float:
    """How far two titles agree by their letters: 1 if they are the same, 0.5 if one holds the other, else 0."""
    a, b = key(one), key(other)
    if not a or not b:
        return 0
    if a == b:
        return 1
    return 0.5 if a in b or b in a else 0


def alike(one: str, other: str) -> bool:
    """Whether two titles say the same but for a few words."""
    a, b = ({*_WORD.findall(text.lower())} for text in (one, other))
    return bool(a) and 2 * len(a & b) >= _ALIKE * (len(a) + len(b))
