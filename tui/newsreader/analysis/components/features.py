"""The morphology of a token, one feature at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def feature(token: Token, name: str) -> str:
    """The value of a feature of Universal Dependencies ("Number": "Plur"), the empty string if it is not told."""
    values = token.morph.get(name, [])
    return values[0] if values else ""
