"""The formats `cas-json` and `cas-xmi`: UIMA CAS for INCEpTION and WebAnno.

Sentences, tokens and the machine's names are in the layers of DKPro Core that these tools have of their own. Statements
and what belongs to them, and all that is a person's, are in layers named `webanno.custom...`; beside an XMI file lies
the type system that declares them. Offsets in the files are UTF-16 code units, as UIMA counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.article.model import Span
from newsreader.export.shared.xml_text import allowed
from newsreader.export.writers.cas_types import (
    CUE,
    DOCUMENT,
    NAME,
    PART_LINK,
    REMARK,
    REVIEWED_NAME,
    REVIEWED_STATEMENT,
    SENTENCE,
    SPEAKER,
    STATEMENT,
    TOKEN,
    type_system,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from cassis import Cas

    from newsreader.analysis.result import Statement
    from newsreader.export.document import Document
    from newsreader.export.layers import Layer

TYPE_SYSTEM = "TypeSystem.xml"


def write_json(documents: Iterable[Document], files: Sequence[IO[bytes]], *, many: bool) -> None:
    """Write the document as UIMA CAS JSON 0.4.0, see `newsreader.export.formats.Writer`."""
    [file] = files
    for document in documents:
        file.write(to_cas(document).to_json(pretty_print=True).encode())


def write_xmi(documents: Iterable[Document], files: Sequence[IO[bytes]], *, many: bool) -> None:
    """Write the document as XMI 1.0, see `newsreader.export.formats.Writer`."""
    [file] = files
    for document in documents:
        file.write(to_cas(document).to_xmi(pretty_print=True).encode())


def companion(name: str) -> str:
    """The type system."""
    return str(type_system().to_xml())


def to_cas(document: Document) -> Cas:
    """A document as a CAS, with offsets in code points, which cassis converts when it writes."""
    from cassis import Cas

    cas = Cas(typesystem=type_system(), document_language=document.article.language)
    # What XML forbids is replaced in the JSON, too, so that both say the same.
    cas.sofa_string = allowed(document.text)
    cas.sofa_mime = "text/plain"
    _Filling(document, cas).fill()
    return cas


class _Filling:
    """Puts a document into a CAS."""

    def __init__(self, document: Document, cas: Cas) -> None:
        self._document = document
        self._cas = cas
        self._types = cas.typesystem

    def fill(self) -> None:
        """All of it."""
        article = self._document.article
        whole: dict[str, Any] = {"begin": 0, "end": len(article.text)}
        self._add(DOCUMENT, whole, documentTitle=article.title, documentId=article.id, documentUri=article.source)
        for sentence in self._document.sentences:
            self._at(SENTENCE, sentence.span)
            for token in sentence.tokens:
                self._at(TOKEN, token.span)
        for layer in self._document.layers:
            for entity in layer.entities:
                actor = layer.actor(entity.actor)
                about = {"value": entity.label, "identifier": actor and actor.name}
                self._at(REVIEWED_NAME if layer.human else NAME, entity.span, **about, **self._said(layer, entity.id))
            for statement in layer.statements:
                self._statement(layer, statement)
        for remark in self._document.remarks:
            about = {
                "kind": remark.kind.value,
                "note": remark.note or None,
                "tags": ", ".join(remark.tags) or None,
                "colour": remark.colour,
                "annotator": remark.annotator,
                "created": remark.created.isoformat(),
            }
            for span in remark.spans or (Span(0, len(article.text)),):
                self._at(REMARK, span, **about)

    def _statement(self, layer: Layer, one: Statement) -> None:
        """A statement: a span for each piece, with links from the first to speaker, cues, addressees, other pieces."""
        actor = layer.actor(one.actor)
        about = {
            "statementId": one.id,
            "kind": one.kind.value,
            "medium": one.medium and one.medium.value,
            "actor": actor and actor.name,
            "parent": one.parent,
            "confidence": one.confidence,
            **self._said(layer, one.id),
        }
        sort = REVIEWED_STATEMENT if layer.human else STATEMENT
        first, *others = [self._at(sort, span, piece=number, **about) for number, span in enumerate(one.spans)]
        links = [("continued", other) for other in others]
        if one.speaker:
            links.append(("speaker", self._at(SPEAKER, one.speaker, actor=actor and actor.name)))
        links += [("cue", self._at(CUE, span, role="cue")) for span in one.cue]
        links += [("addressee", self._at(CUE, span, role="addressee")) for span in one.addressee]
        if links:
            link = self._types.get_type(PART_LINK)
            array = self._types.get_type("uima.cas.FSArray")
            first.parts = array(elements=[link(role=role, target=target) for role, target in links])

    @staticmethod
    def _said(layer: Layer, identifier: str) -> dict[str, str | None]:
        if not layer.human:
            return {}
        return {
            "status": layer.status_of(identifier).value,
            "note": layer.note_of(identifier) or None,
            "tags": ", ".join(layer.tags_of(identifier)) or None,
            "annotator": layer.annotator_of(identifier),
        }

    def _at(self, name: str, span: Span, **features: object) -> Any:
        return self._add(name, {"begin": span.start, "end": span.end}, **features)

    def _add(self, name: str, place: dict[str, Any], **features: object) -> Any:
        values = {key: allowed(value) if isinstance(value, str) else value for key, value in features.items()}
        structure = self._types.get_type(name)(**place, **values)
        self._cas.add(structure)
        return structure
