"""A document read for the constructions: its words, its passages in quotation marks, its sentences and clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import marks
from newsreader.analysis.components.statements.clauses import DASHES, FINAL, Sentence, bracketed, cut
from newsreader.analysis.components.statements.words import MARKS

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.words import Words

LONGEST, LONGEST_QUOTED = 250, 2500
"""words after which a sentence is cut whatever it holds, so that time stays linear in lists and endless sentences"""
LONGEST_HEADING = 15
OPENERS = frozenset({",", ":", ";", "(", *DASHES})


@dataclass(slots=True)
class Quotation:
    """A passage in quotation marks, as words.

    Attributes:
        start, end: words, marks included.
        whole: whether it is a clause or more of its own, not a piece of the sentence around it.
        length: number of words between the marks.
    """

    start: int
    end: int
    whole: bool = False
    length: int = 0


@dataclass
class Reading:
    """A document as the constructions see it.

    Attributes:
        words: its words.
        quotations: the passages in quotation marks that stand in no other one, in order.
        inner: passages inside of those.
        sentences: its sentences, cut into parts.
        hidden: words in brackets.
        opens_line: whether a word is the first of its line.
    """

    words: Words
    quotations: list[Quotation]
    inner: list[Quotation]
    sentences: list[Sentence]
    hidden: list[bool]
    opens_line: list[bool]

    @cached_property
    def quoted(self) -> list[int]:
        """For each word the index of the outer passage that it stands in, -1 outside."""
        inside = [-1] * len(self.words)
        for number, quotation in enumerate(self.quotations):
            inside[quotation.start : quotation.end] = [number] * (quotation.end - quotation.start)
        return inside

    def quotations_in(self, start: int, end: int) -> list[Quotation]:
        """The outer passages that begin inside a stretch of words."""
        starts = self._starts
        return self.quotations[bisect_left(starts, start) : bisect_left(starts, end)]

    def often_quoted(self, quotation: Quotation) -> int:
        """How often the words of a passage stand in marks."""
        return self._often[self._content(quotation)]

    def _content(self, quotation: Quotation) -> tuple[str, ...]:
        return tuple(self.words.low[quotation.start + 1 : quotation.end - 1])

    @cached_property
    def _often(self) -> Counter[tuple[str, ...]]:
        return Counter(self._content(quotation) for quotation in (*self.quotations, *self.inner))

    def is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence is a short paragraph of its own without a final mark."""
        words, start, end = self.words, sentence.start, sentence.end
        if sentence.last < end or end - start > LONGEST_HEADING:
            return False
        opens = start == 0 or words.paragraph[start - 1] != words.paragraph[start]
        closes = end == len(words) or words.paragraph[end] != words.paragraph[start]
        return opens and closes and words.text[end - 1] not in (":", ",")

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]


def read(words: Words, text: str) -> Reading:
    """Read a document.

    Args:
        words: its words.
        text: its text.
    """
    outer, inner = _quotations(words, text)
    sentences = _sentences(words, outer)
    _mark_whole(words, outer, sentences)
    hidden = bracketed(words)
    whole = {quotation.start: quotation.end for quotation in outer if quotation.whole}
    held = _held(words, outer)
    for sentence in sentences:
        cut(words, sentence, whole, hidden, held)
    gaps = zip([0, *words.end], words.start, strict=False)
    opens_line = [before == 0 or "\n" in text[before:after] for before, after in gaps]
    return Reading(words, outer, inner, sentences, hidden, opens_line)


def _quotations(words: Words, text: str) -> tuple[list[Quotation], list[Quotation]]:
    outer: list[Quotation] = []
    inner: list[Quotation] = []
    for passage in marks.passages(text):
        start = bisect_left(words.end, passage.start + 1)
        end = bisect_left(words.start, passage.end)
        if start >= end:
            continue
        length = sum(words.text[i] not in MARKS and not words.tag[i].startswith("$") for i in range(start, end))
        target = outer if passage.outer < 0 else inner
        if length and not (target and target[-1].end > start):
            target.append(Quotation(start, end, False, length))
    return outer, inner


def _held(words: Words, quotations: list[Quotation]) -> list[bool]:
    """Which words stand in a quoted piece without a verb, whose commas divide no clauses."""
    held = [False] * len(words)
    for quotation in quotations:
        stretch = range(quotation.start, quotation.end)
        if not quotation.whole and not any(words.finite[i] for i in stretch):
            held[quotation.start : quotation.end] = [True] * len(stretch)
    return held


def _sentences(words: Words, quotations: list[Quotation]) -> list[Sentence]:
    sentences: list[Sentence] = []
    start, at = 0, 0
    n = len(words)
    for i in range(1, n + 1):
        while at < len(quotations) and quotations[at].end < i:
            at += 1
        inside = i < n and at < len(quotations) and quotations[at].start < i < quotations[at].end
        if inside and i - start < LONGEST_QUOTED:
            continue
        passing = quotations[at] if at < len(quotations) else None
        if i == n or inside or i - start >= LONGEST or _ends(words, i, passing):
            last = i
            while (
                last > start
                and (words.text[last - 1] in FINAL or words.tag[last - 1] == "$.")
                and words.text[last - 1] != ":"
            ):
                last -= 1
            sentences.append(Sentence(start, i, last, words.paragraph[start]))
            start = i
    return sentences


def _ends(words: Words, i: int, quotation: Quotation | None) -> bool:
    """Whether a sentence ends before a word."""
    if words.paragraph[i] != words.paragraph[i - 1]:
        return True
    before, text = words.text[i - 1], words.text[i]
    closed = quotation is not None and quotation.end == i
    goes_on = text[:1].islower() or text in OPENERS or text == ")"
    if closed and quotation is not None:
        inner = words.text[i - 2] if i - 2 >= quotation.start else ""
        if inner in FINAL and before in MARKS:
            return not goes_on and text not in FINAL
    if before == ":" and i > 2 and words.low[i - 2] == "uhr" and words.text[i - 3][:1].isdigit():
        return (
            i < 4 or words.sentence[i - 4] != words.sentence[i - 3] or words.paragraph[i - 4] != words.paragraph[i - 3]
        )
    if text in ("[", "(") and before in FINAL:
        return True
    if quotation is not None and quotation.start == i and before[-1] == "." and _is_sentence(words, quotation):
        return True
    if words.sentence[i] == words.sentence[i - 1]:
        return before in (".", "!", "?") and text[:1].isupper() and words.text[i - 2] in MARKS if i > 1 else False
    if before in ("„", "»", "("):
        return False
    if before == ":" or before in FINAL or before in MARKS or words.text[i - 1].endswith("."):
        return not (goes_on and closed) and not (before == ":" and text in MARKS)
    return not goes_on


def _leads_on(words: Words, i: int) -> bool:
    """Whether a frame begins at a word: a verb, "so" or "laut"."""
    return i < len(words) and (words.finite[i] or words.low[i] in ("so", "laut"))


def _is_sentence(words: Words, quotation: Quotation) -> bool:
    """Whether a passage is a sentence of its own: with a capital letter and a full stop in it."""
    return words.text[quotation.start + 1][:1].isupper() and words.text[quotation.end - 2] in FINAL


def _mark_whole(words: Words, quotations: list[Quotation], sentences: list[Sentence]) -> None:
    at = 0
    before_it: Quotation | None = None
    for number, quotation in enumerate(quotations):
        before_it = quotations[number - 1] if number else None
        while at < len(sentences) - 1 and sentences[at].end <= quotation.start:
            at += 1
        sentence = sentences[at]
        first = quotation.start == sentence.start
        before = "" if first else words.text[quotation.start - 1]
        after = words.text[quotation.end] if quotation.end < sentence.end else ""
        inner_last = words.text[quotation.end - 2] if quotation.end - 2 > quotation.start else ""
        capital = words.text[min(quotation.start + 1, len(words) - 1)][:1].isupper()
        verb = any(words.finite[i] for i in range(quotation.start, quotation.end))
        closing = after in (",", "", *FINAL, *DASHES) or quotation.end >= sentence.last
        if before == ":":
            quotation.whole = verb or quotation.length > 2 or closing
        elif first and closing:
            framed = after == "," and (quotation.length > 2 or _leads_on(words, quotation.end + 1))
            quotation.whole = verb or framed or inner_last in FINAL
        elif (
            first
            and quotation.end < len(words)
            and (words.finite[quotation.end] or words.low[quotation.end] in ("so", "laut"))
        ):
            quotation.whole = (verb and quotation.length > 3) or inner_last in FINAL
        elif before in (",", *DASHES):
            resumed = before_it is not None and before_it.whole and before_it.start >= sentence.start
            goes_on = resumed and quotation.length > (1 + verb)
            quotation.whole = closing and (goes_on or (verb and capital and quotation.length > 3))
        else:
            quotation.whole = verb and capital and inner_last in FINAL and quotation.length > 4
