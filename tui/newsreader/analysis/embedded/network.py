"""The neural network: an embedding of word forms, a bidirectional LSTM over sentences, linear heads, a chain of names.

The embedding depends on the form alone, so that it is worked out once for each distinct form and remembered. A head is
one matrix; over the head of names stands a conditional random field (after Huang et al. 2015 and Lample et al. 2016).
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Dropout, HashEmbed, Linear, Maxout, Model, NumpyOps, chain, concatenate
from thinc.types import Ragged

from newsreader.analysis.embedded.chain import beliefs
from newsreader.analysis.embedded.decoding import allowed
from newsreader.analysis.embedded.features import PIECE_ROWS, ROWS
from newsreader.analysis.embedded.lstm import bidirectional_lstm

Array = NDArray[np.float32]


class BlasOps(NumpyOps):  # type: ignore[misc]
    """Thinc's operations with NumPy's matrix product, three times as fast as its own on processors with AVX-512."""

    name = "newsreader.blas"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, either of which may be transposed first."""
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


OPS = BlasOps()


def _no_gradient(_: Any) -> Array:
    # Nothing lies below the features; `concatenate` wants something to add up.
    return np.zeros((1,), dtype=np.float32)


def _column(index: int) -> Model[Any, Any]:
    def forward(model: Model[Any, Any], features: Any, is_train: bool) -> Any:
        return features[0][:, index], _no_gradient

    return Model(f"column{index}", forward)


def _vectors() -> Model[Any, Any]:
    def forward(model: Model[Any, Any], features: Any, is_train: bool) -> Any:
        return features[1], _no_gradient

    return Model("vectors", forward)


def _ready(model: Model[Any, Any]) -> Model[Any, Any]:
    for node in model.walk():
        node.ops = OPS
        if node.name in ("hashembed", "maxout", "layernorm", "linear", "pieces", "lstm", "chain"):
            node.initialize()
    return model


def _pieces(width: int) -> Model[Any, Any]:
    """The mean of the embeddings of a form's letter sequences; they are learned, unlike the vectors."""

    def forward(model: Model[Any, Any], features: Any, is_train: bool) -> Any:
        table = cast(Any, model.get_param("E"))
        rows = features[2]
        known = rows >= 0
        flat, lengths = rows[known], known.sum(axis=1).astype(np.int32)
        result = OPS.reduce_mean(table[flat], lengths)

        def back(gradient: Any) -> Array:
            change = np.zeros_like(table)
            OPS.scatter_add(change, flat, OPS.backprop_reduce_mean(gradient, lengths))
            model.inc_grad("E", cast(Any, change))
            return _no_gradient(gradient)

        return result, back

    def start(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803
        model.set_param("E", cast(Any, np.random.uniform(-0.1, 0.1, (PIECE_ROWS, width)).astype(np.float32)))

    return Model("pieces", forward, init=start, params={"E": None}, dims={"nO": width})


def build_embedding(vector_width: int, table_width: int, width: int, dropout: float = 0.0) -> Model[Any, Any]:
    """The embedding of word forms.

    Args:
        vector_width: numbers in a form's word vector.
        table_width: numbers that each hashed feature gives; the letter sequences give twice as many.
        width: numbers that come out for a form.
        dropout: share of inputs left out in training.

    Returns:
        A model from (hashed features of shape (forms, features), vectors of shape (forms, vector_width), rows of
        letter sequences of shape (forms, PIECES)) to an array of shape (forms, width).
    """
    tables: list[Model[Any, Any]] = [
        chain(_column(i), HashEmbed(table_width, rows, seed=i + 1, dropout=0.0)) for i, rows in enumerate(ROWS.values())
    ]
    parts = [*tables, _pieces(2 * table_width)]
    if vector_width:
        parts.append(_vectors())
    total = table_width * (len(tables) + 2) + vector_width
    model: Model[Any, Any] = chain(concatenate(*parts), Dropout(dropout), Maxout(width, total, nP=2, normalize=True))
    return _ready(model)


def build_encoder(width: int, hidden: int, dropout: float = 0.0) -> Model[Any, Any]:
    """The encoder, which reads each sentence in both directions.

    Args:
        width: numbers a token that go in.
        hidden: numbers a token that each direction gives.
        dropout: share of inputs, and of outputs, left out in training.
    """
    model: Model[Any, Any] = chain(Dropout(dropout), bidirectional_lstm(width, hidden), Dropout(dropout))
    return _ready(model)


def build_head(width: int, labels: int) -> Model[Any, Any]:
    """A head: scores of each label for each token."""
    return _ready(Linear(labels, width))


def build_chain(labels: list[str]) -> Model[Any, Any]:
    """A conditional random field over labels of names, whose array `follows` holds the scores of what follows what.

    Returns:
        A model from (scores of shape (tokens, labels), lengths of the sentences) to the logarithms of the labels'
        probabilities, of the same shape. It is trained by way of `beliefs`.
    """
    barred = ~allowed(labels)

    def forward(model: Model[Any, Any], given: Any, is_train: bool) -> Any:
        scores, lengths = given
        found = beliefs(scores, lengths, cast(Array, model.get_param("follows")), barred)
        return np.log(found.labels + 1e-12).astype(np.float32), _no_gradient

    def start(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803
        model.set_param("follows", cast(Any, np.zeros(barred.shape, dtype=np.float32)))

    return _ready(Model("chain", forward, init=start, params={"follows": None}, attrs={"barred": barred}))


def ragged(rows: Array, lengths: NDArray[np.int32]) -> Any:
    """Sentences one after the other.

    Args:
        rows: shape (tokens, width).
        lengths: tokens of each sentence.
    """
    return Ragged(rows, lengths)


def parameters(model: Model[Any, Any]) -> list[Array]:
    """All arrays of a model, in the order in which its layers are walked."""
    return [
        cast(Array, node.get_param(name))
        for node in model.walk()
        for name in sorted(node.param_names)
        if node.has_param(name)
    ]


def set_parameters(model: Model[Any, Any], arrays: list[Array]) -> None:
    """Sets all arrays of a model.

    Args:
        model: the model.
        arrays: as `parameters` gives them.

    Raises:
        ValueError: number or shape of the arrays does not fit the model.
    """
    places = [(node, name) for node in model.walk() for name in sorted(node.param_names) if node.has_param(name)]
    if len(places) != len(arrays):
        raise ValueError(f"the model has {len(places)} arrays, the data {len(arrays)}: retrain the pipeline")
    for (node, name), array in zip(places, arrays, strict=True):
        if node.get_param(name).shape != array.shape:
            raise ValueError(f"{node.name}.{name} has shape {node.get_param(name).shape}, the data {array.shape}")
        node.set_param(name, cast(Any, np.ascontiguousarray(array, dtype=np.float32)))
