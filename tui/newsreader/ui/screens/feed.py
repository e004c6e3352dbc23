"""The list of a feed's articles: one of them is chosen and read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.article.sources import is_address
from newsreader.resources import folder
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from newsreader.article.feeds import Feed
    from newsreader.phrases import Phrases
    from newsreader.ui.shelf import Item

READ = "✓"
"""stands before what was read"""


class FeedScreen(Screen[None]):
    """The articles of a feed.

    Args:
        feed: the feed.
        items: its articles on the shelf.
        current: the one that is open, None for none.
        choose: opens one of them.
        reload: fetches the feed again.
        leave: leads back to the reader, None where nothing is open yet.
        browse: opens an address in the browser.
        phrases: what the screen says.
    """

    CSS_PATH: ClassVar = folder("styles") / "sources.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("g", "edge(0)", show=False),
        Binding("G", "edge(-1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("b", "page(-1)", show=False),
        Binding("escape,backspace", "leave", show=False),
        Binding("o", "browse", show=False),
        Binding("r", "reload", show=False),
        Binding("q", "app.leave", show=False),
    ]

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
        phrases: Phrases,
    ) -> None:
        super().__init__()
        self.feed = feed
        self._items = items
        self._current = current
        self._choose = choose
        self._reload = reload
        self._leave = leave
        self._browse = browse
        self._phrases = phrases
        self.list = OptionList(id="feed-list")

    def compose(self) -> ComposeResult:
        """A head, the list, the keys."""
        number = self._phrases.count("ui.feed.articles", len(self._items))
        yield Static(Content.assemble((self.feed.title, "bold"), f"  {number}"), id="feed-head")
        yield self.list
        yield Static(Content(self._keys()), id="feed-keys")

    def on_mount(self) -> None:
        """Fill the list; the cursor stands on what is open, else on the first."""
        self.fill()
        self.list.focus()

    def on_screen_resume(self) -> None:
        """What was read meanwhile is marked."""
        if self.list.option_count:
            self.fill()

    def fill(self) -> None:
        """List the articles: title and time, below them source and summary."""
        before = self.list.highlighted
        self.list.clear_options()
        self.list.add_options([Option(self._row(item)) for item in self._items])
        if before is None:
            before = self._items.index(self._current) if self._current in self._items else 0
        self.list.highlighted = before

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An article was chosen."""
        self._choose(self._items[event.option_index])

    def action_move(self, by: int) -> None:
        """The cursor by letters."""
        self.list.action_cursor_down() if by > 0 else self.list.action_cursor_up()

    async def action_page(self, by: int) -> None:
        """A page on or back."""
        await self.list.run_action("page_down" if by > 0 else "page_up")

    def action_edge(self, index: int) -> None:
        """To the first or the last one."""
        self.list.action_last() if index else self.list.action_first()

    def action_leave(self) -> None:
        """Back to what was being read."""
        if self._leave is not None:
            self._leave()

    def action_browse(self) -> None:
        """Open the marked article in the browser."""
        if self.list.highlighted is not None:
            self._browse(self._items[self.list.highlighted].source)

    def action_reload(self) -> None:
        """Fetch the feed again."""
        if is_address(self.feed.source):
            self._reload()

    def _row(self, item: Item) -> Row:
        entry = item.entry
        assert entry is not None
        read = item.article is not None
        title = Content.styled(entry.title, "dim" if read else "bold")
        mark = Content.styled(f"{READ if read else ' '} ", "dim")
        when = entry.published.strftime(self._phrases("ui.feed.time")) if entry.published else ""
        told = [entry.author or self.feed.title]
        if entry.summary and entry.summary != entry.title:
            told.append(entry.summary)
        return Row(mark + title, when, Content.styled("  " + " · ".join(told), "dim"))

    def _keys(self) -> str:
        keys = ["ui.feed.open", "ui.fetch.browse"]
        if is_address(self.feed.source):
            keys.append("ui.feed.reload")
        keys.append("ui.fetch.back" if self._leave is not None else "ui.fetch.quit")
        return " · ".join(self._phrases(key) for key in keys)
