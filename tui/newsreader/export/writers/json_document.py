"""The format `json`: one article's document, or an array of documents when there are several articles."""

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
    if not many:
        for document in documents:
            file.write(dumps(document.as_json(), indent=1) + "\n")
        return
    file.write("[")
    for number, document in enumerate(documents):
        file.write(",\n" if number else "\n")
        file.write(dumps(document.as_json(), indent=1))
    file.write("\n]\n")
