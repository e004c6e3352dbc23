"""The signs of the human layer, so that nothing hangs on colour alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from newsreader.annotations.items import Status
from newsreader.annotations.model import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreader.annotations.model import Annotation

NOTE = "✎"
NO_COLOUR = "•"
"""stands for a highlight whose colour the configuration does not name"""

STATUS: Mapping[Status, str] = MappingProxyType(
    {
        Status.UNTOUCHED: "",
        Status.CONFIRMED: "✓",
        Status.CORRECTED: "±",
        Status.REJECTED: "✗",
        Status.ADDED: "+",
    }
)
"""what a person has said about an item"""

STATUS_CLASSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.CONFIRMED: "article--confirmed",
        Status.CORRECTED: "article--corrected",
        Status.REJECTED: "article--rejected",
        Status.ADDED: "article--corrected",
    }
)
"""the component class of each of those signs"""

STATUS_COLOURS: Mapping[Status, str] = MappingProxyType(
    {
        Status.UNTOUCHED: "$foreground",
        Status.CONFIRMED: "$success",
        Status.CORRECTED: "$warning",
        Status.REJECTED: "$error",
        Status.ADDED: "$warning",
    }
)
"""the theme's variable of each of those signs' colours"""


def colour_sign(colour: str | None, colours: Mapping[str, str]) -> str:
    """The number of a highlight's colour, which is also its key."""
    names = list(colours)
    return str(names.index(colour) + 1) if colour in names else NO_COLOUR


def sign_of(annotation: Annotation, colours: Mapping[str, str]) -> str:
    """The sign of an annotation: of what was decided, of the colour, or of a note."""
    if annotation.verdict is not None:
        return STATUS[Status(annotation.verdict.value)]
    return colour_sign(annotation.colour, colours) if annotation.kind is AnnotationKind.HIGHLIGHT else NOTE
