"""The format `doccano`: JSONL for doccano's sequence labelling with relations, one row a layer of an article.

doccano's page counts offsets as JavaScript does, in UTF-16 code units (unless a project counts graphemes), and so do
the offsets here. Ids are unique in the file.
"""

from __future__ import annotations

from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from newsreader.export.shared.json_text import dumps
from newsreader.export.shared.utf16 import Utf16

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.article.model import Span
    from newsreader.export.document import Document

Json = dict[str, Any]


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`."""
    [file] = files
    ids = count(1)
    for document in documents:
        for row in _rows(document, ids):
            file.write(dumps(row) + "\n")


def _rows(document: Document, ids: Iterator[int]) -> Iterator[Json]:
    utf16 = Utf16(document.text)

    def entity(span: Span, label: str) -> Json:
        start, end = utf16.span(span)
        return {"id": next(ids), "label": label, "start_offset": start, "end_offset": end}

    for layer in document.layers:
        entities = [entity(one.span, one.label) for one in layer.entities]
        relations: list[Json] = []

        def relate(one: Json, other: Json, kind: str, found: list[Json] = relations) -> None:
            found.append({"id": next(ids), "from_id": one["id"], "to_id": other["id"], "type": kind})

        for statement in layer.statements:
            pieces = [entity(span, statement.kind.value) for span in statement.spans]
            entities += pieces
            for before, after in pairwise(pieces):
                relate(before, after, "continued")
            parts = [("speaker", statement.speaker)] if statement.speaker else []
            parts += [("cue", span) for span in statement.cue]
            parts += [("addressee", span) for span in statement.addressee]
            for kind, span in parts:
                entities.append(entity(span, kind))
                relate(pieces[0], entities[-1], kind)
        comments: list[str] = []
        if layer.human:
            entities += [entity(span, one.kind.value) for one in document.remarks for span in one.spans]
            comments = [one.note for one in document.annotations if one.note]
        yield {
            "id": next(ids),
            "text": document.text,
            "entities": entities,
            "relations": relations,
            "Comments": comments,
            "source": document.article.source,
            "title": document.article.title,
            "layer": layer.name.value,
        }
