"""The noun phrase of a speaker: its article, its noun, what belongs to it, and how it would be called in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.components.actors.words import (
    DEFINITE,
    DETERMINERS,
    FINITE,
    INDEFINITE,
    NOUNS,
    PREPOSITIONS,
    clean,
    first_upper,
    grammatical,
    is_quote,
    nominative,
    strong,
)
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FUSED = word_set("im am vom zum zur beim ins")
_SKIPPED = frozenset({"APPR", "APPRART", "ADV", "KON", "KOKOM", "PTKNEG", "PAV", "PROAV", "KOUS", "PTKA"})
_CIRCUMSTANCES = word_set("am seit nach vor während gegenüber laut wegen mit ab um ohne trotz per unter durch")
_MANNERS = word_set("zukunft form hinsicht weise sache einsatz folge zuge laufe rahmen fall falle")
"""nouns that with a preposition tell how or when rather than which: "in Zukunft", "in schriftlicher Form" """
_ATTRIBUTES = ("ende", "ender", "enden")
_STOPS = frozenset({",", ";", ":", ".", "–", "-", "!", "?"})


class Phrase(NamedTuple):
    """A noun phrase.

    Attributes:
        start: first token, its article included.
        head: its noun.
        end: behind its complement.
        determiner: its article or what stands for one; None if it has none.
        definite: whether its article is a definite one.
        gender: "m", "f", "n", "p" for a plural, None if unknown.
        name: how a list calls it: without article, in the nominative, its complement included.
        short: the name without the complement.
        adjectives: tokens of its adjectives.
    """

    start: int
    head: int
    end: int
    determiner: int | None
    definite: bool
    gender: str | None
    name: str
    short: str
    adjectives: tuple[int, ...]

    @property
    def bare(self) -> bool:
        """Whether nothing but an article stands with the noun."""
        return not self.adjectives and self.end == self.head + 1


def is_attribute(token: Token) -> bool:
    """Whether a token is an adjective, or a noun that is one: the Vorsitzende of "der Vorsitzende Richter"."""
    if token.tag_ == "ADJA":
        return True
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.tag_ == "NN" and token.lower_.endswith(_ATTRIBUTES) and after is not None and after.tag_ == "NN"


def phrase(doc: Doc, start: int, end: int) -> Phrase | None:
    """The first noun phrase in the tokens [start, end), None if there is none."""
    i = start
    while i < end and (doc[i].tag_ in _SKIPPED or is_quote(doc[i]) or doc[i].is_space or doc[i].text in {"(", ","}):
        i += 1
    if i >= end:
        return None
    fused = i > start and doc[i - 1].lower_ in _FUSED
    begin = i
    determiner = None
    while i < end and doc[i].tag_ in DETERMINERS:
        determiner = i if determiner is None else determiner
        i += 1
    head = _head(doc, i, end)
    if head is None:
        return None
    last = complement_end(doc, head, end)
    article = doc[determiner] if determiner is not None else None
    gender = grammatical(doc[head], article)
    if determiner is None and doc[begin].tag_ == "PIS" and begin + 1 < head and doc[begin + 1].lower_ in {"der", "von"}:
        # "einer der Feuerwehrmänner" is one of them, whatever their number
        gender = {"einer": "m", "eine": "f", "eines": "n"}.get(doc[begin].lower_, "p")
        name = first_upper(clean(doc[begin:last].text))
        return Phrase(begin, head, last, None, False, gender, name, name, ())
    premodifiers = [t for t in doc[i:head] if not is_quote(t) and t.tag_ not in {"CARD", "ADV"}]
    words = [strong(t, gender) if is_attribute(t) else t.text for t in premodifiers]
    short = clean(" ".join([*words, nominative(doc[head], gender)]))
    rest = clean(doc[head + 1 : last].text) if last > head + 1 else ""
    definite = fused or (article is not None and (article.lower_ in DEFINITE or article.tag_ == "PDAT"))
    name = first_upper(f"{short} {rest}".strip())
    adjectives = tuple(t.i for t in premodifiers if t.tag_ == "ADJA")
    return Phrase(begin, head, last, determiner, definite, gender, name, first_upper(short), adjectives)


def _head(doc: Doc, start: int, end: int) -> int | None:
    """The noun of a phrase: the first one that is not part of an attribute such as "für das Kosovo zuständige"."""
    i = start
    while i < end:
        token = doc[i]
        if is_quote(token):
            i += 1
            continue
        if token.tag_ in PREPOSITIONS:
            after = next(
                (j for j in range(i + 1, min(end, i + 8)) if doc[j].tag_ == "ADJA" and _continues(doc, j, end)), None
            )
            if after is None:
                return None
            i = after
            continue
        if token.tag_ == "TRUNC" or (token.tag_ == "NN" and is_attribute(token)):
            i += 1
            continue
        if token.tag_ == "NN" and i + 1 < end and doc[i - 1].tag_ == "CARD" and doc[i + 1].tag_ in {"ADJA", "ADJD"}:
            i += 1  # "der 330 Seiten starke Bericht"
            continue
        if token.tag_ in NOUNS:
            # A place or person in the genitive before the noun: "Mexikos Innenminister".
            after_it = i + 1
            while after_it < end and doc[after_it].tag_ == "ADJA":
                after_it += 1
            if (
                token.tag_ == "NE"
                and token.text.endswith(("s", "’", "'"))
                and after_it < end
                and doc[after_it].tag_ == "NN"
                and token.ent_type_ in {"LOC", "PER", "ORG"}
                and doc[after_it].ent_iob_ != "I"
            ):
                i += 1
                continue
            return i
        if token.tag_ in FINITE or token.text in _STOPS:
            return None
        if (
            token.tag_ == "ADJA"
            and (token.text[:1].isupper() or token.text[:1].isdigit())
            and (i + 1 >= end or doc[i + 1].tag_ not in NOUNS | {"ADJA", "CARD"})
            and i > 0
        ):
            return i
        i += 1
    return None


def _continues(doc: Doc, i: int, end: int) -> bool:
    """Whether an adjective after a prepositional attribute leads on to the noun of the phrase."""
    return i + 1 < end and doc[i - 1].tag_ in NOUNS | {"ADJD", "ADV"} and doc[i + 1].tag_ in NOUNS | {"ADJA"}


def complement_end(doc: Doc, head: int, end: int) -> int:
    """Behind what belongs to the noun: names, genitives, prepositional attributes, one after the other."""
    end = min(end, doc[head].sent.end)
    i = head + 1
    while i < end:
        after = _attribute_end(doc, i, end, first=i == head + 1)
        if after is None:
            break
        i = after
    return i


def _attribute_end(doc: Doc, i: int, end: int, *, first: bool) -> int | None:
    """Behind the one attribute that starts at a token, None if none does."""
    token = doc[i]
    if token.ent_type_ in {"DATE", "TIME"}:
        return None
    if is_quote(token):
        close = next((j for j in range(i + 1, min(end, i + 10)) if is_quote(doc[j])), None)
        return close + 1 if close is not None and first and close > i + 1 else None
    if token.tag_ in {"NE", "FM"} or token.ent_type_ in {"PER", "ORG", "LOC", "MISC"}:
        return i + 1
    if token.tag_ == "KON" and not first:
        # "in Politik und Wissenschaft", "der Union und der SPD"
        noun = _noun_after(doc, i + 1, end)
        goes_on = noun is not None and (doc[i + 1].tag_ in {"NN", "NE", "ADJA"} or _is_genitive(doc, i + 1, end))
        return noun + 1 if noun is not None and goes_on else None
    if token.lower_ == "um" and first and i + 1 < end and doc[i + 1].ent_type_ == "PER":
        return i + 2  # "das Team um Anita Weber"
    if token.lower_ in {"in", "an", "auf"} and i + 1 < end and doc[i + 1].lower_ in {"die", "das", "den"}:
        return None  # a direction belongs to the verb
    if token.tag_ in PREPOSITIONS and token.lower_ not in _CIRCUMSTANCES:
        noun = _noun_after(doc, i + 1, end)
        if noun is None or doc[noun].ent_type_ in {"DATE", "TIME"} or doc[noun].lower_ in _MANNERS:
            return None
        return noun + 1
    if _is_genitive(doc, i, end):
        noun = _noun_after(doc, i, end)
        return None if noun is None else noun + 1
    return None


def _noun_after(doc: Doc, i: int, end: int) -> int | None:
    """The noun that articles and adjectives lead to; a possessive leads away from what names somebody."""
    for j in range(i, min(end, i + 8)):
        if is_quote(doc[j]):
            close = next((k for k in range(j + 1, min(end, j + 10)) if is_quote(doc[k])), None)
            return close if close is not None and close > j + 1 else None
        if doc[j].tag_ in NOUNS:
            return j
        if doc[j].tag_ not in {"ART", "ADJA", "CARD", "ADV", "PIAT", "PIDAT", "PDAT", "$("}:
            return None
    return None


def _is_genitive(doc: Doc, i: int, end: int) -> bool:
    """Whether a genitive attribute starts at a token: "der Polizei", "des Landes", "informierter Kreise"."""
    if i >= end:
        return False
    token = doc[i]
    if token.lower_ in {"des", "eines", "der", "einer", "dieser", "dieses"}:
        return feature(token, "Case") in {"", "Gen", "Dat"}
    if token.lower_ in {"aller", "beider", "vieler", "mehrerer", "einiger"}:
        return True
    return token.tag_ == "ADJA" and token.text.endswith("er") and feature(token, "Case") == "Gen"


def is_indefinite(doc: Doc, found: Phrase) -> bool:
    """Whether the phrase brings in somebody new: "eine Sprecherin"."""
    return found.determiner is not None and doc[found.determiner].lower_ in INDEFINITE
