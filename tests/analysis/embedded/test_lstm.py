"""The LSTM: its layout, its gradient, and sentences that know nothing of one another."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from newsreader.analysis.embedded.lstm import Layout, bidirectional_lstm, encode_forms
from newsreader.analysis.embedded.network import ragged

Array = NDArray[np.float32]
LENGTHS = np.array([3, 1, 4, 2], dtype=np.int32)


def layer() -> Any:
    np.random.seed(3)
    model = bidirectional_lstm(4, 3)
    model.initialize()
    return model


def tokens(count: int) -> Array:
    return np.random.default_rng(5).normal(size=(count, 4)).astype(np.float32)


@settings(deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_each_token_has_one_row_in_each_direction(lengths: list[int]) -> None:
    layout = Layout.of(np.array(lengths))
    count = sum(lengths)
    assert sorted(layout.forwards.tolist()) == sorted(layout.backwards.tolist()) == list(range(count))
    assert sum(layout.sizes) == count
    before = layout.before()
    for row, earlier in enumerate(before.tolist()):
        if earlier >= 0:
            assert layout.forwards[row] == layout.forwards[earlier] + 1
            assert layout.backwards[row] == layout.backwards[earlier] - 1


def test_a_sentence_is_encoded_alone_as_among_others() -> None:
    model, rows = layer(), tokens(10)
    together = model.predict(ragged(rows, LENGTHS)).dataXd
    start = 0
    for length in LENGTHS.tolist():
        alone = model.predict(ragged(rows[start : start + length], np.array([length], dtype=np.int32))).dataXd
        assert np.allclose(alone, together[start : start + length], atol=1e-6)
        start += length


def test_backwards_is_forwards_on_the_reversed_sentence() -> None:
    model, rows = layer(), tokens(5)
    lengths = np.array([5], dtype=np.int32)
    first = model.predict(ragged(rows, lengths)).dataXd
    for name in ("input", "state", "bias"):
        model.set_param(name, np.ascontiguousarray(model.get_param(name)[::-1]))
    turned = model.predict(ragged(np.ascontiguousarray(rows[::-1]), lengths)).dataXd[::-1]
    assert np.allclose(first[:, :3], turned[:, 3:], atol=1e-6)
    assert np.allclose(first[:, 3:], turned[:, :3], atol=1e-6)


def test_the_gradient_is_that_of_small_changes() -> None:
    model, rows = layer(), tokens(10)
    weights = np.random.default_rng(6).normal(size=(10, 6)).astype(np.float32)
    _, back = model(ragged(rows, LENGTHS), True)
    below = back(ragged(weights, LENGTHS)).dataXd

    def value() -> float:
        return float((model.predict(ragged(rows, LENGTHS)).dataXd * weights).sum())

    def slope(array: Array, place: tuple[int, ...]) -> float:
        kept = array[place]
        array[place] = kept + 1e-2
        above = value()
        array[place] = kept - 1e-2
        under = value()
        array[place] = kept
        return (above - under) / 2e-2

    for row, column in ((0, 0), (3, 1), (5, 2), (9, 3)):
        assert abs(slope(rows, (row, column)) - below[row, column]) < 2e-3
    random = np.random.default_rng(7)
    for name in ("input", "state", "bias"):
        array, gradient = model.get_param(name), model.get_grad(name)
        for _ in range(6):
            place = tuple(int(random.integers(0, size)) for size in array.shape)
            assert abs(slope(array, place) - gradient[place]) < 2e-3


def test_nothing_gives_nothing() -> None:
    assert layer().predict(ragged(tokens(0), np.zeros(0, dtype=np.int32))).dataXd.shape == (0, 6)


def test_forms_that_tokens_share_go_in_once() -> None:
    model, forms = layer(), tokens(4)
    places = np.array([0, 1, 1, 3, 2, 0, 0, 2, 3, 1])
    whole = model.predict(ragged(forms[places], LENGTHS)).dataXd
    assert np.allclose(encode_forms(model, forms, places, LENGTHS), whole, atol=1e-6)
