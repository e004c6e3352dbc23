"""The versions of an article that the library has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newsreader.article.model import Article
from newsreader.library.changes.telling import summary
from newsreader.library.changes.versions import changed_since, histories, last_kept
from newsreader.library.library import Library
from newsreader.library.model import Filters
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2024, 7, 13, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def version(text: str) -> Article:
    return Article(f"{text}. Sonst bleibt der Text, wie er ist.", "/a.txt")


ONE, TWO, THREE = (version(f"Das ist Fassung {word}") for word in ("eins", "zwei", "drei"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened


def test_what_is_new_has_no_earlier_version(library: Library) -> None:
    assert changed_since(library, ONE) is None
    assert last_kept(library, ONE) is None


def test_the_version_that_was_read_last(library: Library) -> None:
    library.keep(ONE, at=NOON)
    library.keep(ONE, at=NOON + HOUR)
    assert changed_since(library, ONE) is None
    earlier = changed_since(library, TWO)
    assert earlier is not None
    assert (earlier.article.text, earlier.version.last) == (ONE.text, NOON + HOUR)


def test_what_was_only_fetched_meanwhile_was_not_read(library: Library) -> None:
    library.keep(ONE, at=NOON)
    library.keep(TWO, opened=False, at=NOON + HOUR)
    for now in (TWO, THREE):
        earlier = changed_since(library, now)
        assert earlier is not None
        assert earlier.article.text == ONE.text
    assert changed_since(library, ONE) is None
    kept = last_kept(library, THREE)
    assert kept is not None
    assert kept.article.text == TWO.text


def test_what_was_never_read_is_compared_with_what_is_kept(library: Library) -> None:
    library.keep(ONE, opened=False, at=NOON)
    assert changed_since(library, ONE) is None
    earlier = changed_since(library, TWO)
    assert earlier is not None
    assert earlier.article.text == ONE.text


def test_a_text_that_came_back(library: Library) -> None:
    for number, one in enumerate((ONE, TWO, ONE)):
        library.keep(one, at=NOON + number * HOUR)
    assert changed_since(library, ONE) is None
    earlier = changed_since(library, TWO)
    assert earlier is not None
    assert earlier.article.text == ONE.text


def test_standard_input_has_no_versions(library: Library) -> None:
    piped = Article("Ein Text.", "-")
    library.keep(piped)
    assert changed_since(library, Article("Ein anderer Text.", "-")) is None


def test_what_came_with_each(library: Library) -> None:
    for number, one in enumerate((ONE, TWO, THREE)):
        library.keep(one, at=NOON + number * HOUR)
    [kept] = library.articles()
    first, second, third = histories(library, library.versions(kept.number))
    assert first is None
    assert second is not None
    assert third is not None
    assert second.counts.all == third.counts.all == 1


def test_an_earlier_version_that_is_read_is_no_news_seen(library: Library) -> None:
    library.keep(ONE, at=NOON)
    kept = library.keep(TWO, opened=False, at=NOON + HOUR)
    assert kept.has_news
    library.touch(ONE, earlier=True)
    assert library.articles(Filters(changed=True)) == library.articles()
    library.touch(TWO)
    assert library.articles(Filters(changed=True)) == []
    assert len(library.articles(Filters(changed=False))) == 1


def test_what_is_marked_as_read_is_no_news(library: Library) -> None:
    library.keep(ONE, at=NOON)
    kept = library.keep(TWO, opened=False, at=NOON + HOUR)
    library.mark([kept.number], read=True)
    assert library.count(Filters(changed=True)) == 0


def test_a_text_that_came_back_is_known_also_after_it_was_looked_at_again(library: Library) -> None:
    for number, one in enumerate((ONE, TWO, ONE)):
        library.keep(one, at=NOON + number * HOUR)
    library.keep(ONE, opened=False, at=NOON + 3 * HOUR)
    assert changed_since(library, ONE) is None


TOLD = replace(ONE, source="https://a.example/1", authors=("Eva Weber",), publisher="Der Bote", published=NOON)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (replace(TOLD, authors=("Eva Weber", "Max Mahler")), "authors"),
        (replace(TOLD, publisher="Die Botin"), "publisher"),
        (replace(TOLD, published=NOON + HOUR), "time"),
        (replace(TOLD, authors=(), author=None), "authors"),
    ],
)
def test_another_author_or_date_alone_is_a_version(library: Library, other: Article, said: str) -> None:
    library.keep(TOLD, at=NOON)
    earlier = changed_since(library, other)
    assert earlier is not None
    kept = library.keep(other, at=NOON + HOUR)
    first, second = library.versions(kept.number)
    assert (first.id, first.is_of(TOLD)) == (second.id, True)
    assert second.is_of(other)
    assert library.article(kept.number, first.number) == TOLD
    assert library.article(kept.number) == other
    [_, changes] = histories(library, [first, second])
    assert changes is not None
    assert summary(changes, Phrases("en")) == said
    assert library.keep(TOLD, at=NOON + 2 * HOUR).version == first.number


def test_a_later_update_alone_is_none(library: Library) -> None:
    library.keep(TOLD, at=NOON)
    kept = library.keep(replace(TOLD, updated=NOON + HOUR), at=NOON + HOUR)
    assert kept.versions == 1
