"""How fast a batch goes, by a clock that the test turns."""

from __future__ import annotations

import pytest

from newsreader.cli.pace import Pace, clock_time


class Clock:
    """Seconds that go by when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_rate_is_that_of_work_and_not_of_getting_ready() -> None:
    clock = Clock()
    pace = Pace(100, clock)
    clock.now += 5
    pace.step(1)
    assert (pace.rate, pace.left) == (None, None)
    for _ in range(10):
        clock.now += 1
        pace.step(2)
    assert pace.rate == pytest.approx(2)
    assert pace.left == pytest.approx((100 - 21) / 2)
    assert pace.elapsed == 15


def test_what_was_done_before_makes_no_rate() -> None:
    clock = Clock()
    pace = Pace(1000, clock)
    for _ in range(500):
        clock.now += 0.01
        pace.step(worked=False)
    assert pace.rate is None
    for _ in range(5):
        clock.now += 1
        pace.step()
    assert pace.done == 505
    assert pace.rate == pytest.approx(1)
    assert pace.left == pytest.approx(495)


def test_the_rate_follows_what_changes_and_falls_while_nothing_comes() -> None:
    clock = Clock()
    pace = Pace(10_000, clock)
    for rate in (10, 1):
        for _ in range(200):
            clock.now += 1
            pace.step(rate)
    assert pace.rate == pytest.approx(1, abs=0.05)
    clock.now += 60
    assert pace.rate == pytest.approx(0.5, abs=0.05)


def test_durations_are_read_as_on_a_clock() -> None:
    assert [clock_time(seconds) for seconds in (0, 7.4, 59.6, 754, 3723)] == [
        "0:00",
        "0:07",
        "1:00",
        "12:34",
        "1:02:03",
    ]
