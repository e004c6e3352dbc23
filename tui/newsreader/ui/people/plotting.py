"""Plots of block characters: how often over time as a line of bars, how often where as bars side by side.

Both are text without colours of their own, so that they say the same on any terminal.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

UPRIGHT = " ▁▂▃▄▅▆▇█"
LYING = " ▏▎▍▌▋▊▉█"
WIDEST = 6
"""columns of a bar, at most"""
DAYS = 28
"""days that are shown one by one, at most"""


class Unit(StrEnum):
    """How much time one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def begin(self, day: date) -> date:
        """The first day of the unit in which a day lies; weeks begin on Mondays."""
        match self:
            case Unit.DAY:
                return day
            case Unit.WEEK:
                return day - timedelta(days=day.weekday())
            case Unit.MONTH:
                return day.replace(day=1)
            case Unit.QUARTER:
                return day.replace(month=1 + (day.month - 1) // 3 * 3, day=1)
        return day.replace(month=1, day=1)

    def number(self, day: date) -> int:
        """Units are numbered without gaps."""
        match self:
            case Unit.DAY:
                return day.toordinal()
            case Unit.WEEK:
                return (day.toordinal() - 1) // 7
            case Unit.MONTH:
                return day.year * 12 + day.month - 1
            case Unit.QUARTER:
                return day.year * 4 + (day.month - 1) // 3
        return day.year


@dataclass(frozen=True, slots=True)
class Timeline:
    """How often something was over time.

    Attributes:
        unit: how much time one bar stands for.
        counts: how often, one bar after the other, none left out.
        first: the first day of the first bar.
        last: the first day of the last bar.
    """

    unit: Unit
    counts: tuple[int, ...]
    first: date
    last: date

    def bars(self, width: int, height: int = 1) -> list[str]:
        """The bars in lines from top to bottom; each stands on the same line and has at least an eighth of it.

        Args:
            width: columns, at least one a bar.
            height: lines.
        """
        most = max(self.counts)
        each = max(1, min(WIDEST, width // len(self.counts)))
        gap = " " if each > 1 else ""
        eighths = [max(1, round(count * height * 8 / most)) if count else 0 for count in self.counts]
        return [
            "".join(UPRIGHT[min(8, max(0, value - 8 * floor))] * (each - len(gap)) + gap for value in eighths).rstrip()
            for floor in range(height - 1, -1, -1)
        ]

    def columns(self, width: int) -> int:
        """How many columns the bars take of a width."""
        return len(self.counts) * max(1, min(WIDEST, width // len(self.counts)))


def timeline(moments: Iterable[datetime], most: int) -> Timeline | None:
    """Count moments by the shortest unit that needs few enough bars; None if there are no moments.

    Args:
        moments: when something was.
        most: how many bars there may be.
    """
    days = [moment.date() for moment in moments]
    if not days:
        return None
    first, last = min(days), max(days)
    limits = {Unit.DAY: min(most, DAYS)}
    unit = next(
        (one for one in Unit if one.number(last) - one.number(first) < limits.get(one, most)),
        Unit.YEAR,
    )
    found = Counter(unit.number(day) for day in days)
    numbers = range(unit.number(first), unit.number(last) + 1)
    counts = tuple(found[number] for number in numbers)
    return Timeline(unit, _narrowed(counts, most), unit.begin(first), unit.begin(last))


def _narrowed(counts: tuple[int, ...], most: int) -> tuple[int, ...]:
    """Several years in one bar, where even years are too many."""
    each = -(-len(counts) // max(1, most))
    return tuple(sum(counts[at : at + each]) for at in range(0, len(counts), each))


def lying(count: int, most: int, width: int) -> str:
    """A bar that lies, to an eighth of a column; whatever is not nothing can be seen.

    Args:
        count: how long it is.
        most: the greatest of those that are compared.
        width: columns of that one.
    """
    eighths = max(1, round(count * width * 8 / most)) if count else 0
    full, rest = divmod(eighths, 8)
    return LYING[8] * full + (LYING[rest] if rest else "")


def ranked(names: Iterable[str], most: int) -> tuple[Sequence[tuple[str, int]], int]:
    """The most frequent names with their counts, and how many others there are.

    Args:
        names: what is counted.
        most: how many at most.
    """
    counts = sorted(Counter(names).items(), key=lambda entry: (-entry[1], entry[0]))
    return counts[:most], max(0, len(counts) - most)
