"""Who speaks: in frames of many forms, where more than one could be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[str], list[tuple[str | None, ...]]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Das habe Methode, so Weber weiter: „Die Spitze soll nichts wissen.“", "Weber"),
        ("„Das hilft niemandem“, zitiert die Zeitung den Minister.", "den Minister"),
        ("„Das hilft niemandem“, zitiert die Agentur aus dem Bericht.", "die Agentur"),
        ("Ein Sender zitierte Anna Weber mit den Worten: „Ich gehe nicht.“", "Anna Weber"),
        ("Er sagte, Europa brauche das Geld und fügte hinzu: „Wir haben keines mehr.“", "Er"),
        ("Weber sagte, es fehle an Geld. Die Kassen seien leer: „Wir haben nichts mehr.“", "Weber"),
        ("Weber sagte: „Die Kassen sind leer.“ Und: „Wir haben nichts mehr.“", "Weber"),
        (
            "Lang (CDU) wies das zurück, die Sprecherin der Partei, Sandra Boser (FDP), erklärte: „Das schadet allen.“",
            "die Sprecherin der Partei, Sandra Boser (FDP)",
        ),
        (
            "Die Menge pfiff und der junge Redner Jan Weber rief in das Mikrofon: „Wir bleiben hier!“",
            "der junge Redner Jan Weber",
        ),
    ],
)
def test_whole_quotations(tell: Tell, text: str, speaker: str) -> None:
    assert [s[2] for s in tell(text) if s[0] == "direct"][-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Demonstranten zogen zum Rathaus und skandierten dabei „Wir bleiben hier“.", "Die Demonstranten"),
        ("In der Zeitung stand ein Kommentar, der den Plan als „groben Unfug“ bezeichnet.", "ein Kommentar"),
        (
            "Ein nicht genannter Vertreter der „Bahn AG“ bezeichnet ihren Plan als „gut gemeint“.",
            "Ein nicht genannter Vertreter der „Bahn AG“",
        ),
        ("Von einem „schweren Fehler“ sprach Anna Weber.", "Anna Weber"),
        ("Die Äußerungen Müllers und Langs bezeichnete Anna Weber als „groben Unfug“.", "Anna Weber"),
        (
            "Jan Weber, einer der Gäste, die am Sonntag kamen, nannte das Fest „viel zu laut“.",
            "Jan Weber, einer der Gäste",
        ),
    ],
)
def test_quoted_pieces(tell: Tell, text: str, speaker: str) -> None:
    assert [s[2] for s in tell(text) if s[0] == "direct"] == [speaker]


def test_what_is_quoted_is_no_cue(tell: Tell) -> None:
    found = tell("Weber sagte, man müsse „an das Land denken. Je eher wir, denke ich, anfangen, desto besser wird es“.")
    assert {s[2] for s in found} == {"Weber"}


def test_a_verb_after_the_konjunktiv_ends_what_is_told(tell: Tell) -> None:
    found = tell("Weber sagte, die Lage sei ernst und verließ den Saal.")
    assert [s[1:3] for s in found] == [("die Lage sei ernst", "Weber")]


def test_a_subordinate_clause_before_the_verb_is_not_told(tell: Tell) -> None:
    found = tell("Während Lang erklärte, alles zu wissen, räumte Weber ein, nichts gesehen zu haben.")
    assert ("nichts gesehen zu haben", "Weber") in [s[1:3] for s in found]


def test_a_preposition_opens_no_clause(tell: Tell) -> None:
    (found,) = tell("Seit August vertritt er die These, dass die Wälder wachsen.")
    assert found[1:3] == ("dass die Wälder wachsen", "er")


@pytest.mark.parametrize(
    ("text", "told", "speaker"),
    [
        ("Weber sagte, Lang sei krank, doch Jan Roth erklärte, sie zu sehen.", "sie zu sehen", "Jan Roth"),
        ("Das wollte die Lehrerin nicht dulden und kündigte an, zu klagen.", "zu klagen", "die Lehrerin"),
        ("Der Grund, so vermutet sie, dürfte der Streit sein.", "Der Grund … dürfte der Streit sein", "sie"),
        ("Von der Polizei kam die Information, die Straße sei frei.", "die Straße sei frei", "der Polizei"),
        ("Aus der Regierung ist zu hören, er habe das gewusst.", "er habe das gewusst", "der Regierung"),
        ("Im Entwurf ist vorgesehen, die Steuern zu senken.", "die Steuern zu senken", "Entwurf"),
        ("Weiter stellte es fest, dass der Vertrag nichtig ist.", "dass der Vertrag nichtig ist", "es"),
        ("Die „Ärzte ohne Grenzen“ kündigten an, zu helfen.", "zu helfen", "Die „Ärzte ohne Grenzen“"),
        (
            "Das sei falsch, sagte Jan Roth, Sprecher der Bahn am Montag.",
            "Das sei falsch",
            "Jan Roth, Sprecher der Bahn",
        ),
        (
            "Das sei falsch, sagte Eva Lang vom „Bund der Alten Wälder“ gestern.",
            "Das sei falsch",
            "Eva Lang vom „Bund der Alten Wälder“",
        ),
        (
            "Nach den Berechnungen der Forscher zieht der Sturm vorbei.",
            "zieht der Sturm vorbei",
            "den Berechnungen der Forscher",
        ),
        (
            "Die Firma hat Berichte zurückgewiesen, wonach sie pleite sei.",
            "sie pleite sei",
            "Berichte",
        ),
        (
            "Weber wurde festgenommen, andere Zeitungen berichten, dass er frei ist.",
            "dass er frei ist",
            "andere Zeitungen",
        ),
    ],
)  # fmt: skip
def test_indirect_statements(tell: Tell, text: str, told: str, speaker: str) -> None:
    assert (told, speaker) in [s[1:3] for s in tell(text) if s[0] == "indirect"]


def test_an_embedded_statement_has_its_own_speaker(tell: Tell) -> None:
    outer, inner = tell("Laut dem Sender hat der Minister angekündigt, die Steuern zu senken.")
    assert (outer[2], inner[2], inner[5]) == ("dem Sender", "der Minister", outer[1])


def test_what_a_pronoun_hopes_is_no_statement_within_what_it_says(tell: Tell) -> None:
    assert len(tell("Weber sagte, er hoffe, dass die Steuern sinken.")) == 1


def test_who_is_pointed_back_at_makes_the_statement(tell: Tell) -> None:
    found = tell("Der Täter soll geflohen sein. Das berichten mehrere Zeitungen.")
    assert [s[:3] for s in found] == [("indirect", "Der Täter soll geflohen sein", "mehrere Zeitungen")]
