"""Text inside XML 1.0, which forbids most control characters and knows no halves of characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""what is no Char of XML 1.0 (Fifth Edition), section 2.2"""

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_QUOTED = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def allowed(text: str) -> str:
    """A text with a replacement character for each that XML forbids; no offset changes."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def content(text: str) -> str:
    """A text as the content of an element."""
    return allowed(text).translate(_REFERENCES)


def quoted(text: str) -> str:
    """A text as the value of an attribute, with its quotation marks."""
    return f'"{content(text).translate(_QUOTED)}"'


def tag(name: str, attributes: Mapping[str, str | None], *, empty: bool = False) -> str:
    """A start tag, or that of an empty element; attributes without a value are left out."""
    pairs = "".join(f" {key}={quoted(value)}" for key, value in attributes.items() if value is not None)
    return f"<{name}{pairs}{'/' if empty else ''}>"
