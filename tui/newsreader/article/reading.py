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
        source: the path of a file (plain text, Markdown, a saved web page), or "-" for standard input (text or a page).
        stdin: what standard input is read from; the process's own if None.

    Raises:
        SourceError: if the source cannot be read or holds no article.
    """
    data = sources.load(source, stdin)
    name = "" if source == sources.STANDARD_INPUT else source
    return reader_for(name, data[: sources.SNIFFED])(data, source)
