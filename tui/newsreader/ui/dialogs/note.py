"""Writing a note: several lines of Markdown, and tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static, TextArea

from newsreader.ui.annotating import tags as spelling
from newsreader.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from newsreader.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        note: Markdown.
        tags: the tags.
    """

    note: str
    tags: tuple[str, ...]


class TagSuggester(Suggester):
    """Completes the last tag of a line from the known ones."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed."""
        return spelling.completed(value, self._known)


class NoteDialog(Dialog[Written]):
    """A note. Every way out keeps what was written; undo takes it back.

    Args:
        title: what is written.
        words: the text that the note is about, empty for the whole article.
        written: what is there already.
        known: tags to complete from.
        edit: has a text edited in the user's editor and gives it back, None if nothing came of it; a problem is told by
            a sentence that is raised as OSError.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "done", show=False),
        Binding("ctrl+e", "edit", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        words: str,
        written: Written,
        known: Sequence[str],
        edit: Callable[[str], str],
        phrases: Phrases,
    ) -> None:
        super().__init__(title, phrases("ui.note.hint"))
        self._words = words
        self._written = written
        self._known = known
        self._edit = edit
        self._phrases = phrases

    def compose(self) -> ComposeResult:
        """The text that it is about, the note, the tags."""
        quoted = Static(Content(self._words).truncate(200, ellipsis=True), classes="quoted")
        quoted.display = bool(self._words)
        box = self.box(
            quoted,
            TextArea(self._written.note, placeholder=self._phrases("ui.note.placeholder"), compact=True),
            Horizontal(
                Static(Content(self._phrases("ui.note.tags")), classes="field-label"),
                Input(
                    spelling.line(self._written.tags),
                    self._phrases("ui.note.tags_placeholder"),
                    suggester=TagSuggester(self._known),
                    compact=True,
                    select_on_focus=False,
                ),
                classes="field",
            ),
            Static(classes="question"),
        )
        box.add_class("-note")
        yield box

    def on_mount(self) -> None:
        """The cursor stands behind what is written."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the tags is the end."""
        event.stop()
        self.action_done()

    def action_done(self) -> None:
        """Keep what was written."""
        self.dismiss(Written(self.query_one(TextArea).text.strip("\n"), spelling.typed(self.query_one(Input).value)))

    def action_close(self) -> None:
        """Keep it as well."""
        self.action_done()

    def action_edit(self) -> None:
        """Hand the note to the user's editor and take it back."""
        area, line = self.query_one(TextArea), self.query_one(".question", Static)
        line.display = False
        try:
            with self.app.suspend():
                area.text = self._edit(area.text)
        except SuspendNotSupported:
            self._complain(self._phrases("ui.note.no_suspend"))
        except OSError as error:
            self._complain(self._phrases("ui.note.no_editor", reason=error))
        area.move_cursor(area.document.end)

    def _complain(self, sentence: str) -> None:
        line = self.query_one(".question", Static)
        line.update(Content(sentence))
        line.display = True
