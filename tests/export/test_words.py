"""Formats of tokens, as the tools of others read them: CoNLL-U, CoNLL-2003, spaCy's DocBin, Prodigy."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import conllu
import spacy
from spacy.tokens import DocBin
from spacy.training.converters.conll_ner_to_docs import conll_ner_to_docs
from tests.export.writing import packed, written

from newsreader.analysis.words import plain
from newsreader.export.shared.tokens import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from newsreader.article.model import Span
    from newsreader.export import Document


def chunks(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """The names in IOB2 tags: first token, token after the last, label."""
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, at, tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = at


def test_tokens_cover_every_case(case: Document) -> None:
    tokens = [token for sentence in plain(case.article) for token in sentence.tokens]
    assert "".join(token.span.of(case.text) for token in tokens) == "".join(case.text.split())
    assert all(one.span.end <= other.span.start for one, other in pairwise(tokens))


def test_conllu_is_read_with_names_and_statements(case: Document) -> None:
    sentences = conllu.parse(written("conllu", case, case, many=True))
    assert len(sentences) == 2 * len(case.sentences)
    ids = [sentence.metadata["sent_id"] for sentence in sentences]
    assert len(set(ids)) == len(ids)
    for sentence, one in zip(sentences, case.sentences, strict=False):
        assert [token["form"] for token in sentence] == ["".join(t.span.of(case.text).split()) for t in one.tokens]
        spaced = "".join(
            token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ") for token in sentence
        )
        assert spaced.strip() == " ".join(one.span.of(case.text).split())
    misc = [token["misc"] or {} for sentence in sentences[: len(case.sentences)] for token in sentence]
    assert {row["Statement"].split(":")[0] for row in misc if "Statement" in row} <= {
        one.id for one in case.layer.statements
    }
    found = list(chunks([row.get("NER", "O") for row in misc]))
    assert [label for _, _, label in found] == [one.label for one in flat(case.layer.entities)]


def test_conllu_says_what_the_pipeline_says(document: Document) -> None:
    from dataclasses import replace

    from newsreader.analysis.words import Sentence, Token
    from newsreader.article.model import Span

    token = Token(Span(0, 6), "Gipfel", "NOUN", "NN", "Case=Nom|Number=Sing")
    [[row]] = conllu.parse(written("conllu", replace(document, words=(Sentence((token,)),))))
    assert (row["lemma"], row["upos"], row["xpos"], row["feats"]) == (
        *("Gipfel", "NOUN", "NN"),
        {"Case": "Nom", "Number": "Sing"},
    )


def test_conll2003_is_read_by_spacy(case: Document) -> None:
    docs = list(conll_ner_to_docs(written("conll2003", case, case, many=True), n_sents=0, no_print=True))
    words = [t.span.of(case.text) for sentence in case.sentences for t in sentence.tokens]
    assert [token.text for doc in docs for token in doc] == ["".join(word.split()) for word in words] * 2
    labels = [ent.label_ for doc in docs for ent in doc.ents]
    assert labels == [one.label for one in flat(case.layer.entities)] * 2


def read_docs(data: bytes) -> list[Doc]:
    return list(DocBin().from_bytes(data).get_docs(spacy.blank("de").vocab))


def covered(doc: Doc, group: str) -> list[tuple[str, str, str]]:
    return [(span.id_, span.label_, span.text) for span in doc.spans[group]]


def test_spacy_reads_names_and_span_groups(case: Document) -> None:
    doc, _ = read_docs(packed("spacy", case, case, many=True))
    assert doc.text == case.text
    assert doc.user_data["newsreader"]["id"] == case.article.id
    assert len(doc.spans["statements"]) == sum(len(one.spans) for one in case.analysis.statements)
    pieces = ((one.id, span) for one in case.analysis.statements for span in one.spans)
    for span, (identifier, piece) in zip(doc.spans["statements"], pieces, strict=True):
        assert span.id_ == identifier
        assert span.start_char <= piece.start
        assert piece.end <= span.end_char
        assert piece.of(case.text).strip() in span.text
    assert len(doc.spans["entities"]) == len(case.analysis.entities)
    if case.sentences:
        assert {sentence.span.start for sentence in case.sentences} <= {sent[0].idx for sent in doc.sents}


def test_spacy_keeps_the_layers_apart(reviewed: Document) -> None:
    [doc] = read_docs(packed("spacy", reviewed))
    assert [row[:2] for row in covered(doc, "statements")] == [
        *(("s1", "direct"), ("s2", "indirect"), ("s3", "reported"), ("s3", "reported")),
    ]
    assert [row[:2] for row in covered(doc, "human_statements")] == [("s1", "direct"), ("s2", "indirect")]
    assert covered(doc, "human_statements")[1][2] == "komme wieder"
    assert [row[2] for row in covered(doc, "human_entities")] == ["dpa"]
    assert [row[1] for row in covered(doc, "highlights")] == ["prüfen"]
    assert [ent.text for ent in doc.ents] == ["Anna Beck", "dpa", "3. Mai"]
    assert covered(doc, "speakers")[0][1:] == ("a1", "Anna Beck")


def test_prodigy_has_the_tokens_and_bounds_of_spacy(case: Document, reviewed: Document) -> None:
    rows = [json.loads(line) for line in written("prodigy", case, reviewed, many=True).splitlines()]
    assert len({row["_task_hash"] for row in rows}) == len(rows)
    nlp = spacy.blank("de")
    for row in rows:
        doc = nlp.make_doc(row["text"])
        assert [(token.idx, token.text) for token in doc] == [(t["start"], t["text"]) for t in row["tokens"]]
        for span in row["spans"]:
            found = doc.char_span(span["start"], span["end"])
            assert found is not None
            assert (found.start, found.end - 1) == (span["token_start"], span["token_end"])
        for relation in row["relations"]:
            assert relation["head"] == relation["head_span"]["token_end"]
    machine = rows[0]
    assert "answer" not in machine
    assert (rows[-1]["answer"], rows[-1]["_annotator_id"], rows[-1]["meta"]["layer"]) == ("accept", "Jo Ögel", "human")
    pieces = [span for one in case.analysis.statements for span in one.spans]
    kinds = {one.kind.value for one in case.analysis.statements}
    assert sum(span["label"] in kinds for span in machine["spans"]) == len(pieces)
    assert _inside(case, machine, pieces)


def _inside(case: Document, row: dict[str, list[dict[str, int]]], pieces: list[Span]) -> bool:
    places = [(span["start"], span["end"]) for span in row["spans"]]
    return all(any(start <= piece.start and piece.end <= end for start, end in places) for piece in pieces)
