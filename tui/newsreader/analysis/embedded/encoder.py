"""The component that encodes each token in its sentence; the tagger and the finder of names read its output."""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from newsreader.analysis.embedded.features import ROWS, type_features, type_pieces
from newsreader.analysis.embedded.lexicon import Lexicon
from newsreader.analysis.embedded.lstm import encode_forms
from newsreader.analysis.embedded.native import read_json, write_json
from newsreader.analysis.embedded.network import build_embedding, build_encoder, parameters, set_parameters
from newsreader.analysis.embedded.runtime import batched, load_arrays, save_arrays, words_of
from newsreader.analysis.embedded.vectors import FloretVectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc
    from thinc.api import Model

Array = NDArray[np.float32]

_REMEMBERED = 20_000
"""forms whose embeddings are kept, about 20 MB; of running text they are nine words in ten"""

_AT_ONCE = 600
_ENCODED_AT_ONCE = 4000
_DOCUMENTS = 16


@Language.factory("newsreader_encoder", assigns=["doc.tensor"], requires=["token.is_sent_start"])
def create_encoder(nlp: Language, name: str) -> Encoder:
    """The factory of the encoder; its weights come with `from_disk`."""
    return Encoder(name)


class Encoder:
    """A component that sets `doc.tensor`, an array of shape (tokens, width); rows of white space are zero."""

    def __init__(self, name: str = "newsreader_encoder") -> None:
        """Args: name: the component's name in its pipeline."""
        self.name = name
        self.settings: dict[str, int] = {}
        self.lexicon: Lexicon | None = None
        self.vectors: FloretVectors | None = None

    def setup(self, settings: dict[str, int], lexicon: Lexicon, vectors: FloretVectors | None) -> None:
        """Makes an untrained network.

        Args:
            settings: `width`, `hidden` and `table_width`.
            lexicon: readings and names of the forms.
            vectors: word vectors, or None.
        """
        self.settings = dict(settings)
        self.lexicon, self.vectors = lexicon, vectors
        vector_width = vectors.width if vectors else 0
        self.embedding = build_embedding(vector_width, settings["table_width"], settings["width"])
        self.encoder = build_encoder(settings["width"], settings["hidden"])
        self._places: dict[str, int] = {}
        self._rows = np.zeros((_REMEMBERED, settings["width"]), dtype=np.float32)

    @property
    def width(self) -> int:
        """Numbers that a token's encoding has."""
        return 2 * self.settings.get("hidden", 0)

    def _models(self) -> list[tuple[str, Model[Any, Any]]]:
        return [("embedding", self.embedding), ("encoder", self.encoder)]

    def _embed(self, forms: list[str]) -> NDArray[np.intp]:
        """The place of each form's embedding in the table of those that were asked for last."""
        if self.lexicon is None:
            raise ValueError(f"the component '{self.name}' has no weights: load it with nlp.from_disk")
        places = self._places
        wanted = dict.fromkeys(forms)
        new = [form for form in wanted if form not in places]
        # What is wanted now goes to the end of the dictionary, so that the one at its head is wanted the longest ago.
        places.update([(form, places.pop(form)) for form in wanted if form in places])
        if new:
            parts = [new[first : first + _AT_ONCE] for first in range(0, len(new), _AT_ONCE)]
            embedded = [self.embedding.predict(self._features(part, self.lexicon)) for part in parts]
            free = self._free_places(len(new), len(wanted))
            self._rows[free] = np.concatenate(embedded)
            places.update(zip(new, free, strict=True))
        return np.array([places[form] for form in forms], dtype=np.intp)

    def _free_places(self, number: int, wanted: int) -> list[int]:
        """Places for further forms: those that no form has had yet, then those of the forms wanted the longest ago.

        Args:
            number: how many.
            wanted: forms of which none may lose its place, the last of the dictionary and the further ones.
        """
        places = self._places
        if (lacking := wanted - len(self._rows)) > 0:
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows, shape=(lacking, self._rows.shape[1]))))
        unused = range(len(places), min(len(places) + number, len(self._rows)))
        oldest = list(islice(places, number - len(unused)))
        return [*unused, *(places.pop(form) for form in oldest)]

    def _features(self, forms: list[str], lexicon: Lexicon) -> tuple[Any, Array, Any]:
        """What the embedding takes for forms: hashed features, vectors, rows of letter sequences."""
        features = np.array([type_features(form, lexicon) for form in forms], dtype=np.uint64)
        vectors = self.vectors(forms) if self.vectors else np.zeros((len(forms), 0), dtype=np.float32)
        return features, vectors, np.array([type_pieces(form) for form in forms], dtype=np.int32)

    def _encode(self, places: NDArray[np.intp], lengths: list[int]) -> Array:
        """The encoding of sentences, some at a time: as many as make good use of a matrix product, and no more."""
        result = np.empty((len(places), self.width), dtype=np.float32)
        lstm = next(node for node in self.encoder.walk() if node.name == "lstm")
        start = first = 0
        total = 0
        for i, length in enumerate(lengths):
            total += length
            if total >= _ENCODED_AT_ONCE or i == len(lengths) - 1:
                sizes = np.array(lengths[first : i + 1], dtype=np.int32)
                forms, own = np.unique(places[start : start + total], return_inverse=True)
                result[start : start + total] = encode_forms(lstm, self._rows[forms], own, sizes)
                start, first, total = start + total, i + 1, 0
        return result

    def predict(self, docs: list[Doc]) -> list[Array]:
        """The encoding of each document's tokens, arrays of shape (tokens, width)."""
        forms: list[str] = []
        lengths: list[int] = []
        kept: list[NDArray[np.intp]] = []
        for doc in docs:
            words = words_of(doc)
            rows = np.flatnonzero(~words.blank)
            kept.append(rows)
            texts = words.texts
            forms.extend([texts[i] for i in rows])
            bounds = [*np.flatnonzero(words.starts[rows]).tolist(), len(rows)]
            lengths.extend(end - begin for begin, end in pairwise(bounds))
        result = [np.zeros((len(doc), self.width), dtype=np.float32) for doc in docs]
        if forms:
            places = self._embed(forms)
            encoded = self._encode(places, lengths)
            start = 0
            for array, own in zip(result, kept, strict=True):
                array[own] = encoded[start : start + len(own)]
                start += len(own)
        return result

    def __call__(self, doc: Doc) -> Doc:
        """Encodes a document."""
        cast("Any", doc).tensor = self.predict([doc])[0]
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1000) -> Iterator[Doc]:
        """Encodes documents, at most `_DOCUMENTS` at a time: encodings are large, and more at once are no faster."""
        for batch in batched(stream, min(batch_size, _DOCUMENTS)):
            for doc, tensor in zip(batch, self.predict(batch), strict=True):
                cast("Any", doc).tensor = tensor
            yield from batch

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes weights, lexicon and vectors into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        assert self.lexicon is not None
        arrays = {f"{part}.{i}": array for part, model in self._models() for i, array in enumerate(parameters(model))}
        save_arrays(folder / "weights.npz", arrays)
        self.lexicon.save(folder / "lexicon")
        if self.vectors:
            self.vectors.save(folder / "vectors")
        write_json(folder / "settings.json", {**self.settings, "features": ROWS})

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Reads what `to_disk` wrote.

        Raises:
            OSError: a file is missing or cannot be read.
            ValueError: the data were made by another version of this program.
        """
        folder = Path(path)
        settings: dict[str, Any] = read_json(folder / "settings.json")
        if settings.pop("features") != ROWS:
            raise ValueError(f"the pipeline in {folder} was trained with other features: retrain it")
        vectors = FloretVectors.load(folder / "vectors") if (folder / "vectors").exists() else None
        self.setup(settings, Lexicon.load(folder / "lexicon"), vectors)
        arrays = load_arrays(folder / "weights.npz")
        for part, model in self._models():
            count = sum(key.startswith(f"{part}.") for key in arrays)
            set_parameters(model, [arrays[f"{part}.{i}"] for i in range(count)])
        return self
