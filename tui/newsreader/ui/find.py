"""Finding words in a text: case does not matter, umlauts may be typed as they are or as ae, oe, ue and ss."""

from __future__ import annotations

import re
import unicodedata

from newsreader.article.model import Span

MOST = 10_000
"""hits beyond this number are not looked for"""

_SPELLINGS = {
    "ä": "(?:ä|a\u0308)",
    "ö": "(?:ö|o\u0308)",
    "ü": "(?:ü|u\u0308)",
    "ß": "(?:ß|ẞ|ss)",
    "ae": "(?:ae|ä|a\u0308)",
    "oe": "(?:oe|ö|o\u0308)",
    "ue": "(?:ue|ü|u\u0308)",
    "ss": "(?:ss|ß|ẞ)",
    '"': '["„“”«»]',
    "'": "['‚‘’‹›]",
    "-": "[-\u2010\u2011\u2013\u2014]",
}
_PIECE = re.compile(r"ae|oe|ue|ss|\s+|.", re.DOTALL)


def pattern(words: str) -> re.Pattern[str]:
    """What finds the words that a user typed.

    Args:
        words: as typed; white space stands for any white space, a straight quotation mark for any.
    """
    pieces = _PIECE.findall(unicodedata.normalize("NFC", words).lower())
    parts = [r"\s+" if piece.isspace() else _SPELLINGS.get(piece, re.escape(piece)) for piece in pieces]
    return re.compile("".join(parts), re.IGNORECASE)


def find(text: str, words: str) -> list[Span]:
    """Where words stand in a text, in order, at most `MOST` hits; nothing for nothing but white space."""
    if not words.strip():
        return []
    hits: list[Span] = []
    for match in pattern(words).finditer(text):
        hits.append(Span(*match.span()))
        if len(hits) == MOST:
            break
    return hits
