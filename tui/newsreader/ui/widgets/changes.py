"""The view of what has changed: lines that are drawn when they are in sight, and stops from change to change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from newsreader.ui.comparing.model import Paragraph, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.style import Style

    from newsreader.article.model import Span
    from newsreader.ui.comparing.model import Runs

MARGIN = 2
"""columns before the sign; the mark of the chosen change stands there"""

SIGN = 2
"""columns of the sign with the blank behind it"""

WIDEST = 100
"""columns of a text that is read with ease"""

BETWEEN = " │ "
"""stands between two versions beside each other"""

CHOSEN = "❯"

KEPT = 512
"""lines that are kept as they were drawn"""


class Line(NamedTuple):
    """A line of the view: what is on it, and the number of its paragraph."""

    content: Content
    paragraph: int


class ChangesView(ScrollView, can_focus=True, inherit_bindings=False):
    """What has changed. It has no keys of its own: the screen scrolls it and goes from change to change."""

    COMPONENT_CLASSES: ClassVar = {*(f"changes--{tone}" for tone in Tone), "changes--chosen", "changes--rule"}
    ALLOW_SELECT: ClassVar[bool] = False

    chosen: reactive[int | None] = reactive(None, init=False)
    """number of the paragraph of the chosen change"""

    class Moved(Message):
        """Another change was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False
        self._paragraphs: Sequence[Paragraph] = ()
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._width = 0
        self._drawn: LRUCache[tuple[int, bool, int], Strip] = LRUCache(KEPT)

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs; the change that was chosen stays so if it is still there."""
        place = None if self.chosen is None else self._paragraphs[self.chosen]
        self._paragraphs = paragraphs
        number = next((n for n, one in enumerate(paragraphs) if place is not None and _same(one, place)), None)
        self.set_reactive(ChangesView.chosen, number)
        self._lay_out()
        if number is not None:
            self._reveal(number)

    @property
    def stops(self) -> list[int]:
        """The numbers of the paragraphs that are changes."""
        return [number for number, one in enumerate(self._paragraphs) if one.stop]

    @property
    def paragraph(self) -> Paragraph | None:
        """The chosen change."""
        return None if self.chosen is None else self._paragraphs[self.chosen]

    def step(self, by: int) -> bool:
        """Choose the next (1) or previous (-1) change; False if there is none."""
        stops = self.stops
        if self.chosen is not None:
            at = bisect_left(stops, self.chosen) + by
        else:
            first = self._lines[self.scroll_offset.y].paragraph if self._lines else 0
            at = bisect_left(stops, first) if by > 0 else bisect_left(stops, first) - 1
        if not 0 <= at < len(stops):
            return False
        self.chosen = stops[at]
        return True

    def choose_old(self, span: Span) -> None:
        """Choose the change of a place (code points) in the older text, if there is one."""
        found = (n for n in self.stops if (was := self._paragraphs[n].was) is not None and was.overlaps(span))
        if (number := next(found, None)) is not None:
            self.chosen = number

    def scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=by, animate=False)

    def scroll_pages(self, by: float) -> None:
        """Scroll by what is in sight, less a line."""
        self.scroll_relative(y=round(by * max(1, self.size.height - 1)), animate=False)

    def watch_chosen(self, chosen: int | None) -> None:
        """Bring the chosen change into sight."""
        self._drawn.clear()
        self.refresh()
        if chosen is not None:
            self._reveal(chosen)
        self.post_message(self.Moved())

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        if event.size.width != self._width:
            self._lay_out()
            if self.chosen is not None:
                self._reveal(self.chosen)

    def on_click(self, event: events.Click) -> None:
        """Choose the change that was clicked."""
        line = self.scroll_offset.y + event.y
        if 0 <= line < len(self._lines) and self._paragraphs[self._lines[line].paragraph].stop:
            self.chosen = self._lines[line].paragraph

    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        if self._paragraphs:
            self._lay_out()

    def render_line(self, y: int) -> Strip:
        """A line that is in sight."""
        number, width = self.scroll_offset.y + y, self.size.width
        if not 0 <= number < len(self._lines) or width <= 0:
            return Strip.blank(width, self.rich_style)
        line = self._lines[number]
        chosen = line.paragraph == self.chosen and bool(line.content)
        key = (number, chosen, width)
        if (strip := self._drawn.get(key)) is None:
            first = number == self._starts[line.paragraph]
            mark = (CHOSEN if first and chosen else "").ljust(MARGIN)
            content = Content.styled(mark, self.get_visual_style("changes--changed", partial=True)) + line.content
            style = self.get_visual_style("changes--chosen") if chosen else self.visual_style
            [strip] = Visual.to_strips(self, content, width, 1, style, pad=True)
            self._drawn[key] = strip
        return strip

    def _lay_out(self) -> None:
        """Break all paragraphs into lines at the present width."""
        self._width = self.size.width
        self._lines, self._starts = [], []
        self._drawn.clear()
        if self._width > MARGIN + SIGN:
            looks = {tone: self.get_visual_style(f"changes--{tone}", partial=True) for tone in Tone}
            room = self._width - MARGIN - SIGN - MARGIN
            for number, one in enumerate(self._paragraphs):
                if one.space and self._lines:
                    self._lines.append(Line(Content(""), number))
                self._starts.append(len(self._lines))
                sign = Content.styled((one.sign if one.left else "").ljust(SIGN), looks[one.tone])
                for at, content in enumerate(self._set(one, room, looks)):
                    self._lines.append(Line((Content(" " * SIGN) if at else sign) + content, number))
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def _set(self, one: Paragraph, room: int, looks: Mapping[Tone, Style]) -> list[Content]:
        """The lines of a paragraph, without its sign."""
        if one.right is None:
            return _content(one.left, looks).wrap(min(room, WIDEST))
        half = (room - len(BETWEEN) - SIGN) // 2
        left, right = (_content(runs, looks).wrap(half) if runs else [] for runs in (one.left, one.right))
        rule = Content.styled(BETWEEN, self.get_visual_style("changes--rule", partial=True))
        sign = Content.styled((one.sign if right else "").ljust(SIGN), looks[one.tone])
        height = max(len(left), len(right))
        left += [Content("")] * (height - len(left))
        right += [Content("")] * (height - len(right))
        signs = [sign, *[Content(" " * SIGN)] * (height - 1)]
        return [_padded(a, half) + rule + s + b for a, s, b in zip(left, signs, right, strict=True)]

    def _reveal(self, number: int) -> None:
        """Scroll so that a paragraph stands in sight, if it does not, in the upper third."""
        if not self._starts or not self.size.height:
            return
        top = self._starts[number]
        bottom = bisect_right([line.paragraph for line in self._lines], number)
        seen = self.scroll_offset.y
        if not (seen <= top and bottom <= seen + self.size.height):
            self.scroll_to(y=max(0, top - self.size.height // 3), animate=False, immediate=True)


def _same(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs, perhaps set in another way, are about the same."""
    return one.stop and (one.place, one.sign, one.tone) == (other.place, other.sign, other.tone)


def _content(runs: Runs, looks: Mapping[Tone, Style]) -> Content:
    return Content.assemble(*((run.text, looks[run.tone]) for run in runs))


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(0, width - content.cell_length))
