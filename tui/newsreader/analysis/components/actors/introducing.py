"""Who comes into an article, and as what: roles at names, and descriptions that stand for somebody or bring him in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors import roles
from newsreader.analysis.components.actors.anaphora import SEX_OF_ARTICLE, nearest
from newsreader.analysis.components.actors.figures import Figure
from newsreader.analysis.components.actors.lexicon import NAMED_CLASSES, UNNAMED_CLASSES, body_part, is_title
from newsreader.analysis.components.actors.phrases import phrase
from newsreader.analysis.components.actors.pronouns import antecedent
from newsreader.analysis.components.actors.words import (
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINERS,
    FINITE,
    clean,
    grammatical,
    is_quote,
    plain,
)
from newsreader.analysis.components.features import feature
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from newsreader.analysis.components.actors.cast import Cast
    from newsreader.analysis.components.actors.persons import Name
    from newsreader.analysis.components.actors.roles import Described

_AGED = "jährige"
"""of "die 52-Jährige", which tells nothing but who was spoken of"""


def read_roles(cast: Cast, names: Iterable[Name]) -> set[int]:
    """Give the persons their roles; returns the nouns that these stand on."""
    covered: set[int] = set()
    for name in names:
        figure = cast.persons.of_name[name.start]
        begin = name.start
        while begin and (is_title(cast.doc[begin - 1].text) or is_quote(cast.doc[begin - 1])):
            begin -= 1
        before = roles.role_before(cast.doc, name.start)
        if before is not None and _explains(cast, before, name):
            covered.add(before.head)
            if before.number != "p":
                cast.describe(figure, before)
                for other in roles.others(cast.doc, before):
                    cast.describe(figure, other)
                figure.mention(before.start, before.end)
                cast.introduced[before.head] = figure
            begin = min(begin, before.start)
        party, end = roles.party_after(cast.doc, name.end)
        figure.party = figure.party or party
        after = roles.role_after(cast.doc, end)
        if after is not None:
            cast.describe(figure, after)
            covered.add(after.head)
            figure.mention(after.start, after.end)
        cast.phrase_start[name.start] = begin
    return covered


def _explains(cast: Cast, before: Described, name: Name) -> bool:
    """Whether a role before a name is its bearer's, as it is not in "der Sprecher Merkels"."""
    between = cast.doc[before.end : name.start]
    comma = any(token.text == "," for token in between)
    if comma:
        after = cast.doc[name.end].text if name.end < len(cast.doc) else "."
        party_end = roles.party_after(cast.doc, name.end)[1]
        after = cast.doc[party_end].text if party_end < len(cast.doc) else "."
        if after in {"und", "sowie", "oder"} or cast.doc[before.start].tag_ not in {
            "ART",
            "APPRART",
            "PPOSAT",
            "ADJA",
            "NN",
        }:
            return False
        return not (cast.doc[before.start].tag_ in {"NN", "ADJA"} and after != ",")
    inflected = name.words[-1]
    figure = cast.persons.of_name[name.start]
    if name.genitive and figure.words and plain(figure.words[-1]) != plain(inflected):
        # "Verteidiger Strauss-Kahns" is somebody else; "die Rede des Ministers Müllers" is not good German.
        return cast.doc[before.head].text.endswith("s") and before.end == name.start
    return True


def refer_back(cast: Cast, covered: set[int]) -> None:
    """Find who is only described: somebody named before ("der ukrainische Präsident"), or somebody new."""
    for token in cast.doc:
        if not (token.tag_ == "NN" or _is_aged(token)) or token.i in covered or token.ent_type_:
            continue
        if feature(token, "Number") == "Plur":
            continue
        role = roles.role_noun(token)
        if role is not None and body_part(token.text) != role and not _is_predicate(cast, token):
            _refer(cast, token)
        elif body_part(token.text) is not None and not _tells_class(cast, token):
            _bring_in(cast, roles.phrase_start(cast.doc, token.i), _role_end(cast, token.i), token.i)


def _is_predicate(cast: Cast, noun: Token) -> bool:
    """Whether a role is told of who was named right before ("Weber ist Sprecherin"); notes it as his."""
    doc = cast.doc
    start = verb = roles.phrase_start(doc, noun.i)
    verb -= 1
    indefinite = doc[start].tag_ not in DETERMINERS or doc[start].lower_.startswith("ein")
    if verb < 1 or doc[verb].lemma_ != "sein" or doc[verb].tag_ != "VAFIN" or not indefinite:
        return False
    who = verb - 1
    figure = cast.persons.of_token.get(who)
    if figure is None and doc[who].lower_ in {"er", "sie"}:
        figure = antecedent(cast, who, None)
    found = roles.described(doc, start, noun.i, _role_end(cast, noun.i))
    if figure is None or found is None or found.number == "p" or not cast.is_person(figure):
        return False
    cast.describe(figure, found)
    return True


def _tells_class(cast: Cast, noun: Token) -> bool:
    """Whether a noun says what the organisation behind it is ("die Firma Stratfor"), whose gender it then tells."""
    after = noun.i + 1
    while after < len(cast.doc) and is_quote(cast.doc[after]):
        after += 1
    start, part = roles.phrase_start(cast.doc, noun.i), body_part(noun.text)
    gender = grammatical(noun, cast.doc[start] if cast.doc[start].tag_ in DETERMINERS else None)
    figure = cast.bodies.of_name.get(after)
    if figure is None and part in NAMED_CLASSES and after < len(cast.doc) and cast.doc[after].tag_ == "NE":
        figure = _unknown_body(cast, after, gender)
    if figure is None or part in UNNAMED_CLASSES:
        return False
    if gender != "p":
        figure.sex = figure.sex or gender
        cast.remember_noun(noun, figure)
    cast.note(figure, start, cast.entity_at[after].end if after in cast.entity_at else after + 1)
    return True


def _unknown_body(cast: Cast, place: int, gender: str | None) -> Figure | None:
    """The organisation with a name at a token that was not found to be one's; None where it is a person's."""
    if place in cast.persons.of_token:
        return None
    ent = cast.entity_at.get(place)
    name = cast.doc[place].text if ent is None else clean(ent.text)
    key = f"name:{plain(name)}"
    return cast.known(key) or cast.add(key, Figure(name, ActorKind.ORGANISATION, sex=gender, latent=True))


def _refer(cast: Cast, token: Token) -> None:
    """Note what a role noun without a name refers to."""
    doc = cast.doc
    start, end = roles.phrase_start(doc, token.i), _role_end(cast, token.i)
    if end < len(doc) and doc[end].ent_type_ == "PER":
        return
    found = roles.described(doc, start, token.i, end) if doc[start].lower_ in DEFINITE | DEMONSTRATIVE else None
    if _AGED in token.lower_:
        figure = None if found is None else nearest(cast, start, found.sex or SEX_OF_ARTICLE.get(doc[start].lower_))
        if figure is not None:
            cast.note(figure, start, end)
        return
    figure = cast.by_role(found, start) if found is not None else None
    if figure is not None:
        cast.note(figure, start, end)
    else:
        _bring_in(cast, start, end, token.i)


def _bring_in(cast: Cast, start: int, end: int, head: int) -> None:
    """Remember somebody without a name, who may be spoken of or speak later ("eine Sprecherin ... Sie sagte")."""
    found = phrase(cast.doc, start, end)
    if found is None or found.head != head or found.gender == "p":
        return
    figure = cast.fuller(found) or cast.known(f"name:{plain(found.name)}")
    if figure is None:
        described = roles.described(cast.doc, start, found.head, found.end)
        kind = ActorKind.ORGANISATION if described is None else ActorKind.UNNAMED
        sex = (described.sex if described is not None else None) or found.gender
        figure = cast.add(f"name:{plain(found.name)}", Figure(found.name, kind, sex=sex, latent=True))
        if described is not None:
            cast.describe(figure, described)
        else:
            cast.remember(found, figure)
    cast.note(figure, start, found.end)


def _role_end(cast: Cast, head: int) -> int:
    """Behind the complement of a role noun, if it is a short one in the genitive: "der Präsident der Ukraine"."""
    doc = cast.doc
    i = head + 1
    if i < len(doc) and doc[i].lower_ in {"der", "des"} and i + 1 < len(doc):
        j = i + 1
        while j < len(doc) and doc[j].tag_ == "ADJA":
            j += 1
        if j < len(doc) and doc[j].tag_ in {"NN", "NE"} and doc[j].sent == doc[head].sent:
            return j + 1
    return head + 1


def _is_aged(token: Token) -> bool:
    """Whether an adjective stands for who is so old: "die 52-Jährige" before a verb or a mark."""
    if token.tag_ != "ADJA" or _AGED not in token.lower_:
        return False
    after = token.nbor().tag_ if token.i + 1 < len(token.doc) else "$."
    return after in FINITE or after.startswith("$")
