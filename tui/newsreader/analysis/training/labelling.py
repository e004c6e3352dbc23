"""From running text to sentences whose names are labelled by networks that have read it."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from newsreader.analysis.training import raw
from newsreader.analysis.training.contextual import Forms, Reader
from newsreader.analysis.training.finetuning import Contextual, fine_tune, probabilities
from newsreader.analysis.training.pretraining import pretrain, targets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from newsreader.analysis.embedded.lexicon import Lexicon
    from newsreader.analysis.embedded.tokenizer import GermanTokenizer
    from newsreader.analysis.training.arrays import Vectors
    from newsreader.analysis.training.corpora import Sample

SPEECHES = 0.4
"""Share of the sentences of speeches that may be labelled; of the encyclopedia all may be."""


def read_and_label(
    folder: Path,
    tokenizer: GermanTokenizer,
    samples: list[Sample],
    labels: dict[str, list[str]],
    weights: dict[str, float],
    lexicon: Lexicon,
    vectors: Vectors | None,
    plan: Contextual,
    log: Callable[[str], None],
) -> tuple[list[list[str]], list[NDArray[np.float32]]]:
    """Sentences, and for each of them the probabilities of the labels of names, shape (tokens, labels).

    Args:
        folder: the corpora's `raw` folder.
        tokenizer: the pipeline's tokenizer.
        samples: sentences of all tasks to learn from.
        labels: the labels of each task.
        weights: how much each task counts.
        lexicon, vectors: what is known of forms.
        plan: sizes, passes and seeds.
        log: takes a line now and then.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
        OSError: a text is missing.
    """
    texts = [
        [part for line in raw.lines(folder, names) for part in raw.sentences(line, tokenizer)]
        for names in (raw.ENCYCLOPEDIA, raw.SPEECHES)
    ]
    read = [sentence for text in texts for sentence in text]
    counts = Counter(word for sentence in read for word in sentence)
    counts.update(word for sample in samples for word in sample.words)
    frequent = counts.most_common()
    forms = Forms([form for form, _ in frequent], lexicon, vectors)
    target = targets(forms, np.array([n for _, n in frequent]), plan.shape.words, plan.reading.kinds)
    log(f"{len(read)} sentences to read, {len(frequent)} forms")
    reader = Reader(plan.shape, forms, labels, int(target.max()) + 1, plan.reading.seed)
    pretrain(reader, [forms(sentence) for sentence in read], target, plan.reading, log)
    networks = [fine_tune(reader, samples, weights, settings, log) for settings in plan.learning]
    draw = random.Random(plan.reading.seed)
    eligible = texts[0] + draw.sample(texts[1], int(SPEECHES * len(texts[1])))
    chosen = draw.sample(eligible, min(plan.labelled, len(eligible)))
    return chosen, probabilities(networks, chosen, "names")
