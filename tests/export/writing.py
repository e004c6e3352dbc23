"""Exports to look at, in memory and in files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from newsreader.export import find, write_to

if TYPE_CHECKING:
    from newsreader.export import Document


def written(name: str, *documents: Document, many: bool = False) -> str:
    """What a format of text makes of documents, its first file."""
    file = io.StringIO(newline="")
    write_to([file], documents, find(name), many=many)
    return file.getvalue()


def packed(name: str, *documents: Document, many: bool = False) -> bytes:
    """What a binary format makes of documents."""
    file = io.BytesIO()
    write_to([file], documents, find(name), many=many)
    return file.getvalue()
