"""The component `newsreader_dates`: dates, times, money, percentages and quantities become entities of the Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.util import filter_spans

from newsreader.analysis.components import extensions
from newsreader.analysis.components.dates.calendar import Context
from newsreader.analysis.components.dates.finder import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span

_FUTURE = frozenset("werden wollen sollen".split())
_COMING = frozenset("geplant bevorstehend anstehend voraussichtlich künftig demnächst".split())


class Tenses:
    """Whether the sentences of a Doc tell of what has happened, read off their finite verbs."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._known: dict[int, bool | None] = {}

    def past(self, offset: int) -> bool | None:
        """True for a sentence about the past, False for one about what is to come, None where it cannot be told.

        Args:
            offset: a place in the sentence, in code points of the text.
        """
        place = self._doc.char_span(offset, offset + 1, alignment_mode="expand")
        if place is None or not self._doc.has_annotation("SENT_START"):
            return None
        sentence = place[0].sent
        if sentence.start not in self._known:
            self._known[sentence.start] = _tells_past(sentence)
        return self._known[sentence.start]


def _tells_past(sentence: Span) -> bool | None:
    finite = [token for token in sentence if token.tag_ in {"VVFIN", "VAFIN", "VMFIN"}]
    participle = any(token.tag_ == "VVPP" for token in sentence)
    lemmas = {token.lemma_.lower() for token in finite}
    if (
        lemmas & _FUTURE
        and not all("Past" in t.morph.get("Tense") for t in finite)
        or not _COMING.isdisjoint(token.lemma_.lower() for token in sentence)
    ):
        return None if any("Past" in t.morph.get("Tense") for t in finite) else False
    if not finite:
        return None
    if all("Past" in t.morph.get("Tense") and "Sub" not in t.morph.get("Mood") for t in finite):
        return True
    perfect = participle and any(t.tag_ == "VAFIN" and t.lemma_.lower() in {"haben", "sein"} for t in finite)
    return True if perfect and all(t.tag_ == "VAFIN" for t in finite) else None


def add_dates(doc: Doc) -> Doc:
    """Add the expressions to the entities; a name that the pipeline found at least as long keeps its place."""
    published = doc._.published
    context = Context(None if published is None else published.date(), Tenses(doc).past)
    spans: list[Span] = []
    for found in find(doc.text, context):
        span = _aligned(doc, found.start, found.end, found.label)
        if span is not None:
            span._.value = found.value
            spans.append(span)
    doc.set_ents(filter_spans([*doc.ents, *spans]), default="outside")
    return doc


def _aligned(doc: Doc, start: int, end: int, label: str) -> Span | None:
    """The tokens of an expression; a full stop that a token holds beyond it does no harm, a letter does."""
    span = doc.char_span(start, end, label=label)
    if span is None:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and any(
            c.isalnum() for c in doc.text[span.start_char : start] + doc.text[end : span.end_char]
        ):
            return None
    return span


@Language.factory("newsreader_dates", assigns=["doc.ents"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it stands after what finds names."""
    extensions.register()
    return add_dates
