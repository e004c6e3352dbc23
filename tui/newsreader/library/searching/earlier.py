"""Finding what earlier versions had: the index of sentences that the present version of an article does not have.

Only these are indexed, not the earlier versions whole: all else is found in the present one, and a passage that was
deleted or reworded stays small beside it. What writes here runs inside a transaction of the caller's.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from newsreader.article.model import Span
from newsreader.library.changes.units import units
from newsreader.library.searching import indexing
from newsreader.library.searching.folding import words
from newsreader.library.store.packing import unpack_article, unpack_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsreader.article.model import Article

KIND = "earlier"
"""how the tables of this index are called"""

DIGEST = 8
"""bytes by which sentences are told apart"""

LACKING = """
SELECT versions.number FROM versions JOIN articles ON articles.number = versions.article
WHERE articles.version IS NOT NULL AND versions.number != articles.version
AND versions.number NOT IN (SELECT version FROM left_out_of)
"""
"""earlier versions that are not taken in"""


def missing(connection: sqlite3.Connection) -> list[int]:
    """The present versions of articles of which an earlier one is not taken in."""
    query = f"SELECT DISTINCT articles.version FROM articles JOIN versions ON versions.article = articles.number" \
            f" WHERE versions.number IN ({LACKING})"  # fmt: skip
    return [version for (version,) in connection.execute(query)]


def renew(connection: sqlite3.Connection, present: int) -> None:
    """Bring the index up to date after a version of an article has become the present one.

    A sentence that several earlier versions have is found in the latest of them.
    """
    forget(connection, present)
    lacking = f"{LACKING} AND articles.version = ? ORDER BY versions.last DESC, versions.number DESC"
    new = [version for (version,) in connection.execute(lacking, (present,)).fetchall()]
    there = connection.execute(
        "SELECT line, left_out.version, start, end, digest FROM left_out JOIN versions"
        " ON versions.number = left_out.version WHERE versions.article ="
        " (SELECT article FROM versions WHERE number = ?)",
        (present,),
    ).fetchall()
    if not new and not there:
        return
    known = set(_sentences(_article(connection, present)))
    texts: dict[int, str] = {}
    for line, version, start, end, digest in there:
        if digest in known:
            if version not in texts:
                texts[version] = _text(connection, version)
            _drop(connection, line, Span(start, end).of(texts[version]))
    known |= {row[4] for row in there}
    for version in new:
        article = _article(connection, version)
        for digest, span in _sentences(article).items():
            if digest not in known:
                _put(connection, version, span, digest, span.of(article.text))
                known.add(digest)
        connection.execute("INSERT INTO left_out_of VALUES (?)", (version,))


def forget(connection: sqlite3.Connection, version: int) -> None:
    """Take a version out of the index: it is the present one again, or will be deleted."""
    rows = connection.execute("SELECT line, start, end FROM left_out WHERE version = ?", (version,)).fetchall()
    if rows:
        text = _text(connection, version)
        for line, start, end in rows:
            _drop(connection, line, Span(start, end).of(text))
    connection.execute("DELETE FROM left_out_of WHERE version = ?", (version,))


def _sentences(article: Article) -> dict[bytes, Span]:
    """Where the sentences of an article stand, by their digests; of those that are the same, the first."""
    found: dict[bytes, Span] = {}
    for unit in units(article):
        found.setdefault(blake2b(unit.text.encode("utf-8", "replace"), digest_size=DIGEST).digest(), unit.span)
    return found


def _put(connection: sqlite3.Connection, version: int, span: Span, digest: bytes, text: str) -> None:
    folded = words(text)
    if not folded:
        return
    [line] = connection.execute(
        "INSERT INTO left_out (version, start, end, digest) VALUES (?, ?, ?, ?) RETURNING line",
        (version, span.start, span.end, digest),
    ).fetchone()
    indexing.put(connection, KIND, line, {"text": " ".join(folded)}, folded, "")


def _drop(connection: sqlite3.Connection, line: int, text: str) -> None:
    folded = words(text)
    indexing.put(connection, KIND, line, {"text": " ".join(folded)}, folded, "delete")
    connection.execute("DELETE FROM left_out WHERE line = ?", (line,))


def _article(connection: sqlite3.Connection, version: int) -> Article:
    row = connection.execute("SELECT text, layout FROM versions WHERE number = ?", (version,)).fetchone()
    return unpack_article(*row)


def _text(connection: sqlite3.Connection, version: int) -> str:
    [content] = connection.execute("SELECT text FROM versions WHERE number = ?", (version,)).fetchone()
    return unpack_text(content)


def presents(connection: sqlite3.Connection, lines: Iterable[int]) -> dict[int, int]:
    """The present versions of the articles that sentences were left out of, by the lines of the index."""
    wanted = set(lines)
    few = sorted(wanted) if len(wanted) <= indexing.AT_ONCE else []
    condition = f" WHERE line IN ({', '.join('?' * len(few))})" if few else ""
    rows = connection.execute(
        "SELECT line, articles.version FROM left_out JOIN versions ON versions.number = left_out.version"
        f" JOIN articles ON articles.number = versions.article{condition}",
        few,
    )
    return {line: version for line, version in rows if line in wanted}
