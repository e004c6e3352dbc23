"""The units of a text that a selection moves by: characters, words, sentences, paragraphs, names, statements."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.analysis.sentences import sentences
from newsreader.article.model import Span
from newsreader.ui.widgets.article.pieces import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article.model import Article

_WORD = re.compile(r"\w+(?:[-‐‑·’']\w+)*")


class Unit(StrEnum):
    """What a selection grows and shrinks by."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ENTITY = "entity"
    STATEMENT = "statement"


class Units:
    """Finds the units of an article.

    Args:
        article: the article.
        entities: where its names stand, in any order.
        statements: where its statements stand, each from its first to its last code point.
    """

    def __init__(self, article: Article, entities: Iterable[Span] = (), statements: Iterable[Span] = ()) -> None:
        self._text = article.text
        self._blocks: Sequence[Span] = [block.span for block in blocks_of(article)]
        self._named = {Unit.ENTITY: sorted(set(entities)), Unit.STATEMENT: sorted(set(statements))}

    def next_edge(self, unit: Unit, offset: int, *, end: bool) -> int | None:
        """The nearest edge of a unit behind an offset, None if there is none.

        Args:
            unit: what is looked for.
            offset: code points of the article's text.
            end: whether the ends of units are meant, not their beginnings.
        """
        if unit is Unit.CHARACTER:
            return self._next_character(offset)
        return min((span[end] for span in self._from(unit, offset) if span[end] > offset), default=None)

    def previous_edge(self, unit: Unit, offset: int, *, end: bool) -> int | None:
        """The nearest edge of a unit before an offset, None if there is none; arguments as for `next_edge`."""
        if unit is Unit.CHARACTER:
            return self._previous_character(offset)
        return max((span[end] for span in self._until(unit, offset) if span[end] < offset), default=None)

    def around(self, span: Span) -> Iterator[Span]:
        """Everything that holds a stretch and more, from the smallest to the largest; the whole text last."""
        found = {
            each
            for unit in (Unit.WORD, Unit.ENTITY, Unit.STATEMENT, Unit.SENTENCE, Unit.PARAGRAPH)
            for each in self._holding(unit, span)
        }
        found.add(Span(0, len(self._text)))
        yield from sorted((each for each in found if each != span), key=lambda each: each.end - each.start)

    def word_from(self, offset: int) -> Span | None:
        """The word at an offset, else the next one, else the last one; None in a text without words."""
        found = next((word for word in self._from(Unit.WORD, offset) if word.end > offset), None)
        return found or max(self._until(Unit.WORD, offset), default=None)

    def _holding(self, unit: Unit, span: Span) -> Iterator[Span]:
        if unit in self._named:
            yield from (each for each in self._named[unit] if each.contains(span))
            return
        block = self._block(span.start)
        if block is not None:
            yield from (each for each in self._in_block(unit, self._blocks[block]) if each.contains(span))

    def _from(self, unit: Unit, offset: int) -> Iterator[Span]:
        """The units around an offset and behind it: those of the first block that has any there."""
        if unit in self._named:
            yield from (span for span in self._named[unit] if span.end > offset)
            return
        for index in range(self._block(offset) or 0, len(self._blocks)):
            found = [span for span in self._in_block(unit, self._blocks[index]) if span.end > offset]
            yield from found
            if any(span.start > offset for span in found):
                return

    def _until(self, unit: Unit, offset: int) -> Iterator[Span]:
        """The units around an offset and before it: those of the last block that has any there."""
        if unit in self._named:
            yield from (span for span in self._named[unit] if span.start < offset)
            return
        for index in range(self._block(offset) or 0, -1, -1):
            if index >= len(self._blocks):
                return
            found = [span for span in self._in_block(unit, self._blocks[index]) if span.start < offset]
            yield from found
            if any(span.end < offset for span in found):
                return

    def _in_block(self, unit: Unit, block: Span) -> Iterator[Span]:
        if unit is Unit.PARAGRAPH:
            yield block
        elif unit is Unit.SENTENCE:
            yield from sentences(self._text, *block)
        else:
            yield from (Span(*found.span()) for found in _WORD.finditer(self._text, *block))

    def _block(self, offset: int) -> int | None:
        """The index of the block at an offset, or of that before it; None before the first one."""
        index = bisect_right(self._blocks, offset, key=lambda span: span.start) - 1
        return index if index >= 0 else None

    def _next_character(self, offset: int) -> int | None:
        if offset >= len(self._text):
            return None
        offset += 1
        while offset < len(self._text) and _joins(self._text[offset]):
            offset += 1
        return offset

    def _previous_character(self, offset: int) -> int | None:
        if offset <= 0:
            return None
        offset -= 1
        while offset > 0 and _joins(self._text[offset]):
            offset -= 1
        return offset


def _joins(character: str) -> bool:
    """Whether a code point shows nothing of its own, so that it goes with the one before it."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
