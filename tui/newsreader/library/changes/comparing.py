"""Compares two versions of an article: its sentences, what is told about it, its sections and its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article.model import Span
from newsreader.library.changes.aligning import Stretch, align
from newsreader.library.changes.model import Changes, Fact, FactName, Role, Row, RowKind, SectionChange
from newsreader.library.changes.stating import compare_statements
from newsreader.library.changes.units import units
from newsreader.library.changes.wording import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.library.changes.aligning import Alignment
    from newsreader.library.changes.units import Unit


def compare(old: Article, new: Article, before: Analysis | None = None, after: Analysis | None = None) -> Changes:
    """What is different between two versions of an article.

    Args:
        old, new: the older and the newer version.
        before, after: their analyses, by the same pipeline; without both nothing is said about statements.
    """
    one, other = units(old), units(new)
    rows = tuple(_rows(old.text, new.text, one, other, align(one, other)))
    statements = None
    if before is not None and after is not None:
        statements = compare_statements(old, new, before, after, rows)
    return Changes(old, new, rows, tuple(_facts(old, new)), tuple(_sections(old, new, rows)), statements)


def _rows(old: str, new: str, one: Sequence[Unit], other: Sequence[Unit], found: Alignment) -> Iterator[Row]:
    """All sentences, in the order of the newer text; what is in the older one alone stands where it was."""
    left = {pair.old for pair in found.moved}
    moved = {pair.new: pair.old for pair in found.moved}
    both = [*found.changed, *(Stretch(*pair, pair.old + 1, pair.new + 1) for pair in found.same)]
    same = set(found.same)
    at = to = 0
    for i, j, i_end, j_end in [*sorted(both), Stretch(len(one), len(other), 0, 0)]:
        for index in range(at, i):
            unit = one[index]
            yield Row(RowKind.LEFT if index in left else RowKind.DROPPED, unit.role, unit.span, None, unit.opens)
        for index in range(to, j):
            unit = other[index]
            if index in moved:
                yield _both(RowKind.MOVED, old, new, one[moved[index]], unit)
            else:
                yield Row(RowKind.ADDED, unit.role, None, unit.span, unit.opens)
        if i < len(one):
            kind = RowKind.SAME if (i, j) in same else RowKind.CHANGED
            yield _both(kind, old, new, _joined(one[i:i_end]), _joined(other[j:j_end]))
        at, to = i_end, j_end


def _joined(some: Sequence[Unit]) -> Unit:
    """Sentences that follow each other as one."""
    if len(some) == 1:
        return some[0]
    span = Span(some[0].span.start, some[-1].span.end)
    return some[0]._replace(span=span, text=" ".join(unit.text for unit in some))


def _both(kind: RowKind, old: str, new: str, one: Unit, other: Unit) -> Row:
    words = () if one.text == other.text else pieces(old, new, one.span, other.span)
    return Row(kind, other.role, one.span, other.span, other.opens, words)


def _facts(old: Article, new: Article) -> Iterator[Fact]:
    before, after = _told(old), _told(new)
    for name in FactName:
        if before[name] != after[name]:
            yield Fact(name, before[name], after[name])


def _told(article: Article) -> dict[FactName, str | datetime | None]:
    """What is told about an article beside its text; a title that is only the name of its source is none."""
    return {
        FactName.TITLE: article.title if article.title_span is not None else None,
        FactName.PUBLISHED: article.published,
        FactName.UPDATED: article.updated,
        FactName.AUTHOR: ", ".join(article.authors) or article.author,
        FactName.PUBLISHER: article.publisher,
    }


def _sections(old: Article, new: Article, rows: Sequence[Row]) -> Iterator[SectionChange]:
    """The sections whose heading was added, dropped or worded otherwise, in the order of the rows."""
    before = {section.heading.start: old.heading(section) for section in old.sections if section.heading}
    after = {section.heading.start: new.heading(section) for section in new.sections if section.heading}
    for row in rows:
        if row.role is not Role.HEADING or row.kind in (RowKind.SAME, RowKind.LEFT):
            continue
        was = before.get(row.old.start) if row.old else None
        now = after.get(row.new.start) if row.new else None
        if was != now:
            yield SectionChange(was, now)
