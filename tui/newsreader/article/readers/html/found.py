"""A block of a page, with what tells whether it belongs to the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newsreader.article.model import BlockKind, Span
    from newsreader.article.readers.pieces import Stretch


@dataclass(frozen=True, slots=True)
class Found:
    """A block of a page.

    Attributes:
        kind: what its element makes of it.
        stretch: its text.
        element: the element around it.
        linked, strong: how many code points of it are in links, and how many are bold.
        level, marker, quoted, cells, header, follows: as those of a `Piece`.
        times: machine-readable moments inside it.
    """

    kind: BlockKind
    stretch: Stretch
    element: HtmlElement
    linked: int = 0
    strong: int = 0
    level: int = 0
    marker: str = ""
    quoted: int = 0
    cells: tuple[Span, ...] = ()
    header: bool = False
    preformatted: bool = False
    follows: bool = False
    times: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its text on one line."""
        return self.stretch.text.replace("\n", " ")

    @property
    def link_share(self) -> float:
        """The share of it that is links, 0 to 1."""
        return self.linked / max(1, len(self.stretch.text))

    @property
    def is_bold(self) -> bool:
        """Whether it is bold from its first to its last letter."""
        return self.strong >= len(self.stretch.text.rstrip(" :")) > 0
