"""The training loop: one network, several tasks, averaged weights."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Adam, Model, Optimizer

from newsreader.analysis.embedded.chain import beliefs
from newsreader.analysis.embedded.network import build_chain, build_embedding, build_encoder, build_head, ragged

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.training.arrays import Encoded, FormTable

Array = NDArray[np.float32]

NAMES = "names"
_SORTED = 40
"""Batches' worth of sentences that are sorted by length, so that those of one batch end together."""


@dataclass(frozen=True)
class Settings:
    """What training depends on besides the data."""

    width: int = 256
    hidden: int = 256
    table_width: int = 32
    dropout: float = 0.4
    """Share of the encoder's inputs and outputs left out in training."""
    form_dropout: float = 0.3
    """Share of what is known of a form left out in training."""
    word_dropout: float = 0.0
    """Share of tokens whose form is hidden in training, so that the neighbours must tell."""
    tasks: tuple[str, ...] = ()
    """What is learned; all that there is if empty."""
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
    """The embedding, the encoder, the heads, and the chain of names."""

    def __init__(self, settings: Settings, vector_width: int, labels: dict[str, list[str]]) -> None:
        """Args:
        settings: widths, depth, dropout and seed.
        vector_width: numbers in a word vector.
        labels: the labels of each task.
        """
        np.random.seed(settings.seed)
        self.labels = {task: names for task, names in labels.items() if not settings.tasks or task in settings.tasks}
        self.embedding = build_embedding(vector_width, settings.table_width, settings.width, settings.form_dropout)
        self.encoder = build_encoder(settings.width, settings.hidden, settings.dropout)
        self.heads = {task: build_head(2 * settings.hidden, len(names)) for task, names in self.labels.items()}
        self.chain = build_chain(labels[NAMES])

    @property
    def models(self) -> list[Model[Any, Any]]:
        """All parts that have weights."""
        return [self.embedding, self.encoder, self.chain, *self.heads.values()]

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
            lengths = np.array([len(s) for s in part])
            logits = self.heads[task].predict(self.encode(part, table))
            if task == NAMES:
                logits = self.chain.predict((logits, lengths))
            else:
                logits = logits - logits.max(axis=1, keepdims=True)
                logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
            result.extend(np.split(logits, np.cumsum(lengths)[:-1]))
        return result


def batches(data: list[Encoded], size: int, random: np.random.Generator) -> list[list[Encoded]]:
    """The sentences in random order, so many tokens at a time, those of a batch of much the same length."""
    order = random.permutation(len(data))
    # Which sentences meet is chance: only stretches of the order are sorted.
    stretch = max(1, int(_SORTED * size / max(1.0, float(np.mean([len(s.forms) for s in data])))))
    result: list[list[Encoded]] = []
    for start in range(0, len(order), stretch):
        batch: list[Encoded] = []
        tokens = 0
        for index in sorted(order[start : start + stretch].tolist(), key=lambda i: len(data[i].forms)):
            batch.append(data[index])
            tokens += len(data[index].forms)
            if tokens >= size:
                result.append(batch)
                batch, tokens = [], 0
        if batch:
            result.append(batch)
    return [result[i] for i in random.permutation(len(result))]


def _loss(logits: Array, batch: list[Encoded], task: str) -> tuple[Array, float]:
    """The gradient of the cross-entropy, shape (tokens, labels), and the loss."""
    probabilities = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    gold = np.zeros_like(probabilities)
    weight = np.zeros((len(logits), 1), dtype=np.float32)
    start = 0
    for sentence in batch:
        if task in sentence.labels:
            given = sentence.labels[task]
            rows = np.flatnonzero(given >= 0)
            gold[start + rows, given[rows]] = 1.0
            weight[start + rows] = sentence.weight
        start += len(sentence.forms)
    gradient = (probabilities - gold) * weight
    loss = -float((np.log(probabilities + 1e-9) * gold * weight).sum())
    return gradient / len(logits), loss / max(1.0, float(weight.sum()))


def _names_loss(network: Network, logits: Array, batch: list[Encoded]) -> tuple[Array, float]:
    """The gradient of the chain's loss by its scores, shape (tokens, labels), and the loss a token.

    What people labelled is learned as sequences. Of what other networks labelled, the probabilities of each token's
    labels are: the gradient of the cross-entropy between two chains is the difference of these.
    """
    follows: Array = np.asarray(network.chain.get_param("follows"))
    barred = network.chain.attrs["barred"]
    gradient = np.zeros_like(logits)
    ends = np.cumsum([len(s.forms) for s in batch])
    loss = tokens = 0.0
    for soft in (False, True):
        chosen = [i for i, s in enumerate(batch) if (s.soft is not None if soft else _whole(s))]
        if not chosen:
            continue
        lengths = np.array([len(batch[i].forms) for i in chosen])
        rows = np.concatenate([np.arange(ends[i] - n, ends[i]) for i, n in zip(chosen, lengths, strict=True)])
        found = beliefs(logits[rows], lengths, follows, barred)
        weight = np.repeat([batch[i].weight for i in chosen], lengths)[:, None]
        if soft:
            gold = np.concatenate([s.soft for s in batch if s.soft is not None])
        else:
            labels = np.concatenate([batch[i].labels[NAMES] for i in chosen])
            gold = np.zeros_like(found.labels)
            gold[np.arange(len(labels)), labels] = 1.0
            counted = _steps(labels, lengths, len(follows))
            network.chain.inc_grad("follows", ((found.steps - counted) / len(logits)).astype(np.float32))
            loss += found.evidence - float((logits[rows] * gold).sum()) - float((follows * counted).sum())
            tokens += len(rows)
        gradient[rows] = (found.labels - gold) * weight / len(logits)
    return gradient, loss / max(1.0, tokens)


def _whole(sentence: Encoded) -> bool:
    """Whether people labelled all names of a sentence."""
    return sentence.soft is None and NAMES in sentence.labels and bool((sentence.labels[NAMES] >= 0).all())


def _steps(labels: NDArray[np.int16], lengths: NDArray[np.intp], size: int) -> NDArray[np.float64]:
    """How often a label stands before another, the ends of the sentences counted, shape (size, size)."""
    counts = np.zeros((size, size))
    ends = np.cumsum(lengths)
    starts = np.zeros(len(labels), dtype=np.bool_)
    starts[ends - lengths] = True
    np.add.at(counts, (np.where(starts, size - 1, np.roll(labels, 1)), labels), 1)
    np.add.at(counts[:, size - 1], labels[ends - 1].astype(np.intp), 1)
    return counts


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
        if not any(task in s.labels or (task == NAMES and s.soft is not None) for s in batch):
            continue
        logits, head_back = head.begin_update(hidden)
        back, losses[task] = _names_loss(network, logits, batch) if task == NAMES else _loss(logits, batch, task)
        gradient += head_back(back * np.float32(weights.get(task, 1.0)))
    below = encoder_back(ragged(gradient, lengths)).dataXd * seen
    collected = np.zeros_like(embedded)
    np.add.at(collected, places, below)
    embedding_back(collected)
    return losses
