"""Text from outside on its way to a terminal: nothing in it may be obeyed."""

from __future__ import annotations

import re
from io import TextIOWrapper

OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""control characters, those that turn the direction of writing, and halves of characters"""

OBEYED_IN_TEXT = re.compile(f"(?![\t\n]|\r\n){OBEYED.pattern}")
"""the same where tabs and line breaks belong"""


def plain(text: str) -> str:
    """A text on one line with what a terminal would obey shown as an escape, such as \\x1b."""
    return OBEYED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


class HarmlessOutput(TextIOWrapper):
    """A text file on a terminal that shows what the terminal would obey as an escape; tabs and line breaks stay."""

    def write(self, text: str, /) -> int:
        super().write(OBEYED_IN_TEXT.sub(_escape, text))
        return len(text)
