"""Drafts: statements as stretches of words, before they are put in order and turned into results."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.result import Medium, StatementKind


@dataclass(slots=True)
class Draft:
    """A statement that a construction found.

    Attributes:
        kind: its kind.
        pieces: its stretches of words, in order.
        rule: the construction's name.
        rank: how strongly it holds against other findings for the same words, 0 to 1.
        speaker: the speaker's words.
        cue: words of the cue.
        frame: stretches of the frame, with the comma or colon towards the statement.
        addressee: the addressee's words.
        medium: speech, writing or thought.
    """

    kind: StatementKind
    pieces: list[Range]
    rule: str
    rank: float
    speaker: Range | None = None
    cue: tuple[int, ...] = ()
    frame: list[Range] = field(default_factory=list)
    addressee: Range | None = None
    medium: Medium | None = None

    @property
    def start(self) -> int:
        """The first word."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """The end of the last word."""
        return self.pieces[-1][1]

    def size(self) -> int:
        """The number of words."""
        return sum(end - start for start, end in self.pieces)

    def holds(self, span: Range) -> bool:
        """Whether a stretch lies inside one of the pieces."""
        return any(start <= span[0] and span[1] <= end for start, end in self.pieces)

    def nests_in(self, other: Draft) -> bool:
        """Whether it is told inside of another, with all the words that introduce it."""
        cue = [(i, i + 1) for i in self.cue]
        speaker = [self.speaker] if self.speaker is not None else []
        return all(other.holds(span) for span in (*self.pieces, *cue, *speaker))

    def overlap(self, other: Draft) -> int:
        """The number of words that both have."""
        return sum(
            max(0, min(end, end_) - max(start, start_)) for start, end in self.pieces for start_, end_ in other.pieces
        )
