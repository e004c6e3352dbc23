"""What the components hand to each other on a Doc: blocks, date of publication, statements, actors, values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from datetime import datetime

    from spacy.tokens import Doc

BLOCKS = "newsreader.blocks"
PUBLISHED = "newsreader.published"
INNER = "newsreader_inner"
"""the key in `doc.spans` of the names that stand inside an amount or a date, where `doc.ents` has room for only one"""

_GAP = re.compile(r"\n\s*\n\s*")


def paragraphs(text: str) -> tuple[Block, ...]:
    """The paragraphs of a bare text: what stands between empty lines."""
    blocks: list[Block] = []
    start = len(text) - len(text.lstrip())
    for end, following in [*((gap.start(), gap.end()) for gap in _GAP.finditer(text, start)), (len(text), len(text))]:
        content = text[start:end].rstrip()
        if content:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(content))))
        start = following
    return tuple(blocks)


def _blocks(doc: Doc) -> tuple[Block, ...]:
    if BLOCKS not in doc.user_data:
        doc.user_data[BLOCKS] = paragraphs(doc.text)
    blocks: tuple[Block, ...] = doc.user_data[BLOCKS]
    return blocks


def _set_blocks(doc: Doc, blocks: tuple[Block, ...]) -> None:
    doc.user_data[BLOCKS] = blocks


def _published(doc: Doc) -> datetime | None:
    published: datetime | None = doc.user_data.get(PUBLISHED)
    return published


def _set_published(doc: Doc, published: datetime | None) -> None:
    doc.user_data[PUBLISHED] = published


def register() -> None:
    """Make the extensions known to spaCy; calling it again changes nothing.

    `doc._.blocks` are the text's blocks (`newsreader.article.model.Block`, code points), by default its paragraphs;
    `doc._.published` when it was published; `doc._.statements` and `doc._.actors` the results
    (`newsreader.analysis.result`); `span._.value` what a date or an amount means; `doc._.entity_actors` the ids of
    the actors by the first token of an entity.
    """
    import spacy.tokens

    doc, span = spacy.tokens.Doc, spacy.tokens.Span
    if not doc.has_extension("blocks"):
        doc.set_extension("blocks", getter=_blocks, setter=_set_blocks)
    if not doc.has_extension("published"):
        doc.set_extension("published", getter=_published, setter=_set_published)
    for name, default in (("statements", ()), ("actors", ()), ("entity_actors", {})):
        if not doc.has_extension(name):
            doc.set_extension(name, default=default)
    if not span.has_extension("value"):
        span.set_extension("value", default=None)
