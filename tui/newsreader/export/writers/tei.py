"""The format `tei`: TEI P5 with `said` for statements, names as elements, and the actors listed in the header.

Elements that would cross are cut into fragments joined by `next` and `prev`. The machine's layer carries
`resp="#newsreader"`, the human one the annotator's; only elements and attributes of TEI P5 3.0 are used, which later
releases have kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.export.shared.xml_text import content
from newsreader.export.writers.tei_header import Header
from newsreader.export.writers.tei_text import Body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.export.document import Document

NAMESPACE = "http://www.tei-c.org/ns/1.0"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`; several are a `teiCorpus`."""
    [file] = files
    file.write(DECLARATION)
    if not many:
        for document in documents:
            file.writelines(_tei(document, "", f' xmlns="{NAMESPACE}"'))
        return
    file.write(f'<teiCorpus xmlns="{NAMESPACE}">\n')
    file.write(_corpus_header())
    for number, document in enumerate(documents, start=1):
        file.writelines(_tei(document, f"d{number}.", ""))
    file.write("</teiCorpus>\n")


def _tei(document: Document, prefix: str, namespace: str) -> Iterator[str]:
    body = Body(document, prefix)
    yield f"<TEI{namespace}>\n"
    yield from Header(document, prefix).lines()
    yield "<text>\n"
    yield from body.lines()
    yield "</text>\n</TEI>\n"


def _corpus_header() -> str:
    title = content(f"newsreader {__version__}")
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n"
    )
