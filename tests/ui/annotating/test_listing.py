"""Annotations as rows: what they say, how they are sorted and filtered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsreader.annotations.model import Annotation, Decision, EntityValues, ItemKind, Reference, Verdict
from newsreader.annotations.model import AnnotationKind as Kind
from newsreader.annotations.pen import Pen
from newsreader.article.model import Article, Span
from newsreader.phrases import Phrases
from newsreader.ui.annotating.listing import Entry, entries

ARTICLE = Article("Anna Berg sprach mit Müller.\nDann ging sie.", "t")
COLOURS = {"prüfen": "yellow", "belegt": "green"}
START = datetime(2026, 1, 1, tzinfo=UTC)


class Clock:
    """A clock that goes on by an hour."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture(name="annotations")
def made() -> dict[str, Annotation]:
    pen = Pen(ARTICLE, "Ada", Clock())
    anna, mueller = Span(0, 9), Span(21, 27)
    target = Reference(ItemKind.ENTITY, pen.anchors([mueller]))
    made = {
        "note": pen.note([Span(29, 33)], "Erste Zeile\n\nzweite über Straßen", tags=["wahl", "gut"]),
        "highlight": pen.highlight([anna], "belegt"),
        "old": pen.highlight([anna], "früher"),
        "rejected": pen.make(Kind.ENTITY, decision=Decision(Verdict.REJECTED, target)),
        "added": pen.make(Kind.ENTITY, [anna], decision=Decision(Verdict.ADDED, None, EntityValues("PER"))),
        "whole": pen.note([], "zum Ganzen"),
    }
    return {name: change.after for name, change in made.items() if change.after is not None}


def listed(annotations: dict[str, Annotation], **options: object) -> list[Entry]:
    return entries(annotations.values(), (), colours=COLOURS, phrases=Phrases("de"), **options)  # type: ignore[arg-type]


def test_rows_tell_what_an_annotation_says(annotations: dict[str, Annotation]) -> None:
    rows = {row.annotation.id: row for row in listed(annotations)}
    shown = {name: rows[one.id] for name, one in annotations.items()}
    assert (shown["note"].sign, shown["note"].about, shown["note"].words) == ("✎", "Erste Zeile · #wahl · #gut", "Dann")
    assert (shown["highlight"].sign, shown["highlight"].about) == ("2", "belegt")
    assert shown["old"].sign == "•"
    assert (shown["rejected"].sign, shown["rejected"].about) == ("✗", "Name verworfen")
    assert shown["rejected"].words == "Müller"
    assert (shown["added"].sign, shown["added"].about) == ("+", "Name ergänzt")
    assert shown["whole"].words == ""


def test_order(annotations: dict[str, Annotation]) -> None:
    names = {one.id: name for name, one in annotations.items()}

    def order(**options: object) -> list[str]:
        return [names[row.annotation.id] for row in listed(annotations, **options)]

    assert order() == ["highlight", "old", "added", "whole", "rejected", "note"]
    assert order(order="time") == ["whole", "added", "rejected", "old", "highlight", "note"]
    assert order(order="kind") == ["highlight", "old", "whole", "note", "added", "rejected"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("strassen", {"note"}),
        ("#wa", {"note"}),
        ("#wahl #gut", {"note"}),
        ("#belegt", set()),
        ("name", {"rejected", "added"}),
        ("name müller", {"rejected"}),
        ("belegt", {"highlight"}),
        ("ada", {"note", "highlight", "old", "rejected", "added", "whole"}),
        ("hervor berg", {"highlight", "old"}),
    ],
)
def test_filter(annotations: dict[str, Annotation], words: str, expected: set[str]) -> None:
    names = {one.id: name for name, one in annotations.items()}
    assert {names[row.annotation.id] for row in listed(annotations, words=words)} == expected


def test_orphans_come_last_and_unsaved_ones_are_told(annotations: dict[str, Annotation]) -> None:
    orphan = annotations.pop("highlight")
    rows = entries(
        annotations.values(),
        [orphan],
        colours=COLOURS,
        phrases=Phrases("en"),
        unsaved=frozenset({annotations["note"].id}),
    )
    assert rows[-1].annotation is orphan
    assert rows[-1].orphan
    assert rows[-1].words == "Anna Berg"
    assert [row.unsaved for row in rows].count(True) == 1
