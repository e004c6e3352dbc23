"""What the components for actors ask of single tokens: base forms, determiners, and nouns as a heading has them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.lexicon import group_part, is_weak, role_part
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

DEFINITE = word_set("der die das dem den des")
INDEFINITE = word_set("ein eine einer einem einen eines")
DEMONSTRATIVE = word_set("dieser diese dieses diesem diesen jener jene jenes jenem jenen")
DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PWAT"})
NOUNS = frozenset({"NN", "NE", "FM", "TRUNC", "XY"})
PREPOSITIONS = frozenset({"APPR", "APPRART"})
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
QUOTES = frozenset("„“”\"»«‚‘’'`")
_E_PLURALS = (
    "berichten",
    "kreisen",
    "gerichten",
    "diensten",
    "betrieben",
    "vereinen",
    "freunden",
    "verbänden",
    "gerüchten",
    "nissen",
)
"""datives whose nominative ends in -e: "Medienberichten" are Medienberichte"""
_AGENCIES = word_set("dpa afp epd kna sid apa sda ddp dapd rtr")
_STRONG = {"m": "er", "f": "e", "n": "es", "p": "e"}


def plain(text: str) -> str:
    """A word as it is compared: without case, accents and invisible characters; ß is ss."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "\u00ad\u200b\u200c\u200d\u2060")


def clean(text: str) -> str:
    """A stretch of text on one line, without invisible characters."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())


def is_quote(token: Token) -> bool:
    """Whether a token is a quotation mark."""
    return bool(token.text) and all(c in QUOTES for c in token.text)


def base(token: Token) -> str:
    """The base form of a noun or adjective; the word itself where the lemma is none of it."""
    lemma = token.lemma_
    if not lemma or lemma == "--" or plain(lemma)[:2] != plain(token.text)[:2]:
        return token.text
    return lemma


def text_of(doc: Doc, start: int, end: int) -> str:
    """The tokens [start, end) as one line of text."""
    return clean(doc[start:end].text) if end > start else ""


def sex_of_article(token: Token) -> str | None:
    """What an article tells of gender and number where it tells it surely: "m", "n" or None."""
    word = token.lower_
    if word in {"das"}:
        return "n"
    return "m" if word in {"ein", "einem", "dem", "des", "eines", "zum", "vom", "beim", "im", "am"} else None


def _is_plural_group(token: Token, determiner: Token) -> bool:
    """Whether "den Demonstranten" are several: one of them alone would hardly be told of with the same form."""
    return determiner.lower_ in {"den", "die"} and group_part(token.text) is not None and token.text.endswith("n")


def grammatical(token: Token, determiner: Token | None) -> str | None:
    """Gender of a singular noun ("m", "f", "n") or "p" for a plural, None if nothing tells it.

    Args:
        token: the noun.
        determiner: its article, if it has one.
    """
    plural = feature(token, "Number") == "Plur" or (determiner is not None and _is_plural_group(token, determiner))
    if plural and (determiner is None or determiner.lower_ not in INDEFINITE | {"das", "dem", "des"}):
        return "p"
    if (
        determiner is None
        and token.text.endswith("e")
        and (part := role_part(token.text)) is not None
        and is_weak(part)
    ):
        return "p"  # "Angehörige klagten": one of them would be "ein Angehöriger" or "eine Angehörige"
    if determiner is not None and determiner.lower_ == "das":
        return "n"
    word = base(token).lower()
    if word.endswith(
        (
            "ung",
            "heit",
            "keit",
            "schaft",
            "tion",
            "tät",
            "ie",
            "enz",
            "anz",
            "behörde",
            "partei",
            "armee",
            "polizei",
            "presse",
            "wehr",
            "bank",
            "agentur",
            "zeitung",
            "kirche",
            "gruppe",
            "kommission",
        )
    ):
        return "f"
    if word.endswith(
        ("ium", "chen", "lein", "ment", "gericht", "amt", "ressort", "institut", "blatt", "magazin", "haus", "kreuz")
    ):
        return "n"
    return {"Masc": "m", "Fem": "f", "Neut": "n"}.get(feature(token, "Gender"))


def strong(adjective: Token, gender: str | None) -> str:
    """An adjective as it stands without an article in the nominative: "ukrainische" becomes "ukrainischer"."""
    word = adjective.text
    if gender is not None and word.endswith(_STRONG[gender]):
        return word
    if word[:1].isupper() and word.endswith("er") and adjective.lemma_.endswith("er"):
        return word  # of a town: "Salzburger" is never inflected
    for ending in ("en", "em", "er", "es", "e"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            stem = word[: -len(ending)]
            break
    else:
        return word
    if gender is None:
        return word
    return stem + _STRONG[gender]


def nominative(noun: Token, gender: str | None) -> str:
    """A noun in the nominative: its base form in the singular, without the n of the dative in the plural."""
    word = noun.text
    if gender == "p":
        dative = feature(noun, "Case") not in {"Nom", "Acc", "Gen"}
        return word[:-1] if (word.endswith(("ern", "eln")) and dative) or word.endswith(_E_PLURALS) else word
    part = role_part(word)
    if part is not None and is_weak(part) and gender in {"m", "f"}:
        return word.rstrip("nrsm") + ("r" if gender == "m" else "")
    lemma = base(noun)
    if lemma != word and len(lemma) >= 2 and (word.startswith(lemma[:-1]) or plain(word).startswith(plain(lemma)[:-1])):
        return lemma if lemma[:1].isupper() else lemma[:1].upper() + lemma[1:]
    return word


def first_upper(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def as_listed(name: str) -> str:
    """A name as a list shows it: with a capital, unless it is an agency that is written without ("dpa")."""
    return name if name in _AGENCIES else first_upper(name)


def is_upper_word(text: str) -> bool:
    """Whether a word is written in capitals throughout, as in a headline or an abbreviation."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names have the same words, but for case and accents."""
    return [plain(w) for w in left] == [plain(w) for w in right]
