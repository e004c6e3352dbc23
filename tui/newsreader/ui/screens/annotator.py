"""The human layer on the reader's screen: laid over the analysis, changed, taken back, kept in step with the store."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from newsreader.errors import StoreError
from newsreader.ui.commands.who import note_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.changes import Change, Step
    from newsreader.annotations.deciding import Judge
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from newsreader.annotations.pen import Pen
    from newsreader.annotations.review import Review
    from newsreader.article.model import Article
    from newsreader.ui.messages import NotebookRead
    from newsreader.ui.screens.reader import ReaderScreen

EVERY = 1.5
"""seconds between two looks at what other programs have written"""
RETRY_EVERY = 6.0
"""seconds between two tries to store what could not be stored, since each may hold up the screen for a moment"""


class Annotator:
    """Looks after the annotations of the open article.

    Args:
        reader: the screen that shows them.

    Attributes:
        notebook: the annotations, None as long as they are being read.
        review: both layers, None as long as there is neither.
        analysis: what holds of both; of what a person has decided there is no doubt.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader
        self._nothing: Analysis | None = None
        self._watching = False
        self._warned = False
        self._reviewed = False
        self._tried = 0.0
        self._left: dict[str, Notebook] = {}
        self._awaiting: Callable[[], None] | None = None
        self.notebook: Notebook | None = None
        self.review: Review | None = None
        self.analysis: Analysis | None = None

    # The open article

    def open(self) -> None:
        """Another article is shown, at first without annotations. What is not stored of the last one is kept."""
        if self.notebook is not None and self.notebook.pending:
            self._left[self.notebook.article.id] = self.notebook
        self.notebook = self.review = self.analysis = None
        self._reviewed = False
        self._awaiting = None

    def when_read(self, then: Callable[[], None]) -> None:
        """Do something once the open article's annotations are there; not at all if another one is opened before."""
        if self.notebook is not None:
            then()
        else:
            self._awaiting = then

    def begin(self) -> None:
        """Read the open article's annotations in the background; nothing waits for the store."""
        article = self._reader.article
        threading.Thread(target=self._read, args=(article,), name="annotations", daemon=True).start()

    def take(self, message: NotebookRead) -> None:
        """The annotations are there, or why not; those of an article that is no longer open come too late."""
        from newsreader.annotations.notebook import Notebook

        reader = self._reader
        if message.article is not reader.article:
            return
        store = message.store
        left = self._left.pop(message.article.id, None)
        self.notebook = left or Notebook(message.article, store, message.loaded)
        if message.failure is not None:
            reader.tell(message.failure)
        if store is not None:
            for notice in store.notices:
                reader.notify(reader.phrases.say(notice), severity="warning", timeout=12, markup=False)
            store.notices.clear()
        self.show()
        awaiting, self._awaiting = self._awaiting, None
        if awaiting is not None:
            awaiting()
        if not self._watching:
            self._watching = True
            reader.set_interval(EVERY, self._look)

    @property
    def unsaved(self) -> frozenset[str]:
        """Ids of annotations whose last change the store does not have, those of articles read before among them."""
        return frozenset(change.id for book in self._books for step in book.pending for change in step.changes)

    @property
    def _books(self) -> list[Notebook]:
        """The notebooks of this article and of those before that have something that is not stored."""
        return [*self._left.values(), *([self.notebook] if self.notebook else [])]

    @property
    def pen(self) -> Pen:
        """What the user annotates with."""
        from newsreader.annotations.pen import Pen

        return Pen(self._reader.article, self._reader.tools.config.annotator_name())

    @property
    def judge(self) -> Judge:
        """How the user decides about what the machine found."""
        return self.judge_after(())

    def judge_after(self, changes: Iterable[Change]) -> Judge:
        """How the user decides once some changes are made, which are not made yet."""
        from newsreader.annotations.deciding import Judge
        from newsreader.annotations.review import reviewed

        changes = tuple(changes)
        if self.review is not None and not changes:
            return Judge(self.pen, self.review)
        known = {one.id: one for one in self.notebook.annotations} if self.notebook else {}
        for change in changes:
            if change.after is None:
                known.pop(change.id, None)
            else:
                known[change.id] = change.after
        return Judge(self.pen, reviewed(self._reader.article, self._machine, known.values()))

    @property
    def layers(self) -> tuple[Analysis, tuple[Annotation, ...]]:
        """The machine's layer and the human one, each for itself."""
        return self._machine, self.notebook.annotations if self.notebook else ()

    def tags(self) -> list[str]:
        """All tags to complete from, the most used first."""
        notebook = self.notebook
        own = [tag for one in notebook.annotations for tag in one.tags] if notebook else []
        known: list[str] = []
        if notebook is not None and notebook.store is not None:
            with suppress(StoreError):
                known = notebook.store.tags()
        return list(dict.fromkeys([*known, *own]))

    # Changes

    def do(self, what: str, changes: Iterable[Change | None]) -> bool:
        """Make changes in one step, which undo takes back as one.

        Args:
            what: key of the phrase that names the step.
            changes: the changes; None and what changes nothing are left out.

        Returns:
            Whether anything was changed.
        """
        from newsreader.annotations.changes import Step

        made = [change for change in changes if change is not None]
        step, notebook = Step.of(what, made), self.notebook
        if notebook is None or not step:
            return False
        self._make(step, "ui.say.made", lambda: notebook.do(what, made))
        return True

    def undo(self) -> None:
        """Take the last step back."""
        notebook = self.notebook
        if notebook is None or (step := notebook.can_undo) is None:
            self._reader.say("ui.say.nothing_to_undo")
        else:
            self._make(step, "ui.say.undo", notebook.undo)

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        notebook = self.notebook
        if notebook is None or (step := notebook.can_redo) is None:
            self._reader.say("ui.say.nothing_to_redo")
        else:
            self._make(step, "ui.say.redo", notebook.redo)

    def save(self) -> None:
        """Try again to store what is not stored yet."""
        reader = self._reader
        if not self.unsaved:
            reader.say("ui.say.all_saved")
            return
        try:
            self._retry()
        except StoreError as error:
            reader.tell(error)
        else:
            reader.say("ui.say.saved_now")
        self.show()

    def may_leave(self) -> bool:
        """Whether the program may end: everything is stored, or the user was told that it is not."""
        if self.unsaved and not self._warned:
            with suppress(StoreError):
                self._retry()
            if unsaved := len(self.unsaved):
                self._warned = True
                reader = self._reader
                sentence = reader.phrases.count("ui.say.leaving", unsaved, keys=reader.keymap.label("quit", first=True))
                reader.notify(sentence, severity="error", timeout=12, markup=False)
                return False
        return True

    def close(self) -> None:
        """Close the store's file, so that it is whole for those who copy it."""
        stores = {id(book.store): book.store for book in self._books if book.store is not None}
        for store in stores.values():
            store.close()

    def show(self) -> None:
        """Lay the human layer over the machine's anew and show what comes of it."""
        from newsreader.ui.annotating.overlaying import overlay

        reader, notebook = self._reader, self.notebook
        machine = reader.desk.study.analysis
        if notebook is None or (machine is None and not notebook.annotations):
            self.review = self.analysis = None
            reader.view.set_analysis(machine)
        else:
            self.review = notebook.review(self._machine)
            self.analysis = _undoubted(self.review)
            if machine is not None and (notebook.annotations or self._reviewed):
                self._reviewed = True
                reader.desk.keeper.review(reader.article, self.review.analysis)
            reader.view.set_layers(self.analysis, overlay(self.review, reader.tools.config.colours))
        reader.side.fill()
        reader.bottom.explain()

    @property
    def _machine(self) -> Analysis:
        """The machine's layer, an empty one as long as there is none."""
        machine = self._reader.desk.study.analysis
        if machine is not None:
            return machine
        if self._nothing is None:
            from newsreader.analysis.info import PipelineInfo
            from newsreader.analysis.result import Analysis

            self._nothing = Analysis(PipelineInfo("", ""))
        return self._nothing

    def _make(self, step: Step, key: str, make: Callable[[], object]) -> None:
        """Make a step, show it, and tell what was done, or why it is not stored."""
        reader, self._warned = self._reader, False
        marked = reader.view.current_statement is not None
        try:
            make()
        except StoreError as error:
            self._tried = monotonic()
            reader.tell(error)
        self.show()
        if reader.view.current_statement is not None:
            note_statement(reader)
        elif marked:
            reader.note("")
        sentence = reader.phrases(key, what=reader.phrases.count(step.what, len(step.changes)))
        reader.say_raw(sentence[:1].upper() + sentence[1:])

    def _retry(self) -> None:
        """Store what is not stored; a store that could not be opened before is opened and read first."""
        from newsreader.annotations.notebook import load

        for book in self._books:
            if book.store is None:
                store = self._reader.tools.store()
                book.take(load(store, book.article))
                book.store = store
            book.retry()
        self._left.clear()

    def _read(self, article: Article) -> None:
        """Called in the background."""
        from newsreader.annotations.anchoring.remembered import PlaceMemory
        from newsreader.annotations.notebook import load
        from newsreader.ui.messages import NotebookRead

        store = loaded = failure = None
        folder = self._reader.tools.places
        try:
            store = self._reader.tools.store()
            loaded = load(store, article, PlaceMemory(folder) if folder else None)
        except StoreError as error:
            store, failure = None, error
        # The loop may have been closed in the meantime.
        with suppress(RuntimeError):
            self._reader.post_message(NotebookRead(article, store, loaded, failure))

    def _look(self) -> None:
        """Take over what other programs have written, and try again to store what is not stored."""
        notebook = self.notebook
        if notebook is None:
            return
        changed, waiting = False, bool(self.unsaved) and monotonic() - self._tried >= RETRY_EVERY
        with suppress(StoreError):
            changed = notebook.refresh()
        if waiting:
            self._tried = monotonic()
            with suppress(StoreError):
                self._retry()
                changed = True
        if changed:
            self.show()


def _undoubted(review: Review) -> Analysis:
    """What holds, with every statement certain that a person has decided about: none of them is hidden as unsure."""
    decided = {one.value.id for one in review.statements if one.annotation is not None}
    if not decided:
        return review.analysis
    statements = (replace(one, confidence=1.0) if one.id in decided else one for one in review.analysis.statements)
    return replace(review.analysis, statements=tuple(statements))
