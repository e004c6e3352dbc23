"""Keeps the people of the library in step with its articles. Everything runs inside a transaction of the caller's.

Who is who under one key depends on nothing but what was seen under it, so that an article that comes or goes touches
only the keys of its own actors, and the order in which articles come does not matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.people.appearing import Appearance, Class, appearances
from newsreader.library.people.bodies import resolve
from newsreader.library.people.joining import Joined, Variant, join
from newsreader.library.people.names import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from newsreader.analysis.result import Analysis

Key = tuple[str, str]
"""class and key"""


class _Row(NamedTuple):
    number: int
    form: str
    role: str
    uses: int
    plain: int
    bearer: int | None


class Index:
    """The people while articles come and go. Call `settle` at the end.

    Args:
        connection: the library's open file, in a transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._touched: set[Key] = set()
        self._counted: set[Key] = set()
        """keys under which something was seen once more that is known"""
        self._fresh: dict[int, list[int]] = defaultdict(list)
        """what was seen anew, by variant"""
        self._left: set[int] = set()
        """people of whom something was taken away"""
        self._gone: set[int] = set()
        """variants of which something was taken away"""

    @property
    def touched(self) -> frozenset[Key]:
        """The keys under which something has come or gone."""
        return frozenset(self._touched | self._counted)

    def forget(self, version: int) -> None:
        """Take out a version; call it before its actors are deleted."""
        connection = self._connection
        rows = connection.execute(
            "SELECT variants.number, seen.plain, variants.class, variants.key, seen.bearer FROM people_seen AS seen"
            " JOIN people_variants AS variants ON variants.number = seen.variant WHERE seen.version = ?",
            (version,),
        ).fetchall()
        shorts = connection.execute(
            "SELECT DISTINCT short FROM people_aliases WHERE version = ?", (version,)
        ).fetchall()
        connection.execute("DELETE FROM people_seen WHERE version = ?", (version,))
        connection.execute("DELETE FROM people_aliases WHERE version = ?", (version,))
        connection.execute("DELETE FROM people_versions WHERE number = ?", (version,))
        connection.executemany(
            "UPDATE people_variants SET uses = uses - 1, plain = plain - ? WHERE number = ?",
            [(plain, variant) for variant, plain, *_ in rows],
        )
        self._touched.update((group, key) for _, _, group, key, _ in rows)
        self._left.update(bearer for *_, bearer in rows)
        self._gone.update(variant for variant, *_ in rows)
        self._resolve(short for (short,) in shorts)

    def take(self, version: int, text: str, analysis: Analysis) -> None:
        """Take in a version, whose actors are there already.

        Args:
            version: its number.
            text: its text.
            analysis: what holds of its analysis.
        """
        connection = self._connection
        connection.execute("INSERT INTO people_versions VALUES (?)", (version,))
        actors = dict(connection.execute("SELECT id, number FROM actors WHERE version = ?", (version,)).fetchall())
        seen = [one for one in appearances(text, analysis) if one.actor in actors]
        aliases = [(version, short, one.key) for one in seen for short in sorted(one.short)]
        connection.executemany("INSERT INTO people_aliases (version, short, long) VALUES (?, ?, ?)", aliases)
        self._resolve({short for _, short, _ in aliases})
        for one in seen:
            self._see(version, actors[one.actor], one)

    def _see(self, version: int, actor: int, one: Appearance) -> None:
        connection = self._connection
        key = self._key_of(one.group, one.key)
        variant, bearer, uses, plain = connection.execute(
            "INSERT INTO people_variants (class, own, key, form, name, role, folded, uses, plain)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (class, own, name, role)"
            " DO UPDATE SET uses = uses + 1, plain = plain + excluded.plain"
            " RETURNING number, bearer, uses, plain",
            (
                one.group.value,
                one.key,
                key,
                " ".join(one.form),
                one.name,
                one.role or "",
                fold(one.name),
                int(not one.genitive),
            ),
        ).fetchone()
        known = bearer is not None and uses > 1 and (plain > 1 or one.genitive)
        bearer = bearer or self._new(one.group.value)
        connection.execute(
            "INSERT INTO people_seen (number, version, variant, bearer, person, statements, plain)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (actor, version, variant, bearer, bearer, one.statements, int(not one.genitive)),
        )
        (self._counted if known else self._touched).add((one.group.value, key))
        self._fresh[variant].append(actor)
        self._left.add(bearer)

    def _key_of(self, group: Class, own: str) -> str:
        return resolve(own, self._told(own)) if group is Class.BODY and own else own

    def _told(self, short: str) -> dict[str, int]:
        """What articles say that an abbreviation stands for."""
        query = "SELECT long, count(DISTINCT version) FROM people_aliases WHERE short = ? GROUP BY long"
        return dict(self._connection.execute(query, (short,)).fetchall())

    def _resolve(self, shorts: Iterable[str]) -> None:
        """Put abbreviations under the key of what they stand for now."""
        for short in sorted(shorts):
            key = self._key_of(Class.BODY, short)
            here = (Class.BODY.value, short, key)
            query = "SELECT DISTINCT key FROM people_variants WHERE class = ? AND own = ? AND key != ?"
            before = [old for (old,) in self._connection.execute(query, here).fetchall()]
            if before:
                self._connection.execute(
                    "UPDATE people_variants SET key = ? WHERE class = ? AND own = ?", (key, *here[:2])
                )
                # Those whose name they bore till now keep their number.
                self._connection.execute(
                    "UPDATE people_variants SET bearer = NULL WHERE class = ? AND own = ? AND EXISTS (SELECT 1 FROM"
                    " people_variants AS others WHERE others.bearer = people_variants.bearer AND others.key != ?)",
                    here,
                )
                self._touched.update((Class.BODY.value, one) for one in (*before, key))

    def _new(self, group: str) -> int:
        [number] = self._connection.execute(
            "INSERT INTO people (class) VALUES (?) RETURNING number", (group,)
        ).fetchone()
        return int(number)

    # Who is who

    def settle(self) -> frozenset[int]:
        """Find out anew who is who under the keys that were touched.

        Returns:
            The variants of which something is another's now, or new.
        """
        changed = set(self._fresh)
        # Where there is only one, how often he is called what does not matter.
        doubtful = {one for one in self._counted - self._touched if one[1] and not self._is_one(*one)}
        for group, key in sorted(self._touched | doubtful):
            if key:
                changed |= self._settle(group, key)
        self._connection.executemany(
            "DELETE FROM people_variants WHERE number = ? AND uses <= 0", [(number,) for number in self._gone]
        )
        return frozenset(changed)

    def _is_one(self, group: str, key: str) -> bool:
        """Whether all under a key is the same one's."""
        bearers, with_bearer, all_of_them = self._connection.execute(
            "SELECT count(DISTINCT bearer), count(bearer), count(*) FROM people_variants"
            " WHERE class = ? AND key = ? AND uses > 0",
            (group, key),
        ).fetchone()
        return bool(bearers == 1 and with_bearer == all_of_them)

    def _settle(self, group: str, key: str) -> set[int]:
        rows = [
            _Row(*row)
            for row in self._connection.execute(
                "SELECT number, form, role, uses, plain, bearer FROM people_variants WHERE class = ? AND key = ?"
                " AND uses > 0 ORDER BY number",
                (group, key),
            )
        ]
        joined = _who_is_who(group, rows)
        changed: set[int] = set()
        for bearer, members in self._numbered(group, rows, joined):
            changed |= {row.number for row in members if self._give(row, bearer)}
        for row in (rows[index] for index in joined.alone):
            changed |= self._set_apart(group, row)
        return changed

    def _numbered(self, group: str, rows: Sequence[_Row], joined: Joined) -> list[tuple[int, list[_Row]]]:
        """Those who are one each, with their numbers: as far as may be the ones that they had."""
        clusters = [[rows[index] for index in members] for members in joined.people]
        votes = [
            (uses, bearer, at) for at, members in enumerate(clusters) for bearer, uses in _weights(members).items()
        ]
        given: dict[int, int] = {}
        for _, bearer, at in sorted(votes, key=lambda vote: (-vote[0], vote[1], vote[2])):
            if at not in given and bearer not in given.values():
                given[at] = bearer
        for at, members in enumerate(clusters):
            if at not in given:
                given[at] = self._reusable(members, set(given.values())) or self._new(group)
        return [(given[at], members) for at, members in enumerate(clusters)]

    def _reusable(self, members: Sequence[_Row], taken: set[int]) -> int | None:
        """A number under which something of a cluster was seen by itself."""
        marks = ", ".join("?" * len(members))
        rows = self._connection.execute(
            f"SELECT min(bearer) FROM people_seen WHERE variant IN ({marks})"
            " AND bearer NOT IN (SELECT bearer FROM people_variants WHERE bearer IS NOT NULL)",
            [row.number for row in members],
        ).fetchone()
        return rows[0] if rows[0] not in taken else None

    def _give(self, row: _Row, bearer: int) -> bool:
        """Let a variant be a bearer's; whether anything of it was another's."""
        connection = self._connection
        if row.bearer != bearer:
            connection.execute("UPDATE people_variants SET bearer = ? WHERE number = ?", (bearer, row.number))
        elif row.number not in self._fresh:
            return False
        before = connection.execute(
            "SELECT DISTINCT bearer FROM people_seen WHERE variant = ? AND bearer != ?", (row.number, bearer)
        ).fetchall()
        self._left.update(number for (number,) in before)
        connection.execute(
            "UPDATE people_seen SET bearer = ? WHERE variant = ? AND bearer != ?", (bearer, row.number, bearer)
        )
        return bool(before)

    def _set_apart(self, group: str, row: _Row) -> set[int]:
        """Let everything that was seen of a variant be somebody of his own."""
        if row.bearer is None:
            return set()
        connection = self._connection
        seen = connection.execute("SELECT number FROM people_seen WHERE variant = ?", (row.number,)).fetchall()
        for (number,) in seen:
            connection.execute("UPDATE people_seen SET bearer = ? WHERE number = ?", (self._new(group), number))
        connection.execute("UPDATE people_variants SET bearer = NULL WHERE number = ?", (row.number,))
        self._left.add(row.bearer)
        return {row.number}

    def sweep(self) -> None:
        """Remove the people of whom nothing is left; call it after the user's decisions were applied."""
        self._connection.executemany(
            "DELETE FROM people WHERE number = ?"
            " AND NOT EXISTS (SELECT 1 FROM people_seen WHERE bearer = people.number)"
            " AND NOT EXISTS (SELECT 1 FROM people_seen WHERE person = people.number)"
            " AND NOT EXISTS (SELECT 1 FROM people_variants WHERE bearer = people.number)"
            " AND NOT split",
            [(number,) for number in self._left],
        )


def _who_is_who(group: str, rows: Sequence[_Row]) -> Joined:
    if group == Class.BODY.value:
        return Joined((tuple(range(len(rows))),) if rows else ())
    return join([Variant(tuple(row.form.split()), row.role or None, row.uses, row.plain == 0) for row in rows])


def _weights(members: Sequence[_Row]) -> Counter[int]:
    weights: Counter[int] = Counter()
    for row in members:
        if row.bearer is not None:
            weights[row.bearer] += row.uses
    return weights
