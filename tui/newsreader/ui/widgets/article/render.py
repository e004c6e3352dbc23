"""Draws a line: its glyphs in the styles of what they stand for, its gutter and margins, as a Textual strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from newsreader.article.model import BlockKind, Span
from newsreader.ui.widgets.article.frame import GUTTER
from newsreader.ui.widgets.article.glyphs import cells_of, safe
from newsreader.ui.widgets.article.places import margin_meta, text_meta
from newsreader.ui.widgets.article.setting import BAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.style import Style

    from newsreader.ui.widgets.article.frame import Frame
    from newsreader.ui.widgets.article.lines import Line, Run
    from newsreader.ui.widgets.article.marks import Marks
    from newsreader.ui.widgets.article.overlay import Sign

HEADING_SIGN = "❯"
BAR_SIGN = "▎"
ELLIPSIS = "…"

BLOCK_CLASSES = {
    BlockKind.TITLE: "article--title",
    BlockKind.STAMP: "article--stamp",
    BlockKind.LEAD: "article--lead",
    BlockKind.HEADING: "article--heading",
    BlockKind.CODE: "article--code",
    BlockKind.SIGNATURE: "article--signature",
    BlockKind.CAPTION: "article--caption",
}
_ROLE_CLASSES = {
    "bar": "article--rule",
    "marker": "article--marker",
    "rule": "article--rule",
    "hyphen": "article--hyphen",
    "letter": "article--letter",
}


class Setting(NamedTuple):
    """What a line is drawn with besides its text.

    Attributes:
        base: component classes of the block it belongs to.
        heading: whether it is the first line of a heading.
        selection: the selected part of the text, None for none.
        caret: the code point under the active end of a selection, None for none.
        labels: jump labels by the code point at which they stand.
    """

    base: tuple[str, ...]
    heading: bool = False
    selection: Span | None = None
    caret: int | None = None
    labels: Mapping[int, str] = {}


class Painter:
    """Draws lines for one frame.

    Args:
        frame: the columns of the view.
        marks: what the text is coloured by.
        style: gives the style of component classes laid over each other; of none, the text's own.
    """

    def __init__(
        self,
        frame: Frame,
        marks: Marks,
        style: Callable[[tuple[str, ...]], Style],
    ) -> None:
        self._frame = frame
        self._marks = marks
        self._style = style

    def blank(self, offset: int, bars: int = 0) -> Strip:
        """A line without text.

        Args:
            offset: the code point that a click on it means.
            bars: block quotations that go on across it.
        """
        frame, meta = self._frame, margin_meta(offset)
        runs: tuple[tuple[str, tuple[str, ...]], ...] = (
            (" " * frame.column, ()),
            (BAR * bars, ("article--quoted", "article--rule")),
            (" " * (frame.width - frame.column - len(BAR) * bars), ()),
        )
        return Strip([Segment(text, self._style(names) + meta) for text, names in runs if text]).adjust_cell_length(
            frame.width, self._style(())
        )

    def paint(self, line: Line, setting: Setting) -> Strip:
        """Draws a line.

        Args:
            line: the line.
            setting: what it is drawn with.
        """
        frame = self._frame
        base = self._style(setting.base)
        plain = self._style(())
        before = plain + margin_meta(line.start)
        segments = self._gutter(line, setting, before)
        column = 0
        for run in line.runs:
            if run.column > column:
                fill = base if column else plain
                segments.append(Segment(" " * (run.column - column), fill + margin_meta(max(run.start, line.start))))
            segments += self._ornament(run, line, setting) if run.start < 0 else self._text(run, setting)
            column = run.column + cells_of(run.text)
        after = margin_meta(_text_end(line))
        if column < frame.measure and "article--code" in setting.base:
            segments.append(Segment(" " * (frame.measure - column), base + after))
            column = frame.measure
        if (rest := frame.width - frame.column - column) > 0:
            segments.append(Segment(" " * rest, plain + after))
        strip = Strip(segments).adjust_cell_length(frame.width, plain)
        return self._labelled(strip, line, setting.labels) if setting.labels else strip

    def _gutter(self, line: Line, setting: Setting, before: Style) -> list[Segment]:
        """The margin left of the text with the signs of the line."""
        frame = self._frame
        signs = self._marks.signs_on(line.start, line.end)
        overlay = self._marks.overlay
        left, middle = (_sign(column.on(line.start, line.end)) for column in (overlay.notes, overlay.verdicts))
        right = (signs[:1], "article--sign")
        if self._marks.barred(line.start, line.end):
            middle = middle if middle[0] else right
            right = (BAR_SIGN, "article--bar")
        elif len(signs) > 1 and not middle[0]:
            middle, right = right, (signs[1], "article--sign")
        if setting.heading and not left[0]:
            left = (HEADING_SIGN, "article--heading-sign")
        segments = [Segment(" " * frame.gutter, before)] if frame.gutter else []
        for text, name in (left, middle, right):
            glyph = text[:1] if cells_of(text[:1]) == 1 else " "
            segments.append(Segment(glyph, self._style((name,)) + margin_meta(line.start) if text else before))
        if (gap := frame.column - frame.gutter - GUTTER) > 0:
            segments.append(Segment(" " * gap, before))
        return segments

    def _ornament(self, run: Run, line: Line, setting: Setting) -> list[Segment]:
        """An ornament; a click on it means the beginning of its line."""
        name = _ROLE_CLASSES.get(run.role)
        style = self._style((*setting.base, name) if name else setting.base)
        return [Segment(run.text, style + margin_meta(_offset_before(run, line)))]

    def _text(self, run: Run, setting: Setting) -> list[Segment]:
        """A run of the article's text in its styles."""
        segments = []
        end = run.start + len(run.text)
        extra = [(setting.selection, "article--selection")] if setting.selection is not None else []
        if setting.caret is not None:
            extra.append((Span(setting.caret, setting.caret + 1), "article--caret"))
        for left, right, names in self._marks.stretches(run.start, end, extra):
            style = self._style((*setting.base, *names)) + text_meta(left)
            segments.append(Segment(run.text[left - run.start : right - run.start], style))
        return segments

    def _labelled(self, strip: Strip, line: Line, labels: Mapping[int, str]) -> Strip:
        """Draws jump labels over a line, each where its target begins."""
        width = self._frame.width
        for offset, label in sorted(labels.items()):
            text = safe(label)
            cells = cells_of(text)
            column = max(0, min(self._frame.column + line.column_of(offset), width - cells))
            style = self._style(("article--label",)) + margin_meta(offset)
            strip = Strip.join(
                [strip.crop(0, column), Strip([Segment(text, style)], cells), strip.crop(column + cells, width)]
            )
        return strip


def _sign(sign: Sign | None) -> tuple[str, str]:
    """A sign of the gutter with its component class."""
    return ("", "") if sign is None else (safe(sign.glyph), sign.style)


def _text_end(line: Line) -> int:
    """The end of what a line shows of the text."""
    return max((end for _, end in line.spans()), default=line.start)


def _offset_before(run: Run, line: Line) -> int:
    """The end of the text that stands before an ornament on its line."""
    return max(
        (other.start + len(other.text) for other in line.runs if other.start >= 0 and other.column < run.column),
        default=line.start,
    )
