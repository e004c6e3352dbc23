"""JSON-LD that is no JSON is read as far as it can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article.readers.html.mending import loaded

START = '{"@type": "NewsArticle", "headline": "Freibad zu"'
DATE = '"datePublished": "2024-05-03"'


@pytest.mark.parametrize(
    "script",
    [
        f"{START}, {DATE}}}",
        f"{START}, {DATE},}}",
        f'{START}, "description": "Zeile\nZeile", {DATE}}}',
        f'{START}, "description": "It\\\'s", {DATE}}}',
        f'{START}, "description": "Er sagt "ja" dazu", {DATE}}}',
        f'{START}, {DATE}, "author": [{{"@type": "Per',
        f'{START}, {DATE}, "author": ',
    ],
    ids=["whole", "comma", "newline", "escape", "quotes", "cut", "cut-field"],
)
def test_headline_and_date_are_found(script: str) -> None:
    item = loaded(script)
    assert isinstance(item, dict)
    assert item["@type"] == "NewsArticle"
    assert item["headline"] == "Freibad zu"
    assert item["datePublished"] == "2024-05-03"


def test_quotation_marks_in_a_headline() -> None:
    item = loaded(
        '{"@type": "NewsArticle", "headline": "Rat sagt "Nein" zum Freibad", "description": "Er "bleibt" so"}'
    )
    assert item == {"@type": "NewsArticle", "headline": 'Rat sagt "Nein" zum Freibad'}


@pytest.mark.parametrize("between", ["\n", ";\n", ", "])
def test_several_values_in_one_script(between: str) -> None:
    assert loaded(f'{{"@type": "WebSite"}}{between}{{"@type": "NewsArticle"}};') == [
        {"@type": "WebSite"},
        {"@type": "NewsArticle"},
    ]


@pytest.mark.parametrize("script", ["", "{", "kein JSON", '{"headline": "Freibad zu", ', "[" * 100_000])
def test_nothing_to_be_read(script: str) -> None:
    assert loaded(script) is None


@given(st.text(alphabet='{}[]",:\\@typeheadline '))
def test_anything_is_harmless(script: str) -> None:
    loaded(script)
    loaded(START + script)
