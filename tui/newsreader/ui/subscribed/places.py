"""What the list of subscriptions is made of: everything, folders in folders, feeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsreader.library.feeds.model import Subscription


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the list: a feed, a folder, or everything.

    Attributes:
        folder: the names of the folders that it is in or that it is, the outermost first.
        depth: how many folders are around it.
        feeds: the feed, those of the folder and of the folders in it, or all.
        is_feed: whether it is a single feed.
    """

    folder: tuple[str, ...]
    depth: int
    feeds: tuple[Subscription, ...]
    is_feed: bool = False

    @property
    def unread(self) -> int:
        """How many entries are unread."""
        return sum(one.unread for one in self.feeds)

    @property
    def feed(self) -> Subscription | None:
        """The feed, None for a folder or everything."""
        return self.feeds[0] if self.is_feed else None

    @property
    def known_by(self) -> tuple[str, ...] | int:
        """What tells it from the others, also after it has changed."""
        return self.feeds[0].number if self.is_feed else self.folder


def places(subscriptions: Sequence[Subscription], shown: Callable[[Subscription], bool]) -> list[Place]:
    """The rows of the list: everything first where there are several, then feeds, each folder before what is in it.

    Args:
        subscriptions: in the order of their folders.
        shown: whether a feed has a row; its folder counts it all the same.
    """
    found = list(_rows(tuple(subscriptions), shown))
    return [Place((), 0, tuple(subscriptions)), *found] if len(subscriptions) > 1 and found else found


def _rows(subscriptions: tuple[Subscription, ...], shown: Callable[[Subscription], bool]) -> Iterator[Place]:
    before: tuple[str, ...] = ()
    for one in filter(shown, subscriptions):
        for depth in range(1, len(one.folder) + 1):
            folder = one.folder[:depth]
            if before[:depth] != folder:
                yield Place(folder, depth - 1, tuple(each for each in subscriptions if each.folder[:depth] == folder))
        before = one.folder
        yield Place(one.folder, len(one.folder), (one,), is_feed=True)
