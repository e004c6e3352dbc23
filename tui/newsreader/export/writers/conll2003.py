"""The format `conll2003`: four columns (token, tag, chunk, name) after CoNLL-2003, names tagged by IOB2.

There are no chunks, and overlapping names are reduced to the longer one. Both layers joined, the human one holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.export.shared.tokens import iob

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.export.document import Document


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`."""
    [file] = files
    for document in documents:
        file.writelines(f"{line}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    yield "-DOCSTART- -X- O O"
    yield ""
    spans = [token.span for sentence in document.sentences for token in sentence.tokens]
    tags = iter(iob(document.layer.entities, spans))
    for sentence in document.sentences:
        for token in sentence.tokens:
            word = "".join(token.span.of(document.text).split()) or "_"
            yield f"{word} {token.tag or '_'} O {next(tags)}"
        yield ""
