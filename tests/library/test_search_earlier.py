"""Searching what only earlier versions of articles have."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.library.conftest import TEXT, analysed

from newsreader.annotations.store.connection import connect
from newsreader.library.library import Library
from newsreader.library.model import Filters, HitKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import Make

    from newsreader.library.model import Hit, Kept

NOON = datetime(2024, 7, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DELETED = "Der Staatssekretär bestätigte das Gespräch über Rüstungsgüter."
OLD = TEXT.replace("telefoniert.\n", f"telefoniert. {DELETED}\n")
NEWER = TEXT.replace("telefoniert.", "gesprochen.")


def earlier(library: Library, query: str, filters: Filters = Filters(), *, latest: bool = False) -> list[Hit]:  # noqa: B008
    hits = library.search(query, filters, kinds=frozenset({HitKind.EARLIER}), latest=latest)
    assert hits.total.get(HitKind.EARLIER, 0) == len(hits)
    return list(hits)


def edited(library: Library, make: Make, *texts: str, name: str = "https://a.example/1") -> Kept:
    """An article whose page had one text after the other."""
    [*_, kept] = [library.keep(make(name, text), at=NOON + number * HOUR) for number, text in enumerate(texts)]
    return kept


@pytest.mark.parametrize(
    "query", ["Staatssekretär", "gespraech", '"bestätigte das Gespräch"', "Rüstungsgut", "sekretär"]
)
def test_a_deleted_sentence_is_found(library: Library, make: Make, query: str) -> None:
    kept = edited(library, make, OLD, TEXT)
    assert library.search(query).total[HitKind.ARTICLE] == 0
    [hit] = earlier(library, query)
    assert hit.kind is HitKind.EARLIER
    assert hit.article is not None
    assert (hit.article.number, hit.found) == (kept.number, DELETED)
    assert hit.version != kept.version
    assert hit.span.of(library.article(kept.number, hit.version).text) == DELETED
    assert hit.until == NOON
    assert hit.marks
    assert hit.before.rstrip().endswith("mit Kyjiw telefoniert.")


def test_what_is_still_there_is_found_there_only(library: Library, make: Make) -> None:
    edited(library, make, OLD, TEXT)
    assert earlier(library, "Verteidigungsminister") == []
    assert library.search("Verteidigungsminister").total[HitKind.ARTICLE] == 1


def test_the_old_wording_of_a_sentence_is_found(library: Library, make: Make) -> None:
    edited(library, make, TEXT, NEWER)
    [hit] = earlier(library, "telefoniert")
    assert hit.found == "Der Verteidigungsminister hat am Montag mit Kyjiw telefoniert."


def test_of_several_versions_it_is_the_latest_that_had_it(library: Library, make: Make) -> None:
    edited(library, make, OLD, OLD.replace("weitere", "keine"), TEXT)
    [hit] = earlier(library, "Staatssekretär")
    assert hit.until == NOON + HOUR
    assert [one.found for one in earlier(library, "keine")] == [
        '"Wir liefern keine Waffen", sagte Olaf Scholz in Köln.'
    ]


def test_what_comes_back_is_no_longer_gone(library: Library, make: Make) -> None:
    edited(library, make, OLD, TEXT, OLD)
    assert earlier(library, "Staatssekretär") == []
    assert library.search("Staatssekretär").total[HitKind.ARTICLE] == 1
    edited(library, make, OLD, NEWER, OLD.replace("weitere", "keine"))
    assert earlier(library, "Staatssekretär") == []
    assert len(earlier(library, "gesprochen")) == 1
    edited(library, make, TEXT)
    assert len(earlier(library, "Staatssekretär")) == 1


def test_filters_hold(library: Library, make: Make) -> None:
    edited(library, make, OLD, TEXT)
    edited(library, make, OLD, TEXT, name="https://b.example/1")
    assert len(earlier(library, "Staatssekretär")) == 2
    [hit] = earlier(library, "Staatssekretär", Filters(source="b.example"))
    assert hit.article is not None
    assert hit.article.site == "b.example"
    assert earlier(library, "Staatssekretär", Filters(since=datetime(2024, 7, 14))) == []
    assert earlier(library, "Staatssekretär -bestätigte") == []
    assert len(earlier(library, "Staatssekretär ODER nirgends", latest=True)) == 2
    assert earlier(library, "-nirgends") == []


def test_of_somebody_only_his_own_statements_are_found(library: Library, make: Make) -> None:
    article = make("https://a.example/1", OLD)
    library.keep(article, analysed(article), at=NOON)
    article = make("https://a.example/1")
    library.keep(article, analysed(article), at=NOON + HOUR)
    [person] = library.people.listed()
    assert earlier(library, "Staatssekretär", Filters(actor=person.number)) == []


def test_what_is_deleted_is_not_found_until_it_is_brought_back(library: Library, make: Make) -> None:
    kept = edited(library, make, OLD, TEXT)
    deletion = library.delete([kept.number])
    assert earlier(library, "Staatssekretär") == []
    library.restore(deletion)
    assert len(earlier(library, "Staatssekretär")) == 1


def test_what_was_kept_anew_gets_its_old_versions_with_what_they_had(library: Library, make: Make) -> None:
    kept = edited(library, make, OLD, NEWER)
    deletion = library.delete([kept.number])
    edited(library, make, TEXT)
    assert earlier(library, "Staatssekretär") == []
    library.restore(deletion)
    assert [one.until for one in earlier(library, "Staatssekretär")] == [NOON]
    assert len(earlier(library, "gesprochen")) == 1
    assert empty_or_sound(library)


def test_what_is_gone_for_good_leaves_nothing(library: Library, make: Make) -> None:
    kept = edited(library, make, OLD, TEXT)
    library.delete([kept.number], at=NOON)
    library.keep(make("https://b.example/1", NEWER), at=NOON + timedelta(days=31))
    with closing(connect(library.path, 1.0)) as connection:
        assert connection.execute("SELECT count(*) FROM left_out").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM left_out_of").fetchone() == (0,)
        found = connection.execute("SELECT count(*) FROM earlier_words WHERE earlier_words MATCH 'das'").fetchone()
        assert found == (0,)


def test_versions_from_before_there_was_such_an_index(library: Library, make: Make, path: Path) -> None:
    edited(library, make, OLD, NEWER, TEXT)
    library.close()
    with closing(connect(path, 1.0)) as connection:
        for table in ("left_out", "left_out_of"):
            connection.execute(f"DELETE FROM {table}")
        for table in ("earlier_words", "earlier_tails"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    with Library(path) as again:
        assert len(earlier(again, "Staatssekretär")) == 1
        assert len(earlier(again, "gesprochen")) == 1
        assert empty_or_sound(again)


def test_another_author_alone_leaves_nothing_out(library: Library, make: Make) -> None:
    edited(library, make, TEXT)
    library.keep(replace(make("https://a.example/1"), authors=("Eva Weber",)), at=NOON + HOUR)
    assert earlier(library, "Kyjiw") == []
    assert library.search("Kyjiw").total[HitKind.ARTICLE] == 1


def empty_or_sound(library: Library) -> bool:
    """Whether the rows of the index are those of the table, and SQLite finds nothing wrong."""
    with closing(connect(library.path, 1.0)) as connection:
        rows = connection.execute("SELECT line FROM left_out ORDER BY line").fetchall()
        [number] = connection.execute("SELECT count(*) FROM earlier_words").fetchone()
        connection.execute("INSERT INTO earlier_words (earlier_words) VALUES ('integrity-check')")
    return bool(number == len(rows))
