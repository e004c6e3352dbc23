"""Seeing annotations on the reader's screen: the list beside the text, the one that is chosen, the window of a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Span
    from newsreader.ui.annotating.listing import Order
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.widgets.notes import NotesPanel
    from newsreader.ui.widgets.notewindow import NoteWindow


class Notes:
    """Looks after what is shown of the annotations.

    Args:
        reader: the screen that shows them.

    Attributes:
        current: id of the annotation that was chosen last, None once something else was chosen.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self._words = ""
        self._order: Order = "place"
        self._window: NoteWindow | None = None
        self._spans: tuple[Span, ...] = ()
        self._stale = True
        self.current: str | None = None

    @property
    def panel(self) -> NotesPanel:
        """The list. Commands run only when it is there."""
        assert self._reader.side.notes is not None
        return self._reader.side.notes

    @property
    def open(self) -> bool:
        """Whether an annotation is chosen or a note shown."""
        return self.current is not None or (self._window is not None and self._window.display)

    # The list

    def fill(self) -> None:
        """List the annotations of the article."""
        reader, book = self._reader, self._reader.annotator.notebook
        if reader.side.notes is None:
            return
        self._stale = False
        if book is None:
            self.panel.show((), notice=reader.phrases("ui.notes.waiting"))
            return
        from newsreader.ui.annotating.listing import entries

        rows = entries(
            book.annotations,
            book.orphans,
            colours=reader.tools.config.colours,
            phrases=reader.phrases,
            order=self._order,
            words=self._words,
            unsaved=reader.annotator.unsaved,
        )
        self.panel.show(rows, notice=self._notice(len(rows)))

    def appear(self) -> None:
        """The list comes to be seen."""
        if self._stale:
            self.fill()

    def filter(self, words: str) -> None:
        """List only what holds some words."""
        self._words = words
        self.fill()

    def sort(self) -> None:
        """The next order: by place, by time, by kind."""
        from newsreader.ui.annotating.listing import ORDERS

        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.fill()
        self._reader.say(f"ui.say.notes_by_{self._order}")

    def forget(self) -> None:
        """Another article is opened."""
        self._words = ""
        self.close()
        if self._reader.side.notes is not None:
            self.panel.forget()

    def _notice(self, listed: int) -> str:
        phrases, unsaved = self._reader.phrases, len(self._reader.annotator.unsaved)
        if unsaved:
            keys = self._reader.keymap.label("save_again", first=True)
            return phrases.count("ui.notes.unsaved", unsaved, keys=keys)
        if listed:
            return ""
        keys = self._reader.keymap.label("annotate", first=True)
        return phrases("ui.panel.no_match") if self._words.strip() else phrases("ui.notes.empty", keys=keys)

    # One annotation

    def choose(self, identifier: str) -> None:
        """Make an annotation the chosen one, and go where it stands."""
        reader = self._reader
        book = reader.annotator.notebook
        annotation = book.get(identifier) if book else None
        if book is None or annotation is None:
            return
        self.current = identifier
        if annotation in book.orphans:
            self._spans = ()
            reader.view.choose(())
            reader.say("ui.say.orphan")
        else:
            self._spans = _places(annotation)
            reader.view.choose(self._spans)
            reader.leave()
            reader.view.go_to(annotation.start, place="visible")
        self._show(annotation)

    def at(self, offset: int) -> None:
        """Choose the annotation that stands at a code point, the shortest of several; nothing where there is none."""
        book = self._reader.annotator.notebook
        annotations = book.annotations if book else ()
        found = [one for one in annotations if any(span.start <= offset < span.end for span in one.spans)]
        if found:
            self.choose(min(found, key=lambda one: sum(span.end - span.start for span in one.spans)).id)
        else:
            self.close()

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) annotation in the text."""
        reader, book = self._reader, self._reader.annotator.notebook
        rows = book.annotations if book else ()
        ids = [one.id for one in rows]
        if self.current in ids:
            at = ids.index(self.current) + by
        else:
            here = reader.view.visible_span.start
            later = [index for index, one in enumerate(rows) if one.start >= here]
            first = later[0] if later else len(rows)
            at = first if by > 0 else first - 1
        if not 0 <= at < len(rows):
            reader.say("ui.say.no_note")
            return
        self.choose(ids[at])
        if reader.side.turned is View.NOTES:
            self.panel.reveal(ids[at])

    def attend(self, spans: Iterable[Span]) -> None:
        """Something else was chosen in the text: show the note that stands there, if there is one."""
        self.close()
        wanted = tuple(spans)
        book = self._reader.annotator.notebook
        annotations = book.annotations if book else ()
        noted = [one for one in annotations if one.note and any(a.overlaps(b) for a in one.spans for b in wanted)]
        if noted:
            self._spans = wanted
            self._show(min(noted, key=lambda one: sum(span.end - span.start for span in one.spans)))

    def follow(self) -> None:
        """Keep in step with the text: a note whose place is out of sight goes away."""
        window, visible = self._window, self._reader.view.visible_span
        if window is not None and window.display and not any(span.overlaps(visible) for span in self._spans):
            window.hide()

    def renew(self) -> None:
        """The annotations have changed: show them as they are now, in the list once that is to be seen."""
        self._stale = True
        if self._reader.side.turned is View.NOTES and self._reader.side.shown:
            self.fill()
        book = self._reader.annotator.notebook
        annotation = book.get(self.current) if book and self.current else None
        if self.current is not None and annotation is None:
            self.close()
        elif annotation is not None and self._window is not None and self._window.display:
            self._show(annotation)

    def close(self) -> None:
        """Choose nothing, show no note."""
        self.current, self._spans = None, ()
        self._reader.view.choose(())
        if self._window is not None:
            self._window.hide()

    def _show(self, annotation: Annotation) -> None:
        self._reader.call_later(self._open, annotation)

    async def _open(self, annotation: Annotation) -> None:
        """Show the window, which is made when it is first needed."""
        from newsreader.ui.annotating.listing import headline
        from newsreader.ui.widgets.notewindow import NoteWindow

        reader = self._reader
        if self._window is None:
            self._window = NoteWindow()
            await reader.mount(self._window)
        place = reader.view.position_of(annotation.start)
        top = place is not None and place[1] > reader.view.size.height // 2
        about = headline(annotation, reader.phrases)
        left = max(0, reader.view.text_left - 2)
        self._window.stand(left, reader.view.size.width - left - 1, top=top)
        self._window.show(annotation, about, reader.phrases)


def _places(annotation: Annotation) -> tuple[Span, ...]:
    """Where an annotation stands; one that decides that nothing is there, where that was."""
    anchors = annotation.anchors or (annotation.target.anchors if annotation.target else ())
    return tuple(anchor.span for anchor in anchors)
