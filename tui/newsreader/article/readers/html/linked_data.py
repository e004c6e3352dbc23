"""What a page tells of its article in JSON-LD, in the vocabulary of schema.org."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from newsreader.article.readers.html import mending
from newsreader.article.readers.html.parsing import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

Item = dict[str, Any]

ARTICLES = frozenset(
    (
        "newsarticle",
        "article",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "opinionnewsarticle",
        "reviewnewsarticle",
        "askpublicnewsarticle",
        "advertisercontentarticle",
        "satiricalarticle",
        "scholarlyarticle",
        "techarticle",
        "blogposting",
        "liveblogposting",
        "report",
        "claimreview",
    )
)
PAGES = frozenset(("webpage", "itempage", "aboutpage", "faqpage", "medicalwebpage", "creativework", "recipe", "howto"))
"""types of items that describe the page around an article, or what it is instead of one"""
_LARGEST = 4_000_000
"""characters of one script; more is no description of an article"""
_OPENING = 60
"""characters in which a script without a type shows that it is JSON-LD"""
_MOST = 2000
"""items that are looked at"""
_WRAPPING = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$")
_TAGS = re.compile(r"<[^<>]{1,500}>")


def items(root: HtmlElement) -> list[Item]:
    """Every typed item of a page's JSON-LD, outer ones first; what cannot be read is passed over."""
    found: list[Item] = []
    for script in root.iter("script"):
        told = (script.get("type") or "").lower()
        untold = not told and (script.text or "")[:_OPENING].lstrip().startswith('{"@context"')
        if "ld+json" not in told and not untold:
            continue
        content = _WRAPPING.sub("", script.text or "")
        if 0 < len(content) <= _LARGEST:
            found.extend(_typed(mending.loaded(content), _MOST - len(found)))
    return found


def types(item: Item) -> set[str]:
    """The types of an item in lower case, without a vocabulary before them."""
    told = item.get("@type")
    return {
        str(one).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for one in (told if isinstance(told, list) else [told])
    }


def text(value: object) -> str:
    """A value as text on one line: of a list its first, of an item its name; markup and entities resolved."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline")
    if not isinstance(value, str):
        return ""
    return clean(_TAGS.sub(" ", unescape(value)) if "<" in value or "&" in value else value)


def addresses(item: Item) -> set[str]:
    """The addresses that an item names as its own."""
    found = set()
    for key in ("url", "mainEntityOfPage", "@id"):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            address = (one.get("@id") or one.get("url")) if isinstance(one, dict) else one
            if isinstance(address, str):
                found.add(address)
    return found


def _typed(loaded: object, most: int) -> Iterator[Item]:
    """The typed items in a parsed script, breadth first."""
    level = [loaded]
    while level and most > 0:
        following: list[object] = []
        for value in level:
            if isinstance(value, list):
                following.extend(value)
            elif isinstance(value, dict):
                if "@type" in value:
                    yield value
                    most -= 1
                    if most <= 0:
                        return
                following.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        level = following
