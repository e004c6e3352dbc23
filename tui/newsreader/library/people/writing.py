"""The user's decisions about people as they are made, undone and redone; the index after each change of articles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.library.people import deciding
from newsreader.library.people.indexing import Index
from newsreader.library.people.model import Step
from newsreader.library.people.steps import Join, Level, Rename, Split, Unit, from_json, to_json
from newsreader.library.store.moments import moment, now, stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from newsreader.analysis.result import Analysis
    from newsreader.library.people.steps import Decision, Units

MOST_UNITS = 8
"""units by which a decision names somebody; each by itself is enough as long as they agree"""

LEVEL = """
CASE WHEN EXISTS (SELECT 1 FROM people_moves WHERE level = 'seen' AND target = seen.number) THEN 'seen'
WHEN EXISTS (SELECT 1 FROM people_moves WHERE level = 'variant' AND target = seen.variant) THEN 'variant'
WHEN variants.bearer IS NULL THEN 'seen' ELSE 'bearer' END
"""
"""by what an actor is the one who he is"""

RANK = "CASE level WHEN 'bearer' THEN 0 WHEN 'variant' THEN 1 ELSE 2 END"


def take(connection: sqlite3.Connection, version: int, text: str, analysis: Analysis) -> None:
    """Take in a version whose actors are there, in the place of what `forget` took out of it."""
    index = Index(connection)
    index.take(version, text, analysis)
    _finish(connection, index, [version])


def forget(connection: sqlite3.Connection, versions: Iterable[int]) -> None:
    """Take out versions that are gone for good; call it before they are deleted."""
    index, numbers = Index(connection), list(versions)
    for version in numbers:
        index.forget(version)
    _finish(connection, index, numbers)


def replace(connection: sqlite3.Connection, version: int) -> Index:
    """Take a version out whose actors are about to be made anew; hand the result to `retake` then."""
    index = Index(connection)
    index.forget(version)
    return index


def retake(connection: sqlite3.Connection, index: Index, version: int, text: str, analysis: Analysis) -> None:
    """Take a version in again; who was known keeps his number."""
    index.take(version, text, analysis)
    _finish(connection, index, [version])


def _finish(connection: sqlite3.Connection, index: Index, versions: Collection[int]) -> None:
    changed = index.settle()
    if deciding.concerned(connection, index.touched, versions):
        deciding.apply(connection)
    deciding.give(connection, changed)
    index.sweep()


# Decisions


def join(connection: sqlite3.Connection, into: int, others: Iterable[int]) -> None:
    """Let several be one, in one step.

    Args:
        connection: the open file.
        into: the number of the one who takes over the others, and whose number stays.
        others: the numbers of the others.

    Raises:
        KeyError: if one of them is not there.
        ValueError: if they are one already.
    """
    at = stamp(now())
    for other in others:
        if into == other:
            raise ValueError("somebody cannot be joined with himself")
        _decide(connection, Join(_who(connection, into), _who(connection, other)), at)


def split(connection: sqlite3.Connection, person: int, seen: Collection[int]) -> int:
    """Let some of the actors that are somebody be another.

    Where they are all that bear a name with a role, later articles with that follow them.

    Args:
        connection: the open file.
        person: his number.
        seen: numbers of the articles' actors.

    Returns:
        The number of the other.

    Raises:
        KeyError: if some of them are not his.
        ValueError: if none or all of his are meant.
    """
    rows = connection.execute("SELECT number, variant FROM people_seen WHERE person = ?", (person,)).fetchall()
    own, chosen = dict(rows), set(seen)
    if not chosen <= own.keys():
        raise KeyError(person)
    if not chosen or chosen == own.keys():
        raise ValueError("something must be split off, and something must stay")
    everywhere = Counter(own.values())
    whole = {variant for variant, count in Counter(own[one] for one in chosen).items() if count == everywhere[variant]}
    units = [_variant_unit(connection, variant) for variant in sorted(whole)]
    done = {variant for variant, unit in zip(sorted(whole), units, strict=True) if unit is not None}
    rest = sorted(one for one in chosen if own[one] not in done)
    [group] = connection.execute("SELECT class FROM people WHERE number = ?", (person,)).fetchone()
    [other] = connection.execute(
        "INSERT INTO people (class, split) VALUES (?, 1) RETURNING number", (group,)
    ).fetchone()
    named = tuple(unit for unit in units if unit is not None) + tuple(_seen_unit(connection, one) for one in rest)
    _decide(connection, Split(named, other))
    return int(other)


def rename(connection: sqlite3.Connection, person: int, name: str, role: str = "") -> None:
    """Call somebody something else.

    Args:
        connection: the open file.
        person: his number.
        name: the name; empty for what the articles say.
        role: the role; empty for what the articles say.

    Raises:
        KeyError: if he is not there.
    """
    _decide(connection, Rename(_who(connection, person), " ".join(name.split()), " ".join(role.split())))


def steps(connection: sqlite3.Connection) -> list[Step]:
    """The decisions that hold, the oldest first."""
    return _steps(connection, "NOT undone")


def undo(connection: sqlite3.Connection) -> Step | None:
    """Take back the last decision, with all that were made together with it; None if there is none."""
    found = _steps(connection, "NOT undone")
    return _turn(connection, found[-1] if found else None, undone=True)


def redo(connection: sqlite3.Connection) -> Step | None:
    """Make the decision again that was taken back last, with all that belong to it; None if there is none."""
    found = _steps(connection, "undone")
    return _turn(connection, found[0] if found else None, undone=False)


def _steps(connection: sqlite3.Connection, condition: str) -> list[Step]:
    rows = connection.execute(f"SELECT number, at, record FROM people_steps WHERE {condition} ORDER BY number")
    read = ((number, at, from_json(record)) for number, at, record in rows)
    return [Step(number, moment(at), decision) for number, at, decision in read if decision is not None]


def _turn(connection: sqlite3.Connection, step: Step | None, *, undone: bool) -> Step | None:
    if step is not None:
        connection.execute(
            "UPDATE people_steps SET undone = ? WHERE at = (SELECT at FROM people_steps WHERE number = ?)",
            (undone, step.number),
        )
        deciding.apply(connection)
    return step


def _decide(connection: sqlite3.Connection, decision: Decision, at: str = "") -> None:
    """Make a decision; what was undone before it cannot be redone any more.

    Args:
        connection: the open file.
        decision: the decision.
        at: the moment that it shares with others that are undone together with it.
    """
    connection.execute("DELETE FROM people_steps WHERE undone")
    connection.execute(
        "INSERT INTO people_steps (at, record, undone) VALUES (?, ?, 0)", (at or stamp(now()), to_json(decision))
    )
    deciding.apply(connection)


# Who is meant


def _who(connection: sqlite3.Connection, person: int) -> Units:
    """The units by which somebody is found again: what is joined by itself, else single names or actors."""
    rows = connection.execute(
        f"SELECT seen.variant, min(seen.number), {LEVEL} AS level, count(*)"
        " FROM people_seen AS seen JOIN people_variants AS variants ON variants.number = seen.variant"
        f" WHERE seen.person = ? GROUP BY seen.variant, level ORDER BY {RANK}, 4 DESC, seen.variant LIMIT ?",
        (person, MOST_UNITS),
    ).fetchall()
    if not rows:
        raise KeyError(person)
    # Where a bearer says it all, single names and actors, which may be somebody else's later, would only confuse.
    best = Level(rows[0][2])
    units = (
        _seen_unit(connection, seen) if best is Level.SEEN else _variant_unit(connection, variant, best)
        for variant, seen, level, _ in rows
        if level == best
    )
    return tuple(unit for unit in units if unit is not None)


def _variant_unit(connection: sqlite3.Connection, variant: int, level: Level = Level.VARIANT) -> Unit | None:
    """A name with a role, None where every single mention of it is somebody of his own."""
    group, own, name, role, bearer = connection.execute(
        "SELECT class, own, name, role, bearer FROM people_variants WHERE number = ?", (variant,)
    ).fetchone()
    return None if bearer is None else Unit(level, group, own, name, role)


def _seen_unit(connection: sqlite3.Connection, seen: int) -> Unit:
    group, own, name, role, place = connection.execute(
        "SELECT class, own, name, role, place FROM people_seen AS seen JOIN people_variants AS variants"
        " ON variants.number = seen.variant JOIN versions ON versions.number = seen.version"
        " JOIN articles ON articles.number = versions.article WHERE seen.number = ?",
        (seen,),
    ).fetchone()
    return Unit(Level.SEEN, group, own, name, role, place)
