"""The format `prodigy`: JSONL for Prodigy's `spans.manual` and `rel.manual`, one task a layer of an article.

The tokens are those of spaCy's blank German pipeline, which Prodigy works with; bounds inside one of them are moved
outwards, and names inside compounds are left out. Offsets are code points. The machine's task has no answer yet, that
of a person is accepted.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newsreader.analysis.result import PART
from newsreader.article.model import Span
from newsreader.export.shared.json_text import dumps
from newsreader.export.shared.tokens import Grid, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from spacy.language import Language

    from newsreader.analysis.result import Statement
    from newsreader.export.document import Document

Json = dict[str, Any]


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`."""
    [file] = files
    for document in documents:
        for row in _tasks(document):
            file.write(dumps(row) + "\n")


def _tasks(document: Document) -> Iterator[Json]:
    doc = _blank().make_doc(whole(document.text))
    tokens: list[Json] = [
        {
            "text": token.text,
            "start": token.idx,
            "end": token.idx + len(token.text),
            "id": token.i,
            "ws": bool(token.whitespace_),
        }
        for token in doc
    ]
    grid = Grid([Span(token["start"], token["end"]) for token in tokens])
    article = document.article
    for layer in document.layers:
        spans = _Spans(tokens, grid)
        for entity in layer.entities:
            if not entity.label.endswith(PART):
                spans.add(entity.span, entity.label)
        for statement in layer.statements:
            _statement(spans, statement)
        if layer.human:
            for remark in document.remarks:
                for span in remark.spans:
                    spans.add(span, remark.kind.value)
        task: Json = {
            "text": doc.text,
            "tokens": tokens,
            "spans": spans.spans,
            "relations": spans.relations,
            "meta": {"source": article.source, "title": article.title, "layer": layer.name.value},
            "_input_hash": _hash(article.id),
            "_task_hash": _hash(f"{article.id} {layer.name.value}"),
        }
        if layer.human:
            names = sorted({one.annotator for one in document.annotations})
            task |= {"answer": "accept", "_annotator_id": ", ".join(names)}
        yield task


class _Spans:
    """The spans and relations of a task."""

    def __init__(self, tokens: list[Json], grid: Grid) -> None:
        self._tokens = tokens
        self._grid = grid
        self.spans: list[Json] = []
        self.relations: list[Json] = []

    def add(self, span: Span, label: str) -> Json | None:
        """Add a span on the tokens that it covers; None if it covers none."""
        covered = self._grid.covered(span)
        if not covered:
            return None
        first, last = covered.start, covered.stop - 1
        row = {
            "start": self._tokens[first]["start"],
            "end": self._tokens[last]["end"],
            "token_start": first,
            "token_end": last,
            "label": label,
        }
        self.spans.append(row)
        return row

    def relate(self, head: Json | None, child: Json | None, label: str) -> None:
        """Add a relation from one span to another."""
        if head is None or child is None:
            return
        self.relations.append(
            {
                "head": head["token_end"],
                "child": child["token_end"],
                "head_span": head,
                "child_span": child,
                "label": label,
            }
        )


def _statement(spans: _Spans, one: Statement) -> None:
    pieces = [spans.add(span, one.kind.value) for span in one.spans]
    for before, after in pairwise(pieces):
        spans.relate(before, after, "continued")
    if one.speaker:
        spans.relate(pieces[0], spans.add(one.speaker, "speaker"), "speaker")
    for sort, parts in (("cue", one.cue), ("addressee", one.addressee)):
        for part in parts:
            spans.relate(pieces[0], spans.add(part, sort), sort)


@lru_cache(maxsize=1)
def _blank() -> Language:
    import spacy

    return spacy.blank("de")


def _hash(text: str) -> int:
    """A number that is the same for the same text, within Prodigy's 32 bits."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:4], "big", signed=True)
