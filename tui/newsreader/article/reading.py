"""Reads a source as an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from newsreader.article import sources
from newsreader.article.readers import reader_for

if TYPE_CHECKING:
    from newsreader.article.model import Article


def read(source: str, *, stdin: BinaryIO | None = None) -> Article:
    """Reads an article.

    Args:
        source: the path of a plain text or Markdown file, or "-" for standard input (plain text).
        stdin: what standard input is read from; the process's own if None.

    Raises:
        SourceError: if the source cannot be read or holds no article.
    """
    if source == sources.STANDARD_INPUT or sources.is_address(source):
        return reader_for("")(sources.load(source, stdin), source)
    data = sources.load(source)
    return reader_for(source)(data, source)
