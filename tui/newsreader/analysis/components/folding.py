"""Texts as patterns want to see them (umlauts composed, no soft hyphens), with the way back to the real offsets."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Folded(NamedTuple):
    """A folded text.

    Attributes:
        text: the text that patterns are run on.
        offsets: for each of its code points, and for its end, the offset in the real text; None if they are the same.
    """

    text: str
    offsets: Sequence[int] | None

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the folded text stands in the real one (code points), invisible ends included."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])


def fold(text: str) -> Folded:
    """Compose what is decomposed and leave out what is invisible; most texts come back as they are."""
    if unicodedata.is_normalized("NFC", text) and _INVISIBLE.isdisjoint(text):
        return Folded(text, None)
    parts: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if text[start] not in _INVISIBLE:
            composed = unicodedata.normalize("NFC", text[start:end])
            parts.append(composed)
            offsets += [start] * len(composed)
        start = end
    return Folded("".join(parts), [*offsets, len(text)])
