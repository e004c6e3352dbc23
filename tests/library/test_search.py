"""Searching: what is found, in what order, with what around it; and that nothing that can be typed is an error."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.library.conftest import TEXT, analysed

from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article.model import Article, Span
from newsreader.article.readers import reader_for
from newsreader.library.library import Library
from newsreader.library.model import Filters, HitKind
from newsreader.library.searching.query import Term, understand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.library.conftest import Make

MONDAY = datetime(2024, 7, 15, 8, 0, tzinfo=UTC)

ARTICLES = {
    "Verteidigungsminister sprechen über Waffen": "Die Verteidigungsminister der NATO-Staaten haben sich in Brüssel "
    "getroffen. Dabei ging es um Luftabwehr. Der NATO-Gipfel sei gut vorbereitet, hieß es.",
    "Minister tritt zurück": "Der Minister hat am Abend seinen Rücktritt erklärt. Er sagte, die Straße sei lang.",
    "Häuser werden teurer": "Wer ein Haus kaufen will, muss mehr bezahlen. Das hat Jürgen Groß gesagt. In der EU "
    "steigen die Preise, neue Wohnungen fehlen.",
    "Bundesrat stimmt zu": "Der Bundesrat hat dem Gesetz zugestimmt. Die Demokratie lebt vom Streit.",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of four articles, nothing of which is changed."""
    folder = tmp_path_factory.mktemp("shelf")
    with Library(folder / "library.db") as library:
        for number, (title, text) in enumerate(ARTICLES.items()):
            source = f"https://{'a' if number < 2 else 'b'}.example/{number}"
            library.keep(reader_for("a.md")(f"# {title}\n\n{text}\n".encode(), source), at=MONDAY + timedelta(number))
        yield library


def found(library: Library, query: str, filters: Filters = Filters(), *, latest: bool = False) -> list[int]:  # noqa: B008
    hits = library.search(query, filters, kinds=frozenset({HitKind.ARTICLE}), latest=latest)
    assert hits.total == ({HitKind.ARTICLE: len(hits)} if understand(query) else {})
    return [hit.article.number for hit in hits if hit.article]


# What is found


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        # inside words, the word itself first
        ("minister", [2, 1]),
        ("Minister", [2, 1]),
        ("verteidigungs", [1]),
        ("teidigungsmin", [1]),
        # other forms of a word
        ("sagen", [2, 3]),
        ("sagte", [2, 3]),
        ("Haus", [3]),
        ("haus", [3]),
        ("kauft", [3]),
        ("Ministern", [2, 1]),
        ("Gipfels", [1]),
        # umlauts and ß both ways
        ("Straße", [2]),
        ("strasse", [2]),
        ("STRASSE", [2]),
        ("Bruessel", [1]),
        ("brüssel", [1]),
        ("haeuser", [3]),
        ("Juergen Gross", [3]),
        ("jürgen groß", [3]),
        # short words stand by themselves or at the end of a longer one
        ("EU", [3]),
        ("eu", [3]),
        ("rat", [4]),
        ("NATO", [1]),
        # all words, one of several, without
        ("minister abend", [2]),
        ("minister ODER bundesrat", [4, 2, 1]),
        ("minister OR bundesrat", [4, 2, 1]),
        ("minister -abend", [1]),
        ("-minister", [4, 3, 1]),
        ("haus UND preise", [3]),
        # as it stands
        ('"der minister"', [2]),
        ('"minister der"', []),
        ('"Minister"', [2]),
        ("„am Abend“", [2]),
        ("»am Abend«", [2]),
        ('"am abend', [2]),
        ('minister -"am Abend"', [1]),
        # words with a hyphen
        ("NATO-Gipfel", [1]),
        ("nato-gip", [1]),
        ("NATO-Staat", [1]),
        ("gipfel", [1]),
        # how words begin
        ("bundes*", [4]),
        ("verteid*", [1]),
        ("abwehr*", []),
        ("abwehr", [1]),
        # nothing
        ("xyzzy", []),
        ("", []),
        ("   ", []),
        ("- -", []),
        ("ODER", []),
    ],
)
def test_what_is_found(shelf: Library, query: str, numbers: list[int]) -> None:
    in_order = found(shelf, query)
    assert sorted(in_order) == sorted(numbers)
    if query in ("minister", "Minister"):
        assert in_order == numbers


def test_a_title_counts_for_more(library: Library, make: Make) -> None:
    library.keep(make("a", "# Etwas anderes\n\nHier geht es um Haushalt und vieles mehr.\n"))
    library.keep(make("b", "# Haushalt\n\nHier geht es um vieles und um noch mehr als das.\n"))
    assert found(library, "haushalt") == [2, 1]


def test_the_latest_first_where_that_is_wanted(shelf: Library) -> None:
    assert found(shelf, "sagte ODER bundesrat ODER minister", latest=True) == [4, 3, 2, 1]


def test_filters_hold_in_a_search(shelf: Library) -> None:
    assert found(shelf, "minister", Filters(source="a.example")) == [2, 1]
    assert found(shelf, "minister", Filters(source="b.example")) == []
    assert found(shelf, "minister", Filters(since=datetime(2024, 7, 16))) == [2]


@given(st.text(max_size=40))
@example("\x00")
@example("\ud800 minister")
@example('"' * 9)
@example("NEAR(a b) title: ^x {y} AND NOT OR")
@example("(minister) AND (bundesrat*")
@example('-"-" - -- -|')
@example("𝗠inister ½ ﬁ ǅ")
@settings(
    max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_whatever_is_typed_is_no_error(shelf: Library, query: str) -> None:
    hits = shelf.search(query)
    for hit in hits:
        assert hit.article is not None
        text = shelf.article(hit.article.number).text
        assert 0 <= hit.span.start <= hit.span.end <= len(text)


@given(st.sampled_from(sorted({word for text in ARTICLES.values() for word in text.replace(".", "").split()})))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_every_word_of_a_text_is_found(shelf: Library, word: str) -> None:
    numbers = [number for number, text in enumerate(ARTICLES.values(), 1) if word in text.replace(".", "").split()]
    assert set(numbers) <= set(found(shelf, word))


# What stands around


def test_a_hit_tells_where_and_what_stands_around(shelf: Library) -> None:
    [hit] = shelf.search("luftabwehr")
    assert hit.article is not None
    assert hit.article.title == "Verteidigungsminister sprechen über Waffen"
    text = shelf.article(hit.article.number).text
    assert hit.span.of(text) == hit.found == "Luftabwehr"
    assert hit.before.endswith("Dabei ging es um ")
    assert hit.before.startswith("… ")
    assert hit.after.startswith(". Der NATO-Gipfel sei gut")
    assert hit.marks == (Span(0, 10),)


def test_words_that_stand_near_each_other_are_shown_together(shelf: Library) -> None:
    [hit] = shelf.search("gut gipfel")
    assert hit.found == "Gipfel sei gut"
    assert [mark.of(hit.found) for mark in hit.marks] == ["Gipfel", "gut"]


def test_what_is_inside_a_word_marks_the_whole_word(shelf: Library) -> None:
    [hit] = shelf.search("abwehr")
    assert hit.found == "Luftabwehr"


def test_the_text_comes_before_the_title_where_both_have_it(shelf: Library) -> None:
    [hit] = [hit for hit in shelf.search("bundesrat") if hit.kind is HitKind.ARTICLE]
    assert hit.before.endswith("Der ")


# Statements


def test_statements_are_found_by_their_words_and_who_says_them(library: Library, make: Make) -> None:
    article = make()
    kept = library.keep(article, analysed(article))
    for query in ("waffen liefern", "Scholz Waffen", '"olaf scholz" liefer', "Waffe"):
        [hit] = library.search(query, kinds=frozenset({HitKind.STATEMENT}))
        assert hit.found == "Wir liefern weitere Waffen"
        assert (hit.actor, hit.item) == ("Olaf Scholz", "s1")
        assert hit.article == library.get(kept.number)
        assert hit.span.of(article.text) == hit.found
        assert hit.after == '", sagte Olaf Scholz in Köln.'
        assert {mark.of(hit.found) for mark in hit.marks} <= {"Waffen", "liefern"}
    assert not library.search("Köln", kinds=frozenset({HitKind.STATEMENT}))


def test_an_analysis_that_comes_later_or_anew_is_searched(library: Library, make: Make) -> None:
    article = make()
    library.keep(article)
    statements = frozenset({HitKind.STATEMENT})
    assert not library.search("waffen", kinds=statements)
    for version in ("1", "2"):
        library.take_analysis(article, analysed(article, version))
        assert len(library.search("waffen", kinds=statements)) == 1


# In step


def test_only_the_present_version_is_searched(library: Library, make: Make) -> None:
    old, new = make(), make(text=TEXT.replace("weitere", "keine"), title="Kleinere Pläne")
    library.keep(old, analysed(old))
    library.keep(new)
    assert found(library, "weitere") == []
    assert found(library, "kleinere") == [1]
    assert not library.search("waffen", kinds=frozenset({HitKind.STATEMENT}))
    library.keep(old)
    assert found(library, "weitere") == [1]
    assert found(library, "kleinere") == []
    [hit] = library.search("waffen", kinds=frozenset({HitKind.STATEMENT}))
    assert hit.item == "s1"


def test_what_is_deleted_is_not_found_until_it_comes_back(library: Library, make: Make) -> None:
    article = make()
    kept = library.keep(article, analysed(article))
    deletion = library.delete([kept.number])
    assert not library.search("waffen")
    library.restore(deletion)
    assert len(library.search("waffen")) == 2


def test_an_article_that_was_kept_anew_is_found_once(library: Library, make: Make) -> None:
    kept = library.keep(make(), analysed(make()))
    deletion = library.delete([kept.number])
    again = library.keep(make(text=TEXT.replace("weitere", "keine")))
    library.restore(deletion)
    assert found(library, "waffen") == [again.number]
    assert found(library, "weitere") == []


def test_nothing_of_what_is_gone_for_good_stays_in_the_index(library: Library, path: Path, make: Make) -> None:
    kept = library.keep(make(text="# T\n\nEin Geheimnis namens Xanthippe.\n"), at=MONDAY)
    library.delete([kept.number], MONDAY)
    library.keep(make("b"), at=MONDAY + timedelta(days=31))
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM word_index").fetchone() == (1,)
        query = "SELECT count(*) FROM article_words WHERE article_words MATCH 'xanthippe'"
        assert connection.execute(query).fetchone() == (0,)
        known = {word for (word,) in connection.execute("SELECT word FROM word_forms")}
    assert "xanthippe" not in known
    assert "geheimnis" not in known
    assert "minister" not in known
    assert {"waffen", "verteidigungsminister"} <= known


def index_is_sound(path: Path) -> None:
    """See that the index of words holds what it would hold if it were made anew."""
    with closing(sqlite3.connect(path)) as connection:
        for kind in ("article", "statement", "note"):
            for part in ("words", "tails"):
                table = f"{kind}_{part}"
                connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def test_the_index_is_made_anew_where_it_is_gone(library: Library, path: Path, make: Make) -> None:
    article = make()
    library.keep(article, analysed(article))
    library.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM word_index")
        for kind in ("article", "statement"):
            for part in ("words", "tails"):
                table = f"{kind}_{part}"
                connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    with Library(path) as again:
        assert len(again.search("waffen")) == 2
    index_is_sound(path)


def test_a_search_does_not_wait_for_a_long_index(
    library: Library, path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        library.keep(make(f"a{number}"))
    library.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM word_index")
        for part in ("words", "tails"):
            connection.execute(f"INSERT INTO article_{part} (article_{part}) VALUES ('delete-all')")
    monkeypatch.setattr("newsreader.library.searching.searcher.PATIENCE", 0)
    with Library(path) as again:
        seen = [(len(hits), hits.missing) for hits in (again.search("waffen") for _ in range(6))]
        assert seen == [(1, 4), (2, 3), (3, 2), (4, 1), (5, 0), (5, 0)]
    index_is_sound(path)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.booleans()), max_size=8))
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_after_any_changes_what_is_found_is_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int, bool]]
) -> None:
    """Articles at three places get one of four texts each time, or are deleted and some brought back."""
    names = ["Alpha", "Beta", "Gamma", "Delta"]
    path = tmp_path_factory.mktemp("changes") / "library.db"
    there: dict[int, str] = {}
    with Library(path) as library:
        for place, text, delete in changes:
            kept = library.find(f"/x/{place}.md")
            if delete and kept is not None:
                deletion = library.delete([kept.number])
                if text % 2:
                    library.restore(deletion)
                else:
                    there.pop(place, None)
                continue
            content = f'# Titel\n\n{names[text]} sagte: "Wir liefern Waffen", so Olaf Scholz.\n'.encode()
            article = reader_for("a.md")(content, f"/x/{place}.md")
            library.keep(article, analysed(article) if text % 2 else None)
            there[place] = names[text]
        for name in names:
            hits = library.search(name, kinds=frozenset({HitKind.ARTICLE}))
            assert sorted(hit.article.source for hit in hits if hit.article) == sorted(
                f"/x/{place}.md" for place, text in there.items() if text == name
            )
        said = sum(1 for text in there.values() if text in ("Beta", "Delta"))
        assert library.search("waffen").total[HitKind.STATEMENT] >= said
    index_is_sound(path)


# Notes


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "annotations.sqlite") as opened:
        yield opened


def write(store: Store, article: Article, note: str, *tags: str) -> str:
    start = article.text.index("Waffen")
    change = Pen(article, "Eva").highlight([Span(start, start + 6)], "yellow", note=note, tags=list(tags))
    store.apply([change])
    assert change.after is not None
    return change.after.id


def notes(library: Library, query: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008
    return [hit.found for hit in library.search(query, filters, kinds=frozenset({HitKind.NOTE}))]


def test_notes_are_found_by_words_and_tags(library: Library, store: Store, make: Make) -> None:
    article = make()
    kept = library.keep(article)
    assert kept.annotations == 0
    identifier = write(store, article, "Bitte *nachprüfen*: welche?", "Rüstung")
    library.take_notes(store)
    for query in ("nachpruefen", "Prüfen", "ruestung"):
        [hit] = library.search(query, kinds=frozenset({HitKind.NOTE}))
        assert hit.found == "Bitte *nachprüfen*: welche? #Rüstung"
        assert (hit.quoted, hit.item) == ("Waffen", identifier)
        assert hit.article is not None
        assert hit.article.number == kept.number
        assert hit.article.annotations == 1
        assert hit.span.of(article.text) == "Waffen"
    assert [one.number for one in library.articles(Filters(annotated=True))] == [kept.number]
    assert library.articles(Filters(annotated=False)) == []


def test_notes_follow_the_store(library: Library, store: Store, make: Make) -> None:
    article = make()
    library.keep(article)
    identifier = write(store, article, "erstens")
    library.take_notes(store)
    old = store.get(identifier)
    assert old is not None
    changed = Pen(article, "Eva").edit(old, note="zweitens")
    assert changed is not None
    store.apply([changed])
    write(store, article, "drittens")
    library.take_notes(store)
    assert (notes(library, "erstens"), notes(library, "zweitens"), notes(library, "drittens")) == (
        [],
        ["zweitens"],
        ["drittens"],
    )
    current = store.get(identifier)
    assert current is not None
    store.apply([Pen(article, "Eva").delete(current)])
    library.take_notes(store)
    assert notes(library, "zweitens ODER drittens") == ["drittens"]
    index_is_sound(library.path)


def test_another_store_takes_the_place_of_the_first(library: Library, tmp_path: Path, make: Make) -> None:
    for name in ("eins", "zwei"):
        with Store(tmp_path / f"{name}.sqlite") as store:
            write(store, make(), f"Notiz {name}")
            library.take_notes(store)
    assert notes(library, "notiz") == ["Notiz zwei"]


def test_a_note_on_what_is_not_kept_is_found_unless_articles_are_asked_for(
    library: Library, store: Store, make: Make
) -> None:
    write(store, make(), "verwaist")
    library.take_notes(store)
    [hit] = library.search("verwaist")
    assert hit.article is None
    assert notes(library, "verwaist", Filters(unread=False)) == []


# Queries


@pytest.mark.parametrize(
    ("query", "groups", "excluded"),
    [
        ("a b", [[Term(("a",))], [Term(("b",))]], []),
        ("a ODER b c", [[Term(("a",)), Term(("b",))], [Term(("c",))]], []),
        ("a | b | c", [[Term(("a",)), Term(("b",)), Term(("c",))]], []),
        ("ODER a", [[Term(("a",))]], []),
        ("a ODER", [[Term(("a",))]], []),
        ("oder a", [[Term(("oder",))], [Term(("a",))]], []),
        ('-a -"b c"', [], [Term(("a",)), Term(("b", "c"), exact=True)]),
        ("NATO-Gipfel", [[Term(("nato", "gipfel"))]], []),
        ("EU", [[Term(("eu",), exact=True)]], []),
        ("Größe*", [[Term(("groesse",), begins=True)]], []),
        ('a"b c"d', [[Term(("a",))], [Term(("b", "c"), exact=True)], [Term(("d",))]], []),
        ("Selenskyj’s", [[Term(("selenskyj", "s"))]], []),
    ],
)
def test_queries(query: str, groups: list[list[Term]], excluded: list[Term]) -> None:
    understood = understand(query)
    assert [list(group) for group in understood.groups] == groups
    assert list(understood.excluded) == excluded
