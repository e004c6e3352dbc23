"""The record itself: what it refuses, and its anchors."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotations.strategies import records

from newsreader.annotations.model import (
    CONTEXT,
    Anchor,
    Annotation,
    AnnotationKind,
    Decision,
    EntityValues,
    Reference,
    Verdict,
    all_anchors,
    new_id,
    with_anchors,
)
from newsreader.article.model import Span

if TYPE_CHECKING:
    from tests.annotations.conftest import Decide, Find


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_an_anchor_is_a_slice_with_its_surroundings(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    anchor = Anchor.of(text, Span(start, end))
    assert anchor.exact == text[start:end]
    assert text.startswith(anchor.prefix + anchor.exact + anchor.suffix, start - len(anchor.prefix))
    assert len(anchor.prefix) == min(CONTEXT, start)
    assert len(anchor.suffix) == min(CONTEXT, len(text) - end)


def test_offsets_are_code_points_whatever_the_characters() -> None:
    text = "👩‍👩‍👧 sagte: „e\u0301 🇩🇪“"
    anchor = Anchor.of(text, Span(text.index("e\u0301"), text.index("e\u0301") + 2))
    assert (anchor.exact, anchor.prefix, anchor.suffix) == ("e\u0301", "👩‍👩‍👧 sagte: „", " 🇩🇪“")


@pytest.mark.parametrize("span", [Span(0, 3), Span(-1, 1), Span(2, 1)])
def test_an_anchor_outside_of_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="not inside"):
        Anchor.of("ab", span)


@pytest.mark.parametrize(
    "change",
    [
        {"created": datetime(2024, 1, 1)},
        {"decision": None},
        {"kind": AnnotationKind.NOTE},
        {"kind": AnnotationKind.STATEMENT},
        {"decision": Decision(Verdict.REJECTED, None, None)},
        {"decision": Decision(Verdict.ADDED, None, None)},
    ],
)
def test_what_does_not_fit_together_is_refused(decide: Decide, find: Find, refer: Any, change: dict[str, Any]) -> None:
    made = decide(
        AnnotationKind.ENTITY, Verdict.CONFIRMED, (find("Austin"),), EntityValues("PER"), refer("entity", "Austin")
    )
    with pytest.raises(ValueError, match=r"\w"):
        replace(made, **change)


def test_a_decision_is_about_its_own_kind(decide: Decide, refer: Any) -> None:
    with pytest.raises(ValueError, match="another kind"):
        decide(AnnotationKind.ENTITY, Verdict.REJECTED, target=refer("actor", "Austin"))


@given(records())
def test_every_anchor_is_reached(annotation: Annotation) -> None:
    assert with_anchors(annotation, lambda anchor: anchor) == annotation
    shifted = with_anchors(annotation, lambda anchor: anchor._replace(span=Span(anchor.start + 7, anchor.end + 7)))
    assert [a.start for a in all_anchors(shifted)] == [a.start + 7 for a in all_anchors(annotation)]
    bare = with_anchors(annotation, lambda anchor: None)
    assert all_anchors(bare) == ()


def test_ids_differ() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_an_annotation_begins_where_it_or_its_target_does(decide: Decide, find: Find, refer: Any) -> None:
    target: Reference = refer("actor", "Beloussow", "Austin")
    assert decide(AnnotationKind.ACTOR, Verdict.REJECTED, target=target).start == 0
    added = decide(AnnotationKind.ENTITY, Verdict.ADDED, (find("Texas"),), EntityValues("LOC"))
    assert added.start == find("Texas").start
    assert replace(added, kind=AnnotationKind.NOTE, decision=None, anchors=()).start == 0
