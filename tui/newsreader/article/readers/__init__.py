"""One reader a format, and the suffixes they are found by.

A reader is a function that makes an article of a source's bytes. To add a format, write its module and enter it here.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from newsreader.article.model import Article


_SNIFFED = 1024
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


class Reader(Protocol):
    """Makes an article of the bytes of a source."""

    def __call__(self, data: bytes, source: str) -> Article:
        """The article.

        Args:
            data: the whole content of the source.
            source: path or address as the user gave it.

        Raises:
            SourceError: if the content is no article of this format.
        """
        ...


def _plain(data: bytes, source: str) -> Article:
    from newsreader.article.readers import plain

    return plain.read(data, source)


def _markdown(data: bytes, source: str) -> Article:
    from newsreader.article.readers import markdown

    return markdown.read(data, source)


def _html(data: bytes, source: str) -> Article:
    from newsreader.article.readers.html import page

    return page.read(data, source)


def _pdf(data: bytes, source: str) -> Article:
    from newsreader.article.readers import pdf

    return pdf.read(data, source)


def _archive(data: bytes, source: str) -> Article:
    from newsreader.article.readers import web_archive

    return web_archive.read(data, source)


READERS: dict[str, Reader] = {
    "": _plain,
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".mhtml": _archive,
    ".mht": _archive,
    ".pdf": _pdf,
}
"""readers by suffix, in lower case; no suffix means plain text, if it is text"""

_TEXT = frozenset((".txt", ".text"))

UNREAD = frozenset(
    f".{name}"
    for names in (
        ("xml", "rss", "atom"),
        ("doc", "docx", "odt", "rtf", "epub", "pages"),
        ("json", "jsonl", "csv", "tsv", "eml"),
    )
    for name in names
)
"""suffixes of formats that hold text in a form that no reader understands"""


def reader_for(name: str, start: bytes = b"") -> Reader:
    """The reader of a file, by its name's suffix; a suffix that says nothing is read as plain text.

    Args:
        name: the file's name or path.
        start: how its content begins; a page is told by that where the suffix says nothing.

    Raises:
        SourceError: for a format that is known not to be plain text and that no reader understands.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in UNREAD:
        raise SourceError("article.unread_format", path=shown(name), suffix=suffix)
    reader = READERS.get(suffix, _plain)
    return _html if reader is _plain and suffix not in _TEXT and is_page(start) else reader


def is_page(start: bytes) -> bool:
    """Whether bytes begin as a web page does."""
    return _PAGE.match(start[:_SNIFFED]) is not None
