"""Pages whose elements are nested too deep for a parser: what is deeper is put beside each other, as browsers do."""

from __future__ import annotations

import re
from collections import Counter

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,40})[^>]{0,5000}>")
_VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    )
)  # fmt: skip
"""elements that hold nothing"""
_RAW = frozenset(("script", "style", "textarea", "title"))
"""elements in which there are no tags"""
_CLOSING = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))
"""elements that end where another one like them begins"""


def flattened(text: str, deepest: int) -> str:
    """A page without the tags of elements that are nested deeper than so many others; what is in them stays.

    It takes time in proportion to the page.

    Args:
        text: the page.
        deepest: how many elements may be open at a time.
    """
    kept: list[str] = []
    opened: list[str] = []
    counts: Counter[str] = Counter()
    at = 0
    while match := _TAG.search(text, at):
        name = match[2].lower()
        deep = len(opened) > deepest
        if match[1]:
            if counts[name]:
                _close(opened, counts, name)
        elif name not in _VOID:
            if name in _CLOSING and opened and opened[-1] == name:
                _close(opened, counts, name)
            opened.append(name)
            counts[name] += 1
            deep = len(opened) > deepest
        kept.append(text[at : match.start() if deep else match.end()])
        # A tag parts words also where it is left out.
        kept.append(" " if deep else "")
        at = match.end()
        if name in _RAW and not match[1]:
            end = text.find(f"</{match[2]}", at)
            end = len(text) if end < 0 else end
            kept.append("" if deep else text[at:end])
            at = end
    kept.append(text[at:])
    return "".join(kept)


def _close(opened: list[str], counts: Counter[str], name: str) -> None:
    """Closes the innermost element of a name, and what is open inside it."""
    while True:
        last = opened.pop()
        counts[last] -= 1
        if last == name:
            return
