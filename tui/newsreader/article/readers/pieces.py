"""Blocks that have no place in the text yet, with their formatted stretches, and the one text they are written into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Block, BlockKind, Inline, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text with formatted parts.

    Attributes:
        text: what a reader sees, without white space around it.
        inlines: its formatted parts, in code points from its start.
        broken: whether it holds line breaks that are to be kept.
    """

    text: str
    inlines: tuple[Inline, ...] = ()
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that has no place in the text yet.

    Attributes:
        kind: what it is.
        stretch: its text, that of its cells joined by tabs.
        level, marker, quoted, header, preformatted: as those of `Block`.
        cells: where its cells stand, in code points from its start.
        follows: whether it goes on in the list or table of the piece before.
    """

    kind: BlockKind
    stretch: Stretch
    level: int = 0
    marker: str = ""
    quoted: int = 0
    cells: tuple[Span, ...] = ()
    header: bool = False
    preformatted: bool = False
    follows: bool = False


class Written(NamedTuple):
    """A text, its blocks and its formatted stretches."""

    text: str
    blocks: list[Block]
    inlines: list[Inline]


def written(found: Sequence[Piece]) -> Written:
    """Writes blocks into one text: an empty line between them, a new line between list items and table rows."""
    parts: list[str] = []
    blocks: list[Block] = []
    inlines: list[Inline] = []
    at = 0
    for number, piece in enumerate(found):
        separator = "" if not number else "\n" if piece.follows else "\n\n"
        start = at + len(separator)
        at = start + len(piece.stretch.text)
        parts += (separator, piece.stretch.text)
        blocks.append(
            Block(
                piece.kind,
                Span(start, at),
                level=piece.level,
                marker=piece.marker,
                quoted=piece.quoted,
                cells=tuple(shifted(cell, start) for cell in piece.cells),
                header=piece.header,
                preformatted=piece.preformatted,
            )
        )
        inlines.extend(replace(inline, span=shifted(inline.span, start)) for inline in piece.stretch.inlines)
    return Written("".join(parts), blocks, inlines)


def stripped(text: str, inlines: Sequence[Inline], broken: bool) -> Stretch:
    """A stretch without the white space around it; the formatted parts in order, the outer one of two first.

    Args:
        text: as read.
        inlines: its formatted parts in the order in which they end.
        broken: whether it holds line breaks that are to be kept.
    """
    body = text.strip()
    lead = len(text) - len(text.lstrip())
    kept = []
    for inline in inlines:
        span = Span(max(inline.span.start - lead, 0), min(inline.span.end - lead, len(body)))
        if span.start < span.end:
            kept.append(replace(inline, span=span))
    # The inner one of two with the same place was closed, and so added, before the outer one.
    kept.reverse()
    kept.sort(key=lambda inline: (inline.span.start, -inline.span.end))
    return Stretch(body, tuple(kept), broken and "\n" in body)


def shifted(span: Span, by: int) -> Span:
    """The span moved by some code points."""
    return Span(span.start + by, span.end + by)
