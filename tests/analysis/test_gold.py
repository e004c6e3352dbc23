"""Statements in short articles of many kinds, annotated by hand in tests/gold.

An article marked "exact" must come out to the word: statements, kinds, speakers, cues, addressees, nesting. The others
hold what is not reached yet as well, and all together must not fall below a measured level.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsreader.analysis import embedded
from newsreader.analysis.components.statements import statements

if TYPE_CHECKING:
    from spacy.language import Language

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("*.json"))
LEVEL = 0.93
"""share of statements that come out to the word, and of those found that are annotated"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return embedded.load()


def read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def annotated(document: dict[str, Any]) -> set[tuple[str, ...]]:
    """The annotated statements as words."""
    text = document["article"]["text"]
    texts = {s["id"]: joined(text, s["spans"]) for s in document["statements"]}
    return {
        (
            s["kind"],
            texts[s["id"]],
            s["speaker"]["text"] if s["speaker"] else "",
            joined(text, s["cue"]),
            joined(text, s["addressee"]),
            texts.get(s["parent"], ""),
        )
        for s in document["statements"]
    }


def found(document: dict[str, Any], nlp: Language) -> set[tuple[str, ...]]:
    """The statements that the component finds, as words."""
    text = document["article"]["text"]
    result = statements(nlp(text))
    texts = {s.id: " ".join(span.of(text) for span in s.spans) for s in result}
    return {
        (
            s.kind.value,
            texts[s.id],
            s.speaker.of(text) if s.speaker else "",
            " ".join(span.of(text) for span in s.cue),
            " ".join(span.of(text) for span in s.addressee),
            texts.get(s.parent or "", ""),
        )
        for s in result
    }


def joined(text: str, spans: list[dict[str, int]]) -> str:
    return " ".join(text[span["start"] : span["end"]] for span in spans)


def test_there_are_enough_articles() -> None:
    assert len(GOLD) >= 15
    assert {s["kind"] for path in GOLD for s in read(path)["statements"]} == {
        "direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"
    }  # fmt: skip


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_offsets_of_the_annotation_hold(path: Path) -> None:
    document = read(path)
    text = document["article"]["text"]
    for statement in document["statements"]:
        assert statement["text"] == joined(text, statement["spans"])
        if statement["speaker"]:
            assert statement["speaker"]["text"] == joined(text, [statement["speaker"]])


@pytest.mark.parametrize("path", [p for p in GOLD if read(p)["exact"]], ids=lambda path: path.stem)
def test_exact_articles(path: Path, nlp: Language) -> None:
    document = read(path)
    assert found(document, nlp) == annotated(document)


def test_all_articles_together(nlp: Language) -> None:
    right = wanted = got = 0
    for path in GOLD:
        document = read(path)
        gold, result = annotated(document), found(document, nlp)
        right += len(gold & result)
        wanted += len(gold)
        got += len(result)
    assert right / wanted >= LEVEL
    assert right / got >= LEVEL
