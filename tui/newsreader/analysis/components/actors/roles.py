"""What a person is said to be: roles before a name, after it between commas, and descriptions without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.components.actors.figures import Role
from newsreader.analysis.components.actors.lexicon import body_part, gender, is_title, role_part
from newsreader.analysis.components.actors.phrases import complement_end, is_attribute
from newsreader.analysis.components.actors.words import (
    DETERMINERS,
    FINITE,
    NOUNS,
    PREPOSITIONS,
    base,
    grammatical,
    is_quote,
    nominative,
    strong,
    text_of,
)
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_ADJECTIVES = ("ische", "ischer", "isches", "ige", "iger", "liche", "licher")
_GENITIVES = frozenset({"des", "der", "eines", "einer"})
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "–", "-", ")"})
_YEARS = word_set("zwischen von vom bis seit ab und den dem jahren jahr")
"""what stands with the years of an office"""
_REACH = 16
"""tokens: how far a role may stand from its name"""


class Described(NamedTuple):
    """A role where it stands.

    Attributes:
        start: first token, its article included.
        end: behind its last token.
        head: the noun.
        role: what it says.
        sex: "m" or "f" where the noun tells it.
        number: "p" for several, else the grammatical gender of the noun, None if unknown.
    """

    start: int
    end: int
    head: int
    role: Role
    sex: str | None
    number: str | None


def role_noun(token: Token) -> str | None:
    """The part of a token that says what a person is, None if it is no such noun."""
    if token.tag_ not in {"NN", "ADJA"} and not (token.tag_ == "NE" and not token.ent_type_):
        return None
    if not (token.text[:1].isupper() or token.text[:1].isdigit()):
        return None
    return role_part(base(token)) or role_part(token.text)


def phrase_start(doc: Doc, head: int) -> int:
    """The first token of the noun phrase around a noun: adjectives, a genitive before it, its article."""
    sentence = doc[head].sent.start
    i = head
    while i > sentence and (
        doc[i - 1].tag_ in {"ADJA", "CARD", "TRUNC"}
        or (i == head and is_attribute(doc[i - 1]))
        or (doc[i - 1].tag_ in {"ADV", "ADJD"} and doc[i].tag_ == "ADJA")
        or (
            doc[i - 1].tag_ == "KON"
            and i - 2 >= sentence
            and doc[i - 2].tag_ in {"ADJA", "TRUNC"}
            and doc[i].tag_ == "ADJA"
        )
    ):
        i -= 1
    if (
        i > sentence + 1
        and doc[i - 1].lower_ == "und"
        and doc[i - 2].tag_ == "NN"
        and role_noun(doc[i - 2]) is not None
    ):
        return phrase_start(doc, i - 2)
    if i > sentence and doc[i - 1].tag_ in DETERMINERS:
        return i - 1
    if i > sentence and doc[i - 1].tag_ == "NE" and doc[i - 1].text.endswith(("s", "'", "’")) and i == head:
        return i - 1
    if i < head and i - 2 >= sentence and doc[i - 1].lower_ == "als" and doc[i - 2].tag_ in DETERMINERS:
        return i - 2  # "der als gemäßigt geltende Präsident"
    if i < head and i - 1 > sentence and doc[i - 1].tag_ in NOUNS:
        return _around_participle(doc, i, sentence)
    return i


def _around_participle(doc: Doc, i: int, sentence: int) -> int:
    """Where "der aus Somalia stammende ..." starts, seen from its participle; `i` itself if it is no such phrase."""
    for j in range(i - 1, max(sentence, i - 7), -1):
        if doc[j].tag_ in PREPOSITIONS:
            return j - 1 if j > sentence and doc[j - 1].tag_ in DETERMINERS else j
        if doc[j].tag_ not in NOUNS | {"ADJA", "ART", "CARD"}:
            break
    return i


def described(doc: Doc, start: int, head: int, end: int) -> Described | None:
    """The role that the tokens [start, end) with a noun say, None if the noun says none."""
    part = role_noun(doc[head])
    if part is None:
        return None
    sex = gender(part, doc[head].text)
    determiner = doc[start] if doc[start].tag_ in DETERMINERS else None
    number = grammatical(doc[head], determiner)
    case = "p" if number == "p" else sex or (number if number != "n" else None)
    words = [strong(t, case) if is_attribute(t) else t.text for t in doc[start:head] if t.tag_ not in DETERMINERS]
    noun = nominative(doc[head], case)
    complement = text_of(doc, head + 1, end)
    text = in_list(" ".join([*words, noun, *([complement] if complement else [])]))
    adjectives = frozenset(base(t).lower() for t in doc[start:head] if t.tag_ == "ADJA" or t.tag_ == "NE")
    return Described(start, end, head, Role(text, noun.lower(), part, adjectives, complement.lower()), sex, number)


def others(doc: Doc, found: Described) -> Iterator[Described]:
    """The roles that a role is joined with before its noun: the Anwalt of "der Anwalt und Autor"."""
    for i in range(found.start, found.head - 1):
        if doc[i].tag_ == "NN" and doc[i + 1].lower_ == "und":
            other = described(doc, i, i, i + 1)
            if other is not None:
                yield other


def in_list(text: str) -> str:
    """A role as a list shows it: an adjective of a sentence's start loses the capital that only the start gave it."""
    first, _, rest = text.partition(" ")
    starts_sentence = rest[:1].isupper() and first[1:].islower() and first.endswith(_ADJECTIVES)
    return f"{first.lower()} {rest}" if starts_sentence else text


def role_before(doc: Doc, name: int) -> Described | None:
    """The role that stands before a name, directly ("US-Präsident ...", "Premierminister des Kosovos ...") or, with a
    comma, as what the name explains ("der Sprecher der Polizei, ...").

    Args:
        doc: the tokens.
        name: the first token of the name.
    """
    sentence = doc[name].sent.start
    i = name - 1
    while i >= sentence and (is_quote(doc[i]) or is_title(doc[i].text)):
        i -= 1
    comma = i >= sentence and doc[i].text == ","
    if comma:
        i = _before_years(doc, _before_brackets(doc, i - 1, sentence), sentence)
    if i < sentence:
        return None
    near = i == name - 1 or comma or is_title(doc[i + 1].text)
    if near and role_noun(doc[i]) is not None:
        start = phrase_start(doc, i)
        # "ein Kritiker des Ministers, ..." explains the critic.
        inner = comma and start > sentence and doc[start].lower_ in _GENITIVES and role_noun(doc[start - 1]) is not None
        if not inner:
            return described(doc, start, i, i + 1)
    return None if not comma and _is_named_thing(doc, i) else _role_with_complement(doc, i, sentence)


def _before_brackets(doc: Doc, i: int, sentence: int) -> int:
    """The token before a short remark in brackets that ends at a token; the token itself if none does."""
    if i > sentence and doc[i].text == ")":
        for opening in range(i - 1, max(sentence, i - 5), -1):
            if doc[opening].text == "(":
                return opening - 1
    return i


def _before_years(doc: Doc, i: int, sentence: int) -> int:
    """The token before the years of an office that end at a token: "der Präsident Irans zwischen 1997 und 2005"."""
    first = i
    while first > sentence and (doc[first].tag_ == "CARD" or doc[first].lower_ in _YEARS):
        first -= 1
    return first if first < i and doc[first + 1].lower_ in _YEARS else i


def _is_named_thing(doc: Doc, i: int) -> bool:
    """Whether a name behind a token is that of a thing: in "die Opfer des Hurrikans Katrina" it is the hurricane's."""
    return doc[i].tag_ == "NN" and not doc[i].ent_type_ and body_part(doc[i].text) is None


def _role_with_complement(doc: Doc, last: int, sentence: int) -> Described | None:
    """A role whose complement ends with a token: "Sprecher der Polizei", "Direktor für Europa"."""
    if doc[last].tag_ not in NOUNS and doc[last].text not in {")", "“", "”", '"', "«", "»"}:
        return None
    found = None
    for head in range(last - 1, max(sentence, last - _REACH) - 1, -1):
        token = doc[head]
        if token.tag_ in FINITE or token.text in {",", ";", ":"} or token.tag_ in {"VVPP", "VVINF", "KOUS", "PRELS"}:
            break
        if role_noun(token) is not None and _takes_complement(doc, head) and complement_end(doc, head, last + 1) > last:
            found = head
    return None if found is None else described(doc, phrase_start(doc, found), found, last + 1)


def _takes_complement(doc: Doc, head: int) -> bool:
    after = doc[head + 1]
    return (
        after.tag_ in PREPOSITIONS
        or after.lower_ in {"der", "des", "eines", "einer"}
        or (after.tag_ in {"PPOSAT", "NE", "ADJA"} and after.text[-1:] in {"s", "r", "n"})
    )


def role_after(doc: Doc, end: int) -> Described | None:
    """The role that stands behind a name between commas ("..., Sprecher der Polizei,").

    Args:
        doc: the tokens.
        end: behind the last token of the name, brackets after it included.
    """
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end - 1].sent != doc[end].sent:
        return None
    limit = min(doc[end].sent.end, end + _REACH + 4)
    start = end + 1
    head = start
    while (
        head < limit
        and (doc[head].tag_ in DETERMINERS | {"ADJA", "CARD", "TRUNC", "ADV", "ADJD"})
        and role_noun(doc[head]) is None
    ):
        head += 1
    if head >= limit or role_noun(doc[head]) is None:
        return None
    if head + 1 < limit and (doc[head + 1].ent_type_ == "PER" or is_title(doc[head + 1].text)):
        return None
    after = _apposition_end(doc, head, limit)
    return None if after is None else described(doc, start, head, after)


def _apposition_end(doc: Doc, head: int, limit: int) -> int | None:
    """Behind an apposition with a noun, None if no comma, mark or verb ends it."""
    after = head + 1
    while after < limit and doc[after].text not in _ENDS and doc[after].tag_ not in FINITE | {"KOUS", "PRELS"}:
        if doc[after].ent_type_ == "PER" and doc[after - 1].lower_ in {"und", "sowie"}:
            return after - 1
        after += 1
    if after < limit and doc[after].text in {"!", "?", "–", "-"}:
        return None
    while after > head + 1 and (doc[after - 1].is_space or is_quote(doc[after - 1])):
        after -= 1
    return after


def party_after(doc: Doc, end: int) -> tuple[str | None, int]:
    """The short word in brackets behind a name ("(SPD)") and the token behind the brackets."""
    if end + 2 < len(doc) and doc[end].text == "(":
        for close in range(end + 1, min(end + 6, len(doc))):
            if doc[close].text == ")":
                return text_of(doc, end + 1, close), close + 1
    return None, end
