"""Tells what a file holds, and gives the annotations in it article by article."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsreader.annotations.document import from_document
from newsreader.errors import ExportError
from newsreader.export.incoming.web import is_web_annotation, web_annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article
    from newsreader.export.incoming.web import Foreign


@dataclass(frozen=True)
class Incoming:
    """What a file holds about one article.

    Attributes:
        source: the article's source, as the file has it.
        article: the article, where the file holds its text.
        annotations: the human layer.
        foreign: web annotations of other programs, whose places are still to be found.
    """

    source: str
    article: Article | None = None
    annotations: tuple[Annotation, ...] = ()
    foreign: tuple[Foreign, ...] = ()


def parse(name: str, data: bytes) -> Iterator[Incoming]:
    """The annotations in a file, which may be `json`, `jsonl` or `w3c`; what it is, is told by its content.

    Args:
        name: the file's name, for messages.
        data: its content.

    Raises:
        ExportError: if it is none of them; what came before has been given.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExportError("export.import.no_text", path=name) from None
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _lines(name, text)
        return
    yield from _of(name, whole)


def _lines(name: str, text: str) -> Iterator[Incoming]:
    """What a file of JSON lines holds; other line breaks than the usual ones are none."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise ExportError("export.import.no_json", path=name, line=number) from None
        yield from _of(f"{name}:{number}", row)


def _of(name: str, value: Any) -> Iterator[Incoming]:
    if isinstance(value, list) and not any(is_web_annotation(row) for row in value):
        for number, row in enumerate(value, start=1):
            yield _document(f"{name}[{number}]", row)
    elif isinstance(value, dict) and "schema" in value:
        yield _document(name, value)
    elif (found := web_annotations(value)) is not None:
        yield from _by_source(found)
    else:
        raise ExportError("export.import.unknown", path=name)


def _document(name: str, row: Any) -> Incoming:
    try:
        article, _, annotations = from_document(row)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ExportError("export.import.broken", path=name, reason=error) from None
    return Incoming(article.source, article, annotations)


def _by_source(found: Iterable[Annotation | Foreign]) -> Iterator[Incoming]:
    from newsreader.annotations.model import Annotation
    from newsreader.export.incoming.web import Foreign

    by_source: dict[str, list[Annotation | Foreign]] = {}
    for one in found:
        by_source.setdefault(one.source, []).append(one)
    for source, rows in by_source.items():
        yield Incoming(
            source,
            annotations=tuple(one for one in rows if isinstance(one, Annotation)),
            foreign=tuple(one for one in rows if isinstance(one, Foreign)),
        )
