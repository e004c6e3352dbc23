"""What a Markdown text shows: its blocks with their formatted stretches, and the one text they are written into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Block, BlockKind, Inline, InlineKind, Span
from newsreader.article.newsroom.shapes import is_visible
from newsreader.article.readers import markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_INLINES = {
    "em": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "s": InlineKind.STRIKE,
    "link": InlineKind.LINK,
}
_BULLETS = ("•", "◦", "▪")
_CELL_END = "\t"


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


def pieces(tokens: Sequence[Token]) -> list[Piece]:
    """The blocks that the tokens of a Markdown text show, in order; what shows nothing is left out.

    Args:
        tokens: the stream that markdown-it gives.
    """
    return [piece for piece in _Reader().read(tokens) if is_visible(piece.stretch.text)]


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
                cells=tuple(_shifted(cell, start) for cell in piece.cells),
                header=piece.header,
                preformatted=piece.preformatted,
            )
        )
        inlines.extend(replace(inline, span=_shifted(inline.span, start)) for inline in piece.stretch.inlines)
    return Written("".join(parts), blocks, inlines)


def stretch(children: Sequence[Token]) -> Stretch:
    """The text of inline tokens: soft breaks become spaces, hard ones stay, images are told by their description."""
    parts: list[str] = []
    inlines: list[Inline] = []
    opened: list[tuple[int, str]] = []
    at = 0
    broken = False
    for token in children:
        content = _shown(token)
        if token.type == "hardbreak" or (token.type == "html_inline" and markup.is_line_break(token.content)):
            content, broken = "\n", True
        elif token.type == "code_inline" and content:
            inlines.append(Inline(InlineKind.CODE, Span(at, at + len(content))))
        elif token.nesting > 0:
            opened.append((at, str(token.attrs.get("href", ""))))
        elif token.nesting < 0 and opened:
            start, target = opened.pop()
            kind = _INLINES.get(token.type.removesuffix("_close"))
            if kind is not None and at > start:
                inlines.append(Inline(kind, Span(start, at), target))
        parts.append(content)
        at += len(content)
    return _stripped("".join(parts), inlines, broken)


def _shown(token: Token) -> str:
    if token.type in ("text", "code_inline", "text_special"):
        # A line break that an entity gives is white space like any other.
        return token.content.replace("\n", " ")
    if token.type == "softbreak":
        return " "
    if token.type == "image":
        return stretch(token.children or ()).text
    return ""


def _stripped(text: str, inlines: Sequence[Inline], broken: bool) -> Stretch:
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


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


@dataclass(slots=True)
class _List:
    """A list that is being read: the number of its next item, and what its items are marked with."""

    number: int | None
    delimiter: str

    def marker(self, depth: int) -> str:
        """The next item's marker."""
        if self.number is None:
            return _BULLETS[(depth - 1) % len(_BULLETS)]
        marker = f"{self.number}{self.delimiter}"
        self.number += 1
        return marker


class _Reader:
    """Goes through the stream and keeps what stands around the place: quotations, lists, a table's head."""

    def __init__(self) -> None:
        self.quoted = 0
        self.lists: list[_List] = []
        self.marker = ""
        self.header = False
        self.row: list[Stretch] | None = None
        self.level = 0
        self.last = ""
        """the type of the container that the piece before belongs to, if this one may follow it"""

    def read(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """The pieces in order, empty ones included."""
        for token in tokens:
            if token.nesting:
                yield from self._enter_or_leave(token)
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                content = Stretch(token.content.strip("\n").rstrip())
                yield self._piece(BlockKind.CODE, content, preformatted=True)
            elif token.type == "html_block":
                for paragraph in markup.paragraphs(token.content):
                    yield self._piece(self._paragraph_kind(), Stretch(paragraph))

    def _enter_or_leave(self, token: Token) -> Iterator[Piece]:
        match token.type:
            case "blockquote_open" | "blockquote_close":
                self.quoted += token.nesting
            case "bullet_list_open":
                self.lists.append(_List(None, ""))
            case "ordered_list_open":
                self.lists.append(_List(int(token.attrs.get("start", 1)), token.markup))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.marker = self.lists[-1].marker(len(self.lists))
            case "list_item_close":
                self.marker = ""
            case "thead_open" | "thead_close":
                self.header = token.nesting > 0
            case "tr_open":
                self.row = []
            case "tr_close":
                yield self._table_row()
            case "heading_open":
                self.level = int(token.tag[1])
            case "heading_close":
                self.level = 0
        if token.type in ("table_open", "bullet_list_open", "ordered_list_open") and len(self.lists) <= 1:
            self.last = ""

    def _inline(self, token: Token) -> Iterator[Piece]:
        content = stretch(token.children or ())
        if self.row is not None:
            self.row.append(content)
        elif self.level and not self.quoted and not self.lists:
            yield self._piece(BlockKind.HEADING, content, level=self.level)
        else:
            yield self._piece(self._paragraph_kind(), content, preformatted=content.broken)

    def _paragraph_kind(self) -> BlockKind:
        return BlockKind.LIST_ITEM if self.lists else BlockKind.PARAGRAPH

    def _piece(self, kind: BlockKind, content: Stretch, *, level: int = 0, preformatted: bool = False) -> Piece:
        marker, self.marker = self.marker, ""
        in_list = kind is BlockKind.LIST_ITEM
        follows = in_list and self.last == "list"
        if is_visible(content.text):
            self.last = "list" if in_list else ""
        return Piece(
            kind,
            content,
            level=len(self.lists) if in_list else level,
            marker=marker,
            quoted=self.quoted,
            preformatted=preformatted,
            follows=follows,
        )

    def _table_row(self) -> Piece:
        """The row that has been read, its cells on one line and parted by tabs."""
        cells: list[Span] = []
        inlines: list[Inline] = []
        at = 0
        texts = []
        for cell in self.row or ():
            # As long as before, so that the inlines keep their places.
            text = cell.text.replace("\t", " ").replace("\n", " ")
            texts.append(text)
            cells.append(Span(at, at + len(text)))
            inlines.extend(replace(inline, span=_shifted(inline.span, at)) for inline in cell.inlines)
            at += len(text) + len(_CELL_END)
        self.row = None
        follows = self.last == "table"
        content = Stretch(_CELL_END.join(texts), tuple(inlines))
        if is_visible(content.text):
            self.last = "table"
        return Piece(
            BlockKind.TABLE_ROW,
            content,
            quoted=self.quoted,
            cells=tuple(cells),
            header=self.header,
            follows=follows,
        )
