"""JSON and JSON lines: valid against the schema that ships, and back without loss."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.writing import written

from newsreader.annotations.document import from_document
from newsreader.export import Choice, LayerChoice
from newsreader.export.shared.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.export import Document


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(files("newsreader.export").joinpath("document.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_every_case_is_valid_and_comes_back_without_loss(
    case: Document, validator: jsonschema.Draft202012Validator
) -> None:
    data = json.loads(written("json", case))
    validator.validate(data)
    assert from_document(data) == (case.article, case.analysis, case.human)


def test_a_reviewed_article_comes_back_without_loss(
    reviewed: Document, validator: jsonschema.Draft202012Validator
) -> None:
    [line] = written("jsonl", reviewed).splitlines()
    data = json.loads(line)
    validator.validate(data)
    assert from_document(data) == (reviewed.article, reviewed.analysis, reviewed.human)
    assert [(one["id"], one["status"]) for one in data["review"]["statements"]] == [
        ("s1", "confirmed"),
        ("s2", "corrected"),
    ]
    assert data["review"]["statements"][1]["text"] == "komme wieder"


def test_the_schema_refuses_what_is_none(reviewed: Document, validator: jsonschema.Draft202012Validator) -> None:
    for part, key, value in (
        ("statements", "kind", "shouted"),
        ("entities", "start", -1),
        ("annotations", "anchors", None),
        ("actors", "mentions", [{"start": 1}]),
    ):
        data = json.loads(written("json", reviewed))
        data[part][0][key] = value
        assert not validator.is_valid(data)


def test_one_layer_alone(reviewed: Document) -> None:
    machine = json.loads(written("json", reviewed.chosen(Choice(LayerChoice.MACHINE))))
    assert [one["id"] for one in machine["statements"]] == ["s1", "s2", "s3"]
    assert machine["annotations"] == []
    human = json.loads(written("json", reviewed.chosen(Choice(LayerChoice.HUMAN))))
    assert [one["id"] for one in human["statements"]] == ["s1", "s2"]
    assert [one["text"] for one in human["entities"]] == ["dpa"]
    assert len(human["annotations"]) == 7


def test_several_articles_are_an_array(document: Document, plain_document: Callable[[str], Document]) -> None:
    data = json.loads(written("json", document, plain_document("x"), many=True))
    assert [one["article"]["text"] for one in data] == [document.article.text, "x"]
    [one] = json.loads(written("json", document, many=True))
    assert one["article"]["id"] == document.article.id
    assert json.loads(written("json", many=True)) == []


def test_jsonl_has_one_document_a_line_whatever_the_text(plain_document: Callable[[str], Document]) -> None:
    texts = ["a\nb\u2028c\x85d", "ä\x1b[2J", "z"]
    text = written("jsonl", *(plain_document(one) for one in texts), many=True)
    assert [json.loads(line)["article"]["text"] for line in text.splitlines()] == texts
    assert "ä" in text
    assert "\x1b" not in text


@given(st.text())
def test_json_text_is_json_and_obeyed_by_no_terminal(text: str) -> None:
    line = dumps([text])
    assert json.loads(line) == [text]
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line)
