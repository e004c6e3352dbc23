"""The chain of names, against the sum over all sequences that there are."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from newsreader.analysis.embedded.chain import beliefs
from newsreader.analysis.embedded.decoding import allowed

LABELS = ["O", "B-PER", "I-PER", "L-PER", "U-PER"]
END = len(LABELS)


@pytest.mark.parametrize("lengths", [[3, 1, 4, 2], [1], [2, 2], [5, 1, 1]])
def test_against_all_sequences(lengths: list[int]) -> None:
    random = np.random.default_rng(0)
    may = allowed(LABELS)
    transitions = random.normal(size=may.shape).astype(np.float32)
    scores = (2 * random.normal(size=(sum(lengths), END))).astype(np.float32)
    found = beliefs(scores, np.array(lengths), transitions, ~may)
    labels, steps, evidence, start = np.zeros(scores.shape), np.zeros(may.shape), 0.0, 0
    for length in lengths:
        weights = {}
        for path in product(range(END), repeat=length):
            moves = list(pairwise([END, *path, END]))
            if all(may[move] for move in moves):
                own = sum(scores[start + i, label] for i, label in enumerate(path))
                weights[path] = np.exp(own + sum(transitions[move] for move in moves))
        total = sum(weights.values())
        evidence += float(np.log(total))
        for path, weight in weights.items():
            for i, label in enumerate(path):
                labels[start + i, label] += weight / total
            for move in pairwise([END, *path, END]):
                steps[move] += weight / total
        start += length
    assert np.allclose(found.labels, labels, atol=1e-6)
    assert np.allclose(found.steps, steps, atol=1e-6)
    assert found.evidence == pytest.approx(evidence, rel=1e-6)


def test_what_is_barred_is_never_likely() -> None:
    may = allowed(LABELS)
    scores = np.array([[-50, 50, 0, 0, 0], [50, -50, -50, -50, -50]], dtype=np.float32)
    found = beliefs(scores, np.array([2]), np.zeros(may.shape, dtype=np.float32), ~may)
    assert found.labels[1, 0] + found.labels[1, 3] + found.labels[1, 2] == pytest.approx(1.0)
    assert not found.steps[~may].any()
    assert np.isfinite(found.labels).all()


def test_long_sentences_neither_vanish_nor_overflow() -> None:
    may = allowed(LABELS)
    scores = np.full((20_000, END), 30.0, dtype=np.float32)
    found = beliefs(scores, np.array([20_000]), np.zeros(may.shape, dtype=np.float32), ~may)
    assert np.allclose(found.labels.sum(axis=1), 1.0)
