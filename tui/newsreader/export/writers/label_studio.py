"""The format `label-studio`: tasks with the machine's layer as predictions and the human one as annotations.

Beside the tasks lies the labelling configuration that they fit. Label Studio's text regions count offsets in code
points, as its own tests of emoji do, although it is a JavaScript tool.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from newsreader.analysis.result import Medium, StatementKind
from newsreader.annotations.items import Status
from newsreader.export.shared.json_text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.article.model import Span
    from newsreader.export.document import Document
    from newsreader.export.layers import Layer

CONFIGURATION = "label-studio-config.xml"
NAMES, STATEMENTS, PARTS, REMARKS = "names", "statements", "parts", "remarks"
"""the controls for spans"""

COLOURS = {
    "PER": "#d9480f",
    "ORG": "#1971c2",
    "LOC": "#2f9e44",
    "MISC": "#e67700",
    "direct": "#c2255c",
    "indirect": "#0c8599",
    "reported": "#5c940d",
    "free_indirect": "#6741d9",
    "indirect_free_indirect": "#9c36b5",
}
LABELS = {
    NAMES: (
        *("PER", "ORG", "LOC", "MISC", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT"),
        *("PERpart", "ORGpart", "LOCpart", "MISCpart"),
    ),
    STATEMENTS: tuple(kind.value for kind in StatementKind),
    PARTS: ("speaker", "cue", "addressee"),
    REMARKS: ("note", "highlight"),
}
RELATIONS = ("speaker", "cue", "addressee", "continued", "inside")

Json = dict[str, Any]


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`: an array of tasks."""
    [file] = files
    file.write("[")
    for number, document in enumerate(documents):
        file.write(",\n" if number else "\n")
        file.write(dumps(task(document)))
    file.write("\n]\n")


def companion(name: str) -> str:
    """The labelling configuration."""
    lines = ["<View>", '  <Header value="$title"/>', '  <View style="display: flex; flex-wrap: wrap; gap: 1em">']
    for control, labels in LABELS.items():
        lines.append(f'    <Labels name="{control}" toName="text">')
        for label in labels:
            colour = f' background="{COLOURS[label]}"' if label in COLOURS else ""
            lines.append(f"      <Label value={quoteattr(label)}{colour}/>")
        lines.append("    </Labels>")
    lines += ["  </View>", "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(relation)}/>" for relation in RELATIONS]
    lines += ["  </Relations>", '  <Text name="text" value="$text" granularity="word"/>']
    for control, values in (("medium", list(Medium)), ("status", list(Status))):
        lines.append(f'  <Choices name="{control}" toName="text" perRegion="true" choice="single">')
        lines += [f'    <Choice value="{value.value}"/>' for value in values]
        lines.append("  </Choices>")
    for control in ("actor", "comment", "tags"):
        lines.append(f'  <TextArea name="{control}" toName="text" perRegion="true" placeholder="{control}"/>')
    return "\n".join([*lines, "</View>", ""])


def task(document: Document) -> Json:
    """The task of a document."""
    article = document.article
    pipeline = document.analysis.pipeline
    row: Json = {
        "data": {
            "text": article.text,
            "title": article.title,
            "source": article.source,
            "published": article.published.isoformat() if article.published else None,
            "article": article.id,
        },
        "predictions": [],
        "annotations": [],
    }
    for layer in document.layers:
        result = list(_Regions(document, layer).rows())
        if layer.human:
            row["annotations"].append({"result": result, "was_cancelled": False, "ground_truth": False})
        else:
            row["predictions"].append({"model_version": f"{pipeline.name} {pipeline.version}", "result": result})
    return row


class _Regions:
    """The regions of a layer and what hangs on them."""

    def __init__(self, document: Document, layer: Layer) -> None:
        self._document = document
        self._layer = layer

    def rows(self) -> Iterator[Json]:
        """All rows of a result."""
        layer = self._layer
        for entity in layer.entities:
            value = self._value(entity.span)
            yield self._region(entity.id, NAMES, entity.label, value)
            yield from self._about(entity.id, entity.id, value, entity.actor)
        for statement in layer.statements:
            pieces = [self._piece(statement.id, number) for number in range(len(statement.spans))]
            for identifier, span in zip(pieces, statement.spans, strict=True):
                yield self._region(
                    identifier, STATEMENTS, statement.kind.value, self._value(span), statement.confidence
                )
            value = self._value(statement.spans[0])
            if statement.medium:
                yield self._extra(pieces[0], "medium", "choices", value, [statement.medium.value])
            yield from self._about(statement.id, pieces[0], value, statement.actor)
            for before, after in pairwise(pieces):
                yield _relation(self._key(before), self._key(after), "continued")
            parts = [("speaker", statement.speaker)] if statement.speaker else []
            parts += [("cue", span) for span in statement.cue]
            parts += [("addressee", span) for span in statement.addressee]
            for number, (sort, span) in enumerate(parts):
                identifier = f"{statement.id}:{sort}{number}"
                yield self._region(identifier, PARTS, sort, self._value(span))
                yield _relation(self._key(pieces[0]), self._key(identifier), sort)
        known = {one.id for one in layer.statements}
        for statement in layer.statements:
            if statement.parent in known:
                yield _relation(self._key(statement.id), self._key(str(statement.parent)), "inside")
        if layer.human:
            yield from self._remarks()

    def _remarks(self) -> Iterator[Json]:
        for one in self._document.remarks:
            for number, span in enumerate(one.spans):
                identifier, value = self._piece(one.id, number), self._value(span)
                yield self._region(identifier, REMARKS, one.kind.value, value)
                if number == 0:
                    yield from self._texts(identifier, value, {"comment": [one.note], "tags": list(one.tags)})

    def _about(self, item: str, region: str, value: Json, actor: str | None) -> Iterator[Json]:
        layer = self._layer
        if layer.human:
            yield self._extra(region, "status", "choices", value, [layer.status_of(item).value])
        who = layer.actor(actor)
        texts = {"actor": [who.name if who else ""]}
        if layer.human:
            texts |= {"comment": [layer.note_of(item)], "tags": list(layer.tags_of(item))}
        yield from self._texts(region, value, texts)

    def _texts(self, region: str, value: Json, texts: dict[str, list[str]]) -> Iterator[Json]:
        for control, lines in texts.items():
            if filled := [line for line in lines if line]:
                yield self._extra(region, control, "textarea", value, filled, key="text")

    def _region(self, identifier: str, control: str, label: str, value: Json, score: float | None = None) -> Json:
        row = {
            "id": self._key(identifier),
            "from_name": control,
            "to_name": "text",
            "type": "labels",
            "value": {**value, "labels": [label]},
        }
        return row if score is None or self._layer.human else {**row, "score": score}

    def _extra(
        self, identifier: str, control: str, sort: str, value: Json, values: list[str], key: str = "choices"
    ) -> Json:
        places = {"start": value["start"], "end": value["end"]}
        return {
            "id": self._key(identifier),
            "from_name": control,
            "to_name": "text",
            "type": sort,
            "value": {**places, key: values},
        }

    def _value(self, span: Span) -> Json:
        return {"start": span.start, "end": span.end, "text": span.of(self._document.text)}

    @staticmethod
    def _piece(identifier: str, number: int) -> str:
        return identifier if number == 0 else f"{identifier}:{number}"

    def _key(self, identifier: str) -> str:
        """A region's id, ten characters as Label Studio's own, the same each time."""
        name = f"{self._document.article.id} {self._layer.name.value} {identifier}"
        return hashlib.sha256(name.encode()).hexdigest()[:10]


def _relation(one: str, other: str, label: str) -> Json:
    return {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}
