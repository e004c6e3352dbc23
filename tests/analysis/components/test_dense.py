"""A document without the white space inside its sentences."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from newsreader.analysis.components.dense import dense

VOCAB = spacy.blank("de").vocab


def doc_of(words: list[str], starts: list[int]) -> Doc:
    return Doc(VOCAB, words=words, spaces=[False] * len(words), sent_starts=[i in starts for i in range(len(words))])


def test_a_line_break_inside_a_sentence_is_left_out() -> None:
    doc = doc_of(["Kanzlerin", "\n", "Lindner", "kam", "."], [0])
    doc.set_ents([Span(doc, 2, 3, label="PER")])
    found = dense(doc)
    assert [token.text for token in found.doc] == ["Kanzlerin", "Lindner", "kam", "."]
    assert [(ent.text, ent.label_) for ent in found.doc.ents] == [("Lindner", "PER")]
    assert found.stretch(2, 3) == (1, 2)
    assert found.given(0, 2) == (0, 3)


def test_a_break_between_sentences_stays() -> None:
    doc = doc_of(["Überschrift", "\n\n", "Sie", "kam"], [0, 2])
    assert dense(doc).doc is doc


@given(st.lists(st.sampled_from(["Wort", "\n", "  ", ".", "\n\n"]), max_size=12), st.sets(st.integers(0, 11)))
def test_words_and_sentences_stay(words: list[str], starts: set[int]) -> None:
    """Every word is kept in its place, and each sentence still begins with the same word."""
    doc = doc_of(words, sorted(starts | {0}))
    found = dense(doc)
    assert [doc[i].text for i in found.places] == [token.text for token in found.doc]
    assert [i for i in range(len(doc)) if not doc[i].is_space] == [i for i in found.places if not doc[i].is_space]
    assert {i for i in found.places if doc[i].is_sent_start} == {
        found.places[token.i] for token in found.doc if token.is_sent_start
    }
