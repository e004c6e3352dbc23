"""The format `ris`: references for Zotero, Citavi, EndNote and the like, one an article (RIS, type NEWS)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.export.shared.citing import inverted, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.export.document import Document


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`. Lines end as the format asks, with CRLF."""
    [file] = files
    for document in documents:
        file.writelines(f"{tag}  - {value}\r\n" for tag, value in _fields(document))
        file.write("\r\n")


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    one = reference(document)
    yield "TY", "NEWS"
    yield "TI", one.title
    for author in one.authors:
        yield "AU", inverted(author)
    if one.published:
        yield "PY", f"{one.published:%Y}"
        yield "DA", f"{one.published:%Y/%m/%d}"
    for tag, value in (("PB", one.publisher), ("PP", one.place), ("UR", one.address), ("L1", one.file)):
        if value:
            yield tag, value
    yield "LA", one.language
    for keyword in one.keywords:
        yield "KW", keyword
    for note in one.notes:
        yield "N1", note
    yield "ER", ""
