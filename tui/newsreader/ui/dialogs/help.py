"""All keys, by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.ui.commands import REGISTRY, Group, Keymap
from newsreader.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.phrases import Phrases

COLUMN = 18
"""columns of the keys"""


class HelpDialog(Dialog[None]):
    """The help.

    Args:
        keymap: the keys as they are in force.
        phrases: what the dialog says.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "close", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("b", "page(-1)", show=False),
    ]

    def __init__(self, keymap: Keymap, phrases: Phrases) -> None:
        hint = phrases("ui.help.close", palette=keymap.label("palette", first=True))
        super().__init__(phrases("ui.help.title"), hint)
        self._keymap = keymap
        self._phrases = phrases

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        yield self.box(VerticalScroll(Static(self.text()), id="dialog-body"))

    def text(self) -> Content:
        """Every command under the heading of its group, then the signs in the margin."""
        phrases = self._phrases
        parts: list[Content] = []
        for group in Group:
            parts.append(Content.styled(phrases(f"ui.group.{group}"), "bold $primary"))
            for command in REGISTRY:
                if command.group is group:
                    keys = self._keymap.label(command.id)
                    parts.append(_line(keys, command.title(phrases), phrases("ui.help.no_key")))
            parts.append(Content(""))
        parts.append(Content.styled(phrases("ui.help.signs"), "bold $primary"))
        for sign, key in (("„", "direct"), ("~", "indirect"), ("¶", "reported")):
            parts.append(_line(sign, phrases(f"ui.help.{key}"), ""))
        return Content("\n").join(parts)

    def action_move(self, by: int) -> None:
        """Lines by letters."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Pages by keys as in the text."""
        body = self.query_one(VerticalScroll)
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)


def _line(keys: str, title: str, without: str) -> Content:
    """A command's keys and what they do."""
    left = Content.styled(keys, "bold") if keys else Content.styled(without, "dim")
    return Content("  ") + left + " " * max(1, COLUMN - left.cell_length) + title
