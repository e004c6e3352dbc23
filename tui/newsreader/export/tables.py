"""The format `csv`: a table with one statement a row, and a table with one entity a row.

Cells that a spreadsheet would take for a formula get an apostrophe in front (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from newsreader.export.document import Document

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

STATEMENT_COLUMNS = (
    "source",
    "title",
    "published",
    "section",
    "statement",
    "kind",
    "medium",
    "text",
    "actor",
    "actor_name",
    "actor_kind",
    "actor_role",
    "speaker",
    "cue",
    "addressee",
    "parent",
    "start",
    "end",
    "confidence",
    "rule",
    "article",
)

ENTITY_COLUMNS = ("source", "entity", "text", "label", "value", "start", "end", "actor", "actor_name", "article")


def write(documents: Iterable[Document], files: Sequence[TextIO], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`; the second file gets the entities."""
    statements, entities = (csv.writer(file, lineterminator="\r\n") for file in files)
    statements.writerow(STATEMENT_COLUMNS)
    entities.writerow(ENTITY_COLUMNS)
    for document in documents:
        data = document.as_json()
        actors = {actor["id"]: actor for actor in data["actors"]}
        statements.writerows(_cells(row, STATEMENT_COLUMNS) for row in _statement_rows(data, actors))
        entities.writerows(_cells(row, ENTITY_COLUMNS) for row in _entity_rows(data, actors))


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers and a lone "-" stay, None is an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell != "-" and cell.startswith(FORMULA_STARTS):
        return "'" + cell
    return cell


def _cells(row: dict[str, Any], columns: tuple[str, ...]) -> list[object]:
    return [harmless(row[column]) for column in columns]


def _statement_rows(data: dict[str, Any], actors: dict[str, Any]) -> Iterator[dict[str, Any]]:
    article = data["article"]
    headings = {section["id"]: section["heading"] for section in article["sections"]}
    for statement in data["statements"]:
        actor = actors.get(statement["actor"], {})
        yield {
            "source": article["source"],
            "title": article["title"],
            "published": article["published"],
            "section": headings.get(statement["section"]),
            "statement": statement["id"],
            "kind": statement["kind"],
            "medium": statement["medium"],
            "text": statement["text"],
            "actor": statement["actor"],
            "actor_name": actor.get("name"),
            "actor_kind": actor.get("kind"),
            "actor_role": actor.get("role"),
            "speaker": statement["speaker"] and statement["speaker"]["text"],
            "cue": _text(statement["cue"], article["text"]),
            "addressee": _text(statement["addressee"], article["text"]),
            "parent": statement["parent"],
            "start": min(span["start"] for span in statement["spans"]),
            "end": max(span["end"] for span in statement["spans"]),
            "confidence": statement["confidence"],
            "rule": statement["rule"],
            "article": article["id"],
        }


def _entity_rows(data: dict[str, Any], actors: dict[str, Any]) -> Iterator[dict[str, Any]]:
    article = data["article"]
    for entity in data["entities"]:
        yield {
            "source": article["source"],
            "entity": entity["id"],
            "text": entity["text"],
            "label": entity["label"],
            "value": entity["value"],
            "start": entity["start"],
            "end": entity["end"],
            "actor": entity["actor"],
            "actor_name": actors.get(entity["actor"], {}).get("name"),
            "article": article["id"],
        }


def _text(spans: list[dict[str, int]], text: str) -> str:
    return " … ".join(text[span["start"] : span["end"]] for span in spans)
