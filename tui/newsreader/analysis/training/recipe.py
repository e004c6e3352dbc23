"""The way from the corpora to the pipeline, step by step.

1. The lexicon is built, and word vectors are learned from running text.
2. The treebanks and the sentences with names are read; HanTa gives STTS tags where there are none.
3. Teacher networks learn names. The first reads running text, and what it takes forms for is kept.
4. The teachers label sentences of running text with probabilities.
5. The final network learns from all of it.
6. Far larger networks, which have read all running text, learn names and tags and label more sentences.
7. The final network goes on with these. Half of the way is taken back, and its head of cases is fitted anew.
   It is measured on sentences that none of the steps has learned from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from spacy.vocab import Vocab

from newsreader.analysis.embedded.lexicon import Lexicon
from newsreader.analysis.embedded.network import parameters, set_parameters
from newsreader.analysis.embedded.tokenizer import GermanTokenizer
from newsreader.analysis.embedded.vectors import FloretVectors
from newsreader.analysis.training import (
    labelling,
    lexicon_builder,
    raw,
    refitting,
    scores,
    seen,
    silver,
    stages,
    word_vectors,
)
from newsreader.analysis.training.arrays import Encoded, FormTable, encode, label_sets
from newsreader.analysis.training.corpora import Sample, read_conllu, read_names, read_pos
from newsreader.analysis.training.finetuning import Contextual
from newsreader.analysis.training.loop import Network, Settings, train

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path


WEIGHTS = {"names": 1.0, "stts": 1.0, "upos": 0.3, "Case": 0.4, "Number": 0.3, "Gender": 0.3, "Person": 0.3}
FOLDS = 5
"""One of so many sentences of the gold treebank is kept back, to measure tags and lemmas by."""
GOLD_TIMES = 5
"""How often a pass sees each sentence of the gold treebank, which is small."""

MORPHOLOGY_LABELS = {
    "Case": ["-", "Acc", "Dat", "Gen", "Nom"],
    "Gender": ["-", "Fem", "Masc", "Neut"],
    "Number": ["-", "Plur", "Sing"],
    "Person": ["-", "1", "2", "3"],
}

Log = Callable[[str], None]


TEACHERS = (
    Settings(epochs=8, tasks=("names",), seed=1),
    Settings(epochs=8, tasks=("names",), word_dropout=0.08, seed=2),
)
FINAL = Settings(hidden=192, epochs=5, word_dropout=0.05, extra_share=0.15, seed=7)
CONTEXTUAL = Contextual()
FURTHER = replace(
    FINAL,
    epochs=1,
    batch=1500,
    rate=0.0015,
    warmup=60,
    dropout=0.25,
    form_dropout=0.15,
    word_dropout=0.03,
    extra_share=0.85,
)
FURTHER_GOLD_TIMES = 3
REFIT_WEIGHT = 3.0
"""How much the gold treebank counts against the others where the head of cases is fitted anew."""


@dataclass(frozen=True)
class Recipe:
    """What a run depends on besides the corpora."""

    teachers: tuple[Settings, ...] = TEACHERS
    """The networks that label running text; the first of them also says what its forms are."""
    final: Settings = FINAL
    """The network that ships."""
    contextual: Contextual | None = CONTEXTUAL
    """The networks that have read running text; the network that ships does without them if None."""
    further: Settings = FURTHER
    """How it goes on with what they labelled; of the same sizes as `final`."""
    vectors: bool = True
    counted_lines: int = 290_000
    """Lines of encyclopedia whose forms are counted; a fifth as many of speeches."""
    labelled_lines: int = 130_000
    """Lines of encyclopedia that are labelled for the final network; a fifth as many of speeches."""
    seed: int = 0
    """Of the order and choice of running text."""


@dataclass
class Corpora:
    """The samples of all corpora; `names_dev` is learned from by nothing."""

    names: list[Sample]
    names_dev: list[Sample]
    gold: list[Sample]
    treebanks: list[Sample]
    tagged: list[Sample]


def tokenizer() -> GermanTokenizer:
    """The tokenizer of the pipeline."""
    return GermanTokenizer(Vocab())


def read_corpora(folder: Path, teacher: silver.Teacher | None, log: Log = print) -> Corpora:
    """Reads the corpora.

    Args:
        folder: the corpora's folder.
        teacher: gives STTS tags where a corpus has none; without it such sentences teach no tags.
        log: takes a line a step.

    Raises:
        OSError: a file is missing.
    """
    cut = tokenizer()
    hdt = [
        s for part in sorted((folder / "ud").glob("de_hdt-part-*.conllu.gz")) for s in read_conllu(part, True, False)
    ]
    corpora = Corpora(
        names=list(read_names(folder / "germeval14" / "train.iob2.gz", cut)),
        names_dev=list(read_names(folder / "germeval14" / "dev.iob2.gz", cut)),
        gold=list(read_conllu(folder / "ud" / "de_gsd-ud-dev.conllu.gz", True, True)),
        treebanks=[*hdt, *read_conllu(folder / "ud" / "de_pud-ud-test.conllu.gz", False, True)],
        tagged=list(read_pos(folder / "ud" / "de_gsd-ud-train.pos.gz")),
    )
    if teacher is not None:
        untagged = [s for s in corpora.treebanks if not any(s.labels["stts"])]
        for samples in (corpora.names, corpora.tagged, untagged):
            silver.add_tags(samples, teacher)
    log(f"read {len(corpora.names)} sentences with names, {len(corpora.gold) + len(corpora.treebanks)} of treebanks")
    return corpora


def held_out(samples: list[Sample], every: int) -> tuple[list[Sample], list[Sample]]:
    """The samples to learn from, and those kept back."""
    kept = samples[::every]
    ids = {id(sample) for sample in kept}
    return [s for s in samples if id(s) not in ids], kept


def labels_of(corpora: Corpora) -> dict[str, list[str]]:
    """The labels of each task; those of morphology are all there are, the others those that occur often enough."""
    found = label_sets([*corpora.names, *corpora.gold, *corpora.treebanks], 3)
    return {**found, **MORPHOLOGY_LABELS}


def fit(
    settings: Settings,
    corpora: Corpora,
    labels: dict[str, list[str]],
    table: FormTable,
    log: Log,
    extra: list[Encoded] | None = None,
    start: Network | None = None,
    gold_times: int = GOLD_TIMES,
) -> Network:
    """Trains a network.

    Args:
        settings: of the network and of training.
        corpora, labels: what to learn. One of `FOLDS` sentences of the gold treebank is kept back, for the figures.
        table: takes the forms.
        log: takes a line a pass.
        extra: sentences labelled by other networks, of the same table.
        start: a network of the same sizes whose weights it begins with.
        gold_times: how often a pass sees each sentence of the gold treebank.
    """
    learned, kept = held_out(corpora.gold, FOLDS)
    data = encode(corpora.names, labels, table)
    if settings.tasks != ("names",):
        data += encode(learned, labels, table) * gold_times
        data += encode([*corpora.treebanks, *corpora.tagged], labels, table)
    table.finish()
    network = Network(settings, table.embedded.shape[1], labels)
    if start is not None:
        for model, begun in zip(network.models, start.models, strict=True):
            set_parameters(model, [array.copy() for array in parameters(begun)])

    def figures(epoch: int) -> str:
        if epoch + 1 < settings.epochs:
            return ""
        names = scores.evaluate_names(network, corpora.names_dev, table)
        line = "names dev " + " ".join(f"{kind} {values[2]:.1f}" for kind, values in names.items())
        if "stts" in network.heads:
            line += f", tags kept back {scores.accuracy(network, kept, table, 'stts'):.2f}"
        return line

    train(network, data, table, settings, WEIGHTS, figures, log, extra)
    return network


def labelled(
    networks: list[Network], source: FormTable, target: FormTable, sentences: list[list[str]], weight: float = 0.6
) -> list[Encoded]:
    """Sentences with the mean of the probabilities that networks give their names (Hinton et al. 2015).

    Args:
        networks, source: what labels them, and their table of forms.
        target: the table of the network that will learn from them.
        sentences: tokens.
        weight: how much a token of them counts against one that people labelled.
    """
    numbers = [source.add(words) for words in sentences]
    source.finish()
    given = [network.scores(numbers, source, "names") for network in networks]
    result = []
    for words, *rows in zip(sentences, *given, strict=True):
        soft = np.mean([np.exp(row) for row in rows], axis=0).astype(np.float32)
        result.append(Encoded(target.add(words), {}, soft, weight))
    return result


@dataclass
class Result:
    """What a run gives."""

    network: Network
    lexicon: Lexicon
    vectors: FloretVectors | None
    corpora: Corpora


def run(folder: Path, work: Path, recipe: Recipe, teacher: silver.Teacher | None, log: Log = print) -> Result:
    """Goes the whole way; what an earlier run left in the folder for intermediate results is taken up.

    Args:
        folder: the corpora's folder.
        work: the folder for intermediate results, which is made.
        recipe: sizes, passes and seeds.
        teacher: gives STTS tags where a corpus has none.
        log: takes a line a step.

    Raises:
        OSError: a corpus is missing.
        ModuleNotFoundError: floret is not installed.
    """
    cut = tokenizer()
    work.mkdir(parents=True, exist_ok=True)
    lexicon, vectors = _resources(folder, work, recipe, cut, log)
    corpora = read_corpora(folder, teacher, log)
    labels = labels_of(corpora)
    known = FormTable(lexicon, vectors)
    teachers = []
    for number, settings in enumerate(recipe.teachers):
        place = work / f"teacher{number}"
        if not place.exists():
            network = fit(settings, corpora, labels, known, log)
            stages.save_network(network, settings, known.embedded.shape[1], place)
        teachers.append(stages.load_network(place)[0])
    lists = lexicon_builder.read_names(folder / "lexicon")
    if not (work / "seen").exists():
        read = raw.sample_sentences(folder / "raw", cut, recipe.counted_lines, recipe.counted_lines // 5, recipe.seed)
        forms = seen.bits(*seen.count(teachers[:1], read, FormTable(lexicon, vectors)))
        log(f"read {len(read)} sentences; {len(forms)} forms remembered")
        seen.with_seen(lexicon, lists, forms).save(work / "seen")
    lexicon = Lexicon.load(work / "seen")
    table = FormTable(lexicon, vectors)
    sample = raw.sample_sentences(
        folder / "raw", cut, recipe.labelled_lines, recipe.labelled_lines // 5, recipe.seed + 1
    )
    extra = labelled(teachers, known, table, sample) if sample and teachers else []
    log(f"{len(extra)} sentences labelled")
    network = fit(recipe.final, corpora, labels, table, log, extra)
    if recipe.contextual is not None:
        samples = [*corpora.names, *held_out(corpora.gold, FOLDS)[0] * GOLD_TIMES, *corpora.treebanks, *corpora.tagged]
        sentences, soft = labelling.read_and_label(
            folder / "raw", cut, samples, labels, WEIGHTS, lexicon, vectors, recipe.contextual, log
        )
        extra = [Encoded(table.add(words), {}, rows) for words, rows in zip(sentences, soft, strict=True)]
        log(f"{len(extra)} sentences labelled by networks that have read the text")
        start = network
        network = fit(recipe.further, corpora, labels, table, log, extra, start, FURTHER_GOLD_TIMES)
        refitting.halve(network, start)
        learned = encode(held_out(corpora.gold, FOLDS)[0], labels, table, REFIT_WEIGHT)
        refitting.refit(network, "Case", learned + encode(corpora.treebanks, labels, table), table)
    return Result(network, lexicon, vectors, corpora)


def _resources(
    folder: Path, work: Path, recipe: Recipe, cut: GermanTokenizer, log: Log
) -> tuple[Lexicon, FloretVectors | None]:
    """The lexicon and the word vectors."""
    text = work / "raw.txt"
    if not (work / "lexicon").exists():
        counts: Counter[str] = raw.tokenized(folder / "raw", cut, text, recipe.seed)
        log(f"running text: {counts.total()} tokens, {len(counts)} forms")
        lexicon_builder.build(folder / "lexicon", counts).save(work / "lexicon")
    if recipe.vectors and not (work / "vectors").exists():
        word_vectors.train_vectors(text).save(work / "vectors")
        log("word vectors learned")
    return Lexicon.load(work / "lexicon"), FloretVectors.load(work / "vectors") if recipe.vectors else None
