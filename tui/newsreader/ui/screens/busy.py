"""Screens that have slow things done in threads, so that keys never wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.errors import NewsreaderError
from newsreader.ui.messages import LookedUp
from newsreader.ui.screens.commanding import CommandScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap

R = TypeVar("R")


class BusyScreen(CommandScreen):
    """A screen that looks things up and changes things without being held up by it.

    Args:
        keymap: the keys as they are in force.
        phrases: what the screen says.
    """

    def __init__(self, keymap: Keymap, phrases: Phrases) -> None:
        super().__init__(keymap, phrases)
        self._asked = 0

    def look_up(self, work: Callable[[], R], done: Callable[[R], object]) -> None:
        """Do something slow in a thread; what comes of it counts unless something else was looked up meanwhile.

        Args:
            work: does it; what it raises as a `NewsreaderError` is handed to `say_failed`.
            done: gets the result, on the screen's own thread.
        """
        self._asked += 1
        self.run_worker(partial(self._look_up, self._asked, work, done), thread=True, group="rows")

    def act(self, work: Callable[[], R], done: Callable[[R], object]) -> None:
        """Do something in a thread that must be done, whatever is looked up meanwhile.

        Args:
            work: does it; what it raises as a `NewsreaderError` is told.
            done: gets the result, on the screen's own thread.
        """
        self.run_worker(partial(self._look_up, None, work, done), thread=True, group="rows")

    def say_failed(self, error: NewsreaderError) -> None:
        """Tell that nothing could be looked up."""
        self.notify(self.phrases.say(error), severity="error", timeout=8, markup=False)

    def on_looked_up(self, message: LookedUp) -> None:
        """What was looked up has come."""
        if message.number not in (None, self._asked):
            return
        if not isinstance(message.result, NewsreaderError):
            message.done(message.result)
        elif message.number is None:
            self.notify(self.phrases.say(message.result), severity="error", timeout=8, markup=False)
        else:
            self.say_failed(message.result)

    def _look_up(self, number: int | None, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Runs in a thread."""
        if number not in (None, self._asked):
            return
        try:
            result = work()
        except NewsreaderError as error:
            result = error
        self.post_message(LookedUp(number, result, done))
