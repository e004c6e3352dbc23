"""Whether one description can mean the bearer of another: "der Minister" and "der US-Verteidigungsminister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.words import plain
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from newsreader.analysis.components.actors.figures import Figure, Role

SAME_OFFICE = {
    "staatschef": ("präsident", "könig"),
    "staatschefin": ("präsidentin", "königin"),
    "staatsoberhaupt": ("präsident", "präsidentin", "könig", "königin"),
    "regierungschef": ("kanzler", "premier", "premierminister"),
    "regierungschefin": ("kanzlerin", "premierministerin"),
    "ressortchef": ("minister",),
    "ressortchefin": ("ministerin",),
    "coach": ("trainer",),
    "trainer": ("coach",),
    "boss": ("chef",),
}
"""other words for an office, with the parts of the nouns that they can stand for"""


def key(role: Role) -> tuple[str, frozenset[str], str]:
    """What two descriptions of one person agree in if they have the same words."""
    return role.noun, role.adjectives, role.complement


def named_first(figures: list[Figure]) -> list[Figure]:
    """The persons with a name among the figures; all of them if there are none."""
    return [figure for figure in figures if figure.kind is ActorKind.PERSON] or figures


def fits(short: Role, full: Role, party: str) -> bool:
    """Whether a description can mean the bearer of a role: by the same noun or a shorter one, not contradicting."""
    same_office = full.part in SAME_OFFICE.get(short.noun, ())
    if full.part in SAME_OFFICE.get(short.part, ()):
        same_office = same_office or full.noun == short.noun.removesuffix(short.part) + full.part  # "VW-Boss": VW-Chef
    if _compounds(short, full) or _compounds(full, short):
        return True
    if not (full.noun == short.noun or full.noun.endswith(short.noun) or same_office):
        return False
    where = " ".join([*full.adjectives, full.complement, full.noun, party])
    for adjective in short.adjectives:
        stem = plain(adjective.removesuffix("isch"))[:5]
        if adjective not in full.adjectives and stem not in plain(where):
            return False
    return not short.complement or short.complement == full.complement or _same_place(short.complement, full)


def _compounds(short: Role, full: Role) -> bool:
    """Whether a compound says what the noun with its complement does: "Polizeisprecher", "Sprecher der Polizei"."""
    first = plain(short.noun.removesuffix(short.part)).rstrip("-")
    owner = plain(full.complement.split()[-1]) if full.complement else ""
    same = first == owner or (len(owner) > 3 and first in {f"{owner}s", owner.removesuffix("s")})
    return bool(first) and short.part == full.part == full.noun and not short.complement and same


def _same_place(complement: str, full: Role) -> bool:
    """Whether "der Ukraine" and "ukrainisch" say the same."""
    noun = plain(complement.split()[-1])[:5]
    return len(noun) == 5 and any(plain(adjective).startswith(noun) for adjective in full.adjectives)
