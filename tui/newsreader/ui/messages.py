"""What the parts of the screen tell the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.notebook import Loaded
    from newsreader.annotations.store.store import Store
    from newsreader.article.feeds import Feed
    from newsreader.article.model import Article, Span
    from newsreader.errors import NewsreaderError, StoreError
    from newsreader.library.changes.model import Changes
    from newsreader.library.changes.versions import Earlier
    from newsreader.library.looking.pages import Look
    from newsreader.library.looking.round import Progress, Tally
    from newsreader.ui.shelf import Item


@dataclass
class Analysed(Message):
    """The analysis of an article has come, or failed."""

    article: Article
    """the article that was analysed"""
    result: Analysis | NewsreaderError
    """its analysis, or why there is none"""


@dataclass
class StatementChosen(Message):
    """A statement was chosen in the panel."""

    statement: str
    """its id"""


@dataclass
class ActorChosen(Message):
    """An actor who says nothing was chosen in the panel."""

    actor: str
    """the actor's id"""


@dataclass
class FilterChanged(Message):
    """The panel is to list something else."""

    words: str
    """what its rows must hold; empty for everything"""


@dataclass
class NotebookRead(Message):
    """The annotations of an article were read, or could not be."""

    article: Article
    """the article"""
    store: Store | None
    """where they are kept, None if it could not be opened or read"""
    loaded: Loaded | None
    """what was read"""
    failure: StoreError | None
    """why nothing was"""


@dataclass
class LibraryTold(Message):
    """Something is to be known about the library."""

    error: StoreError
    """what it is"""


@dataclass
class TextChanged(Message):
    """The text of an article that was opened is not what it was when it was kept last."""

    article: Article
    """the article as it is now"""
    earlier: Earlier
    """the version that was there last"""


@dataclass
class Looked(Message):
    """It was looked whether the page of an article has changed that was opened as it is kept."""

    article: Article
    """the article as it was opened"""
    look: Look
    """what the look has shown"""


@dataclass
class Checked(Message):
    """It is being looked whether kept pages have changed, or that is done."""

    result: Progress | Tally | NewsreaderError
    """how far it is, what came of it, or why nothing did"""


@dataclass
class Compared(Message):
    """Two versions of an article were compared."""

    changes: Changes | None
    """what has changed, None if they could not be had"""
    failure: NewsreaderError | None = None
    """why not"""
    lacking: tuple[Article, ...] = ()
    """those of the two that are not analysed, so that their statements could not be compared"""


@dataclass
class NoteChosen(Message):
    """An annotation was chosen in the panel."""

    annotation: str
    """its id"""


@dataclass
class NotesFilterChanged(Message):
    """The panel of annotations is to list something else."""

    words: str
    """what its rows must hold; empty for everything"""


@dataclass
class FindChanged(Message):
    """Something else is to be found."""

    words: str
    """as typed"""


@dataclass
class FindStep(Message):
    """To another hit while typing."""

    by: int
    """1 or -1"""


@dataclass
class FindLeft(Message):
    """The line to type into was left."""

    keep: bool
    """whether the hits stay, so that one can step through them"""


@dataclass
class KeyPressed(Message):
    """A key's word in the status line was clicked."""

    command: str
    """the id of its command"""


@dataclass
class Delivered(Message):
    """What was fetched has come, or failed."""

    result: Article | Feed | NewsreaderError
    """what it is, or why there is nothing"""


@dataclass
class ItemWanted(Message):
    """Something is to be read that must be fetched first, or that is to be read anew."""

    item: Item
    """what it is"""
    anew: bool = False
    """whether it is read or fetched although it is at hand"""


@dataclass
class ListWanted(Message):
    """A feed's list is to be shown."""

    feed: Feed
    """the feed"""


@dataclass
class FeedsWanted(Message):
    """The subscriptions are to be shown."""

    next_unread: bool = False
    """whether the next unread entry is to be read instead"""


@dataclass
class LibraryWanted(Message):
    """The library is to be shown."""


@dataclass
class VersionsWanted(Message):
    """The kept versions of an article are to be listed."""

    source: str
    """its path or address"""


@dataclass
class PassageWanted(Message):
    """It is to be shown what has become of a place in an earlier version of a kept article."""

    article: int
    """number of the article"""
    version: int
    """number of the version"""
    span: Span
    """the place in its text"""


@dataclass
class PeopleWanted(Message):
    """What somebody said in all articles is to be shown, or who there is."""

    actor: str | None
    """id of the actor in the open article, None for the list of all"""


@dataclass
class LookedUp(Message):
    """What a list was to show has been looked up in a thread."""

    number: int | None
    """which look-up that was, None for what counts whatever comes after it"""
    result: Any
    """what came of it, or the `NewsreaderError` that it ended with"""
    done: Callable[[Any], object]
    """what is to get it"""
