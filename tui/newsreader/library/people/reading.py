"""Questions about people to the library's file: who there is, what somebody said, and where he appears."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.result import ActorKind
from newsreader.library.model import EVERYTHING, Kept
from newsreader.library.people.model import Appeared, Person, Said
from newsreader.library.people.names import fold
from newsreader.library.store import articles, filtering, statements

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from newsreader.analysis.result import StatementKind
    from newsreader.library.model import Filters

AT_ONCE = 500
"""values that one query is given"""

WHO = "JOIN people_variants AS variants ON variants.number = seen.variant JOIN actors ON actors.number = seen.number"
SEEN = f"FROM articles JOIN people_seen AS seen ON seen.version = articles.version {WHO}"
"""all who appear, article by article"""
OF_PERSON = f"""
FROM people_seen AS seen CROSS JOIN versions ON versions.number = seen.version
CROSS JOIN articles ON articles.number = versions.article AND articles.version = versions.number {WHO}
"""
"""the same where it is asked for few people; CROSS JOIN has SQLite begin with them"""


class _Way(NamedTuple):
    """A way in which some articles speak of somebody."""

    name: str
    role: str
    plain: int
    kind: str
    uses: int
    last: str


def listed(
    connection: sqlite3.Connection, filters: Filters = EVERYTHING, people: Collection[int] | None = None
) -> list[Person]:
    """Those who appear in the articles that fit, the ones with the most statements first.

    Args:
        connection: the open file.
        filters: which articles.
        people: numbers of those who are wanted, None for all.
    """
    condition, values = filtering.where(connection, filters)
    if people is not None:
        condition += f" AND seen.person IN ({', '.join('?' * len(people))})"
        values = [*values, *people]
    source = SEEN if people is None else OF_PERSON
    totals = connection.execute(
        f"SELECT seen.person, count(DISTINCT articles.number), sum(seen.statements), min(dated), max(dated) {source}"
        f" WHERE {condition} GROUP BY seen.person",
        values,
    ).fetchall()
    ways: dict[int, list[_Way]] = defaultdict(list)
    for person, *way in connection.execute(
        f"SELECT seen.person, variants.name, variants.role, variants.plain, actors.kind, count(*), max(dated) {source}"
        f" WHERE {condition} GROUP BY seen.person, seen.variant, actors.kind",
        values,
    ):
        ways[person].append(_Way(*way))
    called = {number: (name, role) for number, name, role in connection.execute("SELECT * FROM people_names")}
    decided = {number for (number,) in connection.execute("SELECT DISTINCT person FROM people_moves")} | set(called)
    found = [_person(row, ways[row[0]], called.get(row[0]), decided=row[0] in decided) for row in totals]
    return sorted(found, key=lambda person: (-person.statements, -person.articles, fold(person.name), person.number))


def _person(
    row: tuple[int, int, int, str, str], ways: list[_Way], called: tuple[str, str] | None, *, decided: bool
) -> Person:
    number, count, said, first, last = row
    if len(ways) == 1 and called is None:
        [way] = ways
        begin, end, role = datetime.fromisoformat(first), datetime.fromisoformat(last), way.role or None
        roles = (role,) if role else ()
        return Person(number, way.name, ActorKind(way.kind), role, (way.name,), roles, count, said, begin, end, decided)
    return _of_many(row, ways, called, decided=decided)


def _of_many(
    row: tuple[int, int, int, str, str], ways: list[_Way], called: tuple[str, str] | None, *, decided: bool
) -> Person:
    """Somebody who is spoken of in several ways."""
    number, count, said, first, last = row
    names, kinds = defaultdict[str, int](int), defaultdict[str, int](int)
    for way in ways:
        names[way.name] += way.uses
        kinds[way.kind] += way.uses
    genitives = {way.name for way in ways if not way.plain and any(way.name[:-1] == other for other in names)}
    ranked = sorted(names, key=lambda name: (name in genitives, -names[name], -len(name), name))
    # How old somebody was stands in one article for the day and says little of him in a list.
    roles = sorted(
        (way for way in ways if way.role),
        key=lambda way: ("jährig" not in way.role, way.last, way.uses, way.role),
        reverse=True,
    )
    worded = tuple(dict.fromkeys(way.role for way in roles))
    name, role = called or ("", "")
    return Person(
        number=number,
        name=name or ranked[0],
        kind=ActorKind(max(sorted(kinds), key=lambda kind: kinds[kind])),
        role=role or (worded[0] if worded else None),
        names=tuple(name for name in ranked if name not in genitives),
        roles=worded,
        articles=count,
        statements=said,
        first=datetime.fromisoformat(first),
        last=datetime.fromisoformat(last),
        decided=decided,
    )


def matching(connection: sqlite3.Connection, words: str) -> list[int]:
    """The numbers of those whose names, or roles, hold all of some words, capitals and umlauts written either way."""
    wanted = fold(words).split()
    if not wanted:
        return []
    names: dict[int, set[str]] = defaultdict(set)
    for person, folded, role in connection.execute(
        "SELECT DISTINCT seen.person, variants.folded, variants.role FROM people_seen AS seen"
        " JOIN people_variants AS variants ON variants.number = seen.variant"
    ):
        names[person] |= {folded, role}
    for person, name, role in connection.execute("SELECT number, name, role FROM people_names"):
        if person in names:
            names[person] |= {fold(name), role}
    return sorted(
        person
        for person, told in names.items()
        if (text := " ".join(map(fold, told))) and all(word in text for word in wanted)
    )


def of_actor(connection: sqlite3.Connection, version: int, actor: str) -> int | None:
    """The number of the one who an actor of a version is, None if the version is not taken in."""
    row = connection.execute(
        "SELECT seen.person FROM people_seen AS seen JOIN actors ON actors.number = seen.number"
        " WHERE actors.version = ? AND actors.id = ?",
        (version, actor),
    ).fetchone()
    return None if row is None else int(row[0])


def said(
    connection: sqlite3.Connection,
    person: int,
    filters: Filters = EVERYTHING,
    kinds: Collection[StatementKind] | None = None,
) -> list[Said]:
    """What somebody said in the articles that fit, the oldest first, in the order of each text.

    Args:
        connection: the open file.
        person: his number.
        filters: which articles.
        kinds: which kinds of statements, None for all.
    """
    condition, values = filtering.where(connection, filters)
    if kinds is not None:
        condition += f" AND statements.kind IN ({', '.join('?' * len(kinds))})"
        values = [*values, *(kind.value for kind in kinds)]
    rows = connection.execute(
        f"SELECT articles.dated, {statements.COLUMNS} {statements.FROM}"
        " JOIN people_seen AS seen ON seen.number = statements.actor"
        f" WHERE seen.person = ? AND articles.number = versions.article AND {condition}"
        " ORDER BY articles.dated, articles.number, statements.number",
        (person, *values),
    ).fetchall()
    found = [(datetime.fromisoformat(dated), statements.kept(row)) for dated, *row in rows]
    kept = _articles(connection, {one.article for _, one in found})
    return [Said(one, kept[one.article], when) for when, one in found]


def appearances(connection: sqlite3.Connection, person: int) -> list[Appeared]:
    """Where somebody appears, the oldest article first."""
    rows = connection.execute(
        f"SELECT seen.number, articles.number, dated, variants.name, variants.role, seen.statements {OF_PERSON}"
        " WHERE seen.person = ? AND articles.deleted IS NULL ORDER BY dated, articles.number, seen.number",
        (person,),
    ).fetchall()
    kept = _articles(connection, {row[1] for row in rows})
    return [
        Appeared(number, kept[article], datetime.fromisoformat(dated), name, role or None, count)
        for number, article, dated, name, role, count in rows
    ]


def _articles(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Kept]:
    """Articles by their numbers."""
    wanted = sorted(numbers)
    kept: dict[int, Kept] = {}
    for at in range(0, len(wanted), AT_ONCE):
        some: Sequence[int] = wanted[at : at + AT_ONCE]
        query = f"SELECT {articles.COLUMNS} FROM articles WHERE number IN ({', '.join('?' * len(some))})"
        kept.update((one.number, one) for one in map(articles.kept, connection.execute(query, some)))
    return kept
