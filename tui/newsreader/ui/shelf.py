"""What was opened together, one after the other: articles, and the articles of feeds in the place of the feeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article.model import Article
from newsreader.article.sources import is_address, source_in_feed
from newsreader.errors import SourceError
from newsreader.settings.state import identity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Entry, Feed

    Read = Callable[[str], Article | Feed]
    Fetch = Callable[["Item", Cancellation], Article | Feed]


@dataclass(eq=False)
class Item:
    """Something to be read.

    Attributes:
        source: its path or address.
        entry: what a feed tells of it, None for what is in no feed.
        feed: the feed that it is in.
        article: the article, once it was read; it stays, so that a file that vanishes does no harm.
        back: leads back to the screen on which it was chosen, None where it was not chosen on one.
        opened: told when it is opened as an article.
    """

    source: str
    entry: Entry | None = None
    feed: Feed | None = None
    article: Article | None = None
    back: Callable[[], None] | None = None
    opened: Callable[[], None] | None = None

    @property
    def title(self) -> str:
        """What it is called before and after it is read."""
        if self.article is not None:
            return self.article.title
        return self.entry.title if self.entry is not None else self.source

    @property
    def is_slow(self) -> bool:
        """Whether it must be fetched before it can be read."""
        return self.article is None and self.is_fetched

    @property
    def is_fetched(self) -> bool:
        """Whether it comes from the web rather than from a file."""
        return self.entry is not None or is_address(self.source)


class Shelf:
    """A row of things to read with one of them open.

    Args:
        sources: paths or addresses, at least one.
        read: reads a source that is at hand; raises SourceError.
        fetch: gets what is not at hand, slowly; raises SourceError. None where nothing is fetched.
    """

    def __init__(self, sources: Sequence[str], read: Read, fetch: Fetch | None = None) -> None:
        self.items = [Item(source) for source in sources]
        self.index = 0
        self.waiting_feed: Feed | None = None
        self._laid_out: list[Item] = []
        self._read = read
        self.fetch = fetch

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in order."""
        return tuple(item.source for item in self.items)

    @property
    def item(self) -> Item:
        """What is open, or is to be opened."""
        return self.items[self.index]

    @property
    def current(self) -> Article:
        """The article that is open."""
        article = self.item.article
        assert article is not None
        return article

    def open(self, index: int, *, anew: bool = False) -> Article | Feed:
        """Open what is at hand by its index: an article, or a feed, whose articles then stand in its place.

        Args:
            index: its place in the row.
            anew: whether it is read again although it was read already.

        Raises:
            SourceError: if it cannot be read; then the one before stays open.
        """
        item = self.items[index]
        found = (None if anew else item.article) or self._read(item.source)
        return self.put(item, found)

    def put(self, item: Item, found: Article | Feed) -> Article | Feed:
        """Take what an item has turned out to be, and open it if it is an article."""
        if isinstance(found, Article):
            item.article = found
            if item in self.items:
                self.index = self.items.index(item)
            if item.opened is not None:
                item.opened()
        else:
            self._adopt(item, found)
        return found

    def open_first(self) -> list[SourceError]:
        """Open the first thing that can be read, or that may be when it is fetched; the errors of those before it.

        Raises:
            SourceError: the first error, if nothing can be read.
        """
        errors: list[SourceError] = []
        for index, item in enumerate(self.items):
            self.index = index
            if item.is_slow:
                return errors
            try:
                found = self.open(index)
            except SourceError as error:
                errors.append(error)
                continue
            self.waiting_feed = None if isinstance(found, Article) else found
            return errors
        raise errors[0]

    def add(self, source: str, article: Article | None = None) -> Item:
        """Put something beside what is open, unless it is on the shelf already; nothing is opened by that.

        Args:
            source: its path or address.
            article: the article where it is at hand; it takes the place of what was read from the source before.
        """
        item = next((one for one in self.items if _is_same(one, source, article)), None)
        if item is None:
            item = Item(source)
            self.items.insert(self.index + 1, item)
        item.article = article or item.article
        return item

    def lay_out(self, rows: Sequence[tuple[Entry, Feed]]) -> list[Item]:
        """Put entries of feeds beside what is open, in the place of those that were laid out before.

        Args:
            rows: the entries in order, each with its feed.

        Returns:
            Their items; what was read of them before stays read.
        """
        opened, before = self.item, set(self._laid_out)
        known = {(one.feed.source, one.entry.id): one for one in self._laid_out if one.feed and one.entry}
        items = [known.get((feed.source, entry.id)) or Item(_source(entry, feed), entry, feed) for entry, feed in rows]
        others = [one for one in self.items if one not in before or (one is opened and one not in items)]
        if opened in others:
            place = others.index(opened) + 1
        else:
            place = next(n for n, one in enumerate(self.items) if one in before)
        self.items = [*others[:place], *items, *others[place:]]
        self._laid_out = items
        self.index = self.items.index(opened)
        return items

    def feed_items(self, feed: Feed) -> list[Item]:
        """The articles of a feed, in its order."""
        return [item for item in self.items if item.feed is not None and item.feed.source == feed.source]

    def _adopt(self, item: Item, feed: Feed) -> None:
        """Put a feed's articles in its place, or in that of those it had before; what was read of them stays."""
        known = {one.entry.id: one for one in self.feed_items(feed) if one.entry is not None}
        opened = self.item
        fresh = [
            Item(_source(entry, feed), entry, feed, known[entry.id].article if entry.id in known else None)
            for entry in feed.entries
        ]
        old = [item, *known.values()]
        place = min((self.items.index(one) for one in old if one in self.items), default=len(self.items))
        kept = [one for one in self.items if one not in old]
        if opened in old and opened.article is not None:
            # What is being read stays open, under its new item if the feed still has it.
            same = next((one for one in fresh if one.article is opened.article), None)
            if same is None:
                kept.insert(place, opened)
            opened = same or opened
        self.items = [*kept[:place], *fresh, *kept[place:]]
        self.index = self.items.index(opened) if opened in self.items else place


def _source(entry: Entry, feed: Feed) -> str:
    """The address of an entry's article, or what it is known by without one."""
    return entry.link or source_in_feed(feed.source, entry.id)


def _is_same(item: Item, source: str, article: Article | None) -> bool:
    """Whether an item is of a source, whose path may be written differently; standard input is known by its text."""
    if source == "-":
        return article is not None and item.article is not None and item.article.id == article.id
    return item.source == source or (item.source != "-" and identity(item.source) == identity(source))
