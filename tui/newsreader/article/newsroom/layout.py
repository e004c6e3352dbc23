"""The layout of a plain text: which lines make one paragraph, a list item, or a stretch to be kept line by line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import BlockKind, Span
from newsreader.article.newsroom import bylines, shapes, stamps
from newsreader.article.newsroom.lines import WIDEST, Line, Wrapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_VERSE = 72
"""columns; no line of verse, of an address or of a small table is wider"""

_SHORTEST_SIGN = 3
"""code points; no agency's sign, stamp or caption is shorter"""


class Passage(NamedTuple):
    """A paragraph-like stretch of a plain text.

    Attributes:
        span: code points of the text.
        lines: how many lines it stands on.
        gap: whether an empty line stands before it.
        kind: paragraph or list item, until more is known.
        indent: white space before its first line, in code points.
        level: depth of a list item.
        preformatted: whether its line breaks are to be kept.
    """

    span: Span
    lines: int
    gap: bool
    kind: BlockKind = BlockKind.PARAGRAPH
    indent: int = 0
    level: int = 0
    preformatted: bool = False


def passages(text: str, groups: Sequence[Sequence[Line]], wrapping: Wrapping) -> list[Passage]:
    """Lays out the body of a plain text.

    Args:
        text: the whole text.
        groups: the body's lines between empty ones.
        wrapping: how the text was wrapped.
    """
    numbered = _numbered(text, groups)
    laid_out: list[Passage] = []
    for group in groups:
        if len(group) == 1:
            item = group[0].start in numbered or _is_bullet(text, group[0])
            laid_out.append(_joined(group, BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH))
        elif _is_table(text, group):
            laid_out.append(_joined(group)._replace(preformatted=True))
        elif wrapping.wrapped(text, group):
            laid_out.extend(_unwrapped(text, group, wrapping, numbered))
        else:
            laid_out.extend(_one_by_one(text, group, numbered))
    return _levelled(laid_out)


def _joined(group: Sequence[Line], kind: BlockKind = BlockKind.PARAGRAPH) -> Passage:
    return Passage(Span(group[0].start, group[-1].end), len(group), group[0].gap, kind, group[0].indent)


def _is_bullet(text: str, line: Line) -> bool:
    return bool(shapes.BULLET.match(text, line.start) or shapes.SURE_BULLET.match(text, line.start))


def _is_table(text: str, group: Sequence[Line]) -> bool:
    columns = sum(shapes.is_tabular(text[line.start : line.end]) for line in group)
    return columns > 1 and 3 * columns >= 2 * len(group)


def _unwrapped(text: str, group: Sequence[Line], wrapping: Wrapping, numbered: set[int]) -> Iterator[Passage]:
    """The paragraphs and items of lines that were wrapped by hand."""
    part = [group[0]]
    kind = BlockKind.LIST_ITEM if _is_bullet(text, group[0]) or group[0].start in numbered else BlockKind.PARAGRAPH
    for before, line in pairwise(group):
        full = wrapping.full(text, before, line)
        opens = line.start in numbered or _opens_item(text, before, line, full)
        if opens or _breaks(text, before, line, full, len(part)):
            yield _joined(part, kind)
            part, kind = [], BlockKind.LIST_ITEM if opens else BlockKind.PARAGRAPH
        part.append(line)
    yield _joined(part, kind)


def _opens_item(text: str, before: Line, line: Line, full: bool) -> bool:
    """Whether a line opens a list item; a dash on a line that goes on from a full one is only a dash."""
    if shapes.SURE_BULLET.match(text, line.start):
        return True
    if not shapes.BULLET.match(text, line.start):
        return False
    return not full or text[before.end - 1] in ".:;!?"


def _breaks(text: str, before: Line, line: Line, full: bool, lines: int) -> bool:
    """Whether a paragraph ends with a line although no empty one follows it."""
    if max(before.width, line.width) > WIDEST:
        return True
    last = text[before.start : before.end]
    ended = shapes.ends_sentence(last)
    if full:
        return ended and (line.indent > before.indent or _opens_turn(text, line))
    if ended or _stands_alone(last):
        return True
    return lines == 1 and line.indent <= before.indent and _could_stand_alone(last)


def _opens_turn(text: str, line: Line) -> bool:
    """Whether a line begins like an entry of a live ticker or a turn of an interview."""
    opening = text[line.start : min(line.end, line.start + 60)]
    return bool(shapes.TICKER.match(opening)) or shapes.is_spoken(opening)


def _stands_alone(line: str) -> bool:
    return stamps.is_labelled_stamp(line) or bylines.is_signature(line)


def _could_stand_alone(line: str) -> bool:
    """Whether a line that is not full is a paragraph of its own: a sub-heading, a quotation, a caption."""
    return shapes.is_heading(line) or shapes.is_quotation(line) or shapes.LABEL.match(line) is not None


def _one_by_one(text: str, group: Sequence[Line], numbered: set[int]) -> Iterator[Passage]:
    """The passages of lines that were not wrapped: each its own, but those of verse or an address kept together."""
    verse: list[Line] = []
    item: list[Line] = []
    for line in group:
        if item and line.indent > item[0].indent and not _is_bullet(text, line) and line.start not in numbered:
            item.append(line)
            continue
        if item:
            yield _joined(item, BlockKind.LIST_ITEM)
            item = []
        if line.start in numbered or _is_bullet(text, line):
            yield from _verse(text, verse)
            verse, item = [], [line]
        elif _could_be_verse(text, line):
            verse.append(line)
        else:
            yield from _verse(text, verse)
            verse = []
            yield _joined([line])
    if item:
        yield _joined(item, BlockKind.LIST_ITEM)
    yield from _verse(text, verse)


def _could_be_verse(text: str, line: Line) -> bool:
    if line.width > _VERSE:
        return False
    content = text[line.start : line.end]
    if len(content) < _SHORTEST_SIGN:
        return True
    return not (shapes.TICKER.match(content) or shapes.LABEL.match(content) or _stands_alone(content))


def _verse(text: str, found: Sequence[Line]) -> Iterable[Passage]:
    """Short lines in a row: one passage if most of them end within a sentence, else one each."""
    ended = sum(shapes.ends_sentence(text[line.start : line.end]) for line in found)
    if len(found) >= 3 and 2 * ended <= len(found):
        return [_joined(found)._replace(preformatted=True)]
    if len(found) == 2 and ended == 0:
        return [_joined(found)._replace(preformatted=True)]
    return [_joined([line]) for line in found]


def _numbered(text: str, groups: Sequence[Sequence[Line]]) -> set[int]:
    """Where numbered list items start.

    A number alone makes no item ("1. FC Köln", "3. Oktober", a numbered heading): its neighbour must count on from it,
    in the same group of lines or in the next one.
    """
    found = [
        _Numbered(int(match[1]), index, place)
        for index, group in enumerate(groups)
        for place, line in enumerate(group)
        if text[line.start] in "(0123456789" and (match := shapes.NUMBER.match(text, line.start))
    ]
    items: set[int] = set()
    for one, other in pairwise(found):
        if other.number == one.number + 1 and _is_near(text, groups[one.group], one, other):
            items |= {groups[each.group][each.place].start for each in (one, other)}
    return items


class _Numbered(NamedTuple):
    """A line that opens with a number: which, the group of lines that it stands in, and its place there."""

    number: int
    group: int
    place: int


def _is_near(text: str, group: Sequence[Line], one: _Numbered, other: _Numbered) -> bool:
    """Whether two numbered lines stand in one list; not so if the first one heads the lines below it."""
    if other.group == one.group:
        lines = other.place - one.place
    elif other.group == one.group + 1 and other.place == 0:
        lines = len(group) - one.place
    else:
        return False
    if lines < 2:
        return True
    first, below = group[one.place], group[one.place + 1]
    heads = below.indent <= first.indent and first.width < WIDEST / 2
    return not (heads and shapes.is_heading(text[first.start : first.end]))


def _levelled(laid_out: Sequence[Passage]) -> list[Passage]:
    """The passages with the depth of each list item, told by how far it is indented."""
    levelled: list[Passage] = []
    indents: list[int] = []
    for passage in laid_out:
        if passage.kind is not BlockKind.LIST_ITEM:
            indents = []
            levelled.append(passage)
            continue
        while indents and indents[-1] > passage.indent:
            indents.pop()
        if not indents or indents[-1] < passage.indent:
            indents.append(passage.indent)
        levelled.append(passage._replace(level=len(indents)))
    return levelled
