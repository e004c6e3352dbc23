from __future__ import annotations

import pytest

from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.lexicon import Government


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("sagte", "sagen"),
        ("mitgeteilt", "mitteilen"),
        ("mitzuteilen", "mitteilen"),
        ("hieß", "heißen"),
        ("sprach", "sprechen"),
        ("widersprochen", "widersprechen"),
        ("versprach", "versprechen"),
        ("vorgeworfen", "vorwerfen"),
        ("antwortete", "antworten"),
        ("dementierte", "dementieren"),
        ("betont", "betonen"),
        ("empfahl", "empfehlen"),
        ("gebeten", "bitten"),
        ("räumte", "räumen"),
    ],
)
def test_forms_lead_to_their_infinitive(form: str, infinitive: str) -> None:
    assert lexicon.infinitive(form, "") == infinitive


def test_an_unlisted_verb_keeps_the_lemma_of_the_pipeline() -> None:
    assert lexicon.infinitive("grummelte", "grummeln") == "grummeln"


@pytest.mark.parametrize(
    ("verb", "parts"),
    [
        ("mitteilen", ("mit", "teilen")),
        ("einigen", ("", "einigen")),
        ("hinzufügen", ("hinzu", "fügen")),
        ("sagen", ("", "sagen")),
    ],
)
def test_particles_are_split_off(verb: str, parts: tuple[str, str]) -> None:
    assert lexicon.split_particle(verb) == parts


def test_a_verb_in_several_sections_takes_what_each_says() -> None:
    (fordern,) = lexicon.verbs()["fordern"]
    assert Government.DASS | Government.ZU | Government.OBJECT in fordern.government


def test_entries_that_need_more_words_come_first() -> None:
    needs = [len(entry.needs) for entry in lexicon.verbs()["halten"]]
    assert needs == sorted(needs, reverse=True)


def test_compounds_of_report_nouns_count() -> None:
    assert lexicon.is_source_noun("polizeiangaben")
    assert lexicon.is_content_noun("plagiatsvorwurf")
    assert not lexicon.is_source_noun("bahnhof")
