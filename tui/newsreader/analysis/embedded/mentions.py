"""The component that lets the mentions of a person agree over an article: "Austin" after "Lloyd Austin" is no town.

A name that a sentence leaves open is clear where it stands in full. Only surnames are carried over: they are what news
goes on with, and a first name or a firm's name is too often something else as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsreader.analysis.embedded.runtime import pipeline_lexicon, words_of

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Lexicon

_LOCAL = frozenset(["in", "im", "nach", "aus", "bei", "ab", "via", "von"])
_NOT_SURNAMES = frozenset(
    {"II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "XVI.", "jr.", "Jr.", "Sr.", "jun.", "sen."}
)


@Language.factory("newsreader_mentions", assigns=["doc.ents"], requires=["doc.ents", "token.tag"])
def create_mentions(nlp: Language, name: str) -> Mentions:
    """The factory of the component."""
    return Mentions(nlp, name)


class Mentions:
    """A component that makes PER of a surname that stands alone, where the article has the full name."""

    def __init__(self, nlp: Language, name: str = "newsreader_mentions") -> None:
        """Args:
        nlp: the pipeline; its lexicon, where it has one, says which words are common nouns.
        name: the component's name in its pipeline.
        """
        self.nlp = nlp
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds and relabels mentions of persons."""
        surnames = {
            entity[-1].text for entity in doc.ents if entity.label_ == "PER" and len(entity) > 1 and _is_surname(entity)
        }
        if not surnames:
            return doc
        surnames |= {f"{name}s" for name in surnames if name[-1] not in "sxz"}
        alone = {entity.start: entity for entity in doc.ents if len(entity) == 1}
        inside = {token.i for entity in doc.ents for token in entity}
        lexicon = pipeline_lexicon(self.nlp)
        found = {(entity.start, entity.end): entity for entity in doc.ents}
        for i, text in enumerate(words_of(doc).texts):
            if text not in surnames:
                continue
            entity = alone.get(i)
            if entity is not None:
                local = i > 0 and doc[i - 1].lower_ in _LOCAL
                if entity.label_ != "PER" and not (entity.label_ == "LOC" and local):
                    found[i, i + 1] = Span(doc, i, i + 1, label="PER")
            elif i not in inside and _stands_for_a_person(doc, i, lexicon):
                found[i, i + 1] = Span(doc, i, i + 1, label="PER")
        doc.set_ents(list(found.values()))
        return doc


def _is_surname(entity: Span) -> bool:
    text = entity[-1].text
    return text[0].isupper() and len(text) > 2 and text not in _NOT_SURNAMES


def _stands_for_a_person(doc: Doc, i: int, lexicon: Lexicon | None) -> bool:
    """Whether a surname that is no name to the sentence alone is one; "der Koch" is not, "Koch sagte" is."""
    token = doc[i]
    if token.tag_ == "NE":
        return True
    if token.tag_ != "NN":
        return False
    common = lexicon is not None and any(r.tag.startswith("SUB") for r in lexicon.readings(token.text))
    before = doc[i - 1].tag_ if i else ""
    return not common or not (
        token.is_sent_start or before in ("ART", "ADJA", "APPRART", "PPOSAT", "PIAT", "CARD", "APPR")
    )
