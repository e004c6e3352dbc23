"""What has changed in the open article since it was read last, and its earlier versions, on the reader's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.looker import AS_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsreader.article.model import Article, Span
    from newsreader.library.changes.model import Changes
    from newsreader.library.library import Library
    from newsreader.library.looking.pages import Look
    from newsreader.library.model import KeptVersion
    from newsreader.ui.comparing.pairing import Pair
    from newsreader.ui.messages import Analysed, Compared, Looked, TextChanged
    from newsreader.ui.screens.changes import ChangesScreen
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.shelf import Item

EARLIER = "library.earlier_version"
"""the notice of an article that is an earlier version; as `newsreader.library.instead.EARLIER`, without importing it"""


class Changed:
    """Tells that the text of the open article has changed, and leads to the screens that show it.

    Args:
        reader: the screen that shows the article.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self._pair: Pair | None = None
        self._changes: Changes | None = None
        self._untold: dict[str, Pair] = {}
        self._screen: ChangesScreen | None = None
        self._moments: dict[str, datetime] = {}
        self._present: dict[str, Item] = {}
        self._news: dict[Article, Pair] = {}
        """newer versions that were found behind the back of what is being read"""
        self._lost: dict[Article, Look] = {}
        """pages that are not what they were, without a newer version"""

    @property
    def said(self) -> frozenset[str]:
        """Notices that the remarks say better."""
        told = self._has_news or self._reader.article in self._lost
        return frozenset({EARLIER, AS_KEPT} if told else {EARLIER})

    @property
    def _has_news(self) -> bool:
        """Whether the open article is not what its page has now."""
        pair = self._pair
        return pair is not None and pair.old.article is self._reader.article

    @property
    def is_earlier(self) -> bool:
        """Whether the open article is an earlier version of its source."""
        article = self._reader.shelf.item.article
        return article is not None and EARLIER in article.notices

    @property
    def remarks(self) -> list[str]:
        """What stands below the text: that it has changed, or that it is an earlier version."""
        reader, phrases = self._reader, self._reader.phrases
        keys = reader.keymap.label("changes", first=True)
        if self.is_earlier and (moment := self._moments.get(reader.article.id)):
            from newsreader.library.changes.telling import when

            seen = when(moment, phrases)
            return [f"{phrases('ui.changes.earlier', when=seen)} · {phrases('ui.changes.key_versions', keys=keys)}"]
        if (lost := self._lost.get(reader.article)) is not None:
            from newsreader.library.changes.telling import when

            assert lost.earlier is not None
            return [phrases(f"ui.looked.{lost.outcome}", when=when(lost.earlier.version.last, phrases))]
        if self._pair is None or self._changes is None or not (self._has_news or reader.article.id in self._untold):
            return []
        from newsreader.library.changes.telling import summary

        what, since = summary(self._changes, phrases), self._pair.old.told(phrases)
        if self._has_news:
            again = reader.keymap.label("read_again", first=True)
            said = phrases("ui.looked.news", when=since, what=what)
            return [f"{said} · {phrases('ui.looked.keys', changes=keys, again=again)}"]
        key = "ui.changes.changed" if self._changes.different else "ui.changes.told"
        return [f"{phrases(key, when=since, what=what)} · {phrases('ui.changes.key', keys=keys)}"]

    def forget(self) -> None:
        """Another article is opened; what was not seen yet of one is told again when one comes back to it."""
        article = self._reader.article
        self._pair, self._changes = self._news.get(article) or self._untold.get(article.id), None
        if self._pair is not None:
            self._compare()

    # What is told in the background

    def take(self, message: TextChanged) -> None:
        """The text of an article is not what it was; perhaps another one is open already."""
        from newsreader.ui.comparing.pairing import Pair, Side

        article, earlier = message.article, message.earlier
        self._untold[article.id] = pair = Pair(Side(earlier.article, earlier.version.last), Side(article))
        if article is self._reader.article:
            self._pair = pair
            self._compare()

    def looked(self, message: Looked) -> None:
        """It was looked whether the page has changed of an article that was opened as it is kept."""
        from newsreader.library.looking.pages import Outcome

        article, look, is_open = message.article, message.look, message.article is self._reader.article
        if look.outcome is Outcome.CHANGED:
            from newsreader.ui.comparing.pairing import Pair, Side

            assert look.earlier is not None
            assert look.article is not None
            self._news[article] = pair = Pair(Side(article, look.earlier.version.last), Side(look.article))
            if is_open:
                self._pair, self._changes = pair, None
                self._compare()
        elif look.earlier is not None and look.outcome in (Outcome.GONE, Outcome.CUT):
            self._lost[article] = look
            if is_open:
                self._reader.desk.stand()
        if is_open:
            self._reader.say(f"ui.looked.{look.outcome.brief}")

    def open_news(self) -> bool:
        """Open the newer version that was found of the open article; False if none was."""
        reader, pair = self._reader, self._pair
        if pair is None or not self._has_news:
            return False
        del self._news[reader.article]
        reader.app.door.open_article(pair.new.article, back=reader.shelf.item.back)  # type: ignore[attr-defined]
        return True

    def analysed(self, message: Analysed) -> None:
        """An article was analysed: perhaps statements can be compared now."""
        if self._screen is not None:
            self._screen.analysed(message.article)
        pair = self._pair
        if pair is None:
            return
        if message.article in (pair.new.article, pair.old.article):
            self._compare()

    def renew(self) -> None:
        """The annotations of the open article were read: they are part of what is told."""
        if self._screen is not None and self._screen.is_mounted:
            self._screen.renew()

    def compared(self, message: Compared) -> None:
        """It is known what has changed."""
        pair = self._pair
        if message.changes is not None and pair is not None and message.changes.new is pair.new.article:
            self._changes = message.changes
            self._reader.desk.stand()
            # The open article is analysed anyway.
            lacking = [one for one in message.lacking if one is not self._reader.article]
            if len(lacking) == len(message.lacking) == 1:
                self._reader.desk.study.also(lacking[0])

    def _compare(self) -> None:
        pair, study = self._pair, self._reader.desk.study
        assert pair is not None

        def work() -> None:
            self._reader.post_message(pair.compared(study.known))

        self._reader.run_worker(work, thread=True, group="changes", exclusive=True)

    # The screens

    def show(self) -> None:
        """Show what has changed, or how the open article differs from the version before it."""
        if self.is_earlier:
            self.show_versions()
            return
        reader = self._reader
        article, pair, library = reader.article, self._pair, self._library()
        if pair is not None and self._has_news:
            reader.desk.keeper.saw(pair.new.article)
            self.compare(lambda: pair)
        elif pair is not None:
            self._untold.pop(article.id, None)
            reader.desk.stand()
            self.compare(lambda: pair)
        elif library is not None:
            from newsreader.ui.comparing.pairing import of_article

            self.compare(lambda: of_article(library(), article))

    def show_versions(self, source: str | None = None) -> None:
        """List the versions of an article.

        Args:
            source: its path or address, that of the open article if None.
        """
        from newsreader.ui.screens.versions import VersionsScreen

        reader, library = self._reader, self._library()
        if library is not None:
            reader.app.push_screen(VersionsScreen(reader, library, source or reader.article.source))

    def compare(self, find: Callable[[], Pair], at: Span | None = None) -> None:
        """Show what is different between two versions.

        Args:
            find: gets them; runs in a thread.
            at: the place in the older text whose change is chosen at first, None for none.
        """
        from newsreader.ui.screens.changes import ChangesScreen

        self._screen = ChangesScreen(self._reader, find, at)
        self._reader.app.push_screen(self._screen)

    def show_passage(self, article: int, version: int, at: Span) -> None:
        """Show what has become of a place in an earlier version of a kept article.

        Args:
            article: number of the article.
            version: number of the version.
            at: the place in its text, code points.
        """
        from newsreader.ui.comparing.pairing import of_earlier

        if (library := self._library()) is not None:
            self.compare(lambda: of_earlier(library(), article, version), at)

    def read(self, library: Library, version: KeptVersion, present: bool) -> None:
        """Open a kept version in the reader.

        Args:
            library: where it is kept.
            version: the version.
            present: whether it is the one that the source has now, as far as is known.

        Raises:
            StoreError: if it cannot be read.
        """
        from dataclasses import replace

        from newsreader.library.instead import as_kept

        reader = self._reader
        item = reader.shelf.item
        if item.article is not None and not self.is_earlier:
            self._present[item.article.source] = replace(item)
        article = library.article(version.article, version.number)
        back: Callable[[], None] | None = self.show_versions
        if present:
            # As it was opened, and leading back to where it was chosen.
            left = self._present.get(article.source)
            if left is not None:
                back = left.back
            read = None if left is None else left.article
            article = read if read is not None and read.id == article.id else as_kept(article)
        else:
            self._moments[article.id] = version.last
            article = replace(article, notices=(EARLIER, *article.notices))
        analysis = library.analysis(version.article, version.number)
        reader.app.door.open_article(article, analysis=analysis, back=back)  # type: ignore[attr-defined]

    def _library(self) -> Callable[[], Library] | None:
        """What opens the library; None, with a message, where nothing is kept."""
        tools = self._reader.tools
        if tools.library is None or not (tools.keeps or tools.library.exists):
            self._reader.say("ui.changes.no_library")
            return None
        return tools.library
