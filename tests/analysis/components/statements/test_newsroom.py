"""What newsrooms' pages hold beside reports: pull quotes, questions as sub-headings, reporters who write "ich"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[str], list[tuple[str | None, ...]]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Erschreckend für Anna Weber ist: „Kaum eine Firma ist vorbereitet.“", "Anna Weber"),
        ("Für Schulleiter Jan Brandt kein Thema: „Wir fahren heute an den See.“", "Jan Brandt"),
        ("Dass der Verein seit Wochen verliert, stört Anna Weber nicht: „Alle sind motiviert.“", "Anna Weber"),
        ("Angriff auf den Hafen: „Die Lage ist sehr ernst“", None),
        ("Weber sagte: „Wir bleiben.“ Kurzer Nachsatz: „Solange es geht, ist das richtig.“", "Weber"),
        (
            "Jan Weber, Leiter der Werft, in dessen Zuständigkeit das Dock liegt, ergänzt: „Die Werft hat Sorgen.“",
            "Jan Weber, Leiter der Werft",
        ),
        (
            "Das kostet viel, sagte ein Gast. Generell müsse die Stadt helfen, fordert Anna Weber: „Das ist Pflicht.“",
            "Anna Weber",
        ),
        (
            "Wie Sprecherin Anna Weber erklärte, will die Firma sich darum kümmern: „Das war so abgesprochen.“",
            "Sprecherin Anna Weber",
        ),
        ("„Den Wahn erkennt niemand, der ihn teilt.“ (Jan Weber)", "Jan Weber"),
        ("„Wir bauen neu“, sagt Anna Weber bote.de selbstbewusst.", "Anna Weber"),
        ("Paul Lauert leitet den Hof. Lauert sagte deswegen im Gespräch: „Wir hoffen auf Regen.“", "Lauert"),
        ("In der Petition heisst es: «Der Platz soll frei bleiben.»", "der Petition"),
        ("Während des Rennens drehte sich der Sohn um und sagte: „Ich habe es gemerkt.“", "der Sohn"),
        ("„Es geht los“, schrieb Anna Weber auf X. „Genau wie früher.“", "Anna Weber"),
    ],
)
def test_who_is_quoted(tell: Tell, text: str, speaker: str | None) -> None:
    assert [s[2] for s in tell(text) if s[0] == "direct"][-1] == speaker


def test_who_writes_is_not_quoted(tell: Tell) -> None:
    found = tell(
        "Ein Gast sagt: „Das war schön.“\n\nIch sitze dabei, höre zu und muss lächeln: „Ja, sehr.“ Dann schweige ich."
    )
    assert [(s[0], s[2]) for s in found] == [("direct", "Ein Gast"), ("direct", "Ich")]


def test_who_asks_does_not_answer(tell: Tell) -> None:
    found = tell("Wir fragten die Wache, ob viel zu tun sei. „Nein, hier kommt niemand mehr.“")
    assert [s[2] for s in found if s[0] == "direct"] == [None]


def test_a_pull_quote_has_the_speaker_of_the_words_that_it_repeats(tell: Tell) -> None:
    found = tell(
        "„Einigt euch vernünftig!“\n\nDie Läden leiden. Anna Weber sagte den Parteien: „Einigt euch vernünftig!“"
    )
    assert [(s[2], s[4]) for s in found] == [
        ("Anna Weber", "quotation echoed"),
        ("Anna Weber", "quotation, frame before"),
    ]


def test_a_heading_does_not_speak_on(tell: Tell) -> None:
    found = tell("EU warnt vor dem Gesetz\n\nBefürworter sehen kein Hindernis. Offenheit sei wichtig.")
    assert [s[0] for s in found] == ["reported"]


def test_questions_as_headings_of_a_report_are_no_interview(tell: Tell) -> None:
    found = tell(
        "Wer ist Anna Weber?\n\nSie ist Ärztin. „Wir sammeln Stimmen in vielen Städten“, sagt Anna Weber.\n\n"
        "Wie geht es weiter?\n\nIm Mai wird gewählt. „Wir hoffen auf den Sieg“, sagt ihr Helfer Jan Brandt."
    )
    assert [(s[1], s[2]) for s in found] == [
        ("„Wir sammeln Stimmen in vielen Städten“", "Anna Weber"),
        ("„Wir hoffen auf den Sieg“", "ihr Helfer Jan Brandt"),
    ]


def test_a_place_before_headlines_has_no_turn(tell: Tell) -> None:
    assert not [s for s in tell("Kenia: Kaffee von oben\n\nKenia: Die Ernte fällt besser aus") if s[0] == "direct"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Firma nutzt das „Extrablatt“. Viele lasen das „Extrablatt“. Der Verein schätzt den Wert des „Extrablatt“.",
        "Bei der „Wahl-Runde“ dürfen die Zuschauer Fragen stellen.",
        "„Marinera“, vormals „Bella“ (Archivbild): Das Schiff liegt im Hafen.",
    ],
)
def test_names_in_marks_are_nobodys_words(tell: Tell, text: str) -> None:
    assert not [s for s in tell(text) if s[0] == "direct"]


def test_the_name_of_a_chapter_is_said_by_nobody(tell: Tell) -> None:
    assert [s[2] for s in tell("„Sprechen Sie nie mit Fremden“ ist das erste Kapitel überschrieben.")] == [None]


def test_to_whom_words_are_said_is_no_quotation(tell: Tell) -> None:
    for told in ("der „Welt“", "dem Portal „bote.de“"):
        found = tell(f"„Die Händler klagen über die Lage“, sagte Anna Weber {told}.")
        assert [s[1] for s in found] == ["„Die Händler klagen über die Lage“"]


def test_a_frame_with_a_source_is_no_statement_of_its_own(tell: Tell) -> None:
    found = tell("„Gerade die Werft ist wichtig“, betonte Anna Weber ihrem Redetext zufolge.")
    assert [(s[0], s[2]) for s in found] == [("direct", "Anna Weber")]


def test_a_place_before_a_headline_is_not_its_subject(tell: Tell) -> None:
    assert [s[2] for s in tell("Bangkok: Demonstranten fordern neue Wahlen")] == ["Demonstranten"]
