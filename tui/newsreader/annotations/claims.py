"""Which decision holds for which item of the machine, and what gives way to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from newsreader.annotations.lookup import Overlaps, Places, Spans
from newsreader.annotations.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.model import Annotation


class Clash(Protocol):
    """Tells whether two things cannot both hold.

    Args:
        label, other_label: an entity's label; a statement's kind.
        spans, other_spans: where they stand.
    """

    def __call__(self, label: str, spans: Spans, other_label: str, other_spans: Spans, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class Claim:
    """A decision about one thing.

    Attributes:
        annotation: the decision.
        label: an entity's label, a statement's kind; empty where it was rejected.
        spans: where it is, none where it was rejected.
        at: index of the machine's item that it is about, None if the machine has no such item.
    """

    annotation: Annotation
    label: str
    spans: Spans
    at: int | None


class Claims:
    """The decisions about the machine's entities or statements.

    Args:
        machine: label and place of each of the machine's items.
        decisions: the annotations, the later ones last; they win.
        label: what holds as the label of an annotation.
        clash: which things cannot both hold.
    """

    def __init__(
        self, machine: Sequence[tuple[str, Spans]], decisions: Sequence[tuple[Annotation, str]], clash: Clash
    ) -> None:
        self.overruled: list[Annotation] = []
        self.decided: dict[int, Claim] = {}
        """the decision about each of the machine's items that there is one about"""
        self.displaced: dict[int, Annotation] = {}
        """the machine's items that give way to a decision about something else, and that decision"""
        self.alone: list[Claim] = []
        """decisions about what the machine does not have"""
        places = Places([spans for _, spans in machine])
        for annotation, label in decisions:
            self._take(_claim(annotation, label, places))
        self._displace(machine, clash)

    def _take(self, claim: Claim) -> None:
        if claim.at is not None:
            if claim.at in self.decided:
                self.overruled.append(self.decided.pop(claim.at).annotation)
            self.decided[claim.at] = claim
        elif claim.spans:
            self.alone.append(claim)

    def _displace(self, machine: Sequence[tuple[str, Spans]], clash: Clash) -> None:
        """Let what was decided first give way to what was decided later, and the machine's items to both."""
        claims = [claim for claim in (*self.decided.values(), *self.alone) if claim.spans]
        claims.sort(key=lambda one: (one.annotation.modified, one.annotation.id))
        overlaps = Overlaps([claim.spans for claim in claims])

        def rival(label: str, spans: Spans, after: int = -1) -> Claim | None:
            rivals = (claims[at] for at in reversed(overlaps.of(spans)) if at > after)
            return next((one for one in rivals if clash(one.label, one.spans, label, spans)), None)

        gone: set[int] = set()
        for number, claim in enumerate(claims):
            if (later := rival(claim.label, claim.spans, number)) is None:
                continue
            self.overruled.append(claim.annotation)
            if claim.at is None:
                gone.add(id(claim))
            else:
                del self.decided[claim.at]
                self.displaced[claim.at] = later.annotation
        self.alone = [claim for claim in self.alone if id(claim) not in gone]
        for at, (label, spans) in enumerate(machine):
            if at in self.decided or at in self.displaced:
                continue
            if (later := rival(label, spans)) is not None:
                self.displaced[at] = later.annotation


def _claim(annotation: Annotation, label: str, places: Places) -> Claim:
    target = annotation.target
    at = None if target is None else places.find(tuple(anchor.span for anchor in target.anchors))
    rejected = annotation.verdict is Verdict.REJECTED
    return Claim(annotation, label, () if rejected else annotation.spans, at)
