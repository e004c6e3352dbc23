"""Organisations by their names: one under its fullest name, with the abbreviation that the article defines for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.figures import Figure
from newsreader.analysis.components.actors.lexicon import body_part
from newsreader.analysis.components.actors.words import (
    base,
    clean,
    grammatical,
    is_quote,
    nominative,
    plain,
    strong,
    text_of,
)
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span


WELL_KNOWN = {
    "EU": "Europäische Union", "UN": "Vereinte Nationen", "UNO": "Vereinte Nationen", "EZB": "Europäische Zentralbank",
    "WHO": "Weltgesundheitsorganisation", "IWF": "Internationaler Währungsfonds", "BKA": "Bundeskriminalamt",
    "BGH": "Bundesgerichtshof", "BND": "Bundesnachrichtendienst", "BfV": "Bundesamt für Verfassungsschutz",
    "DGB": "Deutscher Gewerkschaftsbund", "DFB": "Deutscher Fußball-Bund", "DWD": "Deutscher Wetterdienst",
    "RKI": "Robert-Koch-Institut", "ILO": "Internationale Arbeitsorganisation", "DRK": "Deutsches Rotes Kreuz",
}  # fmt: skip
"""abbreviations that articles use without saying what they stand for"""


_PARTIES = {
    "grunen": "Die Grünen", "grune": "Die Grünen", "die grunen": "Die Grünen",
    "linken": "Die Linke", "linke": "Die Linke", "die linke": "Die Linke", "die linken": "Die Linke",
}  # fmt: skip
"""parties whose name is inflected like an adjective, under the name that they bear"""
_FORMS = word_set(
    "ag gmbh se kg kgaa ohg ug mbh inc inc. ltd ltd. corp corp. plc llc e.v. co co. & aktiengesellschaft s.a. spa n.v."
)
"""what tells an organisation's legal form behind its name"""
_PLACING = word_set("in zu von")
_SAME = 4
"""letters that "Bremer" and Bremen, "Dresdner" and Dresden have in common"""


def without_form(name: str) -> str:
    """An organisation's name without its legal form: "Volkswagen AG" is Volkswagen."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _FORMS:
        words.pop()
    return " ".join(words)


def place_key(name: str) -> tuple[str, str] | None:
    """What "Landgericht Hamburg" and "Hamburger Landgericht" have in common; None for names of another kind."""
    words = name.split()
    if len(words) == 3 and words[1] in _PLACING:
        words = [words[0], words[2]]
    if len(words) != 2 or not (words[0][:1].isupper() and words[1][:1].isupper()):
        return None
    place, noun = words if words[0].endswith("er") and body_part(words[1]) is not None else (words[1], words[0])
    if body_part(noun) is None or len(place) < _SAME:
        return None
    return plain(noun), plain(place)[:_SAME]


def body_name(doc: Doc, start: int, end: int) -> str:
    """The name of an organisation in the nominative: "des Weißen Hauses" is "Weißes Haus"."""
    while start < end and (is_quote(doc[start]) or doc[start].tag_ == "ART"):
        start += 1
    while end > start and is_quote(doc[end - 1]):
        end -= 1
    if start >= end:
        return ""
    determiner = doc[start - 1] if start and doc[start - 1].tag_ in {"ART", "APPRART"} else None
    if doc[start].tag_ == "ADJA" and end - start > 1:
        head = next((i for i in range(start + 1, end) if doc[i].tag_ in {"NN", "NE"}), None)
        if head is not None:
            gender = grammatical(doc[head], determiner)
            words = [strong(t, gender) if t.tag_ == "ADJA" else t.text for t in doc[start:head]]
            return clean(" ".join([*words, nominative(doc[head], gender), text_of(doc, head + 1, end)]).strip())
    text = text_of(doc, start, end)
    genitive = determiner is not None and determiner.lower_ in {"des", "eines"}
    genitive = genitive or (doc[start].tag_ == "NN" and feature(doc[start], "Case") == "Gen")
    place = doc[start].tag_ == "NE" and doc[start].ent_type_ == "LOC"
    if end - start == 1 and (genitive or place):
        lemma = base(doc[start])
        if genitive and text.endswith("s") and not text.endswith("ss") and len(text) > 3:
            bare = text[:-2] if text.endswith(("ts", "es")) and plain(lemma) == plain(text[:-2]) else text[:-1]
            return lemma if plain(lemma) in {plain(text[:-1]), plain(text[:-2])} else bare
        if plain(lemma) + "s" == plain(text):
            return text[:-1]
    return text


class Bodies:
    """The organisations of an article.

    Args:
        doc: the tokens.
        ents: every organisation's name in it, in order.
    """

    def __init__(self, doc: Doc, ents: Sequence[Span]) -> None:
        self._doc = doc
        self.figures: list[Figure] = []
        self.of_name: dict[int, Figure] = {}
        """the organisation of each name, by its first token"""
        self.by_name: dict[str, Figure] = {}
        """organisations by their names and abbreviations, in plain writing"""
        self._by_place: dict[tuple[str, str], Figure] = {}
        for ent in ents:
            self._add(ent)
        self._define()
        for body in self.figures:
            self.place(body)
        for short, long in WELL_KNOWN.items():
            if plain(short) in self.by_name and (figure := self.by_name.get(plain(long))) is not None:
                self._merge(short, figure)

    def _add(self, ent: Span) -> None:
        name = body_name(self._doc, ent.start, ent.end)
        name = _PARTIES.get(plain(name), name)
        if not any(c.isalpha() for c in name):
            return
        figure = self.find(name)
        if figure is None:
            figure = Figure(name, ActorKind.ORGANISATION, tuple(name.split()), sex=self._gender(ent))
            self.figures.append(figure)
            self.by_name[plain(without_form(name))] = figure
        elif without_form(figure.name) == figure.name and without_form(name) == figure.name:
            figure.name = name
        figure.mention(ent.start, ent.end)
        self.of_name[ent.start] = figure
        short = abbreviation(self._doc, ent.end, name)
        if short is not None:
            self._merge(short, figure)

    def _define(self) -> None:
        """Read the abbreviations that stand in brackets behind names that were not found to be names."""
        doc = self._doc
        for token in doc:
            if token.text != "(" or token.i < 1 or token.i + 2 >= len(doc) or doc[token.i + 2].text != ")":
                continue
            short = doc[token.i + 1]
            if sum(c.isupper() for c in short.text) < 2 or len(short.text) > 10 or self._is_taken(short.i):
                continue
            start = _long_form(doc, token.i, short.text)
            if start is None:
                continue
            name = body_name(doc, start, token.i)
            figure = self.find(name)
            if figure is None:
                figure = Figure(name, ActorKind.ORGANISATION, tuple(name.split()))
                self.figures.append(figure)
                self.by_name[plain(name)] = figure
            figure.mention(start, token.i)
            self._merge(short.text, figure)

    def _is_taken(self, i: int) -> bool:
        figure = self.of_name.get(i)
        return figure is not None and plain(figure.name) != plain(self._doc[i].text)

    def _merge(self, short: str, figure: Figure) -> None:
        """Let an abbreviation mean the figure, also where it was taken for an organisation of its own."""
        other = self.by_name.get(plain(short))
        self.by_name[plain(short)] = figure
        if other is None or other is figure:
            return
        for mention in other.mentions:
            figure.mention(mention.start, mention.end)
        for i, one in self.of_name.items():
            if one is other:
                self.of_name[i] = figure
        self.figures.remove(other)

    def find(self, name: str) -> Figure | None:
        """The organisation with a name, but for case, a genitive s and its legal form."""
        key = plain(without_form(name))
        found = self.by_name.get(key)
        if found is None and key.endswith("s"):
            found = self.by_name.get(key[:-1])
        return found if found is not None else self.by_name.get(key + "s")

    def place(self, figure: Figure) -> None:
        """Let an organisation whose name tells its place be found however it is put."""
        key = place_key(figure.name)
        if key is not None:
            self._by_place.setdefault(key, figure)

    def at_place(self, name: str) -> Figure | None:
        """The organisation that a name tells with its place: "Hamburger Landgericht" is the "Landgericht Hamburg"."""
        key = place_key(name)
        return None if key is None else self._by_place.get(key)

    def _gender(self, ent: Span) -> str | None:
        before = self._doc[ent.start - 1].lower_ if ent.start else ""
        if before == "das":
            return "n"
        if before == "die":
            return "f"
        return "m" if before == "der" and feature(ent[0], "Case") == "Nom" else None


def abbreviation(doc: Doc, end: int, name: str) -> str | None:
    """The abbreviation that stands in brackets behind a name, if its letters are the name's: "(dpa)".

    Args:
        doc: the tokens.
        end: behind the last token of the name.
        name: the name.
    """
    while end < len(doc) and is_quote(doc[end]):
        end += 1
    if end + 2 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return None
    short = doc[end + 1].text
    letters = plain("".join(c for c in short if c.isalpha()))
    long = plain("".join(c for c in name if c.isalpha() or c.isspace()))
    if not 2 <= len(letters) <= 10 or len(letters) >= len(long) or not long.startswith(letters[0]):
        return None
    rest = iter(long)
    return short if all(letter in rest for letter in letters) else None


def _long_form(doc: Doc, end: int, short: str) -> int | None:
    """Where the words start whose first letters, or parts, an abbreviation behind them is made of."""
    sentence = doc[end].sent.start
    letters = plain("".join(c for c in short if c.isalpha()))
    for start in range(end - 1, max(sentence, end - 8) - 1, -1):
        token = doc[start]
        if (
            token.tag_ in {"$,", "$.", "VVFIN", "VAFIN", "VMFIN", "ART", "APPRART"}
            and start < end - 1
            and token.tag_ != "ART"
        ):
            return None
        if (
            token.tag_ in {"NN", "NE", "ADJA", "FM"}
            and token.text[:1].isupper()
            and _is_made_of(doc, start, end, letters)
        ):
            return start
    return None


def _is_made_of(doc: Doc, start: int, end: int, letters: str) -> bool:
    """Whether letters are the first ones of the words, in order, or of the parts of one long word."""
    words = [plain(t.text) for t in doc[start:end] if t.text[:1].isalpha()]
    if not words or not words[0].startswith(letters[0]):
        return False
    if len(words) == 1:
        rest = iter(words[0])
        return len(words[0]) > 2 * len(letters) and all(letter in rest for letter in letters)
    content = [plain(t.text) for t in doc[start:end] if t.text[:1].isupper()]
    initials = "".join(word[0] for word in content)
    return letters in {initials, "".join(word[0] for word in words)} or (
        len(content) >= 2 and initials.startswith(letters[0]) and _in_order(letters, content)
    )


def _in_order(letters: str, words: Sequence[str]) -> bool:
    """Whether every word gives at least its first letter, and the letters come in the words' order."""
    if len(letters) < len(words):
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters) and all(word[0] in letters for word in words)
