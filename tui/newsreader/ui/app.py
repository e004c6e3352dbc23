"""The Textual app: colours, clipboard, signals; everything else is the screens' matter."""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from newsreader.errors import NewsreaderError
from newsreader.resources import folder
from newsreader.ui import themes
from newsreader.ui.choices import Choices
from newsreader.ui.door import Door
from newsreader.ui.harmless import Harmless
from newsreader.ui.screens.hearing import HearingReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.screen import Screen

    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.kept.checking import Checking
    from newsreader.ui.messages import (
        FeedsWanted,
        ItemWanted,
        LibraryWanted,
        ListWanted,
        PassageWanted,
        PeopleWanted,
        VersionsWanted,
    )
    from newsreader.ui.shelf import Shelf
    from newsreader.ui.subscribed.desk import FeedDesk
    from newsreader.ui.tools import Tools


class NewsreaderApp(App[int]):
    """The reader as an app.

    Args:
        tools: what the rest of the program does for it.
        shelf: what there is to read.
        keymap: the keys.
        phrases: what it says.
        errors: what went wrong before; told once the text stands.
    """

    TITLE = "newsreader"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar = [folder("styles") / "article.tcss", folder("styles") / "reader.tcss"]

    def __init__(
        self, tools: Tools, shelf: Shelf, keymap: Keymap, phrases: Phrases, errors: Sequence[NewsreaderError] = ()
    ) -> None:
        super().__init__()
        self.tools = tools
        self._harmless = Harmless()
        self._errors = errors
        self.reader = HearingReader(tools, shelf, keymap, phrases)
        self.door = Door(self, shelf)
        for name in themes.names():
            self.register_theme(themes.make(name))
        configured = tools.config.theme
        chosen = Choices(tools.state).get("theme", configured)
        self._begin_with(themes.textual_name(chosen if chosen in themes.known() else configured))
        if keymap.changed:
            self.set_keymap(keymap.changed)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and one that lets no control character of an article through."""
        return [*super().get_line_filters(), self._harmless]

    def get_default_screen(self) -> Screen[None]:
        """The reader itself, or what comes before there is an article, so that no empty screen is laid out first."""
        self.reader.side.arrange(self.size)
        return self.door.first_screen()

    def _begin_with(self, theme: str) -> None:
        """The first colours. Before anything is styled, the watcher of a theme would only have it all done twice."""
        chosen = self.get_theme(theme)
        if chosen is None or chosen.ansi:
            self.theme = theme
            return
        self.set_reactive(App.theme, theme)
        self.set_class(chosen.dark, "-dark-mode", update=False)
        self.set_class(not chosen.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the text's layers for themes that are not the reader's own."""
        return themes.variables(themes.DARK if self.current_theme.dark else themes.LIGHT)

    def on_mount(self) -> None:
        """End in good order when the terminal goes away or the system asks for it."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name) and threading.current_thread() is threading.main_thread():
                number = getattr(signal, name)
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._told_to_end, number)
        self.door.begin()
        for error in self._errors:
            self.notify(self.reader.phrases.say(error), severity="error", timeout=8, markup=False)

    def on_item_wanted(self, message: ItemWanted) -> None:
        """Fetch what the reader is to show."""
        self.door.enter(message.item, anew=message.anew)

    def on_list_wanted(self, message: ListWanted) -> None:
        """Show a feed's list."""
        self.door.show_list(message.feed)

    @cached_property
    def feed_desk(self) -> FeedDesk:
        """What the screens of feeds work with; nothing of it is needed before they are."""
        from newsreader.ui.subscribed.desk import FeedDesk

        return FeedDesk(self, self.reader.shelf)

    @cached_property
    def checking(self) -> Checking:
        """What looks whether kept pages have changed."""
        from newsreader.library.looking.pages import Pages
        from newsreader.ui.kept.checking import Checking

        library, fetcher = self.tools.library, self.tools.fetcher
        assert library is not None
        assert fetcher is not None
        return Checking(lambda: Pages(library(), fetcher()))

    @property
    def fetches(self) -> bool:
        """Whether feeds or pages are being fetched in the background."""
        feeds = "feed_desk" in self.__dict__ and self.feed_desk.refresher.busy
        return feeds or self.reader.desk.looker.busy or ("checking" in self.__dict__ and self.checking.busy)

    def on_feeds_wanted(self, message: FeedsWanted) -> None:
        """Show the subscriptions, or what is unread in them."""
        phrases = self.reader.phrases
        try:
            if not message.next_unread:
                self.feed_desk.show()
            elif not self.feed_desk.next_unread():
                self.reader.say("ui.feeds.nothing_unread")
        except NewsreaderError as error:
            self.notify(phrases.say(error), severity="error", timeout=8, markup=False)

    def on_people_wanted(self, message: PeopleWanted) -> None:
        """Show what somebody said in all articles."""
        self.door.show_people(message.actor)

    def on_versions_wanted(self, message: VersionsWanted) -> None:
        """List the kept versions of an article."""
        self.reader.changed.show_versions(message.source)

    def on_passage_wanted(self, message: PassageWanted) -> None:
        """Show what has become of a place in an earlier version."""
        self.reader.changed.show_passage(message.article, message.version, message.span)

    def on_library_wanted(self, _: LibraryWanted) -> None:
        """Show what was read."""
        self.door.show_library()

    def action_leave(self) -> None:
        """End the program; where something is not stored, only when asked twice."""
        if self.reader.annotator.may_leave():
            self.exit(0)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the terminal (OSC 52) and by the system, for neither works everywhere."""
        super().copy_to_clipboard(text)
        threading.Thread(target=self.tools.copy, args=(text,), daemon=True).start()

    async def action_quit(self) -> None:
        """What ctrl+q does anywhere."""
        self.action_leave()

    def action_help_quit(self) -> None:
        """What ctrl+c does where there is nothing to copy."""
        reader = self.reader
        message = reader.phrases("ui.say.how_to_quit", keys=reader.keymap.label("quit"))
        reader.say_raw(message) if self.screen is reader else self.notify(message, markup=False)

    def _told_to_end(self, number: int) -> None:
        if self.reader.is_mounted:
            self.reader.desk.remember()
        with suppress(OSError):
            self.tools.state.save()
        self.exit(128 + number)
