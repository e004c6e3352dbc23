"""The list of a feed's articles: one of them is chosen and read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from newsreader.article.sources import is_address
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.find import pattern
from newsreader.ui.screens.listing import ListScreen
from newsreader.ui.shelf import Item
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.binding import BindingType

    from newsreader.article.feeds import Feed
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap

READ = "✓"
"""stands before what was read"""


class FeedScreen(ListScreen[Item]):
    """The articles of a feed.

    Args:
        feed: the feed.
        items: its articles on the shelf.
        current: the one that is open, None for none.
        choose: opens one of them.
        reload: fetches the feed again.
        leave: leads back to the reader, None where nothing is open yet.
        browse: opens an address in the browser.
        subscribe: subscribes to the feed, None where that cannot be.
        keymap: the keys.
        phrases: what the screen says.
    """

    VIEW = View.FEED
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.FEED)
    FILTER = "ui.feed.filter"

    def __init__(
        self,
        feed: Feed,
        items: list[Item],
        current: Item | None,
        *,
        choose: Callable[[Item], None],
        reload: Callable[[], None],
        leave: Callable[[], None] | None,
        browse: Callable[[str], None],
        subscribe: Callable[[Feed], None] | None,
        keymap: Keymap,
        phrases: Phrases,
    ) -> None:
        super().__init__(keymap, phrases)
        self.feed = feed
        self._all = items
        self._begin_at = current
        self._choose = choose
        self._reload = reload
        self._leave = leave
        self._browse = browse
        self._subscribe = subscribe

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, the browser, and fetching again."""
        return {
            **super().commands,
            "open_source": self.browse,
            "reload": self.reload,
            "library": self.show_library,
            "subscribe": self.subscribe,
        }

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """Fetching again is named where there is an address to fetch from."""
        fetched = [("reload", "ui.feed.reload")] if is_address(self.feed.source) else []
        if fetched and self._subscribe is not None:
            fetched.append(("subscribe", "ui.feeds.subscribe"))
        end = ("leave", "ui.list.back") if self._leave is not None else ("quit", "ui.list.quit")
        return (
            ("open", "ui.feed.open"),
            ("find", "ui.list.filter"),
            *fetched,
            ("open_source", "ui.feed.browse"),
            end,
            ("help", "ui.footer.help"),
        )

    def head(self) -> Row:
        """The feed's title, and how many articles."""
        number = self.phrases.count("ui.feed.articles", len(self._all))
        if len(self.items) < len(self._all):
            number = self.phrases("ui.list.of", n=len(self.items), all=number)
        return Row(Content.styled(self.feed.title, "bold"), number)

    def row(self, item: Item) -> Row:
        """Title and time, below them who wrote it and what the feed tells."""
        entry = item.entry
        assert entry is not None
        read = item.article is not None
        title = Content.styled(entry.title, "dim" if read else "bold")
        mark = Content.styled(f"{READ if read else ' '} ", "dim")
        when = entry.published.strftime(self.phrases("ui.feed.time")) if entry.published else ""
        told = [entry.author or self.feed.title]
        if entry.summary and entry.summary != entry.title:
            told.append(entry.summary)
        return Row(mark + title, when, Content.styled("  " + " · ".join(told), "dim"))

    def fill(self) -> None:
        """The articles, or those that hold what is typed; the cursor stands on what is open, else on the first."""
        found = [item for item in self._all if self._matches(item)]
        begin, self._begin_at = self._begin_at, None
        self.show(
            found,
            notice="" if found else self.phrases("ui.panel.no_match"),
            cursor=found.index(begin) if begin in found else None,
        )

    def choose(self, item: Item) -> None:
        """Read it."""
        self._choose(item)

    def go_back(self) -> None:
        """Back to what was being read."""
        if self._leave is not None:
            self._leave()

    def browse(self) -> None:
        """Open the article under the cursor in the browser."""
        if self.current is not None:
            self._browse(self.current.source)

    def reload(self) -> None:
        """Fetch the feed again."""
        if is_address(self.feed.source):
            self._reload()

    def subscribe(self) -> None:
        """Subscribe to the feed."""
        if self._subscribe is not None and is_address(self.feed.source):
            self._subscribe(self.feed)

    def _matches(self, item: Item) -> bool:
        entry = item.entry
        assert entry is not None
        told = f"{entry.title}\n{entry.author}\n{entry.summary}"
        return all(pattern(word).search(told) for word in self.words.split())
