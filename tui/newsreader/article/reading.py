"""Reads a source as an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from newsreader.article.model import Article
from newsreader.article.opening import open_source
from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from newsreader.article.fetching.fetcher import Fetcher


def read(source: str, *, stdin: BinaryIO | None = None, fetcher: Fetcher | None = None) -> Article:
    """Reads an article.

    Args:
        source: the path of a file (plain text, Markdown, a saved web page, PDF), an http or https address, or "-" for
            standard input.
        stdin: what standard input is read from; the process's own if None.
        fetcher: fetches addresses; one without a cache if None.

    Raises:
        SourceError: if the source cannot be read or holds no article.
    """
    found = open_source(source, stdin=stdin, fetcher=fetcher)
    if isinstance(found, Article):
        return found
    raise SourceError("article.is_feed", path=shown(source))
