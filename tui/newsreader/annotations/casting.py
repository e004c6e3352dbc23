"""The actors with the human layer over them: named anew, joined, split, added, taken away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.analysis.result import Actor, ActorKind
from newsreader.annotations.lookup import Cast, Overlaps
from newsreader.annotations.model import ActorValues, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.annotations.model import Annotation, Reference
    from newsreader.article.model import Span


@dataclass
class Figure:
    """An actor while the layers are joined.

    Attributes:
        id: his id in the merged analysis.
        machine: what the machine proposed, None for one that a person added.
        name, kind, role: as they hold.
        decided: the annotation that decided about him.
        into: the figure that he was joined to.
        gone: whether he is no more.
        left: the annotation that took his last mention, if that is why he is no more.
    """

    id: str
    machine: Actor | None
    name: str
    kind: ActorKind
    role: str | None
    decided: Annotation | None = None
    into: Figure | None = None
    gone: bool = False
    left: Annotation | None = None
    mentions: set[Span] = field(default_factory=set)

    def last(self) -> Figure | None:
        """The figure that stands for him in the merged analysis, None if there is none."""
        figure, seen = self, {id(self)}
        while figure.into is not None and id(figure.into) not in seen:
            figure = figure.into
            seen.add(id(figure))
        return None if figure.gone else figure


class Casting:
    """All actors of an article while the layers are joined.

    Args:
        actors: the machine's.
        decisions: the annotations about actors, the later ones last.
    """

    def __init__(self, actors: Sequence[Actor], decisions: Sequence[Annotation]) -> None:
        self._cast = Cast(actors)
        self._machine = [Figure(actor.id, actor, actor.name, actor.kind, actor.role) for actor in actors]
        self._by_id = {figure.id: figure for figure in self._machine}
        self._added: list[Figure] = []
        self._of_annotation: dict[str, Figure] = {}
        self._named: dict[str, Figure] = {}
        self._nobody: set[str] = set()
        self._owners = {span: figure for figure in reversed(self._machine) for span in self._spans(figure)}
        self._moved: dict[Span, tuple[Figure | None, Annotation]] = {}
        self._index: tuple[tuple[Span, ...], Overlaps] | None = None
        self.overruled: list[Annotation] = []
        for annotation in decisions:
            self._decide(annotation)
        deciding = [(figure.decided, figure) for figure in self if figure.decided is not None]
        for annotation, figure in sorted(deciding, key=lambda one: (one[0].modified, one[0].id)):
            self._join(figure, annotation)

    @staticmethod
    def _spans(figure: Figure) -> Sequence[Span]:
        return figure.machine.mentions if figure.machine else ()

    def __iter__(self) -> Iterator[Figure]:
        """All of them, the machine's first."""
        yield from self._machine
        yield from self._added

    def machine(self, identifier: str | None) -> Figure | None:
        """The figure of an actor by the machine's id."""
        return self._by_id.get(identifier or "")

    # Decisions about actors

    def _decide(self, annotation: Annotation) -> None:
        decision = annotation.decision
        assert decision is not None
        figure = self._target(annotation)
        if figure is None:
            name = "" if decision.target is None else decision.target.name or ""
            if decision.verdict is Verdict.REJECTED:
                self._nobody.add(name)
                return
            figure = self._add(annotation)
            if name:
                self._named[name] = figure
        if figure.decided is not None:
            self.overruled.append(figure.decided)
        figure.decided = annotation
        figure.gone = decision.verdict is Verdict.REJECTED
        self._of_annotation[annotation.id] = figure
        if isinstance(decision.values, ActorValues):
            figure.name, figure.kind, figure.role = decision.values.name, decision.values.kind, decision.values.role
        elif figure.machine is not None:
            figure.name, figure.kind, figure.role = figure.machine.name, figure.machine.kind, figure.machine.role

    def _target(self, annotation: Annotation) -> Figure | None:
        if annotation.target is None:
            return None
        at = self._cast.find(annotation.target)
        return None if at is None else self._machine[at]

    def _add(self, annotation: Annotation) -> Figure:
        figure = Figure(f"a-{annotation.id}", None, "", ActorKind.UNNAMED, None)
        self._added.append(figure)
        return figure

    def _join(self, figure: Figure, annotation: Annotation) -> None:
        """Do what needs all figures: the actors that one joins, the mentions that he takes."""
        if annotation.decision is None:
            return
        for span in annotation.spans if annotation.verdict is not Verdict.REJECTED else ():
            self.move(span, figure, annotation)
        values = annotation.decision.values
        for reference in values.joins if isinstance(values, ActorValues) else ():
            other = self.resolve(reference)
            if other is not None and other.last() is not figure.last():
                other.into, other.decided = figure, annotation

    # Who is meant, and whose a mention is

    def resolve(self, reference: Reference | None, by: Annotation | None = None) -> Figure | None:
        """The figure that a reference means; joined ones stand for themselves, see `Figure.last`.

        Args:
            reference: an actor.
            by: the annotation that names him; with it, an actor who is nowhere to be found any more is made anew, since
                the person said that it was he.
        """
        if reference is None:
            return None
        if reference.annotation in self._of_annotation:
            return self._of_annotation[reference.annotation]
        if (at := self._cast.find(reference)) is not None:
            return self._machine[at]
        name = reference.name
        if name is None:
            return None
        known = self._named.get(name) or next((one for one in self._added if one.name == name), None)
        if known is None and by is not None and name not in self._nobody:
            kind = ActorKind(reference.label) if reference.label in set(ActorKind) else ActorKind.UNNAMED
            known = Figure(f"a-{by.id}", None, name, kind, None, decided=by)
            self._added.append(known)
            self._named[name] = known
        return known

    def move(self, span: Span, figure: Figure | None, annotation: Annotation) -> None:
        """Give a mention to a figure, or to nobody; what was decided later holds.

        Args:
            span: the mention, code points.
            figure: whose it is, None if it mentions nobody.
            annotation: the decision.
        """
        before = self._moved.get(span)
        if before is None or _later(annotation, before[1]):
            self._moved[span] = (figure, annotation)
            self._index = None

    def owner(self, span: Span, otherwise: Figure | None) -> Figure | None:
        """Whose a mention is, after all moves."""
        figure = self._moved[span][0] if span in self._moved else otherwise
        return None if figure is None else figure.last()

    def mend(self, speaker: Span | None, figure: Figure | None) -> Figure | None:
        """Who speaks, after all moves: where the speaker's words hold a mention that was given to someone else, he.

        A mention that is nobody's any more changes nothing: who speaks, only a decision about the statement takes away.

        Args:
            speaker: the words that name the speaker.
            figure: who the machine says that it is.
        """
        if speaker is not None:
            for mention in self._moves_in(speaker):
                now = self.owner(mention, figure)
                if now is not None and self._owners.get(mention) is figure:
                    return now
        return None if figure is None else figure.last()

    def _moves_in(self, span: Span) -> list[Span]:
        if self._index is None:
            moved = tuple(self._moved)
            self._index = moved, Overlaps([(mention,) for mention in moved])
        moved, overlaps = self._index
        return [moved[at] for at in overlaps.of((span,)) if span.contains(moved[at])]

    def settle(self, busy: set[str]) -> None:
        """Give every figure its mentions; one who loses all of them to decisions is no more.

        Args:
            busy: ids of the figures whom a statement names.
        """
        whose: dict[Span, Figure | None] = {**self._owners}
        whose.update((span, figure) for span, (figure, _) in self._moved.items())
        for span, figure in whose.items():
            last = None if figure is None else figure.last()
            if last is not None:
                last.mentions.add(span)
        for figure in self._machine:
            lost = [self._moved[span][1] for span in self._spans(figure) if span in self._moved]
            if figure.decided is None and not figure.mentions and lost and figure.id not in busy:
                figure.gone, figure.left = True, max(lost, key=lambda one: (one.modified, one.id))


def _later(one: Annotation, other: Annotation) -> bool:
    return (one.modified, one.id) >= (other.modified, other.id)
