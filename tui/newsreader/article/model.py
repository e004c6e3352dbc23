"""An article: one canonical text, and everything else as spans of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class Span(NamedTuple):
    """A stretch [start, end) of an article's text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch of the text itself."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block of the text is, which decides how it is set."""

    TITLE = "title"
    STAMP = "stamp"
    """the line that tells when the article was published or updated"""
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CODE = "code"
    SIGNATURE = "signature"
    CAPTION = "caption"
    """what stands below a picture, with who took it"""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the text. Blocks are in order, never overlap, and leave only white space between.

    Attributes:
        kind: what the block is.
        span: code points of the article's text.
        level: depth of a heading (1 to 6) or of a list item (1 is the outermost), else 0.
        marker: the bullet or number that a list item is shown with where the text does not hold it ("•", "3.").
        quoted: how many block quotations stand around it.
        cells: the spans of a table row's cells.
        header: whether a table row is the table's head.
        preformatted: whether line breaks inside are to be kept (verse, code, addresses); else a line break is a space.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    marker: str = ""
    quoted: int = 0
    cells: tuple[Span, ...] = ()
    header: bool = False
    preformatted: bool = False


class InlineKind(StrEnum):
    """How a stretch inside a block is set."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Inline:
    """A formatted stretch inside a block; stretches may nest.

    Attributes:
        kind: how it is set.
        span: code points of the article's text.
        target: where a link leads, else the empty string.
    """

    kind: InlineKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article under one heading. Sections are in order and tile the whole text.

    Attributes:
        id: unique in the article, "0" for the opening.
        heading: where its heading stands, None for an opening without one of its own.
        level: depth of the heading, 1 to 6; 1 for the opening.
        span: code points of the article's text, heading included.
    """

    id: str
    heading: Span | None
    level: int
    span: Span


@dataclass(frozen=True)
class Article:
    """A news article.

    Attributes:
        text: the canonical text that every span points into.
        source: the path or address as given; "-" for standard input.
        language: ISO 639-1 code of the language it is written in.
        title_span: where its title stands, None if it has none of its own.
        kicker: where the line above the headline stands, None if there is none or it cannot be told from the headline:
            before the title, or inside it where its newsroom states both as one ("Telefonat: Minister sprechen").
        published: when it was published or last updated, as far as the text or its source tells.
        updated: when it was last updated, where its source tells that apart.
        stamp: where that is told.
        dateline: the place and agency that open the first paragraph ("BERLIN (dpa) -"), with the dash that ends it.
        place: the place that the dateline names.
        agency: the agency or agencies that the dateline names.
        author: who wrote it, as the byline, the front matter or the page tells.
        authors: the same one by one, where the source tells them one by one.
        publisher: who published it.
        url: its own address, as its page names it.
        blocks: the text's paragraph-like parts.
        inlines: formatted stretches inside the blocks.
        sections: the parts between the headings.
    """

    text: str
    source: str
    language: str = "de"
    title_span: Span | None = None
    kicker: Span | None = None
    published: datetime | None = None
    updated: datetime | None = None
    stamp: Span | None = None
    dateline: Span | None = None
    place: Span | None = None
    agency: Span | None = None
    author: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    sections: tuple[Section, ...] = ()
    notices: tuple[str, ...] = field(default=(), compare=False)
    """keys of phrases that a reader of the article should be told, such as `article.decoded_cp1252`"""

    @cached_property
    def id(self) -> str:
        """The prefix `sha256:` and the hexadecimal digest of the text in UTF-8."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def title(self) -> str:
        """Its title on one line; without one of its own, the name of its source."""
        if self.title_span is not None:
            return " ".join(self.title_span.of(self.text).split())
        return PurePath(self.source).stem or self.source

    def heading(self, section: Section) -> str | None:
        """A section's heading on one line, None for an opening without one."""
        return None if section.heading is None else " ".join(section.heading.of(self.text).split())

    def section_at(self, offset: int) -> Section:
        """The section in which an offset (code points) lies; the nearest one outside the text.

        Raises:
            ValueError: if the article has no sections.
        """
        if not self.sections:
            raise ValueError("an article without sections")
        for section in reversed(self.sections):
            if section.span.start <= offset:
                return section
        return self.sections[0]
