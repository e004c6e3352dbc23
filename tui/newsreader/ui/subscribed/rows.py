"""How subscriptions and entries look in their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.article.shown import shown
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from datetime import datetime

    from newsreader.library.feeds.model import KeptEntry, Subscription
    from newsreader.phrases import Phrases
    from newsreader.ui.subscribed.places import Place

READ = "✓"
"""stands before what was read"""
AT_HAND = "↓"
"""stands before the time of what can be read without a network"""
BROKEN = "▲"
"""stands before a feed that cannot be had"""
FOLDER = "▾"
COUNT = 5
"""columns of the number of unread entries"""
TIMED = 50
"""columns from which a row tells when a feed was fetched"""


class PlaceRow:
    """A feed, a folder or everything, with how much of it is unread; what is wrong stands below.

    Args:
        place: what it is.
        phrases: what is said.
        now: the present moment, with zone.
    """

    def __init__(self, place: Place, phrases: Phrases, now: datetime) -> None:
        self._place = place
        self._phrases = phrases
        self._now = now

    def lines(self, width: int) -> list[Content]:
        """One line, or two where something is wrong."""
        place, unread = self._place, self._place.unread
        count = Content.styled(f"{unread or '':>{COUNT}}", "bold")
        feed = place.feed
        when = ""
        if width >= TIMED and feed is not None and feed.fetched is not None:
            when = moment(feed.fetched, self._now, self._phrases)
        right = Content.assemble(" ", (when, "dim"), count, " ")
        left = self._name().truncate(max(0, width - right.cell_length), ellipsis=True, pad=True)
        lines = [left + right]
        if feed is not None and feed.failure is not None:
            told = Content.styled(f"{self._indent}  {failure(feed, self._phrases)}", "$warning")
            lines.append(told.truncate(width, ellipsis=True, pad=True))
        return lines

    @property
    def _indent(self) -> str:
        return " " + "  " * self._place.depth

    def _name(self) -> Content:
        place = self._place
        feed = place.feed
        if feed is not None:
            sign = (BROKEN, "$warning") if feed.failure is not None else (" ", "")
            return Content.assemble(self._indent, sign, " ", (feed.title, "bold" if feed.unread else ""))
        if place.folder:
            return Content.assemble(self._indent, f"{FOLDER} ", (place.folder[-1], "$primary"))
        return Content.assemble(self._indent, "  ", (self._phrases("ui.feeds.everything"), "$primary"))


def entry_row(kept: KeptEntry, feed: str, phrases: Phrases, now: datetime) -> Row:
    """An entry: title and time, below them who wrote it and what the feed tells.

    Args:
        kept: the entry.
        feed: what its feed is called, "" where all entries are of one feed.
        phrases: what is said.
        now: the present moment, with zone.
    """
    entry = kept.entry
    title = Content.styled(entry.title, "dim" if kept.read else "bold")
    mark = Content.styled(f"{READ if kept.read else ' '} ", "dim")
    when = moment(entry.published or kept.found, now, phrases)
    told = [part for part in (feed, entry.author) if part]
    if entry.summary and entry.summary != entry.title:
        told.append(entry.summary)
    right = f"{AT_HAND} {when}" if kept.article is not None else when
    return Row(mark + title, right, Content.styled("  " + " · ".join(told), "dim"))


def failure(feed: Subscription, phrases: Phrases) -> str:
    """What is wrong with a feed and since when, without its address, which is known."""
    assert feed.failure is not None
    since = feed.failure.since.astimezone().strftime(phrases("ui.feed.time"))
    sentence = phrases.say(feed.failure.error).removeprefix(f"{shown(feed.address)}: ")
    return phrases("feeds.since", since=since, error=sentence)


def moment(when: datetime, now: datetime, phrases: Phrases) -> str:
    """A moment as short as it is clear: the time of today, else the date with it, of other years the date alone."""
    local, today = _local(when), now.astimezone()
    if local.date() == today.date():
        return local.strftime("%H:%M")
    return local.strftime(phrases("ui.feed.time" if local.year == today.year else "ui.feed.date"))


def _local(when: datetime) -> datetime:
    """A moment on the clock of this place; one that no clock shows stays as a feed tells it."""
    try:
        return when.astimezone()
    except (OverflowError, OSError, ValueError):
        return when
