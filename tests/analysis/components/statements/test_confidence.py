"""How sure the program is of statements: what single ones show raises and lowers it."""

from __future__ import annotations

import pytest

from newsreader.analysis import pipeline
from newsreader.analysis.components.statements import confidence
from newsreader.article.model import Article

SURE = 0.9
LONG = "das Dach der alten Schule am Markt müsse noch in diesem Sommer erneuert werden"


def stated(text: str) -> float:
    """The confidence of the first statement of a text."""
    return pipeline.load().analyse(Article(text, "test")).statements[0].confidence


def test_a_long_statement_of_somebody_with_a_name_is_sure() -> None:
    assert stated(f"Anna Weber sagte, dass {LONG.replace('müsse ', '')} müsse.") >= SURE


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (f"Sie sagte, {LONG}.", f"Anna Weber sagte, {LONG}."),
        (f"Die Frau sagte, {LONG}.", f"Anna Weber sagte, {LONG}."),
        ("Anna Weber sagte, sie sei müde.", f"Anna Weber sagte, {LONG}."),
        (f"Jemand sagte, {LONG}.", f"Die Polizei sagte, {LONG}."),
        ("Das Dach muss nach Angaben der Polizei im Sommer ganz erneuert werden.",
         "Nach Angaben der Polizei muss das Dach im Sommer ganz erneuert werden."),
        ("Die Stadt kritisierte die Pläne des Landes für das neue Dach der Schule.", f"Die Stadt erklärte, {LONG}."),
    ],
)  # fmt: skip
def test_what_makes_a_statement_less_sure(less: str, more: str) -> None:
    assert stated(less) < stated(more)


def test_nothing_is_certain_and_nothing_impossible() -> None:
    low, high = confidence.LIMITS
    assert 0 < low < high < 1
    assert all(0 < value < 1 for value in confidence.RULES.values())
