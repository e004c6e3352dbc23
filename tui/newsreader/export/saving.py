"""Bringing an export into files: whole or not at all, and never over something that should stay."""

from __future__ import annotations

from contextlib import ExitStack
from io import BytesIO, StringIO
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any

from newsreader.errors import ExportError
from newsreader.export.drafts import Draft, is_stream
from newsreader.export.formats import Bundling, Format
from newsreader.export.registry import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from newsreader.export.document import Document


def export(
    documents: Iterable[Document],
    format_name: str,
    target: Path,
    *,
    force: bool = False,
    many: bool | None = None,
    never: frozenset[Path] = frozenset(),
) -> list[Path]:
    """Write documents to the file or files of a format.

    The documents are written as they come; none is kept. What stood at the target is untouched until all are written.

    Args:
        documents: what is exported, in this order.
        format_name: the name of a format.
        target: the file; a format with several files puts the others beside it, see `targets`.
        force: whether files that are there already are replaced.
        many: whether the output is that of several articles, even if there is one; None counts them.
        never: files that are not replaced in any case, resolved.

    Returns:
        The files that were written, or lay there already just so.

    Raises:
        ExportError: if there is no such format, or it cannot hold several articles, or what it needs is not installed,
            or the target is there already, is a folder, has no folder to lie in, or cannot be written.
    """
    one = find(format_name)
    one.check()
    paths = targets(one, target)
    check_targets(one, target, force=force)
    documents, many = _counted(documents, many)
    if many and one.bundling is Bundling.EACH:
        raise ExportError("export.one_each", format=one.name)
    try:
        with ExitStack() as stack:
            drafts = [stack.enter_context(Draft(path, binary=one.binary)) for path in paths]
            for draft in drafts if one.byte_order_mark else ():
                draft.file.write("\ufeff")
            write_to([draft.file for draft in drafts], documents, one, many=many)
            for draft in [draft for draft in drafts if draft.is_needed(force=force, never=never)]:
                draft.keep(force=force)
        return paths + _companions(one, paths[0], force=force)
    except OSError as error:
        raise ExportError("export.unwritable", path=target, reason=error.strerror or error) from error


def write_to(files: Sequence[IO[Any]], documents: Iterable[Document], one: Format, *, many: bool) -> None:
    """Write documents to open files, one for each of a format's parts; parts without a file are left out.

    Raises:
        ExportError: if the format cannot hold several articles, or what it needs is not installed.
    """
    if many and one.bundling is Bundling.EACH:
        raise ExportError("export.one_each", format=one.name)
    nowhere: type[IO[Any]] = _NoBytes if one.binary else _NoText
    missing = 1 + len(one.parts) - len(files)
    one.write(documents, [*files, *(nowhere() for _ in range(missing))], many=many)


def targets(one: Format, target: Path) -> list[Path]:
    """The files that an export to a target consists of: the target, and beside it `NAME-entities.csv` and the like.

    A device or a pipe gets only the first of them.
    """
    if target.exists() and is_stream(target):
        return [target]
    return [target, *(target.with_name(target.stem + part) for part in one.parts)]


def check_targets(one: Format, target: Path, *, force: bool) -> None:
    """See that the files of an export can be made, or replaced, before anything is made.

    The text beside brat's annotations may be the article's own file. Whether it is the same shows when it is written.

    Raises:
        ExportError: if one is there already, is a folder, or has no folder to lie in.
    """
    paths = targets(one, target)
    for path in paths if one.bundling is Bundling.EITHER else paths[:1]:
        _check(path, force=force)


def _check(path: Path, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise ExportError("export.no_folder", path=path, folder=path.parent)
    if path.is_dir():
        raise ExportError("export.is_folder", path=path)
    if path.exists() and not force and not is_stream(path):
        raise ExportError("export.exists", path=path)


def _companions(one: Format, path: Path, *, force: bool) -> list[Path]:
    """Write the files that lie beside a format's, unless they lie there already."""
    written = []
    for name in one.companions if path.parent.is_dir() and not is_stream(path) else ():
        companion = path.with_name(name)
        if companion.exists() and not force:
            continue
        with Draft(companion) as draft:
            draft.file.write(one.companion(name))
            draft.keep(force=True)
        written.append(companion)
    return written


class _NoText(StringIO):
    """A text file that keeps nothing."""

    def write(self, text: str, /) -> int:
        return len(text)


class _NoBytes(BytesIO):
    """A file of bytes that keeps nothing."""

    def write(self, data: Any, /) -> int:
        return len(data)


def _counted(documents: Iterable[Document], many: bool | None) -> tuple[Iterable[Document], bool]:
    if many is not None:
        return documents, many
    stream = iter(documents)
    first = list(islice(stream, 2))
    return chain(first, stream), len(first) > 1
