"""What the components of a loaded pipeline share."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newsreader.analysis.embedded.lexicon import Lexicon, clean
from newsreader.analysis.embedded.native import IS_SPACE, ORTH, SENT_START, column_strings, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc


class Words(NamedTuple):
    """A document's tokens as lists and arrays, which is many times faster than asking its tokens one by one."""

    forms: list[str]
    """As dictionaries spell them: composed, without soft hyphens."""
    texts: list[str]
    blank: NDArray[np.bool_]
    """Whether each token is white space."""
    starts: NDArray[np.bool_]
    """Whether each token begins a sentence; where white space does, so does the first word after it."""


def words_of(doc: Doc) -> Words:
    """The tokens of a document whose sentences are known."""
    table = columns(doc, [ORTH, IS_SPACE, SENT_START])
    texts = column_strings(doc, table[:, 0])
    blank = table[:, 1] != 0
    starts = table[:, 2] == 1
    if len(starts):
        starts[0] = True
    for i in np.flatnonzero(blank).tolist():
        # A sentence that white space begins is the next word's; white space may follow white space.
        if starts[i] and i + 1 < len(starts):
            starts[i + 1] = True
    return Words(list(map(_cleaned, texts)), texts, blank, starts)


@lru_cache(maxsize=20_000)
def _cleaned(text: str) -> str:
    return clean(text) or text


def batched(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """The documents of a stream, so many at a time."""
    documents = iter(stream)
    while batch := list(islice(documents, size)):
        yield batch


def pipeline_lexicon(nlp: Language) -> Lexicon | None:
    """The lexicon of the pipeline's encoder, None where it has none."""
    for name, component in nlp.components:
        if name == "newsreader_encoder":
            found = getattr(component, "lexicon", None)
            return found if isinstance(found, Lexicon) else None
    return None


_LONG = 500
"""Rows from which on a table is stored as a byte a number, with a scale for each row."""
_BYTES, _SCALE = ":bytes", ":scale"


def save_arrays(path: Path, arrays: dict[str, NDArray[np.float32]]) -> None:
    """Writes weights at half precision, long tables a byte a number: nothing that could be measured is lost by it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stored: dict[str, Any] = {}
    for key, array in arrays.items():
        if array.ndim == 2 and len(array) >= _LONG:
            scale = np.maximum(np.abs(array).max(axis=1, keepdims=True), 1e-6) / 127
            stored[f"{key}{_BYTES}"] = np.round(array / scale).astype(np.int8)
            stored[f"{key}{_SCALE}"] = scale.astype(np.float16)
        else:
            stored[key] = array.astype(np.float16)
    np.savez_compressed(path, **stored)


def load_arrays(path: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of a file that `save_arrays` wrote. Raises: OSError where it cannot be read."""
    with np.load(path) as data:
        return {
            key.removesuffix(_BYTES): data[key].astype(np.float32)
            * (data[key.removesuffix(_BYTES) + _SCALE].astype(np.float32) if key.endswith(_BYTES) else 1)
            for key in data.files
            if not key.endswith(_SCALE)
        }
