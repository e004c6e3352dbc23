"""The cast of an article: its figures, who is meant by which entity, and who was spoken of last."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.bodies import Bodies
from newsreader.analysis.components.actors.figures import Figure, Role
from newsreader.analysis.components.actors.fitting import SAME_OFFICE, fits, key, named_first
from newsreader.analysis.components.actors.introducing import read_roles, refer_back
from newsreader.analysis.components.actors.lexicon import body_part
from newsreader.analysis.components.actors.persons import Name, Persons, name_of
from newsreader.analysis.components.actors.words import (
    as_listed,
    base,
    clean,
    plain,
)
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from newsreader.analysis.components.actors.phrases import Phrase
    from newsreader.analysis.components.actors.roles import Described

PERSONS = frozenset({"PER", "PERSON"})
"""labels of persons: the program's own and what other pipelines call them"""


class Cast:
    """The figures of an article.

    Args:
        doc: tokens with tags, lemmas, sentences and entities.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        names = [name for ent in doc.ents if ent.label_ in PERSONS and (name := name_of(doc, ent)) is not None]
        self.persons = Persons(doc, names)
        self.bodies = Bodies(doc, [ent for ent in doc.ents if ent.label_ == "ORG"])
        self.entity_at = {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}
        """the entity that a token stands in"""
        self.figures: list[Figure] = [*self.persons.figures, *self.bodies.figures]
        self.name_starts: dict[int, Name] = {name.start: name for name in names}
        self.phrase_start: dict[int, int] = {}
        """for the first token of each person's name, where its whole noun phrase starts, role included"""
        self.said_until = 0
        """the last token of the statement before the one that is looked at"""
        self.introduced: dict[int, Figure] = {}
        """for the noun of each role that stands before a person's name, who that is"""
        self._by_part: dict[str, list[tuple[Figure, Role]]] = defaultdict(list)
        self._by_role: dict[tuple[str, frozenset[str], str], list[Figure]] = defaultdict(list)
        self._fuller: dict[str, list[Figure]] = defaultdict(list)
        self._by_key: dict[str, Figure] = {}
        covered = read_roles(self, names)
        self._positions: list[tuple[int, Figure]] = sorted(
            ((m.start, f) for f in self.figures for m in f.mentions), key=lambda entry: entry[0]
        )
        self._starts = [start for start, _ in self._positions]
        refer_back(self, covered)

    def describe(self, figure: Figure, found: Described) -> None:
        """Give a figure a role, under which later descriptions find it."""
        if found.role.text not in {role.text for role in figure.roles}:
            figure.roles.append(found.role)
            self._by_part[found.role.part].append((figure, found.role))
            self._by_role[key(found.role)].append(figure)
        if found.sex is not None and figure.sex is None:
            figure.sex = found.sex

    def remember(self, found: Phrase, figure: Figure) -> None:
        """Let a figure be found by its noun alone later, if the phrase says more than that."""
        if not found.bare:
            self.remember_noun(self.doc[found.head], figure)

    def remember_noun(self, noun: Token, figure: Figure) -> None:
        """Let a figure be found by a noun that says what it is."""
        self._fuller[plain(base(noun))].append(figure)

    def fuller(self, found: Phrase) -> Figure | None:
        """The only figure that was brought in with more words: "die Armee" after "die israelische Armee"."""
        if not (found.bare and found.definite):
            return None
        noun = plain(base(self.doc[found.head]))
        alike = self._fuller.get(noun, ()) or self._compounds(noun)
        figures = {id(f): f for f in alike if (f.sex == "p") == (found.gender == "p")}
        return next(iter(figures.values())) if len(figures) == 1 else None

    def _compounds(self, noun: str) -> list[Figure]:
        """Those who were brought in with a compound of a noun for organisations: "das Gericht" after "Landgericht"."""
        if body_part(noun) != noun:
            return []
        return [figure for word, figures in self._fuller.items() if word.endswith(noun) for figure in figures]

    def by_role(self, found: Described, position: int) -> Figure | None:
        """The only figure that a description can mean, None if there are several or none.

        Args:
            found: the description.
            position: its first token; only who was introduced before it can be meant, unless the words are the same.
        """
        same = self._agreeing(found, self._by_role[key(found.role)])
        pool = named_first(same) or named_first(self._agreeing(found, self._fitting(found.role, position)))
        if len(pool) == 1:
            return pool[0]
        if not pool:
            return self._by_party(found, position)
        return None

    def _agreeing(self, found: Described, figures: Iterable[Figure]) -> list[Figure]:
        """Those who are not of the other sex, each once; more than a few names are as good as none."""
        agreeing: dict[int, Figure] = {}
        names = 0
        for figure in figures:
            if id(figure) in agreeing or (found.sex and figure.sex in {"m", "f"} and figure.sex != found.sex):
                continue
            agreeing[id(figure)] = figure
            names += figure.kind is ActorKind.PERSON
            if names > 1:
                break
        return list(agreeing.values())

    def _fitting(self, role: Role, position: int) -> Iterator[Figure]:
        """Those who were introduced before a token with a role that a description can mean."""
        for part in (role.part, *SAME_OFFICE.get(role.part, ())):
            for figure, full in self._by_part.get(part, ()):
                if figure.first < position and fits(role, full, figure.party or ""):
                    yield figure

    def _by_party(self, found: Described, position: int) -> Figure | None:
        """The only person of a party that "der SPD-Politiker" can mean."""
        party, dash, kind = found.role.noun.rpartition("-")
        if not dash or kind not in {"politiker", "politikerin", "abgeordnete", "abgeordneter", "mann"}:
            return None
        fitting = [
            figure
            for figure in self.persons.figures
            if figure.first < position
            and not (found.sex and figure.sex in {"m", "f"} and figure.sex != found.sex)
            and (plain(figure.party or "") == plain(party) or any(r.noun.startswith(f"{party}-") for r in figure.roles))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def add(self, key: str, figure: Figure) -> Figure:
        """Take a new figure in, to be found again under a key."""
        self.figures.append(figure)
        self._by_key[key] = figure
        self.bodies.place(figure)
        return figure

    def named(self, name: str, kind: ActorKind, gender: str | None) -> Figure:
        """The figure with a name that is no person's or found organisation's; it is taken in if it is new."""
        key = f"name:{plain(name)}"
        return self.known(key) or self.add(key, Figure(as_listed(clean(name)), kind, sex=gender))

    def known(self, key: str) -> Figure | None:
        """The figure that was taken in under a key."""
        return self._by_key.get(key)

    def note(self, figure: Figure, start: int, end: int) -> None:
        """Note a mention of a figure, tokens [start, end)."""
        figure.mention(start, end)
        i = bisect_left(self._starts, start)
        self._starts.insert(i, start)
        self._positions.insert(i, (start, figure))

    def before(self, position: int, least: int) -> Iterable[tuple[int, Figure]]:
        """The mentions before a token, the nearest first, down to a token."""
        i = bisect_left(self._starts, position)
        while i > 0 and self._starts[i - 1] >= least:
            i -= 1
            yield self._positions[i]

    def is_person(self, figure: Figure) -> bool:
        """Whether a figure is one human being."""
        return figure.kind is ActorKind.PERSON or (figure.kind is ActorKind.UNNAMED and figure.sex != "p")
