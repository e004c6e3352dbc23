"""The sentences of an article, which two versions of it are compared by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.sentences import sentences
from newsreader.article.model import Block, BlockKind, Span
from newsreader.library.changes.model import Role
from newsreader.library.changes.wording import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article.model import Article

ROLES = {BlockKind.TITLE: Role.TITLE, BlockKind.STAMP: Role.STAMP, BlockKind.HEADING: Role.HEADING}
"""what the sentences of a block are; all others belong to the body"""

WHOLE = frozenset({BlockKind.TITLE, BlockKind.STAMP, BlockKind.HEADING, BlockKind.TABLE_ROW})
"""blocks that are compared as one sentence each"""

LINE = re.compile(r"[^\n]*\S[^\n]*")


class Unit(NamedTuple):
    """A sentence.

    Attributes:
        span: code points of the article's text.
        role: what it is for the article.
        opens: whether a paragraph begins with it.
        text: its text as a reader sees it, which it is compared by.
    """

    span: Span
    role: Role
    opens: bool
    text: str

    @property
    def key(self) -> tuple[bool, bool, str]:
        """What two sentences have in common that are the same: a title becomes no sentence of the body."""
        return self.role is Role.TITLE, self.role is Role.STAMP, self.text


def units(article: Article) -> list[Unit]:
    """The sentences of an article in order; between them there is only white space."""
    found: list[Unit] = []
    for block in article.blocks or _lines(article.text):
        role = ROLES.get(block.kind, Role.BODY)
        for number, span in enumerate(_parts(article.text, block)):
            found.append(Unit(span, role, number == 0, visible(span.of(article.text))))
    return found


def _lines(text: str) -> Iterator[Block]:
    """Each line as a paragraph, for a text of which nothing else is known."""
    for line in LINE.finditer(text):
        yield Block(BlockKind.PARAGRAPH, Span(*line.span()))


def _parts(text: str, block: Block) -> Iterator[Span]:
    """The sentences of a block, without white space around them."""
    start, end = block.span
    if block.kind in WHOLE:
        spans: Iterator[Span] = iter([block.span])
    elif block.preformatted or block.kind is BlockKind.CODE:
        spans = (Span(*line.span()) for line in LINE.finditer(text, start, end))
    else:
        spans = sentences(text, start, end)
    for span in spans:
        inside = span.of(text)
        left, right = len(inside) - len(inside.lstrip()), len(inside.rstrip())
        if right:
            yield Span(span.start + left, span.start + right)
