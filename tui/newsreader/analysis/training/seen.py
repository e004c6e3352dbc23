"""What first networks take the forms of running text for, counted: a list of names that nobody had to write.

A form that a sentence leaves open ("Everton gewann") is clearer in others. The networks read much running text, and for
each form the shares of persons, places, organisations and other names among its occurrences are kept, coarsely, in the
lexicon. The next network has them as a feature (after the "global evidence" of Chieu & Ng 2002, and self-training).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsreader.analysis.embedded.lexicon import LISTS, HashTable, Lexicon

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsreader.analysis.training.arrays import FormTable
    from newsreader.analysis.training.loop import Network

KINDS = ("PER", "LOC", "ORG", "MISC")
SEEN = [f"{strength}-{kind}" for kind in KINDS for strength in ("some", "most")] + ["rarely"]
LEAST = 3
SOME, MOST, RARELY = 0.15, 0.6, 0.05


def count(
    networks: list[Network], sentences: list[list[str]], table: FormTable
) -> tuple[list[str], NDArray[np.float64]]:
    """The forms of sentences, and for each its share of each kind of name, times how often it occurs.

    Returns:
        The forms, and an array of shape (forms, 5): numbers of `KINDS` that the networks expect, on average, and
        occurrences.
    """
    labels = networks[0].labels["names"]
    kinds = np.zeros((len(labels), len(KINDS)), dtype=np.float32)
    for i, label in enumerate(labels):
        if label[2:] in KINDS:
            kinds[i, KINDS.index(label[2:])] = 1.0
    numbers = [table.add(sentence) for sentence in sentences]
    table.finish()
    result = np.zeros((len(table.features), len(KINDS) + 1))
    for start in range(0, len(numbers), 512):
        batch = numbers[start : start + 512]
        for network in networks:
            for forms, scores in zip(batch, network.scores(batch, table, "names"), strict=True):
                np.add.at(result[:, :-1], forms, np.exp(scores) @ kinds / len(networks))
        for forms in batch:
            np.add.at(result[:, -1], forms, 1)
    return list(table.numbers), result


def bits(forms: list[str], counts: NDArray[np.float64]) -> dict[str, int]:
    """For each form that occurs often enough and is ever a name, or is capitalised, a bit mask over `SEEN`."""
    result: dict[str, int] = {}
    shares = counts[:, :-1] / np.maximum(counts[:, -1:], 1)
    for form, share, number in zip(forms, shares, counts[:, -1], strict=True):
        if number < LEAST or not form[:1].isalpha():
            continue
        if share.sum() < RARELY:
            if form[0].isupper():
                result[form] = 1 << SEEN.index("rarely")
            continue
        mask = 0
        for i in range(len(KINDS)):
            mask |= (share[i] >= SOME) << (2 * i) | (share[i] >= MOST) << (2 * i + 1)
        if mask:
            result[form] = int(mask)
    return result


def with_seen(lexicon: Lexicon, listed: dict[str, int], seen: dict[str, int]) -> Lexicon:
    """The lexicon with what was seen.

    Args:
        lexicon: readings.
        listed: names of the lists, masks of `LISTS` bits.
        seen: masks over `SEEN`.
    """
    merged = dict(listed)
    for form, mask in seen.items():
        merged[form] = merged.get(form, 0) | mask << LISTS
    return Lexicon(
        lexicon.forms, lexicon.analyses, lexicon.tags, HashTable.build(merged), [*lexicon.name_kinds[:LISTS], *SEEN]
    )
