"""The format `jsonl`: one article's document a line, for large corpora and streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.export.shared.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from newsreader.export.document import Document


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`."""
    [file] = files
    for document in documents:
        file.write(dumps(document.as_json()) + "\n")
        file.flush()
