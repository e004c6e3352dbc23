"""Selecting by keys on the reader's screen; what the mouse selects is the same selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article.model import Span
from newsreader.ui.commands import View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.selecting.selection import Selection
    from newsreader.ui.selecting.units import Units


class Selector:
    """Looks after the selection while keys move it.

    Args:
        reader: the screen on which text is selected.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self._selection: Selection | None = None
        self._units_: Units | None = None
        self._note = ""

    @property
    def active(self) -> bool:
        """Whether keys move the selection."""
        return self._selection is not None

    @property
    def length(self) -> int:
        """How many code points the keys have selected."""
        return 0 if self._selection is None else self._selection.span.end - self._selection.span.start

    def begin(self) -> None:
        """Select what is at hand: what the mouse has selected, the current name, the marked statement, else a word."""
        from newsreader.ui.selecting.selection import Selection

        span = self._at_hand()
        if span is None:
            self._reader.say("ui.say.nothing_to_select")
            return
        self._note = "" if self.active else self._reader.status.note
        self._reader.note("")
        self._reader.say_raw("")
        self._reader.view.intercept = self._key
        self._show(Selection(span))
        self._reader.bottom.explain()

    def end(self) -> None:
        """Keys mean what they mean elsewhere; what is selected stays."""
        if self._selection is None:
            return
        self._selection = self._units_ = None
        self._reader.view.intercept = None
        self._reader.view.set_caret(None)
        self._reader.note(self._note)
        self._reader.bottom.explain()
        self._reader.bottom.locate()

    def let_go(self) -> None:
        """Select nothing."""
        self.end()
        self._reader.clear_selection()

    def follow(self) -> None:
        """Other text is selected, perhaps by the mouse: keys go on from there."""
        from newsreader.ui.selecting.selection import Selection

        if self._selection is None:
            return
        span = self._reader.view.selection_span
        if span is None:
            self.end()
        elif span != self._selection.span:
            self._show(Selection(span))

    def move(self, unit: str, by: int) -> None:
        """The active end to the next (1) or previous (-1) edge of a unit, named as in `Unit`."""
        from newsreader.ui.selecting.units import Unit

        if self._selection is not None:
            self._show(self._selection.moved(self._units, Unit(unit), by))

    def lines(self, by: int) -> None:
        """The active end some lines of the screen down, up for a negative number."""
        if self._selection is not None:
            self._show(self._selection.reached(self._reader.view.offset_on_line(self._selection.caret, by)))

    def line_edge(self, by: int) -> None:
        """The active end to the beginning (-1) or the end (1) of its line on the screen."""
        if self._selection is not None:
            line = self._reader.view.line_span(self._selection.caret)
            text = self._reader.article.text
            end = line.start + len(line.of(text).rstrip())
            self._show(self._selection.reached(line.start if by < 0 else max(line.start, end - 1)))

    def grow(self) -> None:
        """Select the next larger unit around."""
        if self._selection is not None:
            self._show(self._selection.grown(self._units))

    def swap(self) -> None:
        """Move the other end from now on."""
        if self._selection is not None:
            self._show(self._selection.swapped())

    @property
    def _units(self) -> Units:
        """The units of the article as it is analysed now."""
        if self._units_ is None:
            from newsreader.ui.selecting.units import Units

            reader, analysis = self._reader, self._reader.analysis
            statements = analysis.statements if analysis else ()
            self._units_ = Units(
                reader.article,
                (entity.span for entity in analysis.entities) if analysis else (),
                (Span(min(s.spans).start, max(s.spans).end) for s in statements if s.spans),
            )
        return self._units_

    def _at_hand(self) -> Span | None:
        view = self._reader.view
        visible = view.visible_span
        if (selected := view.selection_span) is not None:
            return selected
        if (entity := view.current_entity) is not None and entity.span.overlaps(visible):
            return entity.span
        statement = view.current_statement
        if statement is not None and any(span.overlaps(visible) for span in statement.spans):
            return Span(min(statement.spans).start, max(statement.spans).end)
        here = view.reading_offset
        return self._units.word_from(here if visible.start <= here < visible.end else visible.start)

    def _show(self, selection: Selection) -> None:
        reader = self._reader
        self._selection = selection
        reader.view.select(selection.span)
        reader.view.set_caret(selection.caret)
        reader.view.go_to(selection.caret, place="visible")
        reader.bottom.locate()

    def _key(self, key: str) -> bool:
        """Whether a key moves the selection; then it has done so."""
        command = self._reader.keymap.command(View.SELECTION, key)
        if command is None:
            return False
        self._reader.action_command(command)
        return True
