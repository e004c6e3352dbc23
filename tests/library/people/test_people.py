"""People over the articles of a library, with what the user decides about them."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.people.conftest import BODY, PERSON, PLACE, UNNAMED, WHO, named, partition, written

from newsreader.analysis.result import StatementKind
from newsreader.library.library import Library
from newsreader.library.model import Filters
from newsreader.library.people.steps import Join, Rename, Split

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHOLZ: WHO = ("Olaf Scholz", PERSON, "Bundeskanzler")
MINISTER: WHO = ("Olaf Scholz", PERSON, "Finanzminister")
BAKER: WHO = ("Olaf Scholz", PERSON, "Bäcker")
NOBODY: WHO = ("Olaf Scholz", PERSON, None)
SPOKESWOMAN: WHO = ("eine Sprecherin", UNNAMED, None)


def keep(library: Library, *articles: Sequence[WHO]) -> None:
    for number, who in enumerate(articles):
        library.keep(*written(f"https://example.org/{number}", *who, day=number))


def test_a_person_of_several_articles(library: Library) -> None:
    keep(library, [MINISTER], [SCHOLZ], [("Dr. Olaf Scholz", PERSON, None)])
    [person] = library.people.listed()
    assert (person.name, person.role, person.articles, person.statements) == ("Olaf Scholz", "Bundeskanzler", 3, 3)
    assert person.roles == ("Bundeskanzler", "Finanzminister")
    assert person.last - person.first == timedelta(days=2)
    said = library.people.said(person.number)
    assert [one.article.place for one in said] == [f"https://example.org/{n}" for n in range(3)]
    assert said[0].statement.text == "Satz 1"
    assert library.people.get(person.number) == person


def test_never_by_surname_alone_and_nobody_without_a_name(library: Library) -> None:
    scholz: WHO = ("Scholz", PERSON, "Bundeskanzler")
    keep(library, [SCHOLZ, SPOKESWOMAN], [scholz, SPOKESWOMAN], [scholz])
    assert all(person.articles == 1 for person in library.people.listed())
    assert len(library.people.listed()) == 5


def test_organisations_by_name_and_by_what_articles_say_that_abbreviations_mean(library: Library) -> None:
    short: WHO = ("BSW", BODY, None)
    keep(library, [short], [("Bündnis Sahra Wagenknecht=BSW", BODY, None)], [("Polizei", BODY, None)], [short])
    [bsw] = [person for person in library.people.listed() if person.articles == 3]
    assert set(bsw.names) == {"Bündnis Sahra Wagenknecht", "BSW"}


def test_what_an_abbreviation_means_may_become_unclear(library: Library) -> None:
    one: WHO = ("Phak Palang Prachachon=PPP", BODY, None)
    other: WHO = ("Peoples Power Party=PPP", BODY, None)
    keep(library, [("PPP", BODY, None)], [one])
    assert [person.articles for person in library.people.listed()] == [2]
    library.keep(*written("https://example.org/9", other))
    assert [person.articles for person in library.people.listed()] == [1, 1, 1]


def test_a_place_is_one_where_it_speaks(library: Library) -> None:
    keep(library, [("Russland", PLACE, None)], [("Russland", BODY, None)])
    assert [person.articles for person in library.people.listed()] == [2]


def test_filters(library: Library) -> None:
    keep(library, [SCHOLZ], [SCHOLZ, BAKER])
    library.keep(*written("https://other.de/1", SCHOLZ, day=9, kind=StatementKind.INDIRECT))
    [scholz, baker] = library.people.listed()
    assert (scholz.role, baker.role) == ("Bundeskanzler", "Bäcker")
    since = Filters(since=datetime(2024, 7, 16))
    assert [one.articles for one in library.people.listed(since)] == [2, 1]
    assert len(library.people.said(scholz.number, since)) == 2
    assert len(library.people.said(scholz.number, Filters(source="other.de"))) == 1
    assert len(library.people.said(scholz.number, kinds=[StatementKind.INDIRECT])) == 1
    assert [one.role for one in library.people.listed(words="baecker scholz")] == ["Bäcker"]
    assert library.people.listed(words="Merkel") == []


def test_a_version_takes_the_place_of_the_one_before(library: Library) -> None:
    article, analysis = written("https://example.org/1", SCHOLZ, BAKER)
    library.keep(article, analysis)
    library.keep(*written("https://example.org/1", SCHOLZ))
    assert [person.role for person in library.people.listed()] == ["Bundeskanzler"]
    assert library.people.listed()[0].articles == 1


def test_deleting_and_bringing_back(library: Library) -> None:
    keep(library, [SCHOLZ], [MINISTER])
    before = library.people.listed()
    [first, _] = sorted(library.articles(), key=lambda kept: kept.number)
    deleted = library.delete([first.number])
    assert library.people.listed()[0].articles == 1
    library.restore(deleted)
    assert library.people.listed() == before


def test_what_is_gone_for_good_counts_no_more(library: Library) -> None:
    keep(library, [SCHOLZ], [BAKER], [NOBODY])
    assert sorted(person.articles for person in library.people.listed()) == [1, 1, 1]
    baker = library.find("https://example.org/1")
    assert baker is not None
    library.delete([baker.number], datetime(2020, 1, 1).astimezone())
    library.keep(*written("https://example.org/9"))
    assert [person.articles for person in library.people.listed()] == [2]


def test_numbers_stay_when_articles_are_analysed_anew(library: Library) -> None:
    keep(library, [SCHOLZ, BAKER], [SCHOLZ])
    before = {person.role: person.number for person in library.people.listed()}
    for number in range(2):
        who = [SCHOLZ, BAKER] if number == 0 else [SCHOLZ]
        library.take_analysis(*written(f"https://example.org/{number}", *who, day=number, version="2"))
    assert {person.role: person.number for person in library.people.listed()} == before


def test_the_person_of_an_actor(library: Library) -> None:
    article, analysis = written("https://example.org/1", BAKER, SCHOLZ)
    library.keep(article, analysis)
    number = library.people.of_actor(article, "a2")
    assert number is not None
    person = library.people.get(number)
    assert person is not None
    assert person.role == "Bundeskanzler"
    assert library.people.of_actor(article, "a7") is None
    assert library.people.of_actor(written("https://example.org/2")[0], "a1") is None


# The user's decisions


def test_joining_holds_for_later_articles(library: Library) -> None:
    keep(library, [("Joe Biden", PERSON, "US-Präsident")], [("Joseph Biden", PERSON, "US-Präsident")])
    [joe], [joseph] = named(library, "Joe Biden"), named(library, "Joseph Biden")
    library.people.join(joe.number, joseph.number)
    library.keep(*written("https://example.org/9", ("Joseph Biden", PERSON, "Präsident"), day=9))
    [person] = library.people.listed()
    assert (person.number, person.articles, person.decided) == (joe.number, 3, True)
    assert len(library.people.said(joe.number)) == 3
    library.people.undo()
    assert sorted(one.articles for one in library.people.listed()) == [1, 2]
    library.people.redo()
    assert library.people.listed() == [person]


def test_several_are_joined_and_undone_in_one_step(library: Library) -> None:
    keep(library, [SCHOLZ], [("Scholz", PERSON, None)], [("Scholz", PERSON, None)], [BAKER])
    [scholz, *others] = library.people.listed()
    library.people.rename(scholz.number, "Der Kanzler")
    before = library.people.listed()
    library.people.join(scholz.number, *(one.number for one in others))
    [everybody] = library.people.listed()
    assert (everybody.articles, everybody.name) == (4, "Der Kanzler")
    library.people.undo()
    assert library.people.listed() == before
    library.people.redo()
    assert library.people.listed() == [everybody]


def test_a_surname_alone_can_be_joined_by_hand(library: Library) -> None:
    keep(library, [SCHOLZ], [("Scholz", PERSON, None)], [("Scholz", PERSON, None)])
    [scholz] = named(library, "Olaf Scholz")
    alone = named(library, "Scholz")
    library.people.join(scholz.number, alone[0].number)
    assert sorted(one.articles for one in library.people.listed()) == [1, 2]
    library.take_analysis(*written("https://example.org/1", ("Scholz", PERSON, None), day=1, version="2"))
    assert sorted(one.articles for one in library.people.listed()) == [1, 2]


def test_splitting_off_single_articles(library: Library) -> None:
    keep(library, [NOBODY], [NOBODY], [NOBODY])
    [person] = library.people.listed()
    seen = library.people.appearances(person.number)
    other = library.people.split(person.number, [seen[1].number])
    assert [one.article.place for one in library.people.appearances(other)] == ["https://example.org/1"]
    library.keep(*written("https://example.org/9", NOBODY, day=9))
    assert {one.number: one.articles for one in library.people.listed()} == {person.number: 3, other: 1}
    library.take_analysis(*written("https://example.org/1", NOBODY, day=1, version="2"))
    assert {one.number: one.articles for one in library.people.listed()} == {person.number: 3, other: 1}
    library.people.undo()
    assert [one.articles for one in library.people.listed()] == [4]


def test_splitting_off_a_role_holds_for_later_articles(library: Library) -> None:
    keep(library, [SCHOLZ], [MINISTER], [MINISTER])
    [person] = library.people.listed()
    seen = library.people.appearances(person.number)
    other = library.people.split(person.number, [one.number for one in seen if one.role == "Finanzminister"])
    library.keep(*written("https://example.org/9", MINISTER, day=9))
    assert {one.number: one.articles for one in library.people.listed()} == {person.number: 1, other: 3}


def test_what_was_split_off_can_be_joined_with_somebody_else(library: Library) -> None:
    keep(library, [SCHOLZ], [SCHOLZ], [("Karl Meier", PERSON, "Bäcker")])
    [scholz, meier] = library.people.listed()
    other = library.people.split(scholz.number, [library.people.appearances(scholz.number)[0].number])
    library.people.join(meier.number, other)
    assert {one.number: one.articles for one in library.people.listed()} == {scholz.number: 1, meier.number: 2}
    library.people.undo()
    assert {one.number: one.articles for one in library.people.listed()} == {
        scholz.number: 1,
        meier.number: 1,
        other: 1,
    }


def test_renaming(library: Library) -> None:
    keep(library, [SCHOLZ])
    [person] = library.people.listed()
    library.people.rename(person.number, "Der Kanzler", "im Amt bis 2025")
    [renamed] = library.people.listed(words="kanzler amt")
    assert (renamed.name, renamed.role, renamed.number) == ("Der Kanzler", "im Amt bis 2025", person.number)
    assert [type(step.decision) for step in library.people.steps()] == [Rename]
    library.people.undo()
    assert library.people.listed() == [person]
    assert library.people.undo() is None


def test_a_new_decision_ends_what_could_be_redone(library: Library) -> None:
    keep(library, [SCHOLZ], [BAKER])
    [one, other] = library.people.listed()
    library.people.join(one.number, other.number)
    library.people.undo()
    library.people.rename(one.number, "X")
    assert library.people.redo() is None
    assert [type(step.decision) for step in library.people.steps()] == [Rename]


def test_what_cannot_be_decided(library: Library) -> None:
    keep(library, [SCHOLZ], [BAKER])
    [one, other] = library.people.listed()
    [seen] = library.people.appearances(one.number)
    with pytest.raises(ValueError, match="himself"):
        library.people.join(one.number, one.number)
    with pytest.raises(KeyError):
        library.people.join(one.number, 99)
    with pytest.raises(KeyError):
        library.people.split(other.number, [seen.number])
    with pytest.raises(ValueError, match="must stay"):
        library.people.split(one.number, [seen.number])
    assert library.people.steps() == []


def test_decisions_outlive_a_damaged_file(library: Library) -> None:
    keep(library, [SCHOLZ], [BAKER], [("Scholz", PERSON, None)], [NOBODY])
    [scholz], [baker], [alone] = (
        [one for one in library.people.listed() if one.names == ("Olaf Scholz",) and one.role == "Bundeskanzler"],
        [one for one in library.people.listed() if one.role == "Bäcker"],
        named(library, "Scholz"),
    )
    library.people.join(scholz.number, alone.number)
    library.people.rename(baker.number, "Der Bäcker")
    before = library.people.listed()
    library.close()
    path = library.path
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        [size] = connection.execute("PRAGMA page_size").fetchone()
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles_by_site'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)
    with Library(path) as mended:
        assert mended.notices
        after = mended.people.listed()
        assert [(one.name, one.articles) for one in after] == [(one.name, one.articles) for one in before]
        assert {scholz.number, baker.number} < {one.number for one in after}
        assert [type(step.decision) for step in mended.people.steps()] == [Join, Rename]


def test_articles_that_were_analysed_before_are_taken_in(library: Library) -> None:
    keep(library, [SCHOLZ], [MINISTER])
    before = partition(library)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        for table in ("people_seen", "people_versions", "people_variants", "people"):
            connection.execute(f"DELETE FROM {table}")
    assert partition(library) == before


# Whatever happens

NAMES = ("Olaf Scholz", "Olaf Scholz'", "Scholz", "Hans Müller", "Hans P. Müller", "Hans Müllers")
ROLES = (None, "Bundeskanzler", "Bäcker", "SPD-Politiker", "CDU-Politiker", "Bürgermeister von Kassel")
BODIES = ("DWU", "Deutsche Wander-Union=DWU", "Dresdner Wirte Union=DWU", "Polizei")
somebody = st.one_of(
    st.tuples(st.sampled_from(NAMES), st.just(PERSON), st.sampled_from(ROLES)),
    st.tuples(st.sampled_from(BODIES), st.just(BODY), st.none()),
)
casts = st.lists(st.lists(somebody, max_size=3, unique_by=lambda one: one[0]), min_size=1, max_size=7)


def fresh() -> Library:
    return Library(Path(tempfile.mkdtemp()) / "library.db")


@given(casts.flatmap(lambda found: st.tuples(st.just(found), st.permutations(range(len(found))))))
@settings(max_examples=40, deadline=None)
def test_the_order_of_articles_does_not_matter(data: tuple[list[list[WHO]], list[int]]) -> None:
    cast, order = data
    with fresh() as one, fresh() as other:
        for number in range(len(cast)):
            one.keep(*written(f"https://example.org/{number}", *cast[number], day=number))
        for number in order:
            other.keep(*written(f"https://example.org/{number}", *cast[number], day=number))
        assert partition(one) == partition(other)


@given(casts, casts)
@settings(max_examples=30, deadline=None)
def test_what_comes_and_goes_leaves_nothing(cast: list[list[WHO]], more: list[list[WHO]]) -> None:
    with fresh() as library, fresh() as other:
        for number, who in enumerate(cast):
            library.keep(*written(f"https://example.org/{number}", *who, day=number))
            other.keep(*written(f"https://example.org/{number}", *who, day=number))
        for number, who in enumerate(more):
            library.keep(*written(f"https://more.org/{number}", *who, day=number))
        gone = [one.number for one in library.articles(Filters(source="more.org"))]
        library.delete(gone, datetime(2020, 1, 1).astimezone())
        nothing = written("https://example.org/nothing")
        library.keep(*nothing)
        other.keep(*nothing)
        assert partition(library) == partition(other)


@given(casts, st.lists(st.tuples(st.sampled_from(["join", "split", "rename"]), st.integers(0, 99)), max_size=5), casts)
@settings(max_examples=40, deadline=None)
def test_undoing_gives_back_what_was(
    cast: list[list[WHO]], wanted: list[tuple[str, int]], more: list[list[WHO]]
) -> None:
    with fresh() as library, fresh() as other:
        for number, who in enumerate(cast):
            library.keep(*written(f"https://example.org/{number}", *who, day=number))
            other.keep(*written(f"https://example.org/{number}", *who, day=number))
        states = [library.people.listed()]
        for what, choice in wanted:
            if _decide(library, what, choice):
                states.append(library.people.listed())
        for state in reversed(states[:-1]):
            assert library.people.undo() is not None
            assert library.people.listed() == state
        for state in states[1:]:
            assert library.people.redo() is not None
            assert library.people.listed() == state
        for number, who in enumerate(more):
            library.keep(*written(f"https://more.org/{number}", *who, day=number))
            other.keep(*written(f"https://more.org/{number}", *who, day=number))
        while library.people.undo() is not None:
            pass
        assert partition(library) == partition(other)


def _decide(library: Library, what: str, choice: int) -> bool:
    people = library.people.listed()
    if not people:
        return False
    person = people[choice % len(people)]
    if what == "rename":
        library.people.rename(person.number, f"N{choice}")
        return True
    if what == "join":
        other = people[(choice // 7) % len(people)]
        if other.number == person.number:
            return False
        library.people.join(person.number, other.number)
        return True
    seen = [one.number for one in library.people.appearances(person.number)]
    if len(seen) < 2:
        return False
    library.people.split(person.number, seen[: 1 + choice % (len(seen) - 1)])
    assert isinstance(library.people.steps()[-1].decision, Split)
    return True
