"""The progress of a batch: what stands in its line, at each width, and where there is no terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from tests.cli.test_pace import Clock

from newsreader.cli import progress as module
from newsreader.cli.progress import Progress
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from newsreader.phrases import Language


def half_done(language: Language = "de", total: int = 10_000) -> Progress:
    """Half of a batch is done, at 2.5 articles a second."""
    clock = Clock()
    progress = Progress(total, Phrases(language), lambda _: None, clock)
    progress.pace.step(total // 2 - 100, worked=False)
    progress.pace.step(1)
    for _ in range(33):
        clock.now += 1.2
        progress.pace.step(3)
    return progress


def drawn(progress: Progress, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(module._Line(progress))
    return [line.rstrip() for line in capture.get().rstrip("\n").split("\n")]


def test_the_line_tells_how_far_how_long_and_how_fast() -> None:
    progress = half_done()
    progress.left_out = 2
    [line] = drawn(progress, 100)
    widest = module.BAR[1]
    assert line[widest:] == " 5000/10000 · noch 33:20 · 2 ausgelassen · 2,5/s"
    assert line[:widest] == "━" * (widest // 2) + " " * (widest // 2)
    assert half_done("en").parts() == ["5000/10000", "33:20 left", "2.5/s"]


@pytest.mark.parametrize("width", range(1, 90))
def test_there_is_one_line_at_every_width(width: int) -> None:
    progress = half_done()
    progress.left_out = 2
    [line] = drawn(progress, width)
    assert len(line) < max(width, 2)
    assert line.strip("━╸╺ ").startswith("5000/10000"[: max(width - 1, 0)])
    if width > 30:
        assert "noch 33:20" in line


def test_slow_work_is_counted_by_the_minute() -> None:
    clock = Clock()
    progress = Progress(9, Phrases("de"), lambda _: None, clock)
    progress.pace.step()
    clock.now += 100
    progress.pace.step()
    assert progress.parts()[-1] == "0,6/min"


def test_where_there_is_no_terminal_a_line_comes_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    clock, told = Clock(), list[str]()
    progress = Progress(1000, Phrases("en"), told.append, clock)
    progress.begin()
    for _ in range(70):
        clock.now += 1
        progress.step(10)
    assert told == ["300/1000 · 1:10 left · 10/s", "600/1000 · 0:40 left · 10/s"]


@pytest.mark.parametrize("total", [0, 1])
def test_one_thing_alone_shows_nothing(total: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    clock, told = Clock(), list[str]()
    progress = Progress(total, Phrases("en"), told.append, clock)
    clock.now += 100
    progress.step()
    assert told == []
