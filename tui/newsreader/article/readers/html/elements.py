"""The elements of a page in document order, with what a region is told by: how much running text is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button", "textarea")
)
_SHORTEST = 40
"""code points; a shorter stretch of text is no running text"""


class Elements:
    """The elements of a page by number, in document order, so that everything is asked in linear time.

    Args:
        root: the outermost element.

    Attributes:
        all: the elements.
        parents: the number of each element's parent, -1 for the outermost.
        ends: the number behind the last element inside each.
        mass: how many code points of running text, links left out, are in each.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.all: list[HtmlElement] = list(root.iter())
        # The numbers are found by the elements themselves; they stay the same as long as the list holds them.
        self._numbers = {element: number for number, element in enumerate(self.all)}
        self.parents = [-1] * len(self.all)
        self.ends = list(range(1, len(self.all) + 1))
        self.mass = [0] * len(self.all)
        unseen = [False] * len(self.all)
        linked = [False] * len(self.all)
        for number, element in enumerate(self.all):
            above = element.getparent()
            parent = -1 if above is None or number == 0 else self._numbers[above]
            self.parents[number] = parent
            unseen[number] = element.tag in _UNSEEN or (parent >= 0 and unseen[parent])
            linked[number] = element.tag == "a" or (parent >= 0 and linked[parent])
            if not (unseen[number] or linked[number]):
                self.mass[number] += _running(element.text)
            if parent >= 0 and not (unseen[parent] or linked[parent]):
                self.mass[parent] += _running(element.tail)
        for number in range(len(self.all) - 1, 0, -1):
            parent = self.parents[number]
            self.mass[parent] += self.mass[number]
            self.ends[parent] = max(self.ends[parent], self.ends[number])

    def __len__(self) -> int:
        return len(self.all)

    def number(self, element: HtmlElement) -> int:
        """The number of an element."""
        return self._numbers[element]

    def holds(self, outer: int, inner: int) -> bool:
        """Whether one element is another or holds it."""
        return outer <= inner < self.ends[outer]

    def summed(self, weights: Mapping[int, int]) -> list[int]:
        """For each element the sum of weights that it and the elements inside it have."""
        sums = [0] * len(self.all)
        for number, weight in weights.items():
            sums[number] += weight
        for number in range(len(self.all) - 1, 0, -1):
            sums[self.parents[number]] += sums[number]
        return sums


def _running(text: str | None) -> int:
    if text is None or len(text) < _SHORTEST:
        return 0
    length = len(text.strip())
    return length if length >= _SHORTEST else 0
