"""What all dialogs share: a box in the middle, a title, a line that says how to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from newsreader.resources import folder

if TYPE_CHECKING:
    from textual.widget import Widget

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A dialog over the reader.

    Args:
        title: stands in the box's upper edge.
        hint: stands in its lower edge.
    """

    CSS_PATH: ClassVar = folder("styles") / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", show=False)]

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint

    def box(self, *children: Widget) -> Vertical:
        """The box around the dialog's widgets."""
        box = Vertical(*children, id="dialog")
        # Border titles read markup in a plain string.
        box.border_title = Content(self._title).markup
        box.border_subtitle = Content(self._hint).markup
        return box

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def on_click(self, event: object) -> None:
        """A click beside the box closes it."""
        from textual.events import Click

        if isinstance(event, Click) and event.widget is self:
            self.action_close()
