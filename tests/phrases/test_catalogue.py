"""Both languages say the same things."""

from __future__ import annotations

from string import Formatter

import pytest

from newsreader.phrases import Phrases, catalogue, system_language
from newsreader.settings.config import setting_names

GERMAN, ENGLISH = catalogue.phrases("de"), catalogue.phrases("en")


def placeholders(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_both_languages_have_the_same_phrases() -> None:
    assert GERMAN.keys() == ENGLISH.keys()


def test_no_two_rooms_share_a_key() -> None:
    assert len(ENGLISH) == sum(len(room.EN) for room in catalogue.ROOMS)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_phrase_has_the_same_placeholders_in_both_languages(key: str) -> None:
    assert placeholders(GERMAN[key]) == placeholders(ENGLISH[key])
    assert GERMAN[key].strip()
    assert ENGLISH[key].strip()


def test_every_setting_is_explained() -> None:
    for name in setting_names():
        assert f"settings.about.{name}" in ENGLISH


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "de_AT", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


def test_a_number_chooses_the_form() -> None:
    phrases = Phrases("en")
    counted = sorted(key.removesuffix(".one") for key in ENGLISH if key.endswith(".one"))
    for key in counted:
        assert f"{key}.other" in ENGLISH
        names = placeholders(ENGLISH[f"{key}.other"]) - {"n"}
        assert phrases.count(key, 3, **dict.fromkeys(names, "x"))
