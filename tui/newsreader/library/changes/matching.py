"""What two lists have in common, in order: of sentences, of words.

Elements that are there once in both lists are matched first, as many as are in the same order (patience diff, Bram
Cohen), and what lies between them by the longest common subsequence, bit by bit (Hyyrö 2004, as in rapidfuzz). A text
of any length is compared in about the time that reading it takes, unless it repeats itself throughout.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    Pairs = list[tuple[int, int]]

LARGEST = 16_000_000
"""pairs of elements that are compared for the longest common subsequence; in more than that only those are matched
that are there once"""


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """The indexes of equal elements, rising in both lists."""
    numbers: dict[Hashable, int] = {}
    one = [numbers.setdefault(element, len(numbers)) for element in old]
    other = [numbers.setdefault(element, len(numbers)) for element in new]
    found: Pairs = []
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and one[a] == other[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and one[b - 1] == other[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        if a == b or c == d:
            continue
        anchors = _anchors(one, other, a, b, c, d)
        if not anchors:
            found += _subsequence(one, other, a, b, c, d)
            continue
        edges = [*anchors, (b, d)]
        for i, j in edges:
            waiting.append((a, i, c, j))
            a, c = i + 1, j + 1
        found += anchors
    return sorted(found)


def _anchors(one: list[int], other: list[int], a: int, b: int, c: int, d: int) -> Pairs:
    """Of the elements that are there once in both ranges, as many as are in the same order."""
    left, right = Counter(one[a:b]), Counter(other[c:d])
    places = {other[j]: j for j in range(c, d) if right[other[j]] == 1}
    pairs = [(i, places[one[i]]) for i in range(a, b) if left[one[i]] == 1 and one[i] in places]
    return rising(pairs)


def rising(pairs: Iterable[tuple[int, int]]) -> Pairs:
    """The longest list of pairs whose second numbers rise, of pairs whose first numbers rise."""
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], int]] = []
    last: list[int] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        chains.append((pair, last[at - 1] if at else -1))
        ends[at : at + 1] = [pair[1]]
        last[at : at + 1] = [len(chains) - 1]
    found: Pairs = []
    at = last[-1] if last else -1
    while at >= 0:
        pair, at = chains[at]
        found.append(pair)
    return found[::-1]


def _subsequence(one: list[int], other: list[int], a: int, b: int, c: int, d: int) -> Pairs:
    """The longest common subsequence of two ranges, nothing if they are too long."""
    if (b - a) * (d - c) > LARGEST:
        return []
    from rapidfuzz.distance import LCSseq

    return [
        (a + step.src_start + at, c + step.dest_start + at)
        for step in LCSseq.opcodes(one[a:b], other[c:d])
        if step.tag == "equal"
        for at in range(step.src_end - step.src_start)
    ]
