"""Sets one piece of an article: its lines for a width, and the way between code points and lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol

from newsreader.article.model import BlockKind
from newsreader.ui.widgets.article import tables
from newsreader.ui.widgets.article.glyphs import TAB_WIDTH, Flow, cells_of, flow, safe
from newsreader.ui.widgets.article.lines import Line, Run, text_runs
from newsreader.ui.widgets.article.wrap import Hyphenate, wrap, wrap_preformatted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.article.model import Span
    from newsreader.ui.widgets.article.pieces import Piece

BAR = "▏ "
CELL_END = " │"
"""what parts the cells of a table that is too wide to have columns"""
_OWN_MARKER = re.compile(r"(?:[-–—•*·▪‣+]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]+(?=\S)")


class Measure(NamedTuple):
    """What decides how text is set.

    Attributes:
        width: cells of the text column.
        hyphenate: divides words, None for no hyphenation.
        letters: signs shown after code points of the article's text (the kind of an entity where colour is missing).
    """

    width: int
    hyphenate: Hyphenate | None = None
    letters: Mapping[int, str] = {}


class SetPiece(Protocol):
    """A piece that is set."""

    def __len__(self) -> int:
        """How many lines it has."""

    def line(self, number: int) -> Line:
        """One of its lines."""

    def number_of(self, offset: int) -> int:
        """The line on which a code point stands, the nearest one for those outside."""

    def rest(self) -> None:
        """Lets go of what can be made again when a line is asked for."""


class SetText:
    """A piece of running text: knows where its lines begin, and makes them when they are asked for."""

    def __init__(self, piece: Piece, text: str, measure: Measure) -> None:
        self._piece = piece
        self._measure = measure
        self._text = text
        kind = piece.block.kind
        self._verbatim = piece.block.preformatted or kind in (BlockKind.CODE, BlockKind.TITLE)
        self._indent, marker_width, self._hang = _indents(piece, text, measure.width)
        width = max(1, measure.width - self._indent - marker_width)
        self._tab = min(TAB_WIDTH, width)
        prepared = self._flow()
        if self._verbatim:
            starts, signs = wrap_preformatted(prepared, text[piece.start : piece.end], width)
        else:
            starts, signs = wrap(prepared, width, hang=self._hang, hyphenate=_hyphenate(piece, measure))
        self._left = self._indent + marker_width
        self._starts = [piece.start + start for start in starts]
        self._signs = signs
        self._plain = prepared.cells is None
        self._prepared: Flow | None = prepared if self._plain else None

    def __len__(self) -> int:
        return len(self._starts)

    def number_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def line(self, number: int) -> Line:
        piece = self._piece
        start = self._starts[number]
        last = number + 1 == len(self._starts)
        end = piece.end if last else self._starts[number + 1]
        column = self._left + (self._hang if number or not piece.first else 0)
        if self._prepared is None:
            self._prepared = self._flow()
        shown = text_runs(
            self._prepared,
            start - piece.start,
            end - piece.start,
            origin=piece.start,
            column=column,
            sign=self._signs.get(number, ""),
        )
        runs = [*_ornaments(piece, number, self._indent, self._left), *shown]
        if last and piece.block.kind is BlockKind.HEADING and piece.block.level <= 2:
            runs += _heading_rule(runs, self._measure.width)
        return Line(start, end, tuple(runs))

    def rest(self) -> None:
        if not self._plain:
            self._prepared = None

    def _flow(self) -> Flow:
        piece = self._piece
        letters = _letters_in(piece.start, piece.end, self._measure.letters)
        letters |= {cell.end - 1 - piece.start: CELL_END for cell in piece.block.cells[:-1] if cell.start < cell.end}
        return flow(self._text[piece.start : piece.end], preformatted=self._verbatim, letters=letters, tab=self._tab)


class SetRow:
    """A table row whose lines are all made at once."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, number: int) -> Line:
        return self._lines[number]

    def number_of(self, offset: int) -> int:
        nearest = 0
        for number, line in enumerate(self._lines):
            for start, end in line.spans():
                if start <= offset < end:
                    return number
                if start <= offset:
                    nearest = number
        return nearest

    def rest(self) -> None:
        pass


def set_piece(piece: Piece, text: str, measure: Measure, widths: Sequence[int] | None) -> SetPiece:
    """Sets a piece.

    Args:
        piece: what is to be set.
        text: the article's text.
        measure: how it is to be set.
        widths: cells of the columns of the table that it is a row of; None sets a row as running text.
    """
    if piece.block.kind is not BlockKind.TABLE_ROW or widths is None:
        return SetText(piece, text, measure)
    indent = len(BAR) * piece.block.quoted

    def prepare(cell: Span) -> Flow:
        return flow(cell.of(text), letters=_letters_in(cell.start, cell.end, measure.letters))

    lines = tables.row_lines(piece.block, widths, indent, prepare, measure.hyphenate)
    if piece.block.header:
        lines.append(tables.rule_line(piece.end, widths, indent))
    return SetRow(lines)


def _letters_in(start: int, end: int, letters: Mapping[int, str]) -> dict[int, str]:
    """The signs shown in a stretch of the text, by the position in it."""
    return {at - start: letters[at] for at in range(start, end) if at in letters} if letters else {}


def _hyphenate(piece: Piece, measure: Measure) -> Hyphenate | None:
    """Headings and titles are not hyphenated."""
    return None if piece.block.kind in (BlockKind.TITLE, BlockKind.HEADING) else measure.hyphenate


def _indents(piece: Piece, text: str, width: int) -> tuple[int, int, int]:
    """Cells of the indent of every line, of the marker in front of the text, and by which later lines hang."""
    block = piece.block
    indent = len(BAR) * block.quoted + 2 * (max(0, block.level - 1) if block.kind is BlockKind.LIST_ITEM else 0)
    if block.kind in (BlockKind.CODE, BlockKind.CAPTION):
        indent += 2
    marker = hang = 0
    if block.marker:
        marker = cells_of(safe(block.marker)) + 1
    elif block.kind is BlockKind.LIST_ITEM and (own := _OWN_MARKER.match(text, block.span.start, block.span.end)):
        hang = own.end() - own.start()
    if indent + marker + hang > width // 2:
        return min(indent, width // 3), min(marker, max(0, width // 2 - 1)), 0
    return indent, marker, hang


def _ornaments(piece: Piece, number: int, indent: int, left: int) -> list[Run]:
    """What stands before the text of a line: the bars of quotations, the marker of a list item."""
    runs = [
        Run(depth * len(BAR), BAR[: indent - depth * len(BAR)], -1, "bar")
        for depth in range(piece.block.quoted)
        if depth * len(BAR) < indent
    ]
    if number == 0 and piece.first and piece.block.marker and left - indent >= 2:
        room = left - indent - 1
        marker = safe(piece.block.marker)
        while cells_of(marker) > room:
            marker = marker[:-1]
        runs.append(Run(indent, marker, -1, "marker"))
    return runs


def _heading_rule(runs: Sequence[Run], width: int) -> list[Run]:
    """The rule that fills a heading's last line."""
    end = runs[-1].column + cells_of(runs[-1].text) if runs else 0
    room = width - end - 1
    return [Run(end + 1, "─" * room, -1, "rule")] if room >= 3 else []
