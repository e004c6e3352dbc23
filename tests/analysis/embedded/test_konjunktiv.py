"""Konjunktiv told from Indikativ, above all where the form is the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.embedded import load

if TYPE_CHECKING:
    from spacy.language import Language

LIST = Path(__file__).with_name("konjunktiv.txt")
MARK = re.compile(r"/([12I])")


@cache
def pipeline() -> Language:
    return load()


def cases() -> list[tuple[str, dict[int, str]]]:
    """Each sentence, and the mood at the end of each finite verb."""
    result = []
    for line in LIST.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            moods: dict[int, str] = {}
            for number, mark in enumerate(MARK.finditer(line)):
                moods[mark.start() - 2 * number] = mark.group(1)
            result.append((MARK.sub("", line), moods))
    return result


def found(text: str) -> dict[int, str]:
    """The mood at the end of each token that is in the Konjunktiv."""
    result = {}
    for token in pipeline()(text):
        if token.morph.get("Mood") == ["Sub"]:
            result[token.idx + len(token)] = "1" if token.morph.get("Tense") == ["Pres"] else "2"
    return result


def test_precision_and_recall() -> None:
    hit = wrong = missed = kind = 0
    for text, moods in cases():
        got = found(text)
        gold = {end: mood for end, mood in moods.items() if mood != "I"}
        hit += len(got.keys() & gold.keys())
        wrong += len(got.keys() - gold.keys())
        missed += len(gold.keys() - got.keys())
        kind += sum(got[end] == gold[end] for end in got.keys() & gold.keys())
    assert hit / (hit + wrong) >= 0.9
    assert hit / (hit + missed) >= 0.9
    assert kind / hit >= 0.95


@pytest.mark.parametrize(
    ("text", "verb", "mood"),
    [
        ("Er sagte, er habe keine Zeit.", "habe", "Sub"),
        ("Ich habe keine Zeit.", "habe", "Ind"),
        ("Die Ukraine brauche keine fremden Soldaten, sagte Selenskyj.", "brauche", "Sub"),
        ("Ich brauche Hilfe.", "brauche", "Ind"),
        ("Die Polizei gehe von einem Unfall aus.", "gehe", "Sub"),
        ("Ich gehe von einem Unfall aus.", "gehe", "Ind"),
        ("Der Vertrag werde geprüft.", "werde", "Sub"),
        ("Ich werde das prüfen.", "werde", "Ind"),
        ("Die Regierung sollte schneller handeln.", "sollte", "Sub"),
        ("Er wurde gestern operiert.", "wurde", "Ind"),
    ],
)
def test_homographs(text: str, verb: str, mood: str) -> None:
    token = next(t for t in pipeline()(text) if t.text == verb)
    assert token.morph.get("Mood") == [mood]
    assert token.morph.get("VerbForm") == ["Fin"]
