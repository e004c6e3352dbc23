"""Passages in quotation marks: which mark opens, which closes, and what stands between them.

Works on characters, so that it does not depend on how a pipeline cuts marks from words. Knows „…“ “…” ”…” "…" »…« «…»
›…‹ ‚…‘ and '…'; a mark that is never closed ends with its paragraph, and a passage whose mark closes in a later
paragraph, or that is opened anew in each one, is kept together or told apart accordingly. Linear in the text's length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

MARK = re.compile(r"[„“”\"»«›‹‚‘’'`]|\n[^\S\n]*\n|,,|''|``")
LOW_OPENING = {"„": '“”"', "‚": "‘’'", ",,": "''“”\""}
"""marks that open only, with those that close them"""
SIDEWAYS = {"»": "«", "«": "»", "›": "‹", "‹": "›"}
SINGLE = frozenset("‚‘’'›‹`")
FURTHEST = 4
"""over how many paragraphs a passage may run on"""
LONGEST_NESTED = 1000
"""code points in which a passage inside one with the same marks, and that one, must end"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in quotation marks.

    Attributes:
        start, end: code points, marks included.
        single: whether the marks are single ones, which mostly stand inside other passages.
        closed: whether there is a closing mark.
        outer: index of the passage that it stands in, -1 if there is none.
    """

    start: int
    end: int
    single: bool
    closed: bool
    outer: int = -1


class _Side(Enum):
    OPENING = 1
    CLOSING = 2
    NEITHER = 3


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    paragraph: int


def passages(text: str) -> list[Passage]:
    """The passages in quotation marks in the order of their opening marks.

    Args:
        text: the whole text.
    """
    found: list[tuple[int, int, bool, bool]] = []
    stack: list[_Open] = []
    paragraph, breaks = 0, []
    for match in MARK.finditer(text):
        mark = match.group()
        if mark[0] == "\n":
            paragraph += 1
            breaks.append(match.start())
            stack = _after_break(text, match, stack, found)
            continue
        side = _side(text, match.start(), match.end(), stack)
        if side is _Side.OPENING:
            if stack and not _may_nest(stack[-1].mark, mark) and not _closes_twice(text, match.end(), mark):
                unclosed = stack.pop()
                found.append((unclosed.start, _end_before(text, unclosed.start, match.start()), mark in SINGLE, False))
            if len(stack) < 3:
                stack.append(_Open(mark, match.start(), paragraph))
        elif side is _Side.CLOSING:
            depth = _closes(stack, mark)
            if depth is not None:
                found.append((stack[depth].start, match.end(), stack[depth].mark in SINGLE, True))
                del stack[depth:]
    found.extend(
        (left.start, _paragraph_end(text, left.start), False, False) for left in stack if left.mark not in SINGLE
    )
    return _nested(found)


def _side(text: str, start: int, end: int, stack: list[_Open]) -> _Side:
    """Which side of a passage a mark stands on, by the mark, what is open, and the spaces around it."""
    mark = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    free_before = not before or before.isspace() or before in "([{–—-/„‚»›\"'…:"
    free_after = not after or not (after.isalnum())
    if mark in LOW_OPENING:
        return _Side.OPENING if after and not after.isspace() else _Side.NEITHER
    is_open = _closes(stack, mark) is not None
    if mark in "’'`":
        if is_open and not free_before and free_after:
            return _Side.CLOSING
        return _Side.OPENING if mark == "'" and free_before and after.isalnum() else _Side.NEITHER
    if is_open and not (free_before and not free_after and before.isspace()):
        return _Side.CLOSING
    if is_open and mark in '“”"«»' and not after.isalnum():
        return _Side.CLOSING
    if after and not after.isspace() and (free_before or not free_after):
        return _Side.OPENING
    return _Side.NEITHER


def _closes(stack: list[_Open], mark: str) -> int | None:
    """Which of the open passages a mark would close, the innermost that fits."""
    for depth in range(len(stack) - 1, -1, -1):
        opening = stack[depth].mark
        if mark in LOW_OPENING.get(opening, SIDEWAYS.get(opening, "")) or (
            opening in ("“", "”", '"') and mark in '”“"' and (opening != '"' or mark == '"' or mark in "“”")
        ):
            return depth
        if opening in ("‘", "'", "`", "``", "''") and (mark == opening or (mark in "’'" and len(opening) == 1)):
            return depth
    return None


def _may_nest(outer: str, inner: str) -> bool:
    """Whether a mark may open inside of another: single in double ones, and double ones of another shape."""
    return (outer in SINGLE) != (inner in SINGLE) or (outer in "»«") != (inner in "»«")


def _closes_twice(text: str, position: int, mark: str) -> bool:
    """Whether a mark opens inside of one of its own shape: two closing ones follow before another opening one."""
    closing, count = LOW_OPENING.get(mark, SIDEWAYS.get(mark, "")), 0
    for match in MARK.finditer(text, position, position + LONGEST_NESTED):
        following = match.group()
        if following == mark or following[0] == "\n":
            return False
        if following in closing:
            count += 1
            if count == 2:
                return True
    return False


def _after_break(
    text: str, match: re.Match[str], stack: list[_Open], found: list[tuple[int, int, bool, bool]]
) -> list[_Open]:
    """What stays open over the end of a paragraph: passages whose closing mark comes before any new opening one."""
    kept: list[_Open] = []
    for opened in stack:
        if opened.mark not in SINGLE and _goes_on(text, match.end(), opened.mark):
            kept.append(opened)
        elif opened.mark not in SINGLE:
            found.append((opened.start, _trimmed(text, match.start()), False, False))
    return kept


def _goes_on(text: str, position: int, opening: str) -> bool:
    """Whether the next mark of the opening's family, at most a few paragraphs on, closes what is open."""
    breaks = 0
    for match in MARK.finditer(text, position, position + 4000):
        mark = match.group()
        if mark[0] == "\n":
            breaks += 1
            if breaks >= FURTHEST:
                return False
        elif mark not in SINGLE and len(mark) == 1:
            if mark in LOW_OPENING or (opening in SIDEWAYS and mark == opening):
                return False
            after, before = text[match.end() : match.end() + 1], text[match.start() - 1 : match.start()]
            closing = _closes([_Open(opening, 0, 0)], mark) is not None
            return closing and not after.isalnum() and not before.isspace()
    return False


def _end_before(text: str, start: int, position: int) -> int:
    """Where an unclosed passage ends when another one opens: with the last sentence before it."""
    stop = max(text.rfind(sign, start, position) for sign in ".!?")
    return stop + 1 if stop > start else _trimmed(text, position)


def _paragraph_end(text: str, start: int) -> int:
    match = re.compile(r"\n[^\S\n]*\n").search(text, start)
    return _trimmed(text, match.start() if match else len(text))


def _trimmed(text: str, position: int) -> int:
    while position and text[position - 1].isspace():
        position -= 1
    return position


def _nested(found: list[tuple[int, int, bool, bool]]) -> list[Passage]:
    """The passages in order, each knowing the one around it."""
    result: list[Passage] = []
    around: list[int] = []
    for start, end, single, closed in sorted(found, key=lambda item: (item[0], -item[1])):
        if end - start < 3:
            continue
        while around and result[around[-1]].end <= start:
            around.pop()
        result.append(Passage(start, end, single, closed, around[-1] if around else -1))
        around.append(len(result) - 1)
    return result
