"""The library's list: kept articles, or what a search finds in them; narrowed and ordered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from textual.content import Content

from newsreader.errors import StoreError
from newsreader.library.model import Hit, HitKind, Hits, Kept
from newsreader.ui.kept import asking
from newsreader.ui.kept.narrowing import Narrowing
from newsreader.ui.kept.rows import WIDE, ArticleRow, HitRow, KindRow, table_head
from newsreader.ui.kept.sources import sources
from newsreader.ui.screens.listing import ListScreen
from newsreader.ui.widgets.row import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from textual import events

    from newsreader.annotations.store.store import Store
    from newsreader.library.library import Library
    from newsreader.phrases import Phrases
    from newsreader.ui.choices import Choices
    from newsreader.ui.commands import Keymap
    from newsreader.ui.kept.periods import Period
    from newsreader.ui.widgets.rows import Drawable

Thing: TypeAlias = Kept | Hit | HitKind
"""what has a row: an article, something that was found, or the heading above what was found of a kind"""

MOST = 100
"""hits of a kind that are listed"""
FIRST = 200
"""articles that are listed before all the others are"""


class Listed(NamedTuple):
    """Articles that fit the filters, how many of them there are, and how many articles there are in all."""

    articles: list[Kept]
    fitting: int
    total: int


class LibraryList(ListScreen[Thing]):
    """Kept articles, or what a search finds in them, with filters that are set by keys and to be seen.

    Args:
        library: opens the library; raises StoreError.
        notes: opens the store of annotations; raises StoreError.
        keeps: whether what is read is kept now.
        choices: where the order and the filters are remembered.
        keymap: the keys.
        phrases: what the screen says.

    Attributes:
        narrowing: filters and order.
        hits: what a search has found, None while articles are listed.
    """

    FILTER = "ui.library.search"
    PATIENCE = 0.15

    def __init__(
        self,
        library: Callable[[], Library],
        notes: Callable[[], Store],
        *,
        keeps: bool,
        choices: Choices,
        keymap: Keymap,
        phrases: Phrases,
    ) -> None:
        super().__init__(keymap, phrases)
        self._library = library
        self._notes = notes
        self._keeps = keeps
        self._choices = choices
        self.narrowing = Narrowing()
        self.narrowing.restore(choices.get("library_order", ""))
        self.narrowing.restore_filters(choices.get("library_filters", ""))
        self.hits: Hits | None = None
        self._fitting = self._total = 0
        self._wide = False

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, and the filters'."""
        narrowing = self.narrowing
        return {
            **super().commands,
            "only_unread": partial(self._narrow_to, unread=not narrowing.unread),
            "only_annotated": partial(self._narrow_to, annotated=not narrowing.annotated),
            "only_changed": partial(self._narrow_to, changed=not narrowing.changed),
            "from_source": self.ask_source,
            "from_period": self.ask_period,
            "all_articles": self.widen,
            "other_order": self.step_order,
            "other_way": self.turn,
            "found_in": self.step_kinds,
        }

    def head(self) -> Head:
        """The title and how many; the filters and the order; what was found, or the table's columns."""
        phrases, keymap, hits = self.phrases, self.keymap, self.hits
        title = Content.styled(phrases("ui.library.title"), "bold")
        if not self._keeps:
            title += Content.styled(f"  {phrases('ui.library.private')}", "dim")
        chips = self._chips(short=False)
        if Content("  ").join(chips).cell_length > self.size.width - 2:
            chips = self._chips(short=True)
        if hits is None:
            number = phrases.count("ui.library.articles", self._total)
            right = number if self._fitting == self._total else phrases("ui.list.of", n=self._fitting, all=number)
            table = (lambda width: table_head(width, phrases)) if self._wide and self.items else None
            return Head(title, right, Content("  ").join(chips), table)
        found = self.narrowing.kinds_shown(hits.total, keymap, phrases)
        missing = phrases("ui.library.missing", n=hits.missing) if hits.missing else ""
        return Head(title, missing, Content("  ").join(chips), lambda _: found)

    def _chips(self, *, short: bool) -> list[Content]:
        """The filters and, where articles are listed, the order."""
        narrowing, keymap, phrases = self.narrowing, self.keymap, self.phrases
        order = [] if self.hits is not None else [narrowing.order_shown(keymap, phrases)]
        return [*narrowing.shown(keymap, phrases, short=short), *order]

    def row(self, item: Thing) -> Drawable:
        """A kept article, or a hit."""
        today = datetime.now().astimezone().date()
        marked = self.identity(item) in self.marked
        if isinstance(item, Hit):
            return HitRow(item, self.phrases, today, marked=marked)
        if isinstance(item, HitKind):
            shown = sum(isinstance(one, Hit) and one.kind is item for one in self.items)
            return KindRow(item, shown, self.hits.total.get(item, shown) if self.hits else shown, self.phrases)
        return ArticleRow(item, self.phrases, today, marked=marked)

    def identity(self, item: Thing) -> Hashable:
        """An article by its number, a hit by its place."""
        if isinstance(item, Hit):
            return (item.kind, item.article and item.article.number, item.version, item.span, item.item)
        return item if isinstance(item, HitKind) else item.number

    def height(self, item: Thing) -> int:
        """An article is one line of the table where there is room for it."""
        return 1 if isinstance(item, HitKind) or (self._wide and isinstance(item, Kept)) else 2

    def is_heading(self, item: Thing) -> bool:
        """What was found is listed by kind."""
        return isinstance(item, HitKind)

    def fill(self) -> None:
        """Look up what is to be listed."""
        filters, kinds, words = self.narrowing.filters, self.narrowing.kinds, self.words.strip()
        if words:
            self.look_up(lambda: self._opened().search(words, filters, MOST, kinds), self.take_hits)
            return
        order, descending = self.narrowing.order, self.narrowing.descending

        def articles(limit: int | None) -> Listed:
            library = self._opened()
            listed = library.articles(filters, order, descending, limit)
            return Listed(listed, library.count(filters), library.count())

        def rest(first: Listed) -> None:
            self._take_articles(first)
            if first.fitting > len(first.articles):
                self.look_up(partial(articles, None), self._take_articles)

        limit = None if len(self.items) > FIRST else FIRST
        self.look_up(partial(articles, limit), rest)

    def on_resize(self, event: events.Resize) -> None:
        """Another form of the rows where there is more or less room."""
        wide = event.size.width - 1 >= WIDE
        changed, self._wide = wide != self._wide, wide
        if self.rows.is_attached and not changed:
            self.redraw()
        elif self.rows.is_attached:
            self.show(self.items, notice=self.notice)

    def ask_source(self) -> None:
        """Let the user choose a source among those that fit the other filters."""
        filters = replace(self.narrowing.filters, source="")

        def asked(found: list[Kept]) -> None:
            dialog = asking.source_dialog(sources(found), self.narrowing.site, self.phrases)
            self.app.push_screen(dialog, self._take_site)

        self.act(lambda: self._library().articles(filters), asked)

    def ask_period(self) -> None:
        """Let the user choose or type a period."""
        self.app.push_screen(asking.period_dialog(self.narrowing.period, self.phrases), self._take_period)

    def widen(self) -> None:
        """No filter any more."""
        self.narrowing.clear()
        self._remember_filters()
        self.fill()

    def step_order(self) -> None:
        """Another order."""
        self.narrowing.step_order()
        self._reorder()

    def turn(self) -> None:
        """The other way round."""
        self.narrowing.turned = not self.narrowing.turned
        self._reorder()

    def step_kinds(self) -> None:
        """Search in articles, statements or notes only."""
        self.narrowing.step_kinds()
        self.fill()

    def _take_articles(self, found: Listed) -> None:
        self._fitting, self._total, self.hits = found.fitting, found.total, None
        self.show(found.articles, notice="" if found.articles else self._nothing())

    def take_hits(self, hits: Hits) -> None:
        """List what a search has found, by kind."""
        self.hits = hits
        listed: list[Thing] = []
        for kind in HitKind:
            found = [hit for hit in hits if hit.kind is kind]
            listed += [kind, *found] if found else []
        self.show(listed, notice="" if listed else self._nothing())

    def _take_site(self, site: str | None) -> None:
        if site is not None:
            self._narrow_to(site=site)

    def _take_period(self, period: Period | None) -> None:
        if period is not None:
            self._narrow_to(period=period)

    def _narrow_to(self, **wanted: object) -> None:
        for name, value in wanted.items():
            setattr(self.narrowing, name, value)
        self._remember_filters()
        self.fill()

    def _remember_filters(self) -> None:
        self._choices.set("library_filters", "", self.narrowing.saved_filters)

    def _reorder(self) -> None:
        self._choices.set("library_order", "", self.narrowing.saved)
        self.fill()

    def _nothing(self) -> str:
        """Why there is nothing to be seen, and what to do."""
        widen = self.keymap.label("all_articles", first=True)
        if self.narrowing.changed and self.hits is None:
            return self.phrases("ui.library.no_news", check=self.keymap.label("check_pages", first=True), all=widen)
        if self.narrowing.narrow:
            return self.phrases("ui.library.no_match", key=widen)
        if self.hits is not None:
            return self.phrases("ui.library.nowhere", words=self.words.strip())
        return self.phrases("ui.library.empty" if self._keeps else "ui.library.empty_private")

    def _opened(self) -> Library:
        """The library, which knows of the annotations that there are now; runs in a thread."""
        library = self._library()
        with suppress(StoreError):
            library.take_notes(self._notes())
        return library

    def _kept(self, item: Thing | None) -> Kept | None:
        if isinstance(item, Hit):
            return item.article
        return item if isinstance(item, Kept) else None
