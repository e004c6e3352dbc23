"""Reads plain text as German newsrooms send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article.decoding import decode
from newsreader.article.model import Article, Block, BlockKind
from newsreader.article.newsroom.assembly import Draft, assemble
from newsreader.article.newsroom.head import read_head
from newsreader.article.newsroom.headings import headings
from newsreader.article.newsroom.layout import passages
from newsreader.article.newsroom.lines import chunks, lines, wrapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article.newsroom.layout import Passage

_HEADING_LEVEL = 2
"""depth of a plain text's sub-headings, below its title"""


def read(data: bytes, source: str) -> Article:
    """The article of a plain text; its text is the decoded content with nothing changed.

    Args:
        data: the whole content.
        source: path or address as the user gave it.

    Raises:
        SourceError: if the content is empty or no text.
    """
    decoded = decode(data, source)
    return assemble(Draft(decoded.text, blocks(decoded.text), notices=decoded.notices), source)


def blocks(text: str) -> list[Block]:
    """The parts of a plain text: the head, then paragraphs, sub-headings and list items."""
    found = lines(text)
    wrapped = wrapping(text, chunks(found))
    head = read_head(text, found, wrapped)
    rest = chunks(found[head.lines :])
    return [*head.blocks, *_body(text, passages(text, rest, wrapped))]


def _body(text: str, laid_out: list[Passage]) -> Iterator[Block]:
    heads = headings(text, laid_out)
    for index, passage in enumerate(laid_out):
        if index in heads:
            yield Block(BlockKind.HEADING, passage.span, level=_HEADING_LEVEL)
        else:
            yield Block(passage.kind, passage.span, level=passage.level, preformatted=passage.preformatted)
