"""Sets of words as they are written down in the lexicons: one string, blanks between."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
