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


def test_kicker_stays_above_a_variant_that_is_told() -> None:
    shown = f"<div class=kicker>Rathaus</div><h1>{OWN} doch</h1>{TEXT}"
    found = page_of(shown, head=linked_data(headline=f"{OWN} nun") + meta(og__title=f"{OWN} nun"))
    assert found.title == f"{OWN} nun"
    assert found.kicker is not None
    assert found.kicker.of(found.text) == "Rathaus"


def test_large_letters_go_before_variants_of_the_same() -> None:
    told = linked_data(headline=f"{OWN} doch nicht") + meta(og__title=f"{OWN} wohl nicht")
    shown = f"{OWN} jetzt nicht"
    assert page_of(f"<h1>{shown}</h1>{TEXT}", head=told).title == shown


def test_characters_that_are_escaped_twice() -> None:
    told = meta(og__title="Beck &amp;amp; Wolf: &amp;bdquo;Wir bleiben&amp;ldquo;")
    assert page_of(head=told, window="Beck &amp;amp; Wolf | Bote").title == "Beck & Wolf: „Wir bleiben“"


def test_title_of_the_window_as_far_as_it_is_shown() -> None:
    assert page_of(f"<article><h2>{OWN}</h2>{TEXT}</article>", window=f"{OWN} – Lokales – Bote").title == OWN
    shown = f"<h1>{OWN} – Nachlese</h1>{TEXT}"
    assert page_of(shown, window=f"{OWN} – Nachlese – Bote").title == f"{OWN} – Nachlese"


def test_title_in_capitals_is_told_in_small_letters() -> None:
    assert page_of(f"<h1>{OWN.upper()}</h1>{TEXT}", window=f"{OWN} | Bote").title == OWN
    assert page_of(f"<h1>{OWN.upper()}</h1>{TEXT}").title == OWN.upper()


OTHERS = [
    {
        "@type": "NewsArticle",
        "headline": f"Andere Meldung {number} aus der Region",
        "datePublished": f"2020-01-0{number}",
        "author": "Wolf",
        "articleBody": "Ganz anderes.",
    }
    for number in (1, 2, 3)
]


@pytest.mark.parametrize("told", [{"headline": OWN}, {"url": "https://bote.example/freibad", "headline": "Freibad"}])
def test_article_of_its_own_among_others(told: dict[str, str]) -> None:
    head = "".join(linked_data(**other) for other in OTHERS) + linked_data(**told, datePublished="2024-05-03")
    head += '<link rel="canonical" href="https://bote.example/freibad">'
    found = page_of(f"<h1>{OWN}</h1>{TEXT}", head=head)
    assert found.title == OWN
    assert found.published is not None
    assert found.published.year == 2024


def test_articles_that_are_only_pointed_to() -> None:
    shown = f"<h1>{OWN}</h1><p class=date>3. Mai 2024, 10:00 Uhr</p>{TEXT}"
    found = page_of(shown, head="".join(linked_data(**other) for other in OTHERS))
    assert found.title == OWN
    assert found.published is not None
    assert found.published.year == 2024


@pytest.mark.parametrize(
    ("shown", "kicker"),
    [
        (f"<h1><span class=kicker>Rathaus</span> <span>{OWN}</span></h1>", "Rathaus"),
        (f"<h1><span>Rathaus</span><br>{OWN}</h1>", "Rathaus"),
        (f'<h1><a href="/freibad">{OWN}</a></h1>', None),
        (f"<h1 class=logo><a href=/>Bote</a></h1><h1>{OWN}</h1>", None),
        (f"<h1 class=logo><a href=/><img alt=Bote></a></h1><h2>{OWN}</h2>", None),
        (f"<h1>Lokales</h1><h2>{OWN}</h2>", None),
        (f"<div class=headline>{OWN}</div>", None),
        (f"<h1><svg><title>Abo</title></svg>{OWN.replace('Freibad', 'Frei&shy;bad')}</h1>", None),
    ],
    ids=["kicker", "line", "link", "logo", "picture", "section", "no heading", "signs"],
)
def test_headline_in_the_ways_of_templates(shown: str, kicker: str | None) -> None:
    teaser = "<aside><h1>Unwetter zieht über das Land</h1><p>Mehr dazu</p></aside>"
    found = page_of(f"<article>{shown}{TEXT}</article>{teaser}", head=meta(og__title=OWN), window=f"{OWN} | Bote")
    assert found.title == OWN
    assert (found.kicker.of(found.text) if found.kicker else None) == kicker


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("<a href=/p>Politik</a><a href=/a>Ausland</a>", "Politik Ausland"),
        ("<span>Abo</span><span>Stadtrat</span>", "Abo Stadtrat"),
        ("<span>Mc</span><span>Donald</span>", "McDonald"),
        ("<span>Rat</span><span>haus</span>", "Rathaus"),
        ("<span>Rat</span> <span>Haus</span>", "Rat Haus"),
    ],
)
def test_kicker_of_several_boxes(line: str, kicker: str) -> None:
    found = page_of(f"<div class=kicker>{line}</div><h1>{OWN}</h1>{TEXT}", head=meta(og__title=OWN))
    assert found.kicker is not None
    assert found.kicker.of(found.text) == kicker


def test_site_that_is_named_only_behind_what_is_shown() -> None:
    window = "„Es reicht“ – Der Neue Brackenheimer Anzeiger"
    told = meta(og__title=window.replace("–", "-"))
    assert page_of(f"<h1>„Es reicht“</h1>{TEXT}", head=told, window=window).title == "„Es reicht“"


def test_kicker_is_part_of_the_title_where_all_metadata_says_so() -> None:
    shown = f"<h1><span class=kicker>Rathaus</span><span itemprop=headline>{OWN}</span></h1>{TEXT}"
    told = linked_data(headline=f"Rathaus - {OWN}") + meta(og__title=f"Rathaus: {OWN}")
    assert page_of(shown, head=told).title == f"Rathaus: {OWN}"
    alone = linked_data(headline=OWN) + meta(og__title=f"Rathaus: {OWN}")
    assert page_of(shown, head=alone).title == OWN
