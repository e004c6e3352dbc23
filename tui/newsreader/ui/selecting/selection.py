"""A selection that has an active end, which motions move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.article.model import Span

if TYPE_CHECKING:
    from newsreader.ui.selecting.units import Unit, Units


@dataclass(frozen=True, slots=True)
class Selection:
    """A selected stretch of the text; it is never empty.

    Attributes:
        span: code points of the article's text.
        at_end: whether its end is the active one, not its beginning.
    """

    span: Span
    at_end: bool = True

    @property
    def caret(self) -> int:
        """The code point under the active end: the last one selected, or the first one."""
        return self.span.end - 1 if self.at_end else self.span.start

    def swapped(self) -> Selection:
        """The same stretch with the other end active."""
        return replace(self, at_end=not self.at_end)

    def moved(self, units: Units, unit: Unit, by: int) -> Selection:
        """The active end at the next (1) or previous (-1) edge of a unit.

        An end that would meet the other one makes that the active one: shrinking to nothing goes on as growing to the
        other side.
        """
        span, at_end = self.span, self.at_end
        find = units.next_edge if by > 0 else units.previous_edge
        edge = find(unit, span.end if at_end else span.start, end=at_end)
        inside = edge is not None and (edge > span.start if at_end else edge < span.end)
        if not inside and at_end == (by < 0):
            at_end = not at_end
            edge = find(unit, span.end if at_end else span.start, end=at_end)
        return self._with(edge, at_end)

    def reached(self, offset: int) -> Selection:
        """The active end at a code point, which is selected with it.

        Args:
            offset: where the active end goes.
        """
        fixed = self.span.start if self.at_end else self.span.end - 1
        return Selection(Span(min(fixed, offset), max(fixed, offset) + 1), offset >= fixed)

    def grown(self, units: Units) -> Selection:
        """The next larger unit around: word, name, statement, sentence, paragraph, everything."""
        larger = (span for span in units.around(self.span) if span.end - span.start > self.span.end - self.span.start)
        return replace(self, span=next(larger, self.span))

    def _with(self, edge: int | None, at_end: bool) -> Selection:
        if edge is None:
            return self
        span = Span(self.span.start, edge) if at_end else Span(edge, self.span.end)
        return Selection(span, at_end) if span.start < span.end else self
