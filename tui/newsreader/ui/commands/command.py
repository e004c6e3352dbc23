"""A command: the one place that says what can be done, by which keys, and where."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.phrases import Phrases
    from newsreader.ui.screens.reader import ReaderScreen


class Group(StrEnum):
    """Under which heading of the help a command stands, in this order."""

    READING = "reading"
    WHO = "who"
    FINDING = "finding"
    SELECTING = "selecting"
    ANNOTATING = "annotating"
    PANEL = "panel"
    TAKING = "taking"
    LOOK = "look"
    PROGRAM = "program"
    LISTS = "lists"
    LIBRARY = "library"
    FEEDS = "feeds"
    CHANGES = "changes"


class View(StrEnum):
    """A part of the reader's screen, or a screen of its own, that takes keys."""

    ARTICLE = "article"
    ACTORS = "actors"
    NOTES = "notes"
    SELECTION = "selection"
    """the article while text is selected by keys; what is not bound there keeps its meaning"""
    FEED = "feed"
    """the screen with the articles of a feed"""
    FETCH = "fetch"
    """the screen that stands while something is fetched"""
    LIBRARY = "library"
    """the screen of what was read"""
    FEEDS = "feeds"
    """the screen of the feeds that are subscribed to"""
    ENTRIES = "entries"
    """the screen of what stands in them"""
    CHANGES = "changes"
    """the screen of what has changed between two versions"""
    VERSIONS = "versions"
    """the list of an article's versions"""
    PEOPLE = "people"
    """the screen of everybody in the library"""
    PERSON = "person"
    """the screen of what one of them said"""


EVERYWHERE = (View.ARTICLE, View.ACTORS, View.NOTES)
"""all parts of the reader's screen"""
LISTS = (View.FEED, View.LIBRARY, View.FEEDS, View.ENTRIES, View.VERSIONS, View.PEOPLE, View.PERSON)
"""the screens that are a list"""
MARKING = (View.LIBRARY, View.VERSIONS, View.PEOPLE, View.PERSON)
"""those on which several rows can be marked"""


class Command(NamedTuple):
    """Something that the user can do.

    Attributes:
        id: its name in the user's keymap; its title is the phrase `ui.command.<id>`.
        keys: its keys where the user's keymap has no others, separated by commas; empty for one without keys.
        run: does it on the reader's screen; None for what only other screens do, each in its own way.
        group: where the help lists it.
        views: the parts of the screen on which its keys work.
        footer: its rank in the status line, 1 for the first to be named, 0 for none.
        palette: whether the palette offers it; one that only moves a line makes no sense there.
    """

    id: str
    keys: str
    run: Callable[[ReaderScreen], None] | None
    group: Group
    views: tuple[View, ...] = EVERYWHERE
    footer: int = 0
    palette: bool = True

    def title(self, phrases: Phrases) -> str:
        """What it does, in a few words."""
        return phrases(f"ui.command.{self.id}")

    def short(self, phrases: Phrases) -> str:
        """Its name in the status line, one word; only for a command that stands there."""
        return phrases(f"ui.footer.{self.id}")
