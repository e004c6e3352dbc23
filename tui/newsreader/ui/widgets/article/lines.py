"""A line as it stands on the screen: runs of glyphs, each mapped to code points of the article's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.ui.widgets.article.glyphs import DROPPED, TAB, cells_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.ui.widgets.article.glyphs import Flow


class Run(NamedTuple):
    """Glyphs side by side.

    Attributes:
        column: cell at which it begins, from the left edge of the text column.
        text: the glyphs; where the run shows the article's text, one a code point.
        start: code point of the article's text that the first glyph shows, -1 for ornament that is not in the text.
        role: what an ornament is ("bar", "marker", "rule", "hyphen", "letter", "blank", "edge"), else "".
    """

    column: int
    text: str
    start: int = -1
    role: str = ""


class Line(NamedTuple):
    """A line on the screen.

    Attributes:
        start: the first code point that belongs to it.
        end: the end of those; blanks swallowed by the line break are included.
        runs: what is shown, from left to right.
    """

    start: int
    end: int
    runs: tuple[Run, ...]

    @property
    def width(self) -> int:
        """Cells from the left edge to the end of the last run."""
        if not self.runs:
            return 0
        last = self.runs[-1]
        return last.column + cells_of(last.text)

    def column_of(self, offset: int) -> int:
        """The cell at which a code point stands; that of the nearest shown one before it if it is not shown."""
        column = next((run.column for run in self.runs if run.start >= 0), 0)
        for run in self.runs:
            if 0 <= run.start <= offset:
                column = run.column + cells_of(run.text[: offset - run.start])
        return column

    def offset_of(self, column: int) -> int:
        """The code point shown at a cell, the nearest one of the line where the cell shows none."""
        offset = self.start
        for run in self.runs:
            if run.start < 0:
                continue
            if column < run.column:
                return offset if offset > self.start else run.start
            at = run.column
            for position, glyph in enumerate(run.text):
                offset = run.start + position
                at += width_of(glyph)
                if column < at:
                    return offset
        return offset

    def spans(self) -> Iterator[tuple[int, int]]:
        """The shown stretches of the article's text, from left to right."""
        for run in self.runs:
            if run.start >= 0:
                yield run.start, run.start + len(run.text)


def text_runs(flow: Flow, start: int, end: int, *, origin: int, column: int, sign: str = "") -> list[Run]:
    """The runs of a stretch of a flow.

    Args:
        flow: what is shown.
        start: first position in the flow.
        end: end of the stretch in the flow; blanks at the end of a line are not shown.
        origin: code point of the article's text at which the flow begins.
        column: cell at which the stretch begins.
        sign: what is shown at the end of a line broken inside a word.
    """
    stop = end
    while stop > start and flow.glyphs[stop - 1] in " \x00\t":
        stop -= 1
    if flow.cells is None:
        runs = [Run(column, flow.glyphs[start:stop], origin + start)] if stop > start else []
        column += stop - start
    else:
        runs, column = _mixed_runs(flow, start, stop, origin, column)
    if sign:
        runs.append(Run(column, sign, -1, "hyphen"))
    return runs


def _mixed_runs(flow: Flow, start: int, stop: int, origin: int, column: int) -> tuple[list[Run], int]:
    """Runs of a stretch in which glyphs are dropped, stretched or followed by signs; and the cell after them."""
    assert flow.cells is not None
    glyphs, cells = flow.glyphs, flow.cells
    left = cells[start] - column
    runs: list[Run] = []
    begin = start
    for position in range(start, stop):
        glyph = glyphs[position]
        letter = flow.letters.get(position)
        if glyph not in (DROPPED, TAB) and letter is None:
            continue
        until = position + 1 if glyph != DROPPED and glyph != TAB else position
        if until > begin:
            runs.append(Run(cells[begin] - left, glyphs[begin:until], origin + begin))
        at = cells[position] - left
        if glyph == TAB:
            runs.append(Run(at, " ", origin + position))
            if (width := cells[position + 1] - cells[position]) > 1:
                runs.append(Run(at + 1, " " * (width - 1), -1, "blank"))
        if letter is not None:
            runs.append(Run(cells[position + 1] - left - cells_of(letter), letter, -1, "letter"))
        begin = position + 1
    if stop > begin:
        runs.append(Run(cells[begin] - left, glyphs[begin:stop], origin + begin))
    return runs, cells[stop] - left
