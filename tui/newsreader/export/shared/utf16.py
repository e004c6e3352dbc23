"""Offsets in UTF-16 code units, in which Java, JavaScript and what is built on them count."""

from __future__ import annotations

import re
from bisect import bisect_left

from newsreader.article.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""characters that take two code units"""


class Utf16:
    """The code units of a text.

    Args:
        text: what the offsets point into.
    """

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]

    def offset(self, offset: int) -> int:
        """Where a code point stands, counted in code units."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def span(self, span: Span) -> Span:
        """A span of code points, counted in code units."""
        return Span(self.offset(span.start), self.offset(span.end))
