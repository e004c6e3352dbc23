"""Whom a few words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.library.people.conftest import BODY, PERSON, written

from newsreader.library.people.choosing import likeliest, meant

if TYPE_CHECKING:
    from newsreader.library.library import Library


@pytest.fixture
def filled(library: Library) -> Library:
    library.keep(
        *written(
            "https://example.org/1",
            ("Olaf Scholz", PERSON, "Bundeskanzler"),
            ("Scholz", PERSON, None),
            ("Katrin Müller", PERSON, "Ministerin"),
            ("Katrin Müller-Lüdenscheidt", PERSON, None),
            ("Europäische Union", BODY, None),
            ("Müller", PERSON, None),
            ("Müller GmbH", BODY, None),
        )
    )
    return library


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Olaf Scholz", "Olaf Scholz"),
        ("Dr. Olaf Scholz", "Olaf Scholz"),
        ("scholz", "Olaf Scholz"),
        ("bundeskanzler", "Olaf Scholz"),
        ("Katrin Mueller", "Katrin Müller"),
        ("europäischen union", "Europäische Union"),
        ("union", "Europäische Union"),
    ],
)
def test_it_is_clear_who_is_meant(filled: Library, words: str, name: str) -> None:
    found = likeliest(meant(words, filled.people.listed()))
    assert found is not None
    assert found.name == name


def test_it_is_not_clear(filled: Library) -> None:
    people = filled.people.listed()
    assert likeliest(meant("katrin", people)) is None
    assert {one.name for one in meant("katrin", people)} == {"Katrin Müller", "Katrin Müller-Lüdenscheidt"}
    assert meant("Merkel", people) == []
    assert meant("", people) == []


def test_a_number_is_its_bearer(filled: Library) -> None:
    people = filled.people.listed()
    assert meant(str(people[3].number), people) == meant(f"#{people[3].number}", people) == [people[3]]
    assert meant("999", people) == []
