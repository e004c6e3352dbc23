"""Annotations as hypothesis makes them up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from newsreader.analysis.result import ActorKind, Medium, StatementKind
from newsreader.annotations.model import (
    ActorValues,
    Anchor,
    Annotation,
    AnnotationKind,
    Decision,
    EntityValues,
    ItemKind,
    Reference,
    StatementValues,
    Verdict,
    new_id,
)
from newsreader.article.model import Span

words = st.text(max_size=12)
zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments: Any = st.datetimes(
    min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=zones | st.just(UTC)
)


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    exact, start = draw(words), draw(st.integers(0, 10_000))
    return Anchor(Span(start, start + len(exact)), exact, draw(words), draw(words))


several = st.lists(anchors(), max_size=3).map(tuple)


def references(kind: ItemKind) -> st.SearchStrategy[Reference]:
    return st.builds(
        Reference,
        kind=st.just(kind),
        anchors=several,
        name=st.none() | words,
        annotation=st.none() | words,
        label=st.none() | st.sampled_from([one.value for one in ActorKind]),
    )


actors = references(ItemKind.ACTOR)
VALUES: dict[AnnotationKind, st.SearchStrategy[Any]] = {
    AnnotationKind.ENTITY: st.builds(EntityValues, label=words, actor=st.none() | actors),
    AnnotationKind.ACTOR: st.builds(
        ActorValues,
        name=words,
        kind=st.sampled_from(ActorKind),
        role=st.none() | words,
        joins=st.lists(actors, max_size=2).map(tuple),
    ),
    AnnotationKind.STATEMENT: st.builds(
        StatementValues,
        kind=st.sampled_from(StatementKind),
        medium=st.none() | st.sampled_from(Medium),
        speaker=st.none() | anchors(),
        actor=st.none() | actors,
        cue=several,
        frame=several,
        addressee=several,
    ),
}


@st.composite
def decisions(draw: st.DrawFn, kind: AnnotationKind) -> Decision:
    verdict = draw(st.sampled_from(Verdict))
    return Decision(
        verdict,
        None if verdict is Verdict.ADDED else draw(references(ItemKind(kind.value))),
        None if verdict is Verdict.REJECTED else draw(VALUES[kind]),
    )


@st.composite
def records(draw: st.DrawFn) -> Annotation:
    kind = draw(st.sampled_from(AnnotationKind))
    return Annotation(
        id=new_id(),
        kind=kind,
        article="sha256:" + draw(words),
        source=draw(words),
        annotator=draw(words),
        created=draw(moments),
        modified=draw(moments),
        anchors=draw(several),
        tags=tuple(draw(st.lists(words, max_size=3))),
        note=draw(st.text(max_size=40)),
        colour=draw(st.none() | words),
        decision=draw(decisions(kind)) if kind in VALUES else None,
    )
