"""The article that ships with the program: who says what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Tell = Callable[[str], list[tuple[str | None, ...]]]


@pytest.mark.parametrize(
    ("kind", "begins", "speaker", "inside"),
    [
        ("indirect", "beide hätten", "Russland", None),
        ("direct", '"Es wurde die Frage', "das russische Verteidigungsressort", None),
        ("indirect_free_indirect", "Die Initiative für das Telefonat", "das russische Verteidigungsressort", None),
        ("indirect", "Austin habe", "Eine Sprecherin des Pentagons", None),
        ("direct", '"Bedeutung der Aufrechterhaltung', "Austin", "Austin habe"),
        ("direct", '"sehr gute Entscheidung"', "Bundeskanzler Olaf Scholz", None),
        ("direct", '"in Richtung Kalter Krieg"', "Der Kreml", "Der Kreml"),
        ("indirect", "hatte Beloussow damals", "Moskau", None),
        ("direct", '"die Gefahr einer weiteren', "Beloussow", "hatte Beloussow"),
        ("indirect", "Bei einem Treffen mit Gouverneuren", "Selenskyj", None),
        ("direct", '"Ich danke für die Bereitschaft', "Selenskyj", None),
        ("indirect", "Die Ukraine brauche keine", "Selenskyj", None),
        ("direct", '"Das Einzige, worum wir bitten', "Selenskyj", None),
    ],
)
def test_the_sample(tell: Tell, sample: Path, kind: str, begins: str, speaker: str, inside: str | None) -> None:
    found = tell(sample.read_text(encoding="utf-8"))
    (statement,) = [s for s in found if s[0] == kind and str(s[1]).startswith(begins)]
    assert statement[2] == speaker
    assert str(statement[5]).startswith(inside) if inside else statement[5] is None
