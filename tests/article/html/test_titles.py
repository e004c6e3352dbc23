"""Which of the titles that a page tells and shows is the article's."""

from __future__ import annotations

import pytest
from tests.article.html.invented import TEXT, linked_data, meta, page_of

OWN = "Der Rat streicht das Freibad"
SEARCHED = "Freibad Brackenheim: Das kostet die Schließung"


def test_newsrooms_title_on_a_card_too_is_the_article_s() -> None:
    told = linked_data(headline=SEARCHED) + meta(og__title=OWN)
    shown = f"<h1>{SEARCHED}</h1>{TEXT}"
    assert page_of(shown, head=told, window=SEARCHED).title == OWN
    assert page_of(shown, head=told + meta(twitter__title=OWN), window=SEARCHED).title == OWN


def test_title_told_to_one_site_only_is_outvoted() -> None:
    told = linked_data(headline=SEARCHED) + meta(og__title=OWN, twitter__title=SEARCHED)
    assert page_of(f"<h1>{SEARCHED}</h1>{TEXT}", head=told, window=SEARCHED).title == SEARCHED


@pytest.mark.parametrize("shared", [OWN, f"{OWN} nun doch"], ids=["same", "nearly"])
@pytest.mark.parametrize("large", ["Schwimmen in der Stadt", "Entscheidung im Rathaus nach sechs Stunden gefallen"])
def test_what_is_told_twice_goes_before_another_line_in_large_letters(shared: str, large: str) -> None:
    told = linked_data(headline=OWN) + meta(og__title=shared)
    assert page_of(f"<article><h1>{large}</h1>{TEXT}</article>", head=told, window=f"{large} | Bote").title == OWN


def test_large_letters_go_before_variants_of_the_same() -> None:
    told = linked_data(headline=f"{OWN} doch nicht") + meta(og__title=f"{OWN} wohl nicht")
    shown = f"{OWN} jetzt nicht"
    assert page_of(f"<h1>{shown}</h1>{TEXT}", head=told).title == shown
