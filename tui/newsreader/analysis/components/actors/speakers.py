"""From the words that name a speaker to the figure behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors import anaphora, descriptions, joints, naming, pronouns, roles, sources
from newsreader.analysis.components.actors.bodies import abbreviation
from newsreader.analysis.components.actors.figures import Figure, Found
from newsreader.analysis.components.actors.lexicon import body_part, group_part, report_part, role_part
from newsreader.analysis.components.actors.phrases import Phrase, is_attribute, is_indefinite, phrase
from newsreader.analysis.components.actors.pronouns import PRONOUNS, antecedent
from newsreader.analysis.components.actors.words import FINITE, base, is_quote, plain, text_of
from newsreader.analysis.components.features import feature
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from newsreader.analysis.components.actors.cast import Cast

_BACK = word_set("demnach danach wonach demzufolge hiernach")
_LEADING = frozenset({"ART", "ADJA", "CARD", "PIAT", "PDAT", "ADV", "$("})
_POINTERS = frozenset({"des landes", "der stadt", "des staates", "der region", "des unternehmens", "des konzerns"})
_ANSWERABLE = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION})
"""kinds of figures that surely stand behind a report"""
_NOBODY = word_set("vernehmen man wer niemand jemand keiner")


class Speakers:
    """Finds the figures behind speakers, statement by statement in the order of the text.

    Args:
        cast: the figures of the article; new ones are added to it.
    """

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._doc = cast.doc
        self._told: Sequence[tuple[int, int]] = ()
        self._quoted: Sequence[tuple[int, int]] = ()

    def speaker(
        self, start: int, end: int, last: Figure | None, told: Sequence[tuple[int, int]], *, quoted: bool
    ) -> Found | None:
        """The figure that the tokens [start, end) name as the speaker of a statement.

        Args:
            start: first token.
            end: behind the last one.
            last: who made the statement before.
            told: what he says, as stretches of tokens.
            quoted: whether these are his own words.
        """
        self._told, self._quoted = told, told if quoted else ()
        found = self.resolve(start, end, last)
        self._told, self._quoted = (), ()
        return found

    def resolve(self, start: int, end: int, last: Figure | None) -> Found | None:
        """The figure that the tokens [start, end) name, None if they name nobody.

        Args:
            start: first token.
            end: behind the last one.
            last: who made the statement before.
        """
        doc = self._doc
        while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ":", ";", "."}):
            end -= 1
        while start < end and (doc[start].is_space or doc[start].text in {",", "("}):
            start += 1
        if start >= end:
            return None
        words = [t.lower_ for t in doc[start:end] if not t.is_space]
        if words[0] in {"beide", "beiden"} and len(words) == 1:
            two = anaphora.both(self._cast, start)
            return self._noted(Found(self._group(two), "joint"), start, end) if two else None
        if words[0] in _BACK:
            figure = anaphora.source_before(self._cast, start, last)
            return None if figure is None else Found(figure, "continued")
        if words[0] in _NOBODY and len(words) == 1:
            return None
        if doc[start].tag_ == "PRELS":
            figure = anaphora.named_before(self._cast, start)
            return self._by_antecedent(start, last) if figure is None else Found(figure, "pronoun")
        owner = len(words) == 1 and doc[start].tag_ == "PPOSAT"  # "[Ihr] Ziel ist es"
        if owner or (len(words) <= 2 and words[0] in PRONOUNS and doc[start].tag_ not in {"ART", "PPOSAT", "PDAT"}):
            figure = antecedent(self._cast, start, last, self._quoted)
            if figure is None and len(words) == 1:
                stretch = anaphora.several_before(self._cast, start)
                several = None if stretch is None else self._single(*stretch, last)
                figure = None if several is None else several.figure
            return None if figure is None else self._noted(Found(figure, "pronoun"), start, end)
        return self._joint(start, end, last) or self._single(start, end, last)

    def _by_antecedent(self, pronoun: int, last: Figure | None) -> Found | None:
        """Whom or what a relative pronoun means that no name precedes: the noun phrase before its comma."""
        stretch = anaphora.phrase_before(self._doc, pronoun)
        found = None if stretch is None else self._single(*stretch, last)
        return None if found is None else Found(found.figure, "pronoun")

    def _noted(self, found: Found, start: int, end: int) -> Found:
        self._cast.note(found.figure, start, end)
        return found

    def _joint(self, start: int, end: int, last: Figure | None) -> Found | None:
        """Two or more who speak together are a group of their own, called by all their names."""
        parts = joints.parts(self._doc, start, end, lambda *part: self._name_in(*part) is not None)
        members = [self._single(*part, last) for part in parts]
        figures = list({id(member.figure): member.figure for member in members if member is not None}.values())
        if len(figures) < 2 or None in members:
            return None
        return self._noted(Found(self._group(figures), "joint"), start, end)

    def _group(self, figures: list[Figure]) -> Figure:
        """The figure of several who speak together."""
        name = f"{', '.join(figure.name for figure in figures[:-1])} und {figures[-1].name}"
        for figure in figures:
            figure.latent = False
        return self._cast.known(f"joint:{plain(name)}") or self._cast.add(
            f"joint:{plain(name)}", Figure(name, ActorKind.GROUP, sex="p")
        )

    def _name_in(self, start: int, end: int) -> int | None:
        """The person's name that the tokens are about: one whose noun phrase starts where they do."""
        doc, cast = self._doc, self._cast
        content = start
        while content < end and (doc[content].tag_ in {"APPR", "ADV", "KON", "KOKOM"} or is_quote(doc[content])):
            content += 1
        for i in range(content, end):
            if i in cast.name_starts:
                if self._is_owner(i, end):
                    content = cast.name_starts[i].end
                    continue
                begin = min(cast.phrase_start[i], i)
                if begin <= content or all(_leads(doc[j]) for j in range(content, begin)):
                    return i
                if self._is_called(content, begin, i) or self._is_twofold(content, i):
                    return i
                last = begin if doc[begin].tag_ == "ADJA" else begin - 1
                participle = last > content and doc[last].tag_ == "ADJA"
                if doc[content].tag_ == "ART" and participle and self._is_attribute(content + 1, last):
                    return i
                if self._is_apposed(content, begin, i, end):
                    return i
        return None

    def _is_owner(self, name: int, end: int) -> bool:
        """Whether a name in the genitive only says whose somebody or something is: "Merkels Sprecher", "Bushs Rede"."""
        doc, bearer = self._doc, self._cast.name_starts[name]
        i = bearer.end
        while i < end and doc[i].tag_ in {"ADJA", "CARD"}:
            i += 1
        if i >= end or doc[i].tag_ != "NN" or doc[i].ent_type_ == "PER" or not bearer.genitive:
            return False
        words = self._cast.persons.of_name[name].words
        return bool(words) and plain(words[-1]) != plain(bearer.words[-1]) and report_part(doc[i].text) is None

    def _is_apposed(self, content: int, begin: int, name: int, end: int) -> bool:
        """Whether a comma tells who a description means: "einer der Kritiker des Ministers, Jan Weber, ..."."""
        doc, bearer = self._doc, self._cast.name_starts[name]
        if begin <= content or doc[begin - 1].text != "," or bearer.genitive or len(bearer.words) < 2:
            return False
        found = phrase(doc, content, begin - 1)
        single = found is not None and found.gender != "p" and body_part(doc[found.head].text) is None
        closed = bearer.end >= end or doc[bearer.end].text in {",", "("}
        return single and closed and all(doc[j].tag_ != "KON" for j in range(bearer.end, end))

    def _is_called(self, content: int, begin: int, name: int) -> bool:
        """Whether a noun that no list of roles holds says what the bearer of the name behind it is."""
        doc, bearer = self._doc, self._cast.name_starts[name]
        noun = doc[begin - 1]
        full = len(self._cast.persons.of_name[name].words) > 1
        if begin != name or noun.tag_ != "NN" or bearer.genitive or not full or body_part(noun.text):
            return False
        return all(t.tag_ in _LEADING for t in doc[content : begin - 1]) and report_part(noun.text) is None

    def _is_twofold(self, content: int, name: int) -> bool:
        """Whether two nouns say what the bearer of the full name behind them is: "der Wirt und Ortsrat Jan Weber"."""
        doc, bearer = self._doc, self._cast.name_starts[name]
        joint = next((i for i in range(content + 1, name - 1) if doc[i].lower_ == "und"), 0)
        if not joint or bearer.genitive or len(bearer.words) < 2 or doc[joint - 1].tag_ != "NN":
            return False
        nouns = [doc[joint - 1], doc[name - 1]]
        bodies = any(body_part(noun.text) is not None or feature(noun, "Number") == "Plur" for noun in nouns)
        leading = [doc[i] for i in (*range(content, joint - 1), *range(joint + 1, name - 1))]
        alone = all(t.tag_ in {"ADJA", "TRUNC", "$("} or t.i == content for t in leading)
        return alone and not bodies and doc[name - 1].tag_ == "NN"

    def _is_attribute(self, start: int, end: int) -> bool:
        """Whether the tokens can belong to a participle: "der [sich als Gegner] bezeichnende Unternehmer"."""
        return all(t.tag_ not in FINITE | {"$,", "$.", "KOUS", "PRELS"} for t in self._doc[start:end])

    def _single(self, start: int, end: int, last: Figure | None) -> Found | None:
        return self._by_name(start, end) or self._by_phrase(start, end, last)

    def _by_name(self, start: int, end: int) -> Found | None:
        cast = self._cast
        i = self._name_in(start, end)
        if i is None:
            # a surname that the pipeline took for another word: "Lauert sagte"
            verb = end == start + 1 and self._doc[start].tag_ in FINITE
            bearer = cast.persons.bearer(self._doc[start].text) if verb else None
            return None if bearer is None else Found(bearer, "surname")
        figure, name = cast.persons.of_name[i], cast.name_starts[i]
        full = len(name.words) >= len(figure.words)
        return Found(figure, "name" if full else "surname")

    def _by_phrase(self, start: int, end: int, last: Figure | None) -> Found | None:
        doc = self._doc
        found = phrase(doc, start, end)
        if found is None:
            return None
        if doc[found.head].lower_ in _NOBODY or doc[found.head].ent_type_ in {"DATE", "TIME"}:
            return None
        report = sources.report_of(doc, found)
        if report is not None:
            return self._by_report(found, report, end, last)
        entity = naming.named(self._cast, found, end)
        if entity is not None:
            return self._noted(entity, found.start, found.end)
        role = roles.described(doc, found.start, found.head, found.end)
        if role is not None and found.gender != "p":
            return self._by_role(found, role, last)
        return self._by_noun(found)

    def _by_report(self, found: Phrase, part: str, end: int, last: Figure | None) -> Found | None:
        doc = self._doc
        inside = sources.source_inside(doc, found, end)
        if inside is not None:
            named = self.resolve(inside.start, inside.end, last)
            if named is not None:
                return Found(named.figure, named.reason if named.reason in {"pronoun"} else f"report, {named.reason}")
        owner = next((i for i in range(found.start, found.head) if doc[i].tag_ in {"PPOSAT", "PRELAT"}), None)
        if owner is not None:
            figure = antecedent(self._cast, owner, last)
            return None if figure is None else self._noted(Found(figure, "pronoun"), owner, owner + 1)
        name = sources.source_name(doc, found, part)
        if name is not None:
            kind = ActorKind.GROUP if name.endswith("en") else ActorKind.ORGANISATION
            known = self._similar(name, found)
            figure = known or self._cast.named(name, kind, "p" if kind is ActorKind.GROUP else "f")
            return self._noted(Found(figure, "report"), found.start, found.head + 1)
        if any(doc[i].lower_.startswith("eigen") for i in found.adjectives):
            return self._subject(found, last)
        if inside is None and found.start and doc[found.start - 1].lower_ in {"mit", "in"}:
            maker = anaphora.maker(self._cast, found.start, found.end)
            if maker is not None:
                return Found(maker, "subject")
        if inside is None and found.definite:
            earlier = sources.told_before(doc, found)
            named = None if earlier is None else self.resolve(earlier.start, earlier.end, last)
            if named is not None and (named.figure.roles or named.figure.kind in _ANSWERABLE):
                return Found(named.figure, f"report, {named.reason}")
        if inside is None and not sources.is_quotable(doc, found, part):
            return None
        figure = self._cast.named(found.short if inside is None else found.name, ActorKind.UNNAMED, found.gender)
        return self._noted(Found(figure, "report"), found.start, found.end)

    def _subject(self, found: Phrase, last: Figure | None) -> Found | None:
        """Whom "nach eigenen Angaben" means: the subject of the sentence, a pronoun too, else who is named in it."""
        doc, cast = self._doc, self._cast
        sentence = doc[found.head].sent
        for i in range(sentence.start + 1, sentence.end - 1):
            if doc[i].tag_ == "PPER" and doc[i].lower_ in {"er", "sie", "es"} and doc[i - 1].tag_ in FINITE:
                figure = antecedent(cast, i, last)
                return None if figure is None else Found(figure, "pronoun")
        named = [
            (pronouns.topic(cast, start), -abs(start - found.start), number, figure)
            for number, (start, figure) in enumerate(cast.before(sentence.end, sentence.start))
            if not found.start <= start < found.end
        ]
        return Found(max(named, key=lambda entry: entry[:2])[3], "subject") if named else None

    def _by_role(self, found: Phrase, role: roles.Described, last: Figure | None) -> Found | None:
        """Somebody by what he is: one who was named with that role, else a figure without a name."""
        cast, doc = self._cast, self._doc
        named = cast.introduced.get(found.head)
        if named is not None:
            return Found(named, "role")
        behind = doc[found.head + 1 : found.end]
        if len(behind) and all(_may_be_surname(token) for token in behind):
            return self._by_missed_name(found, role)
        if not is_indefinite(doc, found):
            figure = cast.by_role(role, found.start)
            if figure is None or (figure.latent and figure.first >= found.start):
                figure = anaphora.spoken_of(cast, found, role) or self._varied(found, role, last) or figure
            if figure is not None:
                new = figure.kind is not ActorKind.PERSON and figure.first >= found.start
                return self._noted(Found(figure, "description" if new else "role"), found.start, found.end)
        figure = self._cast.named(found.name, ActorKind.UNNAMED, role.sex or found.gender)
        cast.describe(figure, role)
        return self._noted(Found(figure, "description"), found.start, found.end)

    def _varied(self, found: Phrase, role: roles.Described, last: Figure | None) -> Figure | None:
        """The named person whom a noun alone means, as another word for what he is."""
        if not found.definite or found.end > found.head + 1:
            return None
        return descriptions.varied(self._cast, found.start, role, last, self._told)

    def _by_missed_name(self, found: Phrase, role: roles.Described) -> Found:
        """A person whose name was not found to be one, behind a role: "Baubürgermeister Haag"."""
        words = [token.text for token in self._doc[found.head + 1 : found.end]]
        bearer = self._cast.persons.bearer(words[-1])
        figure = bearer or self._cast.named(" ".join(words), ActorKind.PERSON, role.sex)
        short = roles.described(self._doc, found.start, found.head, found.head + 1)
        if short is not None:
            self._cast.describe(figure, short)
        return self._noted(Found(figure, "surname" if bearer else "name"), found.head + 1, found.end)

    def _by_noun(self, found: Phrase) -> Found | None:
        """An organisation, a group or a thing by its noun."""
        doc = self._doc
        word = doc[found.head].text
        if not any(c.isalpha() for c in word) or doc[found.head].tag_ == "TRUNC":
            return None
        short = abbreviation(doc, found.head + 1, found.short)
        name = found.short if short is not None or self._says_nothing(found) else found.name
        figure = self._similar(name, found)
        if figure is None:
            figure = self._cast.named(name, self._kind(found), found.gender)
            self._cast.remember(found, figure)
        if short is not None:
            self._cast.bodies.by_name.setdefault(plain(short), figure)
        return self._noted(Found(figure, "phrase"), found.start, found.end)

    def _says_nothing(self, found: Phrase) -> bool:
        """Whether the complement only points to what is known: "des Landes", "der Stadt"."""
        return plain(text_of(self._doc, found.head + 1, found.end)) in _POINTERS

    def _similar(self, name: str, found: Phrase) -> Figure | None:
        """A figure that was brought in with more words: "die Armee" after "die israelische Armee"."""
        doc, cast = self._doc, self._cast
        known = (
            cast.fuller(found)
            or cast.known(f"name:{plain(name)}")
            or cast.bodies.find(name)
            or cast.bodies.at_place(name)
        )
        if known is not None or not (found.bare and found.definite):
            return known
        word = plain(base(doc[found.head]))
        heads = [(f, (plain(f.words[0]), plain(f.words[-1]))) for f in cast.bodies.figures if len(f.words) > 1]
        alike = [f for f, ends in heads if word in ends]
        if not alike and body_part(word) == word:
            alike = [f for f, ends in heads if any(end.endswith(word) for end in ends) and f.first < found.start]
        return alike[0] if len(alike) == 1 else None

    def _kind(self, found: Phrase) -> ActorKind:
        word = self._doc[found.head].text
        if found.gender == "p":
            return ActorKind.GROUP
        if body_part(word) is not None or body_part(base(self._doc[found.head])) is not None:
            return ActorKind.ORGANISATION
        return ActorKind.GROUP if group_part(word) is not None else ActorKind.UNNAMED


def _leads(token: Token) -> bool:
    """Whether a word may stand before a role: an article, an attribute, where the role is from ("die Lienzer ...")."""
    if token.tag_ in _LEADING or is_attribute(token):
        return True
    place = token.ent_type_ == "LOC" and token.tag_ == "NE" and token.text.endswith("s")
    town = token.tag_ == "NN" and token.text.endswith("er") and token.nbor().tag_ == "NN"
    return place or (town and role_part(token.text) is None)


def _may_be_surname(token: Token) -> bool:
    """Whether a name right behind a role is a person's after all: a place would be in the genitive."""
    place = token.ent_type_ == "LOC" and not token.text.endswith("s")
    return token.tag_ == "NE" and (not token.ent_type_ or place)
