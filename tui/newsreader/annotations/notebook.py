"""The annotations of an open article: where they stand, what was done to them since, and what is not stored yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.annotations.anchoring.placing import Placed, place_all
from newsreader.annotations.changes import Change, Step
from newsreader.annotations.review import Review, reviewed
from newsreader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.anchoring.places import Memory
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.store.store import Point, Store
    from newsreader.article.model import Article


@dataclass
class Loaded:
    """What a store has about an article, as it was read.

    Attributes:
        point: how far it reaches.
        stored: the annotations as they are stored.
        placed: the same in the article's text.
        texts: older texts that they were made on.
    """

    point: Point
    stored: dict[str, Annotation]
    placed: dict[str, Placed]
    texts: dict[str, str]


def load(store: Store, article: Article, memory: Memory | None = None) -> Loaded:
    """Read the annotations of an article and place them. It may take a while: call it in a thread.

    Args:
        store: where they are kept.
        article: the article.
        memory: remembers where they were found in a text that has changed.

    Raises:
        StoreError: if they cannot be read.
    """
    point = store.point()
    stored = {one.id: one for batch in store.of_article(article.id, article.source) for one in batch}
    texts = store.texts({one.article for one in stored.values()} - {article.id})
    placed = dict(zip(stored, place_all(article, stored.values(), texts, memory), strict=True))
    return Loaded(point, stored, placed, texts)


class Notebook:
    """The annotations of an open article.

    Every step is stored the moment that it is made. One that cannot be stored stays here, is shown like the others, and
    is in `pending` until `retry` succeeds. Call all methods from one thread.

    Args:
        article: the article.
        store: where they are kept; None if it could not be opened, so that everything stays pending.
        loaded: what `load` has read, None for nothing yet.
    """

    def __init__(self, article: Article, store: Store | None, loaded: Loaded | None = None) -> None:
        self.article = article
        self.store = store
        self.pending: list[Step] = []
        """steps that are not stored yet, in order"""
        self._stored: dict[str, Annotation] = {}
        self._placed: dict[str, Placed] = {}
        self._texts: dict[str, str] = {}
        self._point: Point | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._review: tuple[Analysis, Review] | None = None
        if loaded is not None:
            self.take(loaded)

    def take(self, loaded: Loaded) -> None:
        """Take over what was read; what was done in the meantime is done on top of it."""
        self._point, self._texts = loaded.point, loaded.texts
        self._stored, self._placed = dict(loaded.stored), dict(loaded.placed)
        for step in [*self._done, *self.pending]:
            self._show(step.changes)
        self._changed()

    # What there is

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """Those that have a place in the article, in order of the text."""
        placed = (one.annotation for one in self._placed.values() if one.method is not None)
        return tuple(sorted(placed, key=lambda one: (one.start, one.created, one.id)))

    @cached_property
    def orphans(self) -> tuple[Annotation, ...]:
        """Those that have no sure place any more, as they were made, in order of the text that they were made on."""
        orphans = (one.annotation for one in self._placed.values() if one.method is None)
        return tuple(sorted(orphans, key=lambda one: (one.article, one.start, one.created, one.id)))

    def placed(self, identifier: str) -> Placed | None:
        """How an annotation was placed, by its id; None if there is none."""
        return self._placed.get(identifier)

    def get(self, identifier: str) -> Annotation | None:
        """The annotation with an id, placed in the article unless it is an orphan; None if there is none."""
        placed = self._placed.get(identifier)
        return None if placed is None else placed.annotation

    def review(self, analysis: Analysis) -> Review:
        """The human layer over the machine's; the same object until something changes."""
        if self._review is None or self._review[0] is not analysis:
            self._review = analysis, reviewed(self.article, analysis, self.annotations)
        return self._review[1]

    def old_text(self, annotation: Annotation) -> str | None:
        """The text that an annotation was made on, None if it is not known."""
        return self.article.text if annotation.article == self.article.id else self._texts.get(annotation.article)

    # What is done

    @property
    def can_undo(self) -> Step | None:
        """The step that `undo` takes back."""
        return self._done[-1] if self._done else None

    @property
    def can_redo(self) -> Step | None:
        """The step that `redo` makes again."""
        return self._undone[-1] if self._undone else None

    def do(self, what: str, changes: Iterable[Change]) -> Step:
        """Make changes as one step.

        Args:
            what: key of the phrase that names the step.
            changes: what is made, changed and deleted.

        Returns:
            The step; it is empty, and nothing is done, if nothing would change.

        Raises:
            StoreError: if it cannot be stored. It is done here all the same, and pending.
        """
        step = Step.of(what, (Change(self._stored.get(one.id), one.after) for one in changes if self._real(one)))
        if step:
            self._done.append(step)
            self._undone.clear()
            self._make(step)
        return step

    def undo(self) -> Step | None:
        """Take the last step back, back to when the article was opened.

        Returns:
            The step that was taken back, None if there is none.

        Raises:
            StoreError: as `do`.
        """
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._make(step.inverse)
        return step

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; as `undo`."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._make(step)
        return step

    def retry(self) -> None:
        """Try to store what is pending.

        Raises:
            StoreError: if it still cannot be stored.
        """
        while self.pending:
            if self.store is None:
                raise StoreError("store.none")
            self.store.apply(self.pending[0].changes, {self.article.id: self.article.text})
            del self.pending[0]

    def _real(self, change: Change) -> bool:
        return change.after is not None or change.id in self._stored

    def _make(self, step: Step) -> None:
        self._show(step.changes)
        self._changed()
        self.pending.append(step)
        self.retry()

    def _show(self, changes: Iterable[Change]) -> None:
        """Put changes into what is shown."""
        made: dict[str, Annotation] = {}
        for change in changes:
            made.pop(change.id, None)
            if change.after is None:
                self._stored.pop(change.id, None)
                self._placed.pop(change.id, None)
            else:
                self._stored[change.id] = made[change.id] = change.after
        self._placed.update(zip(made, place_all(self.article, made.values(), self._texts), strict=True))

    def _changed(self) -> None:
        self._review = None
        for name in ("annotations", "orphans"):
            self.__dict__.pop(name, None)

    # What others do

    def refresh(self) -> bool:
        """Take over what another program has done to the store in the meantime; what is pending here stays.

        Where the store's file was damaged or replaced, what was shown here and is not in the new one is stored again.

        Returns:
            Whether anything has changed.

        Raises:
            StoreError: if it cannot be read.
        """
        store = self.store
        if store is None or self._point is None or not store.changed_elsewhere():
            return False
        update = store.since(self._point, self.article.id, self.article.source)
        if update is None:
            return self._reload(store)
        waiting = {change.id for step in self.pending for change in step.changes}
        before = dict(self._stored)
        gone = [Change(one, None) for one in before.values() if one.id in update.deleted and one.id not in waiting]
        changed = [
            Change(before.get(one.id), one)
            for one in update.changed
            if one.id not in waiting and before.get(one.id) != one
        ]
        self._point = update.at
        unknown = {change.after.article for change in changed if change.after} - {self.article.id, *self._texts}
        self._texts.update(store.texts(unknown))
        self._show([*gone, *changed])
        self._changed()
        return bool(gone or changed)

    def _reload(self, store: Store) -> bool:
        """Take over what another file has. What is shown here, and is missing or older there, goes into it: it was
        lost, or at least nobody can tell that it was deleted."""
        loaded = load(store, self.article)
        there = loaded.stored
        lost = [
            Change(there.get(one.id), one)
            for one in self._stored.values()
            if one.id not in there or there[one.id].modified < one.modified
        ]
        self._point, self._texts = loaded.point, {**self._texts, **loaded.texts}
        self._stored, self._placed = dict(there), dict(loaded.placed)
        for step in self.pending:
            self._show(step.changes)
        self._changed()
        if lost:
            self._make(Step("annotations.step.restore", tuple(lost)))
        return True
