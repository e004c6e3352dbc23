"""What the program keeps in one file, as whoever uses it has it: opened, told about and closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsreader.annotations.store.file import StoreFile

if TYPE_CHECKING:
    from newsreader.annotations.store.kind import Kind
    from newsreader.annotations.store.rescue import Rebuild
    from newsreader.errors import StoreError

TIMEOUT = 2.0
"""seconds to wait for another program that is writing"""


class Opened:
    """A file that is open until it is closed, or until the end of a `with` statement.

    Args:
        path: the file; it and its folder are made when they are missing.
        timeout: seconds to wait for another program that is writing.
        kind: what sort of file it is.
        rebuild: makes a new one of what can be read of a damaged one.

    Raises:
        StoreError: if it cannot be opened.
    """

    def __init__(self, path: Path, timeout: float, kind: Kind, rebuild: Rebuild) -> None:
        self._file = StoreFile(Path(path).expanduser().absolute(), timeout, kind, rebuild)

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def writable(self) -> bool:
        """Whether it can be written; if not, `notices` says so."""
        return self._file.writable

    @property
    def notices(self) -> list[StoreError]:
        """What the user should be told about the file: that it was damaged, that it can only be read, ..."""
        return self._file.notices

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
