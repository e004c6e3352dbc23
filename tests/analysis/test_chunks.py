"""Long texts are cut without loss, at good places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.chunks import chunks
from newsreader.analysis.components.extensions import paragraphs
from newsreader.article.model import Block, BlockKind, Span


@given(st.text(alphabet=st.sampled_from("ab .\n!“ä🎉"), max_size=300), st.integers(1, 40))
def test_nothing_is_lost(text: str, size: int) -> None:
    parts = list(chunks(text, paragraphs(text), size))
    assert "".join(part.of(text) for part in parts) == text
    assert all(0 < len(part.of(text)) <= size for part in parts) or text == ""


def test_cut_at_paragraphs_then_sentences_then_words() -> None:
    text = "Eins zwei.\n\nDrei vier fünf. Sechs sieben.\n\nAchtneunzehnelf zwölf"
    parts = [part.of(text) for part in chunks(text, paragraphs(text), 20)]
    assert parts == ["Eins zwei.\n\n", "Drei vier fünf. ", "Sechs sieben.\n\n", "Achtneunzehnelf ", "zwölf"]


def test_a_text_that_fits_is_one_part() -> None:
    assert list(chunks("Kurz.", (), 10)) == [Span(0, 5)]
    assert list(chunks("", (), 10)) == [Span(0, 0)]


def test_paragraphs_of_a_bare_text() -> None:
    text = "\n Eins.\nnoch eins \n \n\nZwei.\n"
    assert paragraphs(text) == (
        Block(BlockKind.PARAGRAPH, Span(2, 17)),
        Block(BlockKind.PARAGRAPH, Span(22, 27)),
    )
    assert [text[slice(*b.span)] for b in paragraphs(text)] == ["Eins.\nnoch eins", "Zwei."]
