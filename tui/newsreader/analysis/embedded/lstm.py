"""A bidirectional LSTM (Hochreiter & Schmidhuber 1997; Graves & Schmidhuber 2005) over sentences of any length.

The sentences of a batch are sorted by length and walked through side by side, the longest first, so that each step is
one matrix product over those that have not ended. Both directions are one array: sentences read backwards have the same
lengths.
"""

from __future__ import annotations

from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model
from thinc.types import Ragged

Array = NDArray[np.float32]
Rows = NDArray[np.intp]


class Layout(NamedTuple):
    """Where the tokens of a batch lie when it is walked through step by step."""

    sizes: list[int]
    """Sentences that each step has."""
    offsets: list[int]
    """The row at which each step begins."""
    forwards: Rows
    """The token of each row, sentences read forwards."""
    backwards: Rows
    """The same, read backwards."""

    @classmethod
    def of(cls, lengths: NDArray[np.integer[Any]]) -> Layout:
        """The layout of sentences of so many tokens that stand one after the other."""
        order = np.argsort(-lengths, kind="stable")
        ends = np.cumsum(lengths)
        starts = (ends - lengths)[order]
        longest = int(lengths.max(initial=0))
        # How many sentences are longer than a step is what is left when the shorter ones are taken off.
        sizes = len(lengths) - np.cumsum(np.bincount(lengths, minlength=longest + 1))[:longest]
        offsets = np.cumsum(sizes) - sizes
        step = np.repeat(np.arange(longest), sizes)
        sentence = np.arange(len(step)) - np.repeat(offsets, sizes)
        lasts = (ends - 1)[order]
        return cls(sizes.tolist(), offsets.tolist(), starts[sentence] + step, lasts[sentence] - step)

    def before(self) -> Rows:
        """The row of the step before, for each row; -1 at the first step."""
        rows = [np.full(self.sizes[0], -1, dtype=np.intp)] if self.sizes else []
        rows += [np.arange(size) + start for size, start in zip(self.sizes[1:], self.offsets[:-1], strict=True)]
        return np.concatenate(rows) if rows else np.zeros(0, dtype=np.intp)


def bidirectional_lstm(width: int, hidden: int) -> Model[Any, Any]:
    """The layer.

    Args:
        width: numbers a token that go in.
        hidden: numbers a token and direction that come out.

    Returns:
        A model from a Ragged of shape (tokens, width) to one of shape (tokens, 2 * hidden); its arrays are `input` of
        shape (2, 4 * hidden, width), `state` of shape (2, 4 * hidden, hidden) and `bias` of shape (2, 4 * hidden), the
        gates in the order input, forget, output, candidate.
    """

    def start(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803
        bound = hidden**-0.5
        bias = np.zeros((2, 4 * hidden), dtype=np.float32)
        bias[:, hidden : 2 * hidden] = 1.0  # What is in the cell is kept at first (Gers et al. 2000).
        for name, size in (("input", width), ("state", hidden)):
            model.set_param(name, cast(Any, np.random.uniform(-bound, bound, (2, 4 * hidden, size)).astype(np.float32)))
        model.set_param("bias", cast(Any, bias))

    return Model(
        "lstm",
        _forward,
        init=start,
        params={"input": None, "state": None, "bias": None},
        dims={"nI": width, "nO": 2 * hidden},
    )


def _halved(hidden: int) -> Array:
    """Factors for the gates: the logistic function of x is (1 + tanh(x / 2)) / 2, so that one call does all four."""
    return np.repeat(np.array([0.5, 0.5, 0.5, 1.0], dtype=np.float32), hidden)


def _projected(model: Model[Any, Any], rows: Array) -> Array:
    """What rows give to the gates in each direction, shape (2, rows, 4 * hidden)."""
    taken, bias = cast(Array, model.get_param("input")), cast(Array, model.get_param("bias"))
    half = _halved(bias.shape[1] // 4)
    gates: Array = np.matmul(rows, (taken * half[:, None]).transpose(0, 2, 1))
    gates += (bias * half)[:, None]
    return gates


def _walk(layout: Layout, gates: Array, state: Array, keep_cells: bool) -> tuple[Array, Array | None]:
    """Goes through the steps; the gates are worked out in place.

    Args:
        layout: of the batch.
        gates: what the tokens give to the gates, shape (2, rows, 4 * hidden).
        state: the array `state` of the layer.
        keep_cells: whether the cells are needed afterwards.

    Returns:
        The outputs and the cells, shape (2, rows, hidden).
    """
    hidden = state.shape[2]
    recurrent = np.ascontiguousarray((state * _halved(hidden)[:, None]).transpose(0, 2, 1))
    outputs = np.empty((2, gates.shape[1], hidden), dtype=np.float32)
    cells = np.empty_like(outputs) if keep_cells else None
    first = layout.sizes[0] if layout.sizes else 0
    output = np.zeros((2, first, hidden), dtype=np.float32)
    cell = np.zeros_like(output)
    for size, offset in zip(layout.sizes, layout.offsets, strict=True):
        step = slice(offset, offset + size)
        gate = gates[:, step]
        if offset:
            gate += np.matmul(output[:, :size], recurrent)
        np.tanh(gate, out=gate)
        sigmoids = gate[:, :, : 3 * hidden]
        sigmoids *= 0.5
        sigmoids += 0.5
        cell = sigmoids[:, :, hidden : 2 * hidden] * cell[:, :size]
        cell += sigmoids[:, :, :hidden] * gate[:, :, 3 * hidden :]
        output = np.tanh(cell)
        output *= sigmoids[:, :, 2 * hidden :]
        outputs[:, step] = output
        if cells is not None:
            cells[:, step] = cell
    return outputs, cells


def _unpacked(layout: Layout, outputs: Array) -> Array:
    """The outputs of both directions beside each other, a token a row."""
    hidden = outputs.shape[2]
    result = np.empty((outputs.shape[1], 2 * hidden), dtype=np.float32)
    result[layout.forwards, :hidden] = outputs[0]
    result[layout.backwards, hidden:] = outputs[1]
    return result


def encode_forms(model: Model[Any, Any], forms: Array, places: Rows, lengths: NDArray[np.integer[Any]]) -> Array:
    """What the layer gives for tokens, many of which share a form: each form goes in only once.

    Args:
        model: the layer.
        forms: the forms' embeddings, shape (forms, width).
        places: the form of each token, sentences one after the other.
        lengths: tokens of each sentence.

    Returns:
        An array of shape (tokens, 2 * hidden).
    """
    layout = Layout.of(lengths)
    shared = _projected(model, forms)
    gates = np.empty((2, len(places), shared.shape[2]), dtype=np.float32)
    np.take(shared[0], places[layout.forwards], axis=0, out=gates[0])
    np.take(shared[1], places[layout.backwards], axis=0, out=gates[1])
    return _unpacked(layout, _walk(layout, gates, cast(Array, model.get_param("state")), False)[0])


def _forward(model: Model[Any, Any], batch: Any, is_train: bool) -> Any:
    taken, state = cast(Array, model.get_param("input")), cast(Array, model.get_param("state"))
    layout = Layout.of(batch.lengths)
    tokens = cast(Array, batch.dataXd)
    rows = np.stack((tokens[layout.forwards], tokens[layout.backwards]))
    gates = _projected(model, rows)
    outputs, cells = _walk(layout, gates, state, is_train)

    def back(gradient: Any) -> Any:
        assert cells is not None
        change = _through_time(layout, gates, cells, state, cast(Array, gradient.dataXd))
        before = layout.before()
        previous = outputs[:, before] * (before >= 0)[:, None]
        across = change.transpose(0, 2, 1)
        model.inc_grad("input", cast(Any, np.matmul(across, rows)))
        model.inc_grad("state", cast(Any, np.matmul(across, previous)))
        model.inc_grad("bias", cast(Any, change.sum(axis=1)))
        below = np.matmul(change, taken)
        whole = np.empty_like(tokens)
        whole[layout.forwards] = below[0]
        whole[layout.backwards] += below[1]
        return Ragged(cast(Any, whole), batch.lengths)

    return Ragged(cast(Any, _unpacked(layout, outputs)), batch.lengths), back


def _through_time(layout: Layout, gates: Array, cells: Array, state: Array, gradient: Array) -> Array:
    """The gradient of the gates before their functions, shape (2, rows, 4 * hidden)."""
    hidden = state.shape[2]
    given = np.stack((gradient[layout.forwards, :hidden], gradient[layout.backwards, hidden:]))
    change = np.empty_like(gates)
    first = layout.sizes[0] if layout.sizes else 0
    from_output = np.zeros((2, first, hidden), dtype=np.float32)
    from_cell = np.zeros_like(from_output)
    for number in range(len(layout.sizes) - 1, -1, -1):
        size, offset = layout.sizes[number], layout.offsets[number]
        step = slice(offset, offset + size)
        into, kept, out, candidate = np.split(gates[:, step], 4, axis=2)
        squashed = np.tanh(cells[:, step])
        output = given[:, step] + from_output[:, :size]
        cell = output * out * (1 - squashed**2) + from_cell[:, :size]
        own = change[:, step]
        own[:, :, :hidden] = cell * candidate * into * (1 - into)
        if number:
            earlier = layout.offsets[number - 1]
            own[:, :, hidden : 2 * hidden] = cell * cells[:, earlier : earlier + size] * kept * (1 - kept)
        else:
            own[:, :, hidden : 2 * hidden] = 0
        own[:, :, 2 * hidden : 3 * hidden] = output * squashed * out * (1 - out)
        own[:, :, 3 * hidden :] = cell * into * (1 - candidate**2)
        from_cell[:, :size] = cell * kept
        from_output[:, :size] = np.matmul(own, state)
    return change
