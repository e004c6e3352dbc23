"""Statements and actors of kept articles. What writes here runs inside a transaction of the caller's."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import ActorKind, Medium, StatementKind
from newsreader.article.model import Span
from newsreader.library.model import KeptActor, KeptStatement
from newsreader.library.people import writing as people
from newsreader.library.searching import indexing
from newsreader.library.store import filtering
from newsreader.library.store.packing import pack_analysis, plain, unpack_analysis

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from newsreader.analysis.result import Actor, Analysis
    from newsreader.library.model import Filters

COLUMNS = """
statements.number, versions.article, statements.version, statements.id, statements.kind, statements.medium,
statements.spans, statements.text, statements.confidence,
actors.number, actors.id, actors.name, actors.kind, actors.role, actors.mentions
"""
"""what `kept` makes a statement of"""

FROM = """
FROM statements JOIN versions ON versions.number = statements.version
JOIN articles ON articles.version = versions.number LEFT JOIN actors ON actors.number = statements.actor
"""
"""where they stand: statements of the present versions"""


def kept(row: Sequence[Any]) -> KeptStatement:
    """The statement of a row of `COLUMNS`."""
    number, article, version, identifier, kind, medium, spans, text, confidence, actor, *who = row
    return KeptStatement(
        number=number,
        article=article,
        version=version,
        id=identifier,
        kind=StatementKind(kind),
        medium=None if medium is None else Medium(medium),
        spans=_spans(spans),
        text=text,
        actor=None if actor is None else _actor(actor, article, who),
        confidence=confidence,
    )


def _actor(number: int, article: int, row: Sequence[Any]) -> KeptActor:
    identifier, name, kind, role, mentions = row
    return KeptActor(number, article, identifier, name, ActorKind(kind), role, mentions)


def _spans(text: str) -> tuple[Span, ...]:
    offsets = iter(json.loads(text))
    return tuple(Span(start, end) for start, end in zip(offsets, offsets, strict=True))


def put(connection: sqlite3.Connection, version: int, text: str, analysis: Analysis) -> bool:
    """Keep the analysis of a version; it replaces the one that is there.

    Returns:
        False if it is the one that is there, so that nothing was written.
    """
    packed = pack_analysis(analysis, text)
    info = analysis.pipeline
    there = connection.execute(
        "SELECT pipeline, pipeline_version, analysis FROM versions WHERE number = ?", (version,)
    ).fetchone()
    if there == (info.name, info.version, packed):
        return False
    connection.execute(
        "UPDATE versions SET pipeline = ?, pipeline_version = ?, analysis = ?, reviewed = NULL WHERE number = ?",
        (info.name, info.version, packed, version),
    )
    _put_rows(connection, version, text, analysis)
    return True


def put_review(connection: sqlite3.Connection, version: int, text: str, reviewed: Analysis) -> bool:
    """Let what a person has decided hold for the statements and actors of a version that is analysed.

    Args:
        connection: the open file.
        version: number of the version.
        text: its text.
        reviewed: its analysis with the human layer over it.

    Returns:
        False if it is what holds already, or the version is analysed by something else.
    """
    there = connection.execute(
        "SELECT pipeline, pipeline_version, coalesce(reviewed, analysis) FROM versions WHERE number = ?",
        (version,),
    ).fetchone()
    packed, info = pack_analysis(reviewed, text), reviewed.pipeline
    if there is None or there[:2] != (info.name, info.version):
        return False
    connection.execute("UPDATE versions SET reviewed = ? WHERE number = ?", (packed, version))
    if there[2] == packed:
        return False
    _put_rows(connection, version, text, reviewed)
    return True


def _put_rows(connection: sqlite3.Connection, version: int, text: str, analysis: Analysis) -> None:
    """Put statements and actors in the place of those that are there."""
    index = people.replace(connection, version)
    indexing.forget_statements(connection, version)
    connection.execute("DELETE FROM statements WHERE version = ?", (version,))
    connection.execute("DELETE FROM actors WHERE version = ?", (version,))
    numbers = {actor.id: _put_actor(connection, version, actor) for actor in analysis.actors}
    connection.executemany(
        "INSERT INTO statements (version, id, kind, medium, spans, text, actor, confidence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                version,
                plain(one.id),
                one.kind.value,
                None if one.medium is None else one.medium.value,
                json.dumps(list(chain.from_iterable(one.spans))),
                plain(" ".join(" ".join(span.of(text) for span in one.spans).split())),
                None if one.actor is None else numbers.get(one.actor),
                one.confidence,
            )
            for one in analysis.statements
        ],
    )
    people.retake(connection, index, version, text, analysis)
    indexing.add_statements(connection, version)


def _put_actor(connection: sqlite3.Connection, version: int, actor: Actor) -> int:
    [number] = connection.execute(
        "INSERT INTO actors (version, id, name, kind, role, mentions) VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
        (
            version,
            plain(actor.id),
            plain(actor.name),
            actor.kind.value,
            None if actor.role is None else plain(actor.role),
            len(actor.mentions),
        ),
    ).fetchone()
    return int(number)


def analysis(connection: sqlite3.Connection, version: int, *, reviewed: bool = False) -> Analysis | None:
    """The analysis of a version, None if it has none.

    Args:
        connection: the open file.
        version: number of the version.
        reviewed: whether with what a person has decided over it.
    """
    column = "coalesce(reviewed, analysis)" if reviewed else "analysis"
    query = f"SELECT pipeline, pipeline_version, {column} FROM versions WHERE number = ?"
    row = connection.execute(query, (version,)).fetchone()
    if row is None or row[0] is None:
        return None
    return unpack_analysis(row[2], PipelineInfo(row[0], row[1]))


def of_same_text(connection: sqlite3.Connection, version: int) -> Analysis | None:
    """The analysis of another version of the same text, for one that is not analysed; None if there is none."""
    row = connection.execute(
        "SELECT other.number FROM versions JOIN versions AS other USING (article, id) WHERE versions.number = ?"
        " AND versions.pipeline IS NULL AND other.pipeline IS NOT NULL ORDER BY other.last DESC LIMIT 1",
        (version,),
    ).fetchone()
    return None if row is None else analysis(connection, row[0])


def listed(
    connection: sqlite3.Connection, filters: Filters, *, after: tuple[str, int, int], limit: int
) -> list[tuple[KeptStatement, tuple[str, int, int]]]:
    """Statements in the articles that fit, the oldest article first, in the order of the text.

    Args:
        connection: the open file.
        filters: which articles; with an actor, only what that one says.
        after: what the last one was told with; ("", 0, 0) for the first.
        limit: how many at most.

    Returns:
        Each with what tells where it stands in this order.
    """
    condition, values = filtering.where(connection, filters)
    if filters.actor is not None:
        condition += " AND statements.actor IN (SELECT number FROM people_seen WHERE person = ?)"
        values = [*values, filters.actor]
    rows = connection.execute(
        f"SELECT articles.dated, articles.number, statements.number, {COLUMNS} {FROM} WHERE {condition}"
        " AND (articles.dated, articles.number, statements.number) > (?, ?, ?)"
        " ORDER BY articles.dated, articles.number, statements.number LIMIT ?",
        (*values, *after, limit),
    ).fetchall()
    return [(kept(row[3:]), (row[0], row[1], row[2])) for row in rows]
