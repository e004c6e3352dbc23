"""The `annotations` of the JSON document newsreader/1, and their way back; the store keeps records in the same form."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsreader.analysis import document as machine
from newsreader.analysis.result import ActorKind, Medium, StatementKind
from newsreader.annotations.model import (
    ActorValues,
    Anchor,
    Annotation,
    AnnotationKind,
    Decision,
    EntityValues,
    ItemKind,
    Reference,
    StatementValues,
    Values,
    Verdict,
)
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article

Json = dict[str, Any]


def to_document(article: Article, analysis: Analysis, annotations: Iterable[Annotation] = ()) -> Json:
    """The document of an article, its analysis and the human layer, in plain dictionaries, lists, strings and numbers.

    Args:
        article: the article.
        analysis: the machine's layer, or that with the human one over it (`Review.analysis`), as is wanted.
        annotations: the human layer, placed in this article.
    """
    return {**machine.to_document(article, analysis), "annotations": [to_json(one) for one in annotations]}


def from_document(document: Json) -> tuple[Article, Analysis, tuple[Annotation, ...]]:
    """The article, the analysis and the annotations of a document.

    Raises:
        ValueError: if it is not such a document.
    """
    article, analysis = machine.from_document(document)
    rows = document.get("annotations", [])
    if not isinstance(rows, list):
        raise ValueError("not a document of newsreader: annotations is not a list")
    return article, analysis, tuple(from_json(row) for row in rows)


def to_json(annotation: Annotation) -> Json:
    """An annotation in plain dictionaries, lists, strings and numbers."""
    return {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "article": annotation.article,
        "source": annotation.source,
        "annotator": annotation.annotator,
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
        "anchors": _anchors(annotation.anchors),
        "tags": list(annotation.tags),
        "note": annotation.note,
        "colour": annotation.colour,
        "decision": None if annotation.decision is None else _decision(annotation.decision),
    }


def _anchors(anchors: Iterable[Anchor]) -> list[Json]:
    return [_anchor(anchor) for anchor in anchors]


def _anchor(anchor: Anchor) -> Json:
    return {
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _reference(reference: Reference | None) -> Json | None:
    if reference is None:
        return None
    row: Json = {"kind": reference.kind.value, "anchors": _anchors(reference.anchors)}
    extra = {"name": reference.name, "annotation": reference.annotation, "label": reference.label}
    return row | {key: value for key, value in extra.items() if value is not None}


def _decision(decision: Decision) -> Json:
    return {
        "verdict": decision.verdict.value,
        "target": _reference(decision.target),
        "values": None if decision.values is None else _values(decision.values),
    }


def _values(values: Values) -> Json:
    match values:
        case EntityValues():
            return {"label": values.label, "actor": _reference(values.actor)}
        case ActorValues():
            return {
                "name": values.name,
                "kind": values.kind.value,
                "role": values.role,
                "joins": [_reference(one) for one in values.joins],
            }
        case StatementValues():
            return {
                "kind": values.kind.value,
                "medium": None if values.medium is None else values.medium.value,
                "speaker": None if values.speaker is None else _anchor(values.speaker),
                "actor": _reference(values.actor),
                "cue": _anchors(values.cue),
                "frame": _anchors(values.frame),
                "addressee": _anchors(values.addressee),
            }


Memo = dict[tuple[object, object], tuple[Json, Reference]]
"""references that were read before, since hundreds of annotations name the same actor"""


def from_json(row: Json, memo: Memo | None = None) -> Annotation:
    """The annotation that `to_json` wrote; keys that it does not know are passed over.

    Args:
        row: the annotation.
        memo: what one call may leave to the next when many are read; empty at first.

    Raises:
        ValueError: if it is not one.
    """
    try:
        kind = AnnotationKind(row["kind"])
        decision = row.get("decision")
        anchors = _to_anchors(row["anchors"])
        return Annotation(
            id=_name(row["id"]),
            kind=kind,
            article=_name(row["article"]),
            source=_text(row["source"]),
            annotator=_text(row["annotator"]),
            created=datetime.fromisoformat(row["created"]),
            modified=datetime.fromisoformat(row["modified"]),
            anchors=anchors,
            tags=tuple(_text(tag) for tag in row.get("tags", ())),
            note=_text(row.get("note", "")),
            colour=_maybe_text(row.get("colour")),
            decision=None if decision is None else _Reader(row["anchors"], anchors, memo).decision(decision, kind),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an annotation of newsreader: {error!r}") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value


def _name(value: object) -> str:
    """An id, which is written into files of every kind.

    Raises:
        ValueError: if it has half a surrogate pair in it, which none of them can hold.
    """
    text = _text(value)
    text.encode()
    return text


def _maybe_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _to_anchors(rows: Iterable[Json]) -> tuple[Anchor, ...]:
    return tuple(map(_to_anchor, rows))


def _to_anchor(row: Json) -> Anchor:
    start, end, exact = row["start"], row["end"], row["exact"]
    prefix, suffix = row.get("prefix", ""), row.get("suffix", "")
    if not (type(start) is type(end) is int and type(exact) is type(prefix) is type(suffix) is str):
        raise TypeError(f"not an anchor: {row!r}")
    if start < 0 or end - start != len(exact):
        raise ValueError(f"{exact!r} does not stand at {start} to {end}")
    return Anchor(Span(start, end), exact, prefix, suffix)


class _Reader:
    """Reads the body of an annotation.

    Args:
        rows, anchors: the annotation's own anchors, as rows and read; its target's are mostly the same.
        memo: references that were read before.
    """

    def __init__(self, rows: list[Json], anchors: tuple[Anchor, ...], memo: Memo | None) -> None:
        self._rows = rows
        self._anchors = anchors
        self._memo = {} if memo is None else memo

    def decision(self, row: Json, kind: AnnotationKind) -> Decision:
        values = row.get("values")
        return Decision(
            Verdict(row["verdict"]),
            self._maybe(row.get("target")),
            None if values is None else self._values(values, kind),
        )

    def _maybe(self, row: Json | None) -> Reference | None:
        return None if row is None else self._reference(row)

    def _reference(self, row: Json) -> Reference:
        key = row.get("name"), row.get("annotation")
        if key in self._memo and self._memo[key][0] == row:
            return self._memo[key][1]
        rows = row["anchors"]
        reference = Reference(
            ItemKind(row["kind"]),
            self._anchors if rows == self._rows else _to_anchors(rows),
            _maybe_text(row.get("name")),
            _maybe_text(row.get("annotation")),
            _maybe_text(row.get("label")),
        )
        if key != (None, None):
            self._memo[key] = row, reference
        return reference

    def _values(self, row: Json, kind: AnnotationKind) -> Values:
        match kind:
            case AnnotationKind.ENTITY:
                return EntityValues(_text(row["label"]), self._maybe(row.get("actor")))
            case AnnotationKind.ACTOR:
                joins = tuple(self._reference(one) for one in row.get("joins", ()))
                return ActorValues(_text(row["name"]), ActorKind(row["kind"]), _maybe_text(row.get("role")), joins)
            case AnnotationKind.STATEMENT:
                medium, speaker = row.get("medium"), row.get("speaker")
                return StatementValues(
                    StatementKind(row["kind"]),
                    None if medium is None else Medium(medium),
                    None if speaker is None else _to_anchor(speaker),
                    self._maybe(row.get("actor")),
                    _to_anchors(row.get("cue", ())),
                    _to_anchors(row.get("frame", ())),
                    _to_anchors(row.get("addressee", ())),
                )
        raise ValueError(f"a {kind} decides nothing")
