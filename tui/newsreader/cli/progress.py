"""How far a batch is, on standard error: a line that is drawn anew on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from newsreader.cli.pace import Pace, clock_time
from newsreader.cli.streams import on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.live import Live

    from newsreader.phrases import Phrases

EVERY = 30.0
"""seconds between two lines where there is no terminal"""

DRAWN = 4
"""times a second that the line is drawn on a terminal"""

GAP = " · "
BAR = 10, 40
"""columns of the bar, at least and at most"""


class Progress:
    """How far a batch is. One thing alone shows nothing.

    Args:
        total: how many things there are; 0 to show nothing at all.
        phrases: the words.
        tell: says a line on standard error.
        clock: seconds that go by.
    """

    def __init__(
        self,
        total: int,
        phrases: Phrases,
        tell: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.pace = Pace(total, clock)
        self.left_out = 0
        self._enabled = total > 0
        self._phrases = phrases
        self._tell = tell
        self._clock = clock
        self._told = clock()
        self._live: Live | None = None
        self._terminal = on_terminal(sys.stderr)

    def begin(self) -> None:
        """Show that nothing is done yet."""
        if self._is_shown and self._terminal:
            self._show()

    def step(self, number: int = 1, *, worked: bool = True) -> None:
        """Some more are done, see `Pace.step`."""
        self.pace.step(number, worked=worked)
        if not self._is_shown:
            return
        if self._terminal:
            self._show()
        elif self._clock() - self._told >= EVERY:
            self._told = self._clock()
            self._tell(GAP.join(self.parts()))

    @property
    def _is_shown(self) -> bool:
        return self._enabled and self.pace.total > 1

    def more(self, number: int) -> None:
        """There are more things than it seemed."""
        self.pace.total += number

    def clear(self) -> None:
        """Take the line off the screen, before a message or at the end; the next step brings it back."""
        if self._live is not None:
            self._live.stop()
            self._live = None

    def parts(self) -> list[str]:
        """What there is to say, the most important first."""
        pace, phrases = self.pace, self._phrases
        parts = [f"{pace.done}/{pace.total}"]
        if pace.left is not None and pace.done < pace.total:
            parts.append(phrases("cli.progress.left", time=clock_time(pace.left)))
        if self.left_out:
            parts.append(phrases("cli.progress.left_out", n=self.left_out))
        if (rate := pace.rate) is not None:
            key, number = ("second", rate) if rate >= 1 else ("minute", rate * 60)
            shown = f"{number:.0f}" if number >= 10 else f"{number:.1f}"
            if phrases.language == "de":
                shown = shown.replace(".", ",")
            parts.append(phrases(f"cli.progress.{key}", n=shown))
        return parts

    def _show(self) -> None:
        if self._live is not None:
            return
        from rich.console import Console
        from rich.live import Live

        console = Console(stderr=True)
        if console.is_dumb_terminal:
            # It could not take a line back: it is told as a file is.
            self._terminal = False
            return
        self._live = Live(_Line(self), console=console, refresh_per_second=DRAWN, transient=True)
        self._live.start()


class _Line:
    """The line: a bar where there is room for it, and as much as fits of what there is to say."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        # The last column stays free: some terminals begin a new line when it is written to.
        room = options.max_width - 1
        parts = self._progress.parts()
        while len(parts) > 1 and len(GAP.join(parts)) > room:
            parts.pop()
        words = GAP.join(parts)[:room]
        bar = min(room - len(words) - 1, BAR[1])
        line = Table.grid(padding=(0, 1, 0, 0))
        cells: list[ProgressBar | Text] = [Text(words, no_wrap=True)]
        if bar >= BAR[0]:
            pace = self._progress.pace
            cells.insert(0, ProgressBar(total=max(pace.total, 1), completed=pace.done, width=bar))
        for _ in cells:
            line.add_column(no_wrap=True)
        line.add_row(*cells)
        yield line
