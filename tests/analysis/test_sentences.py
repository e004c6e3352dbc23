"""Sentences told from the text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
        ("Am 13. Juli kam er. Es war 10 Uhr.", ["Am 13. Juli kam er.", "Es war 10 Uhr."]),
        ("Das gilt z. B. Montag, sagt Dr. Berg.", ["Das gilt z. B. Montag, sagt Dr. Berg."]),
        ('"Er kam." Sie ging.', ['"Er kam."', "Sie ging."]),
        ('"Kommt er?" fragte sie. „Ja.“', ['"Kommt er?" fragte sie.', "„Ja.“"]),
        ("Bücher, Hefte usw. Die Liste ist lang.", ["Bücher, Hefte usw.", "Die Liste ist lang."]),
        ("Das kostet 3.50 Euro … mehr nicht!", ["Das kostet 3.50 Euro … mehr nicht!"]),
        ("Ohne Punkt", ["Ohne Punkt"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, 0, len(text))] == parts


@given(st.text(alphabet='Ab. !?\n„“"3', max_size=60))
def test_sentences_are_in_order_and_leave_only_blanks_between(text: str) -> None:
    found = list(sentences(text, 0, len(text)))
    at = 0
    for span in found:
        assert not text[at : span.start].strip()
        assert span.start < span.end
        at = span.end
    assert not text[at:].strip()
