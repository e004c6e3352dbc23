"""The head of a plain text: kicker and title, stamp and byline, in the layouts that German newsrooms send."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Block, BlockKind, Span
from newsreader.article.newsroom import bylines, datelines, shapes, stamps
from newsreader.article.newsroom.lines import WIDEST, Line, Wrapping

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE_LINES = 4
_KICKER = 40
"""code points; a longer line is no kicker"""
_KICKERS = 2
"""no more kickers than these stand above a title"""
_NOTES = 2
"""no more lines than these that are neither title nor text stand above a title"""
_HEADLINE = 90
"""code points; a line that is longer tells more than a title below its kicker"""
_SENTENCE_TITLE = 200
"""code points; a title with a full stop, which only a stamp below it tells, is no longer"""
_BODY = 100
"""code points; a line that follows a title without an empty line between is at least this long"""
_SUBTITLE = 60
"""code points; a line below the title that is no shorter tells the story on and heads no section"""
_PROSE = 60
"""columns; verse and addresses have no line that is longer"""


class Head(NamedTuple):
    """What stands above the body of a plain text.

    Attributes:
        blocks: title, stamp, byline and a line below the title.
        lines: how many lines of the text belong to it.
    """

    blocks: tuple[Block, ...]
    lines: int


def read_head(text: str, found: Sequence[Line], wrapping: Wrapping) -> Head:
    """Finds the head of a plain text; an empty one if the text begins with its body.

    Args:
        text: the whole text.
        found: its lines.
        wrapping: how it was wrapped.
    """
    return _Reader(text, found, wrapping).read()


class _Reader:
    """Reads the head from the first line on; `at` is the first line that is not taken yet."""

    def __init__(self, text: str, found: Sequence[Line], wrapping: Wrapping) -> None:
        self.text = text
        self.lines = found
        self.wrapping = wrapping
        self.at = 0
        self.blocks: list[Block] = []

    def read(self) -> Head:
        dated = self._furniture()
        furniture = Head(tuple(self.blocks), self.at)
        while not self._title(dated):
            if not self._note():
                # Nothing but stamps and signatures would be no head: they are the text.
                return furniture if furniture.lines < len(self.lines) else Head((), 0)
            dated = self._furniture()
        self._furniture()
        self._subtitle()
        return Head(tuple(self.blocks), self.at)

    def _note(self) -> bool:
        """Takes a line of its own that is neither title nor text, such as the editors' "dpa-Meldung 14:20"."""
        notes = sum(block.kind is BlockKind.PARAGRAPH for block in self.blocks)
        if notes >= _NOTES or self.at + 1 >= len(self.lines) or self._chunk_end(self.at) > self.at + 1:
            return False
        line, content = self.lines[self.at], self._content(self.at)
        if len(content) > _KICKER or shapes.is_title(content) or content[-1] in ".,!?:" or shapes.is_item(content):
            return False
        self.blocks.append(Block(BlockKind.PARAGRAPH, Span(line.start, line.end)))
        self.at += 1
        return True

    def _content(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start : min(line.end, line.start + 500)]

    def _chunk_end(self, start: int) -> int:
        """The index behind the last line of the group of lines that a line stands in."""
        end = start + 1
        while end < len(self.lines) and not self.lines[end].gap:
            end += 1
        return end

    def _furniture(self) -> bool:
        """Takes stamps and bylines; whether there were any."""
        start = self.at
        while self.at < len(self.lines) and (kind := self._furniture_kind(self.at)):
            line = self.lines[self.at]
            self.blocks.append(Block(kind, Span(line.start, line.end)))
            self.at += 1
        return self.at > start

    def _furniture_kind(self, index: int) -> BlockKind | None:
        content = self._content(index)
        if stamps.read_stamp(content):
            return BlockKind.STAMP
        return BlockKind.SIGNATURE if bylines.is_signature(content) else None

    def _title(self, dated: bool) -> bool:
        """Takes the title; whether there was one.

        Args:
            dated: whether a stamp or byline stands above, which makes a title certain.
        """
        if self.at >= len(self.lines):
            return False
        first, end = self.at, self._chunk_end(self.at)
        if self._take_wrapped_with_stamp(first, end):
            return True
        count = self._title_lines(first, end)
        behind = first + count
        if behind < min(end, first + _TITLE_LINES) and self._take_with_stamp(first, behind):
            return True
        if behind < len(self.lines) and self._is_certain(first, count, end, dated):
            return self._take(first, behind)
        if behind < end:
            return self._has_body_below(first, behind) and self._take(first, behind)
        return self._title_apart(first, end)

    def _title_lines(self, first: int, end: int) -> int:
        """How many lines of a group could be the title."""
        last = min(end, first + _TITLE_LINES + 1, self._prose_start(first, end))
        for index in range(first, last):
            content = self._content(index)
            if index > first and self._is_full(index - 1):
                # It goes on from the line above; both together are what could be a title.
                content = " ".join((self._content(index - 1), content))
            line = Span(self.lines[index].start, self.lines[index].end)
            if (
                not shapes.is_title(content)
                or stamps.trailing_stamp(content)
                or self._furniture_kind(index)
                or datelines.read_dateline(self.text, line)
            ):
                return index - first
        return last - first

    def _prose_start(self, first: int, end: int) -> int:
        """The first line of a group that prose wrapped by hand begins with, the group's end if none does."""
        ends = [index for index in range(first, end) if shapes.ends_sentence(self._content(index))]
        if self.wrapping.width is None or (not ends and end - first < _TITLE_LINES):
            return end
        for index in range(first, end - 1):
            below = index + 1
            if self._is_full(index) and (below in ends or (below + 1 < end and self._is_full(below))):
                return index
        return end

    def _is_full(self, index: int) -> bool:
        return self.wrapping.full(self.text, self.lines[index], self.lines[index + 1])

    def _is_certain(self, first: int, count: int, end: int, dated: bool) -> bool:
        """Whether a stamp or byline next to the lines says that they are the title."""
        if count > _TITLE_LINES:
            return False
        if count == 0:
            # A title may be a sentence if the very next line is a stamp.
            line = self.lines[first]
            below = first + 1 < len(self.lines) and stamps.read_stamp(self._content(first + 1))
            return bool(below) and line.end - line.start <= _SENTENCE_TITLE and first + 2 < len(self.lines)
        behind = first + count
        if self._furniture_kind(behind):
            return behind + 1 < len(self.lines)
        return dated and behind == end

    def _take(self, first: int, behind: int) -> bool:
        """Makes lines the title, a block for each group of them."""
        behind = max(behind, first + 1)
        while first < behind:
            end = min(self._chunk_end(first), behind)
            self._add_title(first, end, self.lines[end - 1].end)
            first = end
        self.at = behind
        return True

    def _add_title(self, first: int, behind: int, end: int) -> None:
        wrapped = behind - first > 1 and self._is_full(first)
        span = Span(self.lines[first].start, end)
        self.blocks.append(Block(BlockKind.TITLE, span, preformatted=behind - first > 1 and not wrapped))

    def _take_with_stamp(self, first: int, index: int) -> bool:
        """Takes a title whose last line ends with a stamp; whether it does."""
        line = self.lines[index]
        cut = stamps.split_title(self.text, Span(line.start, line.end))
        if cut is None or index + 1 == len(self.lines):
            return False
        self._add_title(first, index + 1, cut[0].end)
        self.blocks.append(Block(BlockKind.STAMP, cut[1]))
        self.at = index + 1
        return True

    def _take_wrapped_with_stamp(self, first: int, end: int) -> bool:
        """Takes a group of lines that is title and stamp but for the wrapping; whether it is."""
        if self.wrapping.width is None or not 1 < end - first <= _TITLE_LINES or end == len(self.lines):
            return False
        cut = stamps.split_title(self.text, Span(self.lines[first].start, self.lines[end - 1].end))
        if cut is None:
            return False
        behind = next(index for index in range(first, end) if self.lines[index].end >= cut[0].end) + 1
        if any(shapes.ends_sentence(self._content(index)) for index in range(first, behind)):
            return False
        self._add_title(first, behind, cut[0].end)
        self.blocks.append(Block(BlockKind.STAMP, cut[1]))
        self.at = end
        return True

    def _has_body_below(self, first: int, behind: int) -> bool:
        """Whether lines are the title of a body that follows without an empty line."""
        if not 1 <= behind - first < _TITLE_LINES:
            return False
        body = self.lines[behind]
        if body.width >= _BODY or datelines.read_dateline(self.text, Span(body.start, body.end)):
            return True
        if behind == self._prose_start(first, self._chunk_end(first)):
            return True
        return body.width >= _PROSE and shapes.ends_sentence(self._content(behind))

    def _title_apart(self, first: int, end: int) -> bool:
        """Takes a title that an empty line parts from what follows."""
        count = end - first
        if count >= _TITLE_LINES or end >= len(self.lines):
            return False
        if count > 1 and not self._is_prose(end):
            return False
        after = self._chunk_end(end)
        if self._is_body(end, after):
            return self._take(first, end)
        if not self._body_comes(after):
            return False
        kickers, title = [first], (end, after)
        while self._chunk_end(title[0]) < len(self.lines) and len(kickers) < _KICKERS:
            if self._furniture_kind(title[1]) or self._is_body(title[1], self._chunk_end(title[1])):
                break
            kickers.append(title[0])
            title = (title[1], self._chunk_end(title[1]))
        stacked = self._title_lines(*title) == title[1] - title[0] and all(
            self._chunk_end(kicker) == kicker + 1 and self._is_kicker(kicker, *title) for kicker in kickers
        )
        return self._take(first, title[1] if stacked else end)

    def _body_comes(self, start: int) -> bool:
        """Whether text or a stamp follows within a few groups of lines."""
        for _ in range(_TITLE_LINES):
            if start >= len(self.lines):
                return False
            end = self._chunk_end(start)
            if self._furniture_kind(start) or self._is_body(start, end):
                return True
            start = end
        return False

    def _is_kicker(self, first: int, title: int, after: int) -> bool:
        """Whether a line of its own is the kicker of the title in the next group of lines."""
        kicker = self._content(first)
        length = self.lines[after - 1].end - self.lines[title].start
        if len(kicker) > _KICKER or length > _HEADLINE or shapes.is_quotation(kicker):
            return False
        return kicker.isupper() or kicker.endswith(":") or (len(kicker.split()) <= 5 and length > len(kicker))

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a group of lines is text: long, ending a sentence, or of many lines."""
        if end - start >= _TITLE_LINES or self.lines[end - 1].end - self.lines[start].start > WIDEST:
            return True
        last = self.lines[end - 1]
        content = self.text[max(last.start, last.end - 100) : last.end]
        return shapes.ends_sentence(content) or shapes.BULLET.match(self.text, self.lines[start].start) is not None

    def _is_prose(self, start: int) -> bool:
        """Whether the text from a line on is prose, not verse or the rest of a letter's head."""
        return self.wrapping.width is not None or any(line.width > _PROSE for line in self.lines[start : start + 200])

    def _subtitle(self) -> None:
        """Takes a line below the title that tells the story on."""
        index = self.at
        if index + 1 >= len(self.lines) or not self.lines[index].gap or self._chunk_end(index) != index + 1:
            return
        content = self._content(index)
        if (
            len(content) >= _SUBTITLE
            and shapes.is_title(content)
            and self._is_body(index + 1, self._chunk_end(index + 1))
        ):
            line = self.lines[index]
            self.blocks.append(Block(BlockKind.LEAD, Span(line.start, line.end)))
            self.at += 1
