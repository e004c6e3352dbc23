"""What the screens of people share beside decisions: the source and the period that they are narrowed to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from textual.content import Content

from newsreader.ui.kept import asking
from newsreader.ui.kept.narrowing import SCOPE, Narrowing
from newsreader.ui.kept.sources import sources
from newsreader.ui.screens.deciding import DecidingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsreader.library.library import Library
    from newsreader.library.model import Filters, Kept
    from newsreader.phrases import Phrases
    from newsreader.ui.choices import Choices
    from newsreader.ui.commands import Keymap
    from newsreader.ui.kept.periods import Period

T = TypeVar("T")

REMEMBERED = "people_filters"
"""under what the filters are remembered, for all people alike: who narrows the list sees the same of one of them"""


class ScopedScreen(DecidingScreen[T]):
    """A list that shows what is from a source and from a period, with the keys that the library has for it.

    Args:
        library: opens the library; raises StoreError.
        choices: where the filters are remembered.
        keymap: the keys.
        phrases: what the screen says.

    Attributes:
        narrowing: the filters.
    """

    def __init__(self, library: Callable[[], Library], choices: Choices, keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(library, keymap, phrases)
        self.choices = choices
        self.narrowing = Narrowing()
        self.narrowing.restore_filters(choices.get(REMEMBERED, ""))

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of lists and decisions, and the filters'."""
        return {
            **super().commands,
            "from_source": self.ask_source,
            "from_period": self.ask_period,
            "all_articles": self.widen,
        }

    def chips(self) -> Content:
        """The filters with their keys, and whether they are on."""
        return Content("  ").join(self.narrowing.shown(self.keymap, self.phrases, only=SCOPE, view=self.VIEW))

    def articles(self, filters: Filters) -> Iterable[Kept]:
        """The articles among whose sources the user may choose; runs in a thread."""
        return self.library().articles(filters)

    def on_screen_resume(self) -> None:
        """Another screen of people may have been narrowed meanwhile."""
        self.narrowing.clear()
        self.narrowing.restore_filters(self.choices.get(REMEMBERED, ""))
        super().on_screen_resume()

    def ask_source(self) -> None:
        """Let the user choose a source among those that fit the period."""
        filters = replace(self.narrowing.filters, source="")

        def asked(found: Iterable[Kept]) -> None:
            dialog = asking.source_dialog(sources(found), self.narrowing.site, self.phrases)
            self.app.push_screen(dialog, self._take_site)

        self.act(lambda: self.articles(filters), asked)

    def ask_period(self) -> None:
        """Let the user choose or type a period."""
        self.app.push_screen(asking.period_dialog(self.narrowing.period, self.phrases), self._take_period)

    def widen(self) -> None:
        """No filter any more."""
        self.narrowing.clear()
        self._remember()

    @property
    def nothing_fits(self) -> str:
        """What is said where the filters leave nothing."""
        return self.phrases("ui.library.no_match", key=self.keymap.label("all_articles", first=True))

    def _take_site(self, site: str | None) -> None:
        if site is not None:
            self.narrowing.site = site
            self._remember()

    def _take_period(self, period: Period | None) -> None:
        if period is not None:
            self.narrowing.period = period
            self._remember()

    def _remember(self) -> None:
        self.choices.set(REMEMBERED, "", self.narrowing.saved_filters)
        self.renew()
