"""The pipeline: the one that ships, a user's own, and what is said of one that cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader import article as reading
from newsreader.analysis.document import to_document
from newsreader.analysis.info import pipeline_info
from newsreader.analysis.pipeline import COMPONENTS, Pipeline, load
from newsreader.article.model import Article, Block, BlockKind, Section, Span
from newsreader.errors import AnalysisError
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from newsreader.analysis.result import Analysis

TRAINED = (
    ("Olaf", "NE", "PROPN", "Olaf", "Case=Nom", "B-PERSON"),
    ("Scholz", "NE", "PROPN", "Scholz", "Case=Nom", "I-PERSON"),
    ("kam", "VVFIN", "VERB", "kommen", "Mood=Ind|Tense=Past|VerbForm=Fin", "O"),
    ("nach", "APPR", "ADP", "nach", "", "O"),
    ("Bonn", "NE", "PROPN", "Bonn", "Case=Dat", "B-GPE"),
    (".", "$.", "PUNCT", ".", "", "O"),
)


@pytest.fixture(scope="module")
def embedded() -> Pipeline:
    return load()


def train() -> Language:
    """A pipeline that knows one sentence by heart, with components and labels like a user's own."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("de")
    columns = list(zip(*TRAINED, strict=True))
    examples = []
    for repeats in (1, 2):
        words = list(columns[0]) * repeats
        gold = Doc(
            nlp.vocab,
            words=words,
            tags=list(columns[1]) * repeats,
            pos=list(columns[2]) * repeats,
            lemmas=list(columns[3]) * repeats,
            morphs=list(columns[4]) * repeats,
            ents=list(columns[5]) * repeats,
            sent_starts=[i % len(TRAINED) == 0 for i in range(len(words))],
        )
        examples.append(Example(nlp.make_doc(gold.text), gold))
    for name in ("senter", "tagger", "morphologizer", "trainable_lemmatizer", "ner"):
        nlp.add_pipe(name, config={"min_tree_freq": 1} if name == "trainable_lemmatizer" else {})
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimizer)
    return nlp


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pipelines") / "own"
    nlp = train()
    nlp.meta["name"] = "own"
    nlp.to_disk(folder)
    return folder


def names(article: Article, analysis: Analysis) -> dict[str, set[str]]:
    """The actors' names with the texts of their mentions."""
    return {actor.name: {span.of(article.text) for span in actor.mentions} for actor in analysis.actors}


def labels(article: Article, analysis: Analysis) -> set[tuple[str, str]]:
    return {(entity.span.of(article.text), entity.label) for entity in analysis.entities}


def test_a_users_own_pipeline_gives_tags_and_labels(own: Path) -> None:
    pipeline = load(str(own))
    article = Article("Olaf Scholz kam nach Bonn.\n\nOlaf Scholz kam nach Bonn.", "own.txt")
    analysis = pipeline.analyse(article)
    assert labels(article, analysis) == {("Olaf Scholz", "PERSON"), ("Bonn", "GPE")}
    assert names(article, analysis) == {"Olaf Scholz": {"Olaf Scholz"}}
    assert analysis.pipeline == pipeline_info(str(own))
    assert analysis.pipeline.name == "de_own"
    assert pipeline.nlp.pipe_names[-len(COMPONENTS) :] == list(COMPONENTS)


@pytest.mark.parametrize(
    ("removed", "missing"),
    [
        ("tagger", "part-of-speech tags (tagger)"),
        ("senter", "sentences (parser or senter)"),
        ("ner", "named entities (ner)"),
        ("trainable_lemmatizer", "lemmas (lemmatizer)"),
        ("morphologizer", "morphology (morphologizer)"),
    ],
)
def test_what_is_missing_is_named(own: Path, tmp_path: Path, removed: str, missing: str) -> None:
    import spacy

    nlp = spacy.load(own)
    nlp.remove_pipe(removed)
    nlp.to_disk(tmp_path / "part")
    with pytest.raises(AnalysisError) as caught:
        load(str(tmp_path / "part"))
    assert caught.value.key == "analysis.missing_components"
    assert missing in str(caught.value)
    assert str(tmp_path / "part") in str(caught.value)
    assert "\n" not in Phrases("de").say(caught.value)


@pytest.mark.parametrize(
    ("meta", "key"),
    [
        ({"spacy_version": ">=2.3.0,<2.4.0"}, "analysis.other_version"),
        ({"lang": "en"}, "analysis.not_german"),
        ({}, "analysis.broken_pipeline"),
    ],
)
def test_a_pipeline_that_cannot_be_used(tmp_path: Path, meta: dict[str, str], key: str) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "de", "name": "old", "version": "1"} | meta), "utf-8")
    with pytest.raises(AnalysisError) as caught:
        load(str(tmp_path))
    assert caught.value.key == key
    assert "\n" not in str(caught.value)


def test_a_pipeline_of_unknown_components(own: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "strange"
    shutil.copytree(own, folder)
    config = (folder / "config.cfg").read_text("utf-8")
    (folder / "config.cfg").write_text(config.replace('factory = "senter"', 'factory = "no_such_factory"'), "utf-8")
    with pytest.raises(AnalysisError) as caught:
        load(str(folder))
    assert caught.value.key == "analysis.broken_pipeline"


def test_components_are_found_by_name_in_any_program(own: Path) -> None:
    """A program that only knows spaCy finds the factories through the entry points of the installation."""
    code = (
        "import spacy, sys; nlp = spacy.load(sys.argv[1]); nlp.add_pipe('newsreader_blocks', first=True)\n"
        "for name in sys.argv[2:]: nlp.add_pipe(name)\n"
        "doc = nlp('Olaf Scholz kam nach Bonn.'); print(len(doc._.actors), doc._.statements)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(own), *COMPONENTS], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "1 ()"


def test_the_sample(embedded: Pipeline, sample: Path) -> None:
    article = reading.read(str(sample))
    analysis = embedded.analyse(article)
    actors = names(article, analysis)
    assert {"Lloyd Austin", "Austin"} <= actors["Lloyd Austin"]
    assert {"Andrej Beloussow", "Beloussow"} <= actors["Andrej Beloussow"]
    assert {"Wolodymyr Selenskyj", "Selenskyj", "der ukrainische Präsident"} <= actors["Wolodymyr Selenskyj"]
    assert "Olaf Scholz" in actors
    roles = {actor.name: actor.role for actor in analysis.actors}
    assert roles["Lloyd Austin"] == "US-Verteidigungsminister"
    assert roles["Olaf Scholz"] == "Bundeskanzler"
    assert roles["Wolodymyr Selenskyj"] == "ukrainischer Präsident"
    values = {entity.span.of(article.text): entity.value for entity in analysis.entities if entity.value}
    assert values["13.07.2024 10:36 Uhr"] == "2024-07-13T10:36"
    assert values["26. Juni"] == "2024-06-26"
    assert values["Donnerstag"] == "2024-07-11"
    assert values["2.500 Kilometern"] == "2500 km"
    assert {statement.section for statement in analysis.statements} == {"0", "1", "2"}


def test_the_same_text_gives_the_same_result(embedded: Pipeline, sample: Path) -> None:
    article = reading.read(str(sample))
    once = embedded.analyse(article)
    other = Article("Etwas anderes geschah in Bonn.", "other.txt")
    assert list(embedded.analyse_many([other, article, other, article]))[1::2] == [once, once]
    assert load().analyse(article) == once


def test_identifiers_are_counted_in_order(embedded: Pipeline, sample: Path) -> None:
    analysis = embedded.analyse(reading.read(str(sample)))
    assert [e.id for e in analysis.entities] == [f"e{n}" for n in range(1, len(analysis.entities) + 1)]
    assert [a.id for a in analysis.actors] == [f"a{n}" for n in range(1, len(analysis.actors) + 1)]
    assert [s.id for s in analysis.statements] == [f"s{n}" for n in range(1, len(analysis.statements) + 1)]
    known = {actor.id for actor in analysis.actors}
    assert {e.actor for e in analysis.entities} | {s.actor for s in analysis.statements} <= known | {None}
    starts = [entity.span.start for entity in analysis.entities]
    assert starts == sorted(starts)


def test_a_long_text_is_analysed_in_parts_without_a_seam(embedded: Pipeline) -> None:
    paragraph = "Olaf Scholz kam am Montag nach Bonn. Das sei gut, sagte der Bundeskanzler. "
    text = "\n\n".join([paragraph.strip()] * 900)
    assert len(text) > 3 * 20_000
    article = Article(text, "long.txt")
    analysis = embedded.analyse(article)
    people = [entity for entity in analysis.entities if entity.span.of(text) == "Olaf Scholz"]
    assert len(people) == 900
    assert {entity.actor for entity in people} == {"a1"}


def test_blocks_keep_headings_apart(embedded: Pipeline) -> None:
    text = "Scholz reist nach Bonn\nDer Bundeskanzler kam am Montag."
    blocks = (Block(BlockKind.TITLE, Span(0, 22)), Block(BlockKind.PARAGRAPH, Span(23, len(text))))
    doc = embedded.doc(Article(text, "x", blocks=blocks))
    assert [sent.text.strip() for sent in doc.sents] == text.split("\n")


def test_who_speaks_after_a_dateline(embedded: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "BERLIN (dpa) - Am Donnerstag sagte Bundeskanzler Olaf Scholz (SPD) in Berlin, er sei dafür. Das Kabinett habe "
        "lange beraten.\n\nDie Opposition kritisierte das.\n",
        "utf-8",
    )
    article = reading.read(str(tmp_path / "a.txt"))
    analysis = embedded.analyse(article)
    assert embedded.doc(article)[0].sent.text.strip() == "BERLIN (dpa) -"
    assert [statement.speaker and statement.speaker.of(article.text) for statement in analysis.statements[:2]] == [
        "Bundeskanzler Olaf Scholz (SPD)"
    ] * 2
    assert {a.name for a in analysis.actors if a.id == analysis.statements[0].actor} == {"Olaf Scholz"}


def test_statements_know_their_section(embedded: Pipeline) -> None:
    first, second = "Das sei gut, sagte Olaf Scholz.\n\n", "Das sei schlecht, sagte Angela Merkel."
    text = first + second
    sections = (
        Section("0", None, 1, Span(0, len(first))),
        Section("1", None, 2, Span(len(first), len(text))),
    )
    analysis = embedded.analyse(Article(text, "x", sections=sections))
    assert [statement.section for statement in analysis.statements] == ["0", "1"]


def test_another_language_is_noticed_and_not_analysed(embedded: Pipeline) -> None:
    english = "The government said on Monday that it would spend more money on the railways. " * 5
    german = "Olaf Scholz kam am Montag nach Bonn."
    other, own_language = embedded.analyse_many([Article(english, "en"), Article(german, "de")])
    assert other.notices == ("analysis.other_language",)
    assert (other.entities, other.actors, other.statements) == ((), (), ())
    assert own_language.notices == ()
    assert own_language.entities
    assert "Deutsch" in Phrases("de")(other.notices[0])


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "🎉", "a", ".", "„", "\u00ad", "\ud800", "\0", "((((", "- - -"])
def test_tiny_texts(embedded: Pipeline, text: str) -> None:
    analysis = embedded.analyse(Article(text, "tiny"))
    assert analysis.statements == ()


BASE = (
    "„Das ist gut“, sagte Bundeskanzler Olaf Scholz am Donnerstag in Köln. Er dankte der Behörde für 2,5 Millionen "
    "Euro. Nach Angaben der Polizei kamen 300 Menschen. Die Präsidentin betonte, sie habe „nichts gewusst“."
)
PIECES = st.sampled_from(
    [*BASE.split(" "), "\n\n", "\n", "„", "“", '"', ",", ":", "(", ")", "–", "🎉", "\u00ad", "A\u0308"]
)


def check(article: Article, analysis: Analysis) -> None:
    """All spans lie inside the text, hold something, and the document's texts are their slices."""
    text = article.text
    document = to_document(article, analysis)
    spans = [entity.span for entity in analysis.entities]
    spans += [span for actor in analysis.actors for span in actor.mentions]
    for statement in analysis.statements:
        spans += [*statement.spans, *statement.cue, *statement.frame, *statement.addressee]
        spans += [statement.speaker] if statement.speaker is not None else []
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(not span.of(text).isspace() for span in spans)
    for row in [*document["entities"], *(s["speaker"] for s in document["statements"] if s["speaker"])]:
        assert row["text"] == text[row["start"] : row["end"]]
    last = Span(0, 0)
    for entity in analysis.entities:
        assert entity.span.start >= last.end or last.contains(entity.span)
        last = last if last.contains(entity.span) else entity.span


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=60), st.sampled_from(["", " ", " ", " "]))
def test_offsets_hold_for_any_mixture(embedded: Pipeline, pieces: list[str], blank: str) -> None:
    article = Article(blank.join(pieces), "mixture", published=datetime(2024, 7, 13))
    check(article, embedded.analyse(article))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_offsets_hold_for_any_text(embedded: Pipeline, text: str) -> None:
    article = Article(text, "any")
    check(article, embedded.analyse(article))


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("kanzler", "\u00adkanz\u00adler"),
        lambda text: text.replace(". ", "."),
        lambda text: text.replace("Millionen", "Mil-\nlionen"),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace("“", "").replace("sagte", "🎉 sagte 🎉"),
        lambda text: text.replace(" ", "\u00a0"),
    ],
)
def test_bad_writing_breaks_no_offset(embedded: Pipeline, change: object) -> None:
    assert callable(change)
    article = Article(change(BASE) * 3, "bad", published=datetime(2024, 7, 13))
    check(article, embedded.analyse(article))
