"""The training loop: one network, several tasks, averaged weights."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Adam, Model, Optimizer

from newsreader.analysis.embedded.network import build_embedding, build_encoder, build_head, ragged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsreader.analysis.training.arrays import Encoded, FormTable

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Settings:
    """What training depends on besides the data."""

    width: int = 128
    depth: int = 4
    table_width: int = 64
    dropout: float = 0.25
    word_dropout: float = 0.0
    """Share of tokens whose form is hidden in training, so that the neighbours must tell."""
    extra_share: float = 0.4
    """Share of the sentences labelled by other networks that one pass takes."""
    epochs: int = 10
    batch: int = 1000
    """Tokens in a batch."""
    rate: float = 0.002
    warmup: int = 200
    """Batches until the learning rate is reached; it then falls to zero in a straight line."""
    seed: int = 0


class Network:
    """The embedding, the encoder and the heads."""

    def __init__(self, settings: Settings, vector_width: int, labels: dict[str, list[str]]) -> None:
        """Args:
        settings: widths, depth, dropout and seed.
        vector_width: numbers in a word vector.
        labels: the labels of each task.
        """
        np.random.seed(settings.seed)
        self.labels = labels
        self.embedding = build_embedding(vector_width, settings.table_width, settings.width, settings.dropout)
        self.encoder = build_encoder(settings.width, settings.depth, settings.dropout)
        self.heads = {task: build_head(settings.width, len(names)) for task, names in labels.items()}

    @property
    def models(self) -> list[Model[Any, Any]]:
        """All parts that have weights."""
        return [self.embedding, self.encoder, *self.heads.values()]

    def encode(self, sentences: list[NDArray[np.int32]], table: FormTable) -> Array:
        """The encoder's output for sentences of form numbers, shape (tokens, width)."""
        lengths = np.array([len(s) for s in sentences], dtype=np.int32)
        kinds, places = np.unique(np.concatenate(sentences), return_inverse=True)
        embedded = self.embedding.predict(table.rows(kinds))
        result: Array = self.encoder.predict(ragged(embedded[places], lengths)).dataXd
        return result

    def scores(self, sentences: list[NDArray[np.int32]], table: FormTable, task: str) -> list[Array]:
        """Log-probabilities of a task's labels, for each sentence an array of shape (tokens, labels)."""
        result: list[Array] = []
        for start in range(0, len(sentences), 256):
            part = sentences[start : start + 256]
            logits = self.heads[task].predict(self.encode(part, table))
            logits = logits - logits.max(axis=1, keepdims=True)
            logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
            result.extend(np.split(logits, np.cumsum([len(s) for s in part])[:-1]))
        return result


def batches(data: list[Encoded], size: int, random: np.random.Generator) -> Iterator[list[Encoded]]:
    """The sentences in random order, so many tokens at a time."""
    batch: list[Encoded] = []
    tokens = 0
    for index in random.permutation(len(data)):
        batch.append(data[index])
        tokens += len(data[index].forms)
        if tokens >= size:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _loss(logits: Array, batch: list[Encoded], task: str) -> tuple[Array, float]:
    """The gradient of the cross-entropy, shape (tokens, labels), and the loss."""
    probabilities = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    gold = np.zeros_like(probabilities)
    weight = np.zeros((len(logits), 1), dtype=np.float32)
    start = 0
    for sentence in batch:
        end = start + len(sentence.forms)
        if task == "names" and sentence.soft is not None:
            gold[start:end] = sentence.soft
            weight[start:end] = sentence.weight
        elif task in sentence.labels:
            given = sentence.labels[task]
            rows = np.flatnonzero(given >= 0)
            gold[start + rows, given[rows]] = 1.0
            weight[start + rows] = sentence.weight
        start = end
    gradient = (probabilities - gold) * weight
    loss = -float((np.log(probabilities + 1e-9) * gold * weight).sum())
    return gradient / len(logits), loss / max(1.0, float(weight.sum()))


def train(
    network: Network,
    data: list[Encoded],
    table: FormTable,
    settings: Settings,
    weights: dict[str, float],
    after_epoch: Callable[[int], str] | None = None,
    log: Callable[[str], None] = print,
    extra: list[Encoded] | None = None,
) -> None:
    """Trains a network; at the end it holds the averages of its weights over training.

    Args:
        network: the network.
        data: sentences, all tasks mixed.
        table: features of their forms.
        settings: rate, batch, passes, seed.
        weights: how much each task counts.
        after_epoch: gives figures for the log; runs with averaged weights.
        log: takes a line a pass.
        extra: more sentences than a pass can take; of these each pass draws a share.
    """
    random = np.random.default_rng(settings.seed)
    optimizer = Adam(
        settings.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True, beta1=0.9, beta2=0.999
    )
    extra = extra or []
    drawn = int(len(extra) * settings.extra_share)
    tokens = sum(len(s.forms) for s in data) + settings.extra_share * sum(len(s.forms) for s in extra)
    total = settings.epochs * (int(tokens) // settings.batch + 1)
    step = 0
    for epoch in range(settings.epochs):
        losses: dict[str, list[float]] = {task: [] for task in network.heads}
        began = time.perf_counter()
        chosen = [extra[i] for i in random.choice(len(extra), drawn, replace=False)] if drawn else []
        for batch in batches(data + chosen, settings.batch, random):
            step += 1
            part = min(1.0, step / settings.warmup) * max(0.02, 1.0 - step / total)
            optimizer.learn_rate = settings.rate * part
            for task, loss in _update(network, batch, table, weights, settings.word_dropout, random).items():
                losses[task].append(loss)
            for model in network.models:
                model.finish_update(optimizer)
            optimizer.step_schedules()
        line = " ".join(f"{task} {np.mean(values):.3f}" for task, values in losses.items() if values)
        if after_epoch is not None:
            with _averaged(network, optimizer):
                line += "  " + after_epoch(epoch)
        log(f"{epoch + 1:3} {time.perf_counter() - began:5.0f}s  {line}")
    for model in network.models:
        for node in model.walk():
            for name in node.param_names:
                key = (node.id, name)
                if optimizer.averages and key in optimizer.averages:
                    node.set_param(name, optimizer.averages[key])


def _averaged(network: Network, optimizer: Optimizer) -> Any:
    from contextlib import ExitStack

    stack = ExitStack()
    for model in network.models:
        stack.enter_context(model.use_params(optimizer.averages or {}))
    return stack


def _update(
    network: Network,
    batch: list[Encoded],
    table: FormTable,
    weights: dict[str, float],
    hidden_share: float,
    random: np.random.Generator,
) -> dict[str, float]:
    lengths = np.array([len(s.forms) for s in batch], dtype=np.int32)
    kinds, places = np.unique(np.concatenate([s.forms for s in batch]), return_inverse=True)
    embedded, embedding_back = network.embedding.begin_update(table.rows(kinds))
    seen = (random.random((len(places), 1)) >= hidden_share).astype(np.float32)
    encoded, encoder_back = network.encoder.begin_update(ragged(embedded[places] * seen, lengths))
    hidden: Array = encoded.dataXd
    gradient = np.zeros_like(hidden)
    losses: dict[str, float] = {}
    for task, head in network.heads.items():
        if not any(task in s.labels or (task == "names" and s.soft is not None) for s in batch):
            continue
        logits, head_back = head.begin_update(hidden)
        back, losses[task] = _loss(logits, batch, task)
        gradient += head_back(back * np.float32(weights.get(task, 1.0)))
    below = encoder_back(ragged(gradient, lengths)).dataXd * seen
    collected = np.zeros_like(embedded)
    np.add.at(collected, places, below)
    embedding_back(collected)
    return losses
