"""What stands above somebody's statements: who it is, how they are sorted, and a plot of when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.ui.people.grouping import source_of
from newsreader.ui.people.plotting import lying, ranked, timeline
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

    from newsreader.library.people.model import Said
    from newsreader.phrases import Phrases

BESIDE = 110
"""columns from which on when and where stand side by side"""
NAME = 22
"""columns of a source's name"""
LOW, HIGH = 3, 5
"""sources that are named, below each other and side by side with the timeline"""
BETWEEN = 4
MEASURE = 32
"""columns that are kept free for what a bar stands for"""


class PersonHead(Row):
    """Title, a quiet line, and the plot.

    Args:
        title: who it is.
        right: how much is shown.
        below: how it is sorted, other names.
        said: what the plot is of; nothing for no plot.
        phrases: what it says.
    """

    def __init__(self, title: Content, right: str, below: Content, said: Sequence[Said], phrases: Phrases) -> None:
        super().__init__(title, right, below)
        self._said = said
        self._phrases = phrases

    def lines(self, width: int) -> list[Content]:
        """The lines at a width in columns."""
        lines = super().lines(width)
        if not self._said or width < 20:
            return lines
        if width < BESIDE:
            return [*lines, *self._when(width, 1), *self._where(width, LOW)]
        half = (width - BETWEEN) * 3 // 5
        when, where = self._when(half, HIGH - 1), self._where(width - BETWEEN - half, HIGH)
        height = max(len(when), len(where))
        left = [*when, *[Content("")] * (height - len(when))]
        right = [*where, *[Content("")] * (height - len(where))]
        gap = Content(" " * BETWEEN)
        return [*lines, *(a.truncate(half, pad=True) + gap + b for a, b in zip(left, right, strict=True))]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The head as Textual draws it."""
        strips = [strip for line in self.lines(width) for strip in line.render_strips(width, 1, style, options)]
        return strips if height is None else strips[:height]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines at a width in columns."""
        return len(self.lines(width))

    def _when(self, width: int, height: int) -> list[Content]:
        """The timeline, below it from when to when, and what one bar stands for."""
        room = max(8, width - MEASURE)
        found = timeline((one.when for one in self._said), room)
        if found is None:
            return []
        bars = [Content.styled(line, "$accent") for line in found.bars(room, height)]
        shape = self._phrases(f"people.axis.{found.unit.value}")
        begin, end = found.first.strftime(shape), found.last.strftime(shape)
        most = self._phrases(f"people.per.{found.unit.value}", n=max(found.counts))
        taken = found.columns(room)
        if len(found.counts) == 1:
            axis = f"{begin}  {most}"
        elif taken >= len(begin) + len(end) + 2:
            axis = f"{begin}{end:>{taken - len(begin)}}  {most}"
        else:
            axis = f"{begin} – {end}  {most}"
        return [*bars, Content.styled(axis, "dim").truncate(width, ellipsis=True)]

    def _where(self, width: int, most: int) -> list[Content]:
        """A bar for each of the sources that have most, and how many more there are."""
        counts, more = ranked((source_of(one.article) for one in self._said), most)
        if more:
            counts = counts[: most - 1]
            more += 1
        longest = max(count for _, count in counts)
        name = min(NAME, width // 3)
        digits = len(str(longest))
        room = max(4, width - name - digits - 2)
        lines = [
            Content(source).truncate(name, ellipsis=True, pad=True)
            + Content.styled(f" {count:>{digits}} ", "dim")
            + Content.styled(lying(count, longest, room), "$accent")
            for source, count in counts
        ]
        if more:
            lines.append(Content.styled(self._phrases.count("people.more_sources", more), "dim"))
        return lines
