"""What an office or a profession says for and against two people of one name being the same.

A politician changes his office, so that another office says nothing against him. Another walk of life does (a baker is
no minister), unless it is told as past. For a name that many bear, another party or the same office elsewhere does too,
and another profession that could be his says nothing for him.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from newsreader.library.people.names import fold
from newsreader.library.people.words import DOMAINS, JURISDICTIONS, PARTIES, PAST, POLITICAL, words

_DOMAIN_OF = {word: domain for domain, nouns in DOMAINS.items() for word in nouns}
_SHORTEST = 4
_STEM = 5
"""code points that "Ukraine" and "ukrainisch" have in common"""
_WORD = re.compile(r"[\w/‐‑-]+")
_SMALL = words("der die das des dem den von vom in im am an fuer bei und sowie aus zur zum zu")

_OWN = frozenset({"sport", "arts", "ordinary"})
"""walks of life that nobody has beside another one, as far as a newspaper tells"""
_BESIDE = {
    frozenset({"sport", "business"}),
    frozenset({"sport", "media"}),
    frozenset({"arts", "media"}),
    frozenset({"arts", "business"}),
    frozenset({"arts", "science"}),
}
"""what they may have beside them all the same"""


class Evidence(IntEnum):
    """What two roles say about two people of one name."""

    AGAINST = -1
    NOTHING = 0
    WEAK = 1
    """the same walk of life, or one that goes with it"""
    FAIR = 2
    """the same party, or a name that few bear in one walk of life"""
    STRONG = 3
    """the same office at the same place"""


class Role(NamedTuple):
    """A role, taken apart.

    Attributes:
        domain: walk of life, empty where it is not known.
        noun: the part of its noun that says what the person is; empty where it is not known.
        parties: the parties that it names.
        places: stems of what else it names: where, of what.
        past: whether it is told as past.
    """

    domain: str = ""
    noun: str = ""
    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    past: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it can tell two people of one name apart."""
        return bool(self.domain or self.parties)


@lru_cache(maxsize=65536)
def role_of(text: str | None) -> Role:
    """Take a role apart ("ukrainischer Präsident", "Ex-SPD-Chef", "Sprecher der Kölner Polizei").

    Args:
        text: as an article's analysis words it, None for none.
    """
    domain = noun = ""
    parties: set[str] = set()
    places: set[str] = set()
    past = political = False
    for word in _WORD.findall(text or ""):
        pieces = [piece for piece in re.split(r"[/‐‑-]", word) if piece]
        for at, piece in enumerate(pieces):
            folded = fold(piece)
            if folded in PAST and (at < len(pieces) - 1 or not piece[:1].isupper()):
                past = True
                continue
            party = PARTIES.get(folded)
            if party:
                parties.add(party)
            if folded.startswith("jaehrig"):
                continue
            found = _part(folded) if at == len(pieces) - 1 and (piece[:1].isupper() or len(pieces) > 1) else None
            if found is not None and not noun:
                noun, domain = found, _DOMAIN_OF[found]
            elif not party and found is None and folded not in _SMALL and _is_place(piece):
                places.add(folded[:_STEM])
            political = political or folded.startswith(POLITICAL) or folded.endswith(POLITICAL)
    if parties or political:
        domain = domain if domain in _OWN else "politics"
    return Role(domain, noun, frozenset(parties), frozenset(places), past)


def _part(word: str) -> str | None:
    """The longest end of a word that is an office or a profession."""
    if word in _DOMAIN_OF:
        return word
    for start in range(1, len(word) - _SHORTEST + 1):
        if word[start:] in _DOMAIN_OF:
            return word[start:]
    return None


def _is_place(piece: str) -> bool:
    return piece[:1].isupper() or fold(piece).rstrip("enrms").endswith("isch")


@lru_cache(maxsize=65536)
def compare(left: Role, right: Role, *, common: bool) -> Evidence:
    """What two roles say.

    Args:
        left: the one.
        right: the other.
        common: whether many people bear the name.
    """
    if not (left.domain and right.domain):
        return Evidence.NOTHING
    if left.domain != right.domain:
        return _across(left, right, common=common)
    if left.parties and right.parties and not left.parties & right.parties:
        return Evidence.AGAINST if common and not (left.past or right.past) else Evidence.WEAK
    same_noun = _alike(left.noun, right.noun)
    elsewhere = bool(left.places and right.places and not left.places & right.places)
    if common and same_noun and elsewhere and left.noun in JURISDICTIONS:
        return Evidence.WEAK if left.past or right.past else Evidence.AGAINST
    if left.domain == "ordinary":
        if same_noun and not common and not elsewhere:
            return Evidence.FAIR
        return Evidence.AGAINST if common else Evidence.NOTHING
    if (same_noun and not elsewhere) or (left.places & right.places and not common):
        return Evidence.STRONG
    if left.parties & right.parties:
        return Evidence.FAIR
    if left.domain == "politics":
        return Evidence.WEAK if common else Evidence.FAIR
    if common:
        return Evidence.WEAK if left.places & right.places else Evidence.AGAINST
    return Evidence.FAIR


def _across(left: Role, right: Role, *, common: bool) -> Evidence:
    """What two walks of life say."""
    both = frozenset({left.domain, right.domain})
    if both & _OWN and both not in _BESIDE:
        return Evidence.NOTHING if left.past or right.past else Evidence.AGAINST
    return Evidence.NOTHING if common else Evidence.WEAK


def _alike(left: str, right: str) -> bool:
    """Whether two nouns mean the same office: "Minister" and "Ministerin" do, and "Kanzler" and "Bundeskanzler"."""
    return bool(left) and left.removesuffix("in") == right.removesuffix("in")
