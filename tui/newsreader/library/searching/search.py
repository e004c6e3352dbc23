"""Searching the library: articles, statements and notes that fit a query, the best first, with what stands around."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from newsreader.analysis.result import StatementKind
from newsreader.article.model import Span
from newsreader.library.model import EVERYTHING, Hit, HitKind, Hits
from newsreader.library.searching import context, earlier
from newsreader.library.searching.indexing import ORDINALS
from newsreader.library.searching.matching import Found, match, ranks, seek
from newsreader.library.searching.query import understand
from newsreader.library.searching.question import Question
from newsreader.library.store import articles
from newsreader.library.store.moments import moment
from newsreader.library.store.packing import unpack_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsreader.library.model import Filters, Kept
    from newsreader.library.searching.query import Query
    from newsreader.library.searching.question import Age

MOST_RANKED = 3000
"""finds beyond which they are ordered by date alone: words that stand in so many tell nothing about how well it fits"""

MOST_RANKED_LINES = 1000
"""the same of sentences that only earlier versions have"""


def search(
    connection: sqlite3.Connection,
    text: str,
    filters: Filters,
    *,
    limit: int,
    kinds: frozenset[HitKind],
    latest: bool,
) -> Hits:
    """What fits a query, as `Library.search` gives it."""
    began = time.perf_counter()
    query = understand(text)
    if not query:
        return Hits()
    run = _Run(connection, query, filters, latest)
    hits: list[Hit] = []
    total: dict[HitKind, int] = {}
    for kind in HitKind:
        if kind in kinds:
            found = run.find(kind, limit)
            hits += found.hits
            total[kind] = found.total
    return Hits(tuple(hits), total, time.perf_counter() - began)


def fitting(connection: sqlite3.Connection, text: str, filters: Filters) -> list[int]:
    """The numbers of the articles that fit a query by their text or one of their statements, the latest first."""
    query = understand(text)
    if not query:
        return []
    run = _Run(connection, query, filters, latest=True)
    found: dict[int, Age] = {}
    for kind in (HitKind.ARTICLE, HitKind.STATEMENT):
        found |= run.match(kind).ages
    return [number for _, number in sorted(found.values(), reverse=True)]


def _version(kind: HitKind, number: int) -> int:
    """The version that a number in the index belongs to."""
    return number if kind is HitKind.ARTICLE else number >> ORDINALS


@dataclass(frozen=True, slots=True)
class _Fitting:
    """What fits: numbers in the index, and how old their versions are."""

    close: set[int]
    wide: set[int]
    ages: dict[int, Age]


@dataclass(frozen=True, slots=True)
class _Of:
    """What was found of a kind."""

    hits: list[Hit]
    total: int


class _Run:
    """One search."""

    def __init__(self, connection: sqlite3.Connection, query: Query, filters: Filters, latest: bool) -> None:
        self._connection = connection
        self._query = query
        self._filters = filters
        self._latest = latest
        self._sought = seek(connection, query)
        self._places = context.Places([self._sought[term] for term in dict.fromkeys(query.terms)])
        self._texts: dict[int, str] = {}
        self._ages: dict[int, Age] = {}
        """of the versions of the kind that is looked for, with the numbers of their articles"""
        self._question = Question(connection, filters)

    def find(self, kind: HitKind, limit: int) -> _Of:
        """The best of a kind."""
        if kind is HitKind.NOTE:
            return self._notes(limit)
        if kind is HitKind.EARLIER:
            return self._left_out(limit)
        found = self.match(kind)
        best = self._best(kind, found, limit)
        self._ages = found.ages
        kept = self._kept({self._ages[_version(kind, number)][1] for number, _ in best})
        make = self._article if kind is HitKind.ARTICLE else self._statement
        return _Of([make(number, kept, score) for number, score in best], len(found.wide))

    # Which

    def match(self, kind: HitKind) -> _Fitting:
        """All numbers of a kind that fit in the articles in question."""
        everything = self._versions if kind is HitKind.ARTICLE else self._statements
        found = match(self._connection, kind.value, self._query, self._sought, everything)
        close, wide = found.close, found.wide
        if kind is HitKind.STATEMENT and self._filters.actor is not None:
            close, wide = close & self._own, wide & self._own
        versions = wide if kind is HitKind.ARTICLE else {number >> ORDINALS for number in wide}
        ages = self._question.ages(versions)
        if len(ages) < len(versions):
            wide = {number for number in wide if _version(kind, number) in ages}
            close = close & wide
        return _Fitting(close, wide, ages)

    @cached_property
    def _own(self) -> set[int]:
        """The numbers in the index of all that the person says who is asked for."""
        rows = self._connection.execute(
            "SELECT version, ordinal FROM (SELECT version, actor, row_number() OVER (PARTITION BY version"
            " ORDER BY number) - 1 AS ordinal FROM statements"
            " WHERE version IN (SELECT version FROM people_seen WHERE person = ?))"
            " WHERE actor IN (SELECT number FROM people_seen WHERE person = ?)",
            (self._filters.actor, self._filters.actor),
        )
        return {(version << ORDINALS) + ordinal for version, ordinal in rows}

    def _versions(self) -> set[int]:
        return set(self._question.ages())

    def _statements(self) -> set[int]:
        rows = self._connection.execute("SELECT version, statements FROM word_index WHERE statements > 0")
        return {(version << ORDINALS) + ordinal for version, number in rows for ordinal in range(number)}

    def _best(self, kind: HitKind, found: _Fitting, limit: int) -> list[tuple[int, float]]:
        """The best finds with their scores: those that fit closely first, those that fit widely after them."""
        if self._latest or not self._query.groups:
            return [(number, 0.0) for number in self._newest(kind, found.wide, found.ages, limit)]
        if len(found.close) > MOST_RANKED:
            best = [(number, 1.0) for number in self._newest(kind, found.close, found.ages, limit)]
        else:
            ranked = ranks(self._connection, kind.value, self._query, self._sought)

            def rank(number: int) -> tuple[float, Age, int]:
                return ranked.get(number, 0.0), found.ages[_version(kind, number)], -number

            best = [(number, 1.0 + ranked.get(number, 0.0)) for number in nlargest(limit, found.close, key=rank)]
        if len(best) < limit:
            wider = self._newest(kind, found.wide - found.close, found.ages, limit - len(best))
            best += [(number, 0.0) for number in wider]
        return best

    def _newest(self, kind: HitKind, numbers: set[int], ages: dict[int, Age], limit: int) -> list[int]:
        """The first numbers by age, the latest first, in the order of their texts."""
        if kind is HitKind.ARTICLE:
            return nlargest(limit, numbers, key=ages.__getitem__)
        newest: list[int] = []
        # Few versions have nothing in a large part of what was found; they are passed over.
        versions = ages if len(numbers) > len(ages) else {number >> ORDINALS for number in numbers}
        for version in sorted(versions, key=ages.__getitem__, reverse=True):
            row = self._connection.execute("SELECT statements FROM word_index WHERE version = ?", (version,)).fetchone()
            first = version << ORDINALS
            newest += [number for number in range(first, first + row[0]) if number in numbers]
            if len(newest) >= limit:
                break
        return newest[:limit]

    # What is shown of them

    def _kept(self, numbers: Iterable[int]) -> dict[int, Kept]:
        filters = replace(EVERYTHING, articles=tuple(numbers))
        return {one.number: one for one in articles.all_of(self._connection, filters)}

    def _text(self, version: int) -> str:
        if version not in self._texts:
            query = "SELECT text FROM versions WHERE number = ?"
            [content] = self._connection.execute(query, (version,)).fetchone()
            self._texts[version] = unpack_text(content)
        return self._texts[version]

    def _article(self, version: int, kept: dict[int, Kept], score: float) -> Hit:
        text, article = self._text(version), kept[self._ages[version][1]]
        shown = self._places.best(text, after=len(article.title))
        # Where nothing is shown, nothing was sought but that something is not there.
        start, end = (shown[0].span.start, max(place.span.end for place in shown)) if shown else (0, 0)
        found = context.line(text[start:end])
        return Hit(
            HitKind.ARTICLE,
            article,
            version,
            Span(start, end),
            context.before(text, start),
            found,
            context.after(text, end),
            marks=self._places.marks(found),
            score=score,
        )

    def _statement(self, number: int, kept: dict[int, Kept], score: float) -> Hit:
        version = number >> ORDINALS
        row = self._connection.execute(
            "SELECT statements.id, statements.kind, statements.spans, statements.text, actors.name FROM statements"
            " LEFT JOIN actors ON actors.number = statements.actor WHERE statements.version = ?"
            " ORDER BY statements.number LIMIT 1 OFFSET ?",
            (version, number & ((1 << ORDINALS) - 1)),
        ).fetchone()
        identifier, rendered, offsets, said, actor = row
        bounds = json.loads(offsets) or [0, 0]
        text = self._text(version)
        return Hit(
            HitKind.STATEMENT,
            kept[self._ages[version][1]],
            version,
            Span(bounds[0], bounds[-1]),
            context.before(text, bounds[0]),
            said,
            context.after(text, bounds[-1]),
            marks=self._places.marks(said),
            actor=actor,
            statement=StatementKind(rendered),
            item=identifier,
            score=score,
        )

    # Earlier versions

    def _left_out(self, limit: int) -> _Of:
        """Sentences that the present versions do not have; nobody in particular says them."""
        if self._filters.actor is not None:
            return _Of([], 0)
        found = match(self._connection, earlier.KIND, self._query, self._sought, set)
        presents = earlier.presents(self._connection, found.wide) if found.wide else {}
        ages = self._question.ages(set(presents.values()))
        lines = {line for line, version in presents.items() if version in ages}
        telling = 0 < len(lines) <= MOST_RANKED_LINES and not self._latest
        ranked = ranks(self._connection, earlier.KIND, self._query, self._sought) if telling else {}

        def rank(line: int) -> tuple[bool, float, Age, int]:
            close = not self._latest and line in found.close
            return close, ranked.get(line, 0.0), ages[presents[line]], line

        best = nlargest(limit, lines, key=rank)
        kept = self._kept({ages[presents[line]][1] for line in best})
        return _Of([self._passage(line, kept[ages[presents[line]][1]], rank(line)[1]) for line in best], len(lines))

    def _passage(self, line: int, kept: Kept, score: float) -> Hit:
        version, start, end, until = self._connection.execute(
            "SELECT version, start, end, last FROM left_out JOIN versions ON versions.number = version WHERE line = ?",
            (line,),
        ).fetchone()
        text, span = self._text(version), Span(start, end)
        found = context.line(span.of(text))
        return Hit(
            HitKind.EARLIER,
            kept,
            version,
            span,
            context.before(text, start),
            found,
            context.after(text, end),
            marks=self._places.marks(found),
            until=moment(until),
            score=score,
        )

    # Notes

    def _notes(self, limit: int) -> _Of:
        found = match(self._connection, "note", self._query, self._sought, self._lines)
        if self._filters != EVERYTHING:
            ours = self._lines_in_question(found.wide)
            found = Found(found.close & ours, found.wide & ours)
        ranked = ranks(self._connection, "note", self._query, self._sought) if self._query.groups else {}
        order = {line: (line in found.close, ranked.get(line, 0.0), line) for line in found.wide}
        best = sorted(found.wide, key=lambda line: line if self._latest else order[line], reverse=True)[:limit]
        return _Of([self._note(line, ranked.get(line, 0.0)) for line in best], len(found.wide))

    def _lines(self) -> set[int]:
        return {line for (line,) in self._connection.execute("SELECT line FROM notes WHERE note != '' OR tags != ''")}

    def _lines_in_question(self, lines: set[int]) -> set[int]:
        """Those of notes that are on articles in question, by their place or their text."""
        ages = self._question.ages()
        rows = self._connection.execute(
            "SELECT notes.line, articles.version FROM notes JOIN articles ON articles.place = notes.place"
            " UNION SELECT notes.line, versions.number FROM notes JOIN versions ON versions.id = notes.text_id"
        )
        return {line for line, version in rows if line in lines and version in ages}

    def _note(self, line: int, score: float) -> Hit:
        row = self._connection.execute(
            "SELECT id, text_id, place, start, end, quoted, note, tags FROM notes WHERE line = ?", (line,)
        ).fetchone()
        identifier, text_id, place, start, end, quoted, note, tags = row
        article = articles.of_text(self._connection, text_id, place)
        version = None if article is None or article.id != text_id else article.version
        said = context.line(" ".join(filter(None, (note, " ".join(f"#{tag}" for tag in tags.split())))))
        return Hit(
            HitKind.NOTE,
            article,
            version,
            Span(start, end),
            "",
            said,
            "",
            marks=self._places.marks(said),
            quoted=context.line(quoted),
            item=identifier,
            score=score,
        )
