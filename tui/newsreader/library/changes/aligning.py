"""Which sentence of a text is which of another version of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.changes.matching import common
from newsreader.library.changes.model import Role
from newsreader.library.changes.wording import Wording, alikeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.library.changes.units import Unit

ALIKE = 0.5
"""how much alike a sentence and its new wording are at least"""

ALIKE_ELSEWHERE = 0.75
"""the same for one that stands elsewhere now"""

LONG = 16
"""code points from which on a sentence is known again elsewhere"""

RARE = 24
"""a word that stands in more of the sentences does not tell which one is meant"""

CANDIDATES = 6
"""sentences that each is compared with"""

NEARBY = 64
"""pairs of sentences between two that are the same, up to which each is compared with each"""


JOINED = 0.05
"""how much more alike two sentences must be when one of them is joined with its neighbour"""


class Pair(NamedTuple):
    """A sentence of both versions, by its indexes."""

    old: int
    new: int


class Stretch(NamedTuple):
    """A sentence that was worded otherwise, perhaps split or joined: [old, old_end) became [new, new_end)."""

    old: int
    new: int
    old_end: int
    new_end: int


@dataclass
class Alignment:
    """Which sentence is which.

    Attributes:
        same: sentences that are the same, and in the same order.
        changed: sentences that are worded otherwise, and in the same order, those that were split or joined among them.
        moved: sentences that stand elsewhere now, perhaps worded otherwise.
        All rise in the older text; those that are `same` or `changed`, together, also in the newer one.
    """

    same: list[Pair] = field(default_factory=list)
    changed: list[Stretch] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)


def align(old: Sequence[Unit], new: Sequence[Unit]) -> Alignment:
    """Find each sentence of the older text in the newer one."""
    same = [Pair(*pair) for pair in common([unit.key for unit in old], [unit.key for unit in new])]
    gaps = Gaps(same)
    moved = _moved(old, new, gaps)
    gone = _without(range(len(old)), {pair.old for pair in [*same, *moved]})
    come = _without(range(len(new)), {pair.new for pair in [*same, *moved]})
    likely = _likely(old, new, gone, come, gaps)
    paired = [Pair(i, j) for i, j, _ in chain(one for one in likely if gaps.of_old(one[0]) == gaps.of_new(one[1]))]
    free_old = set(gone) - {pair.old for pair in paired}
    free_new = set(come) - {pair.new for pair in paired}
    for i, j, score in sorted(likely, key=lambda one: (-one[2], one[0], one[1])):
        long = min(len(old[i].text), len(new[j].text)) >= LONG
        if score >= ALIKE_ELSEWHERE and long and i in free_old and j in free_new:
            free_old.remove(i)
            free_new.remove(j)
            moved.append(Pair(i, j))
    changed = [_stretched(old, new, pair, free_old, free_new) for pair in paired]
    return Alignment(same, changed, sorted(moved))


def _stretched(old: Sequence[Unit], new: Sequence[Unit], pair: Pair, free_old: set[int], free_new: set[int]) -> Stretch:
    """A sentence with those of its neighbours that it was split into or joined with; they are free no more."""
    here = Stretch(*pair, pair.old + 1, pair.new + 1)
    if _class(old[pair.old]) is not Role.BODY:
        return here
    score = _alike(old, new, here)
    while True:
        wider = [
            stretch
            for stretch, at, free in (
                (here._replace(new_end=here.new_end + 1), here.new_end, free_new),
                (here._replace(new=here.new - 1), here.new - 1, free_new),
                (here._replace(old_end=here.old_end + 1), here.old_end, free_old),
                (here._replace(old=here.old - 1), here.old - 1, free_old),
            )
            if at in free
        ]
        better = max(((_alike(old, new, stretch), stretch) for stretch in wider), default=None)
        if better is None or better[0] < score + JOINED:
            free_old.difference_update(range(here.old, here.old_end))
            free_new.difference_update(range(here.new, here.new_end))
            return here
        score, here = better


def _alike(old: Sequence[Unit], new: Sequence[Unit], stretch: Stretch) -> float:
    one = " ".join(unit.text for unit in old[stretch.old : stretch.old_end])
    other = " ".join(unit.text for unit in new[stretch.new : stretch.new_end])
    return alikeness(Wording(one), Wording(other))


class Gaps:
    """What lies between the sentences that are the same.

    Args:
        same: those sentences, in order.
    """

    def __init__(self, same: Sequence[Pair]) -> None:
        self._old = [pair.old for pair in same]
        self._new = [pair.new for pair in same]

    def of_old(self, index: int) -> int:
        """The number of the gap in which a sentence of the older text lies."""
        return bisect_left(self._old, index)

    def of_new(self, index: int) -> int:
        """The same for the newer text."""
        return bisect_left(self._new, index)


def _without(indexes: Iterable[int], taken: set[int]) -> list[int]:
    return [index for index in indexes if index not in taken]


def _moved(old: Sequence[Unit], new: Sequence[Unit], gaps: Gaps) -> list[Pair]:
    """Sentences that are the same but stand elsewhere, the first of several with the first."""
    taken_old, taken_new = set(gaps._old), set(gaps._new)
    places: dict[tuple[bool, bool, str], list[int]] = defaultdict(list)
    for j in range(len(new) - 1, -1, -1):
        if j not in taken_new and len(new[j].text) >= LONG:
            places[new[j].key].append(j)
    found: list[Pair] = []
    for i, unit in enumerate(old):
        if i not in taken_old and places.get(unit.key):
            found.append(Pair(i, places[unit.key].pop()))
    return found


def _likely(
    old: Sequence[Unit], new: Sequence[Unit], gone: list[int], come: list[int], gaps: Gaps
) -> list[tuple[int, int, float]]:
    """Pairs of sentences that are alike, with how much they are."""
    before = {i: Wording(old[i].text) for i in gone}
    after = {j: Wording(new[j].text) for j in come}
    found: list[tuple[int, int, float]] = []
    pairs = {*candidates(before, after), *_by_place(gone, come, gaps), *_titles(old, new, gone, come)}
    for i, j in sorted(pairs):
        if _class(old[i]) is _class(new[j]):
            score = alikeness(before[i], after[j])
            if score >= ALIKE or _class(old[i]) is not Role.BODY:
                found.append((i, j, score))
    return found


def _titles(old: Sequence[Unit], new: Sequence[Unit], gone: list[int], come: list[int]) -> Iterator[tuple[int, int]]:
    """The title with the title, however it is worded."""
    left = [i for i in gone if old[i].role is Role.TITLE]
    right = [j for j in come if new[j].role is Role.TITLE]
    yield from zip(left, right, strict=False)


def _class(unit: Unit) -> Role:
    """What a sentence may become another wording of: titles of titles, stamps of stamps, all else of each other."""
    return unit.role if unit.role in (Role.TITLE, Role.STAMP) else Role.BODY


def candidates(before: dict[int, Wording], after: dict[int, Wording]) -> Iterator[tuple[int, int]]:
    """For each sentence those that have most of its rare words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, wording in after.items():
        for word in set(wording.words):
            holders[word].append(j)
    for i, wording in before.items():
        votes: Counter[int] = Counter()
        for word in set(wording.words):
            held = holders.get(word, ())
            if len(held) <= RARE:
                for j in held:
                    votes[j] += 1
        for j, _ in votes.most_common(CANDIDATES):
            yield i, j


def _by_place(gone: list[int], come: list[int], gaps: Gaps) -> Iterator[tuple[int, int]]:
    """Those that lie between the same two sentences, where these are few."""
    inside: dict[int, list[int]] = defaultdict(list)
    for j in come:
        inside[gaps.of_new(j)].append(j)
    rows: dict[int, list[int]] = defaultdict(list)
    for i in gone:
        rows[gaps.of_old(i)].append(i)
    for gap, left in rows.items():
        right = inside.get(gap, [])
        if len(left) * len(right) <= NEARBY:
            yield from ((i, j) for i in left for j in right)


def chain(likely: Iterable[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Of pairs with scores, those that rise in both numbers and are most alike together.

    Alike counts from what chance would give, so that one good pair is worth more than two poor ones. The best chain
    that ends at each number is kept in a Fenwick tree, so that many pairs take little more time than sorting them.
    """
    listed = sorted(likely, key=lambda one: (one[0], -one[1]))
    if not listed:
        return []
    size = max(j for _, j, _ in listed) + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for number, (_, j, score) in enumerate(listed):
        value, last = 0.0, -1
        at = j
        while at > 0:
            value, last = max((value, last), tree[at])
            at -= at & -at
        before.append(last)
        value += max(score - ALIKE / 2, 0.01) ** 2
        at = j + 1
        while at <= size:
            tree[at] = max(tree[at], (value, number))
            at += at & -at
    at = size
    best = (0.0, -1)
    while at > 0:
        best = max(best, tree[at])
        at -= at & -at
    found: list[tuple[int, int, float]] = []
    number = best[1]
    while number >= 0:
        found.append(listed[number])
        number = before[number]
    return found[::-1]
