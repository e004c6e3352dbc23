"""Keeping, listing, deleting; what comes back is what was put in."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.strategies import analyses, articles
from tests.library.conftest import TEXT, analysed

from newsreader.library.library import Library
from newsreader.library.model import Filters, Order

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import Make

MONDAY = datetime(2024, 7, 15, 8, 0, tzinfo=UTC)
OTHER = TEXT.replace("weitere", "keine")


def day(number: int) -> datetime:
    return MONDAY + timedelta(days=number)


# There and back


@given(st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_an_article_and_its_analysis_come_back_as_they_were(library: Library, data: st.DataObject) -> None:
    article = data.draw(articles())
    analysis = data.draw(analyses(len(article.text)))
    kept = library.keep(article, analysis)
    again = library.article(kept.number)
    assert replace(again, source=article.source) == article
    assert again.notices == article.notices
    assert library.analysis(kept.number) == analysis
    assert kept.id == article.id
    assert kept.length == len(article.text)


def test_an_article_is_there_for_the_next_program(library: Library, path: Path, make: Make) -> None:
    article = make()
    kept = library.keep(article, analysed(article))
    with Library(path) as other:
        assert other.find(article.source) == kept
        assert other.article(kept.number) == article
        assert other.analysis(kept.number) == analysed(article)


def test_what_is_told_of_an_article(library: Library, make: Make, tmp_path: Path) -> None:
    kept = library.keep(make(), at=MONDAY)
    assert kept.title == "Größere Pläne"
    assert kept.site == str(tmp_path / "texte")
    assert kept.published == datetime(2024, 7, 13, 10, 36)
    assert (kept.first, kept.opened, kept.read) == (MONDAY, MONDAY, True)
    assert kept.statements is None
    assert kept.versions == 1


def test_an_address_is_one_place_wherever_one_begins_in_it(library: Library, make: Make) -> None:
    first = library.keep(make("https://www.example.org/a?x=1#unten"))
    again = library.keep(make("https://www.example.org/a?x=1"))
    assert again.number == first.number
    assert again.site == "example.org"
    assert library.find("https://www.example.org/a?x=1#mitte") == again


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://a.example/x?utm_source=rss&id=1&UTM_medium=feed#top", "https://a.example/x?id=1"),
        ("https://a.example/x?fbclid=abc", "https://a.example/x"),
        ("https://a.example/x?", "https://a.example/x"),
        ("https://a.example/x?id=1&id=2&q", "https://a.example/x?id=1&id=2&q"),
        ("https://a.example/x?source=utm_x", "https://a.example/x?source=utm_x"),
    ],
)
def test_where_a_reader_comes_from_tells_no_articles_apart(
    library: Library, make: Make, address: str, place: str
) -> None:
    kept = library.keep(make(address))
    assert (kept.place, kept.source) == (place, address)
    assert library.find(address) == kept


def test_a_relative_path_can_be_opened_from_anywhere(
    library: Library, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = library.keep(replace(make(), source="a.md"))
    assert kept.source == str(tmp_path / "a.md")
    assert library.article(kept.number).source == str(tmp_path / "a.md")


def test_texts_from_standard_input_are_told_apart_by_what_they_say(library: Library, make: Make) -> None:
    first = library.keep(make("-"))
    assert library.keep(make("-")).number == first.number
    second = library.keep(make("-", OTHER))
    assert second.number != first.number
    assert library.find(make("-").id) == library.get(first.number)


# Versions


def test_the_same_text_again_changes_times_only(library: Library, make: Make) -> None:
    library.keep(make(), at=day(0))
    kept = library.keep(make(), at=day(2))
    assert (kept.first, kept.opened, kept.versions) == (day(0), day(2), 1)
    [version] = library.versions(kept.number)
    assert (version.first, version.last) == (day(0), day(2))


def test_another_text_is_another_version(library: Library, make: Make) -> None:
    old, new = make(), make(text=OTHER, title="Kleinere Pläne")
    library.keep(old, analysed(old), at=day(0))
    kept = library.keep(new, at=day(1))
    first, second = library.versions(kept.number)
    assert (first.id, second.id) == (old.id, new.id)
    assert (first.analysed, second.analysed) == (analysed(old).pipeline, None)
    assert (kept.title, kept.versions, kept.version, kept.statements) == ("Kleinere Pläne", 2, second.number, None)
    assert library.article(kept.number, first.number) == old
    assert library.article(kept.number) == new
    assert library.analysis(kept.number, first.number) == analysed(old)
    assert library.analysis(kept.number) is None


def test_a_text_that_is_taken_back_is_the_first_version_again(library: Library, make: Make) -> None:
    library.keep(make(), analysed(make()), at=day(0))
    library.keep(make(text=OTHER), at=day(1))
    kept = library.keep(make(), at=day(2))
    assert (kept.versions, kept.id, kept.statements) == (2, make().id, 1)
    first, second = library.versions(kept.number)
    assert (first.last, second.last) == (day(2), day(1))


# Analyses


def test_an_analysis_comes_later(library: Library, make: Make) -> None:
    article = make()
    kept = library.keep(article)
    library.take_analysis(article, analysed(article))
    [statement] = library.statements()
    assert statement.text == "Wir liefern weitere Waffen"
    assert statement.article == kept.number
    assert statement.actor is not None
    assert (statement.actor.name, statement.actor.role) == ("Olaf Scholz", "Bundeskanzler")
    found = library.get(kept.number)
    assert found is not None
    assert found.statements == 1


def test_a_newer_pipeline_replaces(library: Library, make: Make) -> None:
    article = make()
    kept = library.keep(article, analysed(article))
    library.take_analysis(article, analysed(article, "2"))
    assert len(list(library.statements())) == 1
    assert library.analysis(kept.number) == analysed(article, "2")


def test_the_same_analysis_again_changes_nothing(library: Library, make: Make) -> None:
    article = make()
    library.keep(article, analysed(article))
    [before] = library.statements()
    library.take_analysis(article, analysed(article))
    assert list(library.statements()) == [before]


def test_an_analysis_of_what_is_not_kept_is_left(library: Library, make: Make) -> None:
    library.take_analysis(make(), analysed(make()))
    assert library.count() == 0
    assert not list(library.statements())


def test_statements_come_in_batches_without_a_gap(
    library: Library, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.library.reading.BATCH", 2)
    for number in range(5):
        article = make(f"a{number}")
        library.keep(article, analysed(article))
    assert [one.article for one in library.statements()] == [1, 2, 3, 4, 5]


# Lists


@pytest.fixture
def shelf(library: Library, make: Make) -> Library:
    """Three articles of the web and one of a file."""
    for number, (name, text) in enumerate(
        [
            ("https://www.zeitung.example/politik/a", TEXT),
            ("https://blog.zeitung.example/b", TEXT.replace("13.07.2024, 10:36", "14.07.2024, 00:00")),
            ("https://funk.example/c", TEXT.replace("13.07.2024, 10:36\n\n", "")),
            ("d", TEXT),
        ]
    ):
        library.keep(make(name, text, "Straße B9" if number == 1 else f"Bericht {number}"), at=day(number))
    return library


def titles(library: Library, filters: Filters = Filters(), order: Order = Order.OPENED) -> list[str]:  # noqa: B008
    found = library.articles(filters, order)
    assert library.count(filters) == len(found)
    return [kept.title for kept in found]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["Bericht 3", "Bericht 2", "Straße B9", "Bericht 0"]),
        (Filters(source="zeitung.example"), ["Straße B9", "Bericht 0"]),
        (Filters(source="WWW.Zeitung.example"), ["Straße B9", "Bericht 0"]),
        (Filters(source="blog.zeitung.example"), ["Straße B9"]),
        (Filters(source="eitung.example"), []),
        (Filters(source="https://funk.example/c#x"), ["Bericht 2"]),
        (Filters(text="strasse b9"), ["Straße B9"]),
        (Filters(text="STRASSE"), ["Straße B9"]),
        (Filters(text="%"), []),
        (Filters(since=datetime(2024, 7, 14)), ["Bericht 2", "Straße B9"]),
        (Filters(until=datetime(2024, 7, 14)), ["Bericht 3", "Bericht 0"]),
        (Filters(since=datetime(2024, 7, 14), until=datetime(2024, 7, 15)), ["Straße B9"]),
        (Filters(unread=True), []),
        (Filters(unread=False), ["Bericht 3", "Bericht 2", "Straße B9", "Bericht 0"]),
        (Filters(articles=(1, 4)), ["Bericht 3", "Bericht 0"]),
        (Filters(articles=()), []),
    ],
)
def test_filters(shelf: Library, filters: Filters, found: list[str]) -> None:
    assert titles(shelf, filters) == found


def test_a_folder_stands_for_those_in_it(shelf: Library, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "texte", f"{tmp_path}/"):
        assert titles(shelf, Filters(source=str(folder))) == ["Bericht 3"]
    assert titles(shelf, Filters(source=str(tmp_path / "tex"))) == []


def test_a_publisher_is_a_source(library: Library, make: Make) -> None:
    library.keep(replace(make(), publisher="Märkische Zeitung"))
    assert titles(library, Filters(source="maerkische")) == ["Größere Pläne"]
    assert titles(library, Filters(source="rheinische")) == []


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.OPENED, [4, 3, 2, 1]),
        (Order.PUBLISHED, [3, 2, 4, 1]),
        (Order.TITLE, [2, 4, 3, 1]),
        (Order.STATEMENTS, [1, 4, 3, 2]),
    ],
)
def test_orders(shelf: Library, make: Make, order: Order, found: list[int]) -> None:
    first = shelf.article(1)
    shelf.take_analysis(first, analysed(first))
    assert [kept.number for kept in shelf.articles(order=order)] == found
    ascending = shelf.articles(order=order, descending=False)
    assert sorted(kept.number for kept in ascending) == [1, 2, 3, 4]
    assert shelf.articles(order=order, limit=2, offset=1) == shelf.articles(order=order)[1:3]


def test_marking(shelf: Library) -> None:
    shelf.mark([1, 3], read=False)
    assert titles(shelf, Filters(unread=True)) == ["Bericht 2", "Bericht 0"]
    shelf.mark([1], read=True)
    assert titles(shelf, Filters(unread=True)) == ["Bericht 2"]


def test_what_a_feed_brought_is_unread_until_it_is_opened(library: Library, make: Make) -> None:
    kept = library.keep(make(), opened=False, feed="https://example.org/rss", at=day(0))
    assert (kept.read, kept.opened, kept.feed) == (False, None, "https://example.org/rss")
    assert titles(library, Filters(feed="https://example.org/rss", unread=True)) == ["Größere Pläne"]
    kept = library.keep(make(), at=day(1))
    assert (kept.read, kept.opened, kept.feed) == (True, day(1), "https://example.org/rss")


# Deleting


def test_what_was_deleted_comes_back_whole(shelf: Library, path: Path) -> None:
    first = shelf.article(1)
    shelf.take_analysis(first, analysed(first))
    before = shelf.articles()
    deletion = shelf.delete([1, 2])
    assert titles(shelf) == ["Bericht 3", "Bericht 2"]
    assert shelf.get(1) is None
    assert not list(shelf.statements())
    with pytest.raises(KeyError):
        shelf.article(1)
    with Library(path) as later:
        assert later.deletions() == [deletion]
        later.restore(later.deletions()[0])
    assert shelf.articles() == before
    assert len(list(shelf.statements())) == 1


def test_deletions_are_taken_back_one_by_one(shelf: Library) -> None:
    first, second = shelf.delete([1], day(1)), shelf.delete([2, 1], day(2))
    assert second.articles == (2,)
    assert shelf.deletions() == [second, first]
    shelf.restore(first)
    assert [kept.number for kept in shelf.articles()] == [4, 3, 1]
    shelf.restore(first)
    assert len(shelf.articles()) == 3


def test_an_article_that_was_kept_anew_gets_its_old_versions_back(library: Library, make: Make) -> None:
    old = library.keep(make(), analysed(make()), at=day(0))
    deletion = library.delete([old.number], day(1))
    new = library.keep(make(text=OTHER), at=day(2))
    assert new.number != old.number
    assert new.versions == 1
    library.restore(deletion)
    [kept] = library.articles()
    assert (kept.number, kept.versions, kept.first, kept.id) == (new.number, 2, day(0), new.id)
    assert library.analysis(kept.number, library.versions(kept.number)[0].number) == analysed(make())


def test_after_a_month_it_is_gone(library: Library, make: Make) -> None:
    kept = library.keep(make(), at=day(0))
    library.delete([kept.number], day(1))
    library.keep(make("b"), at=day(30))
    assert len(library.deletions()) == 1
    library.keep(make("b"), at=day(32))
    assert library.deletions() == []
    library.restore(library.delete([kept.number]))
    assert [one.title for one in library.articles()] == ["Größere Pläne"]


# Together


def test_threads_share_a_library(library: Library, make: Make) -> None:
    failed: list[BaseException] = []

    def work(part: int) -> None:
        try:
            for number in range(8):
                article = make(f"{part}-{number}")
                library.keep(article)
                library.take_analysis(article, analysed(article))
                library.articles()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert library.count() == 32
    assert len(list(library.statements())) == 32
