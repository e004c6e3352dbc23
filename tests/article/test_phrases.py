"""Every error and notice of the room is said in both languages, with the placeholders that it gives."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import newsreader.article
from newsreader.phrases import article


def placeholders(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_both_languages_say_the_same() -> None:
    assert set(article.DE) == set(article.EN)
    for key, phrase in article.DE.items():
        assert placeholders(phrase) == placeholders(article.EN[key]), key


def test_every_key_that_is_used_exists_and_the_other_way_round() -> None:
    room = Path(newsreader.article.__file__).parent
    used = {key for path in room.rglob("*.py") for key in re.findall(r'"(article\.\w+)"', path.read_text("utf-8"))}
    assert used == set(article.EN)


def test_each_is_one_sentence() -> None:
    for phrase in [*article.DE.values(), *article.EN.values()]:
        assert phrase.endswith(".")
        assert not re.search(r"\. [A-ZÄÖÜ]", phrase)
