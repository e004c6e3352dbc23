"""Training, from tiny corpora to a pipeline that is written and loaded again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newsreader.analysis.embedded import load
from newsreader.analysis.embedded.decoding import allowed, decode, spans
from newsreader.analysis.embedded.lexicon import HashTable, Lexicon
from newsreader.analysis.embedded.vectors import FloretVectors
from newsreader.analysis.training import lexicon_builder, packaging, recipe, refitting, seen, silver, stages
from newsreader.analysis.training.arrays import FormTable, encode
from newsreader.analysis.training.corpora import join, names_sample, read_conllu, read_names, read_pos
from newsreader.analysis.training.loop import Network, Settings
from newsreader.analysis.training.scores import accuracy, name_scores

if TYPE_CHECKING:
    from pathlib import Path

TINY = Settings(width=16, hidden=8, table_width=4, epochs=3, dropout=0.0, form_dropout=0.0, warmup=2, batch=40)
NAMER = replace(TINY, tasks=("names",))
PLAN = recipe.Recipe(
    teachers=(NAMER, NAMER), final=TINY, contextual=None, vectors=False, counted_lines=4, labelled_lines=4
)


def teacher(words: list[str]) -> list[str]:
    tags = {"am": "APPRART", ".": "$.", "Er": "PPER", "an": "PTKVZ"}
    return [tags.get(word, "NN" if word[0].isupper() else "VVFIN") for word in words]


def test_contractions_are_one_token(corpora: Path) -> None:
    sample = next(iter(read_conllu(corpora / "ud" / "de_gsd-ud-dev.conllu.gz", True, True)))
    assert sample.words == ["Er", "kam", "am", "Montag", "an", "."]
    assert sample.labels["stts"] == ["PPER", "VVFIN", "APPRART", "NN", "PTKVZ", "$."]
    assert sample.labels["Case"][2] == "Dat"
    assert sample.particles == {4: 1}
    plain = next(iter(read_pos(corpora / "ud" / "de_gsd-ud-train.pos.gz")))
    assert plain.words == ["Er", "kam", "am", "Montag", "."]


def test_names_keep_their_places_in_the_text(corpora: Path) -> None:
    first, second, *_ = read_names(corpora / "germeval14" / "dev.iob2.gz", recipe.tokenizer())
    assert first.text == "Olaf Scholz besuchte Berlin."
    assert first.names == {(0, 11, "PER"), (21, 27, "LOC")}
    assert first.labels["names"] == ["B-PER", "L-PER", "O", "U-LOC", "O"]
    assert second.names == {(4, 7, "ORG")}
    assert [second.text[a:b] for a, b in second.aside] == ["NATO-Gipfel"]
    assert second.labels["names"][4] == "U-ORGpart"


def test_nothing_is_learned_where_bounds_do_not_fit() -> None:
    sample = names_sample(["Die", "Ltd", ".", "ist", "da"], ["O", "B-ORG", "O", "O", "O"], recipe.tokenizer())
    assert sample.names == {(4, 7, "ORG")}
    assert join(["„", "Ja", "“", ",", "(", "so", ")"])[0] == "„Ja“, (so)"


def test_the_teachers_tags_must_agree_with_universal_ones(corpora: Path) -> None:
    sample = next(iter(read_pos(corpora / "ud" / "de_gsd-ud-train.pos.gz")))
    silver.add_tags([sample], teacher)
    assert sample.labels["stts"] == ["PPER", "VVFIN", "APPRART", "NN", "$."]
    silver.add_tags([sample], lambda words: ["NN"] * len(words))
    assert sample.labels["stts"] == [None, None, None, "NN", None]


def test_the_best_well_formed_sequence() -> None:
    labels = ["O", "B-PER", "I-PER", "L-PER", "U-PER"]
    table = allowed(labels)
    scores = np.log(np.array([[0.2, 0.5, 0.1, 0.1, 0.1], [0.4, 0.1, 0.1, 0.3, 0.1]], dtype=np.float32))
    assert [labels[i] for i in decode(scores, table)] == ["B-PER", "L-PER"]
    assert spans(["B-PER", "L-PER", "O", "U-LOC"]) == [(0, 2, "PER"), (3, 4, "LOC")]
    assert decode(scores[:1], table).tolist() == [0]


def test_a_hash_table_gives_what_was_put_in(tmp_path: Path) -> None:
    items = {f"Wort{i}": i for i in range(1000)}
    HashTable.build(items).save(tmp_path / "table.npz")
    table = HashTable.load(tmp_path / "table.npz")
    assert all(table.get(form) == number for form, number in items.items())
    assert table.get("anderes") == -1
    assert len(table) == 1000


def test_the_commoner_lemma_comes_first(corpora: Path, tmp_path: Path) -> None:
    lexicon = lexicon_builder.build(corpora / "lexicon", Counter({"habe": 3}))
    lexicon.save(tmp_path / "lexicon")
    again = Lexicon.load(tmp_path / "lexicon")
    assert {r.tag for r in again.readings("habe")} == {"VER:3:SIN:KJ1:NON", "VER:1:SIN:PRÄ:NON"}
    assert again.analyse("NATO-Gipfel")[0][0].lemma == "NATO-Gipfel"
    assert again.name_bits("Olaf") == 1
    assert again.name_bits("Zypern") == 1 << lexicon_builder.NAME_KINDS.index("country")


def test_what_forms_were_seen_as() -> None:
    counts = np.array([[9.0, 0, 0, 0, 10], [0, 0, 0, 0, 10], [2, 0, 7, 0, 10], [5, 0, 0, 0, 2]])
    found = seen.bits(["Scholz", "Haus", "Ford", "Rar"], counts)
    assert {name for name in seen.SEEN if found["Scholz"] >> seen.SEEN.index(name) & 1} == {"some-PER", "most-PER"}
    assert found["Haus"] == 1 << seen.SEEN.index("rarely")
    assert {name for name in seen.SEEN if found["Ford"] >> seen.SEEN.index(name) & 1} == {
        "some-PER",
        "some-ORG",
        "most-ORG",
    }
    assert "Rar" not in found


def test_figures_of_names(corpora: Path) -> None:
    samples = list(read_names(corpora / "germeval14" / "dev.iob2.gz", recipe.tokenizer()))
    found = [{(0, 11, "PER")}, {(4, 7, "LOC"), (17, 28, "ORG")}]
    scores = name_scores(samples, found)
    assert scores["PER"] == (100.0, 100.0, 100.0)
    assert scores["ORG"] == (0.0, 0.0, 0.0)
    assert scores["all"][0] == pytest.approx(50.0)


def test_vectors_survive_a_byte_a_number(tmp_path: Path) -> None:
    rows = np.random.default_rng(0).normal(size=(50, 8)).astype(np.float32)
    vectors = FloretVectors(rows, 3, 5, 2, 2166136261)
    vectors.save(tmp_path / "vectors")
    again = FloretVectors.load(tmp_path / "vectors")
    assert np.allclose(vectors(["Haus", "unerhört"]), again(["Haus", "unerhört"]), atol=0.02)
    assert vectors([]).shape == (0, 8)


def test_the_whole_way(corpora: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    done = recipe.run(corpora, tmp_path / "work", PLAN, teacher, lines.append)
    nlp = packaging.assemble(done.network, PLAN.final, done.lexicon, done.vectors, {})
    packaging.describe(nlp, {"all": (1.0, 2.0, 3.0), "PER": (1.0, 2.0, 3.0)}, {"stts": 95.0})
    packaging.write(nlp, tmp_path / "de_test")
    packaging.write(nlp, tmp_path / "de_test")
    again = load(tmp_path / "de_test")
    text = "Olaf Scholz besuchte Berlin. Er kam am Montag an."
    doc = again(text)
    assert doc.text == text
    assert [(t.tag_, t.lemma_) for t in doc] == [(t.tag_, t.lemma_) for t in nlp(text)]
    assert "CC BY" in (tmp_path / "de_test" / "ATTRIBUTION.md").read_text("utf-8")
    assert again.meta["sources"]
    assert sum("names dev" in line for line in lines) == 3


def test_training_is_the_same_twice(corpora: Path) -> None:
    read = recipe.read_corpora(corpora, teacher, lambda _: None)
    labels = recipe.labels_of(read)
    lexicon = lexicon_builder.build(corpora / "lexicon", Counter())
    networks = [recipe.fit(TINY, read, labels, FormTable(lexicon, None), lambda _: None) for _ in range(2)]
    first, second = (network.heads["names"].get_param("W") for network in networks)
    assert np.array_equal(np.asarray(first), np.asarray(second))


def test_a_network_is_kept(tmp_path: Path) -> None:
    network = Network(TINY, 4, {"names": ["O", "U-PER"]})
    stages.save_network(network, TINY, 4, tmp_path / "network")
    again, settings = stages.load_network(tmp_path / "network")
    assert settings == TINY
    assert np.array_equal(
        np.asarray(again.heads["names"].get_param("W")), np.asarray(network.heads["names"].get_param("W"))
    )


def test_a_network_goes_on_and_half_of_the_way_is_taken_back(corpora: Path) -> None:
    read = recipe.read_corpora(corpora, teacher, lambda _: None)
    labels = recipe.labels_of(read)
    table = FormTable(lexicon_builder.build(corpora / "lexicon", Counter()), None)
    start = recipe.fit(TINY, read, labels, table, lambda _: None)
    before = np.array(start.heads["stts"].get_param("W"))
    network = recipe.fit(TINY, read, labels, table, lambda _: None, start=start)
    after = np.array(network.heads["stts"].get_param("W"))
    assert np.array_equal(before, np.asarray(start.heads["stts"].get_param("W")))
    refitting.halve(network, start)
    assert np.allclose((before + after) / 2, np.asarray(network.heads["stts"].get_param("W")))
    head = network.heads["Case"]
    head.set_param("W", np.zeros_like(head.get_param("W")))
    poor = accuracy(network, read.gold, table, "Case")
    refitting.refit(network, "Case", encode(read.gold, labels, table), table, rate=3.0)
    assert np.allclose((before + after) / 2, np.asarray(network.heads["stts"].get_param("W")))
    assert accuracy(network, read.gold, table, "Case") > poor
