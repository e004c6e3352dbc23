"""What is to be seen while an address is fetched: what is going on, and what to do when nothing comes of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsreader.article.shown import shown
from newsreader.errors import FetchError, NewsreaderError
from newsreader.resources import folder
from newsreader.ui.commands import View
from newsreader.ui.commands.binding import bindings
from newsreader.ui.courier import Courier
from newsreader.ui.messages import Delivered
from newsreader.ui.opener import address
from newsreader.ui.screens.commanding import CommandScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Feed
    from newsreader.article.model import Article
    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap
    from newsreader.ui.shelf import Item

TICK = 0.25
"""seconds between two looks at the clock"""


class FetchScreen(CommandScreen):
    """Fetches something and tells how it is going.

    Args:
        item: what is fetched.
        errand: gets it; runs in a thread.
        done: told what came of it.
        leave: leads back to where the user was, None where there is nothing to go back to.
        open_address: opens an address in the browser.
        keymap: the keys.
        phrases: what the screen says.
    """

    CSS_PATH: ClassVar = folder("styles") / "sources.tcss"
    VIEW = View.FETCH
    BINDINGS: ClassVar[list[BindingType]] = bindings(View.FETCH)

    def __init__(
        self,
        item: Item,
        errand: Callable[[Cancellation], Article | Feed],
        done: Callable[[Article | Feed], None],
        leave: Callable[[], None] | None,
        open_address: Callable[[str], bool],
        keymap: Keymap,
        phrases: Phrases,
    ) -> None:
        super().__init__(keymap, phrases)
        self._item = item
        self._errand = errand
        self._done = done
        self._leave = leave
        self._open_address = open_address
        self._courier = Courier(self._report)
        self._began = 0.0
        self._clock: Timer | None = None
        self._state = Static(id="fetch-state")
        self._hint = Static(id="fetch-hint")
        self.error: NewsreaderError | None = None

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What can be done while one waits."""
        return {
            **super().commands,
            "leave": self.leave,
            "reload": self.retry,
            "open_source": self.browse,
            "library": self.show_library,
        }

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        with Vertical(id="fetch"):
            if self._item.entry is not None:
                yield Static(Content(self._item.entry.title), id="fetch-title")
            yield Static(Content(shown(self._item.source)), id="fetch-source")
            yield self._state
            yield self._hint

    def on_mount(self) -> None:
        """Begin."""
        self.retry()

    def on_unmount(self) -> None:
        """Nobody waits any more."""
        self._courier.cancel()

    def retry(self) -> None:
        """Fetch, if nothing is under way."""
        if self._courier.busy or not self._may_retry:
            return
        self.error = None
        self._began = time.monotonic()
        self._courier.send(self._errand)
        if self._clock is None:
            self._clock = self.set_interval(TICK, self._tick)
        self._clock.resume()
        self.remove_class("-failed")
        self._tick()
        self._offer(("leave", "ui.fetch.cancel"))

    def leave(self) -> None:
        """Call it off, or go back to where one was."""
        if self._courier.busy:
            self._courier.cancel()
            if self._leave is None:
                self._fail(FetchError("ui.fetch.cancelled", retry=True))
                return
        if self._leave is not None:
            self._leave()

    def browse(self) -> None:
        """Open the address in the browser; without a desktop, copy it."""
        target = address(self._item.source)
        if target is None:
            return
        if self._open_address(target):
            self.notify(self.phrases("ui.say.opened", target=target), markup=False)
        else:
            self.app.copy_to_clipboard(target)
            self.notify(self.phrases("ui.say.no_browser", target=target), markup=False)

    def on_delivered(self, message: Delivered) -> None:
        """Something has come."""
        if self._clock is not None:
            self._clock.pause()
        if isinstance(message.result, NewsreaderError):
            self._fail(message.result)
        else:
            self._done(message.result)

    @property
    def _may_retry(self) -> bool:
        return not (isinstance(self.error, FetchError) and not self.error.retry)

    def _report(self, result: Article | Feed | NewsreaderError) -> None:
        """Called in the background."""
        self.post_message(Delivered(result))

    def _fail(self, error: NewsreaderError) -> None:
        self.error = error
        if self._clock is not None:
            self._clock.pause()
        self.add_class("-failed")
        # The address stands above already.
        sentence = self.phrases.say(error).removeprefix(f"{shown(self._item.source)}: ")
        self._state.update(Content(f"▲ {sentence}"))
        hints = [("reload", "ui.fetch.retry")] if self._may_retry else []
        if address(self._item.source) and not (isinstance(error, FetchError) and not error.browser):
            hints.append(("open_source", "ui.fetch.browse"))
        if self._leave is None:
            hints += [("library", "ui.fetch.library"), ("quit", "ui.list.quit")]
        else:
            hints.append(("leave", "ui.list.back"))
        self._offer(*hints)

    def _tick(self) -> None:
        seconds = int(time.monotonic() - self._began)
        key = "ui.fetch.waiting" if seconds else "ui.fetch.begun"
        self._state.update(Content(self.phrases(key, seconds=seconds) if seconds else self.phrases(key)))

    def _offer(self, *hints: tuple[str, str]) -> None:
        """Name keys: the id of a command and the phrase of what it does here."""
        keys = [self.named(command, word) for command, word in hints]
        named = [Content.assemble((key.label, "bold"), " ", key.word) for key in keys]
        self._hint.update(Content(" · ").join(named))
