"""The format `w3c`: annotations as JSON-LD after the Web Annotation Data Model (W3C Recommendation, 23 February 2017).

Each entity and each statement of the machine is an annotation whose creator is a `Software`; a person's annotations
have a `Person`. Targets carry a TextQuoteSelector and a TextPositionSelector, which counts code points, as the model
asks. What the model has no words for stands in a body in `application/json`, so that nothing is lost on the way back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from newsreader import __version__
from newsreader.annotations.document import to_json
from newsreader.annotations.model import Anchor, AnnotationKind
from newsreader.article.sources import STANDARD_INPUT, is_address
from newsreader.export.shared.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.analysis.result import Entity, Statement
    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article, Span
    from newsreader.export.document import Document
    from newsreader.export.layers import Layer

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
JSON = "application/json"
MOTIVATIONS = {
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.NOTE: "commenting",
    AnnotationKind.ENTITY: "classifying",
    AnnotationKind.ACTOR: "identifying",
    AnnotationKind.STATEMENT: "classifying",
}

ASSESSING = "oa:assessing"
"""a motivation of the vocabulary that its JSON-LD context has no term for, so that it is named by its compact IRI"""

Json = dict[str, Any]


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`: one AnnotationCollection with one page."""
    [file] = files
    file.write(f'{{\n"@context": {dumps(CONTEXT)},\n"type": "AnnotationCollection",\n')
    file.write('"label": "newsreader",\n"first": {\n"type": "AnnotationPage",\n"startIndex": 0,\n"items": [')
    total = 0
    for document in documents:
        for row in rows(document):
            file.write(",\n" if total else "\n")
            file.write(dumps(row))
            total += 1
    file.write(f'\n]\n}},\n"total": {total}\n}}\n')


def rows(document: Document) -> Iterator[Json]:
    """The annotations of a document: the machine's, then a person's."""
    for layer in document.layers:
        if not layer.human:
            yield from (_entity(document, layer, one) for one in layer.entities)
            yield from (_statement(document, layer, one) for one in layer.statements)
    yield from (_human(document, one) for one in document.annotations)


def source_iri(source: str) -> str:
    """The IRI of an article's source: its address, or what its path is escaped."""
    if is_address(source):
        return quote(source, safe="%/:=&?~#+!$,;'@()*[]")
    if source == STANDARD_INPUT:
        return "urn:newsreader:standard-input"
    return quote(source.replace("\\", "/"), safe="/", errors="replace")


def _entity(document: Document, layer: Layer, one: Entity) -> Json:
    actor = layer.actor(one.actor)
    bodies = [_textual("classifying", one.label)]
    if actor:
        bodies.append(_textual("identifying", actor.name))
    if one.value:
        bodies.append(_textual("describing", one.value))
    return _machine(document, one.id, bodies, [one.span])


def _statement(document: Document, layer: Layer, one: Statement) -> Json:
    actor = layer.actor(one.actor)
    bodies = [_textual("classifying", one.kind.value), _textual("tagging", "statement")]
    if actor:
        bodies.append(_textual("identifying", actor.name))
    about = {
        "confidence": one.confidence,
        "medium": one.medium and one.medium.value,
        "speaker": one.speaker and list(one.speaker),
        "cue": [list(span) for span in one.cue],
        "addressee": [list(span) for span in one.addressee],
        "frame": [list(span) for span in one.frame],
        "parent": one.parent,
        "rule": one.rule,
    }
    return _machine(document, one.id, [*bodies, _json(about)], list(one.spans))


def _machine(document: Document, identifier: str, bodies: list[Json], spans: list[Span]) -> Json:
    pipeline = document.analysis.pipeline
    software = {"type": "Software", "name": f"newsreader {__version__}, {pipeline.name} {pipeline.version}"}
    return {
        "id": f"urn:newsreader:{document.article.id}:{identifier}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": software,
        "body": bodies,
        "target": [_target(document.article, Anchor.of(document.text, span)) for span in spans],
    }


def _human(document: Document, one: Annotation) -> Json:
    bodies: list[Json] = []
    if one.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": one.note, "format": "text/markdown"})
    bodies += [_textual("tagging", tag) for tag in one.tags]
    if one.colour:
        bodies.append(_textual("highlighting", one.colour))
    if one.verdict:
        bodies.append(_textual(ASSESSING, one.verdict.value))
    bodies.append(_json(to_json(one)))
    anchors = one.anchors or (one.target.anchors if one.target else ())
    targets = [_target(document.article, anchor) for anchor in anchors]
    return {
        "id": f"urn:uuid:{one.id}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[one.kind],
        "creator": {"type": "Person", "name": one.annotator},
        "created": one.created.isoformat(),
        "modified": one.modified.isoformat(),
        "generator": {"type": "Software", "name": f"newsreader {__version__}"},
        "body": bodies,
        "target": targets or [_resource(document.article)],
    }


def _textual(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _json(value: Json) -> Json:
    return {"type": "TextualBody", "purpose": "describing", "value": dumps(value), "format": JSON}


def _resource(article: Article) -> Json:
    return {"id": source_iri(article.source), "type": "Text", "language": article.language}


def _target(article: Article, anchor: Anchor) -> Json:
    quoted: Json = {"type": "TextQuoteSelector", "exact": anchor.exact}
    if anchor.prefix:
        quoted["prefix"] = anchor.prefix
    if anchor.suffix:
        quoted["suffix"] = anchor.suffix
    position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    return {"type": "SpecificResource", "source": _resource(article), "selector": [quoted, position]}
