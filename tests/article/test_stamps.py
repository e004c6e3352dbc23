"""Stamps in the wordings of newsrooms, and lines that only look like one."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from newsreader.article.newsroom.stamps import is_labelled_stamp, read_stamp, trailing_stamp

MORNING = datetime(2024, 7, 13, 10, 36)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Stand: 13.07.2024 10:36 Uhr", MORNING),
        ("Stand 13.7.24, 10.36 Uhr", MORNING),
        ("Stand: Samstag, 13. Juli 2024, 10:36 Uhr", MORNING),
        ("STAND: 13.07.2024 | 10:36", MORNING),
        ("Aktualisiert am 13. Juli 2024 um 10:36 Uhr", MORNING),
        ("Zuletzt aktualisiert: Sa, 13.07.2024 - 10:36", MORNING),
        ("Letzte Aktualisierung: 13.07.2024, 10:36 Uhr", MORNING),
        ("Veröffentlicht: 2024-07-13 10:36", MORNING),
        ("Erstellt: 2024-07-13T10:36:00", MORNING),
        ("(Stand: 13.07.2024, 10:36 Uhr)", MORNING),
        ("13.07.2024 10:36", MORNING),
        ("Sonnabend, den 13. Juli 2024 – 10.36 Uhr", MORNING),
        ("Von Anna Beck, 13. Juli 2024, 10:36 Uhr", MORNING),
        ("Von Anna Beck und Jan Wolf | Stand: 13.07.2024 10:36 Uhr", MORNING),
        ("Stand: 13.07.2024 10:36 Uhr | Lesezeit: 3 Min.", MORNING),
        ("13.07.2024, 10:36 Uhr, Quelle: dpa", MORNING),
        ("Veröffentlicht: 13.07.2024, 10:36 Uhr - Aktualisiert: 14.07.2024, 08:00 Uhr", MORNING),
        ("Aktualisiert: 14.07.2024, 08:00 Uhr · Veröffentlicht: 13.07.2024, 10:36 Uhr", MORNING),
        ("Veröffentlicht: 13.07.2024, 10:36 Uhr, aktualisiert: 11:00 Uhr", MORNING),
        ("13. Juli 2024 | 10:36 Uhr | Von Anna Beck", MORNING),
        ("3. Mai 2024", datetime(2024, 5, 3)),
        ("3. Jänner 2024, 9 Uhr", datetime(2024, 1, 3, 9)),
        ("Erschienen am 1. Dez. 1999", datetime(1999, 12, 1)),
        ("Stand: 01.02.99", datetime(1999, 2, 1)),
        ("2024-07-13T08:36:00Z", datetime(2024, 7, 13, 8, 36, tzinfo=timezone.utc)),  # noqa: UP017
        ("2024-07-13T10:36:00.123+02:00", MORNING.replace(tzinfo=timezone(timedelta(hours=2)))),
        ("13.07.2024 10:36 MESZ", MORNING.replace(tzinfo=timezone(timedelta(hours=2)))),
        ("Stand: heute früh", None),
        ("Update: 10:36 Uhr", None),
    ],
)
def test_stamp(line: str, when: datetime | None) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert stamp.when == when
    assert (stamp.when is None) or (stamp.when.tzinfo == (when.tzinfo if when else None))


@pytest.mark.parametrize(
    "line",
    [
        "Stand der Dinge",
        "Stand 31.02.2024",
        "Am 13.07.2024 um 10:36 Uhr begann der Gipfel.",
        "13.07.2024 war ein Samstag.",
        "10:36 Uhr",
        "10:36 Uhr: Es geht los",
        "Von Berlin nach Kiew",
        "Von Anna Beck",
        "Das Treffen vom 3. Mai 2024",
        "1. FC Neustadt",
        "Stand: 13.07.2024 10:36 Uhr. Mehr dazu in Kürze",
        "",
        "Stand: 1" + "." * 400,
    ],
)
def test_no_stamp(line: str) -> None:
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Gipfel beendet Stand: 13.07.2024 10:36 Uhr", "Gipfel beendet "),
        ("Gipfel beendet | 13.07.2024 10:36", "Gipfel beendet | "),
        ("Gipfel beendet (Aktualisiert: 13.07.2024 10:36 Uhr)", "Gipfel beendet ("),
        ("Gipfel beendet Von Anna Beck, 13.07.2024, 10:36 Uhr", "Gipfel beendet "),
        ("Gipfel beendet Samstag, 13.07.2024, 10:36 Uhr", "Gipfel beendet "),
        ("Was am 1. Juli galt Stand: 13. Juli 2024, 10.36 Uhr", "Was am 1. Juli galt "),
    ],
)
def test_stamp_behind_a_title(line: str, title: str) -> None:
    stamp = trailing_stamp(line)
    assert stamp is not None
    assert line[: stamp.start] == title
    assert stamp.when == MORNING


@pytest.mark.parametrize(
    "line",
    [
        "Das geschah am 13.07.2024 um 10:36 Uhr",
        "Die Beschlüsse vom 3. Mai 2024",
        "Treffen am Samstag, 13.07.2024, 10:36 Uhr",
        "Rückblick auf den 13.07.2024",
        "Stand: 13.07.2024 10:36 Uhr",
        "Von Anna Beck, 3. Mai 2024",
        "Neuer Stand der Dinge",
    ],
)
def test_title_that_ends_with_a_date(line: str) -> None:
    assert trailing_stamp(line) is None


def test_only_a_label_makes_a_stamp_anywhere() -> None:
    assert is_labelled_stamp("Stand: 13.07.2024")
    assert is_labelled_stamp("(Aktualisiert am 13. Juli 2024)")
    assert is_labelled_stamp("Von Anna Beck, 13.07.2024")
    assert not is_labelled_stamp("13.07.2024")
