"""Plots of block characters."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.ui.people.plotting import Unit, lying, ranked, timeline

DAY = datetime(2024, 7, 15, 8)


@pytest.mark.parametrize(
    ("days", "unit"),
    [(0, Unit.DAY), (20, Unit.DAY), (100, Unit.WEEK), (700, Unit.MONTH), (3000, Unit.QUARTER), (9000, Unit.YEAR)],
)
def test_the_shortest_unit_that_fits(days: int, unit: Unit) -> None:
    found = timeline([DAY, DAY + timedelta(days=days)], 40)
    assert found is not None
    assert found.unit is unit
    assert found.counts[0] >= 1
    assert len(found.counts) <= 40


def test_weeks_begin_on_mondays() -> None:
    sunday, monday = datetime(2024, 7, 14), datetime(2024, 7, 15)
    found = timeline([sunday, monday, monday, monday + timedelta(days=60)], 40)
    assert found is not None
    assert found.first == date(2024, 7, 8)
    assert found.counts[:3] == (1, 2, 0)


def test_bars_stand_on_the_same_line() -> None:
    found = timeline([DAY] * 8 + [DAY + timedelta(days=1)] + [DAY + timedelta(days=3)] * 4, 20)
    assert found is not None
    assert found.bars(4) == ["█▁ ▄"]
    assert found.bars(8, 2) == ["█", "█ ▂   █"]


def test_nothing_has_no_plot() -> None:
    assert timeline([], 40) is None


@given(
    st.lists(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)), min_size=1),
    st.integers(1, 200),
    st.integers(1, 4),
)
@settings(deadline=None)
def test_nothing_is_lost_and_nothing_too_wide(moments: list[datetime], width: int, height: int) -> None:
    found = timeline(moments, width)
    assert found is not None
    assert sum(found.counts) == len(moments)
    assert len(found.counts) <= width
    lines = found.bars(width, height)
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    assert found.columns(width) <= width
    assert sum(character != " " for character in lines[-1]) >= sum(count > 0 for count in found.counts)


@given(st.integers(0, 500), st.integers(1, 40))
@settings(deadline=None)
def test_lying_bars(count: int, width: int) -> None:
    bar = lying(count, 500, width)
    assert len(bar) <= width
    assert bool(bar) == bool(count)


def test_the_most_frequent() -> None:
    assert ranked(["b", "a", "c", "a"], 2) == ([("a", 2), ("b", 1)], 1)
