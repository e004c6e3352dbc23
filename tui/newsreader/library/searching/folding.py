"""Words as they are compared: without capitals and accents, umlauts written out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """A text without capitals and accents: "Größe", "GRÖSSE" and "Groesse" are all "groesse".

    Umlauts are written out, as German does where it has none (DIN 5007-2 sorts names so); other accents are left off.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text).lower().translate(WRITTEN_OUT)
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart if not unicodedata.combining(character)).translate(WRITTEN_OUT)
