"""Linear heads over the encoder's output: what turns an encoding into labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newsreader.analysis.embedded.native import read_json, write_json
from newsreader.analysis.embedded.runtime import load_arrays, save_arrays

if TYPE_CHECKING:
    from collections.abc import Iterable

Array = NDArray[np.float32]


class Heads:
    """The heads of one component, and their way to and from disk."""

    def __init__(self, name: str) -> None:
        """Args: name: the component's name in its pipeline."""
        self.name = name
        self.tasks: dict[str, list[str]] = {}
        self._weights: dict[str, Array] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """What the component may say, for the pipeline's meta data; of several tasks `task=label`."""
        if len(self.tasks) == 1:
            return tuple(label for labels in self.tasks.values() for label in labels)
        return tuple(f"{task}={label}" for task, labels in self.tasks.items() for label in labels if label != "-")

    def setup(self, task: str, labels: list[str], weights: Array, bias: Array) -> None:
        """Sets a head.

        Args:
            task: what it tells.
            labels: its labels.
            weights: shape (labels, width).
            bias: shape (labels,).
        """
        self.tasks[task] = labels
        self._weights[task] = np.concatenate((weights, bias[:, None]), axis=1)

    def set_array(self, name: str, array: Array) -> None:
        """Sets an array beside the heads, which is kept with them."""
        self._weights[name] = array

    def array(self, name: str) -> Array:
        """An array that was set beside the heads. Raises: ValueError: it was not, so the component has no weights."""
        if name not in self._weights:
            raise ValueError(f"the component '{self.name}' has no weights: load it with nlp.from_disk")
        return self._weights[name]

    def scores(self, tensor: Array, task: str) -> Array:
        """Log-probabilities of a task's labels, shape (tokens, labels).

        Raises:
            ValueError: the component has no weights, or the documents have no encoding.
        """
        weights = self._weights.get(task)
        if weights is None:
            raise ValueError(f"the component '{self.name}' has no weights: load it with nlp.from_disk")
        if tensor.ndim != 2 or tensor.shape[1] != weights.shape[1] - 1:
            raise ValueError(f"the component '{self.name}' needs 'newsreader_encoder' before it")
        logits: Array = tensor @ weights[:, :-1].T + weights[:, -1]
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return logits

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes labels and weights into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        write_json(folder / "labels.json", self.tasks)
        save_arrays(folder / "weights.npz", self._weights)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Heads:
        """Reads what `to_disk` wrote. Raises: OSError where a file is missing."""
        folder = Path(path)
        self.tasks = read_json(folder / "labels.json")
        self._weights = load_arrays(folder / "weights.npz")
        return self
