"""How soon a text stands on the screen, measured in a real pseudo-terminal against a bare Textual app.

    .venv/bin/python benchmarks/firstpaint.py

It prints the sample's first text as a ratio to the bare app's on the same file; the first page of a text of 1,000,000
characters as a ratio to the bare app's on the sample; and how long a page-down takes in that text, with the analysis at
work beside it and without. The programs take turns and medians are compared, so that a busy machine slows both alike.
The first start, which compiles Python's byte code, does not count.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "seeds" / "nato-gipfel-telefonat.txt"
BARE = [sys.executable, str(HERE / "bare_app.py")]
READER = [str(Path(sys.executable).parent / "newsreader")]
ROWS, COLUMNS = 40, 120
PATIENCE = 60.0
"""seconds until a run is given up"""

NO_ANALYSIS = ("--pipeline", "no-such-pipeline")
"""with a pipeline that is not installed the reader says so and only reads"""

PAGE_DOWN = "\x1b[6~"


class Terminal:
    """A program in a pseudo-terminal with the screen that it draws.

    Args:
        command: the program and its arguments.
        home: folder for everything that it remembers, so that each run is a first one.
    """

    def __init__(self, command: Sequence[str], home: Path) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for variable in ("CONFIG", "STATE", "DATA", "CACHE"):
            environment[f"XDG_{variable}_HOME"] = str(home / variable.lower())
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._begin = time.perf_counter()
        self._child = pexpect.spawn(command[0], list(command[1:]), dimensions=(ROWS, COLUMNS), env=environment)
        self._child.delaybeforesend = None

    def until(self, wanted: str) -> float:
        """Seconds until a text stands on the screen, since the start or the last key.

        Raises:
            SystemExit: if it never does.
        """
        while not any(wanted in line for line in self._screen.display):
            if time.perf_counter() - self._begin > PATIENCE:
                sys.exit(f"{wanted!r} never stood on the screen:\n" + "\n".join(self._screen.display))
            try:
                self._stream.feed(self._read(0.01))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                sys.exit("the program ended early:\n" + "\n".join(self._screen.display))
        return time.perf_counter() - self._begin

    def answer(self, keys: str, wanted: str) -> float:
        """Seconds from pressing keys until the program sends a text to the terminal, whose own work does not count."""
        self._drain()
        begin = time.perf_counter()
        self._child.send(keys)
        received = b""
        while wanted.encode() not in received:
            if time.perf_counter() - begin > PATIENCE:
                sys.exit(f"no {wanted!r} after {keys!r}:\n" + "\n".join(self._screen.display))
            try:
                received += self._read(0.001)
            except pexpect.TIMEOUT:
                continue
        took = time.perf_counter() - begin
        self._stream.feed(received)
        return took

    def _drain(self, quiet: float = 0.05) -> None:
        """Read until nothing has come for a while (seconds)."""
        with suppress(pexpect.TIMEOUT):
            while True:
                self._stream.feed(self._read(quiet))

    def _read(self, timeout: float) -> bytes:
        return cast("bytes", self._child.read_nonblocking(65536, timeout))

    def close(self) -> None:
        """End the program."""
        self._child.close(force=True)


def first_text(command: Sequence[str], wanted: str) -> float:
    """Seconds from the start of a program until a text stands on its screen."""
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(command, Path(home))
        try:
            return terminal.until(wanted)
        finally:
            terminal.close()


def medians(one: Sequence[str], one_text: str, other: Sequence[str], other_text: str, runs: int) -> tuple[float, float]:
    """Median seconds until each of two programs shows its text; they take turns after a start that does not count."""
    first_text(one, one_text)
    first_text(other, other_text)
    pairs = [(first_text(one, one_text), first_text(other, other_text)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def large_text(characters: int) -> str:
    """A text of so many characters: the sample's paragraphs over and over, each with a number of its own."""
    paragraphs = SAMPLE.read_text(encoding="utf-8").split("\n\n")
    pieces: list[str] = []
    size = number = 0
    while size < characters:
        piece = f"§{number:06d} {paragraphs[number % len(paragraphs)]}\n\n"
        pieces.append(piece)
        size += len(piece)
        number += 1
    return "".join(pieces)[:characters]


def page_downs(path: Path, pages: int, *options: str) -> list[float]:
    """Seconds that each of some page-downs takes, in order of length, in a reader started with some options."""
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal([*READER, str(path), *options], Path(home))
        try:
            terminal.until("§000000")
            return sorted(terminal.answer(PAGE_DOWN, "§") for _ in range(pages))
        finally:
            terminal.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="starts of each program")
    parser.add_argument("--pages", type=int, default=40, help="page-downs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.txt"
        large.write_text(large_text(1_000_000), encoding="utf-8")
        bare, bare_text = [*BARE, str(SAMPLE)], "Verteidigungsminister"
        mine, other = medians([*READER, str(SAMPLE)], bare_text, bare, bare_text, options.runs)
        report("first text of the sample", mine, other)
        mine, other = medians([*READER, str(large)], "§000000", bare, bare_text, options.runs)
        report("first page of 1,000,000 characters", mine, other)
        for name, arguments in (("while it is analysed", ()), ("without analysis", NO_ANALYSIS)):
            times = page_downs(large, options.pages, *arguments)
            middle, high = statistics.median(times), times[int(0.95 * (len(times) - 1))]
            print(f"page-down there, {name}: median {1e3 * middle:.0f} ms, 95 of 100 within {1e3 * high:.0f} ms")


def report(name: str, mine: float, other: float) -> None:
    """Print a time beside that of the bare app on the sample."""
    print(f"{name}: {1e3 * mine:.0f} ms, bare app {1e3 * other:.0f} ms, ratio {mine / other:.2f}")


if __name__ == "__main__":
    main()
