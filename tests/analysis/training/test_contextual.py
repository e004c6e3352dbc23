"""Networks that read running text first, where PyTorch is installed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newsreader.analysis.training import contextual, lexicon_builder, pretraining, recipe
from newsreader.analysis.training.contextual import SPECIAL, Forms, Reader, Shape
from newsreader.analysis.training.corpora import Sample
from newsreader.analysis.training.finetuning import Contextual, FineTuning, fine_tune, probabilities
from newsreader.analysis.training.loop import Settings
from newsreader.analysis.training.pretraining import Pretraining

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("torch", reason="PyTorch is needed for training only")

SHAPE = Shape(width=16, layers=2, heads=2, piece_width=8, table_width=4, words=6)
READING = Pretraining(passes=30, stretches=4, length=8, kinds=4, guessed=0.3, warmup=2)
TINY = Settings(width=16, hidden=8, table_width=4, epochs=2, dropout=0.0, form_dropout=0.0, warmup=2, batch=40)
TEXT = [["Olaf", "kam", "am", "Montag", "."], ["Die", "SPD", "lobt", "ihn", "sehr", "."]]
LABELS = {"names": ["O", "U-ORG", "U-PER"], "stts": ["NE", "VVFIN"]}


@pytest.fixture
def forms(corpora: Path) -> Forms:
    counts = Counter(word for sentence in TEXT for word in sentence)
    lexicon = lexicon_builder.build(corpora / "lexicon", counts)
    return Forms([form for form, _ in counts.most_common()], lexicon, None)


def test_rare_forms_are_guessed_by_kind(forms: Forms) -> None:
    counts = np.ones(len(forms.numbers), dtype=np.int64)
    target = pretraining.targets(forms, counts, 6, 2)
    assert target[:SPECIAL].tolist() == [-1, -1, -1]
    assert target[SPECIAL : SPECIAL + 6].tolist() == list(range(6))
    assert set(target[SPECIAL + 6 :].tolist()) <= {-1, 6, 7}


def test_what_is_read_is_guessed_better(forms: Forms) -> None:
    target = pretraining.targets(forms, np.ones(len(forms.numbers), dtype=np.int64), 6, 4)
    network = Reader(SHAPE, forms, LABELS, int(target.max()) + 1)
    lines: list[str] = []
    text = [forms(sentence) for sentence in TEXT] * 10
    for passes in (1.0, 30.0):
        pretraining.pretrain(network, text, target, replace(READING, passes=passes), lines.append)
    first, last = (float(line.rsplit(" ", 1)[1]) for line in (lines[0], lines[-1]))
    assert last < first


def test_labels_are_learned_and_lengths_do_not_matter(forms: Forms) -> None:
    network = Reader(SHAPE, forms, LABELS, 8)
    samples = [
        Sample(TEXT[0], {"names": ["U-PER", "O", "O", "O", "O"], "stts": ["NE", "VVFIN", None, None, None]}),
        Sample(TEXT[1], {"names": ["O", "U-ORG", "O", "O", "O", "O"]}),
    ]
    settings = FineTuning(rate=0.01, epochs=40, batch=20, hide=0.0, dropout=0.0)
    learned = fine_tune(network, samples, recipe.WEIGHTS, settings, lambda _: None)
    together = probabilities([learned], TEXT, "names")
    assert [rows.argmax(1).tolist() for rows in together] == [[2, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]]
    alone = probabilities([learned, learned], TEXT[:1], "names")[0]
    assert np.allclose(alone, together[0], atol=0.05)
    assert np.allclose(alone.sum(1), 1, atol=0.01)
    tags = probabilities([learned], TEXT[:1], "stts")[0]
    assert tags[:2].argmax(1).tolist() == [0, 1]
    assert contextual.device() in ("cpu", "cuda")


def test_the_network_that_ships_goes_on_with_their_labels(corpora: Path, tmp_path: Path) -> None:
    plan = recipe.Recipe(
        teachers=(replace(TINY, tasks=("names",)),),
        final=TINY,
        contextual=Contextual(SHAPE, replace(READING, passes=1), (FineTuning(epochs=1), FineTuning(epochs=1)), 5),
        further=replace(TINY, epochs=1),
        vectors=False,
        counted_lines=4,
        labelled_lines=4,
    )
    lines: list[str] = []
    done = recipe.run(corpora, tmp_path / "work", plan, lambda words: ["NN"] * len(words), lines.append)
    assert "5 sentences labelled by networks that have read the text" in lines
    assert set(done.network.heads) >= {"names", "stts", "Case"}
    assert sum("names dev" in line for line in lines) == 3
