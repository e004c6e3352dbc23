"""Persons by their names: which mentions are of one person, under its fullest name.

A surname alone belongs to the person with that surname if there is only one; full names with different given names are
different persons.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.components.actors.figures import Figure
from newsreader.analysis.components.actors.given_names import PARTICLES, is_given_name, sex_of_given_name
from newsreader.analysis.components.actors.lexicon import gender, is_title, role_part
from newsreader.analysis.components.actors.words import clean, is_quote, plain
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Span

_ROMAN = re.compile(r"[IVX]+\.?")
_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,7}")
"""the newsroom that was told something: "sagte Anna Weber bote.example" """
_SIBILANT = ("s", "ß", "x", "z")


class Name(NamedTuple):
    """A person's name where it stands.

    Attributes:
        start: first token of the name, behind titles.
        end: behind its last token.
        words: its words, still as they are inflected.
        genitive: whether its last word may bear a genitive s.
        title: "m" or "f" if Herr or Frau or a role that tells it stands before it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    genitive: bool
    title: str | None


def name_of(doc: Doc, ent: Span) -> Name | None:
    """The name in an entity, without titles, roles and quotation marks around it; None if nothing is left."""
    start, end = ent.start, ent.end
    for i in range(start, end):
        if doc[i].text in {"–", "—", ":"}:
            start = i + 1  # "Freispruch – Kachelmann" in a headline
    while start < end and (
        is_quote(doc[start]) or is_title(doc[start].text) or (end - start > 1 and _is_role(doc, start))
    ):
        start += 1
    while end > start and (
        is_quote(doc[end - 1])
        or not any(c.isalnum() for c in doc[end - 1].text)
        or (end - start > 1 and _ADDRESS.fullmatch(doc[end - 1].text))
    ):
        end -= 1
    words = tuple(clean(token.text) for token in doc[start:end] if not is_quote(token) and not token.is_space)
    if not words or not any(c.isalpha() for word in words for c in word):
        return None
    before = doc[start - 1].lower_ if start else ""
    title = {"herr": "m", "herrn": "m", "frau": "f"}.get(before) or _sex_of_role(doc, start)
    return Name(start, end, words, _may_be_genitive(doc, start, end), title)


def _sex_of_role(doc: Doc, start: int) -> str | None:
    """The sex that a role right before a name tells: "Staatsanwältin Müller" is a woman."""
    if not start or doc[start - 1].tag_ != "NN" or feature(doc[start - 1], "Number") == "Plur":
        return None
    part = role_part(doc[start - 1].text)
    return None if part is None else gender(part, doc[start - 1].text)


def _is_role(doc: Doc, i: int) -> bool:
    """Whether a token inside an entity is no part of the name but says what the person is."""
    return doc[i].tag_ == "NN" and role_part(doc[i].text) is not None and not is_given_name(doc[i].text)


def _may_be_genitive(doc: Doc, start: int, end: int) -> bool:
    word = doc[end - 1].text
    if word.endswith(("'", "’", "´")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


class Persons:
    """The persons of an article.

    Args:
        doc: the tokens.
        names: every person's name in it, in order.
    """

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self._doc = doc
        self.figures: list[Figure] = []
        self.of_name: dict[int, Figure] = {}
        """the person of each name, by its first token"""
        self.of_token: dict[int, Figure] = {}
        """the person of each name, by each of its tokens"""
        known = _known_words(names)
        surnames = _known_words(name for name in names if len(name.words) > 1)
        plain_names = [(name, _base_words(name, known, surnames, doc)) for name in names]
        full = [entry for entry in plain_names if len(entry[1]) > 1]
        short = [entry for entry in plain_names if len(entry[1]) == 1]
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        for name, words in sorted(full, key=lambda entry: (-len(entry[1]), entry[0].start)):
            self._add(name, words, self._same_person(words))
        self._unclear: dict[str, Figure] = {}
        # Those whose sex is told first: "Staatsanwältin Müller" makes a later "Müller" unclear if there is another.
        for name, words in sorted(short, key=lambda entry: (entry[0].title is None, entry[0].start)):
            self._add(name, words, self._bearer(words[0], name))
        self.figures.sort(key=lambda figure: figure.first)

    def _add(self, name: Name, words: tuple[str, ...], figure: Figure | None) -> None:
        if figure is None:
            figure = Figure(" ".join(words), ActorKind.PERSON, words)
            self.figures.append(figure)
            for word in dict.fromkeys([*(plain(w) for w in words), *_parts(words)]):
                self._by_word[word].append(figure)
        if len(words) > 1 or name.title:
            figure.sex = figure.sex or name.title or (sex_of_given_name(words[0]) if len(words) > 1 else None)
        figure.mention(name.start, name.end)
        self.of_name[name.start] = figure
        self.of_token.update(dict.fromkeys(range(name.start, name.end), figure))

    def _same_person(self, words: tuple[str, ...]) -> Figure | None:
        """The known person that a full name means; longer names are known first."""
        candidates = [
            f for f in self._by_word[_parts(words)[-1] if _parts(words) else ""] if _compatible(f.words, words)
        ]
        return candidates[0] if len({id(f) for f in candidates}) == 1 else None

    def bearer(self, surname: str) -> Figure | None:
        """The only person with a surname, None if there are several or none."""
        bearers = [f for f in self._by_word[plain(surname)] if plain(_surname(f.words)) == plain(surname)]
        return bearers[0] if len(bearers) == 1 else None

    def _bearer(self, word: str, name: Name) -> Figure | None:
        """The only person that a single word can mean: by surname, else by another part of the name."""
        bearers = [f for f in self._by_word[plain(word)] if not (name.title and f.sex and f.sex != name.title)]
        by_surname = [f for f in bearers if plain(_surname(f.words)) == plain(word) or _surname_starts(f.words, word)]
        if len(by_surname) > 1:
            if plain(word) not in self._unclear:
                self._unclear[plain(word)] = Figure(word, ActorKind.PERSON, (word,))
                self.figures.append(self._unclear[plain(word)])
            return self._unclear[plain(word)]
        if by_surname:
            return by_surname[0]
        alone = [f for f in bearers if len(f.words) > 1]
        return alone[0] if len(alone) == 1 and len(bearers) == 1 else None


def _known_words(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(plain(word) for name in names for word in name.words[-1:])


def _base_words(name: Name, known: frozenset[str], surnames: frozenset[str], doc: Doc) -> tuple[str, ...]:
    """The words of a name without genitive: where the article has the name without s too, or the syntax shows it.

    Args:
        name: the name.
        known: the last words of all names.
        surnames: those of the names that have several words.
        doc: the tokens.
    """
    words, last = name.words, name.words[-1]
    if not name.genitive:
        return words
    bare = last.rstrip("'’´")
    if bare != last:
        return (*words[:-1], bare)
    bare = last[:-1]
    if len(words) == 1 and plain(last) in surnames and plain(bare) not in known:
        return words
    if (
        plain(bare) in known
        or (len(words) == 1 and is_given_name(bare) and not is_given_name(last))
        or (plain(last) not in _SURE_S and _shows_genitive(name, bare, doc))
    ):
        return (*words[:-1], bare)
    return words


_SURE_S = word_set("hans jens klaus thomas lars nils andreas markus niklas lukas jonas carlos marcus luis boris")


def _shows_genitive(name: Name, bare: str, doc: Doc) -> bool:
    """Whether a name in -s stands where a genitive stands: before a noun that is its own, or after one."""
    if bare.endswith(_SIBILANT):
        return False
    if name.start and role_part(doc[name.start - 1].text) is not None:
        return False
    after = doc[name.end] if name.end < len(doc) else None
    return after is not None and after.tag_ == "NN" and name.start > 0 and doc[name.start - 1].tag_ in {
        "APPR", "APPRART", "VVFIN", "KON"}  # fmt: skip


def _surname(words: Sequence[str]) -> str:
    """The last word of a name that is no number: "Benedikt" of Benedikt XVI."""
    return next((word for word in reversed(words) if not _ROMAN.fullmatch(word)), words[-1])


def _surname_starts(words: Sequence[str], word: str) -> bool:
    """Whether a surname of several parts starts with a word ("López" of López Obrador, "Leyen" of von der Leyen)."""
    if len(words) >= 3 and words[1].lower() in PARTICLES:
        return plain(word) in {plain(w) for w in words[1:]}
    return False


def _compatible(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether a shorter full name can be the same as a longer one: the surname agrees, and no given name differs."""
    left, right = _parts(longer), _parts(shorter)
    if not left or not right or left[-1] != right[-1]:
        return False
    if left == right or left[-len(right) :] == right:
        return True
    rest = iter(left)
    return all(any(_same_word(word, other) for other in rest) for word in right) and _same_word(right[0], left[0])


def _parts(words: Sequence[str]) -> list[str]:
    """The parts of a name as they are compared: "Franz-Josef" has two, a number is none."""
    return [part for word in words if not _ROMAN.fullmatch(word) for part in plain(word).split("-") if part]


def _same_word(short: str, full: str) -> bool:
    return short == full or (short.endswith(".") and len(short) == 2 and full.startswith(short[0]))
