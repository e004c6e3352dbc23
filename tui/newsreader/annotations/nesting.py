"""Which statement stands in which, after a person has changed what there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.annotations.items import Status
from newsreader.annotations.lookup import Overlaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.result import Statement
    from newsreader.annotations.items import Item


def parents(items: Sequence[Item[Statement]]) -> list[Item[Statement]]:
    """The same statements, each in the one that it stands in.

    The machine's order stays where nobody touched it: what stood in a rejected one stands in that one's parent. Where
    a person made a statement or changed its extent, the text tells: it stands in the smallest that holds it wholly.
    """
    if all(item.status is Status.UNTOUCHED or item.status is Status.CONFIRMED for item in items):
        return list(items)
    by_id = {item.value.id: item for item in items}
    placed = _Containers([item for item in items if item.holds])
    moved = {item.value.id for item in items if item.holds and _moved(item)}

    def parent(item: Item[Statement]) -> str | None:
        if item.value.id in moved or item.value.parent in moved:
            return placed.around(item)
        above = by_id.get(item.value.parent or "")
        seen = {item.value.id}
        while above is not None and above.status is Status.REJECTED and above.value.id not in seen:
            seen.add(above.value.id)
            above = by_id.get(above.value.parent or "")
        return None if above is None or above.status is Status.REJECTED else above.value.id

    def nested(item: Item[Statement]) -> Item[Statement]:
        around = parent(item) if item.holds else item.value.parent
        if around == item.value.parent:
            return item
        return replace(item, value=replace(item.value, parent=around))

    return [nested(item) for item in items]


def _moved(item: Item[Statement]) -> bool:
    return item.machine is None or item.machine.spans != item.value.spans


class _Containers:
    def __init__(self, items: Sequence[Item[Statement]]) -> None:
        self._items = items
        self._overlaps = Overlaps([item.value.spans for item in items])

    def around(self, item: Item[Statement]) -> str | None:
        size = _size(item.value)
        around = (self._items[at].value for at in self._overlaps.of(item.value.spans))
        holding = [other for other in around if _size(other) > size and _holds(other, item.value)]
        return min(holding, key=_size).id if holding else None


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.spans)


def _holds(outer: Statement, inner: Statement) -> bool:
    return all(any(one.contains(span) for one in outer.spans) for span in inner.spans)
