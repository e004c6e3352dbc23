"""The format `spacy`: a DocBin with a Doc an article, for spaCy's own training and evaluation.

`doc.ents` hold what holds of the names, without overlaps. The span groups hold everything: `entities`, `statements`,
`cues`, `speakers`, `frames` and `addressees` the machine's, the same with `human_` in front a person's, `notes` and
`highlights` what he noted. Spans of one statement share its id (`span.id_`). Bounds inside a token are moved outwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.export.shared.tokens import Grid, flat, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

    from newsreader.article.model import Span
    from newsreader.export.document import Document
    from newsreader.export.layers import Layer


SHOWN = 5
"""spans of a group that an outline shows"""


def write(documents: Iterable[Document], files: Sequence[IO[bytes]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`. A DocBin is packed as a whole, so that the packed
    articles are kept until the end."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    [file] = files
    vocab = Vocab()
    bin_ = DocBin(store_user_data=True, attrs=["ORTH", "SPACY", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_ID"])
    for document in documents:
        bin_.add(_doc(document, vocab))
    file.write(bin_.to_bytes())


def outline(document: Document) -> str:
    """What the Doc of a document holds: names and span groups, how many, and the first of them with their labels."""
    text = document.text
    groups = {"doc.ents": [(one.span, one.label) for one in flat(document.layer.entities)]}
    for layer in document.layers:
        for name, rows in _rows(layer).items():
            groups[_in_spans(f"{'human_' if layer.human else ''}{name}")] = [(span, label) for span, label, _ in rows]
    for kind in ("note", "highlight"):
        remarks = [(span, one.colour or kind) for one in document.remarks if one.kind == kind for span in one.spans]
        if remarks:
            groups[_in_spans(f"{kind}s")] = remarks
    parts = []
    for name, spans in groups.items():
        first = [f"  {label:<14} {' '.join(span.of(text).split())}" for span, label in spans[:SHOWN]]
        parts.append("\n".join([f"{name}  {len(spans)}", *first, *["  …"] * (len(spans) > SHOWN)]))
    about = "\n".join(f"  {key:<14} {value}" for key, value in _about(document).items() if value)
    return "\n\n".join([*parts, f'doc.user_data["newsreader"]\n{about}'])


def _in_spans(name: str) -> str:
    return f'doc.spans["{name}"]'


def _doc(document: Document, vocab: Vocab) -> Doc:
    from spacy.tokens import SpanGroup

    from newsreader.analysis.embedded.tokenizer import GermanTokenizer
    from newsreader.article.model import Span

    doc = GermanTokenizer(vocab)(whole(document.text))
    starts = {sentence.span.start for sentence in document.sentences}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    grid = Grid([Span(token.idx, token.idx + len(token.text)) for token in doc])
    doc.user_data["newsreader"] = _about(document)
    doc.set_ents(_ents(doc, grid, document))
    for name, spans in _groups(doc, grid, document).items():
        doc.spans[name] = SpanGroup(doc, name=name, spans=spans)
    return doc


def _about(document: Document) -> dict[str, str | None]:
    article = document.article
    published = article.published.isoformat() if article.published else None
    return {"id": article.id, "source": article.source, "title": article.title, "published": published}


def _ents(doc: Doc, grid: Grid, document: Document) -> list[SpacySpan]:
    ents: list[SpacySpan] = []
    for entity in flat(document.layer.entities):
        span = _span(doc, grid, entity.span, entity.label, entity.actor)
        if span is not None and (not ents or ents[-1].end <= span.start):
            ents.append(span)
    return ents


def _groups(doc: Doc, grid: Grid, document: Document) -> dict[str, list[SpacySpan]]:
    groups: dict[str, list[SpacySpan]] = {}
    for layer in document.layers:
        for name, rows in _rows(layer).items():
            spans = [_span(doc, grid, span, label, identifier) for span, label, identifier in rows]
            groups[f"{'human_' if layer.human else ''}{name}"] = [span for span in spans if span is not None]
    for kind in ("note", "highlight"):
        spans = [
            _span(doc, grid, span, one.colour or kind, one.id)
            for one in document.remarks
            if one.kind == kind
            for span in one.spans
        ]
        if spans:
            groups[f"{kind}s"] = [span for span in spans if span is not None]
    return groups


def _rows(layer: Layer) -> dict[str, list[tuple[Span, str, str]]]:
    """The spans of a layer with label and id, by the name of their group."""
    statements = layer.statements
    return {
        "entities": [(one.span, one.label, one.id) for one in layer.entities],
        "statements": [(span, one.kind.value, one.id) for one in statements for span in one.spans],
        "speakers": [(one.speaker, one.actor or "", one.id) for one in statements if one.speaker],
        "cues": [(span, "cue", one.id) for one in statements for span in one.cue],
        "frames": [(span, "frame", one.id) for one in statements for span in one.frame],
        "addressees": [(span, "addressee", one.id) for one in statements for span in one.addressee],
    }


def _span(doc: Doc, grid: Grid, span: Span, label: str, identifier: str | None) -> SpacySpan | None:
    from spacy.tokens import Span as SpacySpan

    covered = grid.covered(span)
    if not covered:
        return None
    return SpacySpan(doc, covered.start, covered.stop, label=label, span_id=identifier or "")
