"""What is done to a network that has gone on learning: half of the way is taken back, and a head is fitted anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsreader.analysis.embedded.network import parameters, set_parameters

if TYPE_CHECKING:
    from newsreader.analysis.training.arrays import Encoded, FormTable
    from newsreader.analysis.training.loop import Network

_BATCH = 500
_DECAY = 0.001


def halve(network: Network, start: Network) -> None:
    """Sets a network to the mean of its weights and those it began with (WiSE-FT: Wortsman et al. 2022).

    It keeps what it has gained, and forgets less of the tasks that went short.
    """
    for model, begun in zip(network.models, start.models, strict=True):
        pairs = zip(parameters(model), parameters(begun), strict=True)
        set_parameters(model, [((there + here) / 2).astype(np.float32) for there, here in pairs])


def refit(network: Network, task: str, data: list[Encoded], table: FormTable, rate: float = 0.03) -> None:
    """Fits one head to the encoder as it is, in four passes.

    Args:
        network: the network, of which nothing else is changed.
        task: the head's task.
        data: labelled sentences; their weights count.
        table: features of their forms.
        rate: learning rate at first; it falls from pass to pass.
    """
    rows = np.concatenate([network.encode([sentence.forms], table) for sentence in data])
    gold = np.concatenate([sentence.labels[task] for sentence in data])
    counts = np.repeat([sentence.weight for sentence in data], [len(sentence.forms) for sentence in data])
    head = network.heads[task]
    weights, bias = np.array(head.get_param("W")), np.array(head.get_param("b"))
    began = weights.copy()
    known = np.flatnonzero(gold >= 0)
    random = np.random.default_rng(0)
    for part in range(4):
        speed = rate * (1 - part / 4)
        for chosen in np.array_split(random.permutation(known), max(1, len(known) // _BATCH)):
            scores = rows[chosen] @ weights.T + bias
            scores -= scores.max(axis=1, keepdims=True)
            change = np.exp(scores)
            change /= change.sum(axis=1, keepdims=True)
            change[np.arange(len(chosen)), gold[chosen]] -= 1
            change *= counts[chosen, None] / len(chosen)
            weights -= speed * (change.T @ rows[chosen] + _DECAY * (weights - began))
            bias -= speed * change.sum(axis=0)
    head.set_param("W", weights.astype(np.float32))
    head.set_param("b", bias.astype(np.float32))
