"""What was done to the subscriptions, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.library.feeds.feeds import Feeds

    Deed = Callable[[Feeds], object]


@dataclass(frozen=True)
class Step:
    """Something that was done.

    Attributes:
        name: the key of its phrase behind `ui.feeds.step.`.
        number: how many things it was done to.
        do: does it, again and again.
        undo: takes it back.
    """

    name: str
    number: int
    do: Deed
    undo: Deed

    def redo(self, feeds: Feeds) -> Self:
        """Do it again."""
        self.do(feeds)
        return self
