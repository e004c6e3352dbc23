"""Subscribing to a feed, or changing a subscription: address, folder, name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList
from textual.widgets import Input

from newsreader.errors import NewsreaderError
from newsreader.ui.dialogs.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from newsreader.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Subscribing:
    """What the fields hold.

    Attributes:
        address: of the feed or of a page that names one.
        name: what the user calls it, "" for its own name.
        folder: the folder on one line, "Politik / Inland".
    """

    address: str
    name: str
    folder: str


class SubscriptionDialog(Form[Subscribing]):
    """The fields of a subscription.

    Args:
        known: what the fields hold at first.
        folders: the folders that there are.
        phrases: what the dialog says.
        own_title: what a feed calls itself that is subscribed to already; "" for a new one.
    """

    def __init__(self, known: Subscribing, folders: Sequence[str], phrases: Phrases, *, own_title: str = "") -> None:
        self._new = not known.address
        super().__init__(phrases("ui.feeds.dialog.new" if self._new else "ui.feeds.dialog.edit"), phrases)
        self._known = known
        self._folders = folders
        self._own_title = own_title

    def compose(self) -> ComposeResult:
        """Address, name, folder."""
        say, known = self._phrases, self._known
        address = Input(placeholder=say("ui.feeds.dialog.example"), compact=True, id="address")
        name = Input(known.name, placeholder=self._own_title, compact=True, select_on_focus=False, id="name")
        folder = Input(
            known.folder,
            placeholder=say("ui.feeds.dialog.folder_example"),
            suggester=SuggestFromList(self._folders, case_sensitive=False),
            compact=True,
            select_on_focus=False,
            id="folder",
        )
        first = self.field(say("ui.feeds.dialog.address"), address) if self._new else self.words(known.address)
        yield self.box(
            first,
            self.field(say("ui.feeds.dialog.name"), name),
            self.field(say("ui.feeds.dialog.folder"), folder),
            *self.actions(say("ui.feeds.dialog.accept") if self._new else ""),
        )

    def on_mount(self) -> None:
        """The first field is typed into."""
        self.query_one("#address" if self._new else "#name", Input).focus()

    def result(self) -> Subscribing | None:
        """What was typed; a new one needs an address that can be one."""
        name, folder = (" ".join(self.query_one(f"#{field}", Input).value.split()) for field in ("name", "folder"))
        address = self._known.address
        if self._new:
            from newsreader.library.feeds.finding import whole

            try:
                address = whole(self.query_one("#address", Input).value)
            except NewsreaderError as error:
                self.complain(self._phrases.say(error))
                return None
        return Subscribing(address, name, folder)
