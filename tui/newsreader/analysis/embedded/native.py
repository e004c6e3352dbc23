"""What of spaCy has no types: the few calls of it that the components need, with types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH, SENT_START, SPACY, TAG
from spacy.vectors import Vectors

from newsreader.analysis.embedded.hashing import hash_of

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

Array = NDArray[np.float32]

__all__ = [
    "IS_SPACE",
    "ORTH",
    "SENT_START",
    "SPACY",
    "TAG",
    "column_strings",
    "columns",
    "encoding",
    "floret",
    "hash_of",
]


def columns(doc: Doc, names: list[int]) -> NDArray[np.uint64]:
    """Attributes of a document's tokens, shape (tokens, attributes)."""
    return cast("NDArray[np.uint64]", doc.to_array(cast("Any", names))).reshape(len(doc), len(names))


def column_strings(doc: Doc, column: NDArray[np.uint64]) -> list[str]:
    """The strings of an attribute's column."""
    lookup = cast("Any", doc.vocab.strings).__getitem__
    return list(map(lookup, column.tolist()))


def set_columns(doc: Doc, names: list[str], rows: NDArray[np.uint64]) -> None:
    """Sets attributes of a document's tokens, shape (tokens, attributes)."""
    doc.from_array(cast("Any", names), cast("Any", rows))


def encoding(doc: Doc) -> Array:
    """A document's `tensor`."""
    return cast("Array", doc.tensor)


def floret(rows: Array, shortest: int, longest: int, hashes: int, seed: int) -> Any:
    """A table of floret vectors, whose `get_batch` gives the vectors of strings."""
    return Vectors(
        data=rows, mode="floret", minn=shortest, maxn=longest, hash_count=hashes, hash_seed=seed, bow="<", eow=">"
    )


def read_json(path: Path) -> Any:
    """A JSON file's content. Raises: ValueError or OSError where it cannot be read."""
    return srsly.read_json(path)


def write_json(path: Path, content: Any) -> None:
    """Writes a JSON file."""
    srsly.write_json(path, content)
