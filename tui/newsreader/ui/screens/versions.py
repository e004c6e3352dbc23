"""The list of an article's kept versions: what came with each, any two compared, any one read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content

from newsreader.errors import StoreError
from newsreader.library.changes.telling import summary, when
from newsreader.library.changes.versions import histories
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.comparing.pairing import of_versions
from newsreader.ui.screens.listing import ListScreen
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from textual.binding import BindingType

    from newsreader.library.changes.model import Changes
    from newsreader.library.library import Library
    from newsreader.library.model import KeptVersion
    from newsreader.ui.screens.reader import ReaderScreen


class Entry(NamedTuple):
    """A version in the list.

    Attributes:
        number: its number in the row of versions, from 1 for the oldest.
        version: when it was seen, and under which numbers it is kept.
        before: the version before it, None for the first.
        changes: what came with it, None for the first.
        present: whether it is the one that the source has now, as far as is known.
    """

    number: int
    version: KeptVersion
    before: KeptVersion | None
    changes: Changes | None
    present: bool


class VersionsScreen(ListScreen[Entry]):
    """The versions of an article, the newest first.

    Args:
        reader: the reader, to which it leads back.
        library: opens the library.
        source: path or address of the article.
    """

    VIEW = View.VERSIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.VERSIONS)
    FILTER = "ui.versions.filter"

    def __init__(self, reader: ReaderScreen, library: Callable[[], Library], source: str) -> None:
        super().__init__(reader.keymap, reader.phrases)
        self._reader = reader
        self._library = library
        self._source = source
        self._title = ""
        self._all: list[Entry] | None = None

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, reading and comparing."""
        return {**super().commands, "read_version": self.read, "compare_versions": self.compare}

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """The keys that are named."""
        return (
            ("open", "ui.versions.open"),
            ("read_version", "ui.versions.read"),
            ("mark_row", "ui.versions.mark"),
            ("compare_versions", "ui.versions.compare"),
            ("leave", "ui.list.back"),
            ("help", "ui.footer.help"),
        )

    def head(self) -> Row:
        """The title of the article, and how many versions."""
        number = self.phrases.count("ui.versions.versions", len(self._all)) if self._all else ""
        return Row(Content.styled(self._title or self._source, "bold"), number)

    def row(self, item: Entry) -> Row:
        """When it was seen first, what came with it, and until when it was seen."""
        first, last = (when(moment, self.phrases) for moment in (item.version.first, item.version.last))
        mark = Content.styled("▪ " if self.identity(item) in self.marked else "  ", "bold $accent")
        told = Content.assemble((f"{item.number}  ", "dim"), (first, "bold"))
        if item.present:
            told += Content.styled(f"  {self.phrases('ui.versions.present')}", "$success")
        what = self.phrases("ui.versions.first") if item.changes is None else summary(item.changes, self.phrases)
        seen = f" · {self.phrases('ui.versions.seen', first=first, last=last)}" if first != last else ""
        return Row(mark + told, "", Content(f"     {what}") + Content.styled(seen, "dim"))

    def identity(self, item: Entry) -> Hashable:
        """The number under which it is kept."""
        return item.version.number

    def fill(self) -> None:
        """Look the versions up, once; then those that hold what is typed."""
        if self._all is None:
            self.look_up(self._look, self._found)
            return
        wanted = self.words.casefold().split()
        found = [one for one in self._all if all(word in self._text(one) for word in wanted)]
        self.show(found, notice="" if found else self.phrases("ui.panel.no_match"))

    def choose(self, item: Entry) -> None:
        """Show what came with it."""
        before = item.before
        if before is None:
            self.say("ui.versions.nothing_before")
        else:
            self._reader.changed.compare(lambda: of_versions(self._library(), before, item.version))

    def read(self) -> None:
        """Open the version under the cursor in the reader."""
        if self.current is None:
            return
        try:
            self._reader.changed.read(self._library(), self.current.version, self.current.present)
        except StoreError as error:
            self.notify(self.phrases.say(error), severity="error", markup=False)

    def compare(self) -> None:
        """Compare the two that are marked."""
        two = sorted(self.meant, key=lambda one: one.number)
        if len(two) != 2:
            self.say("ui.versions.mark_two")
        else:
            old, new = two
            self._reader.changed.compare(lambda: of_versions(self._library(), old.version, new.version))

    def _look(self) -> tuple[str, list[Entry]]:
        """Runs in the background."""
        library = self._library()
        kept = library.find(self._source)
        if kept is None:
            return "", []
        versions = library.versions(kept.number)
        found = [
            Entry(n + 1, version, versions[n - 1] if n else None, changes, version.number == kept.version)
            for n, (version, changes) in enumerate(zip(versions, histories(library, versions), strict=True))
        ]
        return kept.title, found[::-1]

    def _found(self, result: tuple[str, list[Entry]]) -> None:
        self._title, self._all = result
        notice = "" if self._all else self.phrases("ui.changes.not_kept")
        self.show(self._all, notice=notice)

    def _text(self, item: Entry) -> str:
        """What the filter looks at."""
        what = "" if item.changes is None else summary(item.changes, self.phrases)
        return f"{item.number} {when(item.version.first, self.phrases)} {what}".casefold()
