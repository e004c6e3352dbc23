"""What the reader's status line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands import View
from newsreader.ui.screens.legend import keys_shown, kinds_shown

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


class Bottom:
    """Fills the status line.

    Args:
        reader: the screen it stands on.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader

    def explain(self) -> None:
        """The colours, the keys, and how the analysis is doing."""
        reader, study = self._reader, self._reader.desk.study
        letters = reader.app.no_color or bool(reader.view.kind_letters)
        status, phrases = reader.status, reader.phrases
        selecting = reader.selector.active
        shown = None if selecting else study.analysis
        status.kinds = kinds_shown(shown, reader.view.highlighted, phrases, letters=letters)
        status.keys = keys_shown(reader.keymap, phrases, View.SELECTION if selecting else View.ARTICLE)
        state = "failed" if study.failure else "waiting" if study.pending else ""
        if unsaved := len(reader.annotator.unsaved):
            status.indicator = phrases("ui.status.unsaved", n=unsaved)
        else:
            status.indicator = phrases(f"ui.status.{state}") if state else self._hidden()
        review = reader.annotator.review
        progress = review.progress() if review is not None else None
        if selecting or progress is None or not progress.checked:
            status.progress = ("", "")
        else:
            values = {"checked": progress.checked, "total": progress.total}
            status.progress = (phrases("ui.progress", **values), phrases("ui.progress_short", **values))

    def _hidden(self) -> str:
        """How many statements are not shown because the analysis is not sure enough of them, if there are any."""
        reader, least = self._reader, self._reader.view.min_confidence
        statements = reader.analysis.statements if reader.analysis else ()
        hidden = sum(statement.confidence < least for statement in statements)
        return reader.phrases.count("ui.status.hidden", hidden, percent=round(100 * least)) if hidden else ""

    def locate(self) -> None:
        """The section and how far one has read; while keys select, how much that is."""
        reader = self._reader
        if reader.selector.active:
            reader.status.place = ("", "", reader.phrases.count("ui.selected", reader.selector.length))
            return
        article, section = reader.article, reader.view.section
        number = heading = ""
        if section is not None:
            heading = article.heading(section) or article.title
            if len(article.sections) > 1:
                number = f"{article.sections.index(section) + 1}/{len(article.sections)}"
        percent = reader.phrases("ui.status.percent", n=round(100 * reader.view.progress))
        reader.status.place = (number, heading, percent)
