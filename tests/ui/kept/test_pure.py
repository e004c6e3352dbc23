"""What the library's screen works with and that needs no screen: periods, sources, filters, rows, undoing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.analysis.result import StatementKind
from newsreader.article.model import Span
from newsreader.library.model import Filters, Hit, HitKind, Kept, Order
from newsreader.phrases import Phrases
from newsreader.ui.commands import REGISTRY, Keymap
from newsreader.ui.kept.jumping import places
from newsreader.ui.kept.narrowing import Narrowing
from newsreader.ui.kept.periods import ALL, Period, named, parse
from newsreader.ui.kept.rows import ArticleRow, HitRow, KindRow, table_head
from newsreader.ui.kept.sources import name_of, sources

if TYPE_CHECKING:
    from newsreader.phrases import Language

TODAY = date(2026, 11, 26)


def kept(number: int = 1, **changed: Any) -> Kept:
    facts: dict[str, Any] = {
        "number": number,
        "place": f"https://example.org/{number}",
        "source": f"https://example.org/{number}",
        "title": "Größere [b]Pläne[/b] der Regierung",
        "publisher": None,
        "site": "example.org",
        "authors": (),
        "published": datetime(2024, 7, 13, 10, 36),
        "first": datetime(2026, 11, 1, tzinfo=UTC),
        "opened": datetime(2026, 11, 2, 12, tzinfo=UTC),
        "read": True,
        "feed": None,
        "length": 1000,
        "statements": 13,
        "annotations": 0,
        "versions": 1,
        "version": 7,
        "id": "sha256:0",
    }
    return Kept(**{**facts, **changed})


def days(period: Period | None) -> tuple[str, str] | None:
    if period is None:
        return None
    return tuple(moment.date().isoformat() if moment else "" for moment in (period.since, period.until))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("13.7.2024", "2024-07-13", "2024-07-14"),
        ("2024-07-13", "2024-07-13", "2024-07-14"),
        ("7/2024", "2024-07-01", "2024-08-01"),
        ("12.2024", "2024-12-01", "2025-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2024", "2024-01-01", "2025-01-01"),
        ("2023 – 2024", "2023-01-01", "2025-01-01"),
        ("2023-2024", "2023-01-01", "2025-01-01"),
        ("1.7.2024-15.7.2024", "2024-07-01", "2024-07-16"),
        ("1.7.2024 bis 8/2024", "2024-07-01", "2024-09-01"),
        ("2024-07-01 to 2024-07-15", "2024-07-01", "2024-07-16"),
        ("seit 1.7.2024", "2024-07-01", ""),
        ("since 2024", "2024-01-01", ""),
        ("vor 2024", "", "2024-01-01"),
        ("– 2024", "", "2025-01-01"),
        ("2024 –", "2024-01-01", ""),
        ("  ", "", ""),
    ],
)
def test_periods_as_they_are_typed(typed: str, since: str, until: str) -> None:
    assert days(parse(typed)) == (since, until)


@pytest.mark.parametrize("typed", ["31.2.2024", "13", "heute", "2025 – 2024", "–", "1 – 2 – 3", "0/2024", "99999"])
def test_what_is_no_period(typed: str) -> None:
    assert parse(typed) is None


@given(st.text(max_size=30))
def test_anything_typed_is_a_period_or_none(typed: str) -> None:
    assert parse(typed) is None or isinstance(parse(typed), Period)


@pytest.mark.parametrize("typed", ["seit 1.7.2024", "vor 2024", "13.7.2024", "2023 – 2024"])
def test_what_is_shown_of_a_period_can_be_typed(typed: str) -> None:
    for phrases in (Phrases("de"), Phrases("en")):
        period = parse(typed)
        assert period is not None
        assert parse(period.title(phrases)) == period


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_typed_period_is_shown_as_it_can_be_typed_again(first: date, last: date) -> None:
    period = parse(f"{first.isoformat()} – {last.isoformat()}")
    assert (period is None) == (first > last)
    if period:
        for language in ("de", "en"):
            assert parse(period.title(Phrases(language))) == period


def test_named_periods_end_with_today() -> None:
    found = {period.name: days(period) for period in named(TODAY)}
    assert found["all"] == ("", "")
    assert found["today"] == ("2026-11-26", "")
    assert found["yesterday"] == ("2026-11-25", "2026-11-26")
    assert found["week"] == ("2026-11-20", "")
    assert found["last_year"] == ("2025-01-01", "2026-01-01")


def test_sources_are_counted_and_called_by_their_publisher() -> None:
    found = sources(
        [
            kept(1, publisher="Beispiel"),
            kept(2, publisher="Beispiel"),
            kept(3),
            kept(4, site="/home/anna/texte"),
            kept(5, site=""),
        ]
    )
    assert [(one.name, one.site, one.count) for one in found] == [
        ("Beispiel", "example.org", 3),
        ("texte", "/home/anna/texte", 1),
    ]
    assert name_of("/") == "/"
    assert name_of("") == ""


def test_filters_of_a_narrowing() -> None:
    narrowing = Narrowing()
    assert narrowing.filters == Filters()
    assert not narrowing.narrow
    narrowing.unread, narrowing.site = True, "example.org"
    narrowing.period = parse("2024") or ALL
    assert narrowing.filters == Filters(
        unread=True, source="example.org", since=datetime(2024, 1, 1), until=datetime(2025, 1, 1)
    )
    shown = [chip.plain for chip in narrowing.shown(Keymap(REGISTRY, {}), Phrases("en"))]
    assert shown == [
        "● n unread",
        "○ a annotated",
        "○ c changed",
        "● s example.org",
        "● t 2024-01-01 – 2024-12-31",
    ]
    short = [chip.plain for chip in narrowing.shown(Keymap(REGISTRY, {}), Phrases("en"), short=True)]
    assert short[:3] == ["● n unread", "a annotated", "c changed"]
    narrowing.clear()
    assert not narrowing.narrow


@pytest.mark.parametrize("typed", ["", "2024", "seit 1.7.2024", "vor 2023"])
def test_filters_are_remembered(typed: str) -> None:
    narrowing = Narrowing(unread=True, changed=True, site="example.org", period=parse(typed) or ALL)
    again = Narrowing()
    again.restore_filters(narrowing.saved_filters)
    assert again == narrowing


def test_a_period_with_a_name_moves_with_the_days() -> None:
    today = date(2026, 3, 1)
    week = next(period for period in named(today) if period.name == "week")
    again = Narrowing()
    again.restore_filters(Narrowing(period=week).saved_filters, date(2026, 3, 8))
    assert again.period.since == datetime(2026, 3, 2)


@pytest.mark.parametrize("saved", ["", "x", "[]", "{}", '{"period": [1, 2]}', '{"period": "nie", "unread": "ja"}', "7"])
def test_what_cannot_be_meant_is_no_filter(saved: str) -> None:
    narrowing = Narrowing()
    narrowing.restore_filters(saved)
    assert not narrowing.narrow
    assert not narrowing.saved_filters


def test_orders_go_around_and_are_remembered() -> None:
    narrowing = Narrowing()
    assert narrowing.descending
    seen = []
    for _ in range(5):
        seen.append((narrowing.order, narrowing.descending))
        narrowing.step_order()
    assert narrowing.order is Order.OPENED
    assert (Order.TITLE, False) in seen
    assert (Order.STATEMENTS, True) in seen
    narrowing.step_order()
    narrowing.turned = True
    other = Narrowing()
    other.restore(narrowing.saved)
    assert (other.order, other.descending) == (Order.PUBLISHED, False)
    other.restore("nonsense")
    assert other.order is Order.PUBLISHED


def plain(row: ArticleRow | HitRow, width: int) -> list[str]:
    return [line.plain for line in row.lines(width)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [1, 5, 12, 30, 79, 111, 112, 159, 300])
def test_rows_fit_every_width(width: int, language: Language) -> None:
    phrases = Phrases(language)
    article = kept(title="漢字 " * 60, annotations=1234, versions=99, statements=100_000, read=False)
    hit = Hit(HitKind.ARTICLE, article, 7, Span(5, 9), "davor " * 40, "Wort", "danach " * 40)
    for row in (ArticleRow(article, phrases, TODAY, marked=True), HitRow(hit, phrases, TODAY)):
        for line in row.lines(width):
            assert line.cell_length <= width
    assert table_head(max(width, 112), phrases).cell_length <= max(width, 112)


def test_a_row_says_everything_about_an_article() -> None:
    article = kept(annotations=2, versions=3, read=False, publisher="Beispiel")
    narrow = plain(ArticleRow(article, Phrases("de"), TODAY, marked=True), 79)
    assert narrow[0].startswith("▪● Größere [b]Pläne[/b] der Regierung")
    assert narrow[0].endswith("13.07.2024")
    assert narrow[1].strip() == "Beispiel · geöffnet 02.11.2026 · 13 Aussagen · ✎ 2 · Δ 3"
    [wide] = plain(ArticleRow(article, Phrases("de"), TODAY, marked=False), 140)
    said = "● Größere [b]Pläne[/b] der Regierung Beispiel 13.07.2024 02.11.2026 13 ✎ 2 Δ 3"
    assert " ".join(wide.split()) == said
    never = plain(ArticleRow(kept(opened=None, statements=None, site=""), Phrases("en"), TODAY, marked=False), 79)
    assert never[1].strip() == "standard input"


def test_what_was_found_is_in_sight_amid_its_context() -> None:
    before = "… " + "Wort davor " * 30
    hit = Hit(HitKind.ARTICLE, kept(), 7, Span(500, 506), before, "Waffen", " und danach", (Span(0, 6),))
    [first, below] = plain(HitRow(hit, Phrases("de"), TODAY), 60)
    assert first.startswith(" › … ")
    assert "Waffen und danach" in first
    assert below.strip() == "Größere [b]Pläne[/b] der Regierung · example.org · 13.07…"
    said = Hit(
        HitKind.STATEMENT,
        kept(),
        7,
        Span(1, 5),
        "",
        "Wir liefern",
        "",
        actor="Olaf Scholz",
        statement=StatementKind.DIRECT,
    )
    assert plain(HitRow(said, Phrases("de"), TODAY), 60)[0].strip() == "„ Olaf Scholz: Wir liefern"
    note = Hit(HitKind.NOTE, None, None, Span(0, 0), "", "prüfen!", "", quoted="[b]Waffen")
    assert plain(HitRow(note, Phrases("en"), TODAY), 60)[0].strip() == "✎ prüfen!  ([b]Waffen)"
    assert plain(HitRow(note, Phrases("en"), TODAY), 60)[1].strip() == "Its article is not in the library."


def test_headings_say_how_much_is_left_out() -> None:
    assert KindRow(HitKind.NOTE, 3, 3, Phrases("en")).lines(20)[0].plain.strip() == "Notes  3"
    assert KindRow(HitKind.NOTE, 3, 812, Phrases("en")).lines(20)[0].plain.strip() == "Notes  3 of 812"


def test_what_was_found_is_shown_all_over_the_article() -> None:
    text = "Waffen. Keine Waffen und keine Panzer. Panzer?"

    def hit(kind: HitKind, start: int, end: int, *marks: Span) -> Hit:
        return Hit(kind, kept(), 7, Span(start, end), "", text[start:end], "", marks)

    near = hit(HitKind.ARTICLE, 14, 20, Span(0, 6))
    found = places(text, near, 'waffen "keine panzer" -panzer')
    assert [span.of(text) for span in found] == ["Waffen", "Waffen", "keine Panzer"]
    assert places(text, near, "Waffe") == [Span(0, 6), Span(14, 20)]
    assert places(text, hit(HitKind.STATEMENT, 8, 20), "keine") == [Span(8, 20)]
    assert places(text, hit(HitKind.NOTE, 4, 4), "x") == []
    assert places("kurz", hit(HitKind.NOTE, 8, 20), "x") == []
