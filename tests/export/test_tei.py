"""TEI is valid against the schema of the TEI Consortium, and holds text, statements and actors."""

from __future__ import annotations

import lzma
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.export.writing import written

from newsreader.analysis.result import Actor, ActorKind
from newsreader.export import Choice, LayerChoice
from newsreader.export.shared.xml_text import allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.export import Document

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def schema() -> etree.RelaxNG:
    packed = Path(__file__).parent / "schemas" / "tei_all.rng.xz"
    return etree.RelaxNG(etree.fromstring(lzma.decompress(packed.read_bytes())))


def parsed(*documents: Document, many: bool = False) -> etree._Element:
    root = etree.fromstring(written("tei", *documents, many=many).encode())
    schema().assertValid(root)
    return root


def text_of(root: etree._Element) -> str:
    body = root.find(f".//{TEI}body")
    assert body is not None
    return " ".join("".join(str(piece) for piece in body.itertext()).split())


def said(root: etree._Element, identifier: str) -> str:
    """The text of an element, joined over its fragments as their links have it."""
    by_id = {element.get(ID): element for element in root.iter() if element.get(ID)}
    pieces, at = [], by_id[identifier]
    while True:
        pieces.append("".join(str(piece) for piece in at.itertext()))
        following = at.get("next")
        if following is None:
            return "".join(pieces)
        after = by_id[following.removeprefix("#")]
        assert after.get("prev") == f"#{at.get(ID)}"
        at = after


def test_every_case_is_valid_and_loses_no_text(case: Document) -> None:
    root = parsed(case)
    assert "".join(text_of(root).split()) == "".join(allowed(case.text).split())
    for statement in case.analysis.statements[:50]:
        whole = "".join(span.of(case.text) for span in statement.spans)
        assert "".join(said(root, statement.id).split()) == "".join(allowed(whole).split())


def test_ids_are_unique_and_every_reference_leads_to_one(case: Document, reviewed: Document) -> None:
    root = parsed(case, reviewed, case, many=True)
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    for attribute in ("who", "ref", "corresp", "next", "prev", "resp", "ana", "target"):
        for element in root.iter():
            value = element.get(attribute) if isinstance(element.tag, str) else None
            if value and value.startswith("#"):
                assert value[1:] in ids


def test_actors_are_listed_and_linked(document: Document) -> None:
    root = parsed(document)
    [person] = root.iter(f"{TEI}person")
    assert person.findtext(f"{TEI}persName") == "Anna Beck"
    assert person.findtext(f"{TEI}occupation") == "@Ministerin"
    first = next(root.iter(f"{TEI}said"))
    assert first.attrib["who"] == f"#{person.get(ID)}"
    assert first.attrib["direct"] == "true"
    [name] = [element for element in root.iter(f"{TEI}persName") if element.get("ref")]
    assert "".join(name.itertext()) == "Anna Beck"
    [date] = [element for element in root.iter(f"{TEI}date") if element.text == "3. Mai"]
    assert date.get("when") == "2024-05-03"


def test_layers_are_told_by_who_is_responsible(reviewed: Document) -> None:
    root = parsed(reviewed)
    whose: dict[str, list[str]] = {"#newsreader": [], "#annotator1": []}
    for element in root.iter(f"{TEI}said"):
        if element.get("prev") is None:
            whose[element.attrib["resp"]].append(element.attrib[ID])
    assert sorted(whose["#newsreader"]) == ["s1", "s2", "s3"]
    assert sorted(whose["#annotator1"]) == ["h.s1", "h.s2"]
    assert said(root, "h.s2") == "komme wieder"
    [name] = [one for one in root.iter(f"{TEI}name") if one.get(ID) == "annotator1"]
    assert name.text == "Jo Ögel"
    notes = {one.get("target"): "".join(str(piece) for piece in one.itertext()) for one in root.iter(f"{TEI}note")}
    assert notes["#h.s1"].startswith('Erste Zeile mit "Zitat"')
    assert any(note.startswith("Zum Ganzen") for note in notes.values())
    assert not list(parsed(reviewed.chosen(Choice(LayerChoice.MACHINE))).iter(f"{TEI}note"))


@pytest.mark.parametrize("kind", ["group", "place", "organisation", "unnamed"])
def test_every_kind_of_actor_is_valid(kind: str, plain_document: Callable[[str], Document]) -> None:
    document = plain_document("Ein Satz.")
    actor = Actor("a1", "Die Gruppe", ActorKind(kind), "Rolle")
    root = parsed(replace(document, analysis=replace(document.analysis, actors=(actor,))))
    assert "Die Gruppe" in "".join(str(piece) for piece in root.itertext())
