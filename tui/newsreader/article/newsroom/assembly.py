"""Puts an article together from its blocks: what the readers of all formats have in common."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Article, Block, BlockKind, Inline, Section, Span
from newsreader.article.newsroom import bylines, shapes, stamps
from newsreader.article.newsroom.datelines import Dateline, read_dateline
from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_FURNITURE = 200
"""code points; stamps and signatures are no longer"""
_SHORTEST_LEAD = 60
"""code points; a shorter first paragraph without a full stop is no lead"""


class Told(NamedTuple):
    """What a source tells of an article outside its text, such as Markdown's front matter; None where it tells nothing.

    Attributes:
        published: when it was published or last updated.
        updated: when it was last updated.
        author: who wrote it, in one line.
        authors: the same one by one.
        publisher: who published it.
        url: its own address.
        language: ISO 639-1 code of its language.
        kicker: the line above its headline: a block of its own before the title, or how the title's block begins.
    """

    published: datetime | None = None
    author: str | None = None
    language: str | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    kicker: str = ""


class Draft(NamedTuple):
    """A text in blocks, before anything is said about what a newsroom means by them.

    Attributes:
        text: the canonical text.
        blocks: its parts in order; titles and headings are marked.
        inlines: formatted stretches inside the blocks.
        told: what the source tells outside the text.
        notices: keys of phrases that a reader should be told.
    """

    text: str
    blocks: Sequence[Block]
    inlines: Sequence[Inline] = ()
    told: Told = Told()
    notices: tuple[str, ...] = ()


def assemble(draft: Draft, source: str) -> Article:
    """The article of a draft: stamps, signatures, dateline and lead recognised, and the sections cut.

    Args:
        draft: the text and its blocks.
        source: path or address as the user gave it.

    Raises:
        SourceError: if the text shows nothing.
    """
    text = draft.text
    if not draft.blocks:
        raise SourceError("article.empty", path=shown(source))
    blocks = _with_lead(text, _with_furniture(text, draft.blocks))
    stamp, published = _dated(text, blocks)
    dateline = _dateline(text, blocks)
    kicker = _kicker(text, blocks, draft.told.kicker)
    return Article(
        text=text,
        source=source,
        language=draft.told.language or "de",
        title_span=_title(blocks, kicker),
        kicker=kicker,
        published=_published(draft.told.published, published),
        updated=draft.told.updated,
        stamp=stamp,
        dateline=dateline.span if dateline else None,
        place=dateline.place if dateline else None,
        agency=dateline.agency if dateline else None,
        author=draft.told.author or _author(text, blocks),
        authors=draft.told.authors,
        publisher=draft.told.publisher,
        url=draft.told.url,
        blocks=tuple(blocks),
        inlines=tuple(draft.inlines),
        sections=sections(text, blocks),
        notices=draft.notices,
    )


def sections(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Cuts a text before each of its headings; the parts tile it from 0 to its length.

    A heading that nothing but white space precedes belongs to the opening.
    """
    heads = [block for block in blocks if block.kind is BlockKind.HEADING]
    opening: Block | None = None
    if heads and blocks[0] is heads[0]:
        opening = heads.pop(0)
    starts = [0, *(block.span.start for block in heads)]
    ends = [*starts[1:], len(text)]
    return tuple(
        Section(str(number), head.span if head else None, head.level if head else 1, Span(start, end))
        for number, (head, start, end) in enumerate(zip([opening, *heads], starts, ends, strict=True))
    )


def _with_furniture(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with stamps and signatures told from paragraphs; a bare date is a stamp only above the body."""
    marked: list[Block] = []
    above = True
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH and not block.quoted:
            kind = BlockKind.PARAGRAPH
            if block.span.end - block.span.start <= _FURNITURE:
                closing = not above and not block.preformatted and index == len(blocks) - 1
                kind = _furniture_kind(" ".join(block.span.of(text).split()), above, closing)
            above = above and kind is not BlockKind.PARAGRAPH
            marked.append(block if kind is block.kind else replace(block, kind=kind))
            continue
        above = above and block.kind in (BlockKind.TITLE, BlockKind.STAMP, BlockKind.SIGNATURE, BlockKind.LEAD)
        marked.append(block)
    return marked


def _furniture_kind(line: str, above: bool, closing: bool) -> BlockKind:
    if stamps.is_labelled_stamp(line) or (above and stamps.read_stamp(line)):
        return BlockKind.STAMP
    if bylines.is_signature(line) or (closing and bylines.is_closing_signature(line)):
        return BlockKind.SIGNATURE
    return BlockKind.PARAGRAPH


def _with_lead(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the first paragraph below the title marked as the lead, if more text follows it."""
    start = _below_title(blocks)
    if not start:
        return blocks
    for index, block in enumerate(blocks[start:], start):
        if block.kind in (BlockKind.TITLE, BlockKind.STAMP, BlockKind.SIGNATURE):
            continue
        if block.kind is not BlockKind.PARAGRAPH or block.quoted or block.preformatted:
            return blocks
        opening = text[block.span.start : min(block.span.end, block.span.start + 100)]
        if shapes.LABEL.match(opening):
            # A caption may stand between the title and the lead.
            continue
        long = block.span.end - block.span.start >= _SHORTEST_LEAD
        more = any(other.kind is BlockKind.PARAGRAPH for other in blocks[index + 1 :])
        if long and more and not shapes.TICKER.match(opening) and not shapes.is_spoken(opening):
            return [*blocks[:index], replace(block, kind=BlockKind.LEAD), *blocks[index + 1 :]]
        return blocks
    return blocks


def _published(told: datetime | None, read: datetime | None) -> datetime | None:
    """What the source tells outside its text, unless the text tells the time of that very day too."""
    if told is not None and read is not None and told.date() == read.date() and told.time() == time():
        return read
    return told or read


def _below_title(blocks: Sequence[Block]) -> int:
    """The index of the first block below the title, 0 without one."""
    return max((index + 1 for index, block in enumerate(blocks) if block.kind is BlockKind.TITLE), default=0)


def _title(blocks: Sequence[Block], kicker: Span | None) -> Span | None:
    """Where the title stands; a kicker that is a block of its own is no part of it."""
    titles = [block.span for block in blocks if block.kind is BlockKind.TITLE and block.span != kicker]
    return Span(titles[0].start, titles[-1].end) if titles else None


def _kicker(text: str, blocks: Sequence[Block], told: str) -> Span | None:
    first = next((block.span for block in blocks if block.kind is BlockKind.TITLE), None)
    if not told or first is None or not text.startswith(told, first.start):
        return None
    return Span(first.start, first.start + len(told))


def _dated(text: str, blocks: Sequence[Block]) -> tuple[Span | None, datetime | None]:
    """Where the stamp stands that dates the article, and its moment; a publication goes before an update."""
    found = [
        (stamp.when is None, stamp.rank, block.span, stamp.when)
        for block in blocks
        if block.kind is BlockKind.STAMP and (stamp := stamps.stamp_of(text, block.span))
    ]
    if not found:
        return None, None
    best = min(found, key=lambda stamp: stamp[:2])
    return best[2], best[3]


def _author(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        line = " ".join(block.span.of(text).split()) if block.span.end - block.span.start <= _FURNITURE else ""
        if block.kind is BlockKind.SIGNATURE and (names := bylines.authors(line)):
            return names
        if block.kind is BlockKind.STAMP and (stamp := stamps.stamp_of(text, block.span)) and stamp.author:
            return stamp.author
    return None


def _dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of the first paragraph, or of a line of its own above it."""
    for block in blocks[_below_title(blocks) :]:
        if block.kind is BlockKind.STAMP:
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LEAD, BlockKind.SIGNATURE) or block.quoted:
            return None
        if dateline := read_dateline(text, block.span):
            return dateline
        if block.kind is BlockKind.PARAGRAPH:
            return None
    return None
