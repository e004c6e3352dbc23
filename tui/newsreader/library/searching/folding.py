"""Words as they are compared: without capitals and accents, umlauts written out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa"})

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""what stands inside words without being seen, such as the soft hyphen"""

WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{UNSEEN}])*")
"""a word as a text has it: letters and digits, with accents that are characters of their own"""

_UNSEEN = dict.fromkeys(map(ord, UNSEEN))


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """A text without capitals and accents: "Größe", "GRÖSSE" and "Groesse" are all "groesse".

    Umlauts are written out, as German does where it has none (DIN 5007-2 sorts names so); other accents are left off.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN).lower().translate(WRITTEN_OUT)
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text).lower()
    return "".join(character for character in apart if not unicodedata.combining(character)).translate(WRITTEN_OUT)


def words(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    found: list[str] = []
    for form in WORD.findall(text):
        folded = fold(form)
        # Some signs come apart into several words, as "½" does.
        found += [folded] if folded.isalnum() else WORD.findall(folded)
    return found
