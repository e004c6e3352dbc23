"""Lays the user's decisions over who is who by itself: what they come to is a function of the steps that hold.

So undoing a step gives back what was before it, whatever has come into the library meanwhile.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.library.people.steps import Join, Level, Rename, Split, Unit, from_json, units_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsreader.library.people.indexing import Key
    from newsreader.library.people.steps import Decision, Units

Target = tuple[Level, int]
"""a bearer, a variant or an actor by its number"""

SET_PERSON = """
UPDATE people_seen SET person = coalesce(
    (SELECT person FROM people_moves WHERE level = 'seen' AND target = people_seen.number),
    (SELECT person FROM people_moves WHERE level = 'variant' AND target = people_seen.variant),
    (SELECT person FROM people_moves WHERE level = 'bearer' AND target = people_seen.bearer),
    bearer
)
"""
COLUMNS = {Level.BEARER: "bearer", Level.VARIANT: "variant", Level.SEEN: "number"}


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """The decisions that hold, in order."""
    rows = connection.execute("SELECT record FROM people_steps WHERE NOT undone ORDER BY number").fetchall()
    return [decision for (record,) in rows if (decision := from_json(record)) is not None]


def concerned(connection: sqlite3.Connection, touched: Iterable[Key], versions: Iterable[int]) -> bool:
    """Whether any decision is about something that has just come or gone.

    Args:
        connection: the open file.
        touched: classes and keys under which something has.
        versions: the versions that have.
    """
    units = [unit for decision in decisions(connection) for unit in units_of(decision)]
    if not units:
        return False
    touched = frozenset(touched)
    if any(unit.own and (unit.group, unit.own) in touched for unit in units):
        return True
    if any(
        (unit.group, key) in touched
        for unit in units
        for (key,) in connection.execute(
            "SELECT key FROM people_variants WHERE class = ? AND own = ? AND own != '' LIMIT 1", (unit.group, unit.own)
        )
    ):
        return True
    places = {unit.place for unit in units if unit.place}
    return any(place in places for version in versions for place in _places(connection, version))


def _places(connection: sqlite3.Connection, version: int) -> list[str]:
    query = "SELECT place FROM articles WHERE number = (SELECT article FROM versions WHERE number = ?)"
    return [place for (place,) in connection.execute(query, (version,))]


def apply(connection: sqlite3.Connection) -> None:
    """Work out anew what the decisions come to, and whose everything is."""
    fold = Fold(connection)
    for decision in decisions(connection):
        fold.take(decision)
    rows = connection.execute("SELECT level, target, person FROM people_moves").fetchall()
    before = {(Level(level), target): person for level, target, person in rows}
    changed = {target for target in {**before, **fold.moves} if before.get(target) != fold.moves.get(target)}
    if changed:
        connection.execute("DELETE FROM people_moves")
        connection.executemany(
            "INSERT INTO people_moves (level, target, person) VALUES (?, ?, ?)",
            [(level.value, number, person) for (level, number), person in sorted(fold.moves.items())],
        )
    connection.execute("DELETE FROM people_names")
    connection.executemany(
        "INSERT INTO people_names (number, name, role) VALUES (?, ?, ?)",
        [(person, name, role) for person, (name, role) in fold.names.items()],
    )
    for level, number in sorted(changed):
        connection.execute(f"{SET_PERSON} WHERE {COLUMNS[level]} = ?", (number,))


def give(connection: sqlite3.Connection, variants: Iterable[int]) -> None:
    """Say whose everything of some variants is."""
    connection.executemany(f"{SET_PERSON} WHERE variant = ?", [(number,) for number in sorted(variants)])


class Fold:
    """What decisions come to, one after the other.

    Attributes:
        moves: whose a bearer, a variant or an actor is, where that is not as it is by itself.
        names: what people are called, with their roles, where that is not as the articles have it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.moves: dict[Target, int] = {}
        self.names: dict[int, tuple[str, str]] = {}

    def take(self, decision: Decision) -> None:
        """Take a decision; one about what is not there any more comes to nothing."""
        match decision:
            case Join():
                into, other = self.who(decision.into), self.who(decision.other)
                if into is not None and other is not None and into != other:
                    self._join(into, other)
            case Split():
                self._split(decision)
            case Rename():
                who = self.who(decision.who)
                if who is not None:
                    self.names[who] = (decision.name, decision.role)

    def who(self, units: Units) -> int | None:
        """The number of the one whom units mean by now, most of them if they disagree; None if there is none."""
        votes = Counter(person for unit in units if (person := self._whose(unit)) is not None)
        return min(votes, key=lambda person: (-votes[person], person), default=None)

    def _join(self, into: int, other: int) -> None:
        for target, person in self.moves.items():
            if person == other:
                self.moves[target] = into
        self.moves.setdefault((Level.BEARER, other), into)

    def _split(self, decision: Split) -> None:
        targets = [target for unit in decision.units for target in self._targets(unit)]
        if not targets:
            return
        group = decision.units[0].group
        self._connection.execute(
            "INSERT OR IGNORE INTO people (number, class, split) VALUES (?, ?, 1)", (decision.person, group)
        )
        self.moves.update(dict.fromkeys(targets, decision.person))

    def _whose(self, unit: Unit) -> int | None:
        for target in self._targets(unit):
            return self._person(target)
        return None

    def _person(self, target: Target) -> int:
        level, number = target
        if level is Level.SEEN:
            variant, bearer = self._connection.execute(
                "SELECT variant, bearer FROM people_seen WHERE number = ?", (number,)
            ).fetchone()
            chain: list[Target] = [target, (Level.VARIANT, variant), (Level.BEARER, bearer)]
        elif level is Level.VARIANT:
            [bearer] = self._connection.execute(
                "SELECT bearer FROM people_variants WHERE number = ?", (number,)
            ).fetchone()
            chain = [target, (Level.BEARER, bearer)]
        else:
            bearer, chain = number, [target]
        return next((self.moves[one] for one in chain if one in self.moves), bearer)

    def _targets(self, unit: Unit) -> list[Target]:
        """What a unit means by now."""
        if unit.level is Level.SEEN:
            return [(Level.SEEN, number) for number in self._seen(unit)]
        rows = self._variants(unit)
        if unit.level is Level.VARIANT:
            return [(Level.VARIANT, number) for number, _ in rows]
        return [(Level.BEARER, bearer) for _, bearer in rows[:1]]

    def _variants(self, unit: Unit) -> list[tuple[int, int]]:
        """The variants that a unit means: with its name and role; where there is none, with its name, else its key."""
        for condition, values in (
            ("name = ? AND role = ?", (unit.name, unit.role)),
            ("name = ?", (unit.name,)),
            ("own != ''", ()),
        ):
            rows = self._connection.execute(
                f"SELECT number, bearer FROM people_variants WHERE class = ? AND own = ? AND {condition}"
                " AND uses > 0 AND bearer IS NOT NULL ORDER BY uses DESC, number",
                (unit.group, unit.own, *values),
            ).fetchall()
            if rows:
                return rows if unit.level is Level.BEARER else rows[:1]
        return []

    def _seen(self, unit: Unit) -> list[int]:
        for condition, values in (("name = ?", (unit.name,)), ("own != ''", ())):
            rows = self._connection.execute(
                "SELECT seen.number FROM people_seen AS seen JOIN people_variants AS variants"
                " ON variants.number = seen.variant JOIN versions ON versions.number = seen.version"
                " JOIN articles ON articles.number = versions.article"
                f" WHERE articles.place = ? AND variants.class = ? AND own = ? AND {condition} ORDER BY seen.number",
                (unit.place, unit.group, unit.own, *values),
            ).fetchall()
            if rows:
                return [number for (number,) in rows]
        return []
