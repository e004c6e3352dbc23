"""Closed lists of words, written as running text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def endings(text: str) -> tuple[str, ...]:
    """The words of a text, to be looked for at the beginning or the end of others."""
    return tuple(text.split())
