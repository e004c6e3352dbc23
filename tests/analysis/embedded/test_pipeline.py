"""The pipeline as it ships: what each component sets, on sentences of news."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from newsreader import resources
from newsreader.analysis.embedded import load

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline() -> Language:
    return load()


def test_the_sample() -> None:
    text = resources.sample().read_text("utf-8")
    doc = pipeline()(text)
    assert doc.text == text
    names = {(entity.text, entity.label_) for entity in doc.ents}
    assert {("Lloyd Austin", "PER"), ("Andrej Beloussow", "PER"), ("Olaf Scholz", "PER")} <= names
    assert {("Russland", "LOC"), ("Washington", "LOC"), ("Ukraine", "LOC")} <= names
    assert all(text[e.start_char : e.end_char] == e.text for e in doc.ents)


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("Der Sprecher teilte am Montag mit, dass er gehe.", "teilte", "mitteilen"),
        ("Das Treffen fand am 26. Juni statt.", "fand", "stattfinden"),
        ("Er kündigte seinen Rücktritt an.", "kündigte", "ankündigen"),
        ("Sie wies die Vorwürfe zurück.", "wies", "zurückweisen"),
        ("Die Polizei geht von einem Unfall aus.", "geht", "ausgehen"),
        ("Er räumte Fehler ein.", "räumte", "einräumen"),
        ("Hinzu kommt, dass Geld fehlt.", "kommt", "hinzukommen"),
        ("Der Minister sagte nichts.", "sagte", "sagen"),
        ("Das Gericht hat den Antrag abgelehnt.", "abgelehnt", "ablehnen"),
        ("Er versprach, den Plan vorzustellen.", "vorzustellen", "vorstellen"),
    ],
)
def test_separable_verbs(text: str, verb: str, lemma: str) -> None:
    assert next(t for t in pipeline()(text) if t.text == verb).lemma_ == lemma


def test_a_particle_is_known_to_its_verb() -> None:
    doc = pipeline()("Der Sprecher teilte das gestern mit.")
    verb, particle = doc[2], doc[5]
    assert particle.tag_ == "PTKVZ"
    assert particle.lemma_ == "mit"
    assert verb._.particle == particle.i


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Der Präsident sagte nichts .", ["ART", "NN", "VVFIN", "PIS", "$."]),
        ("Austin habe die Bedeutung von Kommunikation mit Moskau inmitten des Konflikts betont .",
         ["NE", "VAFIN", "ART", "NN", "APPR", "NN", "APPR", "NE", "APPR", "ART", "NN", "VVPP", "$."]),
        ("Waffen , die weit bis nach Russland reichen .",
         ["NN", "$,", "PRELS", "ADV", "ADV", "APPR", "NE", "VVFIN", "$."]),
    ],
)  # fmt: skip
def test_tags(text: str, tags: list[str]) -> None:
    found = [token.tag_ for token in pipeline()(text)]
    assert sum(a == b for a, b in zip(found, tags, strict=True)) >= len(tags) - 1
    assert found[-2:] == tags[-2:]


def test_morphology() -> None:
    doc = pipeline()("Der Sprecher der Ministerin widersprach den Berichten.")
    assert doc[1].morph.get("Case") == ["Nom"]
    assert doc[3].morph.get("Case") == ["Gen"]
    assert doc[6].morph.get("Case") == ["Dat"]
    assert doc[6].morph.get("Number") == ["Plur"]
    assert doc[4].morph.get("Person") == ["3"]


def test_noun_phrases() -> None:
    doc = pipeline()("Der ukrainische Präsident Wolodymyr Selenskyj sprach mit einer Sprecherin des Pentagons.")
    assert [chunk.text for chunk in doc.noun_chunks] == [
        "Der ukrainische Präsident Wolodymyr Selenskyj",
        "einer Sprecherin",
        "des Pentagons",
    ]


def test_parts_of_names_are_kept_apart() -> None:
    doc = pipeline()("Nach dem NATO-Gipfel sprach der US-Verteidigungsminister.")
    assert "NATO-Gipfel" not in {e.text for e in doc.ents}
    assert "NATO-Gipfel" in {s.text for s in doc.spans["name_parts"]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "👩‍👩‍👧‍👦",
        "DER MINISTER SAGTE NEIN. BERLIN HOFFT.",
        "Der Mu\u0308nchner Bu\u0308rgermeister sagte: „Das geht so nicht\u00ad weiter.“",
        "Verant-\nwortung tra-\ngen",
        "\u202eabc\u202c \u200b\u200b x",
        "a" * 5000,
        "„„„““““",
    ],
)
def test_bad_input_keeps_its_offsets(text: str) -> None:
    doc = pipeline()(text)
    assert doc.text == text
    for span in [*doc.ents, *doc.spans["name_parts"]] if len(doc) else []:
        assert text[span.start_char : span.end_char] == span.text


def test_many_documents_are_analysed_like_one() -> None:
    texts = ["Olaf Scholz sagte nichts.", "Er habe keine Zeit.", ""]
    alone = [[(t.tag_, t.lemma_, str(t.morph), t.ent_type_) for t in pipeline()(text)] for text in texts]
    together = [[(t.tag_, t.lemma_, str(t.morph), t.ent_type_) for t in doc] for doc in pipeline().pipe(texts)]
    assert alone == together


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Lang sagte, das gehe nicht.", "NE"),
        ("Kurz erklärte: „Ich trete zurück.“", "NE"),
        ("Kurz erklärte er die Lage.", "ADJD"),
        ("Fest steht, dass Geld fehlt.", "ADJD"),
        ("Klar ist, dass Geld fehlt.", "ADJD"),
    ],
)
def test_a_surname_that_is_an_adjective_too(text: str, tag: str) -> None:
    assert pipeline()(text)[0].tag_ == tag
