"""The text of a TEI document: divisions, paragraphs, lists and tables, with statements and names inside them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from newsreader.analysis.components.extensions import paragraphs
from newsreader.analysis.result import StatementKind
from newsreader.article.model import Block, BlockKind, Span
from newsreader.export.shared.nesting import Close, Open, Stretch, by_block, nested
from newsreader.export.shared.xml_text import content, tag
from newsreader.export.writers.tei_header import Responsible, actor_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.result import Entity, Statement
    from newsreader.annotations.model import Annotation
    from newsreader.export.document import Document
    from newsreader.export.layers import Layer

STATEMENT, PART, NAME = 0, 1, 2
"""ranks: a statement holds the words that name its speaker and cue, and these hold names"""

ELEMENTS = {"PER": "persName", "ORG": "orgName", "LOC": "placeName", "DATE": "date", "TIME": "time"}
AMOUNTS = ("MONEY", "QUANTITY", "PERCENT")
HEADS = (BlockKind.TITLE, BlockKind.HEADING)
WHEN = {"date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z"), "time": re.compile(r"\d\d:\d\d:\d\d\Z")}
SURE, LIKELY = 0.8, 0.5
"""from where on a confidence is high, and medium"""


@dataclass(frozen=True)
class Element:
    """An element around a stretch of the text.

    Attributes:
        id: its id, unique in the document; that of its fragments is made of it.
        name: "said", "persName", ...
        attributes: all but the ids and the links between fragments.
    """

    id: str
    name: str
    attributes: tuple[tuple[str, str | None], ...]


class Body:
    """The text of a document.

    Args:
        document: the document.
        prefix: what its ids begin with.
    """

    def __init__(self, document: Document, prefix: str) -> None:
        self._document = document
        self._prefix = prefix
        self._by = Responsible(document, prefix)
        self._blocks = document.article.blocks or paragraphs(document.text)
        stretches = [one for layer in document.layers for one in self._of_layer(layer)]
        stretches += [one for annotation in document.remarks for one in self._highlight(annotation)]
        events = by_block([block.span for block in self._blocks], stretches)
        self._events = [list(nested(block.span, found)) for block, found in zip(self._blocks, events, strict=True)]
        self._total = Counter(event.value.id for row in self._events for event in row if isinstance(event, Open))
        self._written: Counter[str] = Counter()

    def lines(self) -> Iterator[str]:
        """The body, and behind it the notes."""
        yield "<body>\n"
        if not self._blocks:
            yield "<p/>\n"
        starts = [section.span.start for section in self._document.article.sections]
        places = [sum(start <= block.span.start for start in starts) for block in self._blocks]
        for _, numbers in groupby(range(len(self._blocks)), key=places.__getitem__):
            yield "<div>\n"
            yield from self._division(list(numbers))
            yield "</div>\n"
        yield "</body>\n"
        yield from self._notes()

    def _division(self, numbers: list[int]) -> Iterator[str]:
        """A section: its headings, and what stands under them, of which there must be something."""
        at = 0
        while at < len(numbers) and self._blocks[numbers[at]].kind in HEADS:
            yield f"<head>{self._inside(numbers[at])}</head>\n"
            at += 1
        if at == len(numbers):
            yield "<p/>\n"
        for kind, group in groupby(numbers[at:], key=lambda number: self._blocks[number].kind):
            if kind is BlockKind.LIST_ITEM:
                yield "<list>\n"
                yield from (f"<item>{self._inside(number)}</item>\n" for number in group)
                yield "</list>\n"
            elif kind is BlockKind.TABLE_ROW:
                yield "<table>\n"
                for number in group:
                    role = "label" if self._blocks[number].header else "data"
                    yield f'<row role="{role}"><cell>{self._inside(number)}</cell></row>\n'
                yield "</table>\n"
            else:
                rend = None if kind is BlockKind.PARAGRAPH else kind.value
                yield from (f"{tag('p', {'rend': rend})}{self._inside(number)}</p>\n" for number in group)

    def _inside(self, number: int) -> str:
        return "".join(self._piece(event, self._blocks[number]) for event in self._events[number])

    def _piece(self, event: Span | Open[Element] | Close[Element], block: Block) -> str:
        match event:
            case Open(value=element):
                return tag(element.name, {**self._ids(element), **dict(element.attributes)})
            case Close(value=element):
                return f"</{element.name}>"
            case Span():
                text = content(event.of(self._document.text))
                return text.replace("\n", "<lb/>\n") if block.preformatted else text
        raise TypeError(event)

    def _ids(self, element: Element) -> dict[str, str | None]:
        """The id of the next fragment of an element, and its links to the ones before and after it."""
        number = self._written[element.id] = self._written[element.id] + 1
        return {
            "xml:id": _fragment(element.id, number),
            "prev": f"#{_fragment(element.id, number - 1)}" if number > 1 else None,
            "next": f"#{_fragment(element.id, number + 1)}" if number < self._total[element.id] else None,
        }

    def _of_layer(self, layer: Layer) -> Iterator[Stretch[Element]]:
        for statement in layer.statements:
            yield from self._statement(layer, statement)
        for entity in layer.entities:
            yield Stretch(entity.span, self._entity(layer, entity), NAME)

    def _statement(self, layer: Layer, one: Statement) -> Iterator[Stretch[Element]]:
        identifier = f"{self._id(layer, one.id)}"
        actor = layer.actor(one.actor)
        who = f"#{actor_id(self._prefix, layer, actor)}" if actor else None
        said = Element(
            identifier,
            "said",
            (
                ("who", who),
                ("direct", "true" if one.kind is StatementKind.DIRECT else "false"),
                ("ana", f"#{self._prefix}kind.{one.kind.value}"),
                ("cert", _certainty(one.confidence)),
                ("resp", self._responsible(layer, one.id)),
                ("rend", None if one.medium is None else one.medium.value),
            ),
        )
        for span in one.spans:
            yield Stretch(span, said, STATEMENT)
        corresponding = ("corresp", f"#{identifier}")
        if one.speaker:
            name = Element(f"{identifier}.speaker", "rs", (("type", "speaker"), ("ref", who), corresponding))
            yield Stretch(one.speaker, name, PART)
        for sort, spans in (("cue", one.cue), ("addressee", one.addressee)):
            for number, span in enumerate(spans, start=1):
                part = Element(f"{identifier}.{sort}{number}", "seg", (("type", sort), corresponding))
                yield Stretch(span, part, PART)

    def _entity(self, layer: Layer, one: Entity) -> Element:
        actor = layer.actor(one.actor)
        name = "measure" if one.kind in AMOUNTS else ELEMENTS.get(one.kind, "name")
        plain = name in ("date", "time", "measure")
        when = one.value if one.value and name in WHEN and WHEN[name].match(one.value) else None
        return Element(
            self._id(layer, one.id),
            name,
            (
                ("type", None if name in ELEMENTS.values() and one.label == one.kind else one.label),
                ("ref", None if actor is None or plain else f"#{actor_id(self._prefix, layer, actor)}"),
                ("when", when),
                ("resp", self._responsible(layer, one.id)),
            ),
        )

    def _highlight(self, one: Annotation) -> Iterator[Stretch[Element]]:
        mark = Element(
            f"{self._prefix}n.{one.id}",
            "seg",
            (
                ("type", one.kind.value),
                ("rend", one.colour and re.sub(r"\s+", "_", one.colour)),
                ("resp", self._by.of(one.annotator)),
            ),
        )
        for span in one.spans:
            yield Stretch(span, mark, STATEMENT)

    def _notes(self) -> Iterator[str]:
        notes = [one for one in self._document.annotations if one.note or one.tags]
        if not notes:
            return
        yield '<back>\n<div type="annotations">\n'
        for one in notes:
            target = self._target(one)
            attributes = {
                "type": one.kind.value,
                "resp": self._by.of(one.annotator),
                "target": f"#{target}" if target else None,
            }
            tags = "".join(f" <term>{content(name)}</term>" for name in one.tags)
            yield f"<p>{tag('note', attributes)}{content(one.note)}{tags}</note></p>\n"
        yield "</div>\n</back>\n"

    def _target(self, one: Annotation) -> str | None:
        """The id of what a note is about, None if that is not in the text."""
        candidates = [f"{self._prefix}n.{one.id}", *self._decided.get(one.id, ())]
        return next((found for found in candidates if self._total[found]), None)

    @cached_property
    def _decided(self) -> dict[str, list[str]]:
        """The ids of what each annotation has decided about, a person's layer first."""
        found: dict[str, list[str]] = {}
        for layer in reversed(self._document.layers):
            for item, by in layer.decisions.items():
                found.setdefault(by.id, []).append(self._id(layer, item))
        return found

    def _id(self, layer: Layer, identifier: str) -> str:
        return f"{self._prefix}{'h.' if layer.human else ''}{identifier}"

    def _responsible(self, layer: Layer, identifier: str) -> str:
        return self._by.of(layer.annotator_of(identifier) if layer.human else None)


def _fragment(identifier: str, number: int) -> str:
    return identifier if number == 1 else f"{identifier}.{number}"


def _certainty(confidence: float) -> str:
    return "high" if confidence >= SURE else "medium" if confidence >= LIKELY else "low"
