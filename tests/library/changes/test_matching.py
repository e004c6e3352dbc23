"""What two lists have in common."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.changes.aligning import chain
from newsreader.library.changes.matching import common, rising

LISTS = st.lists(st.integers(0, 12), max_size=40)


@given(LISTS, LISTS)
def test_pairs_are_equal_and_rise(old: list[int], new: list[int]) -> None:
    pairs = common(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))


@given(st.lists(st.integers(), unique=True, max_size=40), st.sets(st.integers(0, 39)))
def test_all_of_a_part_is_found(whole: list[int], gone: set[int]) -> None:
    part = [one for n, one in enumerate(whole) if n not in gone]
    assert len(common(whole, part)) == len(common(part, whole)) == len(part)


@given(st.permutations(range(9)))
def test_the_longest_rising_list(order: list[int]) -> None:
    found = rising(enumerate(order))
    best = [1] * len(order)
    for i in range(len(order)):
        best[i] = 1 + max((best[j] for j in range(i) if order[j] < order[i]), default=0)
    assert len(found) == max(best)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.floats(0.5, 1.0)), max_size=12))
def test_a_chain_is_as_good_as_any(likely: list[tuple[int, int, float]]) -> None:
    def worth(pairs: list[tuple[int, int, float]]) -> float:
        return sum((score - 0.25) ** 2 for *_, score in pairs)

    found = chain(likely)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))
    ordered = sorted(likely)
    best: list[float] = []
    for at, one in enumerate(ordered):
        before = (best[n] for n in range(at) if ordered[n][0] < one[0] and ordered[n][1] < one[1])
        best.append(worth([one]) + max(before, default=0.0))
    assert abs(worth(found) - max(best, default=0.0)) < 1e-9
