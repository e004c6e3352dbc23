"""The component `newsreader_agreement`: the mentions of a name in one article agree on what it is.

A tagger sees one sentence at a time; an article names a person in full once and by the surname later. So a name that
stands somewhere in full tells what its parts are elsewhere, and a name that is mostly one thing is that throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span
from spacy.util import filter_spans

from newsreader.analysis.components import extensions
from newsreader.analysis.components.actors.given_names import PARTICLES, is_given_name
from newsreader.analysis.components.actors.lexicon import UNNAMED_CLASSES, body_part, is_title, role_part
from newsreader.analysis.components.actors.roles import party_after, role_after
from newsreader.analysis.components.actors.words import is_quote, plain
from newsreader.analysis.components.dense import dense
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Doc, Token

NAMES = frozenset({"PER", "LOC", "ORG", "MISC"})
_KINDS = word_set("typ typs modell modells marke baureihe")
_MARKS = "„“”\"»«‚‘’'`()[]"


def trimmed(ent: Span) -> Span | None:
    """An entity without marks, titles and role nouns at its ends; None if nothing is left."""
    doc, start, end = ent.doc, ent.start, ent.end
    while start < end and (
        is_quote(doc[start])
        or doc[start].is_space
        or (ent.label_ == "PER" and end - start > 1 and (is_title(doc[start].text) or _is_role(doc, start)))
    ):
        start += 1
    while end > start and (is_quote(doc[end - 1]) or doc[end - 1].is_space):
        end -= 1
    if start >= end:
        return None
    return ent if (start, end) == (ent.start, ent.end) else Span(doc, start, end, label=ent.label_)


def _is_role(doc: Doc, i: int) -> bool:
    return doc[i].tag_ == "NN" and role_part(doc[i].text) is not None


class Agreement:
    """What the names of an article are, over all their mentions.

    Args:
        ents: the entities that were found.
    """

    def __init__(self, ents: Iterable[Span]) -> None:
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._surnames: Counter[str] = Counter()
        self._classed: set[str] = set()
        for ent in ents:
            if ent.label_ not in NAMES:
                continue
            self._labels[_key(ent.text)][ent.label_] += 1
            if _is_classed(ent):
                self._classed.add(_key(ent.text))
            words = [token.text for token in ent]
            if ent.label_ == "PER" and len(words) > 1 and len(words[-1]) > 2 and words[-1].lower() not in PARTICLES:
                self._surnames[_key(words[-1])] += 1

    def label(self, text: str, found: str) -> str:
        """The label that a name with this text should have, given the one that was found for this mention."""
        key = self._known(text)
        counts = self._labels.get(key, Counter())
        if " " not in text and self._surnames[key]:
            return "PER" if self._surnames[key] + counts["PER"] >= counts[found] else found
        if found in {"PER", "ORG", "MISC"} and key in self._classed:
            return "ORG"
        if found in {"PER", "ORG"}:
            return self._mostly(text, counts) or found
        return found

    def _mostly(self, text: str, counts: Counter[str]) -> str | None:
        """Whether a name that was taken for a person here and for an organisation there is mostly one of them."""
        persons, organisations = counts["PER"], counts["ORG"]
        if not persons or not organisations:
            return None
        if " " in text and is_given_name(text.split()[0]):
            persons += 2
        return None if persons == organisations else "PER" if persons > organisations else "ORG"

    def missed(self, text: str) -> str | None:
        """The label of a word that was not found to be a name but is one elsewhere in the article."""
        key = self._known(text)
        if self._surnames[key]:
            return "PER"
        counts = self._labels.get(key)
        if not counts:
            return None
        label, count = counts.most_common(1)[0]
        return self.label(text, label) if count >= 2 and count == counts.total() else None

    def _known(self, text: str) -> str:
        """The key of a word, without a genitive s if the article has the word without it."""
        key = _key(text)
        bare = key[:-1]
        if key.endswith("s") and key not in self._surnames and (bare in self._surnames or bare in self._labels):
            return bare
        return key


def _key(text: str) -> str:
    return plain(text).strip(_MARKS)


def agree(doc: Doc) -> Doc:
    """Let the mentions of each name agree."""
    words = dense(doc)
    found = [(*words.given(ent.start, ent.end), ent.label_) for ent in agreed(words.doc)]
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found], default="outside")
    return doc


def agreed(doc: Doc) -> list[Span]:
    """The entities of a document in which the mentions of each name agree."""
    ents = [kept for ent in doc.ents if (kept := (trimmed(ent) if ent.label_ in NAMES else ent)) is not None]
    ents = _completed(ents)
    agreement = Agreement(ents)
    alike = [_labelled(ent, agreement) for ent in ents]
    alike += _introduced(doc, {i for ent in alike for i in range(ent.start, ent.end)})
    taken = {i for ent in alike for i in range(ent.start, ent.end)}
    return filter_spans([*alike, *_missed(doc, agreement, taken)])


def _introduced(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """Names of several words that were not found although a role introduces them: "General Anupong Paochinda"."""
    for token in doc:
        if token.tag_ != "NN" or role_part(token.lemma_ or token.text) is None:
            continue
        end = token.i + 1
        while end < len(doc) and end not in taken and doc[end].tag_ == "NE" and doc[end].text[:1].isupper():
            end += 1
        fits = 2 <= end - token.i - 1 <= 3 and feature(token, "Number") != "Plur"
        if fits and token.i not in taken and (end == len(doc) or end not in taken):
            yield Span(doc, token.i + 1, end, label="PER")


def _completed(ents: list[Span]) -> list[Span]:
    """The entities, given names with the surname that was not taken for one: "Hans-Jürgen Papier, Präsident ..."."""
    taken = {ent.start for ent in ents}
    return [
        Span(ent.doc, ent.start, ent.end + 1, label="PER") if _lacks_surname(ent) and ent.end not in taken else ent
        for ent in ents
    ]


def _lacks_surname(ent: Span) -> bool:
    """Whether a person's entity is a given name only, and the noun behind it, with a role or a party, its surname."""
    doc, surname = ent.doc, ent.end
    if ent.label_ != "PER" or ent.end - ent.start != 1 or not is_given_name(ent.text) or surname + 1 >= len(doc):
        return False
    if doc[surname].tag_ not in {"NN", "NE"} or doc[surname].is_sent_start or role_part(doc[surname].text) is not None:
        return False
    party, after = party_after(doc, surname + 1)
    return party is not None or role_after(doc, after) is not None


def _labelled(ent: Span, agreement: Agreement) -> Span:
    if ent.label_ not in NAMES:
        return ent
    label = "MISC" if _is_of_a_kind(ent) else agreement.label(ent.text, ent.label_)
    return ent if label == ent.label_ else Span(ent.doc, ent.start, ent.end, label=label)


def _is_classed(ent: Span) -> bool:
    """Whether the noun before a name says that it is an organisation's: "die Firma Stratfor", "das Magazin Barrons"."""
    before = ent.start - 1
    while before > ent.sent.start and is_quote(ent.doc[before]):
        before -= 1
    if before < ent.sent.start or ent.doc[before].tag_ != "NN" or ent.doc[before].ent_type_:
        return False
    noun = ent.doc[before]
    if len(ent) > 1 and is_given_name(ent[0].text):
        return False
    part = body_part(noun.text)
    return part is not None and part not in UNNAMED_CLASSES and not role_part(noun.text) and not _completes_role(noun)


def _completes_role(noun: Token) -> bool:
    """Whether a noun only says whose office somebody has: "der Direktor der Luftfahrtbehörde Roberto Rodriguez"."""
    i, doc = noun.i - 1, noun.doc
    while i > noun.sent.start and doc[i].tag_ in {"ADJA", "ART", "CARD"}:
        i -= 1
    return role_part(doc[i].text) is not None


def _is_of_a_kind(ent: Span) -> bool:
    """Whether what stands before a name says that it is one of things: "vom Typ Tomahawk"."""
    return ent.label_ == "PER" and ent.start > 0 and ent.doc[ent.start - 1].lower_ in _KINDS


def _missed(doc: Doc, agreement: Agreement, taken: set[int]) -> Iterator[Span]:
    for token in doc:
        if token.i in taken or token.tag_ not in {"NE", "NN", "FM", "XY", "ADJA"} or not token.text[:1].isupper():
            continue
        if len(token.text) < 3 or (
            token.tag_ != "NE" and token.i and doc[token.i - 1].tag_ in {"ART", "ADJA", "PPOSAT"}
        ):
            continue
        label = agreement.missed(token.text)
        if label is not None:
            yield Span(doc, token.i, token.i + 1, label=label)


@Language.factory("newsreader_agreement", requires=["doc.ents"], assigns=["doc.ents"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it stands behind what finds names."""
    extensions.register()
    return agree
