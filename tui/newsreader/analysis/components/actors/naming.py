"""Speakers that are named: organisations, places, media; alone, in quotation marks or behind a noun of their class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors import roles
from newsreader.analysis.components.actors.bodies import body_name
from newsreader.analysis.components.actors.figures import Found
from newsreader.analysis.components.actors.lexicon import NAMED_CLASSES, body_part
from newsreader.analysis.components.actors.phrases import phrase
from newsreader.analysis.components.actors.words import DEFINITE, base, is_quote, text_of
from newsreader.analysis.components.wordsets import word_set
from newsreader.analysis.result import ActorKind

if TYPE_CHECKING:
    from newsreader.analysis.components.actors.cast import Cast
    from newsreader.analysis.components.actors.phrases import Phrase

_OFFICES = word_set("sprecher sprecherin chef chefin mitglied vorstand aufsichtsrat trainer trainerin")
"""roles that an organisation's name behind them, without an article, does not bear but complete"""
_QUOTATION = 12
"""tokens: a longer stretch in quotation marks is no name"""


def named(cast: Cast, found: Phrase, end: int) -> Found | None:
    """Whom or what a noun phrase names, None if it only describes.

    Args:
        cast: the figures; a medium or a place that speaks for the first time is added.
        found: the phrase.
        end: behind the last token of the speaker.
    """
    return (
        _quoted(cast, found, end)
        or _titled(cast, found, end)
        or _by_entity(cast, found)
        or _explained(cast, found, end)
    )


def _quoted(cast: Cast, found: Phrase, end: int) -> Found | None:
    """A name in quotation marks at the start: "Die „Süddeutsche Zeitung“"."""
    doc = cast.doc
    opening = found.start if found.determiner is None else found.determiner + 1
    if found.determiner is None and opening and is_quote(doc[opening - 1]):
        opening -= 1
    if not is_quote(doc[opening]):
        return None
    limit = min(end + 1, opening + _QUOTATION, len(doc))
    close = next((i for i in range(opening + 1, limit) if is_quote(doc[i])), None)
    if close is None or close == opening + 1:
        return None
    name = text_of(doc, opening + 1, close)
    figure = cast.bodies.of_name.get(opening + 1) or cast.bodies.of_name.get(opening + 2) or cast.bodies.find(name)
    if figure is not None and doc[opening + 1].tag_ == "ART" and name.endswith(figure.name):
        figure.name = name  # "Die Zeit" bears its article
    return Found(figure or cast.named(name, ActorKind.ORGANISATION, found.gender), "name")


def _by_entity(cast: Cast, found: Phrase) -> Found | None:
    """A person, an organisation or a place by its name, also behind a noun of its class ("die Agentur Reuters")."""
    head = cast.doc[found.head]
    if found.head in cast.persons.of_token:
        return Found(cast.persons.of_token[found.head], "name")
    ent = cast.entity_at.get(found.head)
    if ent is not None and ent.start in cast.bodies.of_name:
        figure = cast.bodies.of_name[ent.start]
        short = len(ent.text) < len(figure.name) - 1
        return Found(figure, "abbreviation" if short and ent.text.isupper() else "name")
    place = ent is not None and ent.label_ in {"LOC", "GPE"}
    if ent is not None and (place or (ent.label_ == "MISC" and head.tag_ == "NE")):
        name = body_name(cast.doc, ent.start, ent.end)
        return Found(cast.named(name, ActorKind.ORGANISATION, found.gender), "place" if place else "name")
    known = cast.bodies.find(found.short)
    return Found(known, "name") if known is not None else _behind_class(cast, found)


def _behind_class(cast: Cast, found: Phrase) -> Found | None:
    """The name behind a noun of its class: "der Fernsehsender „Channel 10“", "die Zeitung Haaretz"."""
    doc, start = cast.doc, found.head + 1
    quoted = start < found.end and is_quote(doc[start])
    start += quoted
    if start >= found.end or doc[found.head].tag_ != "NN":
        return None
    role = roles.role_noun(doc[found.head])
    if start in cast.bodies.of_name and (role is None or role not in _OFFICES):
        return Found(cast.bodies.of_name[start], "name")
    if role is not None:
        return None
    classed = body_part(base(doc[found.head])) in NAMED_CLASSES and doc[start].tag_ in {"NE", "FM"}
    if not (quoted or classed or doc[start].ent_type_ == "MISC"):
        return None
    end = start
    while end < found.end and not is_quote(doc[end]) and (
        quoted or doc[end].tag_ in {"NE", "FM", "CARD"} or (end > start and doc[end].ent_iob_ == "I")
    ):  # fmt: skip
        end += 1
    if end == start:
        return None
    return Found(cast.named(text_of(doc, start, end), ActorKind.ORGANISATION, found.gender), "name")


def _titled(cast: Cast, found: Phrase, end: int) -> Found | None:
    """A name with an article of its own behind its class: "das Magazin Der Spiegel", "die Wochenzeitung DIE ZEIT"."""
    doc, start = cast.doc, found.head + 1
    capital = start + 1 < end and doc[start].text[:1].isupper() and doc[start + 1].text[:1].isupper()
    if not capital or doc[start].lower_ not in DEFINITE or body_part(base(doc[found.head])) not in NAMED_CLASSES:
        return None
    last = start + 1
    while last < end and doc[last].tag_ in {"NE", "FM", "NN"} and doc[last].text[:1].isupper():
        last += 1
    figure = cast.bodies.find(text_of(doc, start + 1, last)) or cast.bodies.find(text_of(doc, start, last))
    return Found(figure or cast.named(text_of(doc, start, last), ActorKind.ORGANISATION, found.gender), "name")


def _explained(cast: Cast, found: Phrase, end: int) -> Found | None:
    """The organisation behind a comma: "die Regierungspartei, die Hamas", "des Sponsors, des Herstellers Pepsi"."""
    if found.end + 1 >= end or cast.doc[found.end].text != ",":
        return None
    start = found.end + (2 if cast.doc[found.end + 1].tag_ == "ART" else 1)
    figure = cast.bodies.of_name.get(start)
    if figure is not None:
        return Found(figure, "name")
    apposed = phrase(cast.doc, found.end + 1, end)
    whole = apposed is not None and apposed.determiner == found.end + 1 and apposed.end >= end - 1
    return _behind_class(cast, apposed) if apposed is not None and whole else None
