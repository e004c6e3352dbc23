"""What happens beside the text: whether the panel is there, what it lists, and that it keeps in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

    from newsreader.article.model import Span
    from newsreader.ui.grouping import Order
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.widgets.actors import ActorsPanel, Decided
    from newsreader.ui.widgets.filter import PagedList
    from newsreader.ui.widgets.notes import NotesPanel

WIDE = 100
"""columns from which on text and panel stand side by side; below, the panel covers the text's right"""


ORDERS: tuple[Order, ...] = ("appearance", "name", "count")


class Side:
    """Looks after the panel.

    Args:
        reader: the screen it stands on.

    Attributes:
        narrow: whether there is no room for text and panel side by side.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        config = reader.tools.config
        self._wanted_beside = config.panel != "closed"
        self._wanted_above = config.panel == "open"
        self._words = ""
        self._attended: str | None = None
        self._spans: Sequence[Span] = ()
        self.narrow = False
        chosen = reader.choices.get("panel_order", config.panel_order)
        self.order: Order = next((order for order in ORDERS if order == chosen), config.panel_order)
        self.panel: ActorsPanel | None = None
        self.notes: NotesPanel | None = None
        self.turned = View.ACTORS

    @property
    def shown(self) -> bool:
        """Whether the panel is to be seen."""
        wanted = self._wanted_above if self.narrow else self._wanted_beside
        return wanted and not self._reader.only_text

    @property
    def focused(self) -> bool:
        """Whether keys go to the list of actors."""
        return self.panel is not None and self.panel.list.has_focus

    @property
    def list(self) -> PagedList | None:
        """The list to which keys go, None if they go elsewhere."""
        lists = (panel.list for panel in (self.panel, self.notes) if panel is not None)
        return next((each for each in lists if each.has_focus), None)

    async def mount(self) -> None:
        """Put the panels into their place, which was kept free for them; one of them is to be seen."""
        from newsreader.ui.widgets.actors import ActorsPanel
        from newsreader.ui.widgets.notes import NotesPanel

        panel, notes = ActorsPanel(self._reader.phrases), NotesPanel(self._reader.phrases)
        notes.display = False
        await self._reader.query_one("#side").mount(panel, notes)
        self.panel, self.notes = panel, notes

    def turn(self, view: View) -> None:
        """Show the list of actors or that of annotations, and let keys go there."""
        if self.panel is None or self.notes is None:
            return
        self.turned = view
        self.panel.display, self.notes.display = view is View.ACTORS, view is View.NOTES
        self.show(True)
        (self.panel if view is View.ACTORS else self.notes).list.focus()

    def show(self, wanted: bool) -> None:
        """Show the panel or fold it away."""
        if self.narrow:
            self._wanted_above = wanted
        else:
            self._wanted_beside = wanted
        if wanted and self._reader.only_text:
            self._reader.only_text = False
        self.arrange(self._reader.size)

    def leave(self) -> None:
        """Keys go back to the text; a panel that covers it goes away."""
        if self.narrow:
            self._wanted_above = False
        self._reader.view.focus()
        self.arrange(self._reader.size)

    def arrange(self, size: Size) -> None:
        """Fit what is to be seen to the terminal's size."""
        reader = self._reader
        self.narrow = size.width < WIDE
        shown = self.shown
        if shown and self.notes is not None and self.turned is View.NOTES:
            reader.notes.appear()
        reader.set_class(self.narrow, "-narrow")
        reader.set_class(shown, "-panel")
        if not shown and any(panel.has_focus_within for panel in (self.panel, self.notes) if panel is not None):
            reader.view.focus()

    def fill(self) -> None:
        """List the groups of the article, or say why there are none."""
        panel, reader = self.panel, self._reader
        if panel is None:
            return
        reader.notes.renew()
        if reader.analysis is None:
            key = "ui.panel.failed" if reader.desk.study.failure else "ui.panel.waiting"
            panel.show((), notice=reader.phrases(key))
            return
        from newsreader.ui.grouping import groups

        least = reader.view.min_confidence
        found = groups(reader.article, reader.analysis, order=self.order, words=self._words, min_confidence=least)
        notice = reader.phrases("ui.panel.no_match") if self._words.strip() and not found else ""
        panel.show(found, notice=notice, filtering=bool(self._words.strip()), decided=self._decided())
        self.follow()

    def _decided(self) -> dict[str, Decided]:
        """What a person has said about statements and actors, by their ids."""
        review = self._reader.annotator.review
        if review is None or not review.annotations:
            return {}
        from newsreader.ui.annotating.signs import STATUS, STATUS_COLOURS
        from newsreader.ui.widgets.actors import Decided

        found = [(one.value.id, one.status) for one in review.statements]
        found += [(one.value.id, one.status) for one in review.actors]
        return {name: Decided(STATUS[status], STATUS_COLOURS[status]) for name, status in found if STATUS[status]}

    def forget(self) -> None:
        """Another article is opened."""
        self._words, self._attended = "", None
        if self.panel is not None:
            self.panel.forget()

    def filter(self, words: str) -> None:
        """List only what holds some words."""
        self._words = words
        self.fill()

    def sort(self) -> None:
        """The next order of the actors."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._reader.choices.set("panel_order", self._reader.tools.config.panel_order, self.order)
        self.fill()
        self._reader.say(f"ui.say.order_{self.order}")

    def attend(self, identifier: str | None, spans: Sequence[Span] = ()) -> None:
        """Show what was chosen in the text as long as that is to be seen.

        Args:
            identifier: of a statement or an actor; None for nothing.
            spans: where it was chosen.
        """
        self._attended, self._spans = identifier, spans
        if identifier and self.shown and self.panel is not None and not self.focused:
            self.panel.reveal(identifier)
        self.follow()

    def follow(self) -> None:
        """Keep in step with the text: with what was chosen while it is to be seen, else with the first statement."""
        view, analysis = self._reader.view, self._reader.analysis
        if self.panel is None or analysis is None:
            return
        visible = view.visible_span
        row = self._attended if any(span.overlaps(visible) for span in self._spans) else None
        # At the very top nothing has been read yet, and the list stands at its own top.
        if row is None and view.scroll_y:
            shown = [s for s in analysis.statements if s.confidence >= view.min_confidence]
            reached = [s.id for s in shown if s.spans[-1].end > visible.start] or [s.id for s in shown[-1:]]
            row = reached[0] if reached else None
        self.panel.follow(row)
