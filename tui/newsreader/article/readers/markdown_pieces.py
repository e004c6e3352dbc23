"""What a Markdown text shows: its blocks with their formatted stretches, from the tokens of markdown-it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind, Inline, InlineKind, Span
from newsreader.article.newsroom.shapes import is_visible
from newsreader.article.readers import markup
from newsreader.article.readers.pieces import Piece, Stretch, shifted, stripped

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


def pieces(tokens: Sequence[Token]) -> list[Piece]:
    """The blocks that the tokens of a Markdown text show, in order; what shows nothing is left out.

    Args:
        tokens: the stream that markdown-it gives.
    """
    return [piece for piece in _Reader().read(tokens) if is_visible(piece.stretch.text)]


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
    return stripped("".join(parts), inlines, broken)


def _shown(token: Token) -> str:
    if token.type in ("text", "code_inline", "text_special"):
        # A line break that an entity gives is white space like any other.
        return token.content.replace("\n", " ")
    if token.type == "softbreak":
        return " "
    if token.type == "image":
        return stretch(token.children or ()).text
    return ""


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
            inlines.extend(replace(inline, span=shifted(inline.span, at)) for inline in cell.inlines)
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
