"""Trains word vectors on running text (floret: Boyd & Warmerdam 2022, after fastText: Bojanowski et al. 2017)."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import numpy as np

from newsreader.analysis.embedded.vectors import FloretVectors

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 80_000
WIDTH = 100
PASSES = 3


def train_vectors(
    text: Path, rows: int = ROWS, width: int = WIDTH, passes: int = PASSES, least: int = 3
) -> FloretVectors:
    """Vectors of a tokenized text, scaled to unit spread. One thread, since only then the result is always the same.

    Args:
        text: a file of tokens separated by blanks.
        rows: rows of the table.
        width: numbers in a vector.
        passes: over the text.
        least: rarer forms are not learned from.

    Raises:
        ModuleNotFoundError: floret is not installed; it is needed for training only.
    """
    floret = importlib.import_module("floret")
    model = floret.train_unsupervised(
        str(text), model="skipgram", mode="floret", hashCount=2, bucket=rows, minn=3, maxn=5, minCount=least, dim=width,
        epoch=passes, lr=0.05, ws=5, neg=5, t=1e-4, thread=1, verbose=0,
    )  # fmt: skip
    saved = text.with_suffix(".floret")
    model.save_floret_vectors(str(saved))
    vectors = read_floret(saved)
    saved.unlink()
    with text.open(encoding="utf-8") as lines:
        forms = [word for _, line in zip(range(2000), lines, strict=False) for word in line.split()]
    spread = float(vectors(forms).std()) or 1.0
    return FloretVectors(vectors.rows / spread, vectors.shortest, vectors.longest, vectors.hashes, vectors.seed)


def read_floret(path: Path) -> FloretVectors:
    """The vectors of a floret file. Raises: OSError where it cannot be read."""
    with path.open(encoding="utf-8") as lines:
        count, width, shortest, longest, hashes, seed, *_ = lines.readline().split()
        rows = np.zeros((int(count), int(width)), dtype=np.float32)
        for line in lines:
            number, *values = line.split()
            rows[int(number)] = np.array(values, dtype=np.float32)
    return FloretVectors(rows, int(shortest), int(longest), int(hashes), int(seed))
