"""What the article view tells the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from newsreader.analysis.result import Entity, Statement
    from newsreader.article.model import Section


@dataclass
class Moved(Message, namespace="article_view"):
    """The article was moved on the screen."""

    offset: int
    """the first visible character, a code point of the article's text"""
    progress: float
    """how far one has read, 0 to 1"""
    section: Section | None
    """the section at the reading position"""
    reading: int
    """the reading position: where one went last, else what stands at the height that fits the progress"""


@dataclass
class EntityClicked(Message, namespace="article_view"):
    """An entity was clicked."""

    entity: Entity
    """the entity"""
    offset: int
    """the code point that was clicked"""


@dataclass
class StatementClicked(Message, namespace="article_view"):
    """A statement, or its sign in the margin, was clicked."""

    statement: Statement
    """the innermost statement there"""


@dataclass
class SectionClicked(Message, namespace="article_view"):
    """A heading was clicked."""

    section: Section
    """the section that it opens"""


@dataclass
class TextClicked(Message, namespace="article_view"):
    """Text was clicked where nothing else is, or a note's sign in the margin."""

    offset: int
    """the code point that was clicked, or that beside which the sign stands"""


@dataclass
class SelectionChanged(Message, namespace="article_view"):
    """Other text is selected, or none; the view knows which."""


@dataclass
class LinkClicked(Message, namespace="article_view"):
    """A link was clicked."""

    target: str
    """where it leads, as the article gives it"""
