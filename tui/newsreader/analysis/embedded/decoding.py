"""From scores of BILOU labels to the best sequence that is well formed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


def allowed(labels: list[str]) -> NDArray[np.bool_]:
    """Which label may follow which.

    Args:
        labels: `O`, and `B-`, `I-`, `L-`, `U-` with a kind of name.

    Returns:
        An array of shape (labels + 1, labels + 1), [before, after]; the last row and column are the sentence's ends.
    """
    size = len(labels)
    table = np.zeros((size + 1, size + 1), dtype=np.bool_)
    for i, before in enumerate([*labels, "O"]):
        for j, after in enumerate([*labels, "O"]):
            inside = before[0] in "BI"
            continues = after[0] in "IL"
            table[i, j] = (inside == continues) and (not inside or before[2:] == after[2:])
    return table


def decode(scores: Array, table: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The best well-formed sequence of labels of one sentence (Viterbi 1967).

    Args:
        scores: log-probabilities, shape (tokens, labels).
        table: what may follow what, as `allowed` gives it.

    Returns:
        The number of each token's label.
    """
    best = scores.argmax(axis=1)
    end = table.shape[0] - 1
    steps = np.concatenate(([end], best, [end]))
    if table[steps[:-1], steps[1:]].all():
        # The best label of each token for itself is already well formed, hence the best sequence.
        return np.asarray(best, dtype=np.intp)
    barred = np.where(table, 0.0, -1e9)
    total = scores[0] + barred[end, :-1]
    back = np.zeros(scores.shape, dtype=np.intp)
    for i in range(1, len(scores)):
        paths = total[:, None] + barred[:-1, :-1]
        back[i] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[i]
    last = int((total + barred[:-1, end]).argmax())
    result = np.zeros(len(scores), dtype=np.intp)
    for i in range(len(scores) - 1, -1, -1):
        result[i] = last
        last = int(back[i, last])
    return result


def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """The names of a well-formed sequence: first token, end token, kind."""
    found: list[tuple[int, int, str]] = []
    start = 0
    for i, label in enumerate(labels):
        if label[0] in "BU":
            start = i
        if label[0] in "LU":
            found.append((start, i + 1, label[2:]))
    return found
