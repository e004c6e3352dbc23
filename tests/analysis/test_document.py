"""The JSON document: it holds everything, and gives it back."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.strategies import analyses, articles

from newsreader.analysis.document import from_document, to_document
from newsreader.analysis.result import Analysis, Statement

if TYPE_CHECKING:
    from newsreader.article.model import Article


@given(st.data())
def test_there_and_back(data: st.DataObject) -> None:
    article = data.draw(articles())
    analysis = data.draw(analyses(len(article.text)))
    read = json.loads(json.dumps(to_document(article, analysis)))
    again, result = from_document(read)
    assert again == article
    assert again.notices == article.notices
    assert result == analysis


@given(st.data())
def test_texts_are_slices(data: st.DataObject) -> None:
    article = data.draw(articles())
    document = to_document(article, data.draw(analyses(len(article.text))))
    text = document["article"]["text"]
    rows = [*document["entities"], *(s["speaker"] for s in document["statements"] if s["speaker"])]
    for row in rows:
        assert row["text"] == text[row["start"] : row["end"]]
    for statement in document["statements"]:
        assert statement["text"] == " ".join(text[s["start"] : s["end"]] for s in statement["spans"])


def test_shape(article: Article, analysis: Analysis) -> None:
    document = to_document(article, analysis)
    assert set(document) == {
        "schema", "generator", "pipeline", "article", "entities", "actors", "statements", "notices", "annotations",
    }  # fmt: skip
    assert document["schema"] == "newsreader/1"
    assert document["annotations"] == []
    assert document["article"]["published"] == "2024-02-01T10:36:00"
    assert document["article"]["title"] == "Titel ä"
    assert [s["heading"] for s in document["article"]["sections"]] == [None, "Unten"]
    assert document["entities"][0] == {
        "id": "e1", "start": 26, "end": 37, "text": "Olaf Scholz", "label": "PER", "actor": "a1", "value": None,
    }  # fmt: skip
    statement = document["statements"][0]
    assert statement["kind"] == "direct"
    assert statement["medium"] == "speech"
    assert statement["speaker"]["text"] == "Olaf Scholz"
    assert {field.name for field in fields(Statement)} <= set(statement) | {"spans"}


def test_a_document_of_another_program_needs_only_the_documented_keys(article: Article, analysis: Analysis) -> None:
    document = to_document(article, analysis)
    for key in ("title_span", "stamp", "blocks", "inlines", "notices"):
        del document["article"][key]
    for section in document["article"]["sections"]:
        del section["heading_span"]
    for entity in document["entities"]:
        del entity["value"]
    for statement in document["statements"]:
        del statement["reason"]
    del document["notices"]
    again, result = from_document(document)
    assert again.text == article.text
    assert [e.span for e in result.entities] == [e.span for e in analysis.entities]


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "other/1"},
        {"article": None},
        {"entities": [{"id": "e1"}]},
        {"statements": [{"kind": "shouted"}]},
        {"entities": [{"id": "e1", "start": 5, "end": 2, "label": "PER", "actor": None}]},
        {"pipeline": "de"},
    ],
)
def test_what_is_no_document_is_refused(article: Article, analysis: Analysis, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        from_document({**to_document(article, analysis), **change})
