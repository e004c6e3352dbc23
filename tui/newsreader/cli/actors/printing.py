"""Prints actors and what they said: for reading, as JSON, as CSV."""

from __future__ import annotations

import csv
import json
import sys
from itertools import groupby
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from newsreader.cli.plain import plain
from newsreader.export.writers.csv_tables import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from newsreader.cli.session import Session
    from newsreader.library.model import Kept
    from newsreader.library.people.model import Person, Said
    from newsreader.phrases import Phrases

SIGNS = {"direct": "„", "indirect": "~", "indirect_free_indirect": "~", "reported": "¶", "free_indirect": "¶"}
"""the sign of each kind of statement, as in the reader"""

NARROWEST = 40
"""columns of text that is wrapped, at least"""

NAME = 16
"""columns of a name in the list, at least"""

Row = dict[str, object]


# For reading


def people_text(listed: Sequence[Person], phrases: Phrases, file: IO[str]) -> None:
    """A line for each: number, name with role, statements, articles, period."""
    if not listed:
        print(phrases("cli.actors.none"), file=file)
        return
    rows = [_line(person, phrases) for person in listed]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, name, *rest in rows:
        middle = "  ".join(f"{cell:>{width}}" for cell, width in zip(rest, widths[2:], strict=True))
        print(f"{number:>{widths[0]}}  {_fitted(name, widths[0] + sum(widths[2:]) + 8)}  {middle}", file=file)


def _line(person: Person, phrases: Phrases) -> tuple[str, ...]:
    return (
        str(person.number),
        plain(person.titled),
        phrases.count("people.statements", person.statements),
        phrases.count("people.articles", person.articles),
        _period(person, phrases),
    )


def _fitted(name: str, taken: int) -> str:
    """A name in the room that other columns leave, or at length where nobody reads it on a terminal."""
    width = max(NAME, get_terminal_size().columns - taken) if sys.stdout.isatty() else 60
    return f"{name[: width - 1]}…" if len(name) > width and sys.stdout.isatty() else f"{name:<{width}}"


def _period(person: Person, phrases: Phrases) -> str:
    shape = phrases("people.day")
    first, last = person.first.strftime(shape), person.last.strftime(shape)
    return first if first == last else f"{first} – {last}"


def choices(found: Sequence[Person], session: Session) -> None:
    """Those among whom one must choose, with what tells them apart, on standard error."""
    for person in found:
        told = " · ".join((f"{person.number:>6}  {person.titled}", *_told_apart(person, session.phrases)))
        print(plain(told), file=sys.stderr)


def _told_apart(person: Person, phrases: Phrases) -> Iterator[str]:
    yield phrases(f"people.kind.{person.kind.value}")
    yield phrases.count("people.articles", person.articles)
    yield phrases.count("people.statements", person.statements)
    yield _period(person, phrases)


def said_text(person: Person, said: Sequence[Said], phrases: Phrases, file: IO[str]) -> None:
    """What somebody said, article by article."""
    sources = len({one.article.number for one in said})
    print(plain(person.titled), file=file)
    head = [phrases.count("people.statements", len(said)), phrases.count("people.articles", sources)]
    print(" · ".join(head), file=file)
    for _, group in groupby(said, key=lambda one: one.article.number):
        statements = list(group)
        kept, when = statements[0].article, statements[0].when
        print(file=file)
        print(plain(f"{when.strftime(phrases('people.day'))}  {kept.title} · {source(kept)}"), file=file)
        for one in statements:
            _statement(one, person, file)


def _statement(one: Said, person: Person, file: IO[str]) -> None:
    actor = one.statement.actor
    as_whom = f" [{actor.name}]" if actor is not None and actor.name not in person.names[:1] else ""
    text = plain(f"{SIGNS[one.statement.kind]} {_unquoted(one.statement.text)}{as_whom}")
    if not sys.stdout.isatty():
        print(f"  {text}", file=file)
        return
    from textwrap import fill

    width = max(NARROWEST, min(100, get_terminal_size().columns - 1))
    print(fill(text, width, initial_indent="  ", subsequent_indent="    "), file=file)


def _unquoted(text: str) -> str:
    """A statement without the marks around it, for which the sign stands."""
    return text.strip('"„“”»«')


def source(kept: Kept) -> str:
    """Where an article comes from, for a reader."""
    return kept.publisher or kept.site or kept.source


# For programs


def person_row(person: Person) -> Row:
    """An actor as JSON has it."""
    return {
        "number": person.number,
        "name": person.name,
        "kind": person.kind.value,
        "role": person.role,
        "names": list(person.names),
        "roles": list(person.roles),
        "articles": person.articles,
        "statements": person.statements,
        "first": person.first.isoformat(),
        "last": person.last.isoformat(),
    }


def people_json(listed: Sequence[Person], file: IO[str]) -> None:
    """The list as JSON."""
    _dump([person_row(person) for person in listed], file)


def said_json(person: Person, said: Sequence[Said], file: IO[str]) -> None:
    """What somebody said as JSON."""
    _dump({"actor": person_row(person), "statements": [_said_row(one) for one in said]}, file)


def _said_row(one: Said) -> Row:
    statement, kept = one.statement, one.article
    actor = statement.actor
    return {
        "when": one.when.isoformat(),
        "kind": statement.kind.value,
        "medium": None if statement.medium is None else statement.medium.value,
        "text": statement.text,
        "spans": [{"start": span.start, "end": span.end} for span in statement.spans],
        "confidence": statement.confidence,
        "name": None if actor is None else actor.name,
        "role": None if actor is None else actor.role,
        "article": {
            "number": kept.number,
            "id": kept.id,
            "source": kept.source,
            "title": kept.title,
            "publisher": kept.publisher,
            "published": None if kept.published is None else kept.published.isoformat(),
        },
    }


def _dump(value: object, file: IO[str]) -> None:
    json.dump(value, file, ensure_ascii=False, indent=2)
    file.write("\n")


PEOPLE_COLUMNS = ("actor", "name", "kind", "role", "statements", "articles", "first", "last", "names", "roles")
SAID_COLUMNS = (
    *("when", "source", "publisher", "title", "published", "kind", "medium", "text", "actor", "actor_name"),
    *("actor_kind", "actor_role", "called", "called_role", "start", "end", "confidence", "article"),
)


def people_csv(listed: Sequence[Person], file: IO[str]) -> None:
    """The list as CSV."""
    _table(PEOPLE_COLUMNS, (_person_cells(person) for person in listed), file)


def _person_cells(person: Person) -> Row:
    row = person_row(person)
    return {**row, "actor": person.number, "names": " | ".join(person.names), "roles": " | ".join(person.roles)}


def said_csv(person: Person, said: Sequence[Said], file: IO[str]) -> None:
    """What somebody said as CSV, one statement a row."""
    _table(SAID_COLUMNS, (_said_cells(person, one) for one in said), file)


def _said_cells(person: Person, one: Said) -> Row:
    statement, kept = one.statement, one.article
    actor = statement.actor
    return {
        **_said_row(one),
        "source": kept.source,
        "publisher": kept.publisher,
        "title": kept.title,
        "published": None if kept.published is None else kept.published.isoformat(),
        "actor": person.number,
        "actor_name": person.name,
        "actor_kind": person.kind.value,
        "actor_role": person.role,
        "called": None if actor is None else actor.name,
        "called_role": None if actor is None else actor.role,
        "start": min(span.start for span in statement.spans),
        "end": max(span.end for span in statement.spans),
        "article": kept.id,
    }


def _table(columns: Sequence[str], rows: Iterator[Row], file: IO[str]) -> None:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(row[column]) for column in columns] for row in rows)
