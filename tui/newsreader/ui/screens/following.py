"""What the screens of feeds have in common: what is fetched in the background shows, and what was done is undone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.content import Content

from newsreader.errors import NewsreaderError
from newsreader.ui.messages import LibraryWanted
from newsreader.ui.screens.listing import ListScreen
from newsreader.ui.subscribed.rows import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsreader.library.feeds.model import Subscription
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.subscribed.desk import FeedDesk
    from newsreader.ui.subscribed.steps import Step

T = TypeVar("T")

LOOK = 0.25
"""seconds between two looks at how far the refresh is"""


class FollowingScreen(ListScreen[T]):
    """A list that follows a refresh.

    Args:
        desk: the subscriptions.
        browse: opens an address in the browser.
        keymap: the keys.
        phrases: what the screen says.
    """

    FILTER: ClassVar[str] = "ui.feed.filter"

    def __init__(self, desk: FeedDesk, browse: Callable[[str], None], keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(keymap, phrases)
        self.desk = desk
        self.only_unread = False
        self._browse = browse
        self._seen = desk.refresher.version

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Those of all lists, and those that both screens have."""
        return {
            **super().commands,
            "library": lambda: self.post_message(LibraryWanted()),
            "next_unread": self.next_unread,
            "only_unread": self.narrow,
            "undo": lambda: self._step("undo", self.desk.undo),
            "redo": lambda: self._step("redo", self.desk.redo),
        }

    def on_mount(self) -> None:
        """Look at the refresh from time to time."""
        super().on_mount()
        self.set_interval(LOOK, self._follow)

    def next_unread(self) -> None:
        """Read the next unread entry of all feeds."""
        try:
            if not self.desk.next_unread():
                self.say("ui.feeds.nothing_unread")
        except NewsreaderError as error:
            self.complain(error)

    def narrow(self) -> None:
        """List only what is unread, or everything again."""
        self.only_unread = not self.only_unread
        self.fill()

    def done(self, step: Step | None) -> None:
        """Say what was done, and list it."""
        if step is not None:
            self.status.say(self.phrases.count(f"ui.feeds.step.{step.name}", step.number))
        self.marked.clear()
        self.fill()

    def attempt(self, deed: Callable[[], Step | None]) -> None:
        """Do something to the subscriptions, or say why it cannot be done."""
        try:
            self.done(deed())
        except NewsreaderError as error:
            self.complain(error)

    def complain(self, error: NewsreaderError) -> None:
        """Say what went wrong."""
        self.notify(self.phrases.say(error), severity="error", timeout=8, markup=False)

    def fetching(self, feeds: Iterable[Subscription]) -> Content:
        """How far the refresh is, or what came of the last one, or when that was.

        Args:
            feeds: those that are listed.
        """
        refresher = self.desk.refresher
        if (progress := refresher.progress) is not None:
            numbers = {"done": progress.done, "total": progress.total, "new": progress.new}
            told = self.phrases("ui.feeds.fetching", **numbers, key=self.keymap.label("refresh_all", first=True))
            if progress.articles_total:
                told += self.phrases("ui.feeds.loading", done=progress.articles, total=progress.articles_total)
            return Content.styled(told, "$accent")
        outcome = refresher.outcome
        if outcome is None:
            return Content.styled(self._last(feeds), "dim")
        if isinstance(outcome, NewsreaderError):
            return Content.styled(self.phrases.say(outcome), "$warning")
        if outcome.offline:
            return Content.styled(self.phrases("ui.feeds.offline"), "$warning")
        parts = [self.phrases.count("ui.feeds.came", outcome.new)]
        if outcome.failed:
            parts.append(self.phrases.count("ui.feeds.failed", len(outcome.failed)))
        return Content.styled(" · ".join(parts), "dim")

    def refresh_or_stop(self, begin: Callable[[], bool]) -> None:
        """Begin a refresh; one that is under way is called off."""
        if self.desk.refresher.busy:
            self.desk.refresher.cancel()
            self.say("ui.feeds.stopped")
        elif not begin():
            self.say("ui.feeds.nothing_to_fetch")
        self._follow()

    def _last(self, feeds: Iterable[Subscription]) -> str:
        fetched = max((one.fetched for one in feeds if one.fetched is not None), default=None)
        if fetched is None:
            return self.phrases("ui.feeds.never")
        return self.phrases("ui.feeds.fetched", when=moment(fetched, datetime.now(UTC), self.phrases))

    def _follow(self) -> None:
        version = self.desk.refresher.version
        if self.is_current and version != self._seen:
            self._seen = version
            self.fill()

    def _step(self, way: str, deed: Callable[[], Step | None]) -> None:
        try:
            step = deed()
        except NewsreaderError as error:
            self.complain(error)
            return
        if step is None:
            self.say(f"ui.say.nothing_to_{way}")
            return
        what = self.phrases.count(f"ui.feeds.step.{step.name}", step.number)
        self.say(f"ui.say.{way}", what=what)
        self.fill()
