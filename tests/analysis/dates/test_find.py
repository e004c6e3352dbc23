"""Dates, times and amounts: what is found, what it means, and what is none."""

from __future__ import annotations

import unicodedata
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.components.dates.calendar import Context
from newsreader.analysis.components.dates.finder import find

SATURDAY = Context(date(2024, 7, 13))
PAST = Context(date(2024, 7, 13), lambda _: True)
COMING = Context(date(2024, 7, 13), lambda _: False)


def found(text: str, context: Context = SATURDAY) -> list[tuple[str, str, str | None]]:
    return [(text[f.start : f.end], f.label, f.value) for f in find(text, context)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("Stand: 13.07.2024 10:36 Uhr", "13.07.2024 10:36 Uhr", "2024-07-13T10:36"),
        ("Das war am 3.5.2024.", "3.5.2024", "2024-05-03"),
        ("gültig ab 2024-05-03 überall", "2024-05-03", "2024-05-03"),
        ("fand am 26. Juni statt", "26. Juni", "2024-06-26"),
        ("am 13. Juli 2024 in Bonn", "13. Juli 2024", "2024-07-13"),
        ("am 13.Juli 2024 in Bonn", "13.Juli 2024", "2024-07-13"),
        ("am Samstag, den 13. Juli,", "Samstag, den 13. Juli", "2024-07-13"),
        ("am Montag, den 13. Juli,", "Montag, den 13. Juli", None),  # not in 2024
        ("am 3. und 4. Mai", "3. und 4. Mai", "2024-05-03/2024-05-04"),
        ("vom 3. bis 5. Mai 2023", "3. bis 5. Mai 2023", "2023-05-03/2023-05-05"),
        ("vom 28. Februar bis zum 3. März 2023", "28. Februar bis zum 3. März 2023", "2023-02-28/2023-03-03"),
        ("am 3., 4. und 7. Mai", "3., 4. und 7. Mai", None),
        ("am 24.12. ist zu", "24.12.", None),  # five months away, so last year's or this year's
        ("am 24.6. war zu", "24.6.", "2024-06-24"),
        ("Ende Juni kam", "Ende Juni", "2024-06"),
        ("im Juli 2019 war", "Juli 2019", "2019-07"),
        ("im Mai war es", "Mai", "2024-05"),
        ("von Januar bis März 2020 galt", "Januar bis März 2020", "2020-01/2020-03"),
        ("im vergangenen Jahr", "vergangenen Jahr", "2023"),
        ("in diesem Jahr", "diesem Jahr", "2024"),
        ("im kommenden Monat", "kommenden Monat", "2024-08"),
        ("in der vergangenen Woche", "vergangenen Woche", "2024-W27"),
        ("am vergangenen Wochenende", "vergangenen Wochenende", None),
        ("heute kommt er", "heute", "2024-07-13"),
        ("gestern Abend kam er", "gestern Abend", "2024-07-12"),
        ("vorgestern, so", "vorgestern", "2024-07-11"),
        ("er will morgen kommen", "morgen", "2024-07-14"),
        ("bis heute gilt", "heute", None),
        ("heute noch gilt", "heute", None),
        ("am vergangenen Freitag", "vergangenen Freitag", "2024-07-12"),
        ("am kommenden Samstag", "kommenden Samstag", "2024-07-20"),
        ("am gestrigen Freitag", "gestrigen Freitag", "2024-07-12"),
        ("jeden Montag", "Montag", None),
        ("am Donnerstagabend", "Donnerstagabend", None),
        ("montags zu", "montags", None),
        ("von 2026 an sollen", "von 2026 an", "2026/.."),
        ("seit 2019 gilt", "2019", "2019"),
        ("im Jahr 2015 kam", "Jahr 2015", "2015"),
        ("in den Jahren 2003 bis 2005", "Jahren 2003 bis 2005", "2003/2005"),
        ("er (1998–2003) war", "1998–2003", "1998/2003"),
        ("Sie wurde 2006 gegründet", "2006", "2006"),
        ("in den 1990er Jahren", "1990er Jahren", None),
        ("im 19. Jahrhundert", "19. Jahrhundert", None),
        ("vor zwei Tagen", "vor zwei Tagen", "2024-07-11"),
        ("vor 20 Jahren", "vor 20 Jahren", "2004"),
        ("vor rund 20 Jahren", "vor rund 20 Jahren", None),
    ],
)
def test_dates(text: str, expression: str, value: str | None) -> None:
    assert found(text) == [(expression, "DATE", value)]


@pytest.mark.parametrize(
    ("context", "value"),
    [(PAST, "2024-07-11"), (COMING, "2024-07-18"), (SATURDAY, None), (Context(), None)],
)
def test_a_weekday_depends_on_the_tense(context: Context, value: str | None) -> None:
    assert found("er verteidigte dies am Donnerstag als gut", context) == [("Donnerstag", "DATE", value)]


def test_a_weekday_of_the_same_day_is_that_day() -> None:
    assert found("Es regnet am Samstag in Bonn") == [("Samstag", "DATE", "2024-07-13")]


def test_without_a_day_of_publication_nothing_relative_is_certain() -> None:
    text = "Gestern, am 26. Juni und im vergangenen Jahr, vor zwei Tagen, im Mai und am 5. Mai 2020"
    assert [f.value for f in find(text)] == [None, None, None, None, None, "2020-05-05"]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("gegen 14.30 Uhr kam", "14.30 Uhr", "14:30"),
        ("um 8 Uhr kam", "8 Uhr", "08:00"),
        ("um 9 Uhr 30", "9 Uhr 30", "09:30"),
        ("zwischen 12 und 14 Uhr", "12 und 14 Uhr", "12:00/14:00"),
        ("um 14:30 ging", "14:30", "14:30"),
        ("kurz nach Mitternacht kam, nach Mitternacht", "Mitternacht", None),
    ],
)
def test_times(text: str, expression: str, value: str | None) -> None:
    assert (expression, "TIME", value) in found(text)


@pytest.mark.parametrize(
    ("text", "expression", "label", "value"),
    [
        ("2,5 Millionen Euro teuer", "2,5 Millionen Euro", "MONEY", "2500000 EUR"),
        ("es kostet 1.200 € im Jahr", "1.200 €", "MONEY", "1200 EUR"),
        ("für $ 5 Mrd. kauft", "$ 5 Mrd.", "MONEY", "5000000000 USD"),
        ("10 bis 20 Euro", "10 bis 20 Euro", "MONEY", "10/20 EUR"),
        ("10-20 Mio. Euro", "10-20 Mio. Euro", "MONEY", "10000000/20000000 EUR"),
        ("zwischen 10 und 20 Euro", "10 und 20 Euro", "MONEY", "10/20 EUR"),
        ("eine Million US-Dollar", "eine Million US-Dollar", "MONEY", "1000000 USD"),
        ("zwei Milliarden Schweizer Franken", "zwei Milliarden Schweizer Franken", "MONEY", "2000000000 CHF"),
        ("50 Cent mehr", "50 Cent", "MONEY", "0.5 EUR"),
        ("bis zu 2.500 Kilometern weit", "2.500 Kilometern", "QUANTITY", "2500 km"),
        ("3 000 Kilometer weit", "3 000 Kilometer", "QUANTITY", "3000 km"),
        ("minus, bei -5 Grad", "-5 Grad", "QUANTITY", "-5 °"),
        ("bei 30 Grad Celsius", "30 Grad Celsius", "QUANTITY", "30 °C"),
        ("mit 100 km/h", "100 km/h", "QUANTITY", "100 km/h"),
        ("zwei Tonnen Äpfel", "zwei Tonnen", "QUANTITY", "2 t"),
        ("12 Prozent mehr", "12 Prozent", "PERCENT", "12 %"),
        ("12,5% mehr", "12,5%", "PERCENT", "12.5 %"),
        ("10 bis 12 Prozent", "10 bis 12 Prozent", "PERCENT", "10/12 %"),
        ("3,5 Prozentpunkte", "3,5 Prozentpunkte", "PERCENT", "3.5 pp"),
    ],
)
def test_amounts(text: str, expression: str, label: str, value: str) -> None:
    assert found(text) == [(expression, label, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Frau Mai sagte, die Theresa May gehe in die Oper.",
        "Premierministerin Mai lehnte ab.",
        "Der 1. FC Köln gewinnt 3:2 gegen Schalke 04.",
        "Version 3.4.10 und Version 1.2.03 sind da.",
        "Tel. 030 12345678, 0171/1234567 oder +49 (0)30 / 123-45",
        "Herr Mittwoch und Claus Sonntag kamen.",
        "Die Welt am Sonntag und Bild am Sonntag berichten",
        "Es kamen 2000 Menschen, später 1500 Gäste.",
        "Ein 20-Euro-Schein, ein 2,5-Tonner, eine 180-Grad-Wende, ein 10-Uhr-Termin.",
        "Die Agenda 2010 und Windows 2000.",
        "Guten Morgen! Das Heute-Journal.",
        "Am 31.02.2024 war nichts.",
        "Raketen vom Typ SM-6, Paragraf 218 und Artikel 5.",
        "Er ging in die Kirche, die Mark Brandenburg blieb.",
        "IP 192.168.10.12 und 1.2.3.4",
    ],
)
def test_near_misses(text: str) -> None:
    assert found(text) == []


def test_the_longer_one_is_meant_and_nothing_overlaps() -> None:
    text = "Am Samstag, 13. Juli 2024, 10.36 Uhr, zahlte er 2,5 Millionen Euro, 12 Prozent mehr."
    assert [f[0] for f in found(text)] == [
        "Samstag, 13. Juli 2024, 10.36 Uhr",
        "2,5 Millionen Euro",
        "12 Prozent",
    ]


def test_decomposed_umlauts_and_soft_hyphens() -> None:
    text = unicodedata.normalize("NFD", "Am 5. März 2024 über 10 Kilo\u00admeter, im nächsten Jahr")
    assert found(text) == [
        (unicodedata.normalize("NFD", "5. März 2024"), "DATE", "2024-03-05"),
        ("10 Kilo\u00admeter", "QUANTITY", "10 km"),
        (unicodedata.normalize("NFD", "nächsten Jahr"), "DATE", "2025"),
    ]


def test_expressions_do_not_cross_paragraphs() -> None:
    assert found("am 13.\n\nJuli 2024") == [("Juli 2024", "DATE", "2024-07")]
    assert found("am 13.\nJuli 2024") == [("13.\nJuli 2024", "DATE", "2024-07-13")]


WRITTEN = (
    "13. 3.5.2024 Mai Juli 2024 am Donnerstag heute 10:36 Uhr € Euro 1.200 2,5 Mio. Prozent % bis und - – , ( ) . $ "
    "zwei 2.500 km \u00ad \n vergangenen Jahr vor Tagen 🎉 a\u0308"
)
PIECES = st.sampled_from(WRITTEN.split(" "))


@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
def test_spans_lie_in_the_text_in_order(pieces: list[str], blank: str) -> None:
    text = blank.join(pieces)
    last = 0
    for one in find(text, PAST):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        last = one.end


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    for one in find(text, COMING):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1 ", "12.", "12., ", "10 bis ", "1-", "am ", "Mai ", "a\u0308", "3/", "zwei "]
)
def test_long_lines_take_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        start = process_time()
        find((piece * length)[:length])
        return process_time() - start

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.005)
