"""What has changed as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsreader.library.changes.model import RowKind
from newsreader.library.changes.telling import rewording, words
from newsreader.version import __version__

if TYPE_CHECKING:
    from newsreader.analysis.result import Statement
    from newsreader.article.model import Article, Span
    from newsreader.library.changes.model import Changes, Row, StatementChange
    from newsreader.library.model import KeptVersion

SCHEMA = "newsreader-changes/1"

Json = dict[str, Any]


def to_json(changes: Changes, since: datetime | None = None) -> Json:
    """The changes in plain dictionaries, lists, strings and numbers; sentences and statements that are the same are
    only counted. Offsets are code points of the texts of the two versions, [start, end).

    Args:
        changes: the changes.
        since: when the older version was last seen, None if that is not known.
    """
    statements = (
        None if changes.statements is None else [_statement(one, changes) for one in changes.changed_statements]
    )
    return {
        "schema": SCHEMA,
        "generator": f"newsreader {__version__}",
        "old": {**_version(changes.old), "seen": since.isoformat() if since else None},
        "new": _version(changes.new),
        "facts": [{"name": one.name.value, "old": _value(one.old), "new": _value(one.new)} for one in changes.facts],
        "sections": [{"old": one.old, "new": one.new} for one in changes.sections],
        "sentences": [_row(row, changes) for row in changes.different if row.kind is not RowKind.LEFT],
        "statements": None if changes.statements is None else statements,
        "counts": {
            "sentences": {"same": sum(row.kind is RowKind.SAME for row in changes.rows), **changes.counts._asdict()},
            "statements": _counts(changes),
        },
    }


def listed_json(version: KeptVersion, changes: Changes | None) -> Json:
    """A kept version and what came with it, which is nothing for the first one."""
    return {
        "id": version.id,
        "first": version.first.isoformat(),
        "last": version.last.isoformat(),
        "sentences": None if changes is None else changes.counts._asdict(),
        "facts": [] if changes is None else [fact.name.value for fact in changes.facts],
    }


def _version(article: Article) -> Json:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": _value(article.published),
        "updated": _value(article.updated),
    }


def _value(value: str | datetime | None) -> str | None:
    return value.isoformat() if isinstance(value, datetime) else value


def _place(span: Span | None, article: Article) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _row(row: Row, changes: Changes) -> Json:
    return {
        "change": row.kind.value,
        "role": row.role.value,
        "old": _place(row.old, changes.old),
        "new": _place(row.new, changes.new),
        "words": [
            {"old": piece.old and piece.old.of(changes.old.text), "new": piece.new and piece.new.of(changes.new.text)}
            for piece in row.pieces
        ],
    }


def _statement(change: StatementChange, changes: Changes) -> Json:
    return {
        "change": list(change.what),
        "old": _said(change.old, change.old_speaker, changes.old),
        "new": _said(change.new, change.new_speaker, changes.new),
        "words": [{"old": old, "new": new} for old, new in rewording(change, changes)] if change.reworded else [],
    }


def _said(statement: Statement | None, speaker: str, article: Article) -> Json | None:
    if statement is None:
        return None
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "speaker": speaker or None,
        "text": words(statement, article),
        "spans": [{"start": span.start, "end": span.end} for span in statement.spans],
    }


def _counts(changes: Changes) -> Json | None:
    if changes.statements is None:
        return None
    names = ("added", "dropped", "reworded", "speaker", "kind", "context")
    found = {name: sum(name in change.what for change in changes.statements) for name in names}
    return {"kept": sum(change.kept for change in changes.statements), **found}
