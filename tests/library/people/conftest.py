"""A library of short articles in which somebody says something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Actor, ActorKind, Analysis, Statement, StatementKind
from newsreader.article.model import Article, Section, Span
from newsreader.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.library.people.model import Person

MONDAY = datetime(2024, 7, 15, 8, 0, tzinfo=UTC)
WHO = tuple[str, ActorKind, str | None]

PERSON, BODY, PLACE, UNNAMED = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE, ActorKind.UNNAMED


def written(
    place: str, *who: WHO, day: int = 0, version: str = "1", kind: StatementKind = StatementKind.DIRECT
) -> tuple[Article, Analysis]:
    """An article in which each of some actors makes one statement, with its analysis.

    Args:
        place: its source.
        who: name, kind and role of each; a name may hold several, separated by "=", by which it is mentioned.
        day: when it was published, in days after a Monday.
        version: of the pipeline.
        kind: of the statements.
    """
    text = f"{place}\n\n"
    actors, statements = [], []
    for number, (names, is_a, role) in enumerate(who, 1):
        mentions = []
        for name in names.split("="):
            mentions.append(Span(len(text), len(text) + len(name)))
            text += f"{name} sagt: "
        said = Span(len(text), len(text) + 9)
        text += f"Satz {number:4}.\n"
        actors.append(Actor(f"a{number}", names.split("=")[0], is_a, role, tuple(mentions)))
        statements.append(Statement(f"s{number}", kind, (said,), speaker=mentions[0], actor=f"a{number}"))
    section = Section("0", None, 1, Span(0, len(text)))
    published = MONDAY.replace(tzinfo=None) + timedelta(days=day)
    article = Article(text, place, published=published, sections=(section,), title_span=Span(0, len(place)))
    return article, Analysis(PipelineInfo("test", version), (), tuple(actors), tuple(statements))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db", timeout=0.3) as opened:
        yield opened


def named(library: Library, name: str) -> list[Person]:
    """Those who are called something."""
    return [person for person in library.people.listed() if person.name == name]


def partition(library: Library) -> set[frozenset[tuple[str, str, str | None]]]:
    """Who is who: for each person the places, names and roles that are his."""
    people = library.people
    return {
        frozenset((one.article.place, one.name, one.role) for one in people.appearances(person.number))
        for person in people.listed()
    }
