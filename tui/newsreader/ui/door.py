"""Leads from a source to the screen that shows it: the reader, a feed's list, or what is being fetched."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.article.model import Article
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from newsreader.analysis.result import Analysis
    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Feed
    from newsreader.library.library import Library
    from newsreader.phrases import Phrases
    from newsreader.ui.app import NewsreaderApp
    from newsreader.ui.kept.opening import Opened
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.shelf import Item, Shelf


class Door:
    """Opens what is on the shelf. Lists and fetches lie above the reader, which comes as soon as there is an article.

    Args:
        app: the app.
        shelf: what there is to read.
    """

    def __init__(self, app: NewsreaderApp, shelf: Shelf) -> None:
        self._app = app
        self._shelf = shelf
        self._entered = shelf.item.article is not None
        self._then: tuple[Item, Callable[[ReaderScreen], None] | None] | None = None
        self._floor = 1
        """how many screens stay when others are cleared away: the reader, and what was there before it"""

    def first_screen(self) -> Screen[None]:
        """The screen to begin with: the reader, or an empty one as long as there is nothing to read."""
        if self._entered:
            return self._app.reader
        from textual.screen import Screen

        return Screen()

    def begin(self) -> None:
        """Show what there is before there is an article: a feed's list, or that something is fetched."""
        if self._entered:
            return
        if self._shelf.waiting_feed is not None:
            self.show_list(self._shelf.waiting_feed)
        else:
            self._app.push_screen(self._fetch(self._shelf.item, None))

    def enter(self, item: Item, *, anew: bool = False) -> None:
        """Show something: at once if it is at hand, else after fetching it.

        Args:
            item: what it is.
            anew: whether it is read or fetched although it is at hand.
        """
        if item.is_slow or (anew and item.is_fetched):
            self._app.push_screen(self._fetch(item, self._back))
            return
        try:
            found = self._shelf.open(self._shelf.items.index(item), anew=anew)
        except SourceError as error:
            self._app.notify(self._phrases.say(error), severity="error", timeout=8, markup=False)
        else:
            self._show(found)

    def open_article(
        self,
        article: Article,
        *,
        analysis: Analysis | None = None,
        then: Callable[[ReaderScreen], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Show an article that is at hand, such as one of the library, in the reader; screens above it go away.

        Args:
            article: the article.
            analysis: its analysis where that is at hand too.
            then: told once the article stands, to go to a place in it.
            back: leads back to the screen on which it was chosen.
        """
        if analysis is not None:
            self._app.reader.desk.study.know(article, analysis)
        item = self._shelf.add(article.source, article)
        item.back = back
        self._then = (item, then)
        self._show(self._shelf.put(item, article))

    def open_source(
        self,
        source: str,
        *,
        then: Callable[[ReaderScreen], None] | None = None,
        back: Callable[[], None] | None = None,
        anew: bool = False,
    ) -> None:
        """Show what a path or an address leads to: at once if it is at hand, else after fetching it.

        Args:
            source: the path or address.
            then: told once it stands in the reader, to go to a place in it.
            back: leads back to the screen on which it was chosen.
            anew: whether it is read or fetched although it is at hand.
        """
        item = self._shelf.add(source)
        item.back = back
        self._then = (item, then)
        self.enter(item, anew=anew)

    def show_screen(self, name: str, make: Callable[[], Screen[None]]) -> None:
        """Show a screen over the reader that is as it was left when one comes back to it.

        Args:
            name: what it is known by.
            make: makes it when it is shown for the first time, or for the first time in a language.
        """
        app = self._app
        known = f"{name}-{self._phrases.language}"
        if not app.is_screen_installed(known):
            app.install_screen(make(), known)
        screen = app.get_screen(known)
        if screen in app.screen_stack:
            while app.screen is not screen:
                app.pop_screen()
        else:
            app.push_screen(known)

    def show_library(self) -> None:
        """Show what was read."""
        if (library := self._app.tools.library) is not None and self.has_library:
            self.show_screen("library", partial(self._library, library))

    @property
    def has_library(self) -> bool:
        """Whether there is a library or may be one; if not, that is said, and no empty file is made."""
        tools = self._app.tools
        if tools.keeps or (tools.library is not None and tools.library.exists):
            return True
        self._app.notify(self._phrases("ui.library.empty_private"), markup=False)
        return False

    def show_people(self, actor: str | None = None) -> None:
        """Show what an actor of the open article has said in all; who there is, for None."""
        from newsreader.ui.people.showing import PeopleDoor

        if (library := self._app.tools.library) is not None:
            PeopleDoor(self._app, library).show(actor)

    def show_list(self, feed: Feed) -> None:
        """Show a feed's list over what is there."""
        self._app.push_screen(self._list(feed))

    @property
    def _phrases(self) -> Phrases:
        return self._app.reader.phrases

    def _arrived(self, item: Item, found: Article | Feed) -> None:
        self._show(self._shelf.put(item, found))

    def _show(self, found: Article | Feed) -> None:
        """Bring what was opened onto the screen."""
        app = self._app
        self._clear()
        if not isinstance(found, Article):
            app.push_screen(self._list(found))
            return
        if self._entered:
            app.reader.desk.turn()
        else:
            self._entered = True
            self._floor = len(app.screen_stack) + 1
            app.reader.side.arrange(app.size)
            app.push_screen(app.reader)
        wanted, self._then = self._then, None
        if wanted is not None and wanted[0] is self._shelf.item and wanted[1] is not None:
            app.reader.call_after_refresh(wanted[1], app.reader)

    def _clear(self) -> None:
        """Take away the screens above the reader or, before there is one, above the first screen."""
        while len(self._app.screen_stack) > self._floor:
            self._app.pop_screen()

    def _back(self) -> None:
        if len(self._app.screen_stack) > self._floor:
            self._app.pop_screen()

    def _fetch(self, item: Item, leave: Callable[[], None] | None) -> Screen[None]:
        from newsreader.ui.screens.fetch import FetchScreen

        errand, done = partial(self._errand, item), partial(self._arrived, item)
        keymap, phrases = self._app.reader.keymap, self._phrases
        return FetchScreen(item, errand, done, leave, self._app.tools.open_address, keymap, phrases)

    def _errand(self, item: Item, cancellation: Cancellation) -> Article | Feed:
        """Runs in the background."""
        assert self._shelf.fetch is not None
        return self._shelf.fetch(item, cancellation)

    def _list(self, feed: Feed) -> Screen[None]:
        from newsreader.ui.screens.feed import FeedScreen

        return FeedScreen(
            feed,
            self._shelf.feed_items(feed),
            self._shelf.item,
            choose=self._choose,
            reload=partial(self._reload, feed),
            leave=self._back if self._entered else None,
            browse=self.browse,
            subscribe=self._subscribe if self._app.tools.library is not None else None,
            keymap=self._app.reader.keymap,
            phrases=self._phrases,
        )

    def _library(self, library: Callable[[], Library]) -> Screen[None]:
        from newsreader.ui.screens.library import LibraryScreen

        reader, tools = self._app.reader, self._app.tools
        return LibraryScreen(
            library,
            tools.store,
            keeps=tools.keeps,
            read=tools.read,
            show_article=self._show_kept,
            show_source=partial(self.open_source, back=self.show_library, anew=True),
            checking=None if tools.fetcher is None else lambda: self._app.checking,
            browse=self.browse,
            choices=reader.choices,
            keymap=reader.keymap,
            phrases=self._phrases,
        )

    def _show_kept(self, opened: Opened, then: Callable[[ReaderScreen], None] | None) -> None:
        self.open_article(opened.article, analysis=opened.analysis, then=then, back=self.show_library)

    def _choose(self, item: Item) -> None:
        """An article was chosen in its feed's list, which is then the one that it leads back to."""
        item.back = None
        self.enter(item)

    def _subscribe(self, feed: Feed) -> None:
        """Subscribe to a feed that is on the screen."""
        from newsreader.errors import NewsreaderError
        from newsreader.library.feeds.finding import Found

        try:
            one, new = self._app.feed_desk.subscribe(Found(feed.source, feed))
        except NewsreaderError as error:
            self._app.notify(self._phrases.say(error), severity="error", timeout=8, markup=False)
            return
        said = self._phrases("ui.feeds.subscribed" if new else "ui.feeds.known", title=one.title)
        self._app.notify(said, markup=False)

    def _reload(self, feed: Feed) -> None:
        from newsreader.ui.shelf import Item

        self._app.push_screen(self._fetch(Item(feed.source), self._back))

    def browse(self, source: str) -> None:
        """Open a path or an address in the browser; without a desktop, copy it."""
        from newsreader.ui.opener import address

        target = address(source)
        opened = target is not None and self._app.tools.open_address(target)
        if target is not None and not opened:
            self._app.copy_to_clipboard(target)
        key = "ui.say.no_source" if target is None else "ui.say.opened" if opened else "ui.say.no_browser"
        self._app.notify(self._phrases(key, target=target), markup=False)
