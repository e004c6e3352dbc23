"""Statements of one person as rows: sorted by time, source or kind, under headings, filtered by what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from newsreader.analysis.result import StatementKind
from newsreader.ui.find import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsreader.library.model import Kept
    from newsreader.library.people.model import Said

KINDS = tuple(StatementKind)


class Sort(StrEnum):
    """What statements are sorted and grouped by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SOURCE = "source"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the statements of an article, of a source or of a kind.

    Attributes:
        key: what it is known by.
        article: the article, None for a source or a kind.
        source: the source, empty for a kind.
        kind: the kind, None for an article or a source.
        count: how many statements there are below it.
    """

    key: str
    article: Said | None = None
    source: str = ""
    kind: StatementKind | None = None
    count: int = 0


Thing: TypeAlias = "Heading | Said"


def source_of(kept: Kept) -> str:
    """Where an article comes from: its publisher, else its host or folder."""
    return kept.publisher or kept.site or kept.source


def grouped(said: Iterable[Said], sort: Sort) -> list[Thing]:
    """Statements under headings.

    Args:
        said: the statements, the oldest article first, in order of each text.
        sort: how.
    """
    statements = list(said)
    match sort:
        case Sort.OLDEST:
            return _under(statements, lambda one: str(one.article.number), _article)
        case Sort.NEWEST:
            return _under(_newest(statements), lambda one: str(one.article.number), _article)
        case Sort.SOURCE:
            by_source = sorted(_newest(statements), key=lambda one: source_of(one.article).casefold())
            return _under(by_source, lambda one: source_of(one.article), _source)
    by_kind = sorted(_newest(statements), key=lambda one: KINDS.index(one.statement.kind))
    return _under(by_kind, lambda one: one.statement.kind.value, _kind)


def _newest(statements: Sequence[Said]) -> list[Said]:
    """The newest article first, each in the order of its text."""
    articles: dict[int, list[Said]] = {}
    for one in statements:
        articles.setdefault(one.article.number, []).append(one)
    newest = sorted(articles.values(), key=lambda own: (own[0].when, own[0].article.number), reverse=True)
    return [one for own in newest for one in own]


def _under(
    statements: Sequence[Said], key: Callable[[Said], str], heading: Callable[[str, Said, int], Heading]
) -> list[Thing]:
    things: list[Thing] = []
    counts: dict[str, int] = {}
    for one in statements:
        counts[key(one)] = counts.get(key(one), 0) + 1
    last = None
    for one in statements:
        if (name := key(one)) != last:
            things.append(heading(name, one, counts[name]))
            last = name
        things.append(one)
    return things


def _article(key: str, one: Said, count: int) -> Heading:
    return Heading(key, article=one, count=count)


def _source(key: str, one: Said, count: int) -> Heading:
    return Heading(key, source=key, count=count)


def _kind(key: str, one: Said, count: int) -> Heading:
    return Heading(key, kind=one.statement.kind, count=count)


def matching(said: Iterable[Said], words: str, told: Callable[[Said], str]) -> list[Said]:
    """The statements that hold all of some words, in themselves or in what is told beside them.

    Args:
        said: the statements.
        words: the words, spelt as `find.pattern` allows.
        told: what is told beside a statement: title, source, day, kind.
    """
    wanted = [pattern(word) for word in words.split()]
    return [one for one in said if all(word.search(f"{one.statement.text}\n{told(one)}") for word in wanted)]
