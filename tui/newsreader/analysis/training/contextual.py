"""A network that has read much text before it learns names and tags; it labels sentences for the one that ships.

It is a transformer over word forms (Vaswani et al. 2017, with the rotary positions of Su et al. 2021). Of a form it
sees what the network that ships sees, and of common forms a vector of their own besides. It is many times too slow to
ship. It needs PyTorch, for training only, and a GPU to be done within minutes.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import NumpyOps

from newsreader.analysis.embedded.features import ROWS, type_features, type_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from newsreader.analysis.embedded.lexicon import Lexicon
    from newsreader.analysis.training.arrays import Vectors

Tensor = Any
"""PyTorch is no dependency of the program, so that its types are not known where types are checked."""

EDGE, HIDDEN, SPECIAL = 1, 2, 3
"""The numbers of a sentence's edge and of a form that is hidden; forms are counted from `SPECIAL` on, 0 is nothing."""
PIECE_ROWS = 200_000


def torch() -> Any:
    """PyTorch. Raises: ModuleNotFoundError where it is not installed."""
    return importlib.import_module("torch")


def device() -> str:
    """Where tensors are kept."""
    return "cuda" if torch().cuda.is_available() else "cpu"


@dataclass(frozen=True)
class Shape:
    """The network's sizes."""

    width: int = 512
    layers: int = 10
    heads: int = 8
    piece_width: int = 256
    table_width: int = 48
    """Numbers that each hashed feature of a form gives."""
    words: int = 50_000
    """The most frequent forms, which have a vector of their own."""


class Forms:
    """All forms that training meets, the most frequent first, with what is known of each."""

    def __init__(self, forms: Iterable[str], lexicon: Lexicon, vectors: Vectors | None) -> None:
        """Args:
        forms: each form once.
        lexicon: readings and names.
        vectors: gives word vectors, or None.
        """
        listed = list(forms)
        self.numbers = {form: number for number, form in enumerate(listed, SPECIAL)}
        self.features = np.array([type_features(form, lexicon) for form in listed], dtype=np.uint64)
        hashed = [NumpyOps().hash(np.ascontiguousarray(column), i + 1) for i, column in enumerate(self.features.T)]
        starts = np.cumsum([0, *ROWS.values()])
        rows = [start + keys % size for start, keys, size in zip(starts, hashed, ROWS.values(), strict=False)]
        pieces = np.array([type_pieces(form, PIECE_ROWS) for form in listed], dtype=np.int32)
        embedded = vectors(listed) if vectors else np.zeros((len(listed), 0), dtype=np.float32)
        self.rows = _on_device(np.concatenate(rows, axis=1).astype(np.int32))
        self.pieces = _on_device(np.where(pieces < 0, PIECE_ROWS, pieces))
        self.vectors = _on_device(embedded.astype(np.float16))

    def __call__(self, words: list[str]) -> NDArray[np.int32]:
        """The numbers of a sentence's forms."""
        return np.array([self.numbers[word] for word in words], dtype=np.int32)


def _on_device(array: NDArray[Any]) -> Tensor:
    empty = np.zeros((SPECIAL, *array.shape[1:]), dtype=array.dtype)
    return torch().from_numpy(np.concatenate((empty, array))).to(device())


class Reader:
    """The network: embedding, layers, and a head of all tasks' labels one after the other."""

    def __init__(self, shape: Shape, forms: Forms, labels: dict[str, list[str]], guesses: int, seed: int = 0) -> None:
        """Args:
        shape: sizes.
        forms: what it can read.
        labels: the labels of each task.
        guesses: how many words and kinds of words it tells apart where a form is hidden.
        seed: of the first weights.
        """
        self.torch = torch()
        self.layer = layer_of(self.torch)
        self.shape, self.forms, self.labels = shape, forms, labels
        self.random = self.torch.Generator().manual_seed(seed)
        width, layers = shape.width, shape.layers
        seen = shape.piece_width + len(ROWS) * shape.table_width + forms.vectors.shape[1]
        spread, small = seen**-0.5, 0.5 * width**-0.5
        self.weights: dict[str, Tensor] = {
            "words": self._random(shape.words + SPECIAL, width, 0.3),
            "pieces": self._random(PIECE_ROWS + 1, shape.piece_width, 0.5),
            "features": self._random(sum(ROWS.values()), shape.table_width, 0.25),
            "special": self._random(SPECIAL, width, 0.5),
            "input": self._random(width, seen, spread),
            "input_bias": self._random(1, width, 0.0),
            "attention": self._random(layers, 3 * width, width, small),
            "attended": self._random(layers, width, width, 0.0),
            "up": self._random(layers, 4 * width, width, small),
            "down": self._random(layers, width, 4 * width, 0.0),
            "scales": self._random(layers, 2, width, 0.0),
            "guess": self._random(guesses, width, 0.02),
            "guess_bias": self._random(1, guesses, 0.0),
            "head": self._random(sum(map(len, labels.values())), 2 * width, 0.02),
            "head_bias": self._random(1, sum(map(len, labels.values())), 0.0),
        }
        self.weights["pieces"].data[PIECE_ROWS] = 0

    def _random(self, *given: float) -> Tensor:
        *sizes, spread = given
        values = self.torch.randn(*map(int, sizes), generator=self.random) * spread
        return values.to(device()).requires_grad_()

    def copy(self) -> Reader:
        """Another network with the same weights."""
        other = object.__new__(Reader)
        other.__dict__.update(self.__dict__)
        other.weights = {name: weight.detach().clone().requires_grad_() for name, weight in self.weights.items()}
        return other

    def embed(self, numbers: Tensor) -> Tensor:
        """Vectors of forms, shape (..., width), at half precision."""
        functional, weights = self.torch.nn.functional, self.weights
        kinds, places = self.torch.unique(numbers, return_inverse=True)
        pieces = self.forms.pieces[kinds].long()
        known = (pieces < PIECE_ROWS).sum(1, keepdim=True).clamp(min=1)
        spelling = functional.embedding_bag(pieces, weights["pieces"], mode="sum", padding_idx=PIECE_ROWS)
        rows = weights["features"][self.forms.rows[kinds].long()]
        features = rows.view(len(kinds), len(ROWS), -1, self.shape.table_width).sum(2).flatten(1)
        seen = self.torch.cat((spelling * known**-0.5, features, self.forms.vectors[kinds].float()), 1)
        with self.half():
            result = functional.linear(seen, weights["input"], weights["input_bias"][0])
        common = (kinds >= SPECIAL) & (kinds < self.shape.words + SPECIAL)
        own = weights["words"][self.torch.where(common, kinds, 0)] * common[:, None]
        special = weights["special"][kinds.clamp(max=SPECIAL - 1)]
        result = self.torch.where((kinds < SPECIAL)[:, None], special, result.float() + own)
        return functional.rms_norm(result, (self.shape.width,))[places].to(self.torch.bfloat16)

    def half(self) -> Any:
        """The context in which products are worked out at half precision."""
        return self.torch.autocast(device(), dtype=self.torch.bfloat16)

    def read(self, embedded: Tensor, mask: Tensor = None, dropout: float = 0.0, step: Any = None) -> Tensor:
        """The forms in their sentence, shape (sentences, tokens, width).

        Args:
            embedded: what `embed` gives, shape (sentences, tokens, width).
            mask: which tokens there are, shape (sentences, 1, 1, tokens); all if None.
            dropout: share of what a layer adds that is left out.
            step: a compiled form of `layer`.
        """
        walk = step or self.layer
        turns = self._turns(embedded.shape[1])
        parts = [self.weights[name].unbind(0) for name in ("attention", "attended", "up", "down", "scales")]
        for attention, attended, up, down, scales in zip(*parts, strict=True):
            weights = (attention, attended, up, down, scales)
            embedded = walk(embedded, *weights, *turns, self.shape.heads, mask, dropout)
        return self.torch.nn.functional.rms_norm(embedded, (self.shape.width,))

    def _turns(self, length: int) -> tuple[Tensor, Tensor]:
        half = self.shape.width // self.shape.heads // 2
        rates = 1000 ** -(self.torch.arange(half, device=device()) / half)
        angles = self.torch.arange(length, device=device())[:, None] * rates
        return angles.cos().to(self.torch.bfloat16), angles.sin().to(self.torch.bfloat16)

    def scores(self, numbers: Tensor, present: Tensor, hide: float = 0.0, dropout: float = 0.0) -> Tensor:
        """Scores of all tasks' labels, shape (sentences, tokens, labels).

        Args:
            numbers: of forms, shape (sentences, tokens).
            present: which of them there are, of the same shape.
            hide, dropout: shares of forms that are hidden, and of values left out, in training.
        """
        functional = self.torch.nn.functional
        # An edge stands at both ends; lengths are multiples of eight.
        spare = 2 + -(numbers.shape[1] + 2) % 8
        tokens = functional.pad(numbers.long() * present, (1, spare - 1))
        mask = functional.pad(present, (2, spare - 2), value=False)
        mask[:, :2] = True
        tokens[:, 0] = EDGE
        tokens[self.torch.arange(len(tokens), device=tokens.device), present.sum(1) + 1] = EDGE
        if hide:
            chosen = (self.torch.rand(tokens.shape, device=tokens.device) < hide) & (tokens >= SPECIAL)
            tokens = self.torch.where(chosen, HIDDEN, tokens)
        embedded = self.embed(tokens)
        with self.half():
            read = self.read(functional.dropout(embedded, dropout), mask[:, None, None], dropout)
            both = self.torch.cat((read, embedded), -1)[:, 1 : numbers.shape[1] + 1]
            both = functional.dropout(both, 2 * dropout)
            return functional.linear(both, self.weights["head"], self.weights["head_bias"][0]).float()


def layer_of(library: Any) -> Any:
    """One layer as a function of what is given to it and of its weights: attention, then two matrices, each added.

    It finds PyTorch in its closure, so that it can be compiled.
    """
    functional = library.nn.functional

    def turned(values: Tensor, cosines: Tensor, sines: Tensor) -> Tensor:
        first, second = values.chunk(2, -1)
        return library.cat((first * cosines - second * sines, first * sines + second * cosines), -1)

    def layer(
        given: Tensor, attention: Tensor, attended: Tensor, up: Tensor, down: Tensor, scales: Tensor, cosines: Tensor,
        sines: Tensor, heads: int, mask: Tensor, dropout: float,
    ) -> Tensor:  # fmt: skip
        size, length, width = given.shape
        normal = functional.rms_norm(given, (width,)) * (1 + scales[0])
        parts = functional.linear(normal, attention).view(size, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        asks = turned(functional.rms_norm(parts[0], parts[0].shape[-1:]), cosines, sines)
        keys = turned(functional.rms_norm(parts[1], parts[1].shape[-1:]), cosines, sines)
        values, scale = parts[2], 1.5 * (width // heads) ** -0.5
        mixed = functional.scaled_dot_product_attention(
            asks.to(values.dtype), keys.to(values.dtype), values, attn_mask=mask, scale=scale
        )
        mixed = functional.linear(mixed.transpose(1, 2).reshape(size, length, width), attended)
        given = given + functional.dropout(mixed, dropout)
        normal = functional.rms_norm(given, (width,)) * (1 + scales[1])
        inner = functional.gelu(functional.linear(normal, up))
        return given + functional.dropout(functional.linear(inner, down), dropout)

    return layer
