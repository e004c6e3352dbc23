"""What the user has decided in annotations holds in the library, whoever stored it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.library.people.conftest import PERSON, written

from newsreader.annotations.deciding import Judge
from newsreader.annotations.notebook import Notebook, load
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.library.library import Library
from newsreader.library.model import Filters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "https://example.org/1"
ARTICLE, ANALYSIS = written(ADDRESS, ("Olaf Scholz", PERSON, "Bundeskanzler"), ("Robert Habeck", PERSON, "Minister"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "annotations.sqlite") as opened:
        yield opened


def notebook(store: Store) -> Notebook:
    return Notebook(ARTICLE, store, load(store, ARTICLE))


def reject(book: Notebook, statement: str) -> None:
    judge = Judge(Pen(ARTICLE, "Ada"), book.review(ANALYSIS))
    item = judge.review.statement(statement)
    assert item is not None
    change = judge.reject(item)
    book.do("ui.step.reject", [change] if change else [])


def said(library: Library) -> dict[str, int]:
    return {person.name: person.statements for person in library.people.listed()}


def test_a_rejected_statement_is_nobodys_any_more(library: Library, store: Store) -> None:
    library.keep(ARTICLE, ANALYSIS)
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 1, "Robert Habeck": 1}
    book = notebook(store)
    reject(book, "s1")
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 0, "Robert Habeck": 1}
    assert library.analysis(1) == ANALYSIS
    book.undo()
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 1, "Robert Habeck": 1}


def test_an_article_that_is_kept_or_analysed_later_is_reviewed_too(library: Library, store: Store) -> None:
    reject(notebook(store), "s1")
    library.take_notes(store)
    library.keep(ARTICLE)
    library.take_notes(store)
    library.take_analysis(ARTICLE, ANALYSIS)
    assert said(library) == {"Olaf Scholz": 1, "Robert Habeck": 1}
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 0, "Robert Habeck": 1}
    library.take_analysis(*written(ADDRESS, *((a.name, a.kind, a.role) for a in ANALYSIS.actors), version="2"))
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 0, "Robert Habeck": 1}


def test_decisions_of_another_store_take_their_place(library: Library, store: Store, tmp_path: Path) -> None:
    library.keep(ARTICLE, ANALYSIS)
    reject(notebook(store), "s1")
    library.take_notes(store)
    with Store(tmp_path / "other.sqlite") as other:
        library.take_notes(other)
        assert said(library) == {"Olaf Scholz": 1, "Robert Habeck": 1}


def test_what_one_actor_says(library: Library) -> None:
    library.keep(ARTICLE, ANALYSIS)
    library.keep(*written("https://example.org/2", ("Robert Habeck", PERSON, "Minister")))
    [scholz] = library.people.listed(words="scholz")
    filters = Filters(actor=scholz.number)
    assert [one.article for one in library.statements(filters)] == [1]
    assert [kept.number for kept in library.articles(filters)] == [1]
    assert library.count(Filters(actor=99)) == 0


def test_notes_alone_change_nothing(library: Library, store: Store) -> None:
    library.keep(ARTICLE, ANALYSIS)
    book = notebook(store)
    book.do("ui.step.note", [Pen(ARTICLE, "Ada").note((), "gelesen")])
    assert store.decided() == set()
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 1, "Robert Habeck": 1}
    reject(book, "s1")
    [(place, identifier)] = store.decided()
    assert (place, identifier) == (ADDRESS, ARTICLE.id)
    library.take_notes(store)
    assert said(library) == {"Olaf Scholz": 0, "Robert Habeck": 1}
