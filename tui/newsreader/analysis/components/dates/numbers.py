"""German numbers in figures and words, as a pattern and as a value."""

from __future__ import annotations

import re
from decimal import Decimal

GAP = r"(?:[ \t\u00a0\u202f]{1,3}|[ ]?\n[ ]?)"
"""white space inside an expression: at most one line break, so that it never crosses a paragraph"""

_SMALL = {
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12,
    "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90, "hundert": 100, "einhundert": 100, "zweihundert": 200, "dreihundert": 300, "fünfhundert": 500,
    "tausend": 1000, "eintausend": 1000,
}  # fmt: skip
_SCALES = {"tausend": 3, "tsd": 3, "mio": 6, "million": 6, "millionen": 6, "mrd": 9, "milliarde": 9, "milliarden": 9,
           "billion": 12, "billionen": 12}  # fmt: skip

FIGURES = r"(?:\d{1,3}(?:[.\u00a0\u202f'’]\d{3})+|\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+)(?:,\d+|,[-–—]+)?"
WORD = "(?:" + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(_SMALL, key=len, reverse=True)) + ")"
START = re.compile(rf"(?<![\w.,:/§+-])[-−–+]?(?=\d)|\b(?={WORD}\b)")
"""where a number may start: cheap to look for, so that the long patterns are tried there only"""

NUMBER = rf"(?:(?<![\w.,:/§+-])[-−–+]?(?<!\d[-−–+]){FIGURES}|\b{WORD}\b)"
SCALE = r"(?:Tausend|tausend|Tsd\.?|Mio\.?|Mill\.|Million(?:en)?|Mrd\.?|Milliarden?|Billion(?:en)?)"


def value(number: str, scale: str | None = None) -> Decimal | None:
    """What a number means, None for one that is not known.

    Args:
        number: figures or a word of the pattern NUMBER.
        scale: a word of the pattern SCALE.
    """
    plain = number.strip().lower().lstrip("+")
    if plain in _SMALL:
        amount = Decimal(_SMALL[plain])
    else:
        whole, _, fraction = plain.replace("−", "-").replace("–", "-").partition(",")
        digits = "".join(c for c in whole if c.isdigit() or c == "-")
        fraction = "".join(c for c in fraction if c.isdigit())
        try:
            amount = Decimal(f"{digits}.{fraction}" if fraction else digits)
        except ArithmeticError:
            return None
    power = _SCALES.get((scale or "").lower().rstrip("."), 6 if scale == "Mill." else 0)
    return amount.scaleb(power)


def shown(amount: Decimal) -> str:
    """An amount in plain figures with a decimal point: 2500000, 0.5."""
    plain = format(amount.normalize(), "f")
    return "0" if plain in {"-0", ""} else plain
