"""What the parts of the screen tell the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.errors import NewsreaderError


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
