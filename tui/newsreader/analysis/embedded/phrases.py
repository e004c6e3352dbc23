"""Noun phrases from tags, where no parse is to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOUNS = frozenset({"NN", "NE", "FM", "TRUNC"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PWS", "PRELS", "PPOSS", "PRF"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT", "APPRART"})
_INNER = frozenset({"ADJA", "CARD", "ADJD", "ADV", "PTKNEG", "PIDAT", "PTKA", "$(", "TRUNC", "KON"})


def noun_phrases(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """The noun phrases of a tagged document that hold no other: first token, end token, label.

    A phrase is a determiner, what stands between it and the noun, and the nouns and names that follow one another
    ("der ukrainische Präsident Wolodymyr Selenskyj"), or a pronoun. A genitive or
    prepositional phrase after it is one of its own. The article in a contraction ("am") is outside.
    """
    label = doc.vocab.strings.add("NP")
    i = 0
    while i < len(doc):
        tag = doc[i].tag_
        if tag in _PRONOUNS:
            yield i, i + 1, label
            i += 1
        elif tag in _NOUNS or tag in _DETERMINERS or tag in ("ADJA", "CARD"):
            head = _head(doc, i)
            if head is None:
                i += 1
                continue
            start = i + 1 if tag == "APPRART" else i
            end = head + 1
            while end < len(doc) and _continues(doc, end):
                end += 1
            yield start, end, label
            i = end
        else:
            i += 1


def _head(doc: Doc, start: int) -> int | None:
    """The first noun of the phrase that begins at a token, or None where none follows."""
    i = start
    if doc[i].tag_ in _DETERMINERS:
        i += 1
    while (i < len(doc) and not doc[i].is_sent_start) or i == start:
        if i >= len(doc):
            return None
        tag = doc[i].tag_
        if tag in _NOUNS and tag != "TRUNC":
            return i
        if tag not in _INNER:
            return None
        if tag == "$(" and doc[i].text not in ('"', "„", "“", "»", "«", "'", "‚", "‘"):
            return None
        if tag == "KON" and doc[i - 1].tag_ not in ("ADJA", "TRUNC", "CARD"):
            return None
        i += 1
    return None


def _continues(doc: Doc, i: int) -> bool:
    token, before = doc[i], doc[i - 1]
    if token.is_sent_start:
        return False
    if token.tag_ in ("NE", "FM"):
        return True
    return (
        token.tag_ == "NN"
        and before.tag_ in ("NE", "NN")
        and before.text[-1:] not in ","
        and "Gen" not in token.morph.get("Case", [])
    )


def chunks_of(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """The noun phrases of a document or of one of its spans, in the form that `Doc.noun_chunks` asks for."""
    doc = doclike.doc
    first, last = (doclike.start, doclike.end) if isinstance(doclike, Span) else (0, len(doc))
    for start, end, label in noun_phrases(doc):
        if first <= start and end <= last:
            yield start, end, label


@Language.factory("newsreader_noun_phrases", requires=["token.tag"])
def create_noun_phrases(nlp: Language, name: str) -> NounPhrases:
    """The factory of the component."""
    return NounPhrases(nlp, name)


class NounPhrases:
    """A component that makes `doc.noun_chunks` work without a parse."""

    def __init__(self, nlp: Language, name: str = "newsreader_noun_phrases") -> None:
        """Args:
        nlp: the pipeline, whose documents get noun chunks.
        name: the component's name in its pipeline.
        """
        self.name = name
        cast("Any", nlp.vocab).get_noun_chunks = chunks_of

    def __call__(self, doc: Doc) -> Doc:
        """Sets what `doc.noun_chunks` calls."""
        cast("Any", doc).noun_chunks_iterator = chunks_of
        return doc
