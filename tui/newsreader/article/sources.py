"""Gets the bytes of a source: a file or standard input, with a clear error for everything that is neither."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from typing import Never

STANDARD_INPUT = "-"
LARGEST = 64 * 1024 * 1024
"""bytes; a larger source is no article"""

SNIFFED = 1024
"""bytes that tell a web page from plain text"""

ENTRY = "#newsreader-entry="
"""begins the fragment by which articles are told that are only in a feed"""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is an address in the web ("https://...") and no path."""
    return _ADDRESS.match(source) is not None


def source_in_feed(feed: str, entry: str) -> str:
    """What an article is known by that is only in a feed, without a page of its own.

    Args:
        feed: path or address of the feed.
        entry: what the entry is told by from others of its feed.
    """
    import hashlib

    digest = hashlib.sha256(entry.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{feed.partition('#')[0]}{ENTRY}{digest}"


def load(source: str, stdin: BinaryIO | None = None) -> bytes:
    """The whole content of a source.

    Args:
        source: a path, or "-" for standard input.
        stdin: what standard input is read from; the process's own if None.

    Raises:
        SourceError: if it cannot be read, is no regular file, or is larger than `LARGEST`.
    """
    if source == STANDARD_INPUT:
        return _from_stream(stdin)
    try:
        return _from_file(source)
    except (OSError, ValueError) as error:
        explain(source, error)


def explain(source: str, error: OSError | ValueError) -> Never:
    """Says what an error of the operating system means for a source.

    Raises:
        SourceError: always.
    """
    path = shown(source)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        # A path with a NUL in it is a ValueError: there is no such file either.
        raise SourceError("article.missing", path=path) from None
    if isinstance(error, PermissionError):
        raise SourceError("article.no_permission", path=path) from None
    if isinstance(error, IsADirectoryError):
        raise SourceError("article.is_folder", path=path) from None
    if error.errno == errno.ENAMETOOLONG:
        raise SourceError("article.missing", path=path) from None
    if error.errno == errno.ENXIO:
        raise SourceError("article.special_file", path=path) from None
    raise SourceError("article.unreadable", path=path, reason=error.strerror or type(error).__name__) from None


def _from_file(path: str) -> bytes:
    # Not blocking, and looked at once it is open: a pipe without a writer would never open, and the path may change.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor is no path
        about = os.fstat(descriptor)
        if stat.S_ISDIR(about.st_mode):
            raise SourceError("article.is_folder", path=shown(path))
        if not stat.S_ISREG(about.st_mode):
            raise SourceError("article.special_file", path=shown(path))
        if about.st_size > LARGEST:
            raise _too_large(path)
        return _limited(file, path)


def _from_stream(stdin: BinaryIO | None) -> bytes:
    stream = sys.stdin.buffer if stdin is None and sys.stdin is not None else stdin
    if stream is None or stream.closed:
        raise SourceError("article.no_input")
    if stdin is None and stream.isatty():
        raise SourceError("article.input_is_keyboard")
    try:
        return _limited(stream, STANDARD_INPUT)
    except OSError as error:
        explain(STANDARD_INPUT, error)


def _limited(stream: BinaryIO, source: str) -> bytes:
    # One byte more than allowed, for a file may grow and a stream has no size.
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(source)
    return data


def _too_large(source: str) -> SourceError:
    return SourceError("article.too_large", path=shown(source), limit=LARGEST // (1024 * 1024))
