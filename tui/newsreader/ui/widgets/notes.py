"""The panel beside the text: the article's annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.resources import folder
from newsreader.ui.commands.binding import bindings
from newsreader.ui.commands.command import View
from newsreader.ui.messages import NoteChosen, NotesFilterChanged
from newsreader.ui.widgets.filter import FilterInput, PagedList
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

    from newsreader.phrases import Phrases
    from newsreader.ui.annotating.listing import Entry

UNSAVED = "▲"


class NotesList(PagedList, inherit_bindings=False):
    """The rows. Keys come from the commands of the view."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(View.NOTES)


class NoteRow(Visual):
    """An annotation on two lines, which are made when they are drawn.

    Args:
        entry: the annotation.
    """

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def lines(self, width: int) -> list[Content]:
        """The sign and what it says; below, the text that it stands on."""
        entry = self._entry
        words = entry.words or entry.phrases("ui.notes.article")
        unsaved = (f"{UNSAVED} ", "$warning") if entry.unsaved else ""
        head = Content.assemble(
            " ", (f"{entry.sign} ", "bold $accent"), unsaved, entry.about or entry.phrases("ui.notes.kind.note")
        )
        return Row(head, below=Content.assemble("   ", (words, "dim italic"))).lines(width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The row as Textual draws it."""
        strips = [strip for line in self.lines(width) for strip in line.render_strips(width, 1, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines, whatever the width."""
        return 2


class NotesPanel(Vertical):
    """Title, filter and list.

    Args:
        phrases: what the panel says.
    """

    DEFAULT_CSS: ClassVar = (folder("styles") / "notes.tcss").read_text("utf-8")

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(id="notes")
        self._phrases = phrases
        self._entries: Sequence[Entry] = ()
        self._notice = ""

    def compose(self) -> ComposeResult:
        """The parts."""
        yield Static(id="notes-title")
        yield FilterInput(compact=True, id="notes-filter")
        yield Static(id="notes-notice")
        yield NotesList(id="notes-list")

    def on_mount(self) -> None:
        """Say it all in the present language."""
        self.speak(self._phrases)

    @property
    def list(self) -> NotesList:
        """The rows' widget."""
        return self.query_one(NotesList)

    @property
    def chosen(self) -> str | None:
        """The id of the annotation under the cursor."""
        rows = self.list
        return None if rows.highlighted is None else rows.get_option_at_index(rows.highlighted).id

    def focus_filter(self) -> None:
        """Type what the rows must hold."""
        self.query_one(FilterInput).focus()

    def speak(self, phrases: Phrases) -> None:
        """Change the language."""
        self._phrases = phrases
        self.query_one(FilterInput).placeholder = phrases("ui.notes.filter")
        self.show(self._entries, notice=self._notice)

    def show(self, entries: Sequence[Entry], *, notice: str = "") -> None:
        """Show rows, keeping the cursor on its annotation, else near where it was.

        Args:
            entries: the rows, orphans last.
            notice: a sentence above the list, or in its place.
        """
        self._entries, self._notice = entries, notice
        rows, before, at = self.list, self.chosen, self.list.highlighted
        placed = [entry for entry in entries if not entry.orphan]
        orphans = [entry for entry in entries if entry.orphan]
        options = [Option(NoteRow(entry), entry.annotation.id) for entry in placed]
        if orphans:
            options.append(Option(self._orphans(len(orphans)), disabled=True))
            options += [Option(NoteRow(entry), entry.annotation.id) for entry in orphans]
        rows.set_options(options)
        ids = [option.id for option in options]
        if before in ids:
            rows.highlighted = ids.index(before)
        elif at is not None and ids:
            rows.highlighted = min(at, len(ids) - 1)
        title = Content.styled(self._phrases("ui.notes.title"), "bold")
        number = str(len(entries)) if entries else ""
        self.query_one("#notes-title", Static).update(Row(title, number, style="bold"))
        note = self.query_one("#notes-notice", Static)
        note.update(Content(notice))
        note.display = bool(notice)

    def forget(self) -> None:
        """Another article: what was typed into the filter belonged to the last one."""
        with self.prevent(Input.Changed):
            self.query_one(FilterInput).value = ""

    def reveal(self, identifier: str) -> bool:
        """Put the cursor on an annotation; False if it is not listed."""
        rows = self.list
        for index in range(rows.option_count):
            if rows.get_option_at_index(index).id == identifier:
                rows.highlighted = index
                return True
        return False

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A row was chosen by enter or a click."""
        event.stop()
        if event.option_id:
            self.post_message(NoteChosen(event.option_id))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while typing."""
        event.stop()
        self.post_message(NotesFilterChanged(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the list."""
        event.stop()
        self.list.focus()

    def on_filter_input_done(self, event: FilterInput.Done) -> None:
        """To the list."""
        event.stop()
        self.list.focus()

    def _orphans(self, number: int) -> Row:
        return Row(Content.styled(f" {self._phrases('ui.notes.orphans')}", "bold $warning"), str(number), style="bold")
