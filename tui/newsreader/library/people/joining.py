"""Which forms of one name, with which roles, are one person: a function of all that was seen, in whatever order.

The forms and roles under one key are compared in pairs; the ones that evidence joins are put together, the strongest
evidence first, as long as nothing in the one contradicts anything in the other (complete linkage). What says nothing of
itself, such as a name without a role, goes to the only person of the name or to the one that most articles mean; where
several could be meant it stays alone, since a wrong joining is worse than a missing one.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.people.names import same_person_name, without_s
from newsreader.library.people.roles import Evidence, Role, compare, role_of
from newsreader.library.people.words import COMMON_SURNAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

PREVAILS = 4
"""how many times as many articles must mean one person of a name as all others for a mention without role to be his"""


class Variant(NamedTuple):
    """A way in which articles speak of somebody.

    Attributes:
        form: the parts of the name.
        role: the role's wording, None for none.
        uses: in how many articles.
        genitive: whether the s at the end of the name may be a genitive's in all of them.
    """

    form: tuple[str, ...]
    role: str | None
    uses: int = 1
    genitive: bool = False


class Joined(NamedTuple):
    """Who is who under one key, by indices of the variants.

    Attributes:
        people: those that are one person each.
        alone: variants of which every single mention stays apart, since several people could be meant.
    """

    people: tuple[tuple[int, ...], ...]
    alone: tuple[int, ...] = ()


class _Node(NamedTuple):
    form: tuple[str, ...]
    role: Role
    members: tuple[int, ...]
    uses: int


def join(variants: Sequence[Variant]) -> Joined:
    """Find out who is who among the variants of one key.

    Args:
        variants: all of them, each form and role once. Neither their order nor anything but themselves matters.
    """
    nodes = _nodes(variants)
    telling = [node for node in nodes if node.role.says_something]
    silent = [node for node in nodes if not node.role.says_something]
    clusters = _cluster(telling)
    weights = [sum(node.uses for node in cluster) for cluster in clusters]
    people = [[index for node in cluster for index in node.members] for cluster in clusters]
    alone: list[int] = []
    for group in _same_silent(silent):
        members = [index for node in group for index in node.members]
        fitting = [n for n, cluster in enumerate(clusters) if _fits(group[0].form, cluster)]
        chosen = _prevailing(fitting, weights)
        if chosen is not None:
            people[chosen] += members
        elif fitting:
            alone += members
        else:
            people.append(members)
    return Joined(tuple(sorted(tuple(sorted(one)) for one in people)), tuple(sorted(alone)))


def _nodes(variants: Sequence[Variant]) -> list[_Node]:
    """Variants that say the same, in an order of their own."""
    surnames = {variant.form[-1] for variant in variants}
    said: dict[tuple[tuple[str, ...], Role], list[int]] = {}
    for index, variant in enumerate(variants):
        said.setdefault((_nominative(variant, surnames), role_of(variant.role)), []).append(index)
    nodes = [
        _Node(form, role, tuple(members), sum(variants[index].uses for index in members))
        for (form, role), members in said.items()
    ]
    return sorted(nodes, key=_order)


def _order(node: _Node) -> tuple[object, ...]:
    role = node.role
    return node.form, role.domain, role.noun, sorted(role.parties), sorted(role.places), role.past


def _nominative(variant: Variant, surnames: set[str]) -> tuple[str, ...]:
    """The form without a genitive's s, where another article has it without."""
    bare = without_s(variant.form[-1])
    return (*variant.form[:-1], bare) if variant.genitive and bare in surnames else variant.form


def _cluster(nodes: list[_Node]) -> list[list[_Node]]:
    """Join what evidence joins, the strongest first."""
    common = bool(nodes) and _is_common(nodes[0].form)
    evidence = {(a, b): _evidence(nodes[a], nodes[b], common=common) for a, b in combinations(range(len(nodes)), 2)}
    where = list(range(len(nodes)))
    members = {n: [n] for n in where}
    for (a, b), found in sorted(evidence.items(), key=lambda pair: (-pair[1], pair[0])):
        if found < Evidence.WEAK:
            break
        one, other = where[a], where[b]
        if one == other or any(
            evidence[min(x, y), max(x, y)] is Evidence.AGAINST for x in members[one] for y in members[other]
        ):
            continue
        members[one] += members.pop(other)
        for n in members[one]:
            where[n] = one
    return [[nodes[n] for n in sorted(one)] for one in members.values()]


def _evidence(left: _Node, right: _Node, *, common: bool) -> Evidence:
    same = same_person_name(left.form, right.form)
    if same is False:
        return Evidence.AGAINST
    found = compare(left.role, right.role, common=common)
    # One middle name more is another person's, unless he holds the same office.
    return found if same or found is Evidence.STRONG else min(found, Evidence.NOTHING)


def _is_common(form: tuple[str, ...]) -> bool:
    return form[-1] in COMMON_SURNAMES or without_s(form[-1]) in COMMON_SURNAMES


def _same_silent(nodes: list[_Node]) -> list[list[_Node]]:
    """The nodes without telling role by their forms; those that differ in initials alone together if it is clear."""
    groups: list[list[_Node]] = []
    for node in nodes:
        alike = [group for group in groups if all(same_person_name(one.form, node.form) for one in group)]
        if len(alike) == 1:
            alike[0].append(node)
        else:
            groups.append([node])
    return groups


def _fits(form: tuple[str, ...], cluster: list[_Node]) -> bool:
    """Whether a name without a role can mean somebody: he goes by it, and by none that contradicts it."""
    same = [same_person_name(form, node.form) for node in cluster]
    return any(same) and not any(one is False for one in same)


def _prevailing(fitting: list[int], weights: list[int]) -> int | None:
    """The only one of some, or the one who by far outweighs the others."""
    if len(fitting) == 1:
        return fitting[0]
    ranked = sorted(fitting, key=lambda n: -weights[n])
    if ranked and weights[ranked[0]] >= PREVAILS * sum(weights[n] for n in ranked[1:]):
        return ranked[0]
    return None
