"""Kickers: the lines above headlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article.readers.html.parsing import key
from newsreader.article.readers.html.walking import KICKER_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found

_NO_KICKER = re.compile(r"\d{4}|\d{1,2}\.\s?\d{1,2}\.|\bAusgabe\b|\d:\d\d")
"""dates and times, which stand beside headlines too"""
LONGEST = 80
"""code points; a longer line is no kicker"""
_MOST = 10
"""told titles that are looked at"""
_AROUND = 3
"""blocks around a headline in which its kicker stands"""


def kicker_of(headline: str, index: int, facts: Facts, found: Sequence[Found]) -> str:
    """The kicker of a headline: told, or shown beside it under a name that says so."""
    candidates = [facts.kicker]
    if index >= 0:
        candidates += [_before(found[index].text, headline), *_named(found, index)]
    for one in facts.titles[:_MOST]:
        before = _before(one, headline)
        if before and index >= 0 and any(key(before) == key(near.text) for near in _near(found, index)):
            candidates.append(before)
    for kicker in candidates:
        fits = len(kicker) <= LONGEST and _NO_KICKER.search(kicker) is None
        if key(kicker) and fits and key(kicker) not in key(headline):
            return kicker.strip(" :|")
    return ""


def split(text: str, told: Sequence[str]) -> tuple[str, str]:
    """A shown heading as headline and kicker, where a told title is its end ("Telefonat Minister telefonieren")."""
    for one in told:
        if len(one) >= 15 and len(text) > len(one) and text.endswith(one):
            kicker = text[: -len(one)].strip(" :|–—-•·+\n")
            if key(kicker) and len(kicker) <= LONGEST:
                return one, kicker
    return text, ""


def _before(text: str, headline: str) -> str:
    if text.endswith(headline) and len(text) > len(headline):
        return text[: -len(headline)].strip(" :|–—-•·+")
    return ""


def _near(found: Sequence[Found], index: int) -> Sequence[Found]:
    return found[max(0, index - _AROUND) : index + 1 + _AROUND]


def _named(found: Sequence[Found], index: int) -> Iterator[str]:
    for one in _near(found, index):
        if one is not found[index] and len(one.text) <= LONGEST and _is_named(one.element):
            yield one.text


def _is_named(element: HtmlElement) -> bool:
    names = [element, *element.iterchildren("span")]
    parent = element.getparent()
    if parent is not None:
        names.append(parent)
    return any(KICKER_NAME.search(one.get("class") or "") for one in names)
