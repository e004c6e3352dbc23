"""A linear-chain conditional random field (Lafferty et al. 2001): what labels are likely, given what follows what.

Sums over all sequences of labels are taken forwards and backwards (Rabiner 1989), scaled at each step, for all
sentences of a batch at once.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsreader.analysis.embedded.lstm import Layout

Array = NDArray[np.float32]

_LEAST = 1e-300


class Beliefs(NamedTuple):
    """What a chain believes of the labels of a batch."""

    labels: NDArray[np.float64]
    """The probability of each token's labels, shape (tokens, labels)."""
    steps: NDArray[np.float64]
    """How often a label is expected before another, with the ends of the sentences, shape (labels + 1, labels + 1)."""
    evidence: float
    """The logarithm of the sum over all sequences, of all sentences together."""


def beliefs(scores: Array, lengths: NDArray[np.integer[Any]], transitions: Array, barred: NDArray[np.bool_]) -> Beliefs:
    """The probabilities of labels.

    Args:
        scores: of each label for each token, shape (tokens, labels); sentences one after the other.
        lengths: tokens of each sentence.
        transitions: scores of [before, after], shape (labels + 1, labels + 1); the last row and column are the ends.
        barred: which of them cannot be.
    """
    size = scores.shape[1]
    highest = scores.max(axis=1, keepdims=True)
    weights = np.exp((scores - highest).astype(np.float64))
    factors = np.where(barred, 0.0, np.exp(transitions.astype(np.float64)))
    inner, first, last = factors[:size, :size], factors[size, :size], factors[:size, size]
    layout = Layout.of(lengths)
    rows = weights[layout.forwards]
    ahead = np.empty_like(rows)
    scale = np.empty((len(rows), 1))
    reached = np.zeros((0, size))
    for count, offset in zip(layout.sizes, layout.offsets, strict=True):
        step = slice(offset, offset + count)
        here = (reached[:count] @ inner if offset else first) * rows[step]
        scale[step] = here.sum(axis=1, keepdims=True) + _LEAST
        reached = here / scale[step]
        ahead[step] = reached
    behind = np.empty_like(rows)
    expected = np.zeros_like(factors)
    evidence = float(np.log(scale).sum() + highest.sum())
    later = np.zeros((0, size))
    for number in range(len(layout.sizes) - 1, -1, -1):
        count, offset = layout.sizes[number], layout.offsets[number]
        step = slice(offset, offset + count)
        behind[step] = last
        ends = ahead[step] @ last + _LEAST
        if len(later):
            going = slice(offset, offset + len(later))
            behind[going] = later @ inner.T
        ended = slice(offset + len(later), offset + count)
        done = ends[len(later) :]
        evidence += float(np.log(done).sum())
        behind[ended] /= done[:, None]
        expected[:size, size] += (ahead[ended] * behind[ended]).sum(axis=0)
        # What lies behind a token, weighted for the step that leads to it.
        carried = behind[step] * rows[step] / scale[step]
        if number:
            before = slice(layout.offsets[number - 1], layout.offsets[number - 1] + count)
            expected[:size, :size] += inner * (ahead[before].T @ carried)
        else:
            expected[size, :size] += (first * carried).sum(axis=0)
        later = carried
    labels = np.empty_like(rows)
    labels[layout.forwards] = ahead * behind
    return Beliefs(labels, expected, evidence)
