"""A library that an earlier version of the program has made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.library.conftest import analysed

from newsreader.annotations.store.connection import connect
from newsreader.annotations.store.schema import prepare
from newsreader.library.library import Library
from newsreader.library.model import HitKind
from newsreader.library.store.schema import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import Make

BEFORE = 5
"""the version of the schema in which an article had one version for each text"""


def aged(path: Path) -> None:
    """Put what a library has into a file of the earlier schema."""
    old = path.with_name("old.db")
    with closing(connect(old, 1.0)) as connection:
        prepare(connection, old, replace(LIBRARY, migrations=LIBRARY.migrations[:BEFORE]))
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS new", (str(path),))
        for table in ("articles", "versions", "actors", "statements"):
            columns = ", ".join(
                name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})").fetchall()
            )
            connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}")
    path.unlink()
    old.replace(path)


def test_versions_statements_and_people_are_still_there(path: Path, make: Make) -> None:
    article = replace(make("https://a.example/1"), authors=("Eva Weber",))
    with Library(path) as library:
        kept = library.keep(article, analysed(article))
        last = library.keep(make("https://a.example/2"))
    aged(path)
    with Library(path) as library:
        assert [notice.key for notice in library.notices] == ["library.migrated"]
        assert library.article(kept.number) == article
        assert library.analysis(kept.number) == analysed(article)
        assert [one.text for one in library.statements()] == ["Wir liefern weitere Waffen"]
        assert [one.name for one in library.people.listed()] == ["Olaf Scholz"]
        assert library.search("Waffen").total[HitKind.STATEMENT] == 1
        # The same again is no version of its own, though nobody had noted what was told beside the text.
        assert library.keep(article).version == kept.version
        assert library.keep(replace(article, authors=("Max Mahler",))).versions == 2
        # A number is never given twice, nor are versions lost with what refers to them.
        assert library.keep(make("https://a.example/3")).version > last.version
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_analysis_holds_for_a_version_of_the_same_text(library: Library, make: Make) -> None:
    article = make()
    kept = library.keep(article, analysed(article))
    other = library.keep(replace(article, authors=("Eva Weber",)), opened=False)
    assert other.version != kept.version
    assert library.analysis(kept.number) == analysed(article)
    assert other.statements == 1
    assert [one.version for one in library.statements()] == [other.version]
