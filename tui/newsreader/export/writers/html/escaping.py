"""Text inside HTML."""

from __future__ import annotations

import re
from html import escape

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""control characters, halves of characters and noncharacters (HTML Living Standard, 13.2.3.5)"""

SCHEMES = re.compile(r"https?://", re.IGNORECASE)


def text(words: str) -> str:
    """A text as content or as an attribute's value between double quotes."""
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words))


def link(target: str) -> str | None:
    """An address for `href`, None for what is not one of the web and might be a script."""
    return text("".join(target.split())) if SCHEMES.match(target) else None
