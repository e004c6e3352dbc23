"""The JSON document holds the human layer and gives it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from tests.annotations.strategies import records

from newsreader.annotations.document import from_document, from_json, to_document, to_json
from newsreader.annotations.model import Annotation, AnnotationKind, EntityValues, Verdict

if TYPE_CHECKING:
    from tests.annotations.conftest import Decide, Find

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article


@given(records())
def test_there_and_back(annotation: Annotation) -> None:
    again = from_json(json.loads(json.dumps(to_json(annotation))))
    assert again == annotation
    assert again.created.utcoffset() == annotation.created.utcoffset()


def test_a_document_holds_both_layers(
    article: Article, analysis: Analysis, decide: Decide, find: Find, refer: Any
) -> None:
    human = (
        decide(AnnotationKind.ENTITY, Verdict.ADDED, (find("Texas"),), EntityValues("LOC"), tags=("ort",)),
        decide(
            AnnotationKind.STATEMENT, Verdict.REJECTED, (find("„Wir reden“"),), target=refer("statement", "„Wir reden“")
        ),
    )
    document = json.loads(json.dumps(to_document(article, analysis, human)))
    assert [row["id"] for row in document["annotations"]] == ["id1", "id2"]
    assert document["annotations"][0]["anchors"][0]["exact"] == "Texas"
    assert document["annotations"][1]["decision"]["verdict"] == "rejected"
    assert from_document(document) == (article, analysis, human)


def test_a_document_without_the_key_has_no_annotations(article: Article, analysis: Analysis) -> None:
    document = to_document(article, analysis)
    assert document["annotations"] == []
    del document["annotations"]
    assert from_document(document)[2] == ()


def test_keys_of_a_later_version_are_passed_over(decide: Decide, find: Find) -> None:
    made = decide(AnnotationKind.ENTITY, Verdict.ADDED, (find("Texas"),), EntityValues("LOC"))
    row = to_json(made)
    row["motive"] = "x"
    row["anchors"][0]["page"] = 3
    row["decision"]["values"]["wikidata"] = "Q1439"
    assert from_json(row) == made


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", 3),
        ("kind", "song"),
        ("created", "yesterday"),
        ("created", "2024-01-01T00:00:00"),
        ("anchors", [{"start": 0, "end": 9, "exact": "x"}]),
        ("anchors", [{"start": "0", "end": 1, "exact": "x"}]),
        ("anchors", 3),
        ("tags", [3]),
        ("note", None),
        ("decision", None),
        ("decision", {"verdict": "maybe"}),
        ("decision", {"verdict": "added", "values": {"label": 3}}),
    ],
)
def test_what_is_no_annotation_is_refused(decide: Decide, find: Find, key: str, value: object) -> None:
    row = to_json(decide(AnnotationKind.ENTITY, Verdict.ADDED, (find("Texas"),), EntityValues("LOC")))
    with pytest.raises(ValueError):  # noqa: PT011
        from_json({**row, key: value})


def test_a_document_whose_annotations_are_no_list_is_refused(article: Article, analysis: Analysis) -> None:
    with pytest.raises(ValueError, match="annotations"):
        from_document({**to_document(article, analysis), "annotations": {}})
