"""What somebody typed to search for, understood. Nothing that can be typed is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsreader.library.searching.folding import WORD, words

PIECE = re.compile(
    r"""(?P<minus>-(?=\S))?
    (?: " (?P<a>[^"]*) "? | „ (?P<b>[^“”"]*) [“”"]? | » (?P<c>[^«]*) «? | “ (?P<d>[^”]*) ”? | « (?P<e>[^»]*) »?
      | (?P<word>[^\s"„“«»]+) )""",
    re.VERBOSE,
)
"""a word, or words in quotation marks, the last of which may be missing; a minus is before what must not be there"""

OR = frozenset(("OR", "ODER", "|", "||"))
AND = frozenset(("AND", "UND", "&", "&&", "+"))

SHORTEST_INSIDE = 4
"""letters that a word must have to be found inside others"""

LONGEST_ABBREVIATION = 5
"""letters up to which a word in capitals is one"""


@dataclass(frozen=True, slots=True)
class Term:
    """Something that is sought.

    Attributes:
        words: its words as they are compared; several that stand side by side ("NATO-Gipfel", or in quotation marks).
        exact: whether just these words are meant, no other forms and no longer words.
        begins: whether words are meant that begin so ("minist*").
    """

    words: tuple[str, ...]
    exact: bool = False
    begins: bool = False

    @property
    def inside(self) -> bool:
        """Whether it is found inside longer words, too."""
        return not self.exact and not self.begins and len("".join(self.words)) >= SHORTEST_INSIDE


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought: of each group one term at least, and none that is excluded."""

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that are sought, in order."""
        return tuple(term for group in self.groups for term in group)

    def __bool__(self) -> bool:
        return bool(self.groups or self.excluded)


def understand(text: str) -> Query:
    """A query as typed: words that must all be there, "words in a row", -without, one OR (ODER) another, begin*."""
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    joined = False
    for piece in PIECE.finditer(text):
        word = piece["word"]
        if word in OR:
            joined = bool(groups)
            continue
        if word in AND:
            continue
        term = _term(word) if word else _quoted(piece)
        if term is None:
            continue
        if piece["minus"]:
            excluded.append(term)
        elif joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    return Query(tuple(map(tuple, groups)), tuple(excluded))


def _quoted(piece: re.Match[str]) -> Term | None:
    found = words(next((piece[name] for name in "abcde" if piece[name] is not None), ""))
    return Term(tuple(found), exact=True) if found else None


def _term(word: str) -> Term | None:
    """The term of a word; one in capitals ("EU", "NATO") is an abbreviation, of which no word is only a part."""
    found = words(word)
    if not found:
        return None
    last = WORD.findall(word)[-1]
    begins = word.endswith("*")
    abbreviated = last.isupper() and 1 < len(last) <= LONGEST_ABBREVIATION
    return Term(tuple(found), exact=abbreviated and not begins, begins=begins)
