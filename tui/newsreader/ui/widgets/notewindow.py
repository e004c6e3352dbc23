"""A small window over the text that shows the note at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from newsreader.resources import folder

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.annotations.model import Annotation
    from newsreader.phrases import Phrases


WIDTH = 76
"""columns that it takes where there is room"""


class NoteWindow(VerticalScroll, can_focus=False):
    """The note as it reads, with tags, and who wrote it when."""

    DEFAULT_CSS: ClassVar = (folder("styles") / "notewindow.tcss").read_text("utf-8")
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="note-window")
        self.annotation: Annotation | None = None
        self.display = False

    def compose(self) -> ComposeResult:
        """The note, and a quiet line."""
        yield Markdown(open_links=False)
        yield Static(id="note-about")

    def stand(self, left: int, room: int, *, top: bool) -> None:
        """Where the window stands.

        Args:
            left: column at which it begins.
            room: columns that it may take.
            top: whether it stands above the text, not below, so that it does not cover the place.
        """
        self.styles.margin = (0, 0, 0 if top else 1, left)
        self.styles.width = min(WIDTH, room)
        self.set_class(top, "-top")

    def show(self, annotation: Annotation, about: str, phrases: Phrases) -> None:
        """Show a note.

        Args:
            annotation: whose note it is.
            about: what the annotation says besides, such as what was decided.
            phrases: how a date is written.
        """
        self.annotation = annotation
        note = self.query_one(Markdown)
        note.display = bool(annotation.note)
        note.update(annotation.note)
        when = annotation.modified.astimezone().strftime(f"{phrases('ui.date')} %H:%M")
        parts = [about, " ".join(f"#{tag}" for tag in annotation.tags), annotation.annotator, when]
        self.query_one("#note-about", Static).update(Content(" · ".join(part for part in parts if part)))
        self.scroll_home(animate=False)
        self.display = True

    def hide(self) -> None:
        """Show nothing."""
        self.annotation = None
        self.display = False
