"""What happens to the file, and that nothing that was shown as made is lost by it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.annotations.store.test_store import given_back, made

from newsreader.annotations.store import schema
from newsreader.annotations.store.store import Store
from newsreader.errors import StoreError

if TYPE_CHECKING:
    from tests.annotations.store.conftest import Make

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.pen import Pen
    from newsreader.article.model import Article

WRITER = Path(__file__).parent / "writer.py"
ROOT = Path(__file__).parent.parent.parent.parent


def begin_writing(path: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(path), *options],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tui")},
    )


def acknowledged(process: subprocess.Popen[str]) -> list[str]:
    """Ids of the annotations that the writer has said are made."""
    # Not by `communicate`, which knows nothing of lines that came together with those that were read before.
    assert process.stdout is not None
    output = process.stdout.read()
    process.wait(60)
    return [line for line in output.split("\n")[:-1] if line]


def first(process: subprocess.Popen[str], number: int) -> list[str]:
    """The first ids that the writer says."""
    assert process.stdout is not None
    assert process.stdout.readline() == "\n"
    return [process.stdout.readline().strip() for _ in range(number)]


# Killed


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_writer_loses_nothing_that_it_said_was_made(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    process = begin_writing(path)
    ids = first(process, chance.randint(1, 60))
    time.sleep(chance.random() * 0.02)
    process.send_signal(signal.SIGKILL)
    ids += acknowledged(process)
    assert process.returncode == -signal.SIGKILL
    with Store(path) as store:
        assert store.notices == []
        stored = {one.id: one for batch in store.all() for one in batch}
        assert set(ids) <= set(stored)
        # At most the one that was under way is there without having been said.
        assert len(stored) <= len(ids) + 2
        for identifier in ids:
            assert stored[identifier].note.startswith("Notiz")


def test_of_two_writers_one_is_killed_and_the_other_goes_on(path: Path) -> None:
    one, other = begin_writing(path), begin_writing(path, "--until", "150")
    ids = [*first(one, 10), *first(other, 10)]
    one.send_signal(signal.SIGKILL)
    ids += [*acknowledged(one), *acknowledged(other)]
    assert other.returncode == 0
    with Store(path) as store:
        assert set(ids) <= {annotation.id for batch in store.all() for annotation in batch}


# Full, read-only, locked


def test_a_full_file_says_so_and_the_change_can_be_tried_again(
    store: Store, path: Path, make: Make, article: Article
) -> None:
    stored = make(10)
    store.apply(stored)
    connection = store._file._open()
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    more = make(300)
    with pytest.raises(StoreError) as caught:
        store.apply(more)
    assert caught.value.key == "store.full"
    assert given_back(store, article) == made(stored)
    connection.execute("PRAGMA max_page_count = 1073741823")
    store.apply(more)
    assert store.count() == 310


def test_a_disk_that_fills_up_loses_nothing(path: Path) -> None:
    process = begin_writing(path, "--file-size", "2000000")
    ids = acknowledged(process)
    assert process.returncode == 0
    assert ids[-1] == "store.full"
    assert len(ids) > 5
    with Store(path) as store:
        assert set(ids[:-1]) == {one.id for batch in store.all() for one in batch}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a file system can only be mounted by root")
def test_a_full_file_system_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        path = disk / "annotations.sqlite3"
        process = begin_writing(path)
        ids = acknowledged(process)
        assert ids[-1] == "store.full"
        assert len(ids) > 5
        (disk / "filler").write_bytes(b"")
        with Store(path) as store:
            assert set(ids[:-1]) == {one.id for batch in store.all() for one in batch}
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_locked_file_says_so_and_the_change_can_be_tried_again(store: Store, path: Path, make: Make) -> None:
    store.apply(make(1))
    changes = make(2)
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN EXCLUSIVE');"
        "print('locked', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        begin = time.monotonic()
        with pytest.raises(StoreError) as caught:
            store.apply(changes)
        assert caught.value.key == "store.locked"
        assert 0.2 < time.monotonic() - begin < 10
        assert store.count() == 1
        process.communicate("\n")
    store.apply(changes)
    assert store.count() == 3


def as_somebody_else(program: str, *arguments: str) -> str:
    """Run a program without root's power over permissions, where the tests have it."""
    command = [sys.executable, "-c", program, *arguments]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command = ["setpriv", "--inh-caps=-all", "--bounding-set=-all", *command]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "tui")}
    ).stdout


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_read_only_file_can_be_read(store: Store, path: Path, make: Make, folder_too: bool) -> None:
    store.apply(make(3))
    store.close()
    path.chmod(0o444)
    if folder_too:
        path.parent.chmod(0o555)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from newsreader.annotations.pen import Pen\n"
        "from newsreader.annotations.store.store import Store\n"
        "from newsreader.article.model import Article\n"
        "from newsreader.errors import StoreError\n"
        "store = Store(Path(sys.argv[1]))\n"
        "print(store.count(), store.writable, [notice.key for notice in store.notices])\n"
        "try:\n"
        "    store.apply([Pen(Article('x', 'y'), 'z').note([], 'n')])\n"
        "except StoreError as error:\n"
        "    print(error.key)\n"
    )
    try:
        output = as_somebody_else(program, str(path))
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)
    assert output.split("\n")[:2] == ["3 False ['store.read_only']", "store.read_only"]
    with Store(path) as again:
        again.apply(make(1))
        assert again.count() == 4


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as caught:
        Store(tmp_path / "file" / "annotations.sqlite3")
    assert caught.value.key == "store.unopenable"


# Other files


def test_other_files_are_left_as_they_are(tmp_path: Path) -> None:
    text, database, folder = tmp_path / "artikel.txt", tmp_path / "other.sqlite3", tmp_path / "folder"
    text.write_text("Ein Artikel.")
    folder.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE t (x)")
    before = database.read_bytes()
    for path, key in ((text, "store.foreign"), (database, "store.foreign"), (folder, "store.folder")):
        with pytest.raises(StoreError) as caught:
            Store(path)
        assert caught.value.key == key
    assert text.read_text() == "Ein Artikel."
    assert database.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["artikel.txt", "folder", "other.sqlite3"]


def test_an_empty_file_becomes_a_store(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "new.sqlite3"
    path.touch()
    with Store(path) as store:
        store.apply(make(1))
        assert store.count() == 1


# Versions


def test_a_newer_schema_is_refused_and_left_as_it_is(store: Store, path: Path, make: Make) -> None:
    store.apply(make(1))
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.ANNOTATIONS.migrations) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer version") as caught:
        Store(path)
    assert caught.value.key == "store.newer"
    assert path.read_bytes() == before


def test_an_older_schema_is_changed_after_a_copy(
    store: Store, path: Path, make: Make, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = make(5)
    store.apply(changes)
    # Still open: what only stands in the log belongs to the copy too.
    more = (
        *schema.ANNOTATIONS.migrations,
        "ALTER TABLE annotations ADD COLUMN motive TEXT;\nCREATE TABLE further (x);\n",
    )
    monkeypatch.setattr(schema, "ANNOTATIONS", replace(schema.ANNOTATIONS, migrations=more))
    with Store(path) as newer:
        assert given_back(newer, article) == made(changes)
        [notice] = newer.notices
        assert notice.key == "store.migrated"
        copy = Path(str(notice.values["backup"]))
    monkeypatch.undo()
    with Store(copy) as older:
        assert given_back(older, article) == made(changes)
        assert older.notices == []


def test_a_change_of_the_schema_that_fails_leaves_all_as_it_was(
    store: Store, path: Path, make: Make, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = make(5)
    store.apply(changes)
    more = (
        *schema.ANNOTATIONS.migrations,
        "ALTER TABLE annotations ADD COLUMN motive TEXT;\nCREATE TABLE annotations (x);\n",
    )
    monkeypatch.setattr(schema, "ANNOTATIONS", replace(schema.ANNOTATIONS, migrations=more))
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert caught.value.key == "store.failed"
    monkeypatch.undo()
    assert given_back(store, article) == made(changes)


# Damaged


def damage(path: Path, first: float, last: float, chance: random.Random) -> None:
    """Overwrite a part of a file, told as fractions of its length."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(int(size * first))
        file.write(chance.randbytes(int(size * (last - first))))


def asides(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.damaged-*.sqlite3"))


@pytest.mark.parametrize(
    ("first", "last", "least"),
    [(0.3, 0.5, 0.4), (0.0, 0.01, 0.9), (0.02, 0.1, 0.6), (0.9, 1.0, 0.6), (0.5, 0.501, 0.9)],
)
def test_what_can_be_read_of_a_damaged_file_is_recovered(
    store: Store, path: Path, make: Make, article: Article, first: float, last: float, least: float
) -> None:
    changes = make(400)
    store.apply(changes, {article.id: article.text})
    store.close()
    damage(path, first, last, random.Random(1))
    damaged = path.read_bytes()
    with Store(path) as again:
        [notice] = again.notices
        assert notice.key in ("store.recovered", "store.partly_recovered")
        whole = {one.id: one for one in made(changes)}
        got = {one.id: one for one in given_back(again, article)}
        assert len(got) == notice.values["n"]
        assert len(got) >= least * len(whole)
        assert all(whole[identifier] == one for identifier, one in got.items())
        again.apply(make(1))
    [aside] = asides(path)
    assert aside.read_bytes() == damaged
    assert not list(path.parent.glob(".rescue*"))
    with Store(path) as third:
        assert third.notices == []


def test_what_was_deleted_does_not_come_back(store: Store, path: Path, make: Make, pen: Pen) -> None:
    changes = make(300)
    store.apply(changes)
    gone = made(changes)[::2]
    store.apply([pen.delete(one) for one in gone])
    edited = [pen.edit(one, note="neu") for one in made(changes)[1::2]]
    store.apply(edited)
    store.close()
    damage(path, 0.0, 0.005, random.Random(2))
    with Store(path) as again:
        got = [one for batch in again.all() for one in batch]
        assert {one.note for one in got} == {"neu"}
        assert not {one.id for one in got} & {one.id for one in gone}


def test_a_file_of_zeros_is_set_aside(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(100_000))
    with Store(path) as store:
        assert [notice.key for notice in store.notices] == ["store.partly_recovered"]
        assert store.count() == 0
    assert len(asides(path)) == 1


def test_damage_under_an_open_store_is_mended_and_another_reader_goes_on(
    store: Store, path: Path, make: Make, article: Article
) -> None:
    changes = make(400)
    store.apply(changes)
    store.close()
    with Store(path) as one, Store(path) as other:
        point = other.point()
        damage(path, 0.3, 0.5, random.Random(3))
        found: list[Annotation] = []
        for reader in (one, other):
            new = make(1)
            reader.apply(new)
            found += made(new)
            assert given_back(reader, article)
        notices = [*one.notices, *other.notices]
        if notices:
            assert other.since(point, article.id, article.source) is None
        for reader in (one, other):
            assert {annotation.id for annotation in found} <= {
                annotation.id for annotation in given_back(reader, article)
            }


def test_a_file_that_was_taken_away_is_made_anew(store: Store, path: Path, make: Make, article: Article) -> None:
    store.apply(make(2))
    point = store.point()
    path.unlink()
    new = make(1)
    store.apply(new)
    assert given_back(store, article) == made(new)
    assert store.changed_elsewhere()
    assert store.since(point, article.id, article.source) is None


@pytest.mark.parametrize("harm", [b"\xff", b"!"])
def test_damage_inside_a_record_is_found_when_it_is_read(
    store: Store, path: Path, make: Make, article: Article, harm: bytes
) -> None:
    changes = make(50)
    store.apply(changes)
    store.close()
    path.write_bytes(path.read_bytes().replace(b'"annotator":"Eva"', b'"annotator"%c"Eva"' % harm, 1))
    with Store(path) as again:
        got = given_back(again, article)
        assert len(got) == 49
        assert [notice.key for notice in again.notices] == ["store.partly_recovered"]


def test_damage_in_a_large_file_is_found_when_it_is_read(
    store: Store, path: Path, make: Make, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = make(400)
    store.apply(changes)
    store.close()
    damage(path, 0.3, 0.5, random.Random(4))
    monkeypatch.setattr("newsreader.annotations.store.file.CHECKED", 0)
    with Store(path) as again:
        assert again.notices == []
        got = given_back(again, article)
        assert [notice.key for notice in again.notices] == ["store.partly_recovered"]
        assert len(got) == again.count() == again.notices[0].values["n"]
        assert len(got) > 100


class Interrupted(sqlite3.Connection):
    """A connection during whose look at a new file another program makes it."""

    other: Path | None = None

    def execute(self, sql: str, /, parameters: Any = ()) -> sqlite3.Cursor:
        """Runs a statement, and lets the other one go first where it has asked whose file it is."""
        if "sqlite_master" in sql and self.other is not None:
            path, self.other = self.other, None
            with Store(path):
                pass
        return super().execute(sql, parameters)


def test_a_file_that_another_program_is_making_is_not_foreign(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None, factory=Interrupted)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.other = path
        assert schema.version(connection, path, schema.ANNOTATIONS) in {0, len(schema.ANNOTATIONS.migrations)}
        assert schema.version(connection, path, schema.ANNOTATIONS) == len(schema.ANNOTATIONS.migrations)
