"""What is chosen is exported, and nothing refers to what is not."""

from __future__ import annotations

import pytest
from tests.export.conftest import TEXT, span_of

from newsreader.errors import ExportError
from newsreader.export import Choice, Document, LayerChoice
from newsreader.export.choice import kinds
from newsreader.export.layers import LayerName


def ids(document: Document) -> list[str]:
    return list(document.layer.ids())


def test_all_is_chosen_at_first(document: Document) -> None:
    assert ids(document) == ["e1", "e2", "a1", "s1", "s2", "s3"]
    assert [layer.name for layer in document.layers] == [LayerName.MACHINE]


def test_a_least_confidence(document: Document) -> None:
    chosen = document.chosen(Choice(min_confidence=0.95))
    assert ids(chosen) == ["e1", "e2", "a1", "s2", "s3"]
    assert chosen.layer.statements[1].parent is None


def test_what_a_person_has_decided_has_no_least_confidence(reviewed: Document) -> None:
    assert [one.id for one in reviewed.chosen(Choice(min_confidence=0.99)).layers[1].statements] == ["s1", "s2"]


def test_kinds_by_name_and_by_group(document: Document) -> None:
    assert ids(document.chosen(Choice(kinds=kinds("per, direct")))) == ["e1", "a1", "s1"]
    assert ids(document.chosen(Choice(kinds=kinds("NAMES")))) == ["e1", "e2", "a1"]
    assert ids(document.chosen(Choice(kinds=kinds("statements,DATE")))) == ["e2", "a1", "s1", "s2", "s3"]
    with pytest.raises(ExportError, match="free_indirect"):
        kinds("per,loud")


def test_an_actor(reviewed: Document) -> None:
    chosen = reviewed.chosen(Choice(actor="a1"))
    assert ids(chosen) == ["e1", "a1", "s1", "s2"]
    assert [one.kind.value for one in chosen.annotations] == ["statement", "statement", "statement", "highlight"]


def test_places(reviewed: Document) -> None:
    chosen = reviewed.chosen(Choice(spans=(span_of(TEXT, "Sie komme wieder, hieß es."),)))
    assert [one.id for one in chosen.layers[0].statements] == ["s2"]
    assert [one.kind.value for one in chosen.remarks] == ["highlight"]


def test_notes_and_highlights_are_kinds(reviewed: Document) -> None:
    assert len(reviewed.remarks) == 3
    assert [one.kind.value for one in reviewed.chosen(Choice(kinds=kinds("notes"))).annotations] == ["note", "note"]
    assert [one.kind.value for one in reviewed.chosen(Choice(kinds=kinds("highlights"))).annotations] == ["highlight"]


def test_the_layers(reviewed: Document) -> None:
    machine, human = reviewed.layers
    assert (machine.name, human.name, reviewed.layer.name) == (LayerName.MACHINE, LayerName.HUMAN, LayerName.MERGED)
    assert [one.id for one in reviewed.layer.statements] == ["s1", "s2"]
    assert [machine.status_of(one.id).value for one in machine.statements] == ["confirmed", "corrected", "rejected"]
    assert reviewed.chosen(Choice(LayerChoice.MACHINE)).annotations == ()
    assert reviewed.chosen(Choice(LayerChoice.MACHINE)).layer.status_of("s1").value == "untouched"
    assert [layer.name for layer in reviewed.chosen(Choice(LayerChoice.HUMAN)).layers] == [LayerName.HUMAN]


def test_a_human_layer_with_nothing_in_it(document: Document) -> None:
    assert ids(document.chosen(Choice(LayerChoice.HUMAN))) == []
