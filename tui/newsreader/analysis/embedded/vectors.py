"""Word vectors that any form has: sums of hashed pieces of it (floret: Boyd & Warmerdam 2022)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newsreader.analysis.embedded.lexicon import clean
from newsreader.analysis.embedded.native import floret

if TYPE_CHECKING:
    from pathlib import Path

Array = NDArray[np.float32]

_AT_ONCE = 128


class FloretVectors:
    """A table of rows, some of which add up to the vector of a form."""

    def __init__(self, rows: Array, shortest: int, longest: int, hashes: int, seed: int) -> None:
        """Args:
        rows: the table, shape (rows, width).
        shortest, longest: letters of the pieces, the marks of the word's ends counted.
        hashes: rows that each piece adds.
        seed: the seed of the hash.
        """
        self.rows = rows
        self.shortest, self.longest, self.hashes, self.seed = shortest, longest, hashes, seed
        self._table = floret(rows, shortest, longest, hashes, seed)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self.rows.shape[1])

    def __call__(self, forms: list[str]) -> Array:
        """The vectors of forms, shape (forms, width)."""
        if not forms:
            return np.zeros((0, self.width), dtype=np.float32)
        keys = [clean(form) or form for form in forms]
        # The rows of all pieces are gathered before they are added up: a few forms at a time keep that small.
        return np.concatenate([self._table.get_batch(keys[i : i + _AT_ONCE]) for i in range(0, len(keys), _AT_ONCE)])

    def save(self, folder: Path) -> None:
        """Writes the table, a byte for each number and a scale for each row, into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        scale = np.maximum(np.abs(self.rows).max(axis=1, keepdims=True), 1e-6) / 127
        np.savez_compressed(
            folder / "vectors.npz", rows=np.round(self.rows / scale).astype(np.int8), scale=scale.astype(np.float16)
        )
        settings = {k: getattr(self, k) for k in ("shortest", "longest", "hashes", "seed")}
        (folder / "vectors.json").write_text(json.dumps(settings), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> FloretVectors:
        """The vectors of a folder. Raises: OSError where a file of it cannot be read."""
        with np.load(folder / "vectors.npz") as data:
            rows = data["rows"].astype(np.float32) * data["scale"].astype(np.float32)
        return cls(rows, **json.loads((folder / "vectors.json").read_text("utf-8")))


def load_vectors(folder: Path) -> FloretVectors:
    """The vectors of a folder. Raises: OSError where a file of it cannot be read."""
    return FloretVectors.load(folder)
