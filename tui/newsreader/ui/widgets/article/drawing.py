"""The drawing half of the article view: what colours the text, and the strips that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.dom import DOMNode
from textual.reactive import reactive
from textual.strip import Strip

from newsreader.article.model import BlockKind, Span
from newsreader.settings.colours import COLOURS
from newsreader.ui.widgets.article.looks import Looks
from newsreader.ui.widgets.article.marks import Marks
from newsreader.ui.widgets.article.messages import SelectionChanged
from newsreader.ui.widgets.article.motions import MovingPage
from newsreader.ui.widgets.article.overlay import Overlay, colour_class
from newsreader.ui.widgets.article.places import span_of
from newsreader.ui.widgets.article.render import BLOCK_CLASSES, Painter, Setting
from newsreader.ui.widgets.article.signs import kind_class

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style
    from textual.css.styles import RenderStyles
    from textual.selection import Selection

    from newsreader.analysis.result import Analysis, Entity, Statement
    from newsreader.article.model import Article
    from newsreader.ui.widgets.article.layout import Row
    from newsreader.ui.widgets.article.lines import Line

ALL_LABELS = frozenset({"PER", "ORG", "LOC", "MISC", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT"})
_STRIPS_KEPT = 2000

STYLED = frozenset(
    {
        "article--bar",
        "article--caption",
        "article--caret",
        "article--chosen",
        "article--code",
        "article--confirmed",
        "article--corrected",
        "article--cue",
        "article--current",
        "article--date",
        "article--decided",
        "article--direct",
        "article--emphasis",
        "article--head",
        "article--heading",
        "article--heading-sign",
        "article--hit",
        "article--hit-current",
        "article--hyphen",
        "article--indirect",
        "article--label",
        "article--lead",
        "article--letter",
        "article--link",
        "article--loc",
        "article--marker",
        "article--misc",
        "article--note",
        "article--noted",
        "article--number",
        "article--org",
        "article--other",
        "article--per",
        "article--quotation",
        "article--quoted",
        "article--rejected",
        "article--reported",
        "article--rule",
        "article--selection",
        "article--sign",
        "article--signature",
        "article--speaker",
        "article--stamp",
        "article--strike",
        "article--strong",
        "article--title",
        *map(colour_class, COLOURS),
    }
)
"""the component classes, which article.tcss styles"""

Thing = TypeVar("Thing", "Entity", "Statement")


class DrawnArticle(MovingPage):
    """An article with its entities, statements, marks and hits."""

    highlighted: reactive[frozenset[str]] = reactive(ALL_LABELS, init=False, repaint=False)
    """labels of the entities that are highlighted"""
    min_confidence: reactive[float] = reactive(0.0, init=False, repaint=False)
    """statements that are less certain are not shown"""
    kind_letters: reactive[bool | None] = reactive(None, init=False, repaint=False)
    """whether a letter after each entity tells its kind; None where NO_COLOR is set"""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._analysis: Analysis | None = None
        self._marks: Marks | None = None
        self._hits: tuple[Sequence[Span], int | None] = ((), None)
        self._labels: dict[int, str] = {}
        self._overlay = Overlay()
        self._caret: int | None = None
        self._chosen: Sequence[Span] = ()
        self._strips: dict[tuple[Row, Span | None, int | None], Strip] = {}
        self._looks = Looks(self)
        self._painter: Painter | None = None

    def show(self, article: Article) -> None:
        """Shows an article from its beginning, without an analysis."""
        self._analysis = None
        self._hits = ((), None)
        self._labels = {}
        self._overlay = Overlay()
        self._caret, self._chosen = None, ()
        self._marks = Marks(article, None, self.highlighted, self.min_confidence, self._overlay)
        super().show(article)

    @property
    def analysis(self) -> Analysis | None:
        """The analysis that is shown."""
        return self._analysis

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Shows an analysis of the article, or none; the place stays."""
        self._analysis = analysis
        self._mark_anew()

    # Marks

    @property
    def current_statement(self) -> Statement | None:
        """The marked statement."""
        return self._marks.marked if self._marks else None

    @property
    def current_entity(self) -> Entity | None:
        """The entity that was focused."""
        return self._marks.current if self._marks else None

    def mark_statement(self, identifier: str | None, *, scroll: bool = False) -> None:
        """Marks a statement's quotation, cue and speaker.

        Args:
            identifier: id of a statement of the analysis; None or an unknown one for none.
            scroll: whether to go there.
        """
        if self._marks is None or self._analysis is None:
            return
        statement = next((each for each in self._analysis.statements if each.id == identifier), None)
        self._marks.mark(statement)
        self._redraw()
        if scroll and statement is not None and statement.spans:
            self.go_to(min(statement.spans).start, place="visible", until=max(statement.spans).end - 1)

    def focus_entity(self, identifier: str | None, *, scroll: bool = False) -> None:
        """Makes an entity the current one.

        Args:
            identifier: id of an entity of the analysis; None or an unknown one for none.
            scroll: whether to go there.
        """
        if self._marks is None or self._analysis is None:
            return
        entity = next((each for each in self._analysis.entities if each.id == identifier), None)
        self._marks.focus(entity)
        self._redraw()
        if scroll and entity is not None:
            self.go_to(entity.span.start, place="visible")

    def choose(self, spans: Sequence[Span]) -> None:
        """Shows where a chosen annotation stands; nothing for none."""
        self._chosen = spans
        if self._marks is not None:
            self._marks.choose(spans)
            self._redraw()

    def set_hits(self, spans: Sequence[Span], current: int | None) -> None:
        """Shows find hits.

        Args:
            spans: the hits.
            current: number of the current one among them, None for none.
        """
        self._hits = (spans, current)
        if self._marks is not None:
            self._marks.find(spans, current)
            self._redraw()

    def reveal_labels(self, labels: Mapping[str, Span]) -> None:
        """Draws jump labels over the beginnings of spans.

        Args:
            labels: each label with the span that it stands for.
        """
        self._labels = {span.start: label for label, span in labels.items()}
        self._redraw()

    def hide_labels(self) -> None:
        """Takes the jump labels away."""
        self._labels = {}
        self._redraw()

    def set_layers(self, analysis: Analysis | None, overlay: Overlay) -> None:
        """Shows an analysis of the article, or none, and what a person has laid over it; the place stays."""
        self._overlay = overlay
        self.set_analysis(analysis)

    def set_caret(self, offset: int | None) -> None:
        """Shows which end of the selection moves, by the code point under it; None for neither."""
        self._caret = offset
        self.refresh()

    def kind_style(self, label: str) -> Style:
        """The style that entities with a label are shown in, for a legend."""
        return self._looks.of((kind_class(label),))

    def watch_highlighted(self) -> None:
        self._mark_anew()

    def watch_min_confidence(self) -> None:
        self._mark_anew()

    def watch_kind_letters(self) -> None:
        self._mark_anew()

    def _mark_anew(self) -> None:
        """Takes up a new analysis or another choice of what is shown."""
        if self._article is None or self._marks is None:
            return
        before = self._marks
        marks = Marks(self._article, self._analysis, self.highlighted, self.min_confidence, self._overlay)
        if self._analysis is not None:
            marks.mark(_same(before.marked, marks.statements_shown))
            marks.focus(_same(before.current, self._analysis.entities))
        marks.find(*self._hits)
        marks.choose(self._chosen)
        self._marks = marks
        if self._layout_ is not None and self._layout_.measure.letters != self._letters():
            self._fit()
        self._redraw()

    def _letters(self) -> Mapping[int, str]:
        wanted = self.app.no_color if self.kind_letters is None else self.kind_letters
        return self._marks.letters if wanted and self._marks is not None else {}

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draws a line of the view."""
        layout, marks = self._layout_, self._marks
        if layout is None or marks is None:
            return Strip.blank(self.size.width, self.rich_style)
        if self._painter is None:
            self._painter = Painter(self._frame, marks, self._looks.of)
        row = layout.row_at(self.scroll_offset.y + y)
        line = layout.line(row)
        if line is None:
            return self._painter.blank(layout.nearest_offset(row), layout.bars_at(row))
        selected = self._selected_part(line)
        caret = self._caret if self._caret is not None and line.start <= self._caret < line.end else None
        strip = self._strips.get((row, selected, caret))
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            strip = self._painter.paint(line, self._setting(row, line, selected, caret))
            self._strips[row, selected, caret] = strip
        return strip

    def _setting(self, row: Row, line: Line, selected: Span | None, caret: int | None) -> Setting:
        """What a line is drawn with besides its text."""
        assert self._layout_ is not None
        block = self._layout_.block(row.piece)
        names = [BLOCK_CLASSES[block.kind]] if block.kind in BLOCK_CLASSES else []
        if block.quoted:
            names.append("article--quoted")
        if block.header:
            names.append("article--head")
        return Setting(
            tuple(names),
            block.kind is BlockKind.HEADING and line.start == block.span.start,
            selected,
            caret,
            {offset: label for offset, label in self._labels.items() if any(a <= offset < b for a, b in line.spans())},
        )

    def _selected_part(self, line: Line) -> Span | None:
        selection = self._selected_span()
        if selection is None or self._article is None:
            return None
        start, end = max(selection.start, line.start), min(selection.end, line.end)
        return Span(start, end) if start < end else None

    def _selected_span(self) -> Span | None:
        selection = self.text_selection if self.is_attached else None
        if selection is None or self._article is None:
            return None
        span = span_of(selection, self._article.text)
        return span if span.start < span.end else None

    def _forget_lines(self) -> None:
        self._strips.clear()
        self._painter = None

    def _redraw(self) -> None:
        self._forget_lines()
        self.refresh()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of component classes laid over each other.

        Textual styles the classes of a widget all together and again whenever the widget is styled. Here each one is
        styled when it is drawn first, since the first frame needs few of them.

        Raises:
            KeyError: if there is no such class.
        """
        for name in STYLED.intersection(names).difference(self._component_styles):
            part = DOMNode(classes=name)
            part._attach(self)
            self.app.stylesheet.apply(part)
            self._component_styles[name] = part.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Called by Textual when the style sheets or the theme change."""
        super().notify_style_update()
        self._component_styles.clear()
        self._looks.forget()
        self._forget_lines()

    def selection_updated(self, selection: Selection | None) -> None:
        """Called by Textual when the selected text changes."""
        self.refresh()
        self.post_message(SelectionChanged())


def _same(before: Thing | None, now: Sequence[Thing]) -> Thing | None:
    """What was chosen, as another analysis has it; None if it is no more."""
    return None if before is None else next((each for each in now if each.id == before.id), None)
