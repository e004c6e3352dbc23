"""What the changes are set as: paragraphs of runs of words, each with its sign."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.model import Span


class Tone(StrEnum):
    """How a run of words looks."""

    PLAIN = "plain"
    QUIET = "quiet"
    """what is the same, for the context"""
    HEADING = "heading"
    ADDED = "added"
    DROPPED = "dropped"
    GONE = "gone"
    """what is said about something that was dropped"""
    CHANGED = "changed"
    MOVED = "moved"
    ADDED_WORDS = "added-words"
    """words that are new in a sentence that is not"""
    DROPPED_WORDS = "dropped-words"


class Run(NamedTuple):
    """A run of words in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Runs = tuple[Run, ...]


class Paragraph(NamedTuple):
    """Something that begins on a line of its own.

    Attributes:
        left: its words; beside each other, those of the older version.
        right: those of the newer version, None where there is one column.
        sign: stands before it, and says without colour what became of it; empty for none.
        tone: the sign's.
        stop: whether going from change to change stops here.
        space: whether an empty line stands before it.
        place: where it belongs in the newer text, code points; None for nowhere.
        was: where it stands in the older text; None for nowhere.
    """

    left: Runs
    right: Runs | None = None
    sign: str = ""
    tone: Tone = Tone.PLAIN
    stop: bool = False
    space: bool = False
    place: int | None = None
    was: Span | None = None


class Way(NamedTuple):
    """How changes are set.

    Attributes:
        beside: whether the versions stand beside each other.
        whole: whether the text is shown whole, else only what has changed and what stands next to it.
        marks: whether words that were dropped or added stand between marks, where there are no colours.
    """

    beside: bool = False
    whole: bool = False
    marks: bool = False


class Part(NamedTuple):
    """Changes of one sort under a heading.

    Attributes:
        name: the heading is the phrase `changes.heading.<name>`.
        more: what stands beside it, such as how many things are the same; empty for nothing.
        paragraphs: the changes. A part without them and without anything beside its heading is left out.
    """

    name: str
    more: str
    paragraphs: Sequence[Paragraph]


def as_text(some: Sequence[Paragraph]) -> str:
    """Paragraphs in one column as plain text, each with its sign."""
    lines = (f"{one.sign or ' '} {''.join(run.text for run in one.left)}" for one in some)
    return "\n".join(line.rstrip() for line in lines)
