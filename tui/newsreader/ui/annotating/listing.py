"""The annotations of an article as rows of a list: sorted, filtered, orphans in a group of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsreader.annotations.model import AnnotationKind
from newsreader.ui.annotating.signs import sign_of
from newsreader.ui.find import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.annotations.model import Annotation
    from newsreader.phrases import Phrases

Order = Literal["place", "time", "kind"]
ORDERS: tuple[Order, ...] = ("place", "time", "kind")

WORDS = 160
"""code points of the text that a row may show"""

_KINDS = tuple(AnnotationKind)


@dataclass(frozen=True)
class Entry:
    """An annotation as a row; what it says is put together when it is asked for, since most rows are never seen.

    Attributes:
        annotation: the annotation.
        colours: the configuration's, from meaning to colour.
        phrases: the language in which it is told.
        orphan: whether it has no place in the text as it is now.
        unsaved: whether the store does not have it yet.
    """

    annotation: Annotation
    colours: Mapping[str, str]
    phrases: Phrases
    orphan: bool = False
    unsaved: bool = False

    @property
    def sign(self) -> str:
        """What kind it is."""
        return sign_of(self.annotation, self.colours)

    @property
    def words(self) -> str:
        """The text that it stands on, on one line; of an orphan the text that it once stood on."""
        return quoted(self.annotation)

    @property
    def about(self) -> str:
        """What it says: the note's first line, or what was decided, and its tags."""
        return about(self.annotation, self.phrases)


def quoted(annotation: Annotation) -> str:
    """The text that an annotation stands on, on one line; for a decision without a place that of what it is about."""
    anchors = annotation.anchors or (annotation.target.anchors if annotation.target else ())
    return " ".join(" … ".join(anchor.exact[:WORDS] for anchor in anchors[:4]).split())[:WORDS]


def about(annotation: Annotation, phrases: Phrases) -> str:
    """What an annotation says, on one line: what was decided, the note's first line, the tags."""
    first = next((line.strip() for line in annotation.note.splitlines() if line.strip()), "")
    tags = [f"#{tag}" for tag in annotation.tags]
    return " · ".join(part for part in (headline(annotation, phrases), first, *tags) if part)


def headline(annotation: Annotation, phrases: Phrases) -> str:
    """What was decided, or the meaning of a highlight's colour; nothing for a note."""
    if annotation.decision is not None:
        return decided(annotation, phrases)
    return annotation.colour or "" if annotation.kind is AnnotationKind.HIGHLIGHT else ""


def decided(annotation: Annotation, phrases: Phrases) -> str:
    """What a person has decided, in a few words: "Aussage verworfen"."""
    assert annotation.verdict is not None
    return phrases(f"ui.notes.{annotation.kind}.{annotation.verdict}")


def entries(
    placed: Iterable[Annotation],
    orphans: Iterable[Annotation],
    *,
    colours: Mapping[str, str],
    phrases: Phrases,
    order: Order = "place",
    words: str = "",
    unsaved: frozenset[str] = frozenset(),
) -> list[Entry]:
    """The rows, orphans last.

    Args:
        placed: annotations that stand in the article.
        orphans: those that have no place in it any more.
        colours: the configuration's, from meaning to colour.
        phrases: the language in which kinds are named.
        order: by place, by time of the last change with the newest first, or by kind and then place.
        words: what a row must hold, all of them: words of its text, its note, its kind or its annotator, or `#tag`.
        unsaved: ids of what the store does not have yet.
    """

    rows = [Entry(one, colours, phrases, False, one.id in unsaved) for one in _sorted(placed, order)]
    rows += [Entry(one, colours, phrases, True, one.id in unsaved) for one in _sorted(orphans, order)]
    wanted = words.split()
    return [row for row in rows if all(_holds(row, word, phrases) for word in wanted)] if wanted else rows


def _sorted(annotations: Iterable[Annotation], order: Order) -> list[Annotation]:
    rows = sorted(annotations, key=lambda one: (one.start, one.created, one.id))
    if order == "time":
        rows.sort(key=lambda one: one.modified, reverse=True)
    elif order == "kind":
        rows.sort(key=lambda one: (_KINDS.index(one.kind), one.colour or ""))
    return rows


def _holds(row: Entry, word: str, phrases: Phrases) -> bool:
    annotation = row.annotation
    if word.startswith("#") and len(word) > 1:
        return any(tag.casefold().startswith(word[1:].casefold()) for tag in annotation.tags)
    kind = phrases(f"ui.notes.kind.{annotation.kind}")
    texts = (row.words, annotation.note, row.about, kind, annotation.annotator)
    wanted = pattern(word)
    return any(wanted.search(text) for text in texts)
