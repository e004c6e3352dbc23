"""The text of one block while a page is walked through."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article.readers.html.parsing import squeezed
from newsreader.article.readers.pieces import Stretch, stripped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newsreader.article.model import Inline

_BOXES = ("a", "span")
_SHORTEST_BOX = 3
"""code points; a shorter text may be the beginning of a word"""
_FEW = 9
"""pieces of text in an element that make a line"""


class Line:
    """A block's text as it comes, white space made one space each.

    Attributes:
        length: how many code points there are.
        linked, strong: how many of them are in links, and how many are bold.
        inlines: formatted parts, in the order in which they end.
        times: machine-readable moments.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._broken = False
        self.length = self.linked = self.strong = 0
        self.inlines: list[Inline] = []
        self.times: list[str] = []

    def add(self, text: str, *, linked: bool, strong: bool, verbatim: bool = False) -> None:
        """Put a text behind what is there.

        Args:
            text: as the page has it.
            linked: whether it is in a link.
            strong: whether it is bold.
            verbatim: whether its white space counts.
        """
        text = _verbatim(text) if verbatim else squeezed(text)
        if not verbatim and text[:1] == " " and self._last in ("", " ", "\n"):
            text = text[1:]
        if not text:
            return
        self._parts.append(text)
        self.length += len(text)
        self.linked += len(text) if linked else 0
        self.strong += len(text) if strong else 0
        self._broken = self._broken or (verbatim and "\n" in text)

    def break_line(self) -> bool:
        """Break the line; whether it was broken before, so that a paragraph ends here."""
        if self._last == " ":
            self._parts[-1] = self._parts[-1][:-1]
            self.length -= 1
        if self._last in ("", "\n"):
            return bool(self._parts)
        self._parts.append("\n")
        self.length += 1
        self._broken = True
        return False

    def stretch(self) -> Stretch:
        """What there is."""
        return stripped("".join(self._parts), self.inlines, self._broken)

    @property
    def _last(self) -> str:
        return self._parts[-1][-1:] if self._parts else ""


def is_apart(element: HtmlElement) -> bool:
    """Whether an element follows another one on its line without white space, and its style sets them apart.

    "PolitikAusland" are two links, of which the page shows each in a box; "McDonald" is one word.
    """
    before = element.getprevious() if element.tag in _BOXES else None
    if before is None or before.tag not in _BOXES or before.tail:
        return False
    text = "".join(islice(before.itertext(), _FEW))
    return len(text) >= _SHORTEST_BOX and text[-1].islower() and next(element.itertext(), "")[:1].isupper()


def _verbatim(text: str) -> str:
    return "\n".join(_verbatim_line(line) for line in text.split("\n"))


def _verbatim_line(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + squeezed(line[indent:].replace("\t", "    ")).rstrip()
