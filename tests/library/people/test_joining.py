"""Who is who among those of one name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.library.people.joining import Variant, join
from newsreader.library.people.names import person_name
from newsreader.library.people.roles import Evidence, compare, role_of

BAKER, CHANCELLOR = "Bäcker", "Bundeskanzler"


def variant(name: str, role: str | None = None, uses: int = 1, *, genitive: bool = False) -> Variant:
    return Variant(person_name(name).form, role, uses, genitive)


def who(*variants: Variant) -> tuple[list[set[int]], set[int]]:
    joined = join(variants)
    return [set(one) for one in joined.people], set(joined.alone)


@pytest.mark.parametrize(
    "roles",
    [
        ("Finanzminister", "Bundeskanzler", "SPD-Politiker", "Erster Bürgermeister", "Altkanzler"),
        ("CDU-Kanzlerkandidatin", "64-jährige deutsche Bundeskanzlerin", "Ex-Kanzlerin", "CDU-Vorsitzende"),
        ("Virologe", "Chefvirologe der Charité", "Professor", "Wissenschaftler"),
    ],
)
def test_a_changed_office_splits_nobody(roles: tuple[str, ...]) -> None:
    people, alone = who(*(variant("Olaf Schulzenberg", role) for role in roles))
    assert people == [set(range(len(roles)))]
    assert not alone


def test_a_politician_with_a_common_name_changes_his_office_too() -> None:
    people, _ = who(variant("Olaf Scholz", "Finanzminister"), variant("Olaf Scholz", "Bundeskanzler"))
    assert people == [{0, 1}]


def test_another_walk_of_life_is_another_person() -> None:
    people, _ = who(variant("Olaf Scholz", CHANCELLOR), variant("Olaf Scholz", BAKER))
    assert people == [{0}, {1}]


def test_what_somebody_was_says_nothing_against_what_he_is() -> None:
    left, right = role_of("Ex-Boxer"), role_of("Bürgermeister von Kyjiw")
    assert compare(left, right, common=False) is not Evidence.AGAINST
    assert compare(role_of("Boxer"), right, common=False) is Evidence.AGAINST


def test_for_a_common_name_another_party_or_place_is_another_person() -> None:
    assert len(who(variant("Peter Müller", "CDU-Politiker"), variant("Peter Müller", "SPD-Politiker"))[0]) == 2
    mayors = (variant("Peter Müller", "Bürgermeister von Kassel"), variant("Peter Müller", "Bürgermeister von Hanau"))
    assert len(who(*mayors)[0]) == 2
    assert len(who(variant("Thomas Weber", "Historiker"), variant("Thomas Weber", "Virologe"))[0]) == 2


def test_for_a_rare_name_another_party_is_a_change_of_party() -> None:
    people, _ = who(variant("Sahra Wagenknecht", "Linken-Politikerin"), variant("Sahra Wagenknecht", "BSW-Vorsitzende"))
    assert people == [{0, 1}]


def test_a_name_without_role_is_the_only_bearers() -> None:
    people, alone = who(variant("Olaf Scholz"), variant("Olaf Scholz", CHANCELLOR))
    assert people == [{0, 1}]
    assert not alone


def test_a_name_without_role_is_nobodys_where_two_could_be_meant() -> None:
    people, alone = who(variant("Olaf Scholz"), variant("Olaf Scholz", CHANCELLOR, 2), variant("Olaf Scholz", BAKER))
    assert people == [{1}, {2}]
    assert alone == {0}


def test_a_name_without_role_is_his_who_by_far_prevails() -> None:
    people, alone = who(variant("Olaf Scholz"), variant("Olaf Scholz", CHANCELLOR, 9), variant("Olaf Scholz", BAKER))
    assert people == [{0, 1}, {2}]
    assert not alone


def test_a_genitive_is_the_name_only_where_it_cannot_be_a_name_itself() -> None:
    assert who(variant("Angela Merkel", CHANCELLOR), variant("Angela Merkels", genitive=True))[0] == [{0, 1}]
    assert len(who(variant("Klaus Peter", CHANCELLOR), variant("Klaus Peters"))[0]) == 2
    assert len(who(variant("Klaus Peters", genitive=True))[0]) == 1


def test_another_middle_name_is_another_person() -> None:
    people, alone = who(variant("Hans Peter Uhl"), variant("Hans Jürgen Uhl"), variant("Hans Uhl", "CSU-Politiker"))
    assert len(people) == 3
    assert not alone


def test_a_middle_initial_is_left_out_now_and_then() -> None:
    roles = ("US-Präsident", "Präsident der USA")
    assert who(variant("Donald J. Trump", roles[0]), variant("Donald Trump", roles[1]), variant("Donald Trump"))[0] == [
        {0, 1, 2}
    ]


NAMES = ("Hans Müller", "Hans P. Müller", "Hans Peter Müller", "Hans Klaus Müller", "Hans Müllers")
ROLES = (
    None,
    "CDU-Politiker",
    "SPD-Politiker",
    "Bürgermeister von Kassel",
    "Bürgermeister von Hanau",
    "Ex-Minister",
    "Trainer",
    "Stürmer",
    "Bäcker",
    "Virologe",
    "Historiker",
    "Geschäftsführer",
    "Vater",
)
variants = st.lists(
    st.builds(variant, st.sampled_from(NAMES), st.sampled_from(ROLES), st.integers(1, 9), genitive=st.booleans()),
    max_size=12,
    unique_by=lambda one: (one.form, one.role),
)


@given(variants.flatmap(lambda found: st.tuples(st.just(found), st.permutations(range(len(found))))))
@settings(deadline=None)
def test_who_is_who_does_not_depend_on_the_order(data: tuple[list[Variant], list[int]]) -> None:
    found, order = data
    straight, shuffled = join(found), join([found[index] for index in order])
    back = sorted(tuple(sorted(order[index] for index in one)) for one in shuffled.people)
    assert back == list(straight.people)
    assert sorted(order[index] for index in shuffled.alone) == list(straight.alone)


@given(variants)
@settings(deadline=None)
def test_everything_is_somebodys_and_nothing_is_two_peoples(found: list[Variant]) -> None:
    joined = join(found)
    everything = [index for one in joined.people for index in one] + list(joined.alone)
    assert sorted(everything) == list(range(len(found)))


@given(variants)
@settings(deadline=None)
def test_nobody_has_contradicting_middle_names(found: list[Variant]) -> None:
    for one in join(found).people:
        forms = {found[index].form for index in one}
        assert not {("hans", "peter", "mueller"), ("hans", "klaus", "mueller")} <= forms
