"""Who is behind the speakers of short texts, with the pipeline that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.analysis import pipeline
from newsreader.article.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    Speakers = Callable[[str], list[tuple[str | None, str | None]]]


@pytest.fixture(scope="module")
def speakers() -> Speakers:
    """The speakers of a text's statements with the names of their actors."""
    loaded = pipeline.load()

    def find(text: str) -> list[tuple[str | None, str | None]]:
        analysis = loaded.analyse(Article(text, "test"))
        names = {actor.id: actor.name for actor in analysis.actors}
        return [(s.speaker.of(text) if s.speaker else None, names.get(s.actor or "")) for s in analysis.statements]

    return find


@pytest.mark.parametrize(
    ("text", "speaker", "actor"),
    [
        (
            "Der Beauftragte der Kommission, Gerald Braun, sagte, die Lage sei ernst.",
            "Der Beauftragte der Kommission, Gerald Braun,",
            "Gerald Braun",
        ),
        (
            "Eine Studie der Universität Mainz zeigt Mängel. Laut der Studie fehlt den Schulen vor allem Geld.",
            "der Studie",
            "Universität Mainz",
        ),
        ("Die Lehrer kamen am Morgen. Sie forderten höhere Löhne.", "Sie", "Lehrer"),
        ("Das Gericht wies die Klage ab. Weiter stellte es fest, dass der Vertrag nichtig ist.", "es", "Gericht"),
        (
            "In der Zeitung stand ein Kommentar, der warnt, dass der Plan scheitert.",
            "der",
            "Kommentar",
        ),
        (
            "Jan Weber nannte die Lage dem „Lindenauer Boten“ zufolge ernst. Er sagte, es fehle an Geld.",
            "Er",
            "Jan Weber",
        ),
        (
            "Die Ministerin Jana Hellwig schwieg. Hellwigs Sprecher Otto Brandt sagte, sie sei krank.",
            "Hellwigs Sprecher Otto Brandt",
            "Otto Brandt",
        ),
        (
            "Der Unternehmer Jan Kessler schwieg. Kesslers Sohn sagte, sein Vater sei krank.",
            "Kesslers Sohn",
            "Kesslers Sohn",
        ),
        (
            "Nach Informationen des Magazins Der Spiegel fehlen der Stadt zwei Millionen Euro.",
            "Informationen des Magazins Der Spiegel",
            "Spiegel",
        ),
        (
            "Ursula von der Leyen kam nach Bonn. Von der Leyen sagte, die Lage sei ernst.",
            "Von der Leyen",
            "Ursula von der Leyen",
        ),
        (
            "Am Abend wurde ein Prediger aus London zugeschaltet, der die Zuschauer aufforderte, nichts zu spenden.",
            "der",
            "Prediger aus London",
        ),
        (
            "Peter Lang (CDU) kam am Montag in den Landtag. Der CDU-Chef sagte, er bleibe.",
            "Der CDU-Chef",
            "Peter Lang",
        ),
        (
            "Der Präsident Joe Miller kam am Montag. „Wir helfen sofort“, sagte der Demokrat in Washington.",
            "der Demokrat in Washington",
            "Joe Miller",
        ),
        ("Anna Weber war da. Ihr Ziel ist es, bald wieder zu spielen.", "Ihr", "Anna Weber"),
        (
            "Nach Angaben der Behörde in schriftlicher Form fehlen zwei Gutachten.",
            "Angaben der Behörde in schriftlicher Form",
            "Behörde",
        ),
    ],
)
def test_who_is_meant(speakers: Speakers, text: str, speaker: str, actor: str) -> None:
    found = {(who or "").rstrip(","): name for who, name in speakers(text)}
    assert found.get(speaker.rstrip(",")) == actor


def test_a_coach_is_not_the_other_one(speakers: Speakers) -> None:
    found = speakers(
        "Thomas Schaaf, Trainer von Bremen, lobte sein Team. Der Trainer der Frankfurter, Michael Skibbe, "
        "sagte, das Spiel sei gut gewesen."
    )
    assert "Michael Skibbe" in {name for _, name in found}
