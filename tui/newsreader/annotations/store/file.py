"""The store's file while it is open: it is opened anew when it is damaged, or another one lies in its place."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import TYPE_CHECKING, Protocol, TypeVar

import newsreader.annotations.store.rescue as rescue
from newsreader.annotations.store.connection import (
    DAMAGED,
    connect,
    connect_read_only,
    damage,
    meaning,
    transaction,
)
from newsreader.annotations.store.headers import FileId, file_of, refuse_other_files
from newsreader.annotations.store.schema import prepare, version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.annotations.store.kind import Kind
    from newsreader.errors import StoreError

T = TypeVar("T")


class Run(Protocol):
    """Does something with the open file, and gives what comes of it."""

    def __call__(self, task: Callable[[sqlite3.Connection], T], /) -> T: ...


CANNOT_WRITE = frozenset({"read_only", "unopenable", "full"})
"""reasons for which a file that cannot be opened for writing may still be read"""


CHECKED = 16 * 1024 * 1024
"""bytes up to which a file is looked through when it is opened; damage in a larger one shows when it is read"""


class StoreFile:
    """A file that is open until `close`. Threads may share it; one at a time works with it.

    Args:
        path: where it lies, absolute.
        timeout: seconds to wait for another program that is writing.
        kind: what sort of file it is.
        rebuild: makes a new one of what can be read of a damaged one.

    Raises:
        StoreError: if it cannot be opened.
    """

    def __init__(self, path: Path, timeout: float, kind: Kind, rebuild: rescue.Rebuild) -> None:
        self.path = path
        self.kind = kind
        self.notices: list[StoreError] = []
        """what the user should be told about it"""
        self.writable = True
        """whether it can be written"""
        self.identity: FileId | None = None
        """what tells it from another file under the same name"""
        self._rebuild = rebuild
        self._timeout = timeout
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._wal = True
        self.run(lambda _: None)

    def close(self) -> None:
        """Close it; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def run(self, task: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the open file.

        Raises:
            StoreError: if that fails.
        """
        with self._lock:
            self._follow()
            return self._mended(lambda: task(self._open()))

    def write(self, task: Callable[[sqlite3.Connection], T]) -> T:
        """Write something at once or not at all, and give what comes of it; once more if the file was replaced in the
        meantime, so that it is in the one that stays.

        Raises:
            StoreError: if that fails; then nothing is written.
        """

        def write(connection: sqlite3.Connection) -> T:
            with transaction(self._checked(connection)):
                return task(connection)

        with self._lock:
            while True:
                done = self.run(write)
                if self.identity == file_of(self.path):
                    return done

    def _checked(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        if not self.writable:
            raise self.kind.error("read_only", path=self.path)
        return connection

    def _follow(self) -> None:
        """Let go of a file that another program has set aside, or the user has replaced."""
        if self._connection is not None and self.identity != file_of(self.path):
            self.close()

    def _mended(self, task: Callable[[], T]) -> T:
        """Do something; if the file turns out to be damaged, rescue it and do it once more."""
        try:
            return task()
        except sqlite3.Error as error:
            if meaning(error) not in DAMAGED:
                raise self._told(error) from error
            damaged = self.identity
            self.close()
        self.notices += rescue.rescue(self.path, damaged, self._timeout, self.kind, self._rebuild)
        # Whoever still has the old file open would, on closing it, remove a log of the same name.
        self._wal = self._wal and file_of(self.path) == damaged
        try:
            return task()
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> StoreError:
        return self.kind.error(meaning(error), path=self.path, reason=error)

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        self.identity = file_of(self.path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            refuse_other_files(self.path, self.kind)
        except OSError as error:
            raise self.kind.error("unopenable", path=self.path, reason=error.strerror or error) from error
        connection, writable = self._connected()
        try:
            writable = self._settled(connection, writable=writable)
        except BaseException:
            connection.close()
            raise
        if self.writable and not writable:
            self.notices.append(self.kind.error("read_only", path=self.path))
        self.writable = writable
        self.identity = file_of(self.path)
        self._connection = connection
        return connection

    def _connected(self) -> tuple[sqlite3.Connection, bool]:
        """The open file, and whether it can be written."""
        try:
            # SQLite opens a file for reading where it may not write, and says so only when it shall.
            return connect(self.path, self._timeout, wal=self._wal, durable=self.kind.durable), os.access(
                self.path, os.W_OK
            )
        except sqlite3.Error as error:
            if self.identity is None or meaning(error) not in CANNOT_WRITE:
                raise
        return connect_read_only(self.path), False

    def _settled(self, connection: sqlite3.Connection, *, writable: bool) -> bool:
        """Bring the file to the present schema and look whether it is whole; whether it can be written."""
        try:
            copy = prepare(connection, self.path, self.kind) if writable else None
        except sqlite3.Error as error:
            if meaning(error) != "read_only":
                raise
            writable, copy = False, None
        if not writable and not version(connection, self.path, self.kind):
            raise self.kind.error("read_only", path=self.path)
        if copy is not None:
            self.notices.append(self.kind.error("migrated", path=self.path, backup=copy))
        if self.path.stat().st_size <= CHECKED:
            [problem] = connection.execute("PRAGMA quick_check(1)").fetchone()
            if problem != "ok":
                raise damage(problem)
        return writable
