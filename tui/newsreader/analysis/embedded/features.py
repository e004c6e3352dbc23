"""What the network sees of a word form, besides its vector: hashed spelling, dictionary readings, lists of names."""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.analysis.embedded.lexicon import LISTS, Analysis, Lexicon, clean
from newsreader.analysis.embedded.native import hash_of

# The features, and how many rows each has in its hashed embedding.
ROWS = {
    "lower": 6000,
    "prefix": 2000,
    "suffix": 2500,
    "ending": 5000,
    "shape": 800,
    "reading": 1200,
    "forms": 2500,
    "name": 800,
    "seen": 1500,
}

PIECE_ROWS = 20_000
"""Rows in the table of letter sequences."""
PIECES = 24
"""Sequences of a form that are looked at; longer forms keep those of their beginning and end."""

ROLE = re.compile(
    r"(?:minister|präsident|sprecher|kanzler|chef|direktor|vorsitzende[rn]?|vorstand|sekretär|politiker|abgeordnete[rn]?|"
    r"trainer|spieler|sänger|schauspieler|regisseur|autor|schriftsteller|professor|doktor|anwalt|richter|general|kommissar|"
    r"leiter|manager|meister|bischof|könig|kaiser|herzog|graf|prinz|papst|senator|gouverneur|botschafter|forscher|experte|"
    r"künstler|maler|komponist|musiker|journalist|moderator|stürmer|torwart|kapitän|inhaber|gründer|kollege)"
    r"(?:in|innen|s|en|n)?\Z",
    re.IGNORECASE,
)
TITLES = frozenset(
    [
        "herr",
        "herrn",
        "frau",
        "dr.",
        "prof.",
        "st.",
        "sankt",
        "sir",
        "lord",
        "lady",
        "pater",
        "von",
        "van",
        "de",
        "zu",
        "den",
        "der",
    ]
)
ORGANISATION = re.compile(
    r"(?:partei|universität|hochschule|ministerium|behörde|verband|verein|gesellschaft|bank|agentur|institut|zeitung|"
    r"stiftung|gericht|polizei|amt|rat|union|bund|konzern|gruppe|kirche|orchester|klub|club|gewerkschaft|parlament|bundestag|"
    r"armee|firma|schule|akademie|museum|theater|redaktion|kammer)(?:s|es|en)?\Z",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?:straße|platz|allee|gasse|brücke|berg|tal|see|fluss|burg|dorf|stadt|heim|hausen|ingen|kreis|bezirk|insel|gebirge|"
    r"viertel|hafen|wald|küste|region|provinz|land|furt|feld|stein|bach|hof|kirchen)(?:s|es|en)?\Z",
    re.IGNORECASE,
)
_RUN = re.compile(r"(.)\1{3,}")


def shape(form: str) -> str:
    """The form's outline: X capital, x small letter, d digit; long runs are cut to four."""
    marks = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in form[:40])
    return _RUN.sub(r"\1\1\1\1", marks)


_KEPT = frozenset(
    ["NOM", "GEN", "DAT", "AKK", "SIN", "PLU", "MAS", "FEM", "NEU", "1", "2", "3", "KJ1", "KJ2", "PRÄ", "PRT"]
)


@lru_cache(maxsize=10_000)
def _kind(tag: str) -> str:
    """What part of speech a reading's tag means, as finely as it tells words apart."""
    kind, *rest = tag.split(":")
    if kind == "VER":
        extra = [p for p in rest if p in ("AUX", "MOD", "INF", "EIZ", "PA1", "PA2", "IMP")]
        return ":".join(["VER", *(extra or ["FIN"])])
    if kind in ("PRO", "KON", "ART", "ADV"):
        return ":".join([kind, *rest[:1]])
    if kind in ("ADJ", "PA1", "PA2"):
        return f"ADJ:{'PRD' if 'PRD' in rest else 'ATT'}"
    return kind


@lru_cache(maxsize=10_000)
def _inflection(tag: str) -> str:
    return ".".join(p for p in tag.split(":") if p in _KEPT)


def _reading(found: tuple[Analysis, ...], source: str) -> str:
    return source[0] + "|".join(sorted({_kind(tag) for _, tag in found}))


def _forms(found: tuple[Analysis, ...]) -> str:
    return "|".join(sorted({_inflection(tag) for _, tag in found}))


def _seen(form: str, lexicon: Lexicon) -> str:
    bits = lexicon.name_bits(form) >> LISTS
    if not bits and form[-1:] == "s" and len(form) > 3:
        return f"s{lexicon.name_bits(form[:-1]) >> LISTS}"
    if not bits and form.isupper() and len(form) > 3:
        return f"c{lexicon.name_bits(form.capitalize()) >> LISTS}"
    first, hyphen, last = form.partition("-")
    if not bits and hyphen:
        return f"{lexicon.name_bits(first) >> LISTS}-{lexicon.name_bits(last) >> LISTS}"
    return str(bits)


def _names(form: str, lexicon: Lexicon) -> str:
    listed = (1 << LISTS) - 1
    bits = lexicon.name_bits(form) & listed
    genitive = lexicon.name_bits(form[:-1]) & listed if form[-1:] == "s" and len(form) > 3 else 0
    first, hyphen, _ = form.partition("-")
    part = lexicon.name_bits(first) & listed if hyphen else 0
    capital = form.capitalize() if form.isupper() and len(form) > 3 else ""
    kinds = [
        "r" if ROLE.search(form) else "",
        "t" if form.lower() in TITLES else "",
        "o" if ORGANISATION.search(form) else "",
        "p" if PLACE.search(form) else "",
        "A" if form.isupper() and 1 < len(form) < 7 else "",
    ]
    return f"{bits}/{genitive}/{part}/{lexicon.name_bits(capital) & listed if capital else 0}/{''.join(kinds)}"


def type_pieces(text: str, size: int = PIECE_ROWS) -> list[int]:
    """The rows of a token's sequences of two to four letters, its ends marked; -1 up to `PIECES` numbers.

    Args:
        text: the token as it stands in the text.
        size: rows of the table.
    """
    marked = f"<{clean(text) or text}>"
    found = [marked[i : i + n] for n in (3, 4, 2) for i in range(len(marked) - n + 1)]
    if len(found) > PIECES:
        ends = [marked[:n] for n in (2, 3, 4)] + [marked[-n:] for n in (2, 3, 4)]
        found = [*ends, *found][:PIECES]
    rows = [hash_of(piece) % size for piece in found]
    return rows + [-1] * (PIECES - len(rows))


def type_features(text: str, lexicon: Lexicon) -> list[int]:
    """The hashes of a token's features, in the order of `ROWS`.

    Args:
        text: the token as it stands in the text.
        lexicon: readings and names.
    """
    form = clean(text) or text
    lower = form.lower()
    digits = re.sub(r"\d", "0", lower)
    found, source = lexicon.analyse(form)
    values = (
        digits,
        lower[:3],
        digits[-3:],
        digits[-5:],
        shape(form),
        _reading(found, source),
        _forms(found),
        _names(form, lexicon),
        _seen(form, lexicon),
    )
    return [hash_of(f"{kind}={value}") for kind, value in zip(ROWS, values, strict=True)]
