"""Units of text and the selection that moves by them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article.model import Article, Block, BlockKind, Span
from newsreader.ui.selecting.selection import Selection
from newsreader.ui.selecting.units import Unit, Units

TEXT = 'Am 13. Juli sprach Dr. Berg.\n\n"Wir gehen", sagte sie. „Nun ja.“ Dann ging Anna Berg.'


def article_of(text: str) -> Article:
    blocks = [Span(*found.span()) for found in re.finditer(r"\S(?:.*?\S)?(?=\s*?\n[ \t]*\n|\s*\Z)", text, re.DOTALL)]
    return Article(text, "t", blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in blocks))


def words(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


@pytest.fixture
def units() -> Units:
    statement, name = words(TEXT, '"Wir gehen"'), words(TEXT, "Anna Berg")
    return Units(article_of(TEXT), [name], [statement])


def moved(units: Units, span: Span, *motions: tuple[Unit, int]) -> str:
    selection = Selection(span)
    for unit, by in motions:
        selection = selection.moved(units, unit, by)
    return selection.span.of(TEXT)


def test_words_grow_and_shrink_a_selection_and_cross_its_beginning(units: Units) -> None:
    start = words(TEXT, "Juli")
    assert moved(units, start, (Unit.WORD, 1)) == "Juli sprach"
    assert moved(units, start, (Unit.WORD, 1), (Unit.WORD, -1)) == "Juli"
    assert moved(units, start, (Unit.WORD, -1)) == "13. Juli"
    assert moved(units, start, (Unit.WORD, -1), (Unit.WORD, 1), (Unit.WORD, 1)) == "Juli sprach"
    assert moved(units, start, *[(Unit.WORD, -1)] * 9) == "Am 13. Juli"


def test_every_unit(units: Units) -> None:
    start = words(TEXT, "sprach")
    assert moved(units, start, (Unit.CHARACTER, 1)) == "sprach "
    assert moved(units, start, (Unit.CHARACTER, -1)) == "sprac"
    assert moved(units, start, (Unit.SENTENCE, 1)) == "sprach Dr. Berg."
    assert moved(units, start, (Unit.SENTENCE, -1)) == "Am 13. Juli sprach"
    assert moved(units, start, (Unit.PARAGRAPH, 1), (Unit.PARAGRAPH, 1)).endswith("Dann ging Anna Berg.")
    assert moved(units, start, (Unit.STATEMENT, 1)).endswith('"Wir gehen"')
    assert moved(units, start, (Unit.ENTITY, 1)).endswith("Dann ging Anna Berg")
    assert moved(units, words(TEXT, "Dann"), (Unit.STATEMENT, -1)).startswith('"Wir gehen", sagte')
    assert moved(units, start, (Unit.ENTITY, -1)) == "sprach"


def test_the_other_end_is_moved_after_a_swap(units: Units) -> None:
    selection = Selection(words(TEXT, "sprach")).swapped()
    assert selection.caret == TEXT.index("sprach")
    assert selection.moved(units, Unit.WORD, -1).span.of(TEXT) == "Juli sprach"


def test_a_selection_grows_unit_by_unit(units: Units) -> None:
    selection = Selection(words(TEXT, "Wir"))
    grown = []
    while (larger := selection.grown(units)) != selection:
        selection = larger
        grown.append(selection.span.of(TEXT))
    assert grown == [
        '"Wir gehen"',
        '"Wir gehen", sagte sie.',
        '"Wir gehen", sagte sie. „Nun ja.“ Dann ging Anna Berg.',
        TEXT,
    ]


def test_the_active_end_reaches_a_place() -> None:
    selection = Selection(Span(5, 9)).reached(20)
    assert selection == Selection(Span(5, 21))
    assert selection.reached(2) == Selection(Span(2, 6), at_end=False)
    assert selection.reached(2).reached(5) == Selection(Span(5, 6))


def test_combining_marks_go_with_their_letter() -> None:
    text = "e\u0301a\u00adb"
    units = Units(Article(text, "t"))
    assert Selection(Span(0, 2)).moved(units, Unit.CHARACTER, 1).span == Span(0, 4)
    assert Selection(Span(2, 5)).swapped().moved(units, Unit.CHARACTER, -1).span == Span(0, 5)


def test_the_word_at_an_offset(units: Units) -> None:
    assert units.word_from(0) == Span(0, 2)
    assert units.word_from(len(TEXT)) == words(TEXT[:-1], "Anna Berg").__class__(len(TEXT) - 5, len(TEXT) - 1)
    assert Units(Article("…", "t")).word_from(0) is None


@given(st.lists(st.tuples(st.sampled_from(list(Unit)), st.sampled_from([-1, 1])), max_size=12), st.integers(0, 80))
def test_a_selection_is_never_empty_and_never_outside(motions: list[tuple[Unit, int]], start: int) -> None:
    units = Units(article_of(TEXT), [words(TEXT, "Anna Berg")], [words(TEXT, '"Wir gehen"')])
    start = min(start, len(TEXT) - 1)
    selection = Selection(Span(start, start + 1))
    for unit, by in motions:
        selection = selection.moved(units, unit, by)
        assert 0 <= selection.span.start < selection.span.end <= len(TEXT)
