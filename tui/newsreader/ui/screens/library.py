"""The library: what was read, and what one does with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from newsreader.article.sources import is_address
from newsreader.errors import NewsreaderError
from newsreader.library.model import Hit, HitKind, Kept
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.kept.jumping import jump
from newsreader.ui.kept.opening import Opened, open_kept
from newsreader.ui.kept.undoing import Deleted, Marked, Step, Steps
from newsreader.ui.messages import Checked, FeedsWanted, PassageWanted, PeopleWanted, VersionsWanted
from newsreader.ui.screens.library_list import LibraryList, Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.binding import BindingType

    from newsreader.annotations.store.store import Store
    from newsreader.article.model import Article
    from newsreader.library.library import Library
    from newsreader.library.looking.round import Progress
    from newsreader.phrases import Phrases
    from newsreader.ui.choices import Choices
    from newsreader.ui.commands import Keymap
    from newsreader.ui.kept.checking import Checking
    from newsreader.ui.screens.reader import ReaderScreen


class LibraryScreen(LibraryList):
    """The library's list and what one does with it: reading, marking as read, deleting, undoing.

    Args:
        library: opens the library; raises StoreError.
        notes: opens the store of annotations; raises StoreError.
        keeps: whether what is read is kept now.
        read: reads an article from a file; raises SourceError.
        show_article: shows an article in the reader, with its analysis where there is one, and is told when it stands.
        show_source: fetches a source anew and shows it.
        checking: gives what looks at pages in the background, None where nothing is fetched.
        browse: opens an address in the browser.
        choices: where the order and the filters are remembered.
        keymap: the keys.
        phrases: what the screen says.
    """

    VIEW = View.LIBRARY
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.LIBRARY)

    def __init__(
        self,
        library: Callable[[], Library],
        notes: Callable[[], Store],
        *,
        keeps: bool,
        read: Callable[[str], Article],
        show_article: Callable[[Opened, Callable[[ReaderScreen], None] | None], None],
        show_source: Callable[[str], None],
        checking: Callable[[], Checking] | None,
        browse: Callable[[str], None],
        choices: Choices,
        keymap: Keymap,
        phrases: Phrases,
    ) -> None:
        super().__init__(library, notes, keeps=keeps, choices=choices, keymap=keymap, phrases=phrases)
        self._read = read
        self._show_article = show_article
        self._show_source = show_source
        self._checking = checking
        self._progress: Progress | None = None
        self._browse = browse
        self._steps = Steps()

    # What it lists

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """The keys that one must know; the filters' own stand beside them."""
        return (
            ("open", "ui.feed.open"),
            ("find", "ui.library.find"),
            ("toggle_read", "ui.library.toggle"),
            ("mark_row", "ui.library.mark"),
            ("remove", "ui.library.remove"),
            ("undo", "ui.library.undo"),
            ("changes", "ui.library.versions"),
            ("check_pages", "ui.library.check"),
            ("leave", "ui.list.back"),
            ("help", "ui.footer.help"),
        )

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of the list, and what one does with articles."""
        return {
            **super().commands,
            "library": self.go_back,
            "feeds": lambda: self.post_message(FeedsWanted()),
            "people": self.show_people,
            "toggle_read": self.toggle_read,
            "remove": self.delete_meant,
            "undo": self.undo,
            "redo": self.redo,
            "reload": self.reload,
            "changes": self.show_versions,
            "open_source": self.browse,
            "check_pages": self.check,
        }

    # What one does with it

    def choose(self, item: Thing) -> None:
        """Read it; a hit at its place."""
        kept = self._kept(item)
        if kept is None:
            self.say("ui.library.not_kept")
            return
        version = then = None
        if isinstance(item, Hit) and item.kind is HitKind.EARLIER and item.version is not None:
            self.post_message(PassageWanted(kept.number, item.version, item.span))
            return
        if isinstance(item, Hit):
            version, then = item.version, partial(jump, hit=item, query=self.words.strip())

        def arrived(opened: Opened | None) -> None:
            if opened is None:
                self.say("ui.library.gone")
                self.fill()
            else:
                self._show_article(opened, then)

        self.act(partial(open_kept, self._library, kept, self._read, version), arrived)

    def reload(self) -> None:
        """Read the article from its source again."""
        kept = self._kept(self.current)
        if kept is not None and kept.source != "-":
            self._show_source(kept.source)

    def browse(self) -> None:
        """Open the article's source in the browser."""
        if kept := self._kept(self.current):
            self._browse(kept.source)

    def show_people(self) -> None:
        """Show who has a say in all of it."""
        self.post_message(PeopleWanted(None))

    def show_versions(self) -> None:
        """List the versions of the article under the cursor."""
        kept = self._kept(self.current)
        if kept is not None:
            self.post_message(VersionsWanted(kept.source))

    def toggle_read(self) -> None:
        """Mark what is meant as read; if all of it is, as unread."""
        meant = self._articles_meant()
        read = not all(kept.read for kept in meant)
        numbers = [kept.number for kept in meant if kept.read is not read]
        if numbers:
            self.act(lambda: self._library().mark(numbers, read=read), lambda _: self._done(Marked(numbers, read)))

    def delete_meant(self) -> None:
        """Delete what is meant; it can be undone."""
        if numbers := [kept.number for kept in self._articles_meant()]:
            self.act(lambda: self._library().delete(numbers), lambda deletion: self._done(Deleted(deletion)))

    def undo(self) -> None:
        """Take back what was done last."""
        self.act(lambda: self._steps.undo(self._library()), partial(self._stepped, "undo"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self.act(lambda: self._steps.redo(self._library()), partial(self._stepped, "redo"))

    def check(self) -> None:
        """Let the user choose pages that are looked at again; what is under way is called off."""
        from newsreader.ui.kept.checking import which_dialog

        if self._checking is None or not self._keeps:
            self.say("ui.check.private")
            return
        checking = self._checking()
        if checking.busy:
            checking.cancel()
            return

        def chosen(articles: Sequence[Kept] | None) -> None:
            if articles:
                checking.start(articles, lambda result: self.post_message(Checked(result)))
                self._progress = checking.progress
                self.locate()

        found = self._articles_meant() if self.marked else _articles(map(self._kept, self.items))
        pages = [kept for kept in found if is_address(kept.source)]
        current = self._kept(self.current)
        one = current if current in pages else None
        if not pages:
            self.say("ui.check.nothing")
        else:
            self.app.push_screen(which_dialog(one, pages, self.phrases, marked=bool(self.marked)), chosen)

    def locate(self) -> None:
        """Say beside the place how far it is looked whether pages have changed."""
        super().locate()
        self.status.indicator = ""
        if self._progress is not None:
            from newsreader.ui.kept.checking import shown

            self.status.indicator = shown(self._progress, self.keymap.label("check_pages", first=True), self.phrases)

    # What comes of it

    def on_checked(self, message: Checked) -> None:
        """Pages were looked at."""
        from newsreader.library.looking.pages import Outcome
        from newsreader.library.looking.round import Progress, Tally
        from newsreader.ui.kept.checking import told

        message.stop()
        result, phrases = message.result, self.phrases
        self._progress = result if isinstance(result, Progress) else None
        self.locate()
        if isinstance(result, NewsreaderError):
            self.app.notify(phrases.say(result), severity="error", timeout=8, markup=False)
        elif isinstance(result, Tally):
            said, here = told(result, phrases), self.app.screen is self and not self.words
            if result.of(Outcome.CHANGED):
                self.marked.clear()
                if here:
                    self._narrow_to(changed=True)
                else:
                    said += f" · {phrases('ui.check.lists', key=self.keymap.label('only_changed', first=True))}"
            self.app.notify(said, timeout=10, markup=False)
            self.fill()

    def _done(self, step: Step) -> None:
        self._steps.add(step)
        self.marked.clear()
        self.status.say(self.phrases.count(f"ui.library.step.{step.name}", step.number))
        self.fill()

    def _stepped(self, way: str, step: Step | None) -> None:
        if step is None:
            self.say(f"ui.say.nothing_to_{way}")
            return
        what = self.phrases.count(f"ui.library.step.{step.name}", step.number)
        self.say(f"ui.say.{way}", what=what)
        self.fill()

    def _articles_meant(self) -> list[Kept]:
        """The articles that are marked, else the one under the cursor or in which something was found."""
        return _articles(map(self._kept, self.meant))


def _articles(found: Iterable[Kept | None]) -> list[Kept]:
    """Articles in order, each once."""
    return list({kept.number: kept for kept in found if kept is not None}.values())
