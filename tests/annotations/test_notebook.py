"""The annotations of an open article: each step is stored, can be taken back, and waits if it cannot be stored."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.annotations.anchoring.places import Method
from newsreader.annotations.deciding import Judge
from newsreader.annotations.items import Status
from newsreader.annotations.notebook import Notebook, load
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article.model import Span
from newsreader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.annotations.conftest import Find

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.changes import Change
    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, timeout=0.2) as opened:
        yield opened


@pytest.fixture
def notebook(article: Article, store: Store) -> Notebook:
    return Notebook(article, store, load(store, article))


@pytest.fixture
def pen(article: Article) -> Pen:
    return Pen(article, "Eva")


def opened(store: Store, article: Article) -> Notebook:
    return Notebook(article, store, load(store, article))


def after(change: Change) -> Annotation:
    assert change.after is not None
    return change.after


def test_each_step_is_stored_at_once_and_can_be_taken_back(
    notebook: Notebook, store: Store, article: Article, pen: Pen, find: Find
) -> None:
    mark = pen.highlight([find("Gefahr")], "yellow")
    notebook.do("mark", [mark])
    assert opened(store, article).annotations == (after(mark),)
    notebook.do("edit", [pen.edit(after(mark), note="Was?")])
    notebook.do("delete", [pen.delete(after(mark))])
    assert not notebook.annotations
    assert not opened(store, article).annotations
    undone = [step.what for step in (notebook.undo(), notebook.undo(), notebook.undo()) if step]
    assert undone == ["delete", "edit", "mark"]
    assert notebook.undo() is None
    assert not notebook.annotations
    assert not opened(store, article).annotations
    notebook.redo()
    notebook.redo()
    assert [one.note for one in opened(store, article).annotations] == ["Was?"]
    assert notebook.can_redo is not None
    notebook.do("other", [pen.note([], "x")])
    assert notebook.can_redo is None
    assert notebook.redo() is None


def test_a_bulk_operation_is_one_step(notebook: Notebook, pen: Pen, analysis: Analysis) -> None:
    review = notebook.review(analysis)
    assert notebook.review(analysis) is review
    judge = Judge(pen, review)
    step = notebook.do("confirm", judge.confirm_all(review.statements))
    assert len(step.changes) == 4
    assert {item.status for item in notebook.review(analysis).statements} == {Status.CONFIRMED}
    notebook.undo()
    assert notebook.annotations == ()
    assert {item.status for item in notebook.review(analysis).statements} == {Status.UNTOUCHED}


def test_what_changes_nothing_is_no_step(notebook: Notebook, pen: Pen, find: Find) -> None:
    mark = pen.highlight([find("Gefahr")], "yellow")
    notebook.do("mark", [mark])
    assert not notebook.do("edit", [pen.edit(after(mark), colour="yellow")])
    assert not notebook.do("delete", [pen.delete(after(pen.note([], "nie da")))])
    assert notebook.can_undo is not None
    assert notebook.can_undo.what == "mark"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30, deadline=None
)
@given(st.lists(st.integers(0, 9), max_size=25))
def test_undo_leads_back_through_every_state_and_redo_forth(
    notebook: Notebook, store: Store, article: Article, pen: Pen, moves: list[int]
) -> None:
    while notebook.undo():
        pass
    states = [notebook.annotations]
    for move in moves:
        there = notebook.annotations
        if move < 5 or not there:
            changes = [pen.highlight([Span(move, move + 5)], "red"), pen.note([], str(move))]
        elif move < 8:
            changes = [pen.edit(there[move % len(there)], note=f"{move}"), pen.note([], "x")]
        else:
            changes = [pen.delete(one) for one in there[::2]]
        if notebook.do("step", changes):
            states.append(notebook.annotations)
    assert opened(store, article).annotations == states[-1]
    for state in reversed(states[:-1]):
        notebook.undo()
        assert notebook.annotations == state
    assert opened(store, article).annotations == states[0]
    for state in states[1:]:
        notebook.redo()
        assert notebook.annotations == state
    assert opened(store, article).annotations == states[-1]


def test_what_cannot_be_stored_stays_and_can_be_tried_again(
    notebook: Notebook, store: Store, path: Path, article: Article, pen: Pen, find: Find
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        mark = pen.highlight([find("Gefahr")], "yellow")
        with pytest.raises(StoreError) as caught:
            notebook.do("mark", [mark])
        assert caught.value.key == "store.locked"
        with pytest.raises(StoreError):
            notebook.do("note", [pen.note([], "dazu")])
        assert len(notebook.annotations) == 2
        assert [step.what for step in notebook.pending] == ["mark", "note"]
        with pytest.raises(StoreError):
            notebook.undo()
        assert len(notebook.annotations) == 1
    notebook.retry()
    assert notebook.pending == []
    assert opened(store, article).annotations == (after(mark),)
    notebook.undo()
    assert opened(store, article).annotations == ()


def test_without_a_store_everything_waits_for_one(store: Store, article: Article, pen: Pen, find: Find) -> None:
    notebook = Notebook(article, None)
    mark = pen.highlight([find("Gefahr")], "yellow")
    with pytest.raises(StoreError):
        notebook.do("mark", [mark])
    assert list(notebook.annotations) == [mark.after]
    assert not notebook.refresh()
    notebook.store = store
    notebook.retry()
    assert opened(store, article).annotations == (after(mark),)


def test_what_was_made_before_the_store_was_read_stays(store: Store, article: Article, pen: Pen, find: Find) -> None:
    old = pen.note([find("Freitag")], "alt")
    store.apply([old])
    loaded = load(store, article)
    notebook = Notebook(article, store)
    new = pen.note([find("Gefahr")], "neu")
    notebook.do("note", [new])
    notebook.take(loaded)
    assert list(notebook.annotations) == [old.after, new.after]
    notebook.undo()
    assert list(notebook.annotations) == [old.after]


def test_two_notebooks_see_each_other_s_steps(
    notebook: Notebook, path: Path, article: Article, pen: Pen, find: Find
) -> None:
    with Store(path) as other_store:
        other = opened(other_store, article)
        mark, note = pen.highlight([find("Gefahr")], "yellow"), pen.note([], "x")
        notebook.do("mark", [mark, note])
        assert other.refresh()
        assert other.annotations == notebook.annotations
        assert not other.refresh()
        other.do("edit", [pen.edit(after(mark), note="von drüben"), pen.delete(after(note))])
        assert notebook.refresh()
        assert [one.note for one in notebook.annotations] == ["von drüben"]
        assert not other.refresh()
        notebook.undo()
        assert other.refresh()
        assert other.annotations == ()


def test_what_is_pending_holds_against_what_another_one_did(
    notebook: Notebook, path: Path, article: Article, pen: Pen, find: Find
) -> None:
    mark = pen.highlight([find("Gefahr")], "yellow")
    notebook.do("mark", [mark])
    own, notebook.store = notebook.store, None
    with pytest.raises(StoreError):
        notebook.do("edit", [pen.edit(after(mark), note="meins")])
    notebook.store = own
    with Store(path) as other:
        other.apply([pen.edit(after(mark), note="deins")])
        notebook.refresh()
        assert [one.note for one in notebook.annotations] == ["meins"]
        notebook.retry()
        assert [one.note for one in opened(other, article).annotations] == ["meins"]
        assert [version.annotation.note for version in other.versions(mark.id)] == ["", "deins"]


def test_what_was_shown_comes_back_when_the_file_is_gone(
    notebook: Notebook, store: Store, path: Path, article: Article, pen: Pen, find: Find
) -> None:
    mark = pen.highlight([find("Gefahr")], "yellow")
    notebook.do("mark", [mark])
    store.close()
    for file in path.parent.glob("annotations*"):
        file.unlink()
    assert notebook.refresh()
    assert list(notebook.annotations) == [mark.after]
    assert opened(store, article).annotations == (after(mark),)


def test_what_was_shown_comes_back_when_another_program_has_recovered_less(
    notebook: Notebook, store: Store, path: Path, article: Article, pen: Pen, find: Find
) -> None:
    mark, other = pen.highlight([find("Gefahr")], "yellow"), pen.note([find("Freitag")], "alt")
    notebook.do("mark", [mark, other])
    newest = pen.edit(after(mark), note="neu")
    notebook.do("edit", [newest])
    renewed = pen.edit(after(other), note="neuer")
    notebook.do("edit", [renewed])
    with closing(sqlite3.connect(path, isolation_level=None)) as damaged:
        damaged.execute("DELETE FROM annotations WHERE id = ?", (mark.id,))
        damaged.execute(
            "UPDATE annotations SET record = json_set(record, '$.note', 'alt', '$.modified', ?) WHERE id = ?",
            (after(other).modified.isoformat(), other.id),
        )
        damaged.execute("UPDATE store SET id = 'another one'")
    assert notebook.refresh()
    expected = sorted([after(newest), after(renewed)], key=lambda one: one.start)
    assert list(notebook.annotations) == list(opened(store, article).annotations) == expected


# Another text of the same source


def test_annotations_move_with_the_text_and_orphans_are_shown(
    notebook: Notebook, store: Store, article: Article, pen: Pen, find: Find
) -> None:
    kept, lost = pen.highlight([find("am Freitag")], "yellow"), pen.note([find("Texas")], "Wo?")
    whole = pen.note([], "ganz")
    notebook.do("mark", [kept, lost, whole])
    newer = replace(article, text="Neu vorweg. " + article.text.replace("In Austin (Texas) regnete es. ", ""))
    again = opened(store, newer)
    assert [one.note for one in again.annotations] == ["ganz", ""]
    assert again.annotations[1].spans == (Span(find("am Freitag").start + 12, find("am Freitag").end + 12),)
    assert again.annotations[1].article == newer.id
    placed = again.placed(kept.id)
    assert placed is not None
    assert placed.method is Method.CONTEXT
    assert again.orphans == (after(lost),)
    assert again.old_text(after(lost)) == article.text
    # Nothing is written before the user changes something, and the old text still has its annotations.
    assert opened(store, article).annotations == notebook.annotations


def test_an_orphan_can_be_edited_and_put_somewhere(
    notebook: Notebook, store: Store, article: Article, pen: Pen, find: Find
) -> None:
    lost = pen.note([find("Texas")], "Wo?")
    notebook.do("note", [lost])
    newer = replace(article, text=article.text.replace("In Austin (Texas) regnete es. ", ""))
    again, other_pen = opened(store, newer), Pen(newer, "Max")
    again.do("edit", [other_pen.edit(again.orphans[0], tags=["verwaist"])])
    assert [(one.tags, one.article) for one in again.orphans] == [(("verwaist",), article.id)]
    again.do("put", [other_pen.edit(again.orphans[0], spans=[Span(0, 6)])])
    assert not again.orphans
    assert [(one.spans, one.annotator) for one in opened(store, newer).annotations] == [((Span(0, 6),), "Eva")]
    again.undo()
    again.undo()
    assert again.orphans == (after(lost),)
    assert opened(store, newer).orphans == (after(lost),)


def test_a_decision_that_is_put_elsewhere_leaves_its_other_anchors_behind(
    notebook: Notebook, store: Store, article: Article, analysis: Analysis, pen: Pen, find: Find
) -> None:
    judge = Judge(pen, notebook.review(analysis))
    item = notebook.review(analysis).statement("s3")
    assert item is not None
    notebook.do("confirm", [judge.confirm(item)])
    newer = replace(article, text="Ganz anderer Text, in dem nichts davon steht.")
    again = opened(store, newer)
    [orphan] = again.orphans
    again.do("put", [Pen(newer, "Max").edit(orphan, spans=[Span(5, 12)])])
    [put] = again.annotations
    assert put.decision is not None
    assert put.target is not None
    assert [anchor.exact for anchor in (*put.anchors, *put.target.anchors)] == ["anderer", "anderer"]
    assert put.decision.values.speaker is None  # type: ignore[union-attr]
