"""How the reader moves through the article: by lines, pages, to its ends."""

from __future__ import annotations

from newsreader.ui.widgets.article.layout import Row
from newsreader.ui.widgets.article.page import ArticlePage

_OVERLAP = 2
"""lines that stay on the screen when a page is turned"""


class MovingPage(ArticlePage):
    """An article that is moved without animation: what one reads is where one looks, also over a slow line."""

    def move_lines(self, lines: int) -> None:
        """Scrolls by lines, up for a negative number."""
        if self._layout_ is None:
            return
        row = self._layout_.row_at(self.scroll_offset.y)
        self._show_row(self._layout_.step(row, lines))
        self._arrive()

    def move_pages(self, pages: float) -> None:
        """Scrolls by pages or parts of them, up for a negative number; a whole page leaves two lines to go on from."""
        whole = max(1, self._rows - _OVERLAP) if abs(pages) >= 1 else self._rows
        self.move_lines(round(pages * whole))

    def move_home(self) -> None:
        """Scrolls to the beginning."""
        self._show_row(Row(0, -self._rows))
        self._arrive()

    def move_end(self) -> None:
        """Scrolls to the end."""
        self._show_end()
        self._arrive()

    def action_scroll_up(self) -> None:
        self.move_lines(-1)

    def action_scroll_down(self) -> None:
        self.move_lines(1)

    def action_page_up(self) -> None:
        self.move_pages(-1)

    def action_page_down(self) -> None:
        self.move_pages(1)

    def action_scroll_home(self) -> None:
        self.move_home()

    def action_scroll_end(self) -> None:
        self.move_end()
