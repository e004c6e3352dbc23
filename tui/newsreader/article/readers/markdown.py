"""Reads Markdown: CommonMark with tables, strikethrough and front matter, as the text that a reader sees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from newsreader.article.decoding import decode
from newsreader.article.model import Block, BlockKind, Span
from newsreader.article.newsroom import bylines, shapes, stamps
from newsreader.article.newsroom.assembly import Draft, Told, assemble
from newsreader.article.newsroom.head import read_head
from newsreader.article.newsroom.headings import headings
from newsreader.article.newsroom.layout import Passage
from newsreader.article.newsroom.lines import Wrapping, lines
from newsreader.article.readers.front_matter import FrontMatter, read_front_matter
from newsreader.article.readers.markdown_pieces import pieces
from newsreader.article.readers.pieces import Piece, Stretch, written

if TYPE_CHECKING:
    from newsreader.article.model import Article

_KICKER = 40
"""code points; a longer paragraph above the title is no kicker"""
_PREAMBLE = 3
"""no more paragraphs than these stand above a title"""


def read(data: bytes, source: str) -> Article:
    """The article of a Markdown text.

    A first heading of level 1 is the title, else the front matter's title is, and then opens the text; the other
    headings head the sections. Where the Markdown has none, title and sub-headings are told as in plain text.

    Args:
        data: the whole content.
        source: path or address as the user gave it.

    Raises:
        SourceError: if the content is empty, no text, or shows nothing.
    """
    decoded = decode(data, source)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin).parse(decoded.text)
    front = FrontMatter(None, Told())
    if tokens and tokens[0].type == "front_matter":
        front = read_front_matter(tokens[0].content)
    text, blocks, inlines = written(_titled(pieces(tokens), front.title))
    blocks = _stamped(text, blocks) if _is_headed(blocks) else _as_plain(text, blocks)
    return assemble(Draft(text, blocks, inlines, front.told, decoded.notices), source)


def _titled(found: list[Piece], told: str | None) -> list[Piece]:
    """The pieces with the title marked, or set before them."""
    first = next((index for index, piece in enumerate(found) if piece.kind is BlockKind.HEADING), None)
    if first is not None and _is_title(found, first, told):
        marked = [*found]
        marked[first] = replace(found[first], kind=BlockKind.TITLE, level=0)
        if first and _is_kicker(found[first - 1]):
            marked[first - 1] = replace(found[first - 1], kind=BlockKind.TITLE)
        return marked
    return [Piece(BlockKind.TITLE, Stretch(told)), *found] if told else found


def _is_title(found: list[Piece], first: int, told: str | None) -> bool:
    """Whether the first heading is the title: of level 1 with hardly anything above, or what the front matter says."""
    heading = found[first]
    if told and heading.stretch.text == told:
        return True
    if told and sum(piece.kind is BlockKind.HEADING and piece.level == 1 for piece in found) > 1:
        # Where the title stands in the front matter, level 1 is that of the sections.
        return False
    above = found[:first]
    return (
        heading.level == 1
        and len(above) <= _PREAMBLE
        and not any(
            shapes.ends_sentence(piece.stretch.text) or piece.kind is not BlockKind.PARAGRAPH for piece in above
        )
    )


def _is_kicker(piece: Piece) -> bool:
    line = piece.stretch.text
    return (
        piece.kind is BlockKind.PARAGRAPH
        and not piece.quoted
        and len(line) <= _KICKER
        and shapes.is_title(line)
        and not (stamps.read_stamp(line) or bylines.is_signature(line))
    )


def _is_headed(blocks: list[Block]) -> bool:
    return any(block.kind in (BlockKind.TITLE, BlockKind.HEADING) for block in blocks)


def _stamped(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with a stamp behind the title cut off; sub-headings told by form where only a title is marked."""
    cut: list[Block] = []
    for block in blocks:
        parts = stamps.split_title(text, block.span) if block.kind is BlockKind.TITLE else None
        if parts is None:
            cut.append(block)
        else:
            cut += [replace(block, span=parts[0]), Block(BlockKind.STAMP, parts[1])]
    if any(block.kind is BlockKind.HEADING for block in cut):
        return cut
    return _with_headings(text, cut)


def _as_plain(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks of a text without any heading, with title and sub-headings told by form."""
    own = 0
    while own < len(blocks) and blocks[own].kind is BlockKind.PARAGRAPH and not blocks[own].quoted:
        own += 1
    head = read_head(text, lines(text), Wrapping(None))
    if head.lines <= own and not any(block.preformatted for block in blocks[: head.lines]):
        blocks = [*head.blocks, *blocks[head.lines :]]
    return _with_headings(text, blocks)


def _with_headings(text: str, blocks: list[Block]) -> list[Block]:
    above = (BlockKind.TITLE, BlockKind.STAMP, BlockKind.SIGNATURE)
    start = next((index for index, block in enumerate(blocks) if block.kind not in above), len(blocks))
    body = [
        Passage(block.span, 1, True, block.kind, preformatted=block.preformatted or block.quoted > 0)
        for block in blocks[start:]
    ]
    marked = list(blocks)
    for index in headings(text, body):
        marked[start + index] = Block(BlockKind.HEADING, Span(*blocks[start + index].span), level=2)
    return marked
