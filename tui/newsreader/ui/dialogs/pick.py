"""Which of several annotations at one place is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from newsreader.phrases import Phrases
    from newsreader.ui.annotating.listing import Entry


class PickDialog(Dialog[str]):
    """Chooses an annotation; its result is the id.

    Args:
        title: what for.
        entries: the annotations to choose from.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "OptionList"

    def __init__(self, title: str, entries: Sequence[Entry], phrases: Phrases) -> None:
        super().__init__(title, phrases("ui.dialog.close"))
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The annotations."""
        yield self.box(OptionList(*(Option(_row(entry), entry.annotation.id) for entry in self._entries)))

    def on_mount(self) -> None:
        """The cursor stands on the first one."""
        self.query_one(OptionList).action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was chosen."""
        self.dismiss(event.option_id)


def _row(entry: Entry) -> Row:
    head = Content.assemble((f"{entry.sign} ", "$accent"), entry.about or entry.words)
    return Row(head, below=Content.assemble("  ", (entry.words, "dim")))
