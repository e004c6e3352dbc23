from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.components.statements import marks


def texts(text: str) -> list[str]:
    return [text[p.start : p.end] for p in marks.passages(text)]


@pytest.mark.parametrize(
    "passage",
    [
        "„So ist es.“",
        '"So ist es."',
        "»So ist es.«",
        "«So ist es.»",
        "“So ist es.”",
        "‚So ist es.‘",
        "'So ist es.'",
        '„So ist es."',
    ],
)
def test_each_kind_of_marks(passage: str) -> None:
    assert texts(f"Sie sagte: {passage} Dann ging sie.") == [passage]


def test_apostrophes_are_no_marks() -> None:
    assert texts("Hans' Auto und Peter's Rad, das war's. Er hat's.") == []


def test_inner_passages_know_the_outer_one() -> None:
    outer, inner = marks.passages("„Er rief ‚nein‘ und ging“, sagte sie.")
    assert (outer.outer, inner.outer, inner.single) == (-1, 0, True)


def test_straight_marks_alternate() -> None:
    assert texts('Von "eins" zu "zwei" und "drei".') == ['"eins"', '"zwei"', '"drei"']


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "Er sagte: „Das ist offen.\n\nNeuer Absatz ohne Zeichen."
    (passage,) = marks.passages(text)
    assert (text[passage.start : passage.end], passage.closed) == ("„Das ist offen.", False)


def test_an_unclosed_passage_ends_before_the_next_one() -> None:
    assert texts("Er sagte: „Das ist offen. Sie sagte: „Nein.“")[0] == "„Das ist offen."


def test_a_passage_over_paragraphs_is_one() -> None:
    assert texts("„Eins.\n\nZwei.“ Danach nichts.") == ["„Eins.\n\nZwei.“"]


def test_a_passage_opened_anew_in_each_paragraph_is_several() -> None:
    assert texts("„Eins.\n\n„Zwei.“ Ende.") == ["„Eins.", "„Zwei.“"]


def test_a_passage_may_hold_one_with_the_same_marks() -> None:
    assert texts("Er sagte: „Das ist ein „harter Kampf“.“ Ende.")[0] == "„Das ist ein „harter Kampf“.“"
    assert texts("„Eins. „Zwei“, sagte er.") == ["„Eins.", "„Zwei“"]


@given(st.text(alphabet="ab .,\n„“”\"»«‚‘'’", max_size=80))
def test_passages_lie_in_the_text_and_nest(text: str) -> None:
    found = marks.passages(text)
    for passage in found:
        assert 0 <= passage.start < passage.end <= len(text)
        if passage.outer >= 0:
            outer = found[passage.outer]
            assert outer.start <= passage.start
            assert passage.start < outer.end


@pytest.mark.parametrize("unit", ["„ a ", '" a', "„a.\n\n", "'a ", "»a"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    marks.passages(unit * 1000)
    start = time.process_time()
    marks.passages(unit * 50_000)
    assert time.process_time() - start < 5
