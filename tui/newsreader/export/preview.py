"""The beginning of an export, without making all of it."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO, StringIO
from typing import IO, TYPE_CHECKING, Any

from newsreader.export.saving import write_to

if TYPE_CHECKING:
    from newsreader.export.document import Document
    from newsreader.export.formats import Format


class _EnoughError(Exception):
    """There is as much as was asked for."""


class _Text(StringIO):
    def __init__(self, limit: int) -> None:
        super().__init__(newline="")
        self._limit = limit

    def write(self, text: str, /) -> int:
        super().write(text)
        if self.tell() >= self._limit:
            raise _EnoughError
        return len(text)


class _Bytes(BytesIO):
    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Any, /) -> int:
        written = super().write(data)
        # A zip archive goes back in its file, so that it is written to its end.
        if not self.getvalue().startswith(b"PK") and self.tell() >= self._limit:
            raise _EnoughError
        return written


def preview(document: Document, one: Format, limit: int = 4000) -> str | None:
    """How an export begins, its first file; of a format that is no text, what its file holds, in words.

    Args:
        document: what is exported.
        one: the format.
        limit: characters that are enough; there may be some more.

    Returns:
        None for a format that is no text and has no words for what it holds.

    Raises:
        ExportError: if a package that the format needs is not installed.
    """
    if one.binary and (outline := one.outline(document)) is not None:
        return outline
    file: IO[Any] = _Bytes(limit) if one.binary else _Text(limit)
    with suppress(_EnoughError):
        write_to([file], [document], one, many=False)
    content = file.getvalue()  # type: ignore[attr-defined]
    if isinstance(content, str):
        return content
    try:
        # The end may be in the middle of a character.
        return str(content[: limit * 4].decode("utf-8", "strict" if len(content) < limit * 4 else "ignore"))
    except UnicodeDecodeError:
        return None


def whole(document: Document, one: Format) -> str | None:
    """All of an export's first file as text; None for a format that is no text."""
    file: IO[Any] = BytesIO() if one.binary else StringIO(newline="")
    write_to([file], [document], one, many=False)
    content = file.getvalue()  # type: ignore[attr-defined]
    if isinstance(content, str):
        return content
    try:
        return str(content.decode("utf-8"))
    except UnicodeDecodeError:
        return None
