"""The cast of an article: its figures, who is meant by which entity, and who was spoken of last."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.analysis.components.actors import roles
from newsreader.analysis.components.actors.bodies import Bodies
from newsreader.analysis.components.actors.figures import Figure, Role
from newsreader.analysis.components.actors.lexicon import body_part, is_title
from newsreader.analysis.components.actors.persons import Name, Persons, name_of
from newsreader.analysis.components.actors.phrases import Phrase, phrase
from newsreader.analysis.components.actors.words import (
    DEFINITE,
    DEMONSTRATIVE,
    base,
    clean,
    first_upper,
    is_quote,
    plain,
)
from newsreader.analysis.components.features import feature
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from newsreader.analysis.components.actors.roles import Described

PERSONS = frozenset({"PER", "PERSON"})
"""labels of persons: the program's own and what other pipelines call them"""

SAME_OFFICE = {
    "staatschef": ("präsident", "könig"),
    "staatschefin": ("präsidentin", "königin"),
    "staatsoberhaupt": ("präsident", "präsidentin", "könig", "königin"),
    "regierungschef": ("kanzler", "premier", "premierminister"),
    "regierungschefin": ("kanzlerin", "premierministerin"),
    "ressortchef": ("minister",),
    "ressortchefin": ("ministerin",),
}
"""other words for an office, with the parts of the nouns that they can stand for"""


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
        self._by_part: dict[str, list[tuple[Figure, Role]]] = defaultdict(list)
        self._by_role: dict[tuple[str, frozenset[str], str], list[Figure]] = defaultdict(list)
        self._fuller: dict[str, list[Figure]] = defaultdict(list)
        self._by_key: dict[str, Figure] = {}
        covered = self._read_roles(names)
        self._positions: list[tuple[int, Figure]] = sorted(
            ((m.start, f) for f in self.figures for m in f.mentions), key=lambda entry: entry[0]
        )
        self._starts = [start for start, _ in self._positions]
        self._refer_back(covered)

    def _read_roles(self, names: Iterable[Name]) -> set[int]:
        """Give the persons their roles; returns the nouns that these stand on."""
        covered: set[int] = set()
        for name in names:
            figure = self.persons.of_name[name.start]
            begin = name.start
            while begin and (is_title(self.doc[begin - 1].text) or is_quote(self.doc[begin - 1])):
                begin -= 1
            before = roles.role_before(self.doc, name.start)
            if before is not None and self._explains(before, name):
                covered.add(before.head)
                if before.number != "p":
                    self._take(figure, before)
                    figure.mention(before.start, before.end)
                begin = min(begin, before.start)
            party, end = roles.party_after(self.doc, name.end)
            figure.party = figure.party or party
            after = roles.role_after(self.doc, end)
            if after is not None:
                self._take(figure, after)
                covered.add(after.head)
                figure.mention(after.start, after.end)
            self.phrase_start[name.start] = begin
        return covered

    def _explains(self, before: Described, name: Name) -> bool:
        """Whether a role before a name is its bearer's, as it is not in "der Sprecher Merkels"."""
        between = self.doc[before.end : name.start]
        comma = any(token.text == "," for token in between)
        if comma:
            after = self.doc[name.end].text if name.end < len(self.doc) else "."
            party_end = roles.party_after(self.doc, name.end)[1]
            after = self.doc[party_end].text if party_end < len(self.doc) else "."
            if after in {"und", "sowie", "oder"} or self.doc[before.start].tag_ not in {
                "ART",
                "APPRART",
                "PPOSAT",
                "ADJA",
                "NN",
            }:
                return False
            return not (self.doc[before.start].tag_ in {"NN", "ADJA"} and after != ",")
        inflected = name.words[-1]
        figure = self.persons.of_name[name.start]
        if name.genitive and figure.words and plain(figure.words[-1]) != plain(inflected):
            # "Verteidiger Strauss-Kahns" is somebody else; "die Rede des Ministers Müllers" is not good German.
            return self.doc[before.head].text.endswith("s") and before.end == name.start
        return True

    def _take(self, figure: Figure, found: Described) -> None:
        if found.role.text not in {role.text for role in figure.roles}:
            figure.roles.append(found.role)
            self._by_part[found.role.part].append((figure, found.role))
            self._by_role[_key(found.role)].append(figure)
        if found.sex is not None and figure.sex is None:
            figure.sex = found.sex

    def _refer_back(self, covered: set[int]) -> None:
        """Find who is only described: somebody named before ("der ukrainische Präsident"), or somebody new."""
        for token in self.doc:
            if token.tag_ != "NN" or token.i in covered or token.ent_type_ or feature(token, "Number") == "Plur":
                continue
            if roles.role_noun(token) is not None and "jährige" not in token.lower_:
                self._refer(token)
            elif body_part(token.text) is not None:
                self._bring_in(roles.phrase_start(self.doc, token.i), self._role_end(token.i), token.i)

    def _refer(self, token: Token) -> None:
        """Note what a role noun without a name refers to."""
        doc = self.doc
        start, end = roles.phrase_start(doc, token.i), self._role_end(token.i)
        if end < len(doc) and doc[end].ent_type_ == "PER":
            return
        found = roles.described(doc, start, token.i, end) if doc[start].lower_ in DEFINITE | DEMONSTRATIVE else None
        figure = self.by_role(found, start) if found is not None else None
        if figure is not None:
            self.note(figure, start, end)
        else:
            self._bring_in(start, end, token.i)

    def _bring_in(self, start: int, end: int, head: int) -> None:
        """Remember somebody without a name, who may be spoken of or speak later ("eine Sprecherin ... Sie sagte")."""
        found = phrase(self.doc, start, end)
        if found is None or found.head != head or found.gender == "p":
            return
        figure = self.fuller(found) or self.known(f"name:{plain(found.name)}")
        if figure is None:
            described = roles.described(self.doc, start, found.head, found.end)
            kind = ActorKind.ORGANISATION if described is None else ActorKind.UNNAMED
            sex = (described.sex if described is not None else None) or found.gender
            figure = self.add(f"name:{plain(found.name)}", Figure(found.name, kind, sex=sex, latent=True))
            if described is not None:
                self._take(figure, described)
            else:
                self.remember(found, figure)
        self.note(figure, start, found.end)

    def remember(self, found: Phrase, figure: Figure) -> None:
        """Let a figure be found by its noun alone later, if the phrase says more than that."""
        if not found.bare:
            self._fuller[plain(base(self.doc[found.head]))].append(figure)

    def fuller(self, found: Phrase) -> Figure | None:
        """The only figure that was brought in with more words: "die Armee" after "die israelische Armee"."""
        if not (found.bare and found.definite):
            return None
        alike = self._fuller.get(plain(base(self.doc[found.head])), ())
        figures = {id(f): f for f in alike if (f.sex == "p") == (found.gender == "p")}
        return next(iter(figures.values())) if len(figures) == 1 else None

    def _role_end(self, head: int) -> int:
        """Behind the complement of a role noun, if it is a short one in the genitive: "der Präsident der Ukraine"."""
        doc = self.doc
        i = head + 1
        if i < len(doc) and doc[i].lower_ in {"der", "des"} and i + 1 < len(doc):
            j = i + 1
            while j < len(doc) and doc[j].tag_ == "ADJA":
                j += 1
            if j < len(doc) and doc[j].tag_ in {"NN", "NE"} and doc[j].sent == doc[head].sent:
                return j + 1
        return head + 1

    def by_role(self, found: Described, position: int) -> Figure | None:
        """The only figure that a description can mean, None if there are several or none.

        Args:
            found: the description.
            position: its first token; only who was introduced before it can be meant, unless the words are the same.
        """
        same = self._agreeing(found, self._by_role[_key(found.role)])
        pool = _named_first(same) or _named_first(self._agreeing(found, self._fitting(found.role, position)))
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
                if figure.first < position and _fits(role, full, figure.party or ""):
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
        return figure

    def named(self, name: str, kind: ActorKind, gender: str | None) -> Figure:
        """The figure with a name that is no person's or found organisation's; it is taken in if it is new."""
        key = f"name:{plain(name)}"
        return self.known(key) or self.add(key, Figure(first_upper(clean(name)), kind, sex=gender))

    def known(self, key: str) -> Figure | None:
        """The figure that was taken in under a key."""
        return self._by_key.get(key)

    def describe(self, figure: Figure, found: Described) -> None:
        """Give a figure a role, under which later descriptions find it."""
        self._take(figure, found)

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


def _key(role: Role) -> tuple[str, frozenset[str], str]:
    """What two descriptions of one person agree in if they have the same words."""
    return role.noun, role.adjectives, role.complement


def _named_first(figures: list[Figure]) -> list[Figure]:
    """The persons with a name among the figures; all of them if there are none."""
    return [figure for figure in figures if figure.kind is ActorKind.PERSON] or figures


def _fits(short: Role, full: Role, party: str) -> bool:
    """Whether a description can mean the bearer of a role: by the same noun or a shorter one, not contradicting."""
    same_office = full.part in SAME_OFFICE.get(short.noun, ())
    if not (full.noun == short.noun or full.noun.endswith(short.noun) or same_office):
        return False
    where = " ".join([*full.adjectives, full.complement, full.noun, party])
    for adjective in short.adjectives:
        stem = plain(adjective.removesuffix("isch"))[:5]
        if adjective not in full.adjectives and stem not in plain(where):
            return False
    return not short.complement or short.complement == full.complement or _same_place(short.complement, full)


def _same_place(complement: str, full: Role) -> bool:
    """Whether "der Ukraine" and "ukrainisch" say the same."""
    noun = plain(complement.split()[-1])[:5]
    return len(noun) == 5 and any(plain(adjective).startswith(noun) for adjective in full.adjectives)
