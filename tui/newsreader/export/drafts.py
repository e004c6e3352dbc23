"""A file in the making: nobody ever sees half of it, and what stood in its place stays until it is whole."""

from __future__ import annotations

import filecmp
import os
import re
import stat
import tempfile
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import IO, Any

from newsreader.errors import ExportError


class Draft(AbstractContextManager["Draft"]):
    """A file in the making, beside the one that it will be; dropped unless it is kept.

    Args:
        path: the file that it will be; a device or a pipe is written to at once.
        binary: whether it holds bytes.
    """

    def __init__(self, path: Path, *, binary: bool = False) -> None:
        self.path = path
        if path.exists() and is_stream(path):
            self._temporary: Path | None = None
            self.file: IO[Any] = _opened(path, binary)
            return
        self.path = path.resolve()
        handle, name = tempfile.mkstemp(prefix=_prefix(path), dir=self.path.parent)
        self._temporary = Path(name)
        self.file = _opened(handle, binary)

    def is_needed(self, *, force: bool, never: frozenset[Path]) -> bool:
        """Whether it is to be put where it belongs; it is complete then. What lies there already may be the same.

        Raises:
            ExportError: if something else lies there that is not to be replaced.
        """
        self.file.close()
        if self._temporary is None or not self.path.exists():
            return True
        if filecmp.cmp(self._temporary, self.path, shallow=False):
            return False
        if self.path in never:
            raise ExportError("export.is_source", path=self.path)
        if not force:
            raise ExportError("export.exists", path=self.path)
        return True

    def keep(self, *, force: bool) -> None:
        """Put it where it belongs.

        Raises:
            ExportError: if something has come to lie there meanwhile.
        """
        self.file.close()
        if self._temporary is None:
            return
        if self.path.exists() and not force:
            raise ExportError("export.exists", path=self.path)
        self._temporary.chmod(_permissions(self.path))
        self._temporary.replace(self.path)
        self._temporary = None

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.file.close()
        if self._temporary is not None:
            with suppress(OSError):
                self._temporary.unlink()


def sweep(path: Path) -> None:
    """Remove the drafts of a file that a program left when it was killed. Nobody else may be making that file."""
    whole = path.resolve()
    name = re.compile(re.escape(_prefix(whole)) + r"[a-z0-9_]{8}")
    with suppress(OSError):
        for other in whole.parent.iterdir():
            if name.fullmatch(other.name) and other.is_file() and not other.is_symlink():
                other.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name[:100]}."


def write_whole(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file whole or not at all.

    Args:
        path: the file.
        data: what is to be in it.
        force: whether a file that is there already is replaced.

    Raises:
        ExportError: if something else is there already, or it cannot be written.
    """
    try:
        with Draft(path, binary=True) as draft:
            draft.file.write(data)
            if draft.is_needed(force=force, never=frozenset()):
                draft.keep(force=force)
    except OSError as error:
        raise ExportError("export.unwritable", path=path, reason=error.strerror or error) from error


def is_stream(path: Path) -> bool:
    """Whether a path is a device or a pipe, which is written to rather than replaced."""
    mode = path.stat().st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _opened(file: Path | int, binary: bool) -> IO[Any]:
    """Open for bytes, or for UTF-8 with unchanged line ends.

    What no UTF-8 can hold (a broken file name) is written as an escape.
    """
    if binary:
        return open(file, "wb")  # noqa: PTH123
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: PTH123


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, else those that new files get."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
