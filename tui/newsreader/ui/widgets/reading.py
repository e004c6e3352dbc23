"""The article view with the reader's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newsreader.ui.commands.binding import bindings
from newsreader.ui.commands.command import View
from newsreader.ui.widgets.article import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.binding import BindingType


class ReadingView(ArticleView, inherit_bindings=False):
    """The article. While a letter is awaited (a mark's, a label's), every key goes to who awaits it.

    Attributes:
        intercept: told every other key by its name; True if it took the key, which then means nothing else.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(View.ARTICLE)

    def __init__(self) -> None:
        super().__init__(id="article")
        self._awaiting: Callable[[str | None], None] | None = None
        self.intercept: Callable[[str], bool] | None = None

    def await_key(self, receiver: Callable[[str | None], None]) -> None:
        """Hand the next key to a receiver: its character, or None for escape and other keys without one."""
        self._awaiting = receiver

    async def on_key(self, event: events.Key) -> None:
        """Give an awaited key away before the bindings see it."""
        receiver, self._awaiting = self._awaiting, None
        if receiver is not None:
            event.stop()
            event.prevent_default()
            receiver(event.character if event.is_printable else None)
        elif self.intercept is not None and self.intercept(event.key):
            event.stop()
            event.prevent_default()

    def on_blur(self) -> None:
        """Keys go elsewhere: nothing is awaited any more."""
        receiver, self._awaiting = self._awaiting, None
        if receiver is not None:
            receiver(None)
