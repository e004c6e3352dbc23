"""Sets table rows: column widths for a whole table, cells wrapped inside their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.widgets.article.glyphs import cells_of, flow
from newsreader.ui.widgets.article.lines import Line, Run, text_runs
from newsreader.ui.widgets.article.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.model import Span

SEPARATOR = " │ "
NARROWEST = 4
_ROWS_MEASURED = 400
_WIDEST_MEASURED = 500


def column_widths(rows: Sequence[Sequence[Span]], text: str, width: int) -> list[int] | None:
    """The cells that each column of a table gets.

    Columns get what their widest cell needs; where that is too much, the widest ones give way. Very long tables are
    measured by their first rows.

    Args:
        rows: the cells of each row.
        text: the article's text.
        width: cells that the whole table may take.

    Returns:
        One width a column, or None where the table has too many columns for the width.
    """
    count = max((len(row) for row in rows), default=0)
    room = width - len(SEPARATOR) * (count - 1)
    if count == 0 or room < NARROWEST * count:
        return None
    wanted = [1] * count
    for row in rows[:_ROWS_MEASURED]:
        for column, cell in enumerate(row):
            wanted[column] = max(wanted[column], cells_of(flow(cell.of(text)[:_WIDEST_MEASURED]).glyphs))
    if sum(wanted) <= room:
        return wanted
    return _shared(wanted, room)


def _shared(wanted: list[int], room: int) -> list[int]:
    """Shares the room out: narrow columns get what they want, the wide ones the same part of what is left."""
    widths = [0] * len(wanted)
    left = room
    for rank, column in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[column] = min(wanted[column], max(1, left // (len(wanted) - rank)))
        left -= widths[column]
    return widths


def row_lines(cells: Sequence[Span], text: str, start: int, end: int, widths: Sequence[int], column: int) -> list[Line]:
    """The lines of a table row, as many as its tallest cell needs.

    Args:
        cells: the row's cells.
        text: the article's text.
        start: first code point of the row.
        end: end of the row, in code points.
        widths: cells of each column.
        column: cell at which the table begins.
    """
    columns: list[list[list[Run]]] = []
    left = column
    for cell, width in zip(cells, widths, strict=False):
        prepared = flow(cell.of(text))
        starts, signs = wrap(prepared, width)
        ends = [*starts[1:], len(prepared.glyphs)]
        columns.append(
            [
                text_runs(prepared, first, stop, origin=cell.start, column=left, sign=signs.get(number, ""))
                for number, (first, stop) in enumerate(zip(starts, ends, strict=True))
            ]
        )
        left += width + len(SEPARATOR)
    lines = []
    for number in range(max((len(parts) for parts in columns), default=1)):
        runs: list[Run] = []
        left = column
        for index, width in enumerate(widths):
            if index:
                runs.append(Run(left - len(SEPARATOR), SEPARATOR, -1, "rule"))
            if index < len(columns) and number < len(columns[index]):
                runs += columns[index][number]
            left += width + len(SEPARATOR)
        lines.append(Line(start, end, tuple(runs)))
    return lines


def rule_line(offset: int, widths: Sequence[int], column: int) -> Line:
    """The rule below a table's head; it stands for no text, at the end of the head."""
    return Line(offset, offset, (Run(column, "─┼─".join("─" * width for width in widths), -1, "rule"),))
