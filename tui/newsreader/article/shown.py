"""Names of sources made fit to be shown: a file's name may hold anything, escape sequences too."""

from __future__ import annotations


def shown(source: str) -> str:
    """A path or address in which every character that is not printable is replaced by "\N{REPLACEMENT CHARACTER}"."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in source)
