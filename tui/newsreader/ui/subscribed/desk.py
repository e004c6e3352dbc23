"""What the screens of feeds work with: the subscriptions, what is fetched in the background, what can be undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from newsreader.article.feeds import Feed
from newsreader.errors import FeedError, StoreError
from newsreader.ui.steps import Steps
from newsreader.ui.subscribed.places import Place
from newsreader.ui.subscribed.refresher import Refresher
from newsreader.ui.subscribed.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual.screen import Screen

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.library.feeds.feeds import Feeds
    from newsreader.library.feeds.finding import Found
    from newsreader.library.feeds.model import KeptEntry, Subscription
    from newsreader.library.feeds.opml import Outlines
    from newsreader.ui.app import NewsreaderApp
    from newsreader.ui.screens.entries import EntriesScreen
    from newsreader.ui.shelf import Shelf


class FeedDesk:
    """The subscriptions as one works with them. What it does with the library is quick; what it fetches is not.

    Args:
        app: the app.
        shelf: what there is to read.

    Attributes:
        refresher: fetches feeds in the background.
    """

    def __init__(self, app: NewsreaderApp, shelf: Shelf) -> None:
        self._app = app
        self._shelf = shelf
        self._steps: Steps[Step, Feeds] = Steps()
        config = app.tools.config
        # What is fetched for later reading is kept, so that it is not where nothing shall be.
        articles = config.feed_articles if app.tools.keeps else 0
        self.refresher = Refresher(lambda: self.feeds, self._fetcher, articles)

    @property
    def feeds(self) -> Feeds:
        """The subscriptions.

        Raises:
            StoreError: if they cannot be had.
        """
        library = self._app.tools.library
        if library is None:
            raise StoreError("ui.feeds.no_library")
        return library().feeds

    # The screens

    def show(self) -> None:
        """Show the list of subscriptions."""
        self._app.door.show_screen("feeds", self._make_feeds)

    def show_entries(self, place: Place, at: int | None = None) -> None:
        """Show the entries of a feed, of a folder, or of all.

        Args:
            place: which.
            at: number of the entry on which the cursor is to stand, None for where it stood.
        """
        screen = self._entries()
        screen.turn_to(place, at)
        self._app.door.show_screen("entries", lambda: screen)

    def _back(self, place: Place, at: int) -> None:
        """Show the list again in which an article stands."""
        self.show()
        self.show_entries(place, at)

    # Reading

    def read(self, chosen: KeptEntry, listed: Sequence[KeptEntry], place: Place) -> None:
        """Open an entry; `>` and `<` then lead to its neighbours in the list.

        Args:
            chosen: the entry.
            listed: the entries among which it stands, in order.
            place: what they are the entries of.
        """
        feeds = {one.number: Feed(one.address, one.title, one.site, ()) for one in self.feeds.listed()}
        rows = [one for one in listed if one.subscription in feeds]
        items = self._shelf.lay_out([(one.entry, feeds[one.subscription]) for one in rows])
        for one, item in zip(rows, items, strict=True):
            item.back = partial(self._back, place, one.number)
            item.opened = partial(self._was_opened, one.number) if self._app.tools.keeps else None
        if chosen in rows:
            self._app.door.enter(items[rows.index(chosen)])

    def next_unread(self) -> bool:
        """Open the next unread entry: after what is open in its feed, else of the next feed; False if there is none."""
        feeds, open_feed = self.feeds, self._shelf.item.feed
        every = feeds.listed()
        here = next((n for n, one in enumerate(every) if open_feed is not None and one.address == open_feed.source), 0)
        for feed in [*every[here:], *every[:here]]:
            listed = feeds.entries([feed.number]) if feed.unread else []
            after = next((n + 1 for n, one in enumerate(listed) if self._is_open(one, feed)), 0)
            for entry in [*listed[after:], *listed[:after]]:
                if not entry.read and not self._is_open(entry, feed):
                    self.read(entry, listed, Place(feed.folder, len(feed.folder), (feed,), is_feed=True))
                    return True
        return False

    # Subscribing

    def find(self, address: str, cancellation: Cancellation) -> Found:
        """The feed of an address; slow.

        Raises:
            NewsreaderError: if there is none, or it cannot be had.
        """
        from newsreader.library.feeds.finding import find

        return find(address, self._fetcher(), cancellation)

    def subscribe(self, found: Found, *, name: str = "", folder: Sequence[str] = ()) -> tuple[Subscription, bool]:
        """Subscribe to a feed that was found; gives it, and whether it is new."""
        feeds = self.feeds
        one, new = feeds.add(found.address, name=name, site=found.feed.link, folder=folder)
        feeds.take(one.number, found.feed, None)
        if new:
            self._steps.add(_step("added", [one.number], restored=True))
        return one, new

    def take_list(self, path: Path) -> tuple[list[Subscription], Outlines]:
        """Subscribe to the feeds of a list in OPML; gives those that are new, and the list.

        Raises:
            NewsreaderError: if it cannot be read, or is none.
        """
        from newsreader.library.feeds import opml

        outlines = opml.read(path)
        feeds = self.feeds
        numbers = feeds.add_all(outlines.feeds)
        if numbers:
            self._steps.add(_step("added", numbers, restored=True))
        return [one for one in feeds.listed() if one.number in numbers], outlines

    def give_list(self, path: Path, title: str, *, force: bool) -> int:
        """Write all subscriptions as a list in OPML; gives how many there are.

        Raises:
            NewsreaderError: if it cannot be written.
        """
        from newsreader.export.drafts import write_whole
        from newsreader.library.feeds import opml

        outlines = self.feeds.outlines()
        write_whole(path, opml.dump(outlines, title, datetime.now(UTC).astimezone()), force=force)
        return len(outlines)

    def remove(self, numbers: Sequence[int]) -> Step:
        """Unsubscribe."""
        return self._do(_step("removed", numbers, restored=False))

    def change(self, one: Subscription, *, name: str, folder: Sequence[str]) -> Step:
        """Give a subscription another name, or put it into another folder."""
        before = partial(_change, number=one.number, name=one.name, folder=one.folder)
        after = partial(_change, number=one.number, name=name, folder=tuple(folder))
        return self._do(Step("changed", 1, after, before))

    def mark(self, numbers: Iterable[int], *, read: bool) -> Step | None:
        """Mark entries as read or unread; None if all of them are already."""
        changed = self.feeds.mark(numbers, read=read)
        if not changed:
            return None
        step = Step(
            "read" if read else "unread",
            len(changed),
            lambda feeds: feeds.mark(changed, read=read),
            lambda feeds: feeds.mark(changed, read=not read),
        )
        self._steps.add(step)
        return step

    def read_all(self, subscriptions: Iterable[Subscription]) -> Step | None:
        """Mark everything in some feeds as read; None if it is already."""
        numbers = [one.number for one in subscriptions]
        return self.mark([entry.number for entry in self.feeds.entries(numbers, unread=True)], read=True)

    def undo(self) -> Step | None:
        """Take back what was done last; None if there is nothing."""
        return self._steps.undo(self.feeds)

    def redo(self) -> Step | None:
        """Do again what was taken back last; None if there is nothing."""
        return self._steps.redo(self.feeds)

    # Fetching

    def refresh(self, subscriptions: Iterable[Subscription], *, all_of_them: bool = False) -> bool:
        """Fetch feeds in the background; of all, only those that may be asked. False if nothing has begun."""
        now = datetime.now(UTC)
        return self.refresher.start([one for one in subscriptions if not all_of_them or one.is_due(now)])

    def refresh_old(self, subscriptions: Iterable[Subscription]) -> bool:
        """Fetch the feeds that were not fetched for as long as the user has set; False if there are none."""
        minutes = self._app.tools.config.feed_age
        if not minutes:
            return False
        limit = datetime.now(UTC) - timedelta(minutes=minutes)
        return self.refresh((one for one in subscriptions if one.tried is None or one.tried < limit), all_of_them=True)

    def _do(self, step: Step) -> Step:
        step.do(self.feeds)
        self._steps.add(step)
        return step

    def _was_opened(self, number: int) -> None:
        # What cannot be noted now is noted when the library takes the article.
        try:
            self.feeds.mark([number], read=True)
        except StoreError:
            return

    def _is_open(self, entry: KeptEntry, feed: Subscription) -> bool:
        item = self._shelf.item
        if item.entry is None or item.feed is None:
            return item.source == entry.entry.link
        return (item.feed.source, item.entry.id) == (feed.address, entry.entry.id)

    def _fetcher(self) -> Fetcher:
        make = self._app.tools.fetcher
        if make is None:
            raise FeedError("ui.feeds.no_library")
        return make()

    def _make_feeds(self) -> Screen[None]:
        from newsreader.ui.screens.feeds import FeedsScreen

        return FeedsScreen(self, self._app.door.browse, self._app.reader.keymap, self._app.reader.phrases)

    def _entries(self) -> EntriesScreen:
        """The screen of entries, which is made once for each language."""
        from newsreader.ui.screens.entries import EntriesScreen

        reader = self._app.reader
        known = f"entries-{reader.phrases.language}"
        if self._app.is_screen_installed(known):
            screen = self._app.get_screen(known)
            assert isinstance(screen, EntriesScreen)
            return screen
        return EntriesScreen(self, self._app.door.browse, reader.keymap, reader.phrases)


def _step(name: str, numbers: Sequence[int], *, restored: bool) -> Step:
    """Subscriptions that are there after it, or are not."""

    def bring(feeds: Feeds) -> None:
        for number in numbers:
            feeds.restore(number)

    def remove(feeds: Feeds) -> None:
        for number in numbers:
            feeds.remove(number)

    return Step(name, len(numbers), bring, remove) if restored else Step(name, len(numbers), remove, bring)


def _change(feeds: Feeds, number: int, name: str, folder: Sequence[str]) -> None:
    feeds.change(number, name=name, folder=folder)
