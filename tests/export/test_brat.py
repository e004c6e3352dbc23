"""brat's standoff format as bratly reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bratly import AnnotationCollection, AttributeAnnotation, EntityAnnotation, NoteAnnotation, RelationAnnotation
from bratly.io import parse_ann_file

from newsreader.export import export

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.export import Document


def read(document: Document, folder: Path) -> AnnotationCollection:
    """The annotations of an export; the words of each must stand in the text file where it says."""
    ann, txt, conf = export([document], "brat", folder / "fall.ann", force=True)
    assert (txt.name, conf.name) == ("fall.txt", "annotation.conf")
    text = txt.read_bytes().decode()
    assert text == document.text
    content = ann.read_bytes().decode()
    collection = parse_ann_file(content, str(ann), no_duplicates=False, sorting=False, renumerotize=False)
    assert len(collection.annotations) == content.count("\n")
    for one in entities(collection):
        words = " ".join(text[fragment.start : fragment.end] for fragment in one.fragments)
        assert one.content == re.sub(r"\s", " ", words)
        assert all("\n" not in text[fragment.start : fragment.end] for fragment in one.fragments)
    return collection


def entities(collection: AnnotationCollection) -> list[EntityAnnotation]:
    return [one for one in collection.annotations if isinstance(one, EntityAnnotation)]


def test_every_case_is_read_and_every_span_stands_where_it_says(case: Document, tmp_path: Path) -> None:
    collection = read(case, tmp_path)
    kinds = {one.kind.value for one in case.analysis.statements}
    assert len([one for one in entities(collection) if one.label in kinds]) == len(case.analysis.statements)
    assert len([one for one in entities(collection) if one.label.isupper()]) == len(case.analysis.entities)


def test_relations_attributes_and_notes(reviewed: Document, tmp_path: Path) -> None:
    collection = read(reviewed, tmp_path)
    relations = [one for one in collection.annotations if isinstance(one, RelationAnnotation)]
    assert [one.label for one in relations] == [
        *("speaker_of", "cue_of", "cue_of", "inside"),
        *("speaker_of", "cue_of"),
    ]
    attributes = [one for one in collection.annotations if isinstance(one, AttributeAnnotation)]
    statuses = [one.values for one in attributes if one.label == "Status"]
    assert statuses == [["confirmed"], ["corrected"], ["rejected"], ["added"], ["confirmed"], ["corrected"]]
    notes = [one.value for one in collection.annotations if isinstance(one, NoteAnnotation)]
    assert any("<b>Zeichen</b> =zweite; Zeile, Tab # dritte" in note for note in notes)
    assert any(note.startswith("wirklich?") for note in notes)


def test_the_configuration_names_every_label(document: Document, tmp_path: Path) -> None:
    read(document, tmp_path)
    configuration = (tmp_path / "annotation.conf").read_text().splitlines()
    for label in ("PER", "DATE", "direct", "indirect", "reported", "speaker", "cue"):
        assert label in configuration


def test_the_configuration_of_a_user_stays(document: Document, tmp_path: Path) -> None:
    (tmp_path / "annotation.conf").write_text("mine")
    assert len(export([document], "brat", tmp_path / "a.ann")) == 2
    assert (tmp_path / "annotation.conf").read_text() == "mine"
