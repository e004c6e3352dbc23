"""What a person adds to an article: highlights, notes, decisions about the machine's entities, actors and statements.

The machine proposes, the person decides. A decision never changes the machine's layer; it is a record of its own that
`newsreader.annotations.review` lays over it. What it is about is told by its place in the text, since the machine's ids
change with the pipeline. The parts are those of the Web Annotation Data Model (W3C Recommendation of 23 February 2017):
an annotation has a target, here anchors that join its TextQuoteSelector and TextPositionSelector, and a body.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsreader.analysis.result import ActorKind, Medium, StatementKind

CONTEXT = 32
"""code points of text that an anchor keeps on each side"""


class AnnotationKind(StrEnum):
    """What an annotation is."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    ENTITY = "entity"
    ACTOR = "actor"
    STATEMENT = "statement"


class ItemKind(StrEnum):
    """What of the machine's layer a person can decide about."""

    ENTITY = "entity"
    ACTOR = "actor"
    STATEMENT = "statement"


class Verdict(StrEnum):
    """What a person has decided."""

    CONFIRMED = "confirmed"
    """it is as the machine has it"""
    CORRECTED = "corrected"
    """it is something, but not as the machine has it"""
    REJECTED = "rejected"
    """it is nothing of the kind"""
    ADDED = "added"
    """the machine has not found it"""


class Anchor(NamedTuple):
    """A stretch of text, told so that it is found again after the text has changed.

    Attributes:
        span: where it stands in the text that it was made on, code points; as long as the stretch.
        exact: the stretch itself.
        prefix: up to 32 code points before it.
        suffix: up to 32 code points after it.
    """

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, span: Span) -> Anchor:
        """The anchor of a stretch of a text.

        Args:
            text: an article's text.
            span: code points of it.

        Raises:
            ValueError: if the span is not inside the text.
        """
        start, end = span
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"{start} to {end} is not inside a text of {len(text)} code points")
        return cls(Span(start, end), text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])

    @property
    def start(self) -> int:
        """First code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """Code point behind the last."""
        return self.span.end


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity, actor or statement that a decision is about or names.

    Attributes:
        kind: what it is.
        anchors: where it stands: an entity's extent, a statement's pieces, an actor's mentions.
        name: the name of an actor, which also finds him where no mention is left; None for the others.
        annotation: id of the annotation that made it, None if the machine did.
        label: kind of an actor ("person"), for the case that he must be made anew; None for the others.
    """

    kind: ItemKind
    anchors: tuple[Anchor, ...] = ()
    name: str | None = None
    annotation: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class EntityValues:
    """What holds for an entity; the annotation's anchor is its extent.

    Attributes:
        label: PER, ORG, LOC, MISC, DATE, ... as in `newsreader.analysis.result.Entity`.
        actor: the actor that it mentions, None if it mentions none.
    """

    label: str
    actor: Reference | None = None


@dataclass(frozen=True, slots=True)
class ActorValues:
    """What holds for an actor. The annotation's anchors are mentions that the person gives to him, whoever had them.

    Attributes:
        name: what he is called.
        kind: what he is.
        role: office or function, None if there is none.
        joins: other actors that are the same one, whose mentions and statements become his.
    """

    name: str
    kind: ActorKind
    role: str | None = None
    joins: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementValues:
    """What holds for a statement; the annotation's anchors are its pieces in order.

    Attributes:
        kind: how it is rendered.
        medium: speech, writing or thought where that is known.
        speaker: the words that name the speaker.
        actor: the actor behind the speaker, None if there is none.
        cue: the words that show that something is said.
        frame: the clause around the statement that introduces it.
        addressee: the words that name whom it is said to.
    """

    kind: StatementKind
    medium: Medium | None = None
    speaker: Anchor | None = None
    actor: Reference | None = None
    cue: tuple[Anchor, ...] = ()
    frame: tuple[Anchor, ...] = ()
    addressee: tuple[Anchor, ...] = ()


Values = EntityValues | ActorValues | StatementValues


@dataclass(frozen=True, slots=True)
class Decision:
    """The body of an annotation about an entity, an actor or a statement.

    Attributes:
        verdict: what the person has decided.
        target: the machine's item that it is about; None for what the person has added.
        values: what holds, None where the item was rejected. They are complete, also where only one was corrected or
            all were confirmed, so that the decision stands when the machine proposes something else.
    """

    verdict: Verdict
    target: Reference | None = None
    values: Values | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A record of the human layer.

    Attributes:
        id: a random UUID (RFC 9562, version 4).
        kind: what it is.
        article: id of the article (SHA-256 of the text) that the anchors' positions belong to.
        source: path or address of that article as given.
        annotator: name of the person who made it.
        created: when it was made, with zone.
        modified: when it was last changed, with zone.
        anchors: where it stands, in order of the text; several for a statement's pieces or an actor's mentions, none
            for a note on the whole article.
        tags: in the order in which they were given.
        note: Markdown; any annotation may have one, empty if it has none.
        colour: name of a highlight's colour in the configuration, None for the others.
        decision: the body of an entity, actor or statement, None for highlights and notes.

    Raises:
        ValueError: if a time has no zone, or the body does not fit the kind.
    """

    id: str
    kind: AnnotationKind
    article: str
    source: str
    annotator: str
    created: datetime
    modified: datetime
    anchors: tuple[Anchor, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    colour: str | None = None
    decision: Decision | None = None

    def __post_init__(self) -> None:
        if self.created.tzinfo is None or self.modified.tzinfo is None:
            raise ValueError("a time without zone")
        if (self.decision is None) != (self.kind in (AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE)):
            raise ValueError(f"a decision belongs to entities, actors and statements, not to a {self.kind}")
        if self.decision is not None:
            _check(self.kind, self.decision)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, code points of the article that its anchors belong to."""
        return tuple(anchor.span for anchor in self.anchors)

    @property
    def start(self) -> int:
        """Where it begins: its first anchor or, without one, that of what it is about; 0 for the whole article."""
        places = self.anchors or (self.decision.target.anchors if self.decision and self.decision.target else ())
        return min((anchor.start for anchor in places), default=0)

    @property
    def verdict(self) -> Verdict | None:
        """What was decided, None for highlights and notes."""
        return None if self.decision is None else self.decision.verdict

    @property
    def target(self) -> Reference | None:
        """The machine's item that it is about, None if there is none."""
        return None if self.decision is None else self.decision.target


VALUES: dict[AnnotationKind, type[Values]] = {
    AnnotationKind.ENTITY: EntityValues,
    AnnotationKind.ACTOR: ActorValues,
    AnnotationKind.STATEMENT: StatementValues,
}
"""the values that each kind of decision has"""


def _check(kind: AnnotationKind, decision: Decision) -> None:
    values, target = decision.values, decision.target
    if (values is None) != (decision.verdict is Verdict.REJECTED):
        raise ValueError("just what is rejected has no values")
    if values is not None and not isinstance(values, VALUES[kind]):
        raise ValueError(f"the values of a decision about another kind than {kind}")
    if (target is None) != (decision.verdict is Verdict.ADDED):
        raise ValueError("just what is added is about nothing that the machine has found")
    if target is not None and target.kind.value != kind.value:
        raise ValueError(f"a decision about another kind than {kind}")


def new_id() -> str:
    """An id that no other annotation has."""
    import uuid

    return str(uuid.uuid4())


def all_anchors(annotation: Annotation) -> tuple[Anchor, ...]:
    """Every anchor of an annotation, its own and those inside its body, in the order that `with_anchors` walks."""
    found: list[Anchor] = []

    def note(anchor: Anchor) -> Anchor:
        found.append(anchor)
        return anchor

    with_anchors(annotation, note)
    return tuple(found)


def with_anchors(annotation: Annotation, change: Callable[[Anchor], Anchor | None]) -> Annotation:
    """The same annotation with every anchor replaced, its own and those inside its body.

    Args:
        annotation: what is copied.
        change: gives the anchor that takes another's place, None to leave it out.
    """

    def each(anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        return tuple(changed for anchor in anchors if (changed := change(anchor)) is not None)

    def refer(reference: Reference | None) -> Reference | None:
        return None if reference is None else replace(reference, anchors=each(reference.anchors))

    def body(values: Values | None) -> Values | None:
        match values:
            case EntityValues():
                return replace(values, actor=refer(values.actor))
            case ActorValues():
                return replace(values, joins=tuple(replace(one, anchors=each(one.anchors)) for one in values.joins))
            case StatementValues():
                return replace(
                    values,
                    speaker=None if values.speaker is None else change(values.speaker),
                    actor=refer(values.actor),
                    cue=each(values.cue),
                    frame=each(values.frame),
                    addressee=each(values.addressee),
                )
        return None

    anchors, decision = each(annotation.anchors), annotation.decision
    if decision is not None:
        decision = replace(decision, target=refer(decision.target), values=body(decision.values))
    return replace(annotation, anchors=anchors, decision=decision)
