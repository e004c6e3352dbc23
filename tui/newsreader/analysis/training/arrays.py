"""Samples as arrays of numbers, for the training loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newsreader.analysis.embedded.features import PIECES, ROWS, type_features, type_pieces

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Lexicon
    from newsreader.analysis.training.corpora import Sample

Vectors = Callable[[list[str]], NDArray[np.float32]]
"""From n forms to their vectors, shape (n, width)."""


@dataclass
class Encoded:
    """A sentence: the number of each token's form, and for each task the number of each token's label (-1: unknown)."""

    forms: NDArray[np.int32]
    labels: dict[str, NDArray[np.int16]]
    soft: NDArray[np.float32] | None = None
    """Probabilities of the name labels, shape (tokens, labels), where a teacher gave them."""
    weight: float = 1.0


class FormTable:
    """The features and vectors of all forms that occur."""

    def __init__(self, lexicon: Lexicon, vectors: Vectors | None) -> None:
        """Args:
        lexicon: readings and names.
        vectors: gives word vectors, or None.
        """
        self.lexicon = lexicon
        self.vectors = vectors
        self.numbers: dict[str, int] = {}
        self.features = np.zeros((0, len(ROWS)), dtype=np.uint64)
        self.embedded = np.zeros((0, 0), dtype=np.float32)
        self.pieces = np.zeros((0, PIECES), dtype=np.int32)

    def add(self, words: list[str]) -> NDArray[np.int32]:
        """The numbers of the forms of a sentence."""
        numbers = self.numbers
        return np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int32)

    def rows(
        self, numbers: NDArray[np.integer[Any]]
    ) -> tuple[NDArray[np.uint64], NDArray[np.float32], NDArray[np.int32]]:
        """What the embedding takes for forms: features, vectors, pieces."""
        return self.features[numbers], self.embedded[numbers], self.pieces[numbers]

    def finish(self) -> None:
        """Works out features and vectors of the forms that were added since."""
        forms = list(self.numbers)[len(self.features) :]
        if not forms:
            return
        rows = np.array([type_features(form, self.lexicon) for form in forms], dtype=np.uint64)
        self.features = np.concatenate((self.features, rows))
        self.pieces = np.concatenate((self.pieces, np.array([type_pieces(form) for form in forms], dtype=np.int32)))
        given = self.vectors(forms) if self.vectors else np.zeros((len(forms), 0), dtype=np.float32)
        self.embedded = np.concatenate((self.embedded, given)) if len(self.embedded) else given


def encode(
    samples: Iterable[Sample], labels: dict[str, list[str]], table: FormTable, weight: float = 1.0
) -> list[Encoded]:
    """The samples as arrays.

    Args:
        samples: sentences.
        labels: the labels of each task; others count as unknown.
        table: takes the forms.
        weight: how much the sentences count.
    """
    numbers = {task: {label: i for i, label in enumerate(names)} for task, names in labels.items()}
    result = []
    for sample in samples:
        arrays = {
            task: np.array([numbers[task].get(label or "", -1) for label in given], dtype=np.int16)
            for task, given in sample.labels.items()
            if task in numbers
        }
        result.append(Encoded(table.add(sample.words), arrays, weight=weight))
    return result


def label_sets(samples: Iterable[Sample], least: int = 2) -> dict[str, list[str]]:
    """The labels of each task that occur at least `least` times, in alphabetical order."""
    counts: dict[str, dict[str, int]] = {}
    for sample in samples:
        for task, given in sample.labels.items():
            seen = counts.setdefault(task, {})
            for label in given:
                if label:
                    seen[label] = seen.get(label, 0) + 1
    return {task: sorted(name for name, n in seen.items() if n >= least) for task, seen in sorted(counts.items())}
