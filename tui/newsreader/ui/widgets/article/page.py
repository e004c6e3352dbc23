"""The scrolling half of the article view: lays the text out as it is needed and keeps the reader's place."""

from __future__ import annotations

from asyncio import to_thread
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newsreader.article.model import Span
from newsreader.ui.widgets.article.frame import Frame, frame_for
from newsreader.ui.widgets.article.hyphens import hyphenator
from newsreader.ui.widgets.article.layout import TOP_MARGIN, Layout, Row
from newsreader.ui.widgets.article.messages import Moved
from newsreader.ui.widgets.article.pieces import pieces_of
from newsreader.ui.widgets.article.setting import Measure
from newsreader.ui.widgets.article.throttle import Throttle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.timer import Timer

    from newsreader.article.model import Article, Section
    from newsreader.ui.widgets.article.lines import Line
    from newsreader.ui.widgets.article.pieces import Piece
    from newsreader.ui.widgets.article.wrap import Hyphenate

Place = Literal["top", "third", "visible"]

REPORT_EVERY = 0.06
"""seconds between two reports of the place"""
_SLICE = 0.008
_SLICE_EVERY = 0.04
"""seconds of layout in the background at a time, and between two of those"""


class ArticlePage(ScrollView, can_focus=True):
    """An article that is laid out around the place where one reads."""

    DEFAULT_CSS = """
    ArticlePage {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """
    ALLOW_SELECT: ClassVar[bool] = True

    text_width: reactive[int] = reactive(72, init=False, repaint=False)
    """columns of text that are wanted; a narrow window gives fewer"""
    hyphenation: reactive[bool] = reactive(False, init=False, repaint=False)
    """whether words are divided at the end of a line"""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._article: Article | None = None
        self._pieces: list[Piece] = []
        self._layout_: Layout | None = None
        self._frame: Frame = frame_for(1, 1)
        self._anchor = 0
        self._anchor_row = 0
        self._reading: int | None = None
        self._wanted: tuple[int, Place] | None = None
        self._divide: dict[str, Hyphenate | None] = {}
        self._settling = False
        self._filling: Timer | None = None
        self._reports = Throttle(self, self._report, REPORT_EVERY)

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self._article

    def show(self, article: Article) -> None:
        """Shows an article from its beginning."""
        self._article = article
        self._pieces = pieces_of(article)
        self._anchor = self._pieces[0].start if self._pieces else 0
        self._anchor_row = TOP_MARGIN
        self._reading = self._wanted = None
        self._layout_ = None
        self._fit()
        self.refresh()

    # Places

    @property
    def top_offset(self) -> int:
        """The first visible character, as a code point of the article's text."""
        return self._anchor

    @property
    def visible_span(self) -> Span:
        """The part of the text on the screen."""
        lines = self._visible_lines()
        return Span(lines[0].start, max(line.end for line in lines)) if lines else Span(self._anchor, self._anchor)

    @property
    def progress(self) -> float:
        """How far one has read, 0 at the top and 1 at the end."""
        if self._layout_ is None or not self._pieces:
            return 0.0
        if self.scroll_offset.y >= self._layout_.height - self._rows:
            return 1.0
        shown = self.visible_span
        above = shown.start - self._pieces[0].start
        below = max(0, self._pieces[-1].end - shown.end)
        return above / (above + below) if above + below else 1.0

    @property
    def reading_offset(self) -> int:
        """The reading position: where one went last, else what stands at the height that fits the progress."""
        if self._reading is not None:
            return self._reading
        if self._wanted is not None:
            return self._wanted[0]
        lines = self._visible_lines()
        return lines[round(self.progress * (len(lines) - 1))].start if lines else self._anchor

    @property
    def section(self) -> Section | None:
        """The section at the reading position."""
        if self._article is None or not self._article.sections:
            return None
        return self._article.section_at(self.reading_offset)

    def go_to(self, offset: int, *, place: Place = "third", until: int | None = None) -> None:
        """Scrolls to a place and makes it the reading position.

        Args:
            offset: code point of the article's text.
            place: where it is to stand: in the first line, at a third of the height, or, if it is visible already,
                where it is.
            until: the last code point that has to be visible for that, the place itself if None.
        """
        layout = self._layout_
        if layout is None or not self._rows:
            self._anchor, self._anchor_row, self._wanted = offset, 0, (offset, place)
            return
        row = layout.row_of(offset)
        top = self.scroll_offset.y
        last = layout.y_of(row if until is None else layout.row_of(until))
        if place != "visible" or layout.y_of(row) < top + 1 or last >= top + self._rows - 1:
            above = -(self._rows // 3) if place != "top" else -TOP_MARGIN if row == Row(0, 0) else 0
            self._show_row(layout.step(row, above))
            self._remember()
            if layout.row_of(self._anchor) == row:
                self._anchor = offset
        self._reading = offset
        self._reports.ask()

    # Layout

    @property
    def _rows(self) -> int:
        return self.scrollable_content_region.height

    def _letters(self) -> Mapping[int, str]:
        """Signs that are set after code points of the text."""
        return {}

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Textual paints before it sends Resize: only here the new lines are in the first frame of a new size.
        self._settling = True  # the old lines in the new size say nothing about the place
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self._settling = False
        if changed:
            self._fit()
        return changed

    def watch_text_width(self) -> None:
        self._fit()

    def watch_hyphenation(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Lays the article out for the present size, the first visible character staying the first."""
        width, rows = self.scrollable_content_region.size
        if self._article is None or not width or not rows:
            return
        self._frame = frame_for(width, self.text_width)
        measure = Measure(self._frame.measure, self._hyphenate(self._article.language), self._letters())
        if self._layout_ is None or self._layout_.measure != measure:
            self._layout_ = Layout(self._pieces, self._article.text, measure)
        self._forget_lines()
        if self._wanted is not None:
            offset, place = self._wanted
            self._wanted = None
            self.go_to(offset, place=place)
            return
        row = self._layout_.row_of(self._anchor)
        self._show_row(self._layout_.step(row, -self._anchor_row))
        self._reports.ask()

    def _hyphenate(self, language: str) -> Hyphenate | None:
        """What divides words, None as long as its dictionary is being loaded: the text does not wait for it."""
        if not self.hyphenation:
            return None
        if language not in self._divide:
            self._divide[language] = None
            self.run_worker(self._load_hyphenator(language), group="hyphenation", exit_on_error=False)
        return self._divide[language]

    async def _load_hyphenator(self, language: str) -> None:
        self._divide[language] = await to_thread(hyphenator, language)
        self._fit()

    def _forget_lines(self) -> None:
        """Called when lines drawn before are no longer right."""

    def _show_row(self, row: Row) -> None:
        """Scrolls so that a place of the layout is the top line of the view."""
        if self._layout_ is None:
            return
        row = self._layout_.around(row, self._rows * 2, self._rows * 3)
        self._move(self._layout_.y_of(row))

    def _show_end(self) -> None:
        """Scrolls so that the end of the article is the last line of the view."""
        if self._layout_ is not None:
            self._layout_.around(self._layout_.last_row(), self._rows * 2, 0)
            self._move(self._layout_.height - self._rows)

    def _move(self, y: int) -> None:
        """Scrolls to a line of the layout as it is now known."""
        assert self._layout_ is not None
        height = self._layout_.height
        self._settling = True
        self.virtual_size = Size(self._frame.width, height)
        self.scroll_target_y = self.scroll_y = max(0, min(y, height - self._rows))
        self._settling = False
        self.refresh()
        self._fill_later()

    def _fill(self) -> None:
        """Sets more of the article in the background, so that the scroll bar becomes exact."""
        self._filling = None
        layout = self._layout_
        if layout is None or layout.complete:
            return
        row = layout.row_at(self.scroll_offset.y)
        until = perf_counter() + _SLICE
        while perf_counter() < until and not layout.complete:
            layout.set_more(4)
        if layout.complete or layout.y_of(row) != self.scroll_offset.y:
            self._move(layout.y_of(row))
        else:
            self._fill_later()

    def _fill_later(self) -> None:
        if self._layout_ is not None and not self._layout_.complete and self._filling is None and self.is_running:
            self._filling = self.set_timer(_SLICE_EVERY, self._fill)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        layout = self._layout_
        if self._settling or layout is None or round(old_value) == round(new_value):
            return
        if new_value >= self.max_scroll_y:
            self._show_end()
        else:
            self._show_row(layout.row_at(round(new_value)))
        self._arrive()

    def _arrive(self) -> None:
        """Takes note of a place that the reader has scrolled to."""
        self._remember()
        self._reading = None
        self._reports.ask()

    def _remember(self) -> None:
        """Notes the first visible character, and in which line of the view it stands."""
        layout = self._layout_
        if layout is None:
            return
        top = self.scroll_offset.y
        for number in range(self._rows):
            line = layout.line_at(top + number)
            if line is not None:
                self._anchor, self._anchor_row = line.start, number
                return

    def _visible_lines(self) -> list[Line]:
        """The lines of text in the view."""
        layout = self._layout_
        if layout is None:
            return []
        top = self.scroll_offset.y
        return [line for y in range(top, top + self._rows) if (line := layout.line_at(y)) is not None]

    def _report(self) -> None:
        """Posts the place."""
        self.post_message(Moved(self.top_offset, self.progress, self.section, self.reading_offset))
