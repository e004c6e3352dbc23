"""The whole article as lines: sets pieces when they are needed, estimates the height of the others."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsreader.ui.widgets.article.setting import BAR, set_piece
from newsreader.ui.widgets.article.tables import column_widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article.model import Block
    from newsreader.ui.widgets.article.lines import Line
    from newsreader.ui.widgets.article.pieces import Piece
    from newsreader.ui.widgets.article.setting import Measure, SetPiece

TOP_MARGIN = 1
BOTTOM_MARGIN = 2
"""blank lines above and below the article"""

_PIECES_AT_HAND = 200
"""pieces used last that keep everything they need to make lines"""

_start = attrgetter("start")


class Row(NamedTuple):
    """A place in the layout that does not move when other pieces are set.

    Attributes:
        piece: number of the piece.
        number: line of the piece; negative for the blank lines above it, -1 is the one just above.
    """

    piece: int
    number: int


class Layout:
    """Lines of an article for one measure.

    Args:
        pieces: what is to be laid out, in order.
        text: the article's text.
        measure: how it is to be set.
    """

    def __init__(self, pieces: Sequence[Piece], text: str, measure: Measure) -> None:
        self.measure = measure
        self._pieces = pieces
        self._text = text
        self._set: dict[int, SetPiece] = {}
        self._used: dict[int, SetPiece] = {}
        width = max(1, measure.width - 2)
        self._heights = [piece.gap + 1 + (piece.end - piece.start) // width for piece in pieces]
        if pieces:
            self._heights[0] += TOP_MARGIN
        self._bottoms: list[int] | None = None
        self._tables: dict[int, list[int] | None] = {}
        self._next_unset = 0

    @property
    def height(self) -> int:
        """Lines of the whole article, blank ones included; estimated as long as pieces are not set."""
        return (self._sums()[-1] if self._pieces else 0) + BOTTOM_MARGIN

    @property
    def complete(self) -> bool:
        """Whether every piece is set, so that nothing is estimated."""
        return len(self._set) == len(self._pieces)

    def row_at(self, y: int) -> Row:
        """The place of a line counted from the top of the article; inside for those outside."""
        bottoms = self._sums()
        if not bottoms:
            return Row(0, 0)
        index = min(bisect_right(bottoms, max(0, y)), len(bottoms) - 1)
        return Row(index, y - (self._top(index) + self._gap(index)))

    def y_of(self, row: Row) -> int:
        """The line of a place, counted from the top of the article."""
        return self._top(row.piece) + self._gap(row.piece) + row.number if self._pieces else 0

    def line_at(self, y: int) -> Line | None:
        """The line at a height, None for a blank one. The piece there is set if it is not yet."""
        return self.line(self.row_at(y)) if 0 <= y < self.height else None

    def line(self, row: Row) -> Line | None:
        """The line at a place, None for a blank one."""
        if not self._pieces or row.number < 0:
            return None
        piece = self._setting(row.piece)
        if row.number >= len(piece):
            return None
        self._used.pop(row.piece, None)
        self._used[row.piece] = piece
        if len(self._used) > _PIECES_AT_HAND:
            self._used.pop(next(iter(self._used))).rest()
        return piece.line(row.number)

    def row_of(self, offset: int) -> Row:
        """The place at which a code point stands; white space between blocks counts to the block before."""
        if not self._pieces:
            return Row(0, 0)
        index = max(0, bisect_right(self._pieces, offset, key=_start) - 1)
        return Row(index, self._setting(index).number_of(offset))

    def step(self, row: Row, lines: int) -> Row:
        """The place some lines further down (up for a negative number), passing only set pieces."""
        index, number = row
        if not self._pieces:
            return row
        while lines > 0:
            below = len(self._setting(index)) - 1 - number
            if lines <= below or index + 1 == len(self._pieces):
                return Row(index, number + min(lines, max(0, below)))
            lines -= below + 1
            index += 1
            number = -self._gap(index)
        while lines < 0:
            above = number + self._gap(index)
            if -lines <= above or index == 0:
                return Row(index, number - min(-lines, max(0, above)))
            lines += above + 1
            index -= 1
            number = len(self._setting(index)) - 1
        return Row(index, number)

    def around(self, row: Row, above: int, below: int) -> Row:
        """Sets the pieces around a place, so that scrolling there meets no estimated height.

        Args:
            row: a place; one inside an estimated height is brought to the nearest line.
            above: lines above it that must be set.
            below: lines below it that must be set.

        Returns:
            The place, on an existing line.
        """
        if not self._pieces:
            return row
        row = Row(row.piece, min(row.number, len(self._setting(row.piece)) - 1))
        self.step(row, -above)
        self.step(row, below)
        return row

    def set_more(self, pieces: int) -> None:
        """Sets some of the pieces that are not set yet, from the top."""
        while pieces > 0 and self._next_unset < len(self._pieces):
            if self._next_unset not in self._set:
                self._setting(self._next_unset)
                pieces -= 1
            self._next_unset += 1

    def last_row(self) -> Row:
        """The place of the last line."""
        index = len(self._pieces) - 1
        return Row(index, len(self._setting(index)) - 1) if self._pieces else Row(0, 0)

    def block_at(self, offset: int) -> Block:
        """The block in which a code point stands, or that before it.

        Raises:
            IndexError: if there are no blocks at all.
        """
        return self._pieces[max(0, bisect_right(self._pieces, offset, key=_start) - 1)].block

    def block(self, index: int) -> Block:
        """The block of a piece."""
        return self._pieces[index].block

    def bars_at(self, row: Row) -> int:
        """How many block quotations go on across a blank line."""
        if row.number >= 0 or not 0 < row.piece < len(self._pieces):
            return 0
        return min(self._pieces[row.piece - 1].block.quoted, self._pieces[row.piece].block.quoted)

    def nearest_offset(self, row: Row) -> int:
        """The code point that a blank line stands for: the beginning of what follows it, at the end of all the end."""
        if not self._pieces:
            return 0
        piece = self._pieces[row.piece]
        return piece.start if row.number < 0 else piece.end

    def _gap(self, index: int) -> int:
        return self._pieces[index].gap + (TOP_MARGIN if index == 0 else 0)

    def _top(self, index: int) -> int:
        return self._sums()[index - 1] if index else 0

    def _sums(self) -> list[int]:
        """The bottom of each piece, in lines from the top of the article."""
        if self._bottoms is None:
            self._bottoms = list(accumulate(self._heights))
        return self._bottoms

    def _setting(self, index: int) -> SetPiece:
        """A piece, set."""
        setting = self._set.get(index)
        if setting is None:
            piece = self._pieces[index]
            widths = self._columns(index) if piece.table >= 0 else None
            setting = self._set[index] = set_piece(piece, self._text, self.measure, widths)
            height = self._gap(index) + len(setting)
            if height != self._heights[index]:
                self._heights[index] = height
                self._bottoms = None
        return setting

    def _columns(self, index: int) -> list[int] | None:
        """The column widths of the table that a row belongs to."""
        table = self._pieces[index].table
        if table not in self._tables:
            rows = [piece.block.cells for piece in self._table_rows(index)]
            width = self.measure.width - len(BAR) * self._pieces[index].block.quoted
            self._tables[table] = column_widths(rows, self._text, width)
        return self._tables[table]

    def _table_rows(self, index: int) -> Iterator[Piece]:
        """The rows of the table that a row belongs to."""
        table = self._pieces[index].table
        while index > 0 and self._pieces[index - 1].table == table:
            index -= 1
        while index < len(self._pieces) and self._pieces[index].table == table:
            yield self._pieces[index]
            index += 1
