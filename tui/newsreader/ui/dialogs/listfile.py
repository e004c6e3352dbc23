"""The file of a list of feeds, to read or to write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.widgets import Input

from newsreader.ui.dialogs.form import Form

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.phrases import Phrases


class ListFile(NamedTuple):
    """A file.

    Attributes:
        path: where it lies.
        force: whether it is replaced if it is there already.
    """

    path: Path
    force: bool


class ListFileDialog(Form[ListFile]):
    """Asks for a file.

    Args:
        phrases: what the dialog says.
        suggested: the file that is to be written; "" where one is to be read.
    """

    AUTO_FOCUS = "Input"

    def __init__(self, phrases: Phrases, *, suggested: str = "") -> None:
        super().__init__(phrases("ui.feeds.list.export" if suggested else "ui.feeds.list.import"), phrases)
        self._suggested = suggested
        self._asked = ""

    def compose(self) -> ComposeResult:
        """The path."""
        say, name = self._phrases, self._suggested
        path = Input(name, placeholder="~/Downloads/feeds.opml", compact=True, select_on_focus=False)
        yield self.box(self.field(say("ui.feeds.list.file"), path), *self.actions())

    def result(self) -> ListFile | None:
        """What was typed; a file that would be replaced must be accepted twice."""
        typed = self.query_one(Input).value.strip()
        if not typed:
            self.complain(self._phrases("ui.feeds.list.no_file"))
            return None
        path = Path(typed).expanduser()
        if self._suggested and path.exists() and self._asked != typed:
            self._asked = typed
            self.complain(self._phrases("ui.feeds.list.exists"))
            return None
        return ListFile(path, self._asked == typed)
