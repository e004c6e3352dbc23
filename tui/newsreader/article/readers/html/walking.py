"""Walks a page in document order and gives its blocks, each with what tells whether it belongs to the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from newsreader.article.model import BlockKind, Inline, InlineKind, Span
from newsreader.article.newsroom.shapes import is_visible
from newsreader.article.readers.html.found import Found
from newsreader.article.readers.html.lines import Line, is_apart
from newsreader.article.readers.pieces import Stretch, shifted

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.html import HtmlElement

_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "picture", "source",
    )
)  # fmt: skip
_FORMATS = {
    "a": InlineKind.LINK,
    "b": InlineKind.STRONG,
    "strong": InlineKind.STRONG,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "s": InlineKind.STRIKE,
    "del": InlineKind.STRIKE,
    "strike": InlineKind.STRIKE,
    "code": InlineKind.CODE,
}
KICKER_NAME = re.compile(
    r"kicker|topline|overline|dachzeile|spitzmarke|roofline|eyebrow|oberzeile|pre-?title|headline-?(?:top|intro)",
    re.IGNORECASE,
)
"""names of classes that say of an element that it stands above the headline"""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol"))
_NOT_CAPTIONS = ("blockquote", "table", "pre", "ul", "ol")
"""a figure that holds one of these is no picture"""
_BULLETS = ("•", "◦", "▪")
_MOST_FORMATS = 12
"""formats inside each other; more is a page made to break programs"""
_CELL_END = "\t"
_LARGEST_CELL = 400
"""code points; a table with larger cells only sets the page"""


class Walker:
    """Walks a page once.

    Args:
        root: where it begins.
        dropped: elements that are passed over with everything in them.
    """

    def __init__(self, root: HtmlElement, dropped: Container[HtmlElement]) -> None:
        self._root = root
        self._dropped = dropped
        self._line = Line()
        self._blocks: list[HtmlElement] = []
        self._formats: list[tuple[HtmlElement, int]] = []
        self._links = self._bold = 0
        self._quoted = self._verbatim = self._figures = self._pictures = 0
        self._level = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._tables: list[bool] = []
        self._row: list[Stretch] | None = None
        self._in_cell = False
        self._header = False
        self._last = ""

    def walk(self) -> Iterator[Found]:
        """The blocks in document order; what shows nothing is left out."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element in self._dropped:
                    walk.skip_subtree()
                else:
                    yield from self._start(element)
                    self._add(element.text)
            else:
                if element not in self._dropped:
                    yield from self._end(element)
                if element is not self._root:
                    self._add(element.tail)

    def _start(self, element: HtmlElement) -> Iterator[Found]:
        tag = element.tag
        if tag == "br":
            if self._line.break_line():
                yield from self._flush()
        elif self._is_inline(element):
            self._open(element)
        else:
            yield from self._flush()
            self._blocks.append(element)
            self._enter(element)

    def _end(self, element: HtmlElement) -> Iterator[Found]:
        if self._is_inline(element):
            self._close(element)
        else:
            yield from self._flush()
            yield from self._leave(element)
            self._blocks.pop()

    def _is_inline(self, element: HtmlElement) -> bool:
        """Whether an element is part of a line; a kicker inside a headline stands on a line of its own."""
        if element.tag not in _INLINE:
            return False
        return not (self._level == 1 and element.tag == "span" and KICKER_NAME.search(element.get("class") or ""))

    # Stretches inside a block

    def _add(self, text: str | None) -> None:
        if text:
            self._line.add(text, linked=self._links > 0, strong=self._bold > 0, verbatim=self._verbatim > 0)

    def _open(self, element: HtmlElement) -> None:
        if is_apart(element):
            self._add(" ")
        self._links += _leads_away(element)
        self._bold += element.tag in ("b", "strong")
        if element.tag in _FORMATS and len(self._formats) < _MOST_FORMATS:
            self._formats.append((element, self._line.length))
        if element.tag == "time" and (moment := element.get("datetime")):
            self._line.times.append(moment)
        elif element.tag == "q":
            self._add("„")

    def _close(self, element: HtmlElement) -> None:
        self._links -= _leads_away(element)
        self._bold -= element.tag in ("b", "strong")
        if self._formats and self._formats[-1][0] is element:
            self._keep_format(*self._formats.pop())
        if element.tag == "q":
            self._add("“")

    def _keep_format(self, element: HtmlElement, start: int) -> None:
        target = (element.get("href") or "").strip() if element.tag == "a" else ""
        if self._line.length > start and (target or element.tag != "a"):
            self._line.inlines.append(Inline(_FORMATS[str(element.tag)], Span(start, self._line.length), target))

    # Blocks

    def _enter(self, element: HtmlElement) -> None:
        match element.tag:
            case "blockquote":
                self._quoted += 1
            case "pre":
                self._verbatim += 1
            case "figure":
                self._figures += 1
                if self._figures == 1 and next(element.iter(*_NOT_CAPTIONS), None) is None:
                    self._pictures += 1
            case "ul":
                self._lists.append(None)
            case "ol":
                start = element.get("start") or ""
                self._lists.append(int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1)
            case "li" if self._lists:
                self._marker = self._next_marker()
            case "table":
                self._tables.append(_is_data(element))
            case "thead":
                self._header = True
            case "tr" if self._tables and self._tables[-1]:
                self._row = []
            case "td" | "th" if self._row is not None:
                self._in_cell = True
            case tag if tag in _HEADINGS:
                self._level = _HEADINGS[tag]
        if element.tag in ("table", "ul", "ol") and len(self._lists) <= 1:
            self._last = ""

    def _leave(self, element: HtmlElement) -> Iterator[Found]:
        match element.tag:
            case "blockquote":
                self._quoted -= 1
            case "pre":
                self._verbatim -= 1
            case "figure":
                self._figures -= 1
                if self._figures == 0:
                    self._pictures = 0
            case "ul" | "ol":
                self._lists.pop()
            case "li":
                self._marker = ""
            case "table":
                self._tables.pop()
            case "thead":
                self._header = False
            case "td" | "th" if self._row is not None:
                self._row.append(self._line.stretch())
                self._line = Line()
                self._in_cell = False
            case "tr" if self._row is not None:
                yield from self._table_row(element)
            case tag if tag in _HEADINGS:
                self._level = 0

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if number is None:
            return _BULLETS[(len(self._lists) - 1) % len(_BULLETS)]
        self._lists[-1] = number + 1
        return f"{number}."

    def _flush(self) -> Iterator[Found]:
        """The block that ends here, if it shows anything; in a cell a block only ends a word."""
        if self._in_cell:
            self._add(" ")
            return
        for element, start in reversed(self._formats):
            self._keep_format(element, start)
        self._formats = [(element, 0) for element, _ in self._formats]
        line, self._line = self._line, Line()
        stretch = line.stretch()
        if not is_visible(stretch.text):
            self._line.times = line.times if not self._blocks else []
            return
        kind = self._kind()
        marker, self._marker = self._marker, ""
        in_list = kind is BlockKind.LIST_ITEM
        yield Found(
            kind,
            stretch,
            self._blocks[-1] if self._blocks else self._root,
            linked=line.linked,
            strong=line.strong,
            level=len(self._lists) if in_list else self._level if kind is BlockKind.HEADING else 0,
            marker=marker if in_list else "",
            quoted=self._quoted,
            preformatted=stretch.broken or kind is BlockKind.CODE,
            follows=in_list and self._last == "list",
            times=tuple(line.times),
        )
        self._last = "list" if in_list else ""

    def _kind(self) -> BlockKind:
        if self._pictures or (self._blocks and self._blocks[-1].tag in ("figcaption", "caption")):
            return BlockKind.CAPTION
        if self._level:
            return BlockKind.HEADING
        if self._verbatim:
            return BlockKind.CODE
        return BlockKind.LIST_ITEM if self._lists else BlockKind.PARAGRAPH

    def _table_row(self, element: HtmlElement) -> Iterator[Found]:
        """The row that ends here, its cells on one line and parted by tabs."""
        row, self._row = self._row or [], None
        cells: list[Span] = []
        inlines: list[Inline] = []
        at = 0
        for cell in row:
            cells.append(Span(at, at + len(cell.text)))
            inlines.extend(replace(inline, span=shifted(inline.span, at)) for inline in cell.inlines)
            at += len(cell.text) + len(_CELL_END)
        text = _CELL_END.join(cell.text.replace("\n", " ") for cell in row)
        if not is_visible(text):
            return
        header = self._header or all(child.tag == "th" for child in element)
        yield Found(
            BlockKind.TABLE_ROW,
            Stretch(text, tuple(inlines)),
            element,
            linked=sum(inline.span.end - inline.span.start for inline in inlines if inline.kind is InlineKind.LINK),
            quoted=self._quoted,
            cells=tuple(cells),
            header=header,
            follows=self._last == "table",
        )
        self._last = "table"


def _leads_away(element: HtmlElement) -> bool:
    """Whether an element is a link to another page; one to a place on this page is none."""
    target = (element.get("href") or "#").strip()
    return element.tag == "a" and not target.startswith("#")


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data and does not only set the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iter("tr"))
    cells = list(table.iter("td", "th"))
    if len(rows) < 2 or len(cells) <= len(rows):
        return False
    return all(sum(map(len, cell.itertext())) <= _LARGEST_CELL for cell in cells)
