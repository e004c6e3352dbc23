"""Finding on the reader's screen: the line to type into, the hits, the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.hits import Hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.model import Span
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.widgets.findbar import FindBar


class Finder:
    """Looks after the hits.

    Args:
        reader: the screen on which they are shown.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self._bar: FindBar | None = None
        self._from = 0
        self.hits = Hits()

    @property
    def is_open(self) -> bool:
        """Whether one can type."""
        return self._bar is not None and self._bar.display

    async def open(self) -> None:
        """Let the user type; the place from which he searches is kept, to come back."""
        from newsreader.ui.widgets.findbar import FindBar

        reader = self._reader
        self._from = reader.view.top_offset
        if self._bar is None:
            self._bar = FindBar(reader.phrases("ui.find.placeholder"))
            await reader.mount(self._bar, before=reader.status)
        reader.add_class("-finding")
        self._bar.open()
        if self._bar.words:
            self.search(self._bar.words)

    def search(self, words: str) -> None:
        """Show where words stand and go to the first hit from the place where the search began."""
        from newsreader.ui.find import find

        self.hits.take(find(self._reader.article.text, words))
        self.show(self.hits.step(1, self._from), words=words)

    def step(self, by: int) -> None:
        """To another hit."""
        self.show(self.hits.step(by, self._reader.view.visible_span.start))

    def take(self, spans: Sequence[Span], name: str, title: str) -> None:
        """Show places that were not searched for, such as an actor's mentions."""
        self.hits.take(spans, name, title)

    def show_at(self, spans: Sequence[Span], index: int, title: str) -> None:
        """Show places that were found elsewhere, such as in the library, and go to one of them.

        Args:
            spans: the places in order.
            index: which one to go to.
            title: what the counter names beside the number.
        """
        self.hits.take(spans, title=title)
        self.hits.current = index
        self.show(spans[index])

    def show(self, hit: Span | None, *, words: str = "") -> None:
        """Go to a hit and count; None if there is none."""
        reader = self._reader
        reader.view.set_hits(self.hits.spans, self.hits.current)
        if hit is not None:
            reader.view.go_to(hit.start, place="visible")
        if self.is_open and self._bar is not None:
            missing = hit is None and bool(words.strip())
            self._bar.count(reader.phrases("ui.find.none") if missing else self.hits.counter, missing=missing)
        else:
            reader.note(self.hits.counter)

    def close(self, *, keep: bool) -> None:
        """Back to the text.

        Args:
            keep: whether the hits stay; if not, the text goes back to where the search began.
        """
        reader = self._reader
        if self._bar is not None:
            self._bar.display = False
        reader.remove_class("-finding")
        reader.view.focus()
        if not keep:
            self.clear()
            reader.view.go_to(self._from, place="top")
        elif self.hits.spans:
            reader.jumps.leave(self._from)
            reader.note(self.hits.counter)

    def clear(self) -> None:
        """Show no hits."""
        self.hits.clear()
        self._reader.view.set_hits((), None)
        self._reader.note("")

    def speak(self) -> None:
        """Change the language."""
        if self._bar is not None:
            self._bar.speak(self._reader.phrases("ui.find.placeholder"))
