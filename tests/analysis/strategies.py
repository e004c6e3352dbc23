"""Articles and analyses as hypothesis makes them up."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Actor, ActorKind, Analysis, Entity, Medium, Statement, StatementKind
from newsreader.article.model import Article, Block, BlockKind, Inline, InlineKind, Section, Span


def spans(length: int) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair)))


words = st.text(max_size=12)
several = st.integers(0, 2)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(max_size=80))
    span = spans(len(text))
    zones: Any = st.one_of(st.none(), st.just(timezone(timedelta(hours=2))))
    return Article(
        text=text,
        source=draw(words),
        language=draw(st.sampled_from(["de", "en"])),
        title_span=draw(st.none() | span),
        kicker=draw(st.none() | span),
        author=draw(st.none() | words),
        authors=tuple(draw(st.lists(words, max_size=2))),
        publisher=draw(st.none() | words),
        url=draw(st.none() | words),
        dateline=draw(st.none() | span),
        place=draw(st.none() | span),
        agency=draw(st.none() | span),
        updated=draw(st.none() | st.datetimes(min_value=datetime(1900, 1, 1), timezones=zones)),
        published=draw(st.none() | st.datetimes(min_value=datetime(1900, 1, 1), timezones=zones)),
        stamp=draw(st.none() | span),
        blocks=tuple(
            draw(
                st.lists(
                    st.builds(
                        Block,
                        kind=st.sampled_from(BlockKind),
                        span=span,
                        level=several,
                        marker=words,
                        quoted=several,
                        cells=st.lists(span, max_size=2).map(tuple),
                        header=st.booleans(),
                        preformatted=st.booleans(),
                    ),
                    max_size=3,
                )
            )
        ),
        inlines=tuple(
            draw(st.lists(st.builds(Inline, kind=st.sampled_from(InlineKind), span=span, target=words), max_size=2))
        ),
        sections=tuple(
            draw(st.lists(st.builds(Section, id=words, heading=st.none() | span, level=several, span=span), max_size=2))
        ),
        notices=tuple(draw(st.lists(words, max_size=2))),
    )


@st.composite
def analyses(draw: st.DrawFn, length: int) -> Analysis:
    span = spans(length)
    tuples = st.lists(span, max_size=2).map(tuple)
    maybe = st.none() | words
    entity = st.builds(Entity, id=words, span=span, label=words, actor=maybe, value=maybe)
    actor = st.builds(Actor, id=words, name=words, kind=st.sampled_from(ActorKind), role=maybe, mentions=tuples)
    statement = st.builds(
        Statement,
        id=words,
        kind=st.sampled_from(StatementKind),
        spans=tuples,
        medium=st.none() | st.sampled_from(Medium),
        speaker=st.none() | span,
        cue=tuples,
        frame=tuples,
        addressee=tuples,
        actor=maybe,
        parent=maybe,
        section=words,
        confidence=st.floats(0, 1),
        rule=words,
        reason=maybe,
    )
    return Analysis(
        PipelineInfo(draw(words), draw(words)),
        tuple(draw(st.lists(entity, max_size=2))),
        tuple(draw(st.lists(actor, max_size=2, unique_by=lambda one: one.id))),
        tuple(draw(st.lists(statement, max_size=2))),
        tuple(draw(st.lists(words, max_size=2))),
    )
