"""The table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.article.model import Article
    from newsreader.phrases import Phrases


class ContentsDialog(Dialog[int]):
    """Chooses a section; its result is the offset where it begins, or None.

    Args:
        article: the article.
        phrases: what the dialog says.
        here: index of the section that one is reading.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("t", "close", show=False),
    ]

    def __init__(self, article: Article, phrases: Phrases, here: int) -> None:
        super().__init__(phrases("ui.contents.title"), phrases("ui.dialog.close"))
        self._article = article
        self._here = here

    def compose(self) -> ComposeResult:
        """The sections, indented by level, with how far into the article they begin."""
        article = self._article
        length = max(1, len(article.text))
        options = []
        for number, section in enumerate(article.sections, 1):
            heading = article.heading(section) or article.title
            indent = "  " * max(0, section.level - 1)
            percent = f"{round(100 * section.span.start / length)} %"
            options.append(Option(Row(Content(f"{number:>2}  {indent}{heading}"), percent)))
        yield self.box(OptionList(*options))

    def on_mount(self) -> None:
        """The cursor stands where one reads."""
        self.query_one(OptionList).highlighted = self._here if self._article.sections else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A section was chosen."""
        self.dismiss(self._article.sections[event.option_index].span.start)

    def action_move(self, by: int) -> None:
        """The cursor by letters."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if by > 0 else options.action_cursor_up()
