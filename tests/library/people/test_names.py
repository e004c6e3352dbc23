"""Names of persons and organisations as they are compared across articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.library.people.bodies import abbreviations, body_key, resolve
from newsreader.library.people.names import fold, person_name, same_person_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Angela Merkel", "Dr. Angela Merkel"),
        ("Karl Lauterbach", "Prof. Dr. med. Karl Lauterbach"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("J. D. Vance", "JD Vance"),
        ("J. D. Vance", "J.D. Vance"),
        ("Frank-Walter Steinmeier", "Frank Walter Steinmeier"),
        ("Olaf Scholz", "Olaf Scholz (SPD)"),
        ("Olaf Scholz", "Olaf Scholz’"),
        ("Papst Franziskus", "Franziskus"),
        ("Charles III.", "König Charles III."),
        ("Robert F. Kennedy Jr.", "Robert F. Kennedy junior"),
    ],
)
def test_one_name_however_it_is_written(one: str, other: str) -> None:
    left, right = person_name(one, "Papst"), person_name(other, "Papst")
    assert left.is_full
    assert left == right


@pytest.mark.parametrize(
    "name",
    [
        "Merkel",
        "Strack-Zimmermann",
        "von der Leyen",
        "O. Scholz",
        "Lina E.",
        "Thomas K",
        "Herr Müller",
        "Familie Müller",
        "Franziskus",
        "",
        "…",
    ],
)
def test_a_name_that_tells_nobody_apart_has_no_key(name: str) -> None:
    assert not person_name(name).is_full


def test_what_looks_like_a_title_may_be_a_given_name() -> None:
    assert person_name("Phil Spector").key == "phil spector"
    assert person_name("Al Gore").key == "al gore"


def test_a_son_is_not_his_father() -> None:
    assert person_name("Donald Trump Jr.").key != person_name("Donald Trump").key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Donald Trump", "Donald J. Trump", True),
        ("Donald John Trump", "Donald J. Trump", True),
        ("Hans Peter Uhl", "Hans Jürgen Uhl", False),
        ("Hans Uhl", "Hans Peter Uhl", None),
        ("Klaus Peter", "Klaus Peters", False),
        ("Karl-Theodor zu Guttenberg", "Karl-Theodor Freiherr zu Guttenberg", True),
    ],
)
def test_middle_names(one: str, other: str, same: bool | None) -> None:
    left, right = person_name(one), person_name(other)
    assert left.key == right.key
    assert same_person_name(left.form, right.form) is same
    assert same_person_name(right.form, left.form) is same


@given(st.text(max_size=40), st.none() | st.text(max_size=20))
@settings(deadline=None)
def test_any_text_is_taken_apart(name: str, role: str | None) -> None:
    found = person_name(name, role)
    assert all(found.form)
    assert person_name(name, role) == found


@given(st.text(max_size=30))
@settings(deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Weißes Haus", "Weißen Hauses"),
        ("Siemens AG", "Siemens"),
        ("Die Zeit", "Zeit"),
        ("Bundesgerichtshof", "Bundesgerichtshofs"),
        ("Robert-Koch-Institut", "Robert Koch-Institut"),
        ("Chaos Computer Club e. V.", "Chaos Computer Club"),
        ("Internationaler Währungsfonds", "Internationalen Währungsfonds"),
    ],
)
def test_one_organisation_however_it_is_inflected(one: str, other: str) -> None:
    assert body_key(one)
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize("name", ["Polizei", "die Staatsanwaltschaft", "Innenministerium", "Gewerkschaften", ""])
def test_what_only_says_what_kind_of_body_it_is_has_no_key(name: str) -> None:
    assert not body_key(name)


@pytest.mark.parametrize("name", ["Bundespolizei", "Polizei Köln", "Kölner Polizei", "NATO", "EU-Kommission"])
def test_what_says_which_has_one(name: str) -> None:
    assert body_key(name)


def test_an_article_defines_an_abbreviation() -> None:
    mentions = ("Bündnis Sahra Wagenknecht", "BSW", "Partei", "WASG")
    assert abbreviations("Bündnis Sahra Wagenknecht", mentions) == {"bsw"}
    assert abbreviations("BSW", ("BSW",)) == frozenset()


def test_an_abbreviation_stands_for_what_most_articles_say() -> None:
    assert resolve("ppp", {}) == "ppp"
    assert resolve("ppp", {"phak palang prachachon": 1}) == "phak palang prachachon"
    assert resolve("ppp", {"phak palang prachachon": 1, "people s power party": 1}) == "ppp"
    assert resolve("ppp", {"phak palang prachachon": 8, "people s power party": 2}) == "phak palang prachachon"
    assert resolve("eu", {}) == body_key("Europäische Union")
