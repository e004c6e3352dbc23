"""Teaches a network to guess words of running text that are hidden from it (Devlin et al. 2019).

Matrices of the layers are learned with Muon (Jordan et al. 2024), all else with Adam. A rare word is not guessed itself
but its kind: its outline, its ending, and what names it was seen as.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from newsreader.analysis.embedded.features import ROWS
from newsreader.analysis.training.contextual import EDGE, HIDDEN, SPECIAL, device, torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from newsreader.analysis.training.contextual import Forms, Reader, Tensor

LAYERS = ("attention", "attended", "up", "down")
TABLES = ("words", "pieces", "features")
HEAD = ("head", "head_bias")


@dataclass(frozen=True)
class Pretraining:
    """How running text is read."""

    passes: float = 6.5
    stretches: int = 384
    """Stretches of text in a batch."""
    length: int = 128
    """Tokens in a stretch, the edges of sentences counted."""
    guessed: float = 0.18
    """Share of tokens that are guessed: 8 of 10 are hidden, one stands as it is, one is replaced by another."""
    kinds: int = 15_472
    """Kinds of rare words that are told apart."""
    layer_rate: float = 0.02
    table_rate: float = 0.003
    rate: float = 0.0015
    warmup: int = 300
    seed: int = 0


def targets(forms: Forms, counts: NDArray[np.int64], words: int, kinds: int) -> NDArray[np.int32]:
    """What is to be guessed for each form's number; -1 where nothing is.

    Args:
        forms: the forms, the most frequent first.
        counts: how often each occurs.
        words: so many forms are guessed themselves.
        kinds: so many kinds of the others are guessed.
    """
    names = list(ROWS)
    shape, suffix, seen = (forms.features[words:, names.index(name)] for name in ("shape", "suffix", "seen"))
    found, places = np.unique(shape ^ (suffix * np.uint64(3)) ^ (seen * np.uint64(7)), return_inverse=True)
    commonest = np.argsort(-np.bincount(places, weights=counts[words:], minlength=len(found)))[:kinds]
    numbers = np.full(len(found), -1, dtype=np.int32)
    numbers[commonest] = words + np.arange(len(commonest))
    own = np.arange(min(words, len(counts)), dtype=np.int32)
    return np.concatenate((np.full(SPECIAL, -1, dtype=np.int32), own, numbers[places]))


def pretrain(
    network: Reader,
    sentences: list[NDArray[np.int32]],
    target: NDArray[np.int32],
    settings: Pretraining,
    log: Callable[[str], None],
) -> None:
    """Reads running text.

    Args:
        network: the network, which is changed.
        sentences: forms' numbers, in the order of the text.
        target: what is to be guessed for each of them.
        settings: passes, sizes and rates.
        log: takes a line now and then.
    """
    library = torch()
    random = library.Generator(device()).manual_seed(settings.seed)
    text = library.from_numpy(np.concatenate([[EDGE, *s] for s in sentences]).astype(np.int32)).to(device())
    wanted = library.from_numpy(target).to(device())
    optimizer = _Optimizer(network, settings)
    on_card = device() == "cuda"
    step = library.compile(network.layer, dynamic=False) if on_card else None
    size = settings.stretches * settings.length
    total = max(1, int(settings.passes * len(text) / size))
    starts = library.zeros(0, dtype=library.long)
    losses: list[Tensor] = []
    for number in range(total):
        if len(starts) < settings.stretches:
            starts = _starts(len(text), settings.length, random)
        chosen, starts = starts[: settings.stretches], starts[settings.stretches :]
        given = text[chosen[:, None] + library.arange(settings.length, device=device())].long()
        places, shown, guesses = _hide(given, wanted, settings, random)
        with network.half():
            read = network.read(network.embed(shown), step=step).flatten(0, 1)[places]
            scores = library.nn.functional.linear(read, network.weights["guess"], network.weights["guess_bias"][0])
            loss = library.nn.functional.cross_entropy(scores.float(), guesses)
        loss.backward()
        # Full speed after the warm-up, and from two fifths of the way on ever slower.
        optimizer.step(min(1.0, (number + 1) / settings.warmup) * min(1.0, max(0.01, (1 - number / total) / 0.6)))
        losses.append(loss.detach())
        if (number + 1) % 500 == 0 or number + 1 == total:
            log(f"read {number + 1} of {total} batches, loss {float(library.stack(losses).mean()):.3f}")
            losses = []


def _starts(length: int, stretch: int, random: Any) -> Tensor:
    """Where the stretches of a pass begin, in random order."""
    library = torch()
    first = int(library.randint(max(1, min(stretch, length - stretch)), (1,), generator=random, device=device()))
    order = library.randperm(max(1, (length - first) // stretch), generator=random, device=device())
    return order * stretch + first


def _hide(given: Tensor, wanted: Tensor, settings: Pretraining, random: Any) -> tuple[Tensor, Tensor, Tensor]:
    """Places of the tokens to guess, the tokens as the network sees them, and what is to be guessed."""
    library = torch()
    flat = given.flatten()
    draw = library.rand(flat.shape, generator=random, device=device())
    draw = library.where(wanted[flat] >= 0, draw, 2.0)
    # Every batch guesses as many, so that their sizes are the same.
    places = draw.topk(max(1, int(settings.guessed * len(flat))), largest=False).indices
    places = places[draw[places] < 2] if device() == "cpu" else places
    old = flat[places]
    how = library.rand(old.shape, generator=random, device=device())
    other = library.randint(SPECIAL, len(wanted), old.shape, generator=random, device=device())
    new = library.where(how < 0.8, HIDDEN, library.where(how < 0.9, other, old))
    return places, flat.scatter(0, places, new).view_as(given), wanted[old].long()


class _Optimizer:
    """Muon for the layers' matrices, Adam for the rest."""

    def __init__(self, network: Reader, settings: Pretraining) -> None:
        weights = network.weights
        self.rate = settings.layer_rate
        self.matrices = [(weights[name], torch().zeros_like(weights[name])) for name in LAYERS]
        self.rest = [w for name, w in weights.items() if name not in (*LAYERS, *TABLES, *HEAD)]
        groups = [
            {"params": [weights[name] for name in TABLES], "full": settings.table_rate},
            {"params": self.rest, "full": settings.rate},
        ]
        self.adam = torch().optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98), weight_decay=0.005)

    def step(self, share: float) -> None:
        """Changes the weights at a share of the full rates."""
        library = torch()
        library.nn.utils.clip_grad_norm_(self.rest, 1.0)
        for group in self.adam.param_groups:
            group["lr"] = group["full"] * share
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
        rate = self.rate * share
        with library.no_grad():
            for weight, mean in self.matrices:
                mean.lerp_(weight.grad, 0.05)
                change = _orthogonal(weight.grad.lerp(mean, 0.95)).to(weight.dtype)
                scale = max(1.0, weight.shape[-2] / weight.shape[-1]) ** 0.5
                weight.mul_(1 - 0.02 * rate).sub_(change * (rate * scale))
                weight.grad = None


def _orthogonal(matrices: Tensor) -> Tensor:
    """Matrices of the same singular vectors whose singular values are about one (Newton-Schulz iteration)."""
    tall = matrices.shape[-2] > matrices.shape[-1]
    result = (matrices.mT if tall else matrices).bfloat16()
    result = result / (result.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        product = result @ result.mT
        result = 3.4445 * result + (-4.7750 * product + 2.0315 * product @ product) @ result
    return result.mT if tall else result
