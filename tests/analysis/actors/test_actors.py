"""Who is behind the words: names, roles, pronouns, organisations, and what must not be merged."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.components.actors.component import add_actors
from newsreader.analysis.result import ActorKind, Statement, StatementKind
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from newsreader.analysis.result import Actor

    Build = Callable[[str], Doc]

FINITE = "VVFIN"


def speaking(doc: Doc, *speakers: str | None) -> Doc:
    """The Doc with a statement for each speaker, whose words are looked for from left to right."""
    statements: list[Statement] = []
    place, text = 0, doc.text
    for number, words in enumerate(speakers):
        if words is not None:
            start = text.index(words, place)
            place = start + len(words)
        speaker = None if words is None else Span(start, place)
        here = Span(place, min(place + 2, len(text)))
        statements.append(Statement(f"s{number}", StatementKind.INDIRECT, (here,), speaker=speaker))
    doc._.statements = tuple(statements)
    return add_actors(doc)


def who(doc: Doc) -> list[tuple[str | None, str | None]]:
    names = {actor.id: actor.name for actor in doc._.actors}
    return [(names.get(s.actor or ""), s.reason) for s in doc._.statements]


def actor(doc: Doc, name: str) -> Actor:
    found = [a for a in doc._.actors if a.name == name]
    assert len(found) == 1, [a.name for a in doc._.actors]
    one: Actor = found[0]
    return one


def mentions(doc: Doc, name: str) -> list[str]:
    return [span.of(doc.text) for span in actor(doc, name).mentions]


INTRODUCED = (
    "Nun|ADV telefonierten|VVFIN US-Verteidigungsminister|NN Lloyd|NE||PER Austin|NE||PER und|KON sein|PPOSAT "
    "russischer|ADJA|russisch Kollege|NN Andrej|NE||PER Beloussow|NE||PER .|$. "
)


def test_a_surname_belongs_to_the_full_name(build: Build) -> None:
    doc = speaking(build(INTRODUCED + "Das|PDS sagte|VVFIN Austin|NE||PER .|$."))
    speaking(doc, *["Austin"] * 2)  # the first one is part of the full name
    assert who(doc) == [("Lloyd Austin", "name"), ("Lloyd Austin", "surname")]
    assert mentions(doc, "Lloyd Austin") == ["US-Verteidigungsminister", "Lloyd Austin", "Austin"]
    assert actor(doc, "Lloyd Austin").role == "US-Verteidigungsminister"
    assert actor(doc, "Andrej Beloussow").role == "russischer Kollege"
    assert doc._.entity_actors == {2 + 1: "a1", 9: "a2", 14: "a1"}


def test_a_surname_may_come_first(build: Build) -> None:
    doc = build("Selenskyj|NE||PER wirbt|VVFIN .|$. Wolodymyr|NE||PER Selenskyj|NE||PER kam|VVFIN .|$.")
    assert mentions(speaking(doc), "Wolodymyr Selenskyj") == ["Selenskyj", "Wolodymyr Selenskyj"]


def test_genitives_are_the_same_person(build: Build) -> None:
    doc = build("Wolodymyr|NE||PER Selenskyj|NE||PER kam|VVFIN .|$. Selenskyjs|NE||PER Rede|NN gefiel|VVFIN .|$.")
    assert mentions(speaking(doc), "Wolodymyr Selenskyj") == ["Wolodymyr Selenskyj", "Selenskyjs"]


@pytest.mark.parametrize("name", ["Rodas", "Enders", "Strauss"])
def test_a_name_that_ends_in_s_keeps_it(build: Build, name: str) -> None:
    written = (
        f"Sozialminister|NN Carlos|NE||PER {name}|NE|{name[:-1]}|PER sprach|VVFIN .|$. {name}|NE||PER ging|VVFIN .|$."
    )
    assert mentions(speaking(build(written)), f"Carlos {name}") == ["Sozialminister", f"Carlos {name}", name]


def test_two_persons_with_one_surname_stay_two(build: Build) -> None:
    doc = build(
        "Anna|NE||PER Müller|NE||PER und|KON Bernd|NE||PER Müller|NE||PER kamen|VVFIN .|$. "
        "Müller|NE||PER sprach|VVFIN .|$."
    )
    speaking(doc)
    assert {a.name for a in doc._.actors} == {"Anna Müller", "Bernd Müller", "Müller"}
    assert mentions(doc, "Anna Müller") == ["Anna Müller"]


def test_frau_and_herr_tell_them_apart(build: Build) -> None:
    doc = build(
        "Anna|NE||PER Müller|NE||PER und|KON Bernd|NE||PER Müller|NE||PER kamen|VVFIN .|$. "
        "Frau|NN Müller|NE||PER sprach|VVFIN .|$. Herr|NN Müller|NE||PER schwieg|VVFIN .|$."
    )
    speaking(doc)
    assert len(mentions(doc, "Anna Müller")) == 2
    assert len(mentions(doc, "Bernd Müller")) == 2


def test_a_role_before_a_surname_tells_them_apart(build: Build) -> None:
    doc = build(
        "Staatsanwalt|NN Müller|NE||PER traf|VVFIN Richterin|NN Petra|NE||PER Müller|NE||PER .|$. "
        "Richterin|NN Müller|NE||PER ging|VVFIN .|$. Müller|NE||PER sprach|VVFIN .|$. Müller|NE||PER schwieg|VVFIN .|$."
    )
    speaking(doc)
    assert [(a.name, len(a.mentions)) for a in doc._.actors] == [("Müller", 2), ("Petra Müller", 4), ("Müller", 2)]


def test_a_middle_name_or_initial_may_be_left_out(build: Build) -> None:
    doc = build(
        "Jan|NE||PER Peter|NE||PER Balkenende|NE||PER kam|VVFIN .|$. Jan|NE||PER Balkenende|NE||PER ging|VVFIN .|$. "
        "Der|ART J.|NE||PER Balkenende|NE||PER blieb|VVFIN .|$."
    )
    assert len(mentions(speaking(doc), "Jan Peter Balkenende")) == 3


def test_a_name_with_particles(build: Build) -> None:
    doc = build(
        "Ursula|NE||PER von|APPR||PER der|ART||PER Leyen|NE||PER kam|VVFIN .|$. Leyen|NE||PER sprach|VVFIN .|$. "
        "Von|APPR||PER der|ART||PER Leyen|NE||PER ging|VVFIN .|$."
    )
    assert len(mentions(speaking(doc), "Ursula von der Leyen")) == 3


PRESIDENT = (
    "Der|ART ukrainische|ADJA|ukrainisch Präsident|NN|||Number=Sing Wolodymyr|NE||PER Selenskyj|NE||PER kam|VVFIN .|$. "
)


@pytest.mark.parametrize(
    "description",
    [
        "Der|ART ukrainische|ADJA|ukrainisch Präsident|NN",
        "Der|ART Präsident|NN",
        "Dieser|PDAT Präsident|NN",
        "Der|ART Präsident|NN der|ART Ukraine|NE||LOC",
    ],
)
def test_a_role_refers_back(build: Build, description: str) -> None:
    doc = build(f"{PRESIDENT}{description} dankte|VVFIN .|$.")
    speaker = doc.text.split(". ")[1].removesuffix(" dankte.")
    assert who(speaking(doc, speaker)) == [("Wolodymyr Selenskyj", "role")]


@pytest.mark.parametrize(
    "description",
    [
        "Der|ART russische|ADJA|russisch Präsident|NN",
        "Ein|ART Präsident|NN",
        "Die|ART Präsidentin|NN",
        "Der|ART Minister|NN",
        "Der|ART Präsident|NN des|ART Verbands|NN",
    ],
)
def test_a_role_of_somebody_else_does_not(build: Build, description: str) -> None:
    doc = build(f"{PRESIDENT}{description} dankte|VVFIN .|$.")
    speaker = doc.text.split(". ")[1].removesuffix(" dankte.")
    ((name, _),) = who(speaking(doc, speaker))
    assert name not in {None, "Wolodymyr Selenskyj"}


def test_a_role_that_two_have_is_nobody_s(build: Build) -> None:
    doc = build(
        "Außenminister|NN Hans|NE||PER Meier|NE||PER traf|VVFIN Innenminister|NN Paul|NE||PER Huber|NE||PER .|$. "
        "Der|ART Minister|NN dankte|VVFIN .|$. Der|ART Innenminister|NN dankte|VVFIN .|$."
    )
    assert who(speaking(doc, "Der Minister", "Der Innenminister")) == [
        ("Minister", "description"),
        ("Paul Huber", "role"),
    ]


def test_a_role_between_commas(build: Build) -> None:
    doc = build(
        "Klaus|NE||PER Stöhr|NE||PER ,|$, Leiter|NN des|ART Programms|NN ,|$, warnte|VVFIN .|$. "
        "Der|ART Sprecher|NN der|ART|||Case=Gen Polizei|NN ,|$, Lars|NE||PER Beringer|NE||PER ,|$, schwieg|VVFIN .|$. "
        "Olaf|NE||PER Scholz|NE||PER (|$( SPD|NE||ORG )|$( kam|VVFIN .|$. Der|ART SPD-Politiker|NN sprach|VVFIN .|$."
    )
    speaking(doc, "Klaus Stöhr, Leiter des Programms,", "Der Sprecher der Polizei, Lars Beringer", "Der SPD-Politiker")
    assert who(doc) == [("Klaus Stöhr", "name"), ("Lars Beringer", "name"), ("Olaf Scholz", "role")]
    assert actor(doc, "Klaus Stöhr").role == "Leiter des Programms"
    assert actor(doc, "Lars Beringer").role == "Sprecher der Polizei"


def test_a_critic_of_the_minister_is_not_the_minister(build: Build) -> None:
    doc = build(
        "Ein|ART Kritiker|NN des|ART|||Case=Gen Ministers|NN|Minister ,|$, Hans|NE||PER Meier|NE||PER ,|$, "
        "kam|VVFIN .|$. Der|ART Minister|NN schwieg|VVFIN .|$."
    )
    assert actor(speaking(doc), "Hans Meier").role == "Kritiker des Ministers"
    assert mentions(doc, "Hans Meier") == ["Ein Kritiker des Ministers", "Hans Meier"]


def test_a_role_of_several_is_nobody_s_own(build: Build) -> None:
    doc = build(
        "Die|ART Politiker|NN|||Number=Plur Hans|NE||PER Meier|NE||PER und|KON Ina|NE||PER Ott|NE||PER kamen|VVFIN .|$."
    )
    assert mentions(speaking(doc), "Hans Meier") == ["Hans Meier"]


def test_an_apposition_ends_before_the_next_person(build: Build) -> None:
    doc = build(
        "Hugo|NE||PER Chávez|NE||PER ,|$, Präsident|NN Venezuelas|NE||LOC und|KON Evo|NE||PER Morales|NE||PER .|$."
    )
    assert actor(speaking(doc), "Hugo Chávez").role == "Präsident Venezuelas"


def test_a_hyphen_makes_no_other_person(build: Build) -> None:
    doc = build(
        "Franz|NE||PER Josef|NE||PER Jung|NE||PER kam|VVFIN .|$. Franz-Josef|NE||PER Jung|NE||PER ging|VVFIN .|$."
    )
    assert [a.name for a in speaking(doc)._.actors] == ["Franz Josef Jung"]


def test_well_known_abbreviations_need_no_definition(build: Build) -> None:
    doc = build(
        "Die|ART Europäische|ADJA|europäisch|ORG Union|NN||ORG|Gender=Fem kam|VVFIN .|$. "
        "Die|ART EU|NE||ORG ging|VVFIN .|$."
    )
    assert who(speaking(doc, "Die EU")) == [("Europäische Union", "abbreviation")]


def test_an_organisation_that_ends_in_s_keeps_it(build: Build) -> None:
    doc = build(
        "Die|ART Agentur|NN Reuters|NE|Reuter|ORG meldet|VVFIN .|$. Angaben|NN des|ART Pentagons|NN|Pentagon|ORG .|$."
    )
    speaking(doc, "Die Agentur Reuters", "Angaben des Pentagons")
    assert who(doc) == [("Reuters", "name"), ("Pentagon", "report, name")]


def test_a_politician_is_who_was_just_spoken_of(build: Build) -> None:
    doc = build(
        "Bundeskanzler|NN Scholz|NE||PER kam|VVFIN .|$. Das|PDS sagte|VVFIN der|ART SPD-Politiker|NN .|$. "
        "Ida|NE||PER Ott|NE||PER (|$( CDU|NE||ORG )|$( kam|VVFIN .|$. "
        "Das|PDS sagte|VVFIN die|ART SPD-Politikerin|NN .|$."
    )
    assert who(speaking(doc, "der SPD-Politiker", "die SPD-Politikerin")) == [
        ("Scholz", "role"),
        ("SPD-Politikerin", "description"),
    ]


def test_a_name_that_was_missed_behind_a_role(build: Build) -> None:
    doc = build("Das|PDS sagte|VVFIN Baubürgermeister|NN Haag|NE .|$. Baubürgermeister|NN Haag|NE ging|VVFIN .|$.")
    assert who(speaking(doc, "Baubürgermeister Haag", "Baubürgermeister Haag")) == [("Haag", "name"), ("Haag", "name")]
    assert (actor(doc, "Haag").kind, actor(doc, "Haag").role) == (ActorKind.PERSON, "Baubürgermeister")


def test_an_enumeration_is_no_apposition(build: Build) -> None:
    doc = build("Er|PPER traf|VVFIN den|ART Minister|NN ,|$, Angela|NE||PER Merkel|NE||PER und|KON andere|PIS .|$.")
    assert actor(speaking(doc), "Angela Merkel").role is None


def test_a_genitive_behind_a_role_is_somebody_else(build: Build) -> None:
    doc = build(
        "Angela|NE||PER Merkel|NE||PER schwieg|VVFIN .|$. Ein|ART Sprecher|NN Merkels|NE||PER redete|VVFIN .|$."
    )
    assert who(speaking(doc, "Ein Sprecher Merkels")) == [("Sprecher Merkels", "description")]
    assert actor(doc, "Angela Merkel").role is None


SINGULAR, PLURAL = "|||Number=Sing", "|||Number=Plur"


def test_pronouns_agree(build: Build) -> None:
    doc = build(
        "Angela|NE||PER Merkel|NE||PER traf|VVFIN Olaf|NE||PER Scholz|NE||PER .|$. "
        f"Er|PPER dankte|VVFIN{SINGULAR} .|$. Sie|PPER sagte|VVFIN{SINGULAR} nichts|PIS .|$."
    )  # fmt: skip
    assert who(speaking(doc, "Er", "Sie")) == [("Olaf Scholz", "pronoun"), ("Angela Merkel", "pronoun")]


def test_a_plural_sie_is_no_single_woman(build: Build) -> None:
    doc = build(f"Angela|NE||PER Merkel|NE||PER kam|VVFIN .|$. Sie|PPER sagten|VVFIN{PLURAL} ab|PTKVZ .|$.")
    assert who(speaking(doc, "Sie")) == [(None, None)]


def test_nobody_is_meant_by_man_or_by_a_pronoun_without_antecedent(build: Build) -> None:
    doc = build("Er|PPER sagte|VVFIN es|PPER .|$. Man|PIS meint|VVFIN es|PPER .|$.")
    assert who(speaking(doc, "Er", "Man")) == [(None, None), (None, None)]
    assert doc._.actors == ()


def test_unnamed_ones(build: Build) -> None:
    doc = build(
        "Eine|ART|||Case=Nom Sprecherin|NN des|ART|||Case=Gen Pentagons|NN|Pentagon sprach|VVFIN .|$. "
        f"Die|ART Sprecherin|NN lobte|VVFIN ihn|PPER .|$. Sie|PPER ging|VVFIN{SINGULAR} .|$."
    )
    speaking(doc, "Eine Sprecherin des Pentagons", "Die Sprecherin", "Sie")
    assert [name for name, _ in who(doc)] == ["Sprecherin des Pentagons"] * 3
    assert actor(doc, "Sprecherin des Pentagons").kind is ActorKind.UNNAMED


def test_who_only_is_described_is_no_actor(build: Build) -> None:
    doc = build("Eine|ART Sprecherin|NN kam|VVFIN .|$. Olaf|NE||PER Scholz|NE||PER ging|VVFIN .|$.")
    assert [a.name for a in speaking(doc)._.actors] == ["Olaf Scholz"]


def test_both_are_the_two_before(build: Build) -> None:
    doc = build(
        "Olaf|NE||PER Scholz|NE||PER traf|VVFIN Angela|NE||PER Merkel|NE||PER .|$. Beide|PIS dankten|VVFIN .|$. "
        "Ida|NE||PER Ott|NE||PER kam|VVFIN .|$. Beide|PIS schwiegen|VVFIN .|$."
    )
    assert who(speaking(doc, "Beide", "Beide")) == [("Olaf Scholz und Angela Merkel", "joint"), (None, None)]


def test_an_age_means_who_was_spoken_of_last(build: Build) -> None:
    doc = build(
        "Eine|ART Nachbarin|NN kam|VVFIN .|$. Das|PDS sagte|VVFIN die|ART 52-Jährige|NN .|$. "
        "Olaf|NE||PER Scholz|NE||PER traf|VVFIN Hans|NE||PER Ott|NE||PER .|$. "
        "Das|PDS sagte|VVFIN der|ART 60-Jährige|NN|||Gender=Masc .|$."
    )
    assert who(speaking(doc, "die 52-Jährige", "der 60-Jährige"))[0] == ("Nachbarin", "role")
    assert who(doc)[1] == ("60-Jähriger", "description")


@pytest.mark.parametrize(("word", "name"), [("Staatschef", "Ina Ott"), ("Regierungschef", None), ("Amtschef", None)])
def test_other_words_for_an_office(build: Build, word: str, name: str | None) -> None:
    doc = build(f"Präsident|NN Ina|NE||PER Ott|NE||PER kam|VVFIN .|$. Das|PDS sagte|VVFIN der|ART {word}|NN .|$.")
    speaking(doc, f"der {word}")
    assert who(doc)[0][0] == (name or word)


def test_an_unknown_word_before_a_full_name_is_a_role_of_the_bearer(build: Build) -> None:
    doc = build(
        "Bergfex|NN Ina|NE||PER Ott|NE||PER sprach|VVFIN .|$. "
        "Die|ART Kanzlei|NN Ina|NE||PER Ott|NE||PER sprach|VVFIN .|$."
    )
    found = who(speaking(doc, "Bergfex Ina Ott", "Die Kanzlei Ina Ott"))
    assert found[0] == ("Ina Ott", "name")
    assert found[1][0] != "Ina Ott"


def test_demnach_draws_on_the_sentence_before(build: Build) -> None:
    doc = build(
        "Heute|ADV gab|VVFIN die|ART Staatsanwaltschaft|NN|||Gender=Fem,Number=Sing das|PDS bekannt|ADJD .|$. "
        "Demnach|PROAV war|VAFIN es|PPER so|ADV .|$."
    )
    assert who(speaking(doc, "Demnach")) == [("Staatsanwaltschaft", "continued")]


def test_the_subject_makes_the_utterance(build: Build) -> None:
    doc = build(
        "Olaf|NE||PER Scholz|NE||PER lehnte|VVFIN mit|APPR der|ART Begründung|NN ab|PTKVZ .|$. "
        "Mit|APPR der|ART Begründung|NN war|VAFIN nichts|PIS .|$."
    )
    assert who(speaking(doc, "der Begründung", "der Begründung")) == [("Olaf Scholz", "subject"), (None, None)]


def test_a_body_is_known_by_its_noun_later(build: Build) -> None:
    doc = build(
        "Die|ART israelische|ADJA|israelisch Armee|NN|||Gender=Fem kam|VVFIN .|$. Die|ART Armee|NN|||Gender=Fem "
        "schwieg|VVFIN .|$. Sie|PPER ging|VVFIN|||Number=Sing .|$."
    )
    assert [name for name, _ in who(speaking(doc, "Die Armee", "Sie"))] == ["Israelische Armee"] * 2


def test_two_bodies_with_one_noun_stay_two(build: Build) -> None:
    doc = build(
        "Die|ART israelische|ADJA|israelisch Armee|NN|||Gender=Fem und|KON die|ART syrische|ADJA|syrisch "
        "Armee|NN|||Gender=Fem kamen|VVFIN .|$. Die|ART Armee|NN|||Gender=Fem schwieg|VVFIN .|$."
    )
    assert who(speaking(doc, "Die Armee")) == [("Armee", "phrase")]


def test_report_nouns_stand_for_their_source(build: Build) -> None:
    doc = build(
        "Nach|APPR Angaben|NN|Angabe der|ART|||Case=Gen Polizei|NN kam|VVFIN er|PPER .|$. Laut|APPR Polizeiangaben|NN "
        "ging|VVFIN er|PPER .|$. Die|ART Polizei|NN dankte|VVFIN .|$. "
        "Nach|APPR Ansicht|NN von|APPR Olaf|NE||PER Scholz|NE||PER nicht|PTKNEG .|$."
    )
    speaking(doc, "Angaben der Polizei", "Polizeiangaben", "Die Polizei", "Ansicht von Olaf Scholz")
    assert [name for name, _ in who(doc)] == ["Polizei", "Polizei", "Polizei", "Olaf Scholz"]
    assert actor(doc, "Polizei").kind is ActorKind.ORGANISATION


def test_a_report_without_a_source_is_nobody_s(build: Build) -> None:
    doc = build(
        "Nach|APPR Angaben|NN|Angabe kam|VVFIN er|PPER .|$. Eine|ART Studie|NN|||Gender=Fem zeigt|VVFIN das|PDS .|$. "
        "Laut|APPR Medienberichten|NN|Medienbericht||Case=Dat,Number=Plur ging|VVFIN er|PPER .|$. "
        "Nach|APPR israelischen|ADJA|israelisch Angaben|NN|Angabe||Number=Plur nicht|PTKNEG .|$. "
        "Nach|APPR Ansicht|NN vieler|PIAT Experten|NN|Experte||Number=Plur nicht|PTKNEG .|$."
    )
    speaking(doc, "Angaben", "Eine Studie", "Medienberichten", "israelischen Angaben", "Ansicht vieler Experten")
    assert [name for name, _ in who(doc)] == [None, "Studie", "Medienberichte", "Israelische Angaben", "Experten"]


def test_a_relative_pronoun_means_what_stands_before_it(build: Build) -> None:
    doc = build(
        "Olaf|NE||PER Scholz|NE||PER ,|$, der|PRELS dankte|VVFIN ,|$, kam|VVFIN .|$. Er|PPER traf|VVFIN Bürger|NN ,|$, "
        "die|PRELS klagten|VVFIN .|$."
    )
    assert who(speaking(doc, "der", "die")) == [("Olaf Scholz", "pronoun"), ("Bürger", "pronoun")]


def test_his_report_is_his(build: Build) -> None:
    doc = build("Olaf|NE||PER Scholz|NE||PER kam|VVFIN .|$. Seiner|PPOSAT Meinung|NN nach|APPO gut|ADJD .|$.")
    assert who(speaking(doc, "Seiner Meinung")) == [("Olaf Scholz", "pronoun")]


def test_abbreviations_are_defined_in_brackets(build: Build) -> None:
    doc = build(
        "Der|ART Bundesgerichtshof|NN (|$( BGH|NE||ORG )|$( urteilte|VVFIN .|$. Der|ART BGH|NE||ORG sagte|VVFIN .|$. "
        "Die|ART Deutsche|ADJA|deutsch|ORG Presse-Agentur|NN||ORG (|$( dpa|NE )|$( meldet|VVFIN .|$. dpa|NE||ORG "
        "schrieb|VVFIN .|$."
    )
    assert who(speaking(doc, "BGH", "dpa"))[0][0] == "Bundesgerichtshof"
    assert "dpa" in mentions(doc, "Deutsche Presse-Agentur")


def test_an_abbreviation_may_count_small_words(build: Build) -> None:
    doc = build(
        "Die|ART Gewerkschaft|NN der|ART Polizei|NN (|$( GdP|NE||ORG )|$( kam|VVFIN .|$. "
        "Die|ART GdP|NE||ORG ging|VVFIN .|$."
    )
    assert who(speaking(doc, "Die GdP"))[0][0] == "Gewerkschaft der Polizei"


def test_a_party_in_brackets_is_no_abbreviation(build: Build) -> None:
    doc = build(
        "Olaf|NE||PER Scholz|NE||PER (|$( SPD|NE||ORG )|$( kam|VVFIN .|$. Die|ART SPD|NE||ORG dankte|VVFIN .|$."
    )
    assert who(speaking(doc, "Die SPD")) == [("SPD", "name")]


def test_places_speak_as_governments(build: Build) -> None:
    doc = build(
        "Laut|APPR Moskau|NE||LOC war|VAFIN es|PPER so|ADV .|$. Aus|APPR Russland|NE||LOC hieß|VVFIN es|PPER .|$."
    )
    assert who(speaking(doc, "Moskau", "Russland")) == [("Moskau", "place"), ("Russland", "place")]


def test_a_place_that_does_not_speak_is_no_actor(build: Build) -> None:
    assert speaking(build("In|APPR Moskau|NE||LOC regnet|VVFIN es|PPER .|$."))._.actors == ()


def test_a_place_in_a_role_is_not_the_person(build: Build) -> None:
    doc = build(
        "Mexikos|NE|Mexiko|LOC Innenminister|NN Francisco|NE||PER Ramirez|NE||PER kam|VVFIN .|$. "
        "Italiens|NE|Italien|LOC Ministerin|NN ging|VVFIN .|$. Das|PDS sagt|VVFIN Rom|NE||LOC .|$."
    )
    speaking(doc, "Rom")
    assert doc._.entity_actors == {2: "a1", 12: "a2"}
    assert actor(doc, "Francisco Ramirez").role == "Mexikos Innenminister"


def test_joint_speakers_are_a_group(build: Build) -> None:
    doc = build(
        "Anna|NE||PER Müller|NE||PER und|KON Bernd|NE||PER Meier|NE||PER kamen|VVFIN .|$. "
        "Müller|NE||PER und|KON Meier|NE||PER dankten|VVFIN .|$."
    )
    assert who(speaking(doc, "Müller und Meier")) == [("Anna Müller und Bernd Meier", "joint")]
    assert actor(doc, "Anna Müller und Bernd Meier").kind is ActorKind.GROUP
    assert mentions(doc, "Anna Müller") == ["Anna Müller", "Müller"]


def test_three_who_speak_together(build: Build) -> None:
    doc = build(
        "Die|ART SPD|NE||ORG ,|$, die|ART Grünen|NE||ORG und|KON die|ART Gewerkschaften|NN|Gewerkschaft||Number=Plur "
        "dankten|VVFIN .|$."
    )
    assert who(speaking(doc, "Die SPD, die Grünen und die Gewerkschaften")) == [
        ("SPD, Die Grünen und Gewerkschaften", "joint")
    ]


@pytest.mark.parametrize(
    "speaker",
    [
        "Vertreter|NN|||Number=Plur in|APPR Politik|NN und|KON Wissenschaft|NN",
        "Forscher|NN|||Number=Plur der|ART|||Case=Gen Universität|NN und|KON des|ART|||Case=Gen Museums|NN",
    ],
)
def test_two_complements_are_not_two_speakers(build: Build, speaker: str) -> None:
    doc = build(f"{speaker} dankten|VVFIN .|$.")
    ((name, reason),) = who(speaking(doc, doc.text.removesuffix(" dankten.")))
    assert (name, reason) == (doc.text.removesuffix(" dankten."), "phrase")


def test_one_person_with_two_roles_is_one(build: Build) -> None:
    doc = build("General|NN und|KON Kommandeur|NN Charles|NE||PER Bouchard|NE||PER dankte|VVFIN .|$.")
    assert who(speaking(doc, "General und Kommandeur Charles Bouchard")) == [("Charles Bouchard", "name")]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("den|ART|||Case=Dat,Number=Plur Behörden|NN|Behörde||Number=Plur", "Behörden"),
        ("der|ART|||Case=Dat israelischen|ADJA|israelisch Armee|NN|||Gender=Fem", "Israelische Armee"),
        (
            "des|ART|||Case=Gen bayerischen|ADJA|bayerisch Umweltministeriums|NN|Umweltministerium",
            "Bayerisches Umweltministerium",
        ),
        ("der|ART oberste|ADJA|oberst Strafgerichtshof|NN|||Gender=Masc", "Oberster Strafgerichtshof"),
        ("Marktbeobachtern|NN|Marktbeobachter||Case=Dat,Number=Plur", "Marktbeobachter"),
        ("die|ART Zeitung|NN „|$( Haaretz|NE “|$(", "Haaretz"),
        ("Die|ART „|$( Süddeutsche|ADJA Zeitung|NN “|$(", "Süddeutsche Zeitung"),
        ("Angehörige|NN", "Angehörige"),
        ("der|ART Vorsitzende|NN Richter|NN|||Gender=Masc", "Vorsitzender Richter"),
    ],
)  # fmt: skip
def test_names_are_in_the_nominative_without_article(build: Build, speaker: str, name: str) -> None:
    doc = build(f"Das|PDS ist|VAFIN laut|APPR {speaker} so|ADV .|$.")
    words = doc.text[doc.text.index("laut") + 5 : -4]
    assert [found for found, _ in who(speaking(doc, words))] == [name]


def test_a_continuing_statement_inherits(build: Build) -> None:
    doc = build("Das|PDS sagte|VVFIN Olaf|NE||PER Scholz|NE||PER .|$. Es|PPER sei|VAFIN so|ADV .|$. Ende|NN .|$.")
    first = Statement("s1", StatementKind.INDIRECT, (Span(0, 3),), speaker=Span(10, 21), frame=(Span(4, 22),))
    second = Statement("s2", StatementKind.INDIRECT_FREE_INDIRECT, (Span(23, 33),))
    third = Statement("s3", StatementKind.INDIRECT, (Span(34, 38),))
    doc._.statements = (first, second, third)
    assert who(add_actors(doc)) == [("Olaf Scholz", "name"), ("Olaf Scholz", "continued"), (None, None)]


def test_actors_are_numbered_by_appearance(build: Build) -> None:
    doc = speaking(build(INTRODUCED + PRESIDENT), "sein russischer Kollege Andrej Beloussow")
    assert [(a.id, a.name) for a in doc._.actors] == [
        ("a1", "Lloyd Austin"),
        ("a2", "Andrej Beloussow"),
        ("a3", "Wolodymyr Selenskyj"),
    ]


def test_a_thousand_actors_take_linear_time(build: Build) -> None:
    def seconds(count: int) -> float:
        written = "".join(
            f"Minister|NN Hans|NE||PER Nam{chr(97 + n % 26)}{n}|NE||PER sprach|VVFIN .|$. Er|PPER ging|VVFIN .|$. "
            f"Der|ART Minister|NN kam|VVFIN .|$. " for n in range(count)
        )  # fmt: skip
        doc = build(written)
        start = process_time()
        speaking(doc, *(f"Hans Nam{chr(97 + n % 26)}{n}" for n in range(count)))
        assert len(doc._.actors) == count
        return process_time() - start

    seconds(20)
    # Ten times as many; a square of it would be a hundred times the time.
    assert seconds(1000) < 40 * max(seconds(100), 0.03)
