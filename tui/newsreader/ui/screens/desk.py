"""The open article on the reader's screen: opening another one, and its analysis when it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article.model import Article
from newsreader.errors import NewsreaderError, SourceError
from newsreader.ui.jumps import Jumps
from newsreader.ui.keeper import Keeper
from newsreader.ui.looker import Looker
from newsreader.ui.study import Study

if TYPE_CHECKING:
    from newsreader.analysis.result import Analysis
    from newsreader.errors import StoreError
    from newsreader.library.changes.versions import Earlier
    from newsreader.library.looking.pages import Look
    from newsreader.ui.messages import Analysed
    from newsreader.ui.screens.reader import ReaderScreen


class Desk:
    """Where the open article lies.

    Args:
        reader: the screen that shows it.

    Attributes:
        study: what is known of the article.
        keeper: keeps it in the library.
        looker: looks whether the page has changed of which the library's text is shown.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self.study = Study(reader.tools, self._report)
        self._standing = False
        library = reader.tools.library if reader.tools.keeps else None
        self.keeper = Keeper(library, self._tell_of_library, self._tell_of_change)
        self.looker = Looker(reader.tools, self._tell_of_look)

    def show(self) -> None:
        """The open article at the place where it was left, with its analysis if there is one already."""
        reader = self._reader
        article = reader.article
        self.study.open(article)
        reader.annotator.open()
        reader.view.show(article)
        reader.view.set_analysis(self.study.analysis)
        if place := reader.tools.state.place(article.source):
            reader.view.go_to(place, place="top")
        reader.bottom.explain()
        reader.bottom.locate()

    def begin(self) -> None:
        """Have the article analysed if that is still to be done, and tell what its reader must know."""
        reader = self._reader
        self.remember()
        self.stand()
        reader.annotator.begin()
        self.study.begin(reader.article)
        self.keeper.keep(reader.article, self.study.analysis)
        self.looker.ask(reader.article)
        self._tell()

    def take(self, message: Analysed) -> None:
        """An analysis has come; one of an article that is no longer open is too late."""
        reader = self._reader
        if message.article is not reader.article:
            self.study.note(message.article, message.result)
            if not isinstance(message.result, NewsreaderError):
                # A version that was found while the one before is still being read.
                self.keeper.take(message.article, message.result)
            return
        self.study.take(message.article, message.result)
        if self.study.analysis is not None:
            self.keeper.take(message.article, self.study.analysis)
        reader.annotator.show()
        self._tell()

    def open(self, index: int) -> bool:
        """Open another of the articles; False, with a message, if it cannot be read. What is fetched comes later."""
        from newsreader.ui.messages import ItemWanted, ListWanted

        reader = self._reader
        self.remember()
        item = reader.shelf.items[index]
        if item.is_slow:
            reader.post_message(ItemWanted(item))
            return True
        try:
            found = reader.shelf.open(index)
        except SourceError as error:
            reader.tell(error)
            return False
        if isinstance(found, Article):
            self.turn()
        else:
            reader.post_message(ListWanted(found))
        return True

    def turn(self) -> None:
        """Show the article that the shelf has opened."""
        reader = self._reader
        reader.jumps, reader.marks, reader.left_off = Jumps(), {}, None
        reader.notes.forget()
        reader.selector.let_go()
        reader.finder.clear()
        reader.side.forget()
        reader.changed.forget()
        self.show()
        self.begin()

    def step(self, by: int) -> None:
        """To the next article that can be read, around at the ends."""
        shelf = self._reader.shelf
        number, start = len(shelf.sources), shelf.index
        steps = ((start + by * n) % number for n in range(1, number))
        next((index for index in steps if self.open(index)), None)

    def speak(self) -> None:
        """Change the language of what stands below the text."""
        self.stand()

    def remember(self) -> None:
        """Note where one reads."""
        reader = self._reader
        if not reader.changed.is_earlier:
            reader.tools.state.remember(reader.article.source, reader.view.top_offset)

    def stand(self) -> None:
        """Say what must be known of the article; for most there is nothing, and nothing is imported."""
        reader, notices, remarks = self._reader, self._reader.article.notices, self._reader.changed.remarks
        if remarks:
            notices = tuple(notice for notice in notices if notice not in self._reader.changed.said)
        if notices or remarks or self._standing:
            from newsreader.ui.screens.standing import stand

            stand(reader, notices, remarks)
        self._standing = bool(notices or remarks)

    def _report(self, article: Article, result: Analysis | NewsreaderError) -> None:
        """Called in the background."""
        from newsreader.ui.messages import Analysed

        self._reader.post_message(Analysed(article, result))

    def _tell_of_library(self, error: StoreError) -> None:
        """Called in the background."""
        from newsreader.ui.messages import LibraryTold

        self._reader.post_message(LibraryTold(error))

    def _tell_of_change(self, article: Article, earlier: Earlier) -> None:
        """Called in the background."""
        from newsreader.ui.messages import TextChanged

        self._reader.post_message(TextChanged(article, earlier))

    def _tell_of_look(self, article: Article, look: Look) -> None:
        """Called in the background."""
        from newsreader.ui.messages import Looked

        self._reader.post_message(Looked(article, look))

    def _tell(self) -> None:
        """What has become of the analysis."""
        reader = self._reader
        if self.study.failure:
            reader.tell(self.study.failure)
        for notice in self.study.analysis.notices if self.study.analysis else ():
            reader.notify(reader.phrases(notice), severity="warning", markup=False)
        reader.bottom.explain()
        reader.side.fill()
