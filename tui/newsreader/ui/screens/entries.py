"""What stands in a feed that is subscribed to, in a folder of feeds, or in all of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from newsreader.errors import NewsreaderError
from newsreader.library.feeds.model import KeptEntry
from newsreader.library.feeds.opml import folder_line
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.find import pattern
from newsreader.ui.screens.following import FollowingScreen
from newsreader.ui.subscribed.places import Place
from newsreader.ui.subscribed.rows import entry_row, failure
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from textual.binding import BindingType

    from newsreader.library.feeds.model import Subscription
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.subscribed.desk import FeedDesk


MOST = 2000
"""entries that are listed"""


class EntriesScreen(FollowingScreen[KeptEntry]):
    """The entries of some feeds, the newest first."""

    VIEW = View.ENTRIES
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.ENTRIES)

    def __init__(self, desk: FeedDesk, browse: Callable[[str], None], keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(desk, browse, keymap, phrases)
        self.place = Place((), 0, ())
        self._feeds: dict[int, Subscription] = {}
        self._all: Sequence[KeptEntry] = ()
        self._begin_at: int | None = None

    def turn_to(self, place: Place, at: int | None = None) -> None:
        """Show another feed or folder, the cursor on the entry of a number, if one is told."""
        if place.known_by != self.place.known_by or place.is_feed != self.place.is_feed:
            self.items, self._all = (), ()
            self.rows.cursor = None
            self.only_unread = False
        self.place = place
        self._begin_at = at
        self._feeds = {one.number: one for one in place.feeds}

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """The keys that one must know."""
        return (
            ("open", "ui.feed.open"),
            ("next_unread", "ui.feeds.next"),
            ("toggle_read", "ui.feeds.toggle"),
            ("read_all", "ui.feeds.read_all"),
            ("only_unread", "ui.feeds.only_unread"),
            ("reload", "ui.feed.reload"),
            ("leave", "ui.list.back"),
            ("help", "ui.footer.help"),
        )

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, and those for entries."""
        return {
            **super().commands,
            "feeds": self.desk.show,
            "toggle_read": self.toggle_read,
            "read_all": self.read_all,
            "reload": self.refresh_these,
            "refresh_all": self.refresh_all,
            "open_source": self.browse,
        }

    def head(self) -> Row:
        """What it is the list of, and how much of it is unread."""
        unread = sum(one.unread for one in self._feeds.values())
        number = self.phrases.count("ui.feeds.unread", unread)
        if self.only_unread:
            number = f"{self.phrases('ui.feeds.only_unread')} · {number}"
        return Row(Content.styled(self._title(), "bold"), number, self.fetching(self._feeds.values()))

    def row(self, item: KeptEntry) -> Row:
        """An entry."""
        feed = self._feeds.get(item.subscription)
        told = feed.title if feed is not None and not self.place.is_feed else ""
        return entry_row(item, told, self.phrases, datetime.now(UTC))

    def identity(self, item: KeptEntry) -> Hashable:
        """An entry by its number."""
        return item.number

    def fill(self) -> None:
        """Look up the entries."""
        if self.place.feeds:
            self.look_up(self._look_up_entries, self._take)

    def choose(self, item: KeptEntry) -> None:
        """Read it."""
        try:
            self.desk.read(item, self.items, self.place)
        except NewsreaderError as error:
            self.complain(error)

    def toggle_read(self) -> None:
        """Mark what the cursor stands on as read or unread, and go on."""
        current = self.current
        if current is not None:
            self.rows.move(1)
            self.attempt(lambda: self.desk.mark([current.number], read=not current.read))

    def read_all(self) -> None:
        """Mark everything as read, or what the filter lists; it can be undone."""
        if self.words:
            numbers = [one.number for one in self.items if not one.read]
            self.attempt(lambda: self.desk.mark(numbers, read=True))
        else:
            self.attempt(lambda: self.desk.read_all(self.place.feeds))

    def refresh_these(self) -> None:
        """Fetch these feeds."""
        self.refresh_or_stop(lambda: self.desk.refresh(self.place.feeds))

    def refresh_all(self) -> None:
        """Fetch all feeds that may be asked."""
        self.refresh_or_stop(lambda: self.desk.refresh(self.desk.feeds.listed(), all_of_them=True))

    def browse(self) -> None:
        """Open the article under the cursor in the browser."""
        if self.current is not None and self.current.entry.link:
            self._browse(self.current.entry.link)

    def _title(self) -> str:
        feed = self._feed()
        if feed is not None:
            return feed.title
        return folder_line(self.place.folder) or self.phrases("ui.feeds.everything")

    def _feed(self) -> Subscription | None:
        """The feed as it is now, None where there are several."""
        return self._feeds.get(self.place.feeds[0].number) if self.place.is_feed else None

    def _look_up_entries(self) -> tuple[list[Subscription], list[KeptEntry]]:
        """Runs in a thread."""
        store, numbers = self.desk.feeds, {one.number for one in self.place.feeds}
        subscriptions = [one for one in store.listed() if one.number in numbers]
        return subscriptions, store.entries(numbers, unread=self.only_unread, limit=MOST)

    def _take(self, found: tuple[list[Subscription], list[KeptEntry]]) -> None:
        subscriptions, self._all = found
        self._feeds = {one.number: one for one in subscriptions}
        listed = [one for one in self._all if self._matches(one)]
        cursor = next((n for n, one in enumerate(listed) if one.number == self._begin_at), None)
        self._begin_at = None
        self.show(listed, notice=self._notice(listed), cursor=cursor)

    def _notice(self, listed: Sequence[KeptEntry]) -> str:
        """Why the feed cannot be had, or why nothing is listed."""
        feed = self._feed()
        if feed is not None and feed.failure is not None and not self.words:
            return failure(feed, self.phrases)
        if listed:
            return ""
        if self.words:
            return self.phrases("ui.panel.no_match")
        return self.phrases("ui.feeds.nothing_unread" if self.only_unread else "ui.feeds.no_entries")

    def _matches(self, one: KeptEntry) -> bool:
        told = f"{one.entry.title}\n{one.entry.author}\n{one.entry.summary}"
        return all(pattern(word).search(told) for word in self.words.split())
