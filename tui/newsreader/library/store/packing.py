"""Articles and analyses as they lie in the library's file, whole, and back."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from newsreader.analysis.document import article_row, results, to_analysis, to_article
from newsreader.annotations.store.connection import damage

if TYPE_CHECKING:
    from newsreader.analysis.info import PipelineInfo
    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article

TOLD_BY_TEXT = ("id", "title", "text")
"""keys of an article's row that follow from its text and its spans"""


def pack_text(text: str) -> bytes:
    """A text as it is kept."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(content: bytes) -> str:
    """The text that was kept.

    Raises:
        sqlite3.DatabaseError: if it is damaged.
    """
    try:
        return zlib.decompress(content).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        raise damage(f"not a text: {error}") from error


def pack_layout(article: Article, source: str) -> bytes:
    """All of an article but its text, as it is kept under a source."""
    row = article_row(article)
    for key in TOLD_BY_TEXT:
        del row[key]
    return _pack({**row, "source": source})


def unpack_article(text: bytes, layout: bytes) -> Article:
    """The article that was kept.

    Raises:
        sqlite3.DatabaseError: if it is damaged.
    """
    try:
        return to_article({**_unpack(layout), "text": unpack_text(text)})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damage(f"not an article: {error!r}") from error


def pack_analysis(analysis: Analysis, text: str) -> bytes:
    """An analysis of a text as it is kept."""
    return _pack(results(analysis, text))


def unpack_analysis(content: bytes, info: PipelineInfo) -> Analysis:
    """The analysis that was kept.

    Raises:
        sqlite3.DatabaseError: if it is damaged.
    """
    try:
        return to_analysis({**_unpack(content), "pipeline": {"name": info.name, "version": info.version}})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damage(f"not an analysis: {error!r}") from error


def _pack(row: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(row, ensure_ascii=True, separators=(",", ":")).encode())


def _unpack(content: bytes) -> dict[str, Any]:
    try:
        row = json.loads(zlib.decompress(content))
    except (zlib.error, ValueError, RecursionError, TypeError) as error:
        raise damage(f"not a record: {error}") from error
    if not isinstance(row, dict):
        raise damage("not a record")
    return row


def plain(text: str) -> str:
    """A text that SQLite can hold and a terminal show: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
