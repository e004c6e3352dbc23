"""The screen of what has changed between two versions of an article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from newsreader.errors import NewsreaderError
from newsreader.library.changes.telling import summary
from newsreader.resources import folder
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.comparing.model import Way, as_text
from newsreader.ui.comparing.setting import paragraphs
from newsreader.ui.messages import Compared
from newsreader.ui.screens.commanding import CommandScreen
from newsreader.ui.widgets.changes import ChangesView
from newsreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.article.model import Article, Span
    from newsreader.library.changes.model import Changes
    from newsreader.ui.comparing.model import Paragraph
    from newsreader.ui.comparing.pairing import Pair
    from newsreader.ui.messages import KeyPressed
    from newsreader.ui.screens.reader import ReaderScreen

WIDE = 120
"""columns from which on two versions stand beside each other"""

KEYS = (
    ("next_change", "ui.changes.next"),
    ("previous_change", "ui.changes.previous"),
    ("whole_text", "ui.changes.whole"),
    ("beside", "ui.changes.beside"),
    ("all_versions", "ui.changes.versions"),
    ("leave", "ui.list.back"),
    ("help", "ui.footer.help"),
)


class ChangesScreen(CommandScreen):
    """What is different between two versions: what is told about them, statements, sentences.

    Args:
        reader: the reader, to which it leads back.
        find: gets the two versions; runs in a thread.
        at: the place in the older text (code points) whose change is chosen at first, None for none.
    """

    CSS_PATH: ClassVar = folder("styles") / "changes.tcss"
    VIEW = View.CHANGES
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.CHANGES)
    AUTO_FOCUS = "ChangesView"

    def __init__(self, reader: ReaderScreen, find: Callable[[], Pair], at: Span | None = None) -> None:
        super().__init__(reader.keymap, reader.phrases)
        self._reader = reader
        self._find = find
        self._at = at
        self._pair: Pair | None = None
        self._asked: list[Article] = []
        self._given_up = False
        self.changes: Changes | None = None
        self.view = ChangesView()
        self.status = StatusLine()
        self._head = Static(id="changes-head")
        self._beside = reader.choices.get("changes", "unified") == "beside"
        self._whole = False

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Scrolling, going from change to change, other ways to see them."""
        view = self.view
        return {
            **super().commands,
            "line_down": partial(view.scroll_lines, 1),
            "line_up": partial(view.scroll_lines, -1),
            "page_down": partial(view.scroll_pages, 1),
            "page_up": partial(view.scroll_pages, -1),
            "half_down": partial(view.scroll_pages, 0.5),
            "half_up": partial(view.scroll_pages, -0.5),
            "top": partial(view.scroll_home, animate=False),
            "end": partial(view.scroll_end, animate=False),
            "next_change": partial(self.step, 1),
            "previous_change": partial(self.step, -1),
            "whole_text": self.show_whole,
            "beside": self.show_beside,
            "all_versions": self._reader.changed.show_versions,
            "to_change": self.go,
            "copy": self.copy,
            "leave": self.app.pop_screen,
            "palette": self.show_palette,
        }

    @property
    def is_beside(self) -> bool:
        """Whether the versions stand beside each other."""
        return self._beside and self.app.size.width >= WIDE

    def compose(self) -> ComposeResult:
        """The parts."""
        yield self._head
        yield self.view
        yield self.status

    def on_mount(self) -> None:
        """Compare."""
        self._head.update(Content(self.phrases("ui.changes.comparing")))
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        """Set the changes anew where there is room for another way, and name the keys that make sense."""
        keys = [key for key in KEYS if key[0] != "beside" or event.size.width >= WIDE]
        self.status.keys = tuple(self.named(command, word) for command, word in keys)
        self._fill()

    def analysed(self, article: Article) -> None:
        """An article was analysed: if it is one of the two, compare again."""
        if any(article is one for one in self._asked):
            self._asked = [one for one in self._asked if one is not article]
            if not self._asked:
                self._look()

    def renew(self) -> None:
        """Set the changes anew, since something beside the texts is another."""
        self._fill()

    # What the commands do

    def step(self, by: int) -> None:
        """To the next or previous change."""
        if not self.view.step(by):
            self.status.say(self.phrases("ui.changes.no_more"))

    def show_whole(self) -> None:
        """Show the whole text, or only the changes again."""
        self._whole = not self._whole
        self._fill()

    def show_beside(self) -> None:
        """Show the versions beside each other, or in one column again."""
        if self.app.size.width < WIDE:
            self.status.say(self.phrases("ui.changes.too_narrow"))
            return
        self._beside = not self._beside
        self._reader.choices.set("changes", "unified", "beside" if self._beside else "unified")
        self._fill()

    def go(self) -> None:
        """To the place of the chosen change in the reader, if the newer version is open there."""
        chosen, pair = self.view.paragraph, self._pair
        if chosen is None or pair is None:
            return
        if chosen.place is None:
            self.status.say(self.phrases("ui.changes.gone"))
            return
        if pair.new.article.id != self._reader.article.id:
            self.status.say(self.phrases("ui.changes.elsewhere"))
            return
        while self.app.screen is not self._reader:
            self.app.pop_screen()
        self._reader.go(chosen.place)

    def copy(self) -> None:
        """Copy the chosen change, else all of them."""
        if self.changes is None:
            return
        # As it is read without colours, and in one column.
        listed = self._set(self.changes, Way(whole=self._whole, marks=True))
        if self.view.chosen is not None:
            chosen = [one for one in listed if one.stop][self.view.stops.index(self.view.chosen)]
            listed = [chosen]
        text = as_text(listed)
        self.app.copy_to_clipboard(text)
        self.status.say(self.phrases.count("ui.say.copied", len(text)))

    def show_palette(self) -> None:
        """The commands of this screen by name."""
        from newsreader.ui.palette import screen_palette

        self.app.push_screen(screen_palette(self))

    # What is told

    def on_compared(self, message: Compared) -> None:
        """The versions were compared."""
        message.stop()
        if message.failure is not None:
            self._head.update(Content(self.phrases.say(message.failure)))
            return
        self.changes = message.changes
        self._ask(message.lacking)
        self._fill()

    def on_changes_view_moved(self, message: ChangesView.Moved) -> None:
        """Another change was chosen."""
        message.stop()
        self._locate()

    def on_key_pressed(self, message: KeyPressed) -> None:
        """A key's word in the line below was clicked."""
        self.action_command(message.command)

    def _look(self) -> None:
        """Compare in the background."""
        known = self._reader.desk.study.known

        def work() -> None:
            try:
                self._pair = pair = self._pair or self._find()
                self.post_message(pair.compared(known))
            except NewsreaderError as error:
                self.post_message(Compared(None, error))

        self.run_worker(work, thread=True, group="changes", exclusive=True)

    def _ask(self, lacking: Sequence[Article]) -> None:
        """Have versions analysed that are not; once, since what could not be analysed cannot be."""
        study = self._reader.desk.study
        if self._asked or self._given_up or study.failure is not None:
            return
        self._asked, self._given_up = list(lacking), True
        for article in self._asked:
            # The one that is open is analysed anyway.
            if article is not self._reader.article:
                study.also(article)

    def _fill(self) -> None:
        changes, pair = self.changes, self._pair
        if changes is None or pair is None:
            return
        way = Way(self.is_beside, self._whole, bool(self.app.no_color))
        listed = self._set(changes, way)
        self._head.update(self._title(changes, pair, empty=not changes.different and not changes.facts))
        self.view.show(listed)
        if self._at is not None:
            self.view.choose_old(self._at)
            self._at = None
        self._locate()

    def _set(self, changes: Changes, way: Way) -> list[Paragraph]:
        """The changes, with what became of the annotations if the newer version is open in the reader."""
        book = self._reader.annotator.notebook
        if book is None or changes.new.id != book.article.id:
            return paragraphs(changes, self.phrases, way)
        from newsreader.ui.comparing.noted import noted

        return paragraphs(changes, self.phrases, way, noted(book, self.phrases))

    def _title(self, changes: Changes, pair: Pair, *, empty: bool) -> Content:
        """The title of the newer version, which two these are, and what has changed in a few words."""
        which = self.phrases("ui.changes.of", old=pair.old.told(self.phrases), new=pair.new.told(self.phrases))
        what = summary(changes, self.phrases)
        if empty and not changes.changed_statements:
            same = changes.old.text == changes.new.text
            what = self.phrases("ui.changes.nothing" if same else "ui.changes.only_blanks")
        lines = [Content.styled(changes.new.title, "bold $primary"), Content(f"{which} · {what}")]
        if self._asked:
            lines.append(Content.styled(self.phrases("ui.changes.no_statements"), "dim"))
        return Content("\n").join(lines)

    def _locate(self) -> None:
        stops, chosen = self.view.stops, self.view.chosen
        at = f"{stops.index(chosen) + 1}/" if chosen in stops else ""
        self.status.place = (f"{at}{len(stops)}" if stops else "", "", "")
