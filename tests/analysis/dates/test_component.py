"""The component that makes entities of dates: where they are put, and how the sentence tells the day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.components.dates.component import add_dates
from newsreader.analysis.components.extensions import INNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def ents(doc: Doc) -> list[tuple[str, str, str | None]]:
    doc._.published = datetime(2024, 7, 13, 10, 36)
    return [(ent.text, ent.label_, ent._.value) for ent in add_dates(doc).ents]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Scholz|NE verteidigte|VVFIN|verteidigen||Tense=Past dies|PDS am|APPRART Donnerstag|NN .|$.", "2024-07-11"),
        ("Scholz|NE hat|VAFIN|haben dies|PDS am|APPRART Donnerstag|NN verteidigt|VVPP .|$.", "2024-07-11"),
        ("Scholz|NE will|VMFIN|wollen am|APPRART Donnerstag|NN reisen|VVINF .|$.", "2024-07-18"),
        ("Scholz|NE wollte|VMFIN|wollen||Tense=Past am|APPRART Donnerstag|NN reisen|VVINF .|$.", None),
        ("Scholz|NE reist|VVFIN|reisen||Tense=Pres am|APPRART Donnerstag|NN .|$.", None),
        ("Er|PPER sagte|VVFIN|sagen||Tense=Past ,|$, er|PPER wolle|VMFIN|wollen||Mood=Sub am|APPRART Donnerstag|NN "
         "reisen|VVINF .|$.", "2024-07-18"),
    ],
)  # fmt: skip
def test_the_clause_tells_the_day(build: Callable[[str], Doc], written: str, value: str | None) -> None:
    assert ents(build(written)) == [("Donnerstag", "DATE", value)]


def test_a_name_of_the_same_length_or_longer_stays(build: Callable[[str], Doc]) -> None:
    doc = build("Der|ART 11.|ADJA||MISC September|NN||MISC 2001|CARD||MISC und|KON 50|CARD||PER Cent|NN||PER .|$.")
    assert [e[:2] for e in ents(doc)] == [("11. September 2001", "MISC"), ("50 Cent", "PER")]


def test_a_shorter_name_gives_way(build: Callable[[str], Doc]) -> None:
    doc = build("Am|APPRART 5.|ADJA Mai|NN||PER 2024|CARD kam|VVFIN Frau|NN Mai|NE||PER .|$.")
    assert ents(doc) == [("5. Mai 2024", "DATE", "2024-05-05"), ("Mai", "PER", None)]


def test_a_currency_stays_a_name_inside_its_amount(build: Callable[[str], Doc]) -> None:
    doc = build("Das|PDS kostet|VVFIN 2,5|CARD Millionen|NN Euro|NN||MISC .|$.")
    assert ents(doc) == [("2,5 Millionen Euro", "MONEY", "2500000 EUR")]
    assert [(span.text, span.label_) for span in doc.spans[INNER]] == [("Euro", "MISC")]


def test_a_token_that_holds_more_than_the_expression_is_left(build: Callable[[str], Doc]) -> None:
    assert ents(build("Das|ART Modell|NN X-10%ig|ADJD .|$.")) == []
