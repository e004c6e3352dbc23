"""Placing annotations in a text that has changed since they were made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsreader.annotations.anchoring.places import LazyIndex, Method, Places
from newsreader.annotations.model import (
    Anchor,
    Annotation,
    AnnotationKind,
    all_anchors,
    with_anchors,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsreader.annotations.anchoring.places import Memory
    from newsreader.article.model import Article, Span


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


def place_all(
    article: Article,
    annotations: Iterable[Annotation],
    texts: Mapping[str, str] = NONE,
    memory: Memory | None = None,
) -> list[Placed]:
    """Place annotations in an article, in the order given.

    Those that were made on the same text stay where they are. Of the others, each anchor is looked for by position, by
    exact text and context, and by a fuzzy match; an annotation any part of which has no sure place is an orphan.

    Args:
        article: the article as it is now.
        annotations: the annotations, as they were made.
        texts: the texts that they were made on by the articles' ids, as far as they are known. They tell whether a
            place that looks like the anchor's was there beside it before, and so is another one.
        memory: where places that were found before are looked up, and those that are found now are remembered.
    """
    listed = list(annotations)
    moved: dict[str, list[Annotation]] = {}
    for one in listed:
        if one.article != article.id:
            moved.setdefault(one.article, []).append(one)
    if not moved:
        return [Placed(one, Method.SAME) for one in listed]
    index = LazyIndex(article.text)
    places: dict[str, Places] = {}
    for identifier, some in moved.items():
        anchors = [anchor for one in some for anchor in all_anchors(one)]
        before, known = texts.get(identifier), identifier in texts
        remembered = memory.get(identifier, article.id, anchors, known=known) if memory else None
        places[identifier] = found = Places(index, anchors, before, remembered)
        if memory and found.is_new:
            memory.put(identifier, article.id, found.all, known=known)
    return [
        _placed(article, one, places[one.article]) if one.article in places else Placed(one, Method.SAME)
        for one in listed
    ]


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
