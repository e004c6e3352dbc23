"""The last gate before the terminal."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from newsreader.ui.harmless import Harmless

BLACK = Color(0, 0, 0)


@given(st.lists(st.text()))
def test_nothing_that_is_obeyed_passes_and_no_cell_moves(texts: list[str]) -> None:
    segments = [Segment(text) for text in texts]
    passed = Harmless().apply(segments, BLACK)
    shown = "".join(segment.text for segment in passed)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert [cell_len(segment.text) for segment in passed] == [cell_len(text) for text in texts]


def test_harmless_lines_are_passed_on_as_they_are() -> None:
    segments = [Segment("Größe "), Segment("[dpa] 👩‍👩‍👧")]
    assert Harmless().apply(segments, BLACK) is segments
