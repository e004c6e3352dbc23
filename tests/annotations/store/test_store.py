"""What is kept and given back."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from tests.annotations.store.conftest import TEXT
from tests.annotations.strategies import records

from newsreader.annotations.changes import Change
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.annotations.store.conftest import Make

    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article


def given_back(store: Store, article: Article) -> list[Annotation]:
    return [one for batch in store.of_article(article.id, article.source) for one in batch]


def made(changes: list[Change]) -> list[Annotation]:
    return [change.after for change in changes if change.after is not None]


def test_what_is_stored_is_there_after_opening_again(store: Store, path: Path, article: Article, make: Make) -> None:
    changes = make(30)
    store.apply(changes, {article.id: article.text})
    store.close()
    with Store(path) as again:
        assert given_back(again, article) == made(changes)
        assert again.count() == 30
        assert again.notices == []
        assert again.texts([article.id, "sha256:other"]) == {article.id: TEXT}
        assert again.get(changes[3].id) == changes[3].after
        assert again.get("nothing") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(records())
def test_every_annotation_comes_back_as_it_was(store: Store, annotation: Annotation) -> None:
    store.apply([Change(None, annotation)])
    assert store.get(annotation.id) == annotation
    store.apply([Change(annotation, None)])


def test_annotations_come_in_batches_in_the_order_in_which_they_were_made(
    store: Store, article: Article, make: Make
) -> None:
    changes = make(2500)
    store.apply(changes)
    assert [len(batch) for batch in store.of_article(article.id, article.source)] == [1000, 1000, 500]
    assert [one.id for batch in store.all() for one in batch] == [change.id for change in changes]


def test_an_article_is_found_by_its_text_and_by_its_source(store: Store, article: Article, make: Make) -> None:
    changes = make(2)
    store.apply(changes)
    moved = replace(article, source="/anderswo.txt")
    changed = replace(article, text="Neuer Text.")
    other = replace(article, text="Neuer Text.", source="/anderswo.txt")
    assert given_back(store, moved) == given_back(store, changed) == made(changes)
    assert given_back(store, other) == []


def test_standard_input_is_never_the_same_source(store: Store, article: Article, make: Make, pen: Pen) -> None:
    piped = replace(article, source="-")
    change = replace(pen, article=piped).note([], "x")
    store.apply([change])
    assert given_back(store, piped) == made([change])
    assert given_back(store, replace(piped, text="anders")) == []


def test_each_version_is_kept(store: Store, pen: Pen, make: Make) -> None:
    [first] = make(1)
    assert first.after is not None
    store.apply([first])
    second = pen.edit(first.after, note="zwei")
    assert second.after is not None
    store.apply([second])
    store.apply([pen.delete(second.after)])
    assert store.get(first.id) is None
    assert store.tags() == []
    versions = store.versions(first.id)
    assert [(version.annotation, version.deleted) for version in versions] == [
        (first.after, False),
        (second.after, True),
    ]
    assert versions[0].by == "Eva"
    assert versions[0].until.tzinfo is not None
    assert store.versions("other") == []


def test_a_step_is_stored_wholly_or_not_at_all(store: Store, article: Article, make: Make) -> None:
    changes = make(5)
    broken = Change(None, replace(made(changes)[0], id="\ud800"))
    with pytest.raises(UnicodeEncodeError):
        store.apply([*changes, broken])
    assert given_back(store, article) == []
    store.apply(changes)
    assert len(given_back(store, article)) == 5


def test_a_name_that_is_no_unicode_stops_nothing(store: Store, article: Article) -> None:
    change = Pen(article, "Ev\udce4").note([], "x", tags=["\ud800"])
    store.apply([change])
    assert store.get(change.id) == change.after
    assert store.tags() == ["?"]


def test_tags_are_given_with_the_most_used_first(store: Store, pen: Pen) -> None:
    store.apply([pen.note([], "a", tags=["selten", "oft"]), pen.note([], "b", tags=["oft"])])
    assert store.tags() == ["oft", "selten"]


def test_two_see_each_other_s_changes(store: Store, path: Path, article: Article, pen: Pen, make: Make) -> None:
    changes = make(3)
    store.apply(changes)
    with Store(path) as other:
        point = other.point()
        assert not other.changed_elsewhere()
        first, second, third = made(changes)
        edited, new = pen.edit(first, note="neu"), pen.note([], "dazu")
        store.apply([edited, pen.delete(second)])
        store.apply([new])
        assert other.changed_elsewhere()
        assert not other.changed_elsewhere()
        update = other.since(point, article.id, article.source)
        assert update is not None
        assert {one.id: one.note for one in update.changed} == {first.id: "neu", new.id: "dazu"}
        assert update.deleted == {second.id}
        later = other.since(update.at, article.id, article.source)
        assert later is not None
        assert (later.changed, later.deleted) == ((), frozenset())
        assert not store.changed_elsewhere()
        assert third.id in {one.id for one in given_back(other, article)}


def test_of_two_edits_the_later_one_holds_and_the_earlier_one_is_kept(
    store: Store, path: Path, pen: Pen, make: Make
) -> None:
    [first] = make(1)
    assert first.after is not None
    store.apply([first])
    with Store(path) as other:
        store.apply([pen.edit(first.after, note="von einer")])
        other.apply([pen.edit(first.after, note="von der anderen")])
        now = store.get(first.id)
        assert now is not None
        assert now.note == "von der anderen"
        assert [version.annotation.note for version in store.versions(first.id)] == ["n0", "von einer"]


def test_threads_share_a_store(store: Store, article: Article, make: Make) -> None:
    def work() -> None:
        for change in make(20):
            store.apply([change])
            given_back(store, article)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.count() == 80


def test_the_file_is_as_safe_as_sqlite_makes_it(store: Store, path: Path) -> None:
    store.apply([])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with store._file._lock:
        connection = store._file._open()
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
