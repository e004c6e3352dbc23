"""Placing annotations in a text that has changed since they were made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsreader.annotations.anchoring import fuzzy, matching
from newsreader.annotations.anchoring.index import Index
from newsreader.annotations.anchoring.matching import Quote
from newsreader.annotations.model import (
    CONTEXT,
    Anchor,
    Annotation,
    AnnotationKind,
    all_anchors,
    with_anchors,
)
from newsreader.article.model import Article, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Method(StrEnum):
    """How a place was found."""

    SAME = "same"
    """the text is the one that the annotation was made on"""
    POSITION = "position"
    """text and context stand where they stood"""
    CONTEXT = "context"
    """text and context stand elsewhere, and only there"""
    FUZZY = "fuzzy"
    """the text has changed a little"""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation in a text.

    Attributes:
        annotation: the annotation with its anchors in the new text; for an orphan, as it was.
        method: how its places were found, the least sure of them; None for an orphan, which has no sure place.
        lost: how many anchors inside its body (a cue, a speaker, a mention) have no place any more and are left out.
    """

    annotation: Annotation
    method: Method | None
    lost: int = 0


ORDER = list(Method)

NONE: Mapping[str, str] = MappingProxyType({})


def place_all(article: Article, annotations: Iterable[Annotation], texts: Mapping[str, str] = NONE) -> list[Placed]:
    """Place annotations in an article, in the order given.

    Those that were made on the same text stay where they are. Of the others, each anchor is looked for by position, by
    exact text and context, and by a fuzzy match; an annotation any part of which has no sure place is an orphan.

    Args:
        article: the article as it is now.
        annotations: the annotations, as they were made.
        texts: the texts that they were made on by the articles' ids, as far as they are known. They tell whether a
            place that looks like the anchor's was there beside it before, and so is another one.
    """
    listed = list(annotations)
    moved: dict[str, list[Annotation]] = {}
    for one in listed:
        if one.article != article.id:
            moved.setdefault(one.article, []).append(one)
    if not moved:
        return [Placed(one, Method.SAME) for one in listed]
    index = Index(article.text)
    places = {
        identifier: Places(index, [anchor for one in some for anchor in all_anchors(one)], texts.get(identifier))
        for identifier, some in moved.items()
    }
    return [
        _placed(article, one, places[one.article]) if one.article in places else Placed(one, Method.SAME)
        for one in listed
    ]


class Places:
    """Where the anchors of an older text stand in a newer one.

    Args:
        index: the newer text.
        anchors: all that will be asked for; the sure ones among them show where the others went.
        before: the older text, None if it is not known.
    """

    def __init__(self, index: Index, anchors: Sequence[Anchor], before: str | None) -> None:
        self._index = index
        self._before = None if before is None else Index(before)
        self._found: dict[Anchor, tuple[Span, Method] | None] = {}
        unsure: list[Anchor] = []
        for anchor in dict.fromkeys(anchors):
            self._found[anchor] = found = self._surely(anchor)
            if found is None:
                unsure.append(anchor)
        drift = fuzzy.Drift((anchor.start, found[0].start) for anchor, found in self._found.items() if found)
        old = None if self._before is None else self._before.folded
        for anchor in unsure:
            span = fuzzy.find(index.folded, self._quote(anchor).sentence.folded, anchor.start, drift, old)
            if span is not None:
                self._found[anchor] = span, Method.FUZZY

    def _surely(self, anchor: Anchor) -> tuple[Span, Method] | None:
        old = self._before
        if matching.at(self._index.text, anchor.start, Quote.of(anchor)):
            return anchor.span, Method.POSITION
        quote = self._quote(anchor)
        start = self._alone(quote)
        if start is None:
            start = matching.find(self._index, quote, _rival(old, quote, anchor.start))
        if start is None:
            index, quote = self._index.folded, quote.folded
            start = matching.find(index, quote, _rival(old and old.folded, quote, anchor.start))
        return None if start is None else (Span(start, start + len(anchor.exact)), Method.CONTEXT)

    def _alone(self, quote: Quote) -> int | None:
        """The place that has all of an anchor's context, if there is no other one in either text: the common case, told
        without comparing places."""
        near = quote.prefix[-CONTEXT:] + quote.exact + quote.suffix[:CONTEXT]
        for needle, before in ((near, quote.prefix[-CONTEXT:]), (quote.whole, quote.prefix)):
            found = self._index.all(needle) if len(needle) >= matching.LEAST else []
            if len(found) == 1 and (self._before is None or len(self._before.all(needle)) == 1):
                start = found[0] + len(before)
                begin = start - len(quote.prefix)
                return start if begin >= 0 and self._index.text.startswith(quote.whole, begin) else None
        return None

    def _quote(self, anchor: Anchor) -> Quote:
        return Quote.of(anchor, None if self._before is None else self._before.text)

    def of(self, anchor: Anchor) -> tuple[Span, Method] | None:
        """The place of an anchor, None if there is no sure one."""
        return self._found[anchor]


def _rival(before: Index | None, quote: Quote, start: int) -> int | None:
    """How much of an anchor's context the next best place had in the text that it was made on, code points."""
    if before is None:
        return None
    others = (match.common for match in matching.occurrences(before, quote) if match.start != start)
    return max(others, default=None)


def _placed(article: Article, annotation: Annotation, places: Places) -> Placed:
    own = [places.of(anchor) for anchor in annotation.anchors]
    found = [one for one in own if one is not None]
    if annotation.kind is AnnotationKind.ACTOR:
        # Each mention stands for itself.
        whole = _known(article, annotation, places) and bool(found or not own)
    else:
        whole = len(found) == len(own) and _in_order(found)
    if not whole:
        return Placed(annotation, None)
    lost = 0
    methods = {method for _, method in found} or {Method.CONTEXT}

    def move(anchor: Anchor) -> Anchor | None:
        nonlocal lost
        place = places.of(anchor)
        if place is None:
            lost += 1
            return None
        return Anchor.of(article.text, place[0])

    after = replace(with_anchors(annotation, move), article=article.id, source=article.source)
    return Placed(after, max(methods, key=ORDER.index), lost)


def _in_order(found: Sequence[tuple[Span, Method]]) -> bool:
    """Whether the pieces of an annotation follow each other as they did."""
    spans = [span for span, _ in found]
    return all(one.end <= other.start for one, other in pairwise(spans))


def _known(article: Article, annotation: Annotation, places: Places) -> bool:
    """Whether an actor is still in the text: by a mention, or at least by his name."""
    target = annotation.target
    if target is None or annotation.anchors:
        return True
    if any(places.of(anchor) is not None for anchor in target.anchors):
        return True
    return bool(target.name) and str(target.name) in article.text
