"""The component `newsreader_dates`: dates, times, money, percentages and quantities become entities of the Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.util import filter_spans

from newsreader.analysis.components import extensions
from newsreader.analysis.components.dates.calendar import Context
from newsreader.analysis.components.dates.finder import find
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc, Span

_FUTURE = word_set("werden wollen sollen")
_COMING = word_set("geplant bevorstehend anstehend voraussichtlich künftig demnächst")


_BOUNDS = word_set("$, $( $.")


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
        if place.start not in self._known:
            past = _tells_past(_clause(self._doc, place.start))
            self._known[place.start] = past if past is not None else _tells_past(place[0].sent)
        return self._known[place.start]


def _clause(doc: Doc, i: int) -> Span:
    """The tokens around a token up to the next commas and marks of quotation, within its sentence."""
    sentence = doc[i].sent
    start, end = i, i + 1
    while start > sentence.start and doc[start - 1].tag_ not in _BOUNDS:
        start -= 1
    while end < sentence.end and doc[end].tag_ not in _BOUNDS:
        end += 1
    return doc[start:end]


def _tells_past(clause: Span) -> bool | None:
    finite = [token for token in clause if token.tag_ in {"VVFIN", "VAFIN", "VMFIN"}]
    if not finite:
        return None
    lemmas = {token.lemma_.lower() for token in clause}
    past = [feature(token, "Tense") == "Past" and feature(token, "Mood") != "Sub" for token in finite]
    ahead = not lemmas.isdisjoint(_COMING) or not _FUTURE.isdisjoint(token.lemma_.lower() for token in finite)
    if any(token.tag_ == "VVPP" for token in clause):
        if "werden" in {token.lemma_.lower() for token in finite}:
            return True if all(past) else None  # a passive: "wurde gewählt", but "wird gewählt" may be either
        ahead = not lemmas.isdisjoint(_COMING)
        if all(token.lemma_.lower() in {"haben", "sein"} for token in finite):
            return None if ahead else True
    if ahead:
        return None if any(past) else False
    return True if all(past) else None


def add_dates(doc: Doc) -> Doc:
    """Add the expressions to the entities; a name that the pipeline found at least as long keeps its place."""
    published = doc._.published
    context = Context(None if published is None else published.date(), Tenses(doc).past)
    spans: list[Span] = []
    text = doc.text
    for found in find(text, context):
        span = _aligned(doc, text, found.start, found.end, found.label)
        if span is not None:
            span._.value = found.value
            spans.append(span)
    kept = filter_spans([*doc.ents, *spans])
    doc.spans[extensions.INNER] = _inside(doc.ents, kept)
    doc.set_ents(kept, default="outside")
    return doc


def _inside(names: Sequence[Span], kept: Sequence[Span]) -> list[Span]:
    """The names that gave way to an expression that holds them: the currency of "2,5 Millionen Euro"."""
    holders = {i: span for span in kept for i in range(span.start, span.end)}
    return [
        name
        for name in names
        if (holder := holders.get(name.start)) is not None and holder != name and holder is holders.get(name.end - 1)
    ]


def _aligned(doc: Doc, text: str, start: int, end: int, label: str) -> Span | None:
    """The tokens of an expression; a full stop that a token holds beyond it does no harm, a letter does."""
    span = doc.char_span(start, end, label=label)
    if span is None:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and any(c.isalnum() for c in text[span.start_char : start] + text[end : span.end_char]):
            return None
    return span


@Language.factory("newsreader_dates", assigns=["doc.ents"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it stands after what finds names."""
    extensions.register()
    return add_dates
