"""Which styles a stretch of the article takes: formatting, statements, entities, marks, hits."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from newsreader.ui.widgets.article.signs import SIGNS, STATEMENT_CLASSES, kind_class, kind_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.analysis.result import Analysis, Entity, Statement
    from newsreader.article.model import Article, Inline, Span
    from newsreader.ui.widgets.article.overlay import Overlay

Thing = TypeVar("Thing")


class SpanIndex(Generic[Thing]):
    """Finds the spans that overlap a stretch, among many that may overlap each other.

    Args:
        spans: each span with what it stands for.
    """

    def __init__(self, spans: Iterable[tuple[Span, Thing]] = ()) -> None:
        self._items = sorted((pair for pair in spans if pair[0].start < pair[0].end), key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._items]
        self._reach = list(accumulate((span.end for span, _ in self._items), max))

    def overlapping(self, start: int, end: int) -> list[tuple[Span, Thing]]:
        """What overlaps [start, end), in order of the spans' beginnings."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._items[index][0].end > start:
                found.append(self._items[index])
            index -= 1
        found.reverse()
        return found

    def at(self, offset: int) -> list[Thing]:
        """What covers a code point, outer things before inner ones."""
        covering = self.overlapping(offset, offset + 1)
        return [thing for span, thing in sorted(covering, key=lambda pair: pair[0].start - pair[0].end)]


class Marks:
    """Everything that colours the article, in layers of rising precedence.

    Args:
        article: the article with its formatting.
        analysis: entities and statements, None as long as there are none.
        highlighted: labels of the entities that are shown.
        min_confidence: statements below are not shown.
        overlay: what a person has laid over it.
    """

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None,
        highlighted: frozenset[str],
        min_confidence: float,
        overlay: Overlay,
    ) -> None:
        self.overlay = overlay
        self._stretches: SpanIndex[str] = SpanIndex(overlay.stretches)
        self.inlines: SpanIndex[Inline] = SpanIndex((inline.span, inline) for inline in article.inlines)
        entities = analysis.entities if analysis else ()
        self.statements_shown: tuple[Statement, ...] = tuple(
            statement
            for statement in (analysis.statements if analysis else ())
            if statement.spans and statement.confidence >= min_confidence
        )
        self.entities: SpanIndex[Entity] = SpanIndex((entity.span, entity) for entity in entities)
        self.statements: SpanIndex[Statement] = SpanIndex(
            (span, statement) for statement in self.statements_shown for span in statement.spans
        )
        self._shown: SpanIndex[str] = SpanIndex(
            (entity.span, kind_class(entity.kind)) for entity in entities if entity.kind in highlighted
        )
        self.letters = {
            entity.span.end - 1: kind_letter(entity.kind)
            for entity in entities
            if entity.kind in highlighted and entity.span.start < entity.span.end
        }
        self.signs = {
            min(statement.spans).start: SIGNS[statement.kind] for statement in reversed(self.statements_shown)
        }
        self._sign_starts = sorted(self.signs)
        self.marked: Statement | None = None
        self.current: Entity | None = None
        self._marked: SpanIndex[str] = SpanIndex()
        self._hits: SpanIndex[str] = SpanIndex()
        self._chosen: SpanIndex[str] = SpanIndex()

    def mark(self, statement: Statement | None) -> None:
        """Marks a statement's quotation, cue and speaker; None for none."""
        self.marked = statement
        spans: list[tuple[Span, str]] = []
        if statement is not None:
            spans += [(span, "article--quotation") for span in statement.spans]
            spans += [(span, "article--cue") for span in statement.cue]
            if statement.speaker is not None:
                spans.append((statement.speaker, "article--speaker"))
        self._marked = SpanIndex(spans)

    def focus(self, entity: Entity | None) -> None:
        """Makes an entity the current one; None for none."""
        self.current = entity

    def choose(self, spans: Sequence[Span]) -> None:
        """Shows where a chosen annotation stands."""
        self._chosen = SpanIndex((span, "article--chosen") for span in spans)

    def find(self, hits: Sequence[Span], current: int | None) -> None:
        """Shows find hits, one of them as the current one."""
        self._hits = SpanIndex(
            (span, "article--hit-current" if number == current else "article--hit") for number, span in enumerate(hits)
        )

    def barred(self, start: int, end: int) -> bool:
        """Whether the bar of the marked statement stands beside a line."""
        return bool(self._marked.overlapping(start, end))

    def signs_on(self, start: int, end: int) -> str:
        """The signs of the statements that begin on a line, in order, each once."""
        first, stop = bisect_left(self._sign_starts, start), bisect_left(self._sign_starts, end)
        return "".join(dict.fromkeys(self.signs[at] for at in self._sign_starts[first:stop]))

    def stretches(
        self, start: int, end: int, extra: Sequence[tuple[Span, str]] = ()
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Cuts [start, end) into stretches of one style each.

        Args:
            start: first code point.
            end: end of the stretch.
            extra: spans with component classes that take precedence over all others.

        Yields:
            First code point and end of a stretch, and its component classes, the later ones over the earlier ones.
        """
        layers = [*self._layers(start, end), *(pair for pair in extra if pair[0].start < end and start < pair[0].end)]
        if not layers:
            yield start, end, ()
            return
        cuts = {start, end}
        for (first, stop), _ in layers:
            cuts.add(max(first, start))
            cuts.add(min(stop, end))
        for left, right in pairwise(sorted(cuts)):
            yield left, right, tuple(style for (first, stop), style in layers if first <= left < stop)

    def _layers(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """What lies on a stretch, in rising precedence."""
        for span, inline in self.inlines.overlapping(start, end):
            yield span, f"article--{inline.kind.value}"
        for span, statement in self.statements.overlapping(start, end):
            yield span, STATEMENT_CLASSES[statement.kind]
        yield from self._shown.overlapping(start, end)
        yield from self._marked.overlapping(start, end)
        yield from self._stretches.overlapping(start, end)
        yield from self._chosen.overlapping(start, end)
        yield from self._hits.overlapping(start, end)
        if self.current is not None and self.current.span.start < end and start < self.current.span.end:
            yield self.current.span, "article--current"
