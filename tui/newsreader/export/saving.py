"""Bringing an export into files: whole or not at all, and never over something that should stay."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import AbstractContextManager, ExitStack, suppress
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import ExportError
from newsreader.export.formats import Format, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from newsreader.export.document import Document


def export(
    documents: Iterable[Document], format_name: str, target: Path, *, force: bool = False, many: bool | None = None
) -> list[Path]:
    """Write documents to the file or files of a format.

    The documents are written as they come; none is kept. What stood at the target is untouched until all are written.

    Args:
        documents: what is exported, in this order.
        format_name: the name of a format.
        target: the file; a format with several files puts the others beside it, see `targets`.
        force: whether files that are there already are replaced.
        many: whether the output is that of several articles, even if there is one; None counts them.

    Returns:
        The files that were written.

    Raises:
        ExportError: if there is no such format, or the target is there already, is a folder, has no folder to lie in,
            or cannot be written.
    """
    one = find(format_name)
    paths = targets(one, target)
    for path in paths:
        _check(path, force=force)
    documents, many = _counted(documents, many)
    try:
        with ExitStack() as stack:
            drafts = [stack.enter_context(_Draft(path)) for path in paths]
            for draft in drafts if one.byte_order_mark else ():
                draft.file.write("\ufeff")
            write_to([draft.file for draft in drafts], documents, one, many=many)
            for draft in drafts:
                draft.keep(force=force)
    except OSError as error:
        raise ExportError("export.unwritable", path=target, reason=error.strerror or error) from error
    return paths


def write_to(files: Sequence[TextIO], documents: Iterable[Document], one: Format, *, many: bool) -> None:
    """Write documents to open text files, one for each of a format's parts; parts without a file are left out."""
    missing = len(one.parts) - len(files)
    one.write(documents, [*files, *(_Nowhere() for _ in range(missing))], many=many)


def targets(one: Format, target: Path) -> list[Path]:
    """The files that an export to a target consists of: the target, and beside it `NAME-entities.csv` and the like.

    A device or a pipe gets only the first of them.
    """
    if target.exists() and _is_stream(target):
        return [target]
    return [target.with_name(target.stem + part + target.suffix) for part in one.parts]


def _check(path: Path, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise ExportError("export.no_folder", path=path, folder=path.parent)
    if path.is_dir():
        raise ExportError("export.is_folder", path=path)
    if path.exists() and not force and not _is_stream(path):
        raise ExportError("export.exists", path=path)


def _is_stream(path: Path) -> bool:
    """Whether a path is a device or a pipe, which is written to rather than replaced."""
    mode = path.stat().st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


class _Nowhere(StringIO):
    """A text file that keeps nothing."""

    def write(self, text: str, /) -> int:
        return len(text)


def _counted(documents: Iterable[Document], many: bool | None) -> tuple[Iterable[Document], bool]:
    if many is not None:
        return documents, many
    stream = iter(documents)
    first = list(islice(stream, 2))
    return chain(first, stream), len(first) > 1


class _Draft(AbstractContextManager["_Draft"]):
    """A file in the making, beside the one that it will be; dropped unless it is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.exists() and _is_stream(path):
            self._temporary: Path | None = None
            self.file: TextIO = _opened(path)
            return
        self.path = path.resolve()
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=self.path.parent)
        self._temporary = Path(name)
        self.file = _opened(handle)

    def keep(self, *, force: bool) -> None:
        """Put it where it belongs."""
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


def _opened(file: Path | int) -> TextIO:
    """Open for UTF-8 and unchanged line ends; what no UTF-8 can hold (a broken file name) is written as an escape."""
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: PTH123


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, else those that new files get."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
