"""The article of an HTML page: its blocks, with names and statements marked and linked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newsreader.analysis.components.extensions import paragraphs
from newsreader.article.model import Block, BlockKind, Span
from newsreader.export.shared.nesting import Close, Open, Stretch, by_block, nested
from newsreader.export.writers.html.escaping import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.export.document import Document
    from newsreader.phrases import Phrases

STATEMENT, HIGHLIGHT, NAME = 0, 1, 2
"""ranks: a statement holds highlights, and these hold names"""

COLOURS = 6
"""how many looks of highlights the page has; the names of colours are the user's own"""


@dataclass(frozen=True)
class Mark:
    """An element around a stretch of the text.

    Attributes:
        id: what the list links to; only the first fragment has it.
        start: the start tag without its end and its id.
        name: the element.
        after: what follows the last fragment: the link to the list.
    """

    id: str
    start: str
    name: str
    after: str = ""


class Text:
    """The article of a page.

    Args:
        document: the document.
        numbers: the number of each statement by its id, as the list shows it.
        colours: the number of each name of a colour.
        phrases: the words around it.
    """

    def __init__(self, document: Document, numbers: dict[str, int], colours: dict[str, int], phrases: Phrases) -> None:
        self._document = document
        self._numbers = numbers
        self._colours = colours
        self._phrases = phrases
        self._blocks = document.article.blocks or paragraphs(document.text)
        stretches = list(self._marks())
        self._last = {one.value.id: one.span.end for one in sorted(stretches, key=lambda one: one.span.end)}
        rows = by_block([block.span for block in self._blocks], stretches)
        self._events = [list(nested(block.span, row)) for block, row in zip(self._blocks, rows, strict=True)]
        self._opened: set[str] = set()

    def lines(self) -> Iterator[str]:
        """The blocks as elements."""
        titled = False
        for kind, numbers in groupby(range(len(self._blocks)), key=lambda number: self._blocks[number].kind):
            if kind is BlockKind.LIST_ITEM:
                yield "<ul>"
                yield from (f"<li>{self._inside(number)}</li>" for number in numbers)
                yield "</ul>"
            elif kind is BlockKind.TABLE_ROW:
                yield "<table>"
                yield from (f"<tr><td>{self._inside(number)}</td></tr>" for number in numbers)
                yield "</table>"
            elif kind is BlockKind.TITLE:
                element = "p" if titled else "h1"
                titled = True
                yield from (f'<{element} class="title">{self._inside(number)}</{element}>' for number in numbers)
            else:
                yield from (self._block(self._blocks[number], self._inside(number)) for number in numbers)

    def _block(self, block: Block, inside: str) -> str:
        match block.kind:
            case BlockKind.HEADING:
                level = min(max(block.level, 2), 6)
                return f"<h{level}>{inside}</h{level}>"
            case BlockKind.CODE:
                return f"<pre>{inside}</pre>"
            case BlockKind.PARAGRAPH:
                element = '<p class="kept">' if block.preformatted else "<p>"
                inside = f"{element}{inside}</p>"
                return f"<blockquote>{inside}</blockquote>" if block.quoted else inside
        return f'<p class="{block.kind.value}">{inside}</p>'

    def _inside(self, number: int) -> str:
        pieces: list[str] = []
        at = self._blocks[number].span.start
        for event in self._events[number]:
            match event:
                case Open(value=mark):
                    first = mark.id not in self._opened
                    self._opened.add(mark.id)
                    pieces.append(f'{mark.start} id="{mark.id}">' if first else f"{mark.start}>")
                case Close(value=mark):
                    ends = at == self._last[mark.id]
                    pieces.append(f"{mark.after if ends else ''}</{mark.name}>")
                case Span():
                    pieces.append(text(event.of(self._document.text)))
                    at = event.end
        return "".join(pieces)

    def _marks(self) -> Iterator[Stretch[Mark]]:
        layer, t = self._document.layer, self._phrases
        for one in layer.statements:
            number, actor = self._numbers[one.id], layer.actor(one.actor)
            about = t(f"export.kind.{one.kind.value}")
            title = text(f"{actor.name}: {about}" if actor else about)
            status = layer.status_of(one.id).value
            mark = Mark(
                f"t-{one.id}",
                f'<span class="statement {one.kind.value} {status}" title="{title}"',
                "span",
                f'<a class="to" href="#l-{one.id}" title="{text(t("export.html.to_list"))}">{number}</a>',
            )
            for span in one.spans:
                yield Stretch(span, mark, STATEMENT)
        for entity in layer.entities:
            who, label = layer.actor(entity.actor), text(entity.label)
            kind = f'class="name {text(entity.kind)}" title="{label}{f": {text(who.name)}" if who else ""}"'
            name = "a" if who else "span"
            target = f' href="#{text(who.id)}"' if who else ""
            yield Stretch(entity.span, Mark(f"t-{entity.id}", f"<{name} {kind}{target}", name), NAME)
        for number, remark in enumerate(self._document.remarks, start=1):
            look = 1 + self._colours.get(remark.colour or "", 0) % COLOURS
            mark = Mark(
                f"t-{remark.id}",
                f'<mark class="c{look}" title="{text(remark.note or remark.colour or "")}"',
                "mark",
                f'<a class="to" href="#l-{remark.id}">✎{number}</a>' if remark.note or remark.tags else "",
            )
            for span in remark.spans:
                yield Stretch(span, mark, HIGHLIGHT)
