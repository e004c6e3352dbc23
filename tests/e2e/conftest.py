"""The installed command in a real pseudo-terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pexpect
import pyte
import pytest
from tests.interrupts import heed

PATIENCE = 60.0
"""seconds to wait for something to stand on the screen, on a busy machine too"""


class Terminal:
    """A command in a terminal, its keyboard and its screen.

    Args:
        command: the program and its arguments.
        rows, columns: size of the screen.
    """

    def __init__(self, command: list[str], *, rows: int = 40, columns: int = 120, **environment: str) -> None:
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
        variables.pop("PYTHONPATH", None)
        self._child = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(rows, columns),
            env=variables,
            timeout=PATIENCE,
            cwd="/",
            preexec_fn=heed,
        )

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._child.pid is not None
        return self._child.pid

    @property
    def text(self) -> str:
        """What stands on the screen, a line each."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def until(self, wanted: str, *, gone: bool = False) -> None:
        """Wait until a text stands on the screen, or does no longer."""
        end = time.monotonic() + PATIENCE
        while (wanted in self.text) == gone:
            if time.monotonic() > end:
                raise AssertionError(f"{wanted!r} {'still' if gone else 'not'} on the screen:\n{self.text}")
            if not self._read():
                raise AssertionError(f"ended before {wanted!r} stood on the screen:\n{self.text}")

    def settle(self, seconds: float = 0.5) -> None:
        """Read until nothing has come for a while; a blinking cursor is not waited for."""
        end = time.monotonic() + seconds
        last = end + 5 * seconds
        while time.monotonic() < min(end, last):
            before = len(self.raw)
            if not self._read():
                return
            if len(self.raw) > before:
                end = time.monotonic() + seconds

    def press(self, keys: str) -> None:
        """Press keys."""
        self._child.send(keys)

    def resize(self, rows: int, columns: int) -> None:
        """Change the terminal's size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def finish(self) -> int:
        """Wait for the end and give the exit status."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"still running:\n{self.text}"
        self._child.close()
        assert self._child.exitstatus is not None, f"killed by signal {self._child.signalstatus}:\n{self.text}"
        return int(self._child.exitstatus)

    def close(self) -> None:
        """End the command if it is still running."""
        self._child.close(force=True)

    def _read(self) -> bool:
        try:
            data = cast("bytes", self._child.read_nonblocking(65536, 0.05))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True


Start = Callable[..., Terminal]


@pytest.fixture(scope="session")
def program() -> str:
    """The installed command; NEWSREADER_PROGRAM names another installation to try."""
    path = os.environ.get("NEWSREADER_PROGRAM") or str(Path(sys.executable).parent / "newsreader")
    assert Path(path).is_file(), f"{path} is not installed"
    return path


@pytest.fixture
def start(program: str) -> Iterator[Start]:
    """Starts the command with arguments in a terminal of a size."""
    running: list[Terminal] = []

    def begin(*arguments: str, **options: object) -> Terminal:
        terminal = Terminal([program, *arguments], **options)  # type: ignore[arg-type]
        running.append(terminal)
        return terminal

    yield begin
    for terminal in running:
        terminal.close()


@pytest.fixture
def start_shell(program: str) -> Iterator[Start]:
    """Starts a line of shell in a terminal, in which $NEWSREADER is the command."""
    running: list[Terminal] = []

    def begin(line: str, **options: object) -> Terminal:
        terminal = Terminal(["/bin/sh", "-c", line], NEWSREADER=program, **options)  # type: ignore[arg-type]
        running.append(terminal)
        return terminal

    yield begin
    for terminal in running:
        terminal.close()
