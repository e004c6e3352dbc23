"""The format `html`: a page to pass on, in which text and actors are linked both ways.

One file without anything from outside: no script, no picture, no font. Every text is escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.export.writers.html.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from newsreader.export.document import Document

__all__ = ["write"]


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the document, see `newsreader.export.formats.Writer`."""
    [file] = files
    for document in documents:
        file.writelines(f"{line}\n" for line in Page(document).lines())
