"""Figures: names by exact bounds, tags by token."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.analysis.embedded.decoding import allowed, decode, spans
from newsreader.analysis.training.corpora import KINDS, Sample

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.analysis.training.arrays import FormTable
    from newsreader.analysis.training.loop import Array, Network

Names = set[tuple[int, int, str]]


def predicted_names(scores: Array, labels: list[str], sample: Sample) -> Names:
    """The names that scores mean, in offsets of the sample's text."""
    path = decode(scores, allowed(labels))
    found = spans([labels[i] for i in path])
    return {(sample.offsets[a][0], sample.offsets[b - 1][1], kind) for a, b, kind in found if kind in KINDS.values()}


def name_scores(samples: Iterable[Sample], found: Iterable[Names]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each kind of name and of all, in percent.

    A name is right when start, end and kind are. What touches a derived or partial name is not counted as wrong.
    """
    hit, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for sample, names in zip(samples, found, strict=True):
        right = sample.names or set()
        got = {e for e in names if not any(e[0] < b and a < e[1] for a, b in sample.aside)} | (names & right)
        hit.update(e[2] for e in got & right)
        wrong.update(e[2] for e in got - right)
        missed.update(e[2] for e in right - got)
    result = {}
    for kind in [*KINDS.values(), "all"]:
        h, w, m = (c.total() if kind == "all" else c[kind] for c in (hit, wrong, missed))
        p, r = h / max(1, h + w), h / max(1, h + m)
        result[kind] = (100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0)
    return result


def evaluate_names(network: Network, samples: list[Sample], table: FormTable) -> dict[str, tuple[float, float, float]]:
    """The figures of a network on sentences with names."""
    sentences = [table.add(sample.words) for sample in samples]
    table.finish()
    labels = network.labels["names"]
    scores = network.scores(sentences, table, "names")
    return name_scores(samples, [predicted_names(s, labels, sample) for s, sample in zip(scores, samples, strict=True)])


def accuracy(network: Network, samples: list[Sample], table: FormTable, task: str) -> float:
    """The share of tokens whose label of a task is right, in percent."""
    sentences = [table.add(sample.words) for sample in samples]
    table.finish()
    right = total = 0
    for scores, sample in zip(network.scores(sentences, table, task), samples, strict=True):
        for best, gold in zip(scores.argmax(axis=1), sample.labels[task], strict=True):
            if gold:
                total += 1
                right += network.labels[task][best] == gold
    return 100 * right / max(1, total)
