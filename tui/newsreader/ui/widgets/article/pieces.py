"""Cuts an article into the pieces that are laid out one by one, so that no layout has to see the whole text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article.model import Article

LONGEST_PIECE = 6000
"""code points above which a block is laid out in several pieces, each beginning a line"""

_JOINED = {
    (BlockKind.TITLE, BlockKind.TITLE),
    (BlockKind.TITLE, BlockKind.STAMP),
    (BlockKind.STAMP, BlockKind.SIGNATURE),
}
"""what stands below what without a blank line"""
_TIGHT = {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.SIGNATURE}
_PARAGRAPHS = re.compile(r"\S(?:.*?\S)?(?=\s*?\n[ \t]*\n|\s*\Z)", re.DOTALL)


class Piece(NamedTuple):
    """A block, or a part of a very long one.

    Attributes:
        block: what it is.
        start: first code point.
        end: end, in code points.
        gap: blank lines above it.
        first: whether it begins its block.
        last: whether it ends its block.
        table: number of the table that a row belongs to, -1 for everything else.
    """

    block: Block
    start: int
    end: int
    gap: int
    first: bool = True
    last: bool = True
    table: int = -1


def blocks_of(article: Article) -> tuple[Block, ...]:
    """An article's blocks; where it has none, its paragraphs."""
    if article.blocks:
        return article.blocks
    return tuple(Block(BlockKind.PARAGRAPH, Span(*found.span())) for found in _PARAGRAPHS.finditer(article.text))


def pieces_of(article: Article) -> list[Piece]:
    """The pieces of an article, in order."""
    pieces: list[Piece] = []
    before: Block | None = None
    table = -1
    for block in blocks_of(article):
        gap = _gap(before, block)
        if block.kind is BlockKind.TABLE_ROW:
            if before is None or _begins_table(before, block):
                table += 1
                gap = max(gap, 1) if before is not None else 0
            pieces.append(Piece(block, *block.span, gap, table=table))
        elif block.span.end - block.span.start <= LONGEST_PIECE:
            pieces.append(Piece(block, *block.span, gap))
        else:
            pieces.extend(_parts(block, gap, article.text))
        before = block
    return pieces


def _begins_table(before: Block, row: Block) -> bool:
    """Whether a table row begins a table of its own."""
    return before.kind is not BlockKind.TABLE_ROW or before.quoted != row.quoted or (row.header and not before.header)


def _gap(before: Block | None, block: Block) -> int:
    """Blank lines between two blocks: what belongs together stands together."""
    if before is None:
        return 0
    if before.kind is BlockKind.HEADING:
        return 0 if before.level <= 2 and block.kind is not BlockKind.HEADING else 1
    if block.kind is BlockKind.HEADING and before.kind not in (BlockKind.TITLE, BlockKind.STAMP):
        return 2
    if (before.kind, block.kind) in _JOINED:
        return 0
    if before.kind is block.kind and block.kind in _TIGHT and before.quoted == block.quoted:
        return 0
    return 1


def _parts(block: Block, gap: int, text: str) -> Iterator[Piece]:
    """A very long block in parts that end after a blank where there is one."""
    start, end = block.span
    position = start
    while position < end:
        cut = min(end, position + LONGEST_PIECE)
        if cut < end:
            breaks = "\n" if block.preformatted or block.kind is BlockKind.CODE else " \n\t"
            cut = max((text.rfind(sign, position + 1, cut) for sign in breaks), default=-1) + 1 or cut
        yield Piece(block, position, cut, gap if position == start else 0, position == start, cut == end)
        position = cut
