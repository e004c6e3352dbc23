"""All keys, by what they are for."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.ui.commands import REGISTRY, Group, Keymap
from newsreader.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from newsreader.phrases import Phrases
    from newsreader.ui.commands import View

_SIGNS = (
    ("„", "direct"),
    ("~", "indirect"),
    ("¶", "reported"),
    ("✎", "noted"),
    ("1 2 3", "coloured"),
    ("✓", "confirmed"),
    ("±", "corrected"),
    ("✗", "rejected"),
    ("+", "added"),
)

OWN = (Group.LIBRARY, Group.LISTS, Group.FEEDS, Group.CHANGES)
"""groups that come first in the help of a screen beside the reader's"""

COLUMN = 20
"""columns of the keys"""


class HelpDialog(Dialog[None]):
    """The help.

    Args:
        keymap: the keys as they are in force.
        phrases: what the dialog says.
        view: the screen whose commands are shown, None for all commands.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "close", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("b", "page(-1)", show=False),
    ]

    def __init__(self, keymap: Keymap, phrases: Phrases, view: View | None = None) -> None:
        hint = phrases("ui.help.close", palette=keymap.label("palette", first=True))
        super().__init__(phrases("ui.help.title"), hint)
        self._keymap = keymap
        self._phrases = phrases
        self._view = view
        self._width = 0

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        self._width = self._room(self.app.size.width)
        yield self.box(VerticalScroll(Static(self.text(self._width)), id="dialog-body"))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the text anew for another width."""
        if (width := self._room(event.size.width)) != self._width:
            self._width = width
            self.query_one(Static).update(self.text(width))

    def _room(self, width: int) -> int:
        """Columns in the box, which is as wide as its style says, at a width of the terminal."""
        return min(72, width * 96 // 100) - 6

    def text(self, width: int) -> Content:
        """The commands under the headings of their groups, then the signs in the margin.

        Args:
            width: columns that there are.
        """
        phrases = self._phrases
        parts: list[Content] = []
        for group in Group if self._view is None else (*OWN, *(one for one in Group if one not in OWN)):
            commands = [one for one in REGISTRY if one.group is group and self._view in (None, *one.views)]
            if commands:
                parts.append(Content.styled(phrases(f"ui.group.{group}"), "bold $primary"))
            for command in commands:
                keys = self._keymap.label(command.id, view=self._view)
                parts.append(_line(keys, command.title(phrases), phrases("ui.help.no_key"), width))
            parts += [Content("")] if commands else []
        if self._view is None:
            parts.append(Content.styled(phrases("ui.help.signs"), "bold $primary"))
            parts += [_line(sign, phrases(f"ui.help.{key}"), "", width) for sign, key in _SIGNS]
        return Content("\n").join(parts)

    def action_move(self, by: int) -> None:
        """Lines by letters."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Pages by keys as in the text."""
        body = self.query_one(VerticalScroll)
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)


def _line(keys: str, title: str, without: str, width: int) -> Content:
    """A command's keys and what they do, wrapped beside them."""
    left = Content.styled(keys, "bold") if keys else Content.styled(without, "dim")
    first, *more = wrap(title, max(10, width - COLUMN)) or [""]
    gap = " " * max(1, COLUMN - 2 - left.cell_length)
    return Content("\n").join([Content("  ") + left + gap + first, *(Content(" " * COLUMN + line) for line in more)])
