from __future__ import annotations

import pytest

from newsreader.analysis.components.statements.mood import subjunctive


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("sei", "sein"),
        ("habe", "haben"),
        ("hätten", "haben"),
        ("komme", "kommen"),
        ("arbeite", "arbeiten"),
        ("kündige", "ankündigen"),
        ("wandle", "wandeln"),
        ("gäbe", "geben"),
    ],
)
def test_konjunktiv(form: str, lemma: str) -> None:
    assert subjunctive(form, lemma, "")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("sagte", "sagen"), ("ist", "sein"), ("kommt", "kommen"), ("ging", "gehen"), ("machte", "machen")],
)
def test_indicative(form: str, lemma: str) -> None:
    assert not subjunctive(form, lemma, "Ind")


def test_past_tenses_stay_indicative_whatever_the_pipeline_says() -> None:
    assert not subjunctive("teilte", "teilen", "Sub")
