"""The shapes that Label Studio and doccano document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from tests.export.writing import written

from newsreader.export import export, find

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.export import Document


def tasks(*documents: Document) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written("label-studio", *documents, many=True))
    return found


def configuration() -> str:
    one = find("label-studio")
    return one.companion(one.companions[0])


def controls() -> dict[str, tuple[str, set[str]]]:
    """Every control of the labelling configuration by its name: its kind and its values."""
    root = ElementTree.fromstring(configuration())
    return {
        str(element.get("name")): (element.tag, {str(child.get("value")) for child in element})
        for element in root.iter()
        if element.get("toName")
    }


def check(result: list[dict[str, Any]], text: str) -> None:
    """A result fits the configuration, its regions the text, its relations the regions."""
    known = controls()
    kinds = {"labels": "Labels", "choices": "Choices", "textarea": "TextArea"}
    regions = {row["id"] for row in result if row["type"] == "labels"}
    for row in result:
        if row["type"] == "relation":
            assert {row["from_id"], row["to_id"]} <= regions
            assert row["direction"] == "right"
            continue
        kind, values = known[row["from_name"]]
        assert kind == kinds[row["type"]]
        assert row["to_name"] == "text"
        assert row["id"] in regions
        if row["type"] == "labels":
            assert text[row["value"]["start"] : row["value"]["end"]] == row["value"]["text"]
        if row["type"] != "textarea":
            assert set(row["value"][row["type"]]) <= values


def test_every_case_fits_the_labelling_configuration(case: Document, reviewed: Document) -> None:
    for document, task in zip((case, reviewed), tasks(case, reviewed), strict=True):
        assert task["data"]["text"] == document.text
        assert [row["model_version"] for row in task["predictions"]] == ["de_test 1"]
        for row in (*task["predictions"], *task["annotations"]):
            check(row["result"], document.text)
    predicted = [row for row in tasks(case)[0]["predictions"][0]["result"] if row["type"] == "labels"]
    assert len([row for row in predicted if row["from_name"] == "names"]) == len(case.analysis.entities)


def test_the_machine_predicts_and_a_person_annotates(reviewed: Document) -> None:
    [task] = tasks(reviewed)
    [human] = task["annotations"]
    labels = [(row["from_name"], row["value"]["labels"][0]) for row in human["result"] if row["type"] == "labels"]
    assert labels == [
        *(("names", "ORG"), ("statements", "direct"), ("parts", "speaker"), ("parts", "cue")),
        *(("statements", "indirect"), ("remarks", "highlight"), ("remarks", "note")),
    ]
    comments = [row["value"]["text"] for row in human["result"] if row.get("from_name") == "comment"]
    assert comments[0][0].startswith('Erste Zeile mit "Zitat"')
    assert comments[1:] == [["wirklich?"], ["Wer?"]]


def test_the_configuration_lies_beside_the_tasks(document: Document, tmp_path: Path) -> None:
    _, companion = export([document], "label-studio", tmp_path / "aufgaben.json")
    assert companion.name == "label-studio-config.xml"
    assert companion.read_text(encoding="utf-8") == configuration()


def test_label_studio_s_own_library_takes_tasks_and_configuration(case: Document, reviewed: Document) -> None:
    label_interface = pytest.importorskip(
        "label_studio_sdk.label_interface",
        reason="label-studio-sdk is not installed: pip install '.[test-label-studio]'",
    )
    interface = label_interface.LabelInterface(configuration())
    interface.validate()
    for task in tasks(case, reviewed):
        assert interface.validate_task({"data": task["data"]}) is True
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction) is True
        for annotation in task["annotations"]:
            assert interface.validate_annotation(annotation) is True


def test_doccano_counts_as_javascript_does(case: Document, reviewed: Document) -> None:
    rows = [json.loads(line) for line in written("doccano", case, reviewed, many=True).splitlines()]
    ids = [one["id"] for row in rows for one in (*row["entities"], *row["relations"])]
    assert len(ids) == len(set(ids))
    units = rows[0]["text"].encode("utf-16-le")

    def shown(entity: dict[str, Any]) -> str:
        return str(units[2 * entity["start_offset"] : 2 * entity["end_offset"]], "utf-16-le")

    names = [shown(one) for one in rows[0]["entities"][: len(case.analysis.entities)]]
    assert names == [one.span.of(case.text) for one in case.analysis.entities]
    for row in rows:
        known = {one["id"] for one in row["entities"]}
        assert {one[key] for one in row["relations"] for key in ("from_id", "to_id")} <= known
    assert [row["layer"] for row in rows[-2:]] == ["machine", "human"]
    assert rows[-1]["Comments"][0].startswith('Erste Zeile mit "Zitat"')
