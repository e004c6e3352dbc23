"""Web annotations as rdflib reads them, offline.

The context's terms that this needs are kept beside the tests. They are a subset of those of the published context, so
that what is read here is what any reader of JSON-LD reads.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rdflib import DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from tests.export.writing import written

from newsreader.annotations.document import from_json
from newsreader.export.incoming.web import web_annotations
from newsreader.export.writers.w3c import CONTEXT, source_iri

if TYPE_CHECKING:
    from rdflib.term import Node

    from newsreader.export import Document

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
TERMS = json.loads((Path(__file__).parent / "schemas" / "anno.jsonld").read_text(encoding="utf-8"))["@context"]


def graph(*documents: Document, many: bool = False) -> Graph:
    """The triples of an export, with the terms of the vocabulary in the place of the context's address."""
    data: dict[str, Any] = json.loads(written("w3c", *documents, many=many))
    assert data["@context"] == CONTEXT
    data["@context"] = TERMS
    return Graph().parse(data=json.dumps(data), format="json-ld", base="http://example.org/")


def test_every_target_has_a_quotation_where_its_position_says(case: Document) -> None:
    found = graph(case)
    targets = list(found.subjects(RDF.type, OA.SpecificResource))
    pieces = sum(len(one.spans) for one in case.analysis.statements) + len(case.analysis.entities)
    assert len(targets) == pieces + sum(len(one.anchors) for one in case.human)
    for target in targets:
        selectors = list(found.objects(target, OA.hasSelector))
        [quoted] = [one for one in selectors if (one, RDF.type, OA.TextQuoteSelector) in found]
        [position] = [one for one in selectors if (one, RDF.type, OA.TextPositionSelector) in found]
        start, end = (int(str(found.value(position, key))) for key in (OA.start, OA.end))
        assert str(found.value(quoted, OA.exact)) == case.text[start:end]
        prefix = str(found.value(quoted, OA.prefix) or "")
        assert case.text[:start].endswith(prefix)


def test_annotations_stand_in_a_collection(case: Document, document: Document) -> None:
    found = graph(case, document, many=True)
    [collection] = found.subjects(RDF.type, AS.OrderedCollection)
    page = found.value(collection, AS.first)
    items = list(Collection(found, found.value(page, AS["items"])))  # type: ignore[arg-type]
    assert len(items) == int(str(found.value(collection, AS.totalItems))) == len(set(items))
    assert all((item, RDF.type, OA.Annotation) in found for item in items)


def bodies(found: Graph, annotation: Node) -> dict[str, str]:
    return {
        str(found.value(body, OA.hasPurpose)).rpartition("#")[2]: str(found.value(body, RDF.value))
        for body in found.objects(annotation, OA.hasBody)
        if str(found.value(body, URIRef("http://purl.org/dc/elements/1.1/format"))) != "application/json"
    }


def test_who_made_an_annotation_is_told(reviewed: Document) -> None:
    found = graph(reviewed)
    machine = URIRef(f"urn:newsreader:{reviewed.article.id}:s1")
    assert bodies(found, machine) == {"classifying": "direct", "tagging": "statement", "identifying": "Anna Beck"}
    creator = found.value(machine, DCTERMS.creator)
    assert (creator, RDF.type, AS.Application) in found
    human = URIRef("urn:uuid:00000000-0000-4000-8000-000000000005")
    assert found.value(human, OA.motivatedBy) == OA.highlighting
    assert bodies(found, human) == {"commenting": "wirklich?", "tagging": "offen", "highlighting": "prüfen"}
    person = found.value(human, DCTERMS.creator)
    assert found.value(person, FOAF.name) == Literal("Jo Ögel")
    assert str(found.value(human, DCTERMS.created)).startswith("2024-05-04T12:00:00")


def test_a_verdict_is_an_assessment(reviewed: Document) -> None:
    found = graph(reviewed)
    decided = {f"urn:uuid:{one.id}": one.verdict.value for one in reviewed.human if one.verdict}
    assert set(decided.values()) == {"added", "confirmed", "corrected", "rejected"}
    for name, verdict in decided.items():
        assert bodies(found, URIRef(name))["assessing"] == verdict
    # The purpose is the vocabulary's motivation, and no relative address.
    assert len(list(found.subjects(OA.hasPurpose, OA.assessing))) == len(decided)


@pytest.mark.parametrize("prefix", ["", "oa:", "http://www.w3.org/ns/oa#"])
def test_a_purpose_is_known_as_a_term_and_as_an_iri(prefix: str) -> None:
    row = {
        "type": "Annotation",
        "target": "https://example.org/a",
        "body": [
            {"type": "TextualBody", "value": "Frage", "purpose": [f"{prefix}tagging"]},
            {"type": "TextualBody", "value": "geprüft", "purpose": f"{prefix}assessing"},
        ],
    }
    [found] = web_annotations(row) or []
    assert (found.tags, found.note) == (("Frage",), "geprüft")


def test_nothing_of_a_person_s_is_lost(reviewed: Document) -> None:
    items = json.loads(written("w3c", reviewed))["first"]["items"]
    rows = [
        json.loads(body["value"])
        for item in items
        if item["creator"]["type"] == "Person"
        for body in item["body"]
        if body["format"] == "application/json"
    ]
    assert tuple(from_json(row) for row in rows) == reviewed.human


def test_a_source_is_an_iri() -> None:
    assert source_iri("https://example.org/a b?c=ü#d") == "https://example.org/a%20b?c=%C3%BC#d"
    assert source_iri("texte/fall 1.txt") == "texte/fall%201.txt"
    assert source_iri("-") == "urn:newsreader:standard-input"
    assert source_iri("b\udcff") == "b%3F"
