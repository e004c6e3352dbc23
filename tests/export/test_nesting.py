"""Crossing spans are cut so that they nest, and no text is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.article.model import Span
from newsreader.export.shared.nesting import Close, Open, Stretch, by_block, nested

LENGTH = 12
spans = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).filter(lambda pair: pair[0] < pair[1])
stretches = st.lists(st.builds(lambda pair, rank: (Span(*pair), rank), spans, st.integers(0, 2)), max_size=6).map(
    lambda rows: [Stretch(span, number, rank) for number, (span, rank) in enumerate(rows)]
)


@given(stretches)
def test_elements_nest_cover_their_spans_and_keep_the_ranks(given_: list[Stretch[int]]) -> None:
    ranks = {one.value: one.rank for one in given_}
    covered: dict[int, set[int]] = {one.value: set() for one in given_}
    stack: list[int] = []
    at = 0
    for event in nested(Span(0, LENGTH), given_):
        match event:
            case Open(value=value):
                assert all(ranks[outer] <= ranks[value] for outer in stack)
                stack.append(value)
            case Close(value=value):
                assert stack.pop() == value
            case Span():
                assert event.start == at
                at = event.end
                for value in stack:
                    covered[value].update(range(event.start, event.end))
    assert at == LENGTH
    assert not stack
    for one in given_:
        assert covered[one.value] == set(range(one.span.start, one.span.end))


@given(stretches)
def test_what_nests_is_not_cut(given_: list[Stretch[int]]) -> None:
    crossing = any(
        one.span.overlaps(other.span) and not one.span.contains(other.span) and not other.span.contains(one.span)
        for one in given_
        for other in given_
    )
    opened = [event.value for event in nested(Span(0, LENGTH), given_) if isinstance(event, Open)]
    if not crossing and len({one.rank for one in given_}) <= 1:
        assert sorted(opened) == sorted(one.value for one in given_)


@given(stretches)
def test_blocks_share_the_stretches(given_: list[Stretch[int]]) -> None:
    blocks = [Span(0, 3), Span(4, 8), Span(8, LENGTH)]
    for block, found in zip(blocks, by_block(blocks, given_), strict=True):
        wanted = [
            Span(max(one.span.start, block.start), min(one.span.end, block.end))
            for one in given_
            if one.span.overlaps(block)
        ]
        assert [one.span for one in found] == wanted
