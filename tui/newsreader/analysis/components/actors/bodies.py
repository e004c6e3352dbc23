"""Organisations by their names: one under its fullest name, with the abbreviation that the article defines for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.figures import Figure
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
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span


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
    if end - start == 1 and (genitive or doc[start].tag_ == "NE"):
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
        for ent in ents:
            self._add(ent)

    def _add(self, ent: Span) -> None:
        name = body_name(self._doc, ent.start, ent.end)
        if not any(c.isalpha() for c in name):
            return
        figure = self.find(name)
        if figure is None:
            figure = Figure(name, ActorKind.ORGANISATION, tuple(name.split()), sex=self._gender(ent))
            self.figures.append(figure)
            self.by_name[plain(name)] = figure
        figure.mention(ent.start, ent.end)
        self.of_name[ent.start] = figure
        short = abbreviation(self._doc, ent.end, name)
        if short is not None:
            self.by_name.setdefault(plain(short), figure)

    def find(self, name: str) -> Figure | None:
        """The organisation with a name, but for case and a genitive s."""
        key = plain(name)
        found = self.by_name.get(key)
        if found is None and key.endswith("s"):
            found = self.by_name.get(key[:-1])
        return found if found is not None else self.by_name.get(key + "s")

    def _gender(self, ent: Span) -> str | None:
        before = self._doc[ent.start - 1].lower_ if ent.start else ""
        if before == "das":
            return "n"
        if before == "die":
            return "f"
        return "m" if before == "der" and ent[0].morph.get("Case") == ["Nom"] else None


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
