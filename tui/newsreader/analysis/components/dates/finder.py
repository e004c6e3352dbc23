"""Dates, times and amounts of a text together, without overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.dates.amounts import amounts
from newsreader.analysis.components.dates.calendar import Context
from newsreader.analysis.components.dates.times import times
from newsreader.analysis.components.folding import fold

if TYPE_CHECKING:
    from newsreader.analysis.components.dates.found import Found

_NOWHERE = Context()


def find(text: str, context: Context = _NOWHERE) -> list[Found]:
    """The dates, times, amounts of money, percentages and quantities in a text, in order; of two the longer one.

    Args:
        text: any German text; decomposed umlauts and soft hyphens in it do no harm.
        context: the day of publication and the tenses around, which decide what "gestern" and "am Donnerstag" mean.
    """
    folded = fold(text)
    if folded.offsets is not None:
        past, offsets = context.past, folded.offsets
        context = Context(context.published, lambda offset: past(offsets[offset]))
    found = [*amounts(folded.text), *times(folded.text, context)]
    found.sort(key=lambda f: (f.start - f.end, f.start, f.value is None))
    taken: dict[int, bool] = {}
    kept: list[Found] = []
    for one in found:
        if any(i in taken for i in range(one.start, one.end)):
            continue
        taken.update(dict.fromkeys(range(one.start, one.end), True))
        span = folded.span(one.start, one.end)
        kept.append(one._replace(start=span.start, end=span.end))
    return sorted(kept)
