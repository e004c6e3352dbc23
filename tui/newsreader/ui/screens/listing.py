"""What screens that are one list share: a head, a line to filter by, the rows, the line below."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from newsreader.resources import folder
from newsreader.ui.screens.busy import BusyScreen
from newsreader.ui.widgets.filter import FilterInput
from newsreader.ui.widgets.row import Row
from newsreader.ui.widgets.rows import RowList
from newsreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from newsreader.errors import NewsreaderError
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.messages import KeyPressed
    from newsreader.ui.widgets.rows import Drawable

T = TypeVar("T")


class ListScreen(BusyScreen, Generic[T]):
    """A list of things of one type with everything that one does in lists: moving by letters, pages and edges,
    filtering while one types, marking several rows, choosing, leaving.

    To make one: add its view to `View` and to `LISTS` in `commands/command.py` (that gives it the keys that all lists
    have), its own commands to a module of `commands/` with `None` as what they do, and here

        class ShelfScreen(ListScreen[Kept]):
            VIEW = View.SHELF
            BINDINGS = bindings(View.SHELF)
            FILTER = "ui.shelf.filter"                              # what stands in the empty filter

            line        what the line below names: (("open", "ui.shelf.open"), ..., ("help", "ui.footer.help"))
            commands    the common ones and its own: {**super().commands, "shelf_delete": self.delete}
            row         how a thing looks; it is asked for what is in sight only, so ten thousand are no matter
            identity    what a thing is known by, so that cursor and marks stay on it when the list is filled anew
            fill        looks up what is to be listed and hands it to `show`
            choose      what enter or a click does
            go_back     leads back to where the user came from

    `fill` is called once the screen stands, when it comes back into sight, and whenever `words` has changed; what takes
    long belongs into `look_up`, and what changes something into `act`. What is wrong, or that there is nothing, is said
    in the place of the rows: `show([], notice=...)`. Texts from outside go into `Content`, never into markup.

    Args:
        keymap: the keys as they are in force.
        phrases: what the screen says.

    Attributes:
        rows: the list.
        status: the line below.
        items: what is listed.
        notice: what is said above the rows or in their place.
        marked: the keys of what is marked.
    """

    CSS_PATH: ClassVar = folder("styles") / "lists.tcss"
    FILTER: ClassVar[str] = "ui.panel.filter"
    PATIENCE: ClassVar[float] = 0.0
    """seconds without a key after which what is typed into the filter counts"""
    AUTO_FOCUS = "RowList"

    def __init__(self, keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(keymap, phrases)
        self.items: Sequence[T] = ()
        self.notice = ""
        self.marked: set[Hashable] = set()
        self.rows = RowList(id="rows")
        self.status = StatusLine()
        self._typed = FilterInput(placeholder=phrases(self.FILTER), compact=True, id="rows-filter")
        self._waiting: Timer | None = None
        self._numbers: Sequence[int] = ()
        self._resumed = False

    # What a subclass says

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """What the line below names: the id of a command and the phrase of its word; the last is never left out."""
        return (("find", "ui.list.filter"), ("leave", "ui.list.back"), ("help", "ui.footer.help"))

    def head(self) -> Row:
        """What stands above the list: its title, how many there are, what they are narrowed to."""
        return Row(Content(""))

    def row(self, item: T) -> Drawable:
        """How a thing looks."""
        raise NotImplementedError

    def identity(self, item: T) -> Hashable:
        """What a thing is known by."""
        return item

    def height(self, item: T) -> int:
        """Lines of its row."""
        return 2

    def is_heading(self, item: T) -> bool:
        """Whether the row is only a heading, on which the cursor never stands."""
        return False

    def fill(self) -> None:
        """Look up what is to be listed and `show` it."""
        raise NotImplementedError

    def renew(self) -> None:
        """Look up anew what may have changed since."""
        self.fill()

    def choose(self, item: T) -> None:
        """What enter or a click does."""

    def go_back(self) -> None:
        """Back to where the user came from."""
        self.app.pop_screen()

    # What it can be asked

    @property
    def words(self) -> str:
        """What is typed into the filter."""
        return self._typed.value

    @words.setter
    def words(self, words: str) -> None:
        self._typed.value = words

    @property
    def current(self) -> T | None:
        """What the cursor stands on."""
        return None if self.rows.cursor is None else self.items[self.rows.cursor]

    @property
    def meant(self) -> list[T]:
        """What a command is about: all that is marked, else what the cursor stands on."""
        marked = [item for item in self.items if self.identity(item) in self.marked]
        return marked or ([] if self.current is None else [self.current])

    # What happens

    def compose(self) -> ComposeResult:
        """The parts."""
        yield Static(id="rows-head")
        with Horizontal(id="rows-filter-line"):
            yield Static("/", id="rows-filter-sign")
            yield self._typed
        yield Static(id="rows-notice")
        yield self.rows
        yield self.status

    def on_mount(self) -> None:
        """Name the keys and fill the list."""
        keys = (self.named(command, word) for command, word in self.line)
        self.status.keys = tuple(key for key in keys if key.label)
        self.fill()

    def on_screen_resume(self) -> None:
        """Things may have changed while another screen was to be seen; the first time it is filled already."""
        if self._resumed:
            self.renew()
        self._resumed = True

    def show(self, items: Sequence[T], *, notice: str = "", cursor: int | None = None) -> None:
        """List things; the cursor stays on what it stood on, else near the place.

        Args:
            items: the things in order.
            notice: what is said in their place, or above them.
            cursor: index of what the cursor is to stand on.
        """
        before, place = self.current, self.rows.cursor
        self.items, self.notice = items, notice
        if cursor is None and before is not None:
            known = self.identity(before)
            cursor = next((n for n, item in enumerate(items) if self.identity(item) == known), place)
        self.marked &= {self.identity(item) for item in items} if self.marked else set()
        still = {n for n, item in enumerate(items) if self.is_heading(item)}
        self._numbers = list(accumulate(int(n not in still) for n in range(len(items))))
        self.rows.show([self.height(item) for item in items], self._draw, cursor=cursor, still=still)
        self.query_one("#rows-head", Static).update(self.head())
        note = self.query_one("#rows-notice", Static)
        note.update(Content(notice))
        note.display = bool(notice)
        self.locate()

    def redraw(self) -> None:
        """Draw rows and head anew, when something about the things has changed but not which there are."""
        self.rows.redraw()
        self.query_one("#rows-head", Static).update(self.head())
        self.locate()

    def say_failed(self, error: NewsreaderError) -> None:
        """Nothing could be looked up: that is said in the place of the rows."""
        self.show([], notice=self.phrases.say(error))

    def locate(self) -> None:
        """Say which row the cursor stands on, and how many are marked."""
        at, numbers = self.rows.cursor, self._numbers
        self.status.place = ("" if at is None else f"{numbers[at]}/{numbers[-1]}", "", "")
        self.status.note = self.phrases.count("ui.list.marked", len(self.marked)) if self.marked else ""

    def say(self, key: str, **values: object) -> None:
        """A passing message in the line below, by the key of its phrase."""
        self.status.say(self.phrases(key, **values))

    # What the common commands do

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those that all lists have."""
        rows = self.rows
        return {
            **super().commands,
            "line_down": partial(rows.move, 1),
            "line_up": partial(rows.move, -1),
            "page_down": partial(rows.move_pages, 1),
            "page_up": partial(rows.move_pages, -1),
            "half_down": partial(rows.move_pages, 0.5),
            "half_up": partial(rows.move_pages, -0.5),
            "top": partial(rows.move_to, 0),
            "end": partial(rows.move_to, len(self.items) - 1, forward=False),
            "find": self.find,
            "open": self.open,
            "leave": self.leave,
            "palette": self.show_palette,
            "mark_row": self.mark,
            "mark_all": self.mark_all,
        }

    def open(self) -> None:
        """Choose what the cursor stands on."""
        if self.current is not None:
            self.choose(self.current)

    def find(self) -> None:
        """Type what the rows must hold."""
        self.add_class("-filtering")
        self.set_focus(self._typed)

    def leave(self) -> None:
        """Let go, one thing at a time: the filter, what is marked, the screen."""
        if self.words:
            self.words = ""
        elif self.marked:
            self.marked.clear()
            self.redraw()
        else:
            self.go_back()

    def mark(self) -> None:
        """Mark what the cursor stands on, or unmark it, and go on."""
        if self.current is not None:
            self.marked ^= {self.identity(self.current)}
            self.rows.move(1)
            self.redraw()

    def mark_all(self) -> None:
        """Mark everything that is listed; if it is, nothing."""
        everything = {self.identity(item) for item in self.items if not self.is_heading(item)}
        self.marked = set() if self.marked >= everything else everything
        self.redraw()

    def show_palette(self) -> None:
        """The commands of this screen by name."""
        from newsreader.ui.palette import screen_palette

        self.app.push_screen(screen_palette(self))

    # What the parts tell

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A row was clicked."""
        message.stop()
        self.choose(self.items[message.index])

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """The cursor moved."""
        message.stop()
        self.locate()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while typing."""
        event.stop()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(self.PATIENCE, self._narrow) if self.PATIENCE and event.value else None
        if self._waiting is None:
            self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the rows."""
        event.stop()
        self._to_rows()

    def on_filter_input_done(self, event: FilterInput.Done) -> None:
        """To the rows."""
        event.stop()
        self._to_rows()

    def on_key_pressed(self, message: KeyPressed) -> None:
        """A key's word in the line below was clicked."""
        self.action_command(message.command)

    def _narrow(self) -> None:
        self._waiting = None
        if not self.words and not self._typed.has_focus:
            self.remove_class("-filtering")
        self.fill()

    def _to_rows(self) -> None:
        if not self.words:
            self.remove_class("-filtering")
        self.set_focus(self.rows)

    def _draw(self, index: int) -> Drawable:
        return self.row(self.items[index])
