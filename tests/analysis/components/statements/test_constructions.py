"""One test a construction: what is told, by whom, with which cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[str], list[tuple[str | None, ...]]]


@pytest.mark.parametrize(
    ("text", "told", "speaker", "cue"),
    [
        ("„Das Dach ist undicht“, sagte die Lehrerin.", "„Das Dach ist undicht“", "die Lehrerin", "sagte"),
        ("Die Lehrerin sagte: „Das Dach ist undicht.“", "„Das Dach ist undicht.“", "Die Lehrerin", "sagte"),
        (
            "„Das Dach ist undicht“, teilte die Stadt am Montag mit.",
            "„Das Dach ist undicht“",
            "die Stadt",
            "teilte … mit",
        ),
        ("„Das Dach ist undicht“, so die Lehrerin weiter.", "„Das Dach ist undicht“", "die Lehrerin", "so"),
        (
            "Der Trainer war enttäuscht: „Wir haben schlecht gespielt.“",
            "„Wir haben schlecht gespielt.“",
            "Der Trainer",
            "",
        ),
        (
            "„Das Dach ist undicht“, grummelte der alte Hausmeister.",
            "„Das Dach ist undicht“",
            "der alte Hausmeister",
            "grummelte",
        ),
        ("Die Ministerin nannte den Plan „völlig unsinnig“.", "„völlig unsinnig“", "Die Ministerin", "nannte"),
    ],
)
def test_direct(tell: Tell, text: str, told: str, speaker: str, cue: str) -> None:
    found = [s for s in tell(text) if s[0] == "direct"]
    assert [s[1:4] for s in found] == [(told, speaker, cue)]


@pytest.mark.parametrize(
    ("text", "told", "speaker", "cue"),
    [
        ("Der Minister sagte, dass die Steuern sinken.", "dass die Steuern sinken", "Der Minister", "sagte"),
        ("Der Minister sagte, die Steuern seien zu hoch.", "die Steuern seien zu hoch", "Der Minister", "sagte"),
        ("Die Steuern seien zu hoch, sagte der Minister.", "Die Steuern seien zu hoch", "der Minister", "sagte"),
        ("Der Minister versprach, die Steuern zu senken.", "die Steuern zu senken", "Der Minister", "versprach"),
        (
            "Am Abend hat der Minister angekündigt, die Steuern zu senken.",
            "die Steuern zu senken",
            "der Minister",
            "hat … angekündigt",
        ),
        ("Laut dem Minister sinken die Steuern im Mai.", "sinken die Steuern im Mai", "dem Minister", "Laut"),
        ("Nach Angaben der Polizei starben zwei Menschen.", "starben zwei Menschen", "Angaben der Polizei", "Nach"),
        ("Polizeiangaben zufolge starben zwei Menschen.", "starben zwei Menschen", "Polizeiangaben", "zufolge"),
        ("Die Lage, so der Minister, ist ernst.", "Die Lage … ist ernst", "der Minister", "so"),
        ("Seiner Meinung nach ist die Lage ernst.", "ist die Lage ernst", "Seiner Meinung", "nach"),
        (
            "Wie die Polizei mitteilte, starben zwei Menschen.",
            "starben zwei Menschen",
            "die Polizei",
            "Wie … mitteilte",
        ),
        ("Im Bericht heißt es, die Lage sei ernst.", "die Lage sei ernst", "Bericht", "heißt es"),
        (
            "Aus dem Bericht geht hervor, dass die Lage ernst ist.",
            "dass die Lage ernst ist",
            "dem Bericht",
            "geht hervor",
        ),
        ("Er bestritt Berichte, wonach die Firma pleite sei.", "die Firma pleite sei", "Berichte", "wonach"),
        (
            "Nach dem Grundgesetz darf niemand gefoltert werden.",
            "darf niemand gefoltert werden",
            "dem Grundgesetz",
            "Nach",
        ),
        ("Es gibt Studien, nach denen die Wälder wachsen.", "die Wälder wachsen", "denen", "nach"),
        ("Das Dach ist undicht, das teilte die Stadt mit.", "Das Dach ist undicht", "die Stadt", "teilte … mit"),
        ("Der Minister hoffte dass die Lage sich bessert.", "dass die Lage sich bessert", "Der Minister", "hoffte"),
        ("Sie gaben an, zu frieren; die Kinder spielten im Hof.", "zu frieren", "Sie", "gaben an"),
        ("Ob die Firma pleite sei, fragte der Richter.", "Ob die Firma pleite sei", "der Richter", "fragte"),
        (
            "Der Minister hat angekündigt die Steuern zu senken.",
            "die Steuern zu senken",
            "Der Minister",
            "hat angekündigt",
        ),
        ("Die Eltern beklagen Lärm, der die Kinder störe.", "der die Kinder störe", "Die Eltern", "beklagen"),
        ("Die Steuern bleiben so, das entschied der Rat.", "Die Steuern bleiben so", "der Rat", "entschied"),
        ("Aus Sicht der Eltern ist das Dach undicht.", "ist das Dach undicht", "Sicht der Eltern", "Aus"),
        (
            "Nach Einschätzung erfahrener Prüfer ist das Dach undicht.",
            "ist das Dach undicht",
            "Einschätzung erfahrener Prüfer",
            "Nach",
        ),
        (
            "Bisher liegen laut Volvo Bestellungen für zehn Busse vor.",
            "Bisher liegen … Bestellungen für zehn Busse vor",
            "Volvo",
            "laut",
        ),
        (
            "Der Minister glaubt, dass die Lage gut sei: „Wir schaffen das.“",
            "dass die Lage gut sei",
            "Der Minister",
            "glaubt",
        ),
        (
            "Die neue Studie gibt es. Danach ist das Dach undicht und alt.",
            "ist das Dach undicht und alt",
            "Danach",
            "Danach",
        ),
        ("Sie gab zu, es sei teuer, sprach aber von Erfolg.", "es sei teuer", "Sie", "gab zu"),
        ("Die Lage, sagte der Minister, sei ernst.", "Die Lage … sei ernst", "der Minister", "sagte"),
        ("Ziel der Stiftung ist es, Bäume zu pflanzen.", "Bäume zu pflanzen", "der Stiftung", "Ziel … ist"),
        ("Die Helfer warnen vor Hunger, wenn niemand spende.", "wenn niemand spende", "Die Helfer", "warnen vor"),
        ("Anna Lang kam und sagte, die Angebote reichen nicht.", "die Angebote reichen nicht", "Anna Lang", "sagte"),
        ("Kritik kam auf: Der Bau sei zu teuer, sagte Anna Lang.", "Der Bau sei zu teuer", "Anna Lang", "sagte"),
        ("Der Chef bestätigte, dass man rede, nannte aber keinen Tag.", "dass man rede", "Der Chef", "bestätigte"),
        (
            "Die Tat, so die Vorsitzende Richterin, sei belegt.",
            "Die Tat … sei belegt",
            "die Vorsitzende Richterin",
            "so",
        ),
    ],
)
def test_indirect(tell: Tell, text: str, told: str, speaker: str, cue: str) -> None:
    found = [s for s in tell(text) if s[0] == "indirect"]
    assert [s[1:4] for s in found] == [(told, speaker, cue)]


def test_sentences_in_the_konjunktiv_go_on(tell: Tell) -> None:
    found = tell(
        "Die Lage sei ernst, sagte Weber. Es fehle an Geld. Zudem habe niemand einen Plan. Weber reiste am Abend ab."
    )
    assert [(s[0], s[1], s[2]) for s in found] == [
        ("indirect", "Die Lage sei ernst", "Weber"),
        ("indirect_free_indirect", "Es fehle an Geld. Zudem habe niemand einen Plan.", "Weber"),
    ]


def test_a_quotation_without_cue_belongs_to_who_spoke_before(tell: Tell) -> None:
    found = tell("Die Lage sei ernst, sagte Weber. „Uns fehlt das Geld für neue Leute.“")
    assert [(s[0], s[2]) for s in found] == [("indirect", "Weber"), ("direct", "Weber")]


def test_a_quotation_without_any_speaker_before_it_has_none(tell: Tell) -> None:
    (found,) = tell("„Uns fehlt das Geld für neue Leute.“")
    assert (found[0], found[2]) == ("direct", None)


def test_sollen_after_a_statement(tell: Tell) -> None:
    found = tell("Der Minister kündigte an, die Steuern zu senken. Die Firmen sollen davon im Mai erfahren.")
    assert [(s[0], s[2]) for s in found] == [("indirect", "Der Minister"), ("free_indirect", "Der Minister")]


def test_reported(tell: Tell) -> None:
    (found,) = tell("Die Gewerkschaft forderte am Montag höhere Löhne.")
    assert found[:3] == ("reported", "Die Gewerkschaft forderte am Montag höhere Löhne.", "Die Gewerkschaft")


def test_a_sentence_points_back(tell: Tell) -> None:
    found = tell("Die Brücke bleibt bis Mai gesperrt. Das teilte die Stadt Lindenau mit.")
    assert [s[:4] for s in found] == [
        ("indirect", "Die Brücke bleibt bis Mai gesperrt", "die Stadt Lindenau", "teilte … mit")
    ]


def test_statements_nest(tell: Tell) -> None:
    outer, inner = tell("Eine Sprecherin sagte, Weber habe die „große Bedeutung der Gespräche“ betont.")
    assert (outer[2], inner[2]) == ("Eine Sprecherin", "Weber")
    assert inner[5] == outer[1]


def test_the_frame_may_stand_amid_a_quotation(tell: Tell) -> None:
    found = tell("„Wer so plant“, sagte Lohr, „der will das Bad gar nicht öffnen.“")
    assert [(s[0], s[2]) for s in found] == [("direct", "Lohr"), ("direct", "Lohr")]


def test_whom_it_is_said_to(tell: Tell) -> None:
    (found,) = tell("Die Ministerin forderte den Bürgermeister auf, die Schule zu öffnen.")
    assert found[6] == "den Bürgermeister"


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug „Grüner Peter“ fährt nicht mehr.",
        "Die Kinder riefen laut und winkten.",
        "Nach der Fahrt gab es Kuchen.",
        "Das Fest war so schnell zu Ende, wie es begonnen hatte.",
        "Die sogenannte „Hütte“ blieb geschlossen.",
        "Wäre das Wetter schlechter gewesen, hätte der Verein das Fest verschoben.",
        "Der Lokführer sprach lange mit den Gästen.",
        "Er öffnete die Tür, um zu lüften.",
        "Die Flut forderte mehr als hundert Todesopfer.",
        "Der Gouverneur forderte am Abend Soldaten an.",
        "Das neue Gerät, auch „Bonus View“ genannt, umfasst zwei Speicher.",
        "So etwas nennt man in der Stadt ein Fest.",
        "Weitere Züge sind für Montag angekündigt.",
        "Eine Sprecherin wollte nicht bestätigen, dass die Firma verkauft wird.",
        "Die Stadt hatte den Plan schon früher kritisiert.",
        "Fest steht, dass der Zug hielt.",
        "Die Gäste lobten den Plan, so auch der Intendant Emil Lang.",
        "Am Freitag gab es Streit (wir berichteten) darüber, ob die Straße bleibt.",
        "Nach der Veröffentlichung des Buches kamen viele Leser.",
    ],
)
def test_near_misses(tell: Tell, text: str) -> None:
    assert tell(text) == []


def test_an_interview_without_marks(tell: Tell) -> None:
    text = (
        "Frage: Wie geht es dem Wald?\n\nAnna Seidel: Besser als früher. Die Buchen treiben wieder aus.\n\n"
        "Frage: Und die Fichten?\n\nAnna Seidel: Die haben wir verloren.\n"
    )
    assert [s[:3] for s in tell(text) if s[4] == "interview"] == [
        ("direct", "Besser als früher. Die Buchen treiben wieder aus.", "Anna Seidel"),
        ("direct", "Die haben wir verloren.", "Anna Seidel"),
    ]


def test_the_turns_of_an_interview_may_be_lines(tell: Tell) -> None:
    text = (
        "Lokalblatt: Herr Weber, wie geht es dem Wald?\nPeter Weber: Besser als früher.\n"
        "Lokalblatt: Und die Fichten?\nPeter Weber: Die haben wir verloren.\n"
    )
    assert [s[1:3] for s in tell(text) if s[4] == "interview"] == [
        ("Besser als früher.", "Peter Weber"),
        ("Die haben wir verloren.", "Peter Weber"),
    ]


def test_questions_and_answers_in_the_first_person(tell: Tell) -> None:
    text = (
        "Frau Weber, wie geht es dem Wald?\n\nIch sehe Buchen, die wieder treiben.\n\n"
        "Und die Fichten?\n\nDie haben wir verloren.\n"
    )
    assert [s[:3] for s in tell(text)] == [
        ("direct", "Ich sehe Buchen, die wieder treiben.", "Frau Weber"),
        ("direct", "Die haben wir verloren.", "Frau Weber"),
    ]


def test_questions_that_an_article_answers_itself_are_no_interview(tell: Tell) -> None:
    text = "Was ist passiert?\n\nEin Zug ist entgleist.\n\nWie geht es weiter?\n\nDie Strecke bleibt gesperrt.\n"
    assert tell(text) == []


def test_the_marks_of_a_ticker_speak_not(tell: Tell) -> None:
    found = tell("+++ 13:00 +++ Die Bahn teilt mit, die Strecke sei wieder frei. +++")
    assert [s[2] for s in found] in ([None], ["Die Bahn"])


def test_what_is_quoted_from_end_to_end_is_direct(tell: Tell) -> None:
    assert [s[:3] for s in tell('Lang sagte, "wir helfen euch gern".')] == [
        ("direct", '"wir helfen euch gern"', "Lang")
    ]


def test_a_name_with_a_colon_that_comes_once_is_no_interview(tell: Tell) -> None:
    assert tell("Seidel: Der Wald stirbt\n\nDer Wald im Tal ist krank.") == []


def test_nobody_goes_on_across_a_heading(tell: Tell) -> None:
    found = tell("Die Lage sei ernst, sagte Weber.\n\nStreit um das Geld\n\nEs fehle an allem. Die Stadt schweigt.")
    assert [s[1] for s in found] == ["Die Lage sei ernst"]


def test_nobody_goes_on_past_a_statement_without_speaker(tell: Tell) -> None:
    found = tell(
        "Weber sagte, dass er bleibt. Am Abend wurde bekannt, dass die Stadt das Haus verkauft. "
        "Der Preis soll im Mai genannt werden."
    )
    assert [s[2] for s in found] == ["Weber", None]


def test_the_mark_of_an_agency_spoils_no_frame(tell: Tell) -> None:
    (found,) = tell("Es werde kälter, so der Wetterdienst. [dpa]")
    assert found[:3] == ("indirect", "Es werde kälter", "der Wetterdienst")


def test_two_subjects_share_a_verb(tell: Tell) -> None:
    found = tell("Jan Weber sprach von einem „großen Fehler“, Anna Lang dagegen von einem „ersten Schritt“.")
    direct = {s[1]: s[2] for s in found if s[0] == "direct"}
    assert direct == {"„großen Fehler“": "Jan Weber", "„ersten Schritt“": "Anna Lang"}


def test_pieces_go_on_in_a_relative_clause(tell: Tell) -> None:
    told = tell("Die Ministerin nannte den Plan einen „schweren Fehler“, der „viel Geld“ koste und „niemandem nützt“.")
    assert {"„schweren Fehler“", "„viel Geld“", "„niemandem nützt“"} <= {row[1] for row in told}
    assert {row[2] for row in told} == {"Die Ministerin"}
