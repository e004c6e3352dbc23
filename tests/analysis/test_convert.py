"""From a spaCy Doc to plain data: names inside compounds are told apart from names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, Span

from newsreader.analysis.components import extensions
from newsreader.analysis.convert import to_analysis
from newsreader.analysis.info import PipelineInfo
from newsreader.article.model import Article

if TYPE_CHECKING:
    from newsreader.analysis.result import Entity


def entities(words: list[str], compounds: dict[int, str], names: dict[int, str]) -> tuple[str, tuple[Entity, ...]]:
    extensions.register()
    doc = Doc(spacy.blank("de").vocab, words=words)
    doc.spans["name_parts"] = [Span(doc, i, i + 1, label=label) for i, label in compounds.items()]
    doc.set_ents([Span(doc, i, i + 1, label=label) for i, label in names.items()])
    doc._.entity_actors = {}
    doc._.actors = ()
    doc._.statements = ()
    return doc.text, to_analysis(Article(doc.text, "a.txt"), doc, PipelineInfo("test", "1")).entities


@pytest.mark.parametrize(
    ("compound", "label", "name"),
    [
        ("NATO-Gipfel", "ORG-PART", "NATO"),
        ("Baden-Württemberg-Wahl", "LOC-PART", "Baden-Württemberg"),
        ("Merkel-Regierung", "PER-PART", "Merkel"),
    ],
)
def test_the_name_in_a_compound_is_an_entity_that_is_part_of_a_word(compound: str, label: str, name: str) -> None:
    text, found = entities(["Der", compound, "in", "Berlin"], {1: label}, {3: "LOC"})
    assert [(entity.span.of(text), entity.label) for entity in found] == [
        (name, label.replace("-PART", "part")),
        ("Berlin", "LOC"),
    ]
    assert [entity.id for entity in found] == ["e1", "e2"]
    assert found[0].kind == label.removesuffix("-PART")


def test_derived_words_and_compounds_without_a_hyphen_are_no_entities() -> None:
    _, found = entities(["Deutsche", "Bundesligaspiele"], {0: "LOC-DERIV", 1: "ORG-PART"}, {})
    assert found == ()


def test_a_compound_within_a_name_stays_one_name() -> None:
    text, found = entities(["Die", "Ost-SPD"], {1: "LOC-PART"}, {1: "ORG"})
    assert [(entity.span.of(text), entity.label) for entity in found] == [("Ost-SPD", "ORG")]
