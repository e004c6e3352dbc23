"""UIMA CAS as dkpro-cassis reads it, with the offsets in the files counted in UTF-16."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import cassis
import pytest
from lxml import etree
from tests.export.writing import packed

from newsreader.export import export
from newsreader.export.shared.utf16 import Utf16
from newsreader.export.shared.xml_text import allowed
from newsreader.export.writers import cas_types as types

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.export import Document

NAMES = ("cas-json", "cas-xmi")


def read(name: str, data: bytes) -> Any:
    if name == "cas-json":
        return cassis.load_cas_from_json(io.BytesIO(data))
    return cassis.load_cas_from_xmi(io.BytesIO(data), typesystem=types.type_system())


@pytest.mark.parametrize("name", NAMES)
def test_every_case_is_read(name: str, case: Document) -> None:
    cas = read(name, packed(name, case))
    assert (cas.sofa_string or "") == allowed(case.text)
    found = list(cas.select(types.STATEMENT))
    assert len(found) == sum(len(one.spans) for one in case.analysis.statements)
    pieces = [(one.id, span) for one in case.analysis.statements for span in one.spans]
    by_place = sorted(pieces, key=lambda row: (row[1].start, -row[1].end))
    for structure, (_, span) in zip(found, by_place, strict=True):
        assert structure.get_covered_text() == allowed(span.of(case.text))
    names = sorted(structure.get_covered_text() for structure in cas.select(types.NAME))
    assert names == sorted(one.span.of(case.text) for one in case.analysis.entities)
    assert len(list(cas.select(types.SENTENCE))) == len(case.sentences)
    tokens = [structure.get_covered_text() for structure in cas.select(types.TOKEN)]
    assert "".join(tokens) == "".join(allowed(case.text).split())


def test_offsets_in_the_files_are_code_units(case: Document) -> None:
    utf16 = Utf16(case.text)
    wanted = sorted(utf16.span(one.span) for one in case.analysis.entities)
    units = case.text.encode("utf-16-le", "surrogatepass")
    for one, span in zip(sorted(case.analysis.entities, key=lambda one: one.span), wanted, strict=True):
        assert units[2 * span.start : 2 * span.end].decode("utf-16-le") == one.span.of(case.text)
    rows = json.loads(packed("cas-json", case))["%FEATURE_STRUCTURES"]
    assert sorted((r["begin"], r["end"]) for r in rows if r["%TYPE"] == types.NAME) == wanted
    root = etree.fromstring(packed("cas-xmi", case))
    found = [element for element in root.iter() if str(element.tag).endswith("}NamedEntity")]
    assert sorted((int(e.attrib["begin"]), int(e.attrib["end"])) for e in found) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_statements_link_to_their_parts(name: str, reviewed: Document) -> None:
    cas = read(name, packed(name, reviewed))
    first, *_ = cas.select(types.STATEMENT)
    links = [(link.role, link.target.get_covered_text()) for link in first.parts.elements]
    assert links == [("speaker", "Anna Beck"), ("cue", "sagte")]
    [*_, third, _] = cas.select(types.STATEMENT)
    assert [(link.role, link.target.get_covered_text()) for link in third.parts.elements] == [("continued", '"bald"')]


@pytest.mark.parametrize("name", NAMES)
def test_the_layers_have_types_of_their_own(name: str, reviewed: Document) -> None:
    cas = read(name, packed(name, reviewed))
    rows = [(one.statementId, one.status, one.annotator) for one in cas.select(types.REVIEWED_STATEMENT)]
    assert rows == [("s1", "confirmed", "Jo Ögel"), ("s2", "corrected", "Jo Ögel")]
    [first, _] = cas.select(types.REVIEWED_STATEMENT)
    assert first.note.startswith('Erste Zeile mit "Zitat"')
    assert "\n=zweite" in first.note
    [name_] = cas.select(types.REVIEWED_NAME)
    assert (name_.value, name_.get_covered_text()) == ("ORG", "dpa")
    assert {one.kind for one in cas.select(types.REMARK)} == {"note", "highlight"}
    assert len(list(cas.select(types.STATEMENT))) == 4


def test_the_type_system_lies_beside_the_xmi(document: Document, tmp_path: Path) -> None:
    path, companion = export([document], "cas-xmi", tmp_path / "a.xmi")
    with companion.open("rb") as file:
        known = cassis.load_typesystem(file)
    assert known.contains_type(types.STATEMENT)
    with path.open("rb") as file:
        assert cassis.load_cas_from_xmi(file, typesystem=known).sofa_string == document.text
