"""The article view: the drawn article with what the mouse does on it and what can be asked about its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from newsreader.article.model import BlockKind, InlineKind, Span
from newsreader.ui.widgets.article import messages
from newsreader.ui.widgets.article.drawing import DrawnArticle
from newsreader.ui.widgets.article.frame import GUTTER
from newsreader.ui.widgets.article.places import selection_of, span_of, word_at

if TYPE_CHECKING:
    from textual.events import Click
    from textual.selection import Selection

    from newsreader.analysis.result import Entity, Statement
    from newsreader.article.model import Section


class ArticleView(DrawnArticle):
    """Shows an article; state goes down by methods and reactives, intent comes up as messages.

    All offsets are code points of the article's text. The view marks and moves only when it is told to: a click posts a
    message, and the program decides.
    """

    Moved: TypeAlias = messages.Moved
    EntityClicked: TypeAlias = messages.EntityClicked
    StatementClicked: TypeAlias = messages.StatementClicked
    SectionClicked: TypeAlias = messages.SectionClicked
    LinkClicked: TypeAlias = messages.LinkClicked

    # What stands where

    def entity_at(self, offset: int) -> Entity | None:
        """The innermost entity that covers a code point, whether it is highlighted or not."""
        found = self._marks.entities.at(offset) if self._marks else []
        return found[-1] if found else None

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement that covers a code point, among those that are shown."""
        found = self._marks.statements.at(offset) if self._marks else []
        return found[-1] if found else None

    def link_at(self, offset: int) -> str | None:
        """Where the link that covers a code point leads."""
        found = self._marks.inlines.at(offset) if self._marks else []
        return next((inline.target for inline in reversed(found) if inline.kind is InlineKind.LINK), None)

    def word_at(self, offset: int) -> Span:
        """The word that covers a code point; without a word there, that code point."""
        return word_at(self._article, offset) if self._article else Span(offset, offset)

    def paragraph_at(self, offset: int) -> Span:
        """The block that covers a code point, or the one before it."""
        return self._layout_.block_at(offset).span if self._layout_ and self._pieces else Span(offset, offset)

    def offset_at(self, x: int, y: int) -> int | None:
        """The code point shown at a cell of the view, None where it shows no text."""
        layout = self._layout_
        if layout is None:
            return None
        line = layout.line_at(self.scroll_offset.y + y)
        column = x - self._frame.column
        if line is None or not column >= 0:
            return None
        offset = line.offset_of(column)
        return (
            offset
            if any(start <= offset < end for start, end in line.spans()) and column <= line.column_of(offset) + 1
            else None
        )

    def position_of(self, offset: int) -> tuple[int, int] | None:
        """The cell (x, y) of the view at which a code point stands, None if it is not in sight."""
        layout = self._layout_
        if layout is None:
            return None
        row = layout.row_of(offset)
        line = layout.line(row)
        y = layout.y_of(row) - self.scroll_offset.y
        return (self._frame.column + line.column_of(offset), y) if line and 0 <= y < self._rows else None

    @property
    def text_left(self) -> int:
        """The column of the view at which the text begins."""
        return self._frame.column

    def line_span(self, offset: int) -> Span:
        """The part of the text on the same line of the screen as a code point."""
        line = self._layout_.line(self._layout_.row_of(offset)) if self._layout_ else None
        return Span(line.start, line.end) if line else Span(offset, offset)

    def offset_on_line(self, offset: int, lines: int) -> int:
        """The code point some lines further down (up for a negative number), in about the same column."""
        layout = self._layout_
        if layout is None:
            return offset
        row = layout.row_of(offset)
        line = layout.line(row)
        column = line.column_of(offset) if line else 0
        direction = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            after = layout.step(row, direction)
            while after != row and layout.line(after) is None:
                row, after = after, layout.step(after, direction)
            if layout.line(after) is None:
                break
            row, line = after, layout.line(after)
        return line.offset_of(column) if line else offset

    # Selected text

    @property
    def selection_span(self) -> Span | None:
        """The selected part of the text, None for none."""
        return self._selected_span()

    @property
    def selection_spans(self) -> tuple[Span, ...]:
        """The selected parts of the text."""
        span = self._selected_span()
        return (span,) if span else ()

    @property
    def selected_text(self) -> str:
        """The selected text as the article has it, empty for none."""
        span = self._selected_span()
        return span.of(self._article.text) if span and self._article else ""

    def select(self, span: Span | None) -> None:
        """Selects a part of the text, as the mouse does; None for none."""
        if span is None:
            self.screen.clear_selection()
        else:
            self.screen.selections = {self: selection_of(span)}

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that Textual copies for a selection: the article's own, without the screen's line breaks."""
        if self._article is None:
            return None
        return span_of(selection, self._article.text).of(self._article.text), "\n"

    # Mouse

    def on_click(self, event: Click) -> None:
        """Selects words and paragraphs, and tells what was clicked."""
        event.prevent_default()
        offset = self.offset_at(event.x, event.y)
        if event.chain >= 2:
            if offset is not None:
                self.select(self.word_at(offset) if event.chain == 2 else self.paragraph_at(offset))
        elif self._selected_span() is None:
            if offset is not None:
                self._clicked(offset)
            elif self._frame.gutter <= event.x < self._frame.gutter + GUTTER:
                self._clicked_gutter(event.y)

    def _clicked(self, offset: int) -> None:
        """Posts the most specific thing at a code point."""
        if (entity := self.entity_at(offset)) is not None:
            self.post_message(messages.EntityClicked(entity, offset))
        elif (target := self.link_at(offset)) is not None:
            self.post_message(messages.LinkClicked(target))
        elif (section := self._heading_at(offset)) is not None:
            self.post_message(messages.SectionClicked(section))
        elif (statement := self.statement_at(offset)) is not None:
            self.post_message(messages.StatementClicked(statement))
        else:
            self.post_message(messages.TextClicked(offset))

    def _clicked_gutter(self, y: int) -> None:
        """Posts the statement whose sign or bar stands beside a line, or the section of a heading."""
        line = self._layout_.line_at(self.scroll_offset.y + y) if self._layout_ else None
        if line is None or self._marks is None:
            return
        if (noted := self._marks.overlay.notes.on(line.start, line.end)) is not None:
            self.post_message(messages.TextClicked(noted.offset))
        elif (section := self._heading_at(line.start)) is not None:
            self.post_message(messages.SectionClicked(section))
        elif found := self._marks.statements.overlapping(line.start, line.end):
            begun = [statement for span, statement in found if span.start >= line.start]
            self.post_message(messages.StatementClicked(begun[0] if begun else found[-1][1]))

    def _heading_at(self, offset: int) -> Section | None:
        """The section whose heading covers a code point."""
        if self._article is None or self._layout_ is None or not self._article.sections:
            return None
        if self._layout_.block_at(offset).kind is not BlockKind.HEADING:
            return None
        section = self._article.section_at(offset)
        return (
            section if section.heading is not None and section.heading.start <= offset < section.heading.end else None
        )
