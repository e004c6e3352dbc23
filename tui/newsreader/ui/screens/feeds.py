"""The feeds that are subscribed to, in their folders."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from newsreader.article.cancelling import Cancellation
from newsreader.article.shown import shown
from newsreader.errors import FeedError, NewsreaderError
from newsreader.library.feeds.opml import folder_line, folder_of
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.dialogs.listfile import ListFile, ListFileDialog
from newsreader.ui.dialogs.subscription import Subscribing, SubscriptionDialog
from newsreader.ui.find import pattern
from newsreader.ui.screens.following import FollowingScreen
from newsreader.ui.subscribed.places import Place, places
from newsreader.ui.subscribed.rows import PlaceRow
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from textual.binding import BindingType

    from newsreader.library.feeds.finding import Found
    from newsreader.library.feeds.model import Subscription
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.subscribed.desk import FeedDesk

LIST_NAME = "feeds.opml"
"""the file that is suggested for a list"""
SHOWN = 3
"""addresses that are named of those that were left out"""


class FeedsScreen(FollowingScreen[Place]):
    """The subscriptions."""

    VIEW = View.FEEDS
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.FEEDS)
    FILTER = "ui.feeds.filter"

    def __init__(self, desk: FeedDesk, browse: Callable[[str], None], keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(desk, browse, keymap, phrases)
        self._all: Sequence[Subscription] = ()
        self._wanted: int | None = None
        self._seeking = ""
        self._search = Cancellation()

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """The keys that one must know."""
        return (
            ("open", "ui.feeds.open"),
            ("subscribe", "ui.feeds.subscribe"),
            ("refresh_all", "ui.feeds.refresh"),
            ("next_unread", "ui.feeds.next"),
            ("read_all", "ui.feeds.read_all"),
            ("remove", "ui.feeds.remove"),
            ("edit_feed", "ui.feeds.edit"),
            ("leave", "ui.list.back"),
            ("help", "ui.footer.help"),
        )

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, and those for subscriptions."""
        return {
            **super().commands,
            "feeds": self.go_back,
            "subscribe": self.subscribe,
            "edit_feed": self.edit,
            "remove": self.unsubscribe,
            "import_feeds": self.import_list,
            "export_feeds": self.export_list,
            "read_all": self.read_all,
            "reload": self.refresh_this,
            "refresh_all": self.refresh_all,
            "open_source": self.browse,
        }

    def head(self) -> Row:
        """How many feeds, how much is unread, and what is being fetched."""
        unread = sum(one.unread for one in self._all)
        number = self.phrases.count("ui.feeds.unread", unread)
        if self.only_unread:
            number = f"{self.phrases('ui.feeds.only_unread')} · {number}"
        title = Content.assemble((self.phrases("ui.feeds.title"), "bold"), f"  {len(self._all) or ''}")
        below = Content.styled(self.phrases("ui.feeds.seeking", address=self._seeking), "$accent")
        return Row(title, number, below if self._seeking else self.fetching(self._all))

    def row(self, item: Place) -> PlaceRow:
        """A feed, a folder, or everything."""
        return PlaceRow(item, self.phrases, datetime.now(UTC))

    def identity(self, item: Place) -> Hashable:
        """A feed by its number, a folder by its name."""
        return item.known_by

    def height(self, item: Place) -> int:
        """What is wrong takes a second line."""
        return 2 if item.feed is not None and item.feed.failure is not None else 1

    def fill(self) -> None:
        """Look up the subscriptions."""
        self.look_up(lambda: self.desk.feeds.listed(), self._take)

    def choose(self, item: Place) -> None:
        """Show what stands in it."""
        self.desk.show_entries(item)

    def on_mount(self) -> None:
        """Fetch what is old."""
        super().on_mount()
        self._fetch_old()

    def on_screen_resume(self) -> None:
        """Fetch what has become old meanwhile."""
        super().on_screen_resume()
        if self._all:
            self._fetch_old()

    # What one does with them

    def leave(self) -> None:
        """Call the search for a feed off; else let go as in every list."""
        if self._seeking:
            self._search.cancel()
            self._seeking = ""
            self.redraw()
        else:
            super().leave()

    def subscribe(self) -> None:
        """Ask for an address and a folder."""
        folder = self.current.folder if self.current is not None else ()
        dialog = SubscriptionDialog(Subscribing("", "", folder_line(folder)), self._folders(), self.phrases)
        self.app.push_screen(dialog, self._find)

    def edit(self) -> None:
        """Ask for another name and folder."""
        feed = self.current.feed if self.current is not None else None
        if feed is None:
            self.say("ui.feeds.no_feed")
            return
        known = Subscribing(feed.address, feed.name, folder_line(feed.folder))
        dialog = SubscriptionDialog(known, self._folders(), self.phrases, own_title=feed.title)
        self.app.push_screen(dialog, partial(self._change, feed))

    def unsubscribe(self) -> None:
        """Unsubscribe; it can be undone."""
        feed = self.current.feed if self.current is not None else None
        if feed is None:
            self.say("ui.feeds.no_feed")
        else:
            self.attempt(lambda: self.desk.remove([feed.number]))

    def read_all(self) -> None:
        """Mark everything in the feed or folder as read; it can be undone."""
        feeds = self.current.feeds if self.current is not None else ()
        self.attempt(lambda: self.desk.read_all(feeds))

    def import_list(self) -> None:
        """Ask for a list of feeds, and subscribe to them."""
        self.app.push_screen(ListFileDialog(self.phrases), self._import)

    def export_list(self) -> None:
        """Ask for a file, and write all subscriptions into it."""
        self.app.push_screen(ListFileDialog(self.phrases, suggested=LIST_NAME), self._export)

    def refresh_this(self) -> None:
        """Fetch the feed or folder."""
        feeds = self.current.feeds if self.current is not None else ()
        self.refresh_or_stop(lambda: self.desk.refresh(feeds))

    def refresh_all(self) -> None:
        """Fetch all feeds that may be asked."""
        self.refresh_or_stop(lambda: self.desk.refresh(self._all, all_of_them=True))

    def browse(self) -> None:
        """Open the site of the feed in the browser."""
        feed = self.current.feed if self.current is not None else None
        if feed is None:
            self.say("ui.feeds.no_feed")
        else:
            self._browse(feed.site or feed.address)

    # What comes of it

    def _take(self, found: list[Subscription]) -> None:
        first = not self._all
        self._all = found
        rows = places(found, self._matches)
        if rows:
            notice = ""
        elif found:
            notice = self.phrases("ui.feeds.nothing_unread" if not self.words else "ui.panel.no_match")
        else:
            keys = {"key": "subscribe", "list": "import_feeds"}
            labels = {name: self.keymap.label(command, first=True) for name, command in keys.items()}
            notice = self.phrases("ui.feeds.empty", **labels)
        cursor = next((n for n, row in enumerate(rows) if row.is_feed and row.known_by == self._wanted), None)
        self._wanted = None
        self.show(rows, notice=notice, cursor=cursor)
        if first and found:
            self._fetch_old()

    def _fetch_old(self) -> None:
        if self.desk.refresh_old(self._all):
            self._follow()

    def _matches(self, one: Subscription) -> bool:
        told = f"{one.title}\n{one.address}\n{folder_line(one.folder)}"
        return (not self.only_unread or one.unread > 0) and all(pattern(w).search(told) for w in self.words.split())

    def _folders(self) -> list[str]:
        return sorted({folder_line(one.folder) for one in self._all if one.folder})

    def _find(self, wanted: Subscribing | None) -> None:
        """Look for the feed of the address that was typed, in the background."""
        if wanted is None:
            return
        self._search.cancel()
        self._search = Cancellation()
        self._seeking = wanted.address
        self.redraw()
        # Not a worker: leaving the program would wait for the server with it.
        threading.Thread(target=self._seek, args=(wanted, self._search), name="seeking", daemon=True).start()

    def _seek(self, wanted: Subscribing, search: Cancellation) -> None:
        """Runs in a thread."""
        found: Found | NewsreaderError
        try:
            found = self.desk.find(wanted.address, search)
        except NewsreaderError as error:
            found = error
        except Exception as error:  # whatever it is, the screen must not seek for ever
            found = FeedError("feeds.broke", path=wanted.address, reason=type(error).__name__)
        # The loop may have been closed meanwhile.
        with suppress(RuntimeError):
            self.call_later(self._found, wanted, found, search)

    def _found(self, wanted: Subscribing, found: Found | NewsreaderError, search: Cancellation) -> None:
        if search.cancelled:
            return
        self._seeking = ""
        self.redraw()
        if isinstance(found, NewsreaderError):
            self.complain(found)
            return
        try:
            one, new = self.desk.subscribe(found, name=wanted.name, folder=folder_of(wanted.folder))
        except NewsreaderError as error:
            self.complain(error)
            return
        self._wanted = one.number
        self.say("ui.feeds.subscribed" if new else "ui.feeds.known", title=one.title)
        self.fill()

    def _import(self, file: ListFile | None) -> None:
        if file is None:
            return
        try:
            new, outlines = self.desk.take_list(file.path)
        except NewsreaderError as error:
            self.complain(error)
            return
        known = len(outlines.feeds) - len(new)
        self.status.say(self.phrases.count("ui.feeds.imported", len(new), known=known))
        if left := outlines.left_out:
            told = self.phrases.count("ui.feeds.left_out", len(left), addresses=", ".join(left[:SHOWN]))
            self.notify(told, severity="warning", timeout=8, markup=False)
        self.desk.refresh(new)
        self.fill()

    def _export(self, file: ListFile | None) -> None:
        if file is None:
            return
        try:
            number = self.desk.give_list(file.path, self.phrases("feeds.list_title"), force=file.force)
        except NewsreaderError as error:
            self.complain(error)
            return
        self.notify(self.phrases.count("ui.feeds.exported", number, path=shown(str(file.path))), markup=False)

    def _change(self, feed: Subscription, wanted: Subscribing | None) -> None:
        if wanted is not None:
            self.attempt(lambda: self.desk.change(feed, name=wanted.name, folder=folder_of(wanted.folder)))
