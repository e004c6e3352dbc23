"""The tokenizer loses no character and takes full stops for what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from newsreader.analysis.embedded.tokenizer import GermanTokenizer

TOKENIZER = GermanTokenizer(Vocab())


def words(text: str) -> list[str]:
    return [word for word in TOKENIZER.split(text)[0] if word.strip()]


@given(st.text(max_size=200))
def test_tokens_and_blanks_are_the_text(text: str) -> None:
    assert TOKENIZER(text).text == text


@given(st.text(alphabet="aZüÄ1.,;:!?„“\"'»« \n-–/()\u0308\u00ad\u200d👩🇩🇪#@…§%€", max_size=80))
def test_tokens_of_newspaper_signs_are_the_text(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stand: 13.07.2024 10:36 Uhr", ["Stand", ":", "13.07.2024", "10:36", "Uhr"]),
        ("am 26. Juni statt.", ["am", "26.", "Juni", "statt", "."]),
        ("am 3. und 4. Mai", ["am", "3.", "und", "4.", "Mai"]),
        ("Es war 2010. Danach", ["Es", "war", "2010", ".", "Danach"]),
        ("im 19. Jahrhundert", ["im", "19.", "Jahrhundert"]),
        ("der NATO-Gipfel, z.B. hier", ["der", "NATO-Gipfel", ",", "z.B.", "hier"]),
        ("z. B. in St. Gallen", ["z.", "B.", "in", "St.", "Gallen"]),
        ("3,5 Mio. Euro bzw. 5%", ["3,5", "Mio.", "Euro", "bzw.", "5", "%"]),
        ("George W. Bush", ["George", "W.", "Bush"]),
        ("Papst Johannes XXIII. starb", ["Papst", "Johannes", "XXIII.", "starb"]),
        ("Plan B. Danach", ["Plan", "B", ".", "Danach"]),
        ("gesagt.Danach", ["gesagt", ".", "Danach"]),
        ("„Das geht nicht“, sagte er.", ["„", "Das", "geht", "nicht", "“", ",", "sagte", "er", "."]),
        ("‚Ja‘, ''Nein''", ["‚", "Ja", "‘", ",", "''", "Nein", "''"]),
        ("Ost- und West-Berlin", ["Ost-", "und", "West-Berlin"]),
        ("Bürger*innen, Politiker:innen", ["Bürger*innen", ",", "Politiker:innen"]),
        ("Frankfurt/Main, CDU/CSU", ["Frankfurt/Main", ",", "CDU/CSU"]),
        ("der 18-jährige, 1980er-Jahre, 2:1-Sieg", ["der", "18-jährige", ",", "1980er-Jahre", ",", "2:1-Sieg"]),
        ("siehe https://a.de/b?c=d.", ["siehe", "https://a.de/b?c=d", "."]),
        ("bei heise.de.", ["bei", "heise.de", "."]),
        ("gut 👩‍👩‍👧‍👦🇩🇪!", ["gut", "👩‍👩‍👧‍👦", "🇩🇪", "!"]),
        ("Vgl. Abs. 3", ["Vgl.", "Abs.", "3"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_marks_stay_in_their_word() -> None:
    assert words("a\u0308ndern, Son\u00adne") == ["a\u0308ndern", ",", "Son\u00adne"]


def test_it_is_linear() -> None:
    text = "a." * 50_000 + "„" * 50_000 + "1." * 50_000
    assert TOKENIZER(text).text == text
