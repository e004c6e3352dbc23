"""What may happen to the file, and that a reader is never stuck for it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.library.conftest import analysed

from newsreader.annotations.store.connection import PAGE
from newsreader.errors import StoreError
from newsreader.library.library import Library
from newsreader.library.model import HitKind
from newsreader.library.store.schema import LIBRARY

if TYPE_CHECKING:
    from tests.library.conftest import Make

ROOT = Path(__file__).parent.parent.parent


def fill(path: Path, make: Make, number: int = 30) -> None:
    with Library(path) as library:
        for one in range(number):
            article = make(f"a{one}", title=f"Artikel {one}")
            library.keep(article, analysed(article))


def whole(path: Path) -> None:
    """Put what is in the log into the file itself."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@pytest.mark.parametrize("content", [b"\0" * 50_000, b"Das war einmal eine Bibliothek. " * 999], ids=["zeros", "words"])
def test_a_file_that_is_none_any_more_is_set_aside(path: Path, make: Make, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with Library(path) as library:
        assert library.count() == 0
        [notice] = library.notices
        assert notice.key == "library.partly_recovered"
        assert Path(str(notice.values["aside"])).read_bytes() == content
        library.keep(make())
        assert library.count() == 1


def test_of_a_damaged_file_stays_what_can_be_read(path: Path, make: Make) -> None:
    fill(path, make)
    whole(path)
    with closing(sqlite3.connect(path)) as connection:
        [layout] = connection.execute("SELECT layout FROM versions WHERE number = 15").fetchone()
    content = bytearray(path.read_bytes())
    middle = content.index(layout)
    end = (middle // PAGE + 1) * PAGE
    content[middle:end] = os.urandom(end - middle)
    path.write_bytes(content)
    with Library(path) as library:
        kept = library.articles()
        assert [notice.key for notice in library.notices] == ["library.partly_recovered"]
        assert 0 < len(kept) < 31
        for one in kept:
            assert library.article(one.number).title == one.title
        assert {one.article for one in library.statements()} == {one.number for one in kept if one.statements}
        library.keep(make("neu"))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_damaged_index_of_words_is_made_anew(path: Path, make: Make) -> None:
    fill(path, make)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE article_words_data SET block = x'00FFFFFFFFFFFFFFFF' WHERE id >= 10")
        connection.commit()
    with Library(path) as library:
        assert library.search("weitere", kinds=frozenset({HitKind.ARTICLE})).total == {HitKind.ARTICLE: 30}
        assert [notice.key for notice in library.notices] == ["library.recovered"]
        assert library.count() == 30
        assert len(list(library.statements())) == 30


def test_another_programs_database_stays_as_it_is(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Library(path)
    assert caught.value.key == "library.foreign"
    assert path.read_bytes() == before


def test_a_library_of_a_newer_program_stays_as_it_is(path: Path, make: Make) -> None:
    fill(path, make, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(LIBRARY.migrations) + 1}")
    with pytest.raises(StoreError) as caught:
        Library(path)
    assert caught.value.key == "library.newer"
    assert "newer version" in str(caught.value)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_library_that_cannot_be_written_is_read(path: Path, make: Make) -> None:
    fill(path, make, 2)
    whole(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with Library(path) as library:
            assert library.count() == 2
            assert [notice.key for notice in library.notices] == ["library.read_only"]
            with pytest.raises(StoreError) as caught:
                library.keep(make("neu"))
            assert caught.value.key == "library.read_only"
    finally:
        path.parent.chmod(0o700)


def test_a_library_that_may_only_be_read_is_searched(path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, make, 2)
    monkeypatch.setattr("newsreader.annotations.store.file.os.access", lambda *_: False)
    with Library(path) as library:
        assert not library.writable
        assert [notice.key for notice in library.notices] == ["library.read_only"]
        assert library.search("weitere").total[HitKind.ARTICLE] == 2
        assert library.article(1).title == "Artikel 0"
        for change in (
            lambda: library.keep(make("neu")),
            lambda: library.delete([1]),
            lambda: library.mark([1], read=False),
        ):
            with pytest.raises(StoreError) as caught:
                change()
            assert caught.value.key == "library.read_only"


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Library(tmp_path)
    assert caught.value.key == "library.folder"


def test_a_full_disk_changes_nothing(library: Library, make: Make) -> None:
    library.keep(make())
    library._file.run(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchall())
    with pytest.raises(StoreError) as caught:
        library.keep(make("b", text="".join(os.urandom(60_000).hex())))
    assert caught.value.key == "library.full"
    assert library.count() == 1


def test_a_library_that_another_program_holds_is_told(library: Library, path: Path, make: Make) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            library.keep(make())
        assert caught.value.key == "library.locked"
        assert library.count() == 0
        other.execute("ROLLBACK")
    library.keep(make())
    assert library.count() == 1


KEEPER = """
import sys
from pathlib import Path
from newsreader.article.readers import reader_for
from newsreader.library.library import Library
part = sys.argv[2]
with Library(Path(sys.argv[1]), timeout=20) as library:
    for number in range(12):
        text = f"# Titel {part} {number}\\n\\nEin Satz mit {number}.\\n".encode()
        library.keep(reader_for("a.md")(text, f"/texte/{part}/{number % 10}.md"))
"""


def test_several_programs_keep_at_once(path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tui")}
    programs = [
        subprocess.Popen([sys.executable, "-c", KEEPER, str(path), str(part)], env=environment) for part in range(3)
    ]
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    with Library(path) as library:
        kept = library.articles()
        assert len(kept) == 30
        assert sorted(one.versions for one in kept) == [1] * 24 + [2] * 6
        assert library.notices == []
