"""Reads a PDF that holds text, with pypdf, which the extra `pdf` installs."""

from __future__ import annotations

import logging
import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from newsreader.article.newsroom.assembly import Draft, assemble
from newsreader.article.readers.plain import blocks
from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

    from newsreader.article.model import Article

MOST_PAGES = 500
_LONGEST = 5_000_000
"""code points"""
_EDGE = 2
"""lines at the top and at the bottom of a page that may be its running head or its number"""
_HYPHENATED = re.compile(r"(?<=[a-zäöüß])[-\u00ad\u2010]\n(?=[a-zäöüß])")
_NUMBER = re.compile(r"\W*(?:seite|page|s\.)?\W*\d{1,4}(?:\s?(?:/|von|of)\s?\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def read(data: bytes, source: str) -> Article:
    """The article of a PDF: the text of its pages without running heads and page numbers, hyphens at line ends undone.

    Args:
        data: the whole file.
        source: path or address as the user gave it.

    Raises:
        SourceError: if the extra is not installed, or the file is broken, locked or holds no text.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError:
        raise SourceError("article.pdf_extra", path=shown(source)) from None
    # What pypdf notices about odd files would be written across the screen.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        document = PdfReader(BytesIO(data), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise SourceError("article.pdf_locked", path=shown(source))
        text = _joined(list(_pages(document)))
    except DependencyError:
        raise SourceError("article.pdf_locked", path=shown(source)) from None
    except SourceError:
        raise
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, RecursionError) as error:
        # Broken files make the parser fail in any of these ways.
        raise SourceError("article.pdf_broken", path=shown(source), reason=type(error).__name__) from error
    if not text.strip():
        raise SourceError("article.pdf_no_text", path=shown(source))
    return assemble(Draft(text, blocks(text)), source)


def _pages(document: PdfReader) -> Iterator[list[str]]:
    """The lines of each page."""
    length = 0
    for number, page in enumerate(document.pages):
        if number >= MOST_PAGES or length > _LONGEST:
            return
        text = _UNSEEN.sub("", page.extract_text().replace("\r", "\n"))
        for ligature, letters in _LIGATURES.items():
            text = text.replace(ligature, letters)
        length += len(text)
        yield [line.rstrip() for line in text.strip().split("\n")]


def _joined(pages: list[list[str]]) -> str:
    """The text of all pages in one."""
    edges = Counter(mark for lines in pages for mark in {_mark(line) for line in _edges(lines)})
    repeated = {mark for mark, number in edges.items() if number >= max(2, len(pages) // 2)}
    kept = []
    for lines in pages:
        last = len(lines) - 1
        body = [
            line
            for number, line in enumerate(lines)
            if not (min(number, last - number) < _EDGE and _is_running(line, repeated, alone=len(pages) == 1))
        ]
        kept.append("\n".join(body).strip("\n"))
    return _HYPHENATED.sub("", "\n".join(filter(None, kept)))


def _edges(lines: list[str]) -> list[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _mark(line: str) -> str:
    """A line with every number made the same, for running heads count pages."""
    return _DIGITS.sub("0", line.strip())


def _is_running(line: str, repeated: set[str], *, alone: bool) -> bool:
    """Whether a line at a page's edge is its running head or its number."""
    if not line.strip():
        return False
    return _NUMBER.fullmatch(line) is not None or (not alone and _mark(line) in repeated)
