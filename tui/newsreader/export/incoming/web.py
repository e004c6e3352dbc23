"""Reads web annotations (W3C Recommendation of 23 February 2017): this program's, and those of others.

Of others' annotations the text, the tags and the quoted words are taken, as programs such as Hypothesis and Recogito
write them. The machine's annotations are passed over: they come from the article itself.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from newsreader.annotations.document import from_json
from newsreader.annotations.model import Anchor, Annotation, AnnotationKind
from newsreader.article.model import Article, Span
from newsreader.article.sources import is_address
from newsreader.export.writers.w3c import JSON

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMESPACE = uuid.UUID("6f0d1c52-5b0e-4a55-9a0f-6d1c6a0f7c11")
"""ids of others' annotations are made of their IRIs within this one, so that the same always gets the same"""

VOCABULARY = "http://www.w3.org/ns/oa#"

UNKNOWN = "sha256:" + 64 * "0"
"""id of the text that others' annotations were made on, which nobody tells"""


@dataclass(frozen=True)
class Quoted:
    """A place in others' words: what is quoted, and where it stood."""

    exact: str | None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Foreign:
    """A web annotation of another program.

    Attributes:
        id: made of its IRI.
        source: the IRI of what it is about, as a source.
        quotes: the places that it is about; none for all of it.
        note, tags, annotator: as in `Annotation`.
        created, modified: as in `Annotation`, None where nobody tells.
    """

    id: str
    source: str
    quotes: tuple[Quoted, ...]
    note: str
    tags: tuple[str, ...]
    annotator: str
    created: datetime | None
    modified: datetime | None

    def on(self, article: Article) -> Annotation:
        """The annotation with anchors on an article, as far as it tells where; they are still to be placed."""
        anchors = tuple(sorted((_anchor(one, article.text) for one in self.quotes), key=lambda one: one.start))
        created = self.created or datetime.now(UTC)
        return Annotation(
            id=self.id,
            kind=AnnotationKind.NOTE if self.note or not anchors else AnnotationKind.HIGHLIGHT,
            article=UNKNOWN,
            source=article.source,
            annotator=self.annotator,
            created=created,
            modified=self.modified or created,
            anchors=anchors,
            tags=self.tags,
            note=self.note,
        )


def is_web_annotation(value: Any) -> bool:
    """Whether a JSON value is a web annotation."""
    return isinstance(value, dict) and "Annotation" in _list(value.get("type")) and "target" in value


def web_annotations(value: Any) -> list[Annotation | Foreign] | None:
    """The annotations of persons in a collection, a page, a list, or one alone; None if it is nothing of the kind."""
    rows = list(_rows(value))
    if not rows and not _is_container(value):
        return None
    found: list[Annotation | Foreign] = []
    for row in rows:
        found += _one(row)
    return found


def _is_container(value: Any) -> bool:
    kinds = _list(value.get("type")) if isinstance(value, dict) else []
    return "AnnotationCollection" in kinds or "AnnotationPage" in kinds


def _rows(value: Any) -> Iterator[dict[str, Any]]:
    if is_web_annotation(value):
        yield value
    elif isinstance(value, list):
        yield from (row for row in value if is_web_annotation(row))
    elif _is_container(value):
        first = value.get("first")
        yield from _rows(first if isinstance(first, dict) else [])
        yield from (row for row in _list(value.get("items")) if is_web_annotation(row))


def _one(row: dict[str, Any]) -> Iterator[Annotation | Foreign]:
    creator = row.get("creator")
    if isinstance(creator, dict) and "Software" in _list(creator.get("type")):
        return
    for body in _list(row.get("body")):
        if isinstance(body, dict) and body.get("format") == JSON and isinstance(body.get("value"), str):
            try:
                yield from_json(json.loads(body["value"]))
            except (ValueError, TypeError, RecursionError):
                continue
            return
    yield _foreign(row, creator)


def _foreign(row: dict[str, Any], creator: Any) -> Foreign:
    bodies = [*_list(row.get("body")), *_list(row.get("bodyValue"))]
    targets = _list(row.get("target"))
    name = creator.get("name") or creator.get("nickname") or creator.get("id") if isinstance(creator, dict) else creator
    return Foreign(
        id=_id(row),
        source=next((source for target in targets if (source := _source(target))), "-"),
        quotes=tuple(quoted for target in targets if (quoted := _quoted(target)) is not None),
        note="\n\n".join(text for body in bodies if not _is_tag(body) and (text := _text(body))),
        tags=tuple(dict.fromkeys(text for body in bodies if _is_tag(body) and (text := _text(body)))),
        annotator=name if isinstance(name, str) and name else "?",
        created=_moment(row.get("created")),
        modified=_moment(row.get("modified")),
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _id(row: dict[str, Any]) -> str:
    iri = row.get("id")
    if not isinstance(iri, str):
        iri = json.dumps(row, sort_keys=True)
    try:
        return str(uuid.UUID(iri.removeprefix("urn:uuid:")))
    except ValueError:
        return str(uuid.uuid5(NAMESPACE, iri))


def _source(target: Any) -> str | None:
    """What a target is about, as a source: an address, or a path."""
    while isinstance(target, dict):
        target = target.get("source") or target.get("id")
    if not isinstance(target, str):
        return None
    return target if is_address(target) else unquote(target)


def _quoted(target: Any) -> Quoted | None:
    if not isinstance(target, dict):
        return None
    words: dict[str, Any] = {}
    for selector in _list(target.get("selector")):
        if not isinstance(selector, dict):
            continue
        kinds = _list(selector.get("type"))
        if "TextQuoteSelector" in kinds and isinstance(selector.get("exact"), str):
            words |= {key: selector[key] for key in ("exact", "prefix", "suffix") if isinstance(selector.get(key), str)}
        elif "TextPositionSelector" in kinds and _position(selector):
            words |= {"start": selector["start"], "end": selector["end"]}
    return Quoted(words.pop("exact", None), **words) if words else None


def _position(selector: dict[str, Any]) -> bool:
    start, end = selector.get("start"), selector.get("end")
    return type(start) is int and type(end) is int and 0 <= start <= end


def _anchor(quoted: Quoted, text: str) -> Anchor:
    exact = quoted.exact
    if exact is None:
        start, end = quoted.start or 0, quoted.end or 0
        return Anchor.of(text, Span(min(start, len(text)), min(end, len(text))))
    start = quoted.start if quoted.start is not None else max(text.find(exact), 0)
    return Anchor(Span(start, start + len(exact)), exact, quoted.prefix, quoted.suffix)


def _is_tag(body: Any) -> bool:
    return isinstance(body, dict) and "tagging" in _purposes(body)


def _purposes(body: dict[str, Any]) -> list[str]:
    """What a body is for, as terms of the vocabulary, however they are written: as terms or as IRIs, compact or not."""
    written = [purpose for purpose in _list(body.get("purpose")) if isinstance(purpose, str)]
    return [purpose.removeprefix(VOCABULARY).removeprefix("oa:") for purpose in written]


def _text(body: Any) -> str:
    if isinstance(body, str):
        return "" if is_address(body) else body
    if isinstance(body, dict) and isinstance(body.get("value"), str):
        return str(body["value"])
    return ""


def _moment(value: Any) -> datetime | None:
    """A time with a zone, None if it is none; one without is in UTC, as the model asks for."""
    try:
        moment = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
