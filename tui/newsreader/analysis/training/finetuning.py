"""What a network that has read much text learns from the corpora, and how it labels sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from newsreader.analysis.training.contextual import Shape, device, torch
from newsreader.analysis.training.pretraining import Pretraining

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from newsreader.analysis.training.contextual import Reader, Tensor
    from newsreader.analysis.training.corpora import Sample


@dataclass(frozen=True)
class FineTuning:
    """How the corpora are learned."""

    rate: float = 0.0002
    epochs: int = 6
    batch: int = 6000
    """Tokens in a batch."""
    hide: float = 0.06
    """Share of forms that are hidden."""
    dropout: float = 0.1
    seed: int = 1


@dataclass(frozen=True)
class Contextual:
    """The way from running text to labelled sentences."""

    shape: Shape = field(default_factory=Shape)
    reading: Pretraining = field(default_factory=Pretraining)
    learning: tuple[FineTuning, ...] = (
        FineTuning(0.0002, seed=1),
        FineTuning(0.0003, seed=2),
        FineTuning(0.00015, seed=3),
    )
    """The networks whose probabilities are averaged; all of them go on from the same reading."""
    labelled: int = 220_000
    """Sentences of running text that they label."""


def _batches(lengths: NDArray[np.intp], size: int, random: np.random.Generator) -> Iterator[NDArray[np.intp]]:
    """Numbers of sentences of much the same length, so many tokens at a time, in random order."""
    order = random.permutation(len(lengths))
    stretch = int(40 * size / lengths.mean()) + 1
    found: list[NDArray[np.intp]] = []
    for start in range(0, len(order), stretch):
        part = order[start : start + stretch]
        part = part[np.argsort(lengths[part], kind="stable")]
        ends = np.cumsum(lengths[part])
        found += np.split(part, np.unique(np.searchsorted(ends, np.arange(size, ends[-1], size))))
    return (found[i] for i in random.permutation(len(found)) if len(found[i]))


def _together(rows: list[NDArray[Any]], fill: int) -> Tensor:
    """Arrays of different lengths as one, filled up."""
    longest = max(map(len, rows))
    whole = np.full((len(rows), longest, *rows[0].shape[1:]), fill, dtype=np.int64)
    for place, row in zip(whole, rows, strict=True):
        place[: len(row)] = row
    return torch().from_numpy(whole).to(device())


def fine_tune(
    reader: Reader, samples: list[Sample], weights: dict[str, float], settings: FineTuning, log: Callable[[str], None]
) -> Reader:
    """A network that has learned the labels of all tasks.

    Args:
        reader: what it begins with, which stays as it is.
        samples: sentences, all tasks mixed.
        weights: how much each task counts.
        settings: rate, passes, dropout and seed.
        log: takes a line a pass.
    """
    library = torch()
    library.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    network = reader.copy()
    numbers = {task: {label: i for i, label in enumerate(given)} for task, given in network.labels.items()}
    words = [network.forms(sample.words) for sample in samples]
    golds = [_numbered(sample, numbers) for sample in samples]
    lengths = np.array([len(row) for row in words])
    learned = {name: weight for name, weight in network.weights.items() if not name.startswith("guess")}
    heads = [learned.pop("head"), learned.pop("head_bias")]
    groups = [{"params": heads, "full": 5 * settings.rate}, {"params": [*learned.values()], "full": settings.rate}]
    optimizer = library.optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98), weight_decay=0.01)
    total = settings.epochs * (int(lengths.sum()) // settings.batch + 1)
    done = 0
    for epoch in range(settings.epochs):
        losses = []
        for part in _batches(lengths, settings.batch, random):
            given = _together([words[i] for i in part], 0)
            gold = _together([golds[i] for i in part], -1)
            scores = network.scores(given, given > 0, settings.hide, settings.dropout)
            loss = _loss(scores, gold, network.labels, weights) / int(lengths[part].sum())
            loss.backward()
            done += 1
            share = min(1.0, done / (0.06 * total)) * max(0.0, 1 - done / total)
            for group in optimizer.param_groups:
                group["lr"] = group["full"] * share
            library.nn.utils.clip_grad_norm_([*heads, *learned.values()], 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.detach())
        log(f"{epoch + 1:3} labels {float(library.stack(losses).mean()):.3f}")
    return network


def _numbered(sample: Sample, numbers: dict[str, dict[str, int]]) -> NDArray[np.int16]:
    """The number of each token's label of each task, shape (tokens, tasks); -1 where unknown."""
    rows = np.full((len(sample.words), len(numbers)), -1, dtype=np.int16)
    for i, (task, known) in enumerate(numbers.items()):
        if task in sample.labels:
            rows[:, i] = [known.get(label or "", -1) for label in sample.labels[task]]
    return rows


def _loss(scores: Tensor, gold: Tensor, labels: dict[str, list[str]], weights: dict[str, float]) -> Tensor:
    """The cross-entropy of all tasks, summed over tokens."""
    functional = torch().nn.functional
    parts = scores.split([len(given) for given in labels.values()], -1)
    return sum(
        weights[task]
        * functional.cross_entropy(part.flatten(0, 1), gold[..., i].flatten(), ignore_index=-1, reduction="sum")
        for i, (task, part) in enumerate(zip(labels, parts, strict=True))
    )


def probabilities(
    networks: list[Reader], sentences: list[list[str]], task: str, batch: int = 60_000
) -> list[NDArray[np.float32]]:
    """The mean of the probabilities that networks give the labels of a task, for each sentence (tokens, labels).

    Args:
        networks: of the same forms and labels.
        sentences: tokens.
        task: whose labels.
        batch: tokens that are read at once.
    """
    words = [networks[0].forms(sentence) for sentence in sentences]
    labels = networks[0].labels
    first = sum(len(given) for name, given in labels.items() if list(labels).index(name) < list(labels).index(task))
    result: list[NDArray[np.float32]] = [np.zeros((0, 0), dtype=np.float32)] * len(words)
    with torch().no_grad():
        for part in _batches(np.array([len(row) for row in words]), batch, np.random.default_rng(0)):
            given = _together([words[i] for i in part], 0)
            found = [n.scores(given, given > 0)[..., first : first + len(labels[task])].softmax(-1) for n in networks]
            mean = (sum(found) / len(found)).cpu().numpy()
            for i, rows in zip(part, mean, strict=True):
                result[i] = rows[: len(words[i])]
    return result
