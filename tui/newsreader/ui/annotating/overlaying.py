"""The human layer as the article view draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.items import Status
from newsreader.annotations.model import AnnotationKind
from newsreader.ui.annotating.signs import NOTE, STATUS, STATUS_CLASSES, colour_sign
from newsreader.ui.widgets.article.overlay import Overlay, Sign, Signs, colour_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.review import Review
    from newsreader.article.model import Span

FALLBACK = "yellow"
"""the colour of a highlight whose meaning the configuration does not name"""


def overlay(review: Review, colours: Mapping[str, str]) -> Overlay:
    """What lies over an article.

    Args:
        review: both layers, every annotation placed in the article.
        colours: the configuration's, from meaning to colour.
    """
    annotations = review.annotations.values()
    stretches = [pair for one in annotations for pair in _stretches(one, colours)]
    stretches += [(item.value.span, "article--decided") for item in review.entities if item.holds and item.annotation]
    notes = [sign for one in annotations for sign in _notes(one, colours)]
    return Overlay(stretches, Signs(notes), Signs(list(_verdicts(review))))


def _stretches(annotation: Annotation, colours: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    for span in annotation.spans:
        if annotation.kind is AnnotationKind.HIGHLIGHT:
            yield span, colour_class(colours.get(annotation.colour or "", FALLBACK))
        if annotation.note or annotation.kind is AnnotationKind.NOTE:
            yield span, "article--noted"


def _notes(annotation: Annotation, colours: Mapping[str, str]) -> Iterator[Sign]:
    start = annotation.anchors[0].start if annotation.anchors else annotation.start
    if annotation.note or annotation.kind is AnnotationKind.NOTE:
        yield Sign(start, 0, NOTE, "article--note")
    elif annotation.kind is AnnotationKind.HIGHLIGHT:
        yield Sign(start, 1, colour_sign(annotation.colour, colours), "article--note")


def _verdicts(review: Review) -> Iterator[Sign]:
    """A sign beside the first line of each statement and name that a person has decided about."""
    for statement in review.statements:
        if statement.status is not Status.UNTOUCHED and statement.value.spans:
            at = min(statement.value.spans).start
            yield Sign(at, 0, STATUS[statement.status], STATUS_CLASSES[statement.status])
    for entity in review.entities:
        if entity.status is not Status.UNTOUCHED:
            yield Sign(entity.value.span.start, 1, STATUS[entity.status], STATUS_CLASSES[entity.status])
