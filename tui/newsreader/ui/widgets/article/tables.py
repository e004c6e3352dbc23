"""Sets table rows: column widths for a whole table, cells wrapped inside their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.widgets.article.glyphs import cells_of, flow
from newsreader.ui.widgets.article.lines import Line, Run, text_runs
from newsreader.ui.widgets.article.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.article.model import Block, Span
    from newsreader.ui.widgets.article.glyphs import Flow
    from newsreader.ui.widgets.article.wrap import Hyphenate

SEPARATOR = " │ "
NARROWEST = 4
_ROWS_MEASURED = 400
_WIDEST_MEASURED = 500


def column_widths(rows: Sequence[Sequence[Span]], text: str, width: int) -> list[int] | None:
    """The cells that each column of a table gets.

    Columns get what their widest cell needs; where that is too much, the widest ones give way, but no word is broken as
    long as that can be. Very long tables are measured by their first rows.

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
    wanted, least = [1] * count, [1] * count
    for row in rows[:_ROWS_MEASURED]:
        for column, cell in enumerate(row):
            glyphs = flow(cell.of(text)[:_WIDEST_MEASURED]).glyphs
            wanted[column] = max(wanted[column], cells_of(glyphs))
            least[column] = max(least[column], *map(cells_of, glyphs.split(" ")))
    if sum(least) > room:
        return _shared(least, room)
    widths = _shared([want - at_least for want, at_least in zip(wanted, least, strict=True)], room - sum(least))
    return [more + at_least for more, at_least in zip(widths, least, strict=True)]


def _shared(wanted: list[int], room: int) -> list[int]:
    """Shares the room out: what wants little gets it, the others the same part of what is left."""
    widths = [0] * len(wanted)
    left = room
    for rank, column in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[column] = min(wanted[column], left // (len(wanted) - rank))
        left -= widths[column]
    return widths


def row_lines(
    row: Block, widths: Sequence[int], column: int, prepare: Callable[[Span], Flow], hyphenate: Hyphenate | None
) -> list[Line]:
    """The lines of a table row, as many as its tallest cell needs.

    Args:
        row: the row.
        widths: cells of each column.
        column: cell at which the table begins.
        prepare: makes a cell of the row ready for breaking into lines.
        hyphenate: divides words, None for no hyphenation.
    """
    columns: list[list[list[Run]]] = []
    left = column
    for cell, width in zip(row.cells, widths, strict=False):
        prepared = prepare(cell)
        starts, signs = wrap(prepared, width, hyphenate=hyphenate)
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
        lines.append(Line(row.span.start, row.span.end, tuple(runs)))
    return lines


def rule_line(offset: int, widths: Sequence[int], column: int) -> Line:
    """The rule below a table's head; it stands for no text, at the end of the head."""
    return Line(offset, offset, (Run(column, "─┼─".join("─" * width for width in widths), -1, "rule"),))
