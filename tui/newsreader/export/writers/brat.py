"""The format `brat`: `.ann` and `.txt` in brat's standoff format, with relations, attributes and notes.

Offsets are code points of the text file. A span over a line break is cut there, as brat does it. The human layer's
entities and statements stand beside the machine's and carry the attribute `Human`; `Status` says what was decided.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.analysis.result import Medium, StatementKind
from newsreader.annotations.items import Status
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.export.document import Document
    from newsreader.export.layers import Layer

LABELS = ("PER", "ORG", "LOC", "MISC", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT")
PARTS = ("PERpart", "ORGpart", "LOCpart", "MISCpart")
ROLES = ("speaker", "cue", "addressee")
REMARKS = ("note", "highlight")
_LINES = re.compile(r"[^\n]*[^\n\s][^\n]*")


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the document, see `newsreader.export.formats.Writer`; the second file is the text."""
    annotations, text = files
    for document in documents:
        annotations.writelines(f"{line}\n" for line in Standoff(document).lines())
        text.write(document.text)


def companion(name: str) -> str:
    """The file `annotation.conf`, which tells brat of the kinds there are."""
    statements = [kind.value for kind in StatementKind]
    everything = "|".join(statements)
    return "\n".join(
        [
            "[entities]",
            *LABELS,
            *PARTS,
            *statements,
            *ROLES,
            *REMARKS,
            "[relations]",
            *(f"{role}_of\tArg1:{role}, Arg2:{everything}" for role in ROLES),
            f"inside\tArg1:{everything}, Arg2:{everything}",
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
            "[events]",
            "[attributes]",
            "Human\tArg:<ENTITY>",
            f"Status\tArg:<ENTITY>, Value:{'|'.join(status.value for status in Status)}",
            f"Medium\tArg:<ENTITY>, Value:{'|'.join(medium.value for medium in Medium)}",
            "",
        ]
    )


class Standoff:
    """The annotations of a document, line by line."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = dict.fromkeys("TRA#", 0)

    def lines(self) -> Iterator[str]:
        """The lines of the `.ann` file."""
        for layer in self._document.layers:
            yield from self._entities(layer)
            yield from self._statements(layer)
        for one in self._document.remarks:
            target, lines = self._bound(one.kind.value, one.spans)
            yield from lines
            if target:
                yield f"{self._id('A')}\tHuman {target}"
                yield from self._note(target, [one.note, " ".join(f"#{tag}" for tag in one.tags), one.annotator])

    def _entities(self, layer: Layer) -> Iterator[str]:
        for one in layer.entities:
            target, lines = self._bound(one.label, [one.span])
            yield from lines
            if target:
                actor = layer.actor(one.actor)
                yield from self._said(layer, one.id, target, [actor.name if actor else "", one.value or ""])

    def _statements(self, layer: Layer) -> Iterator[str]:
        targets: dict[str, str] = {}
        for one in layer.statements:
            target, lines = self._bound(one.kind.value, one.spans)
            yield from lines
            if not target:
                continue
            targets[one.id] = target
            if one.medium:
                yield f"{self._id('A')}\tMedium {target} {one.medium.value}"
            actor = layer.actor(one.actor)
            facts = [actor.name if actor else "", f"{one.confidence:.2f}" if not layer.human else ""]
            yield from self._said(layer, one.id, target, facts)
            speaker = [one.speaker] if one.speaker else []
            for role, spans in zip(ROLES, (speaker, one.cue, one.addressee), strict=True):
                part, lines = self._bound(role, spans)
                yield from lines
                if part:
                    yield f"{self._id('R')}\t{role}_of Arg1:{part} Arg2:{target}"
        for one in layer.statements:
            if one.parent in targets and one.id in targets:
                yield f"{self._id('R')}\tinside Arg1:{targets[one.id]} Arg2:{targets[one.parent]}"

    def _said(self, layer: Layer, identifier: str, target: str, facts: list[str]) -> Iterator[str]:
        """What is to be said of an item: whose it is, what was decided, and a note."""
        if layer.human:
            yield f"{self._id('A')}\tHuman {target}"
        if (status := layer.status_of(identifier)) is not Status.UNTOUCHED:
            yield f"{self._id('A')}\tStatus {target} {status.value}"
        if layer.human:
            tags = " ".join(f"#{tag}" for tag in layer.tags_of(identifier))
            facts = [*facts, layer.note_of(identifier), tags, layer.annotator_of(identifier) or ""]
        yield from self._note(target, facts)

    def _note(self, target: str, parts: list[str]) -> Iterator[str]:
        if note := " · ".join(" ".join(part.split()) for part in parts if part.strip()):
            yield f"{self._id('#')}\tAnnotatorNotes {target}\t{note}"

    def _bound(self, label: str, spans: Iterable[Span]) -> tuple[str, list[str]]:
        """A text-bound annotation over the pieces of some spans: its id and its line; none where there is no text."""
        text = self._document.text
        pieces = [piece for span in sorted(spans) for piece in _pieces(text, span)]
        if not pieces:
            return "", []
        target = self._id("T")
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = re.sub(r"\s", " ", " ".join(piece.of(text) for piece in pieces))
        return target, [f"{target}\t{re.sub(r'[^A-Za-z0-9_-]', '_', label)} {places}\t{words}"]

    def _id(self, sort: str) -> str:
        self._numbers[sort] += 1
        return f"{sort}{self._numbers[sort]}"


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A span cut at line breaks, without blank pieces."""
    for match in _LINES.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())
