"""What one person or organisation has said in all articles: when, where and in what form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from newsreader.library.people.model import Said
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.people.asking import SplitPersonDialog
from newsreader.ui.people.grouping import Heading, Sort, Thing, grouped, matching, source_of
from newsreader.ui.people.head import PersonHead
from newsreader.ui.people.rows import Placed, SaidRow, heading_row, said_height
from newsreader.ui.screens.scoped import ScopedScreen
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from textual import events
    from textual.binding import BindingType

    from newsreader.library.library import Library
    from newsreader.library.model import Filters, Kept
    from newsreader.library.people.model import Appeared, Person
    from newsreader.phrases import Phrases
    from newsreader.ui.choices import Choices
    from newsreader.ui.commands import Keymap

LOW = 18
"""lines of the terminal below which there is no room for the plot"""
SCROLLBAR = 1


class PersonScreen(ScopedScreen[Thing]):
    """Somebody's statements, with a plot above them.

    Args:
        library: opens the library; raises StoreError.
        who: finds the number of the one whom it is about; runs in a thread. None if it is not known.
        read: reads an article at a statement.
        everybody: shows the list of all.
        browse: opens an address in the browser.
        leave: leads back.
        choices: where order and filters are remembered.
        keymap: the keys.
        phrases: what the screen says.
    """

    VIEW = View.PERSON
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.PERSON)
    FILTER = "people.filter_said"

    def __init__(
        self,
        library: Callable[[], Library],
        *,
        who: Callable[[], int | None],
        read: Callable[[Said], None],
        everybody: Callable[[], None],
        browse: Callable[[str], None],
        leave: Callable[[], object],
        choices: Choices,
        keymap: Keymap,
        phrases: Phrases,
    ) -> None:
        super().__init__(library, choices, keymap, phrases)
        self._who = who
        self._read = read
        self._everybody = everybody
        self._browse = browse
        self._leave = leave
        self._person: Person | None = None
        self._said: list[Said] = []
        self._shown: list[Said] = []
        self._heights: dict[tuple[int, int, Placed], int] = {}
        chosen = choices.get("person_order", Sort.NEWEST.value)
        self._sort = next((sort for sort in Sort if sort.value == chosen), Sort.NEWEST)
        self._plotted = choices.get("person_plot", "True") == "True"

    @property
    def person(self) -> Person | None:
        """The one whom it is about."""
        return self._person

    @property
    def line(self) -> tuple[tuple[str, str], ...]:
        """The keys that one must know."""
        return (
            ("open", "people.key.read"),
            ("find", "ui.list.filter"),
            ("group_by", "people.key.sort"),
            ("plot", "people.key.plot"),
            ("join_people", "people.key.join"),
            ("split_person", "people.key.split"),
            ("undo", "people.key.undo"),
            ("leave", "ui.list.back"),
            ("help", "ui.footer.help"),
        )

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of lists and decisions, and the screen's own."""
        return {
            **super().commands,
            "people": self._everybody,
            "group_by": self.sort,
            "plot": self.toggle_plot,
            "split_person": self.ask_split,
            "copy": self.copy,
            "copy_with_source": self.copy_with_source,
            "open_source": self.browse,
        }

    # What it shows

    def head(self) -> Row:
        """Who it is, how much there is, how it is sorted; when and where it was said."""
        person, phrases = self._person, self.phrases
        if person is None:
            return Row(Content(""))
        title = Content.styled(person.name, "bold")
        if person.role and person.role != person.name:
            title += Content.styled(f"  {person.role}", "dim")
        number = phrases.count("people.statements", len(self._said))
        if len(self._shown) != len(self._said):
            number = phrases("ui.list.of", n=len(self._shown), all=number)
        articles = phrases.count("people.articles", len({one.article.number for one in self._shown}))
        how = phrases(f"people.by.{self._sort.value}")
        sort = phrases("people.sorted", key=self.keymap.label("group_by", first=True), how=how)
        told: list[Content] = []
        if others := [name for name in person.names if name != person.name]:
            told.append(Content.styled(phrases("people.also", names=", ".join(others)), "dim"))
        below = Content("   ").join([self.chips(), Content.styled(sort, "dim"), *told])
        plotted = self._shown if self._plotted and self.size.height >= LOW else ()
        return PersonHead(title, f"{number} · {articles}", below, plotted, phrases)

    def row(self, item: Thing) -> Row:
        """A heading or a statement."""
        if isinstance(item, Heading):
            return heading_row(item, self.phrases)
        assert self._person is not None
        marked = self.identity(item) in self.marked
        return SaidRow(item, self._person, self.phrases, placed=self._placed, marked=marked)

    def height(self, item: Thing) -> int:
        """A heading is one line, a statement as many as it needs."""
        if isinstance(item, Heading):
            return 1
        assert self._person is not None
        width, placed = self.size.width - SCROLLBAR, self._placed
        key = (item.statement.number, width, placed)
        if key not in self._heights:
            self._heights[key] = said_height(item, self._person, width, self.phrases, placed=placed)
        return self._heights[key]

    def is_heading(self, item: Thing) -> bool:
        """The cursor stands on statements."""
        return isinstance(item, Heading)

    def identity(self, item: Thing) -> Hashable:
        """A statement by its place, which stays when the article is analysed anew."""
        if isinstance(item, Heading):
            return item.key
        return (item.article.number, item.statement.version, item.statement.spans)

    def fill(self) -> None:
        """List the known statements that hold what is typed."""
        if self._said:
            self._list()
        else:
            self.renew()

    def renew(self) -> None:
        """Look up who it is and what he said."""
        self.look_up(self._find, self._take)

    def on_resize(self, event: events.Resize) -> None:
        """Statements take other lines at another width."""
        if self._person is not None and self.rows.is_attached:
            self.call_after_refresh(self._list)

    # What one does with it

    def choose(self, item: Thing) -> None:
        """Read the article at the statement."""
        if isinstance(item, Said):
            self._read(item)

    def go_back(self) -> None:
        """Back to where the user came from."""
        self._leave()

    def sort(self) -> None:
        """Another order."""
        sorts = list(Sort)
        self._sort = sorts[(sorts.index(self._sort) + 1) % len(sorts)]
        self.choices.set("person_order", Sort.NEWEST.value, self._sort.value)
        self._list()

    def toggle_plot(self) -> None:
        """Show the plot or leave it away."""
        self._plotted = not self._plotted
        self.choices.set("person_plot", "True", str(self._plotted))
        self.redraw()

    def ask_split(self) -> None:
        """Let the user mark the articles in which it is somebody else."""
        person = self._person
        if person is None:
            return
        articles = {item.article.number for item in self.meant if isinstance(item, Said)} if self.marked else set()

        def asked(seen: list[Appeared]) -> None:
            if len(seen) < 2:
                self.say("people.split.single")
                return
            marked = [one.number for one in seen if one.article.number in articles]
            self.app.push_screen(SplitPersonDialog(person, seen, marked, self.phrases), split)

        def split(chosen: frozenset[int] | None) -> None:
            if chosen:
                self.decide(lambda: self.library().people.split(person.number, chosen))

        self.act(lambda: self.library().people.appearances(person.number), asked)

    def copy(self) -> None:
        """Copy what is meant."""
        self._copy([item.statement.text for item in self.meant if isinstance(item, Said)])

    def copy_with_source(self) -> None:
        """Copy what is meant, each with who said it, and the article's title, date and source."""
        self._copy([self._with_source(item) for item in self.meant if isinstance(item, Said)])

    def browse(self) -> None:
        """Open the article's source in the browser."""
        if isinstance(self.current, Said):
            self._browse(self.current.article.source)

    # How it comes about

    def _find(self) -> tuple[Person | None, list[Said]]:
        """Runs in a thread."""
        people = self.library().people
        number = self._person.number if self._person is not None else self._who()
        person = None if number is None else people.get(number)
        return person, [] if person is None else people.said(person.number, self.narrowing.filters)

    def articles(self, filters: Filters) -> Iterable[Kept]:
        """Those in which somebody says something."""
        people, person = self.library().people, self._person
        said = [] if person is None else people.said(person.number, filters)
        return {one.article.number: one.article for one in said}.values()

    def _take(self, found: tuple[Person | None, list[Said]]) -> None:
        person, self._said = found
        if person is None:
            self._shown = []
            self.show([], notice=self.phrases("people.unknown" if self._person is None else "people.gone"))
            return
        self._person = person
        self._heights.clear()
        self._list()

    def _list(self) -> None:
        self._shown = matching(self._said, self.words, self._told_of)
        things = grouped(self._shown, self._sort)
        nothing = self.phrases("ui.panel.no_match" if self.words.strip() else "people.silent")
        if self.narrowing.narrow and not self.words.strip():
            nothing = self.nothing_fits
        self.show(things, notice="" if things else nothing)

    @property
    def _placed(self) -> Placed:
        """What statements tell themselves of where they stand."""
        return {Sort.SOURCE: Placed.WITHOUT_SOURCE, Sort.KIND: Placed.WITH_SOURCE}.get(self._sort, Placed.NOT)

    def _told_of(self, one: Said) -> str:
        """What the filter looks for beside a statement's words."""
        kept, actor = one.article, one.statement.actor
        called = f"{actor.name} {actor.role or ''}" if actor is not None else ""
        kind = self.phrases(f"export.kind.{one.statement.kind.value}")
        days = f"{one.when.date().isoformat()} {one.when.strftime(self.phrases('people.day'))}"
        return "\n".join((kept.title, source_of(kept), kept.site, kind, days, called))

    def _with_source(self, one: Said) -> str:
        kept, name = one.article, self._person.name if self._person else ""
        day = kept.published.strftime(self.phrases("ui.date")) if kept.published else ""
        return f"{one.statement.text}\n– {', '.join(filter(None, (name, kept.title, day, kept.source)))}"

    def _copy(self, texts: list[str]) -> None:
        text = "\n\n".join(texts)
        if text:
            self.app.copy_to_clipboard(text)
            self.status.say(self.phrases.count("ui.say.copied", len(text)))
