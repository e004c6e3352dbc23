"""Nouns that stand for their source: "Angaben der Polizei" is the Polizei, "Polizeiangaben" too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.analysis.components.actors.lexicon import body_part, group_part, is_document, report_part, role_part
from newsreader.analysis.components.actors.phrases import complement_end
from newsreader.analysis.components.actors.words import PREPOSITIONS, as_listed, base, strong
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsreader.analysis.components.actors.phrases import Phrase

_PLURALS = {"behörden": "Behörden", "medien": "Medien", "augenzeugen": "Augenzeugen", "zeugen": "Zeugen",
            "unternehmens": "Unternehmen", "ministeriums": "Ministerium", "regierungs": "Regierung",
            "agentur": "Agenturen", "experten": "Experten"}  # fmt: skip
_TOLD = word_set("angabe angaben bericht berichte mitteilung meldung meldungen erklärung aussage aussagen schreiben")
_OFFICIAL = ("offiziell", "amtlich", "behördlich", "polizeilich", "gerichtlich", "ärztlich", "staatlich")
_REACH = 400
"""tokens: how far back a report may have been told of with its source"""
_FROM = word_set("von vom des der eines einer aus seitens durch in im auf bei beim")


class Inside(NamedTuple):
    """Tokens [start, end) that name the source."""

    start: int
    end: int


def report_of(doc: Doc, found: Phrase) -> str | None:
    """The part of the phrase's noun that says that something is told, None for other nouns."""
    word = doc[found.head].text
    if role_part(base(doc[found.head])) is not None:
        return None
    return report_part(base(doc[found.head])) or report_part(word)


def source_inside(doc: Doc, found: Phrase, end: int) -> Inside | None:
    """The words in a report's complement that name its source, or in front of it in the genitive."""
    for i in range(found.start, found.head):
        if doc[i].ent_type_ in {"PER", "ORG", "LOC"} and doc[i].tag_ == "NE":
            return Inside(i, found.head)
    i = found.head + 1
    if i >= end:
        return None
    if doc[i].lower_ in _FROM or doc[i].tag_ in {"PPOSAT", "PIAT", "PIDAT", "PDAT"}:
        return Inside(i + 1 if doc[i].tag_ in PREPOSITIONS else i, end)
    if doc[i].tag_ in {"NE", "NN", "ADJA", "ART"} or doc[i].ent_type_:
        return Inside(i, end)
    return None


def told_before(doc: Doc, found: Phrase) -> Inside | None:
    """The source of a report that was named with it before: "eine Studie der Uni ... Der Studie zufolge"."""
    word = base(doc[found.head])
    for i in range(found.start - 1, max(0, found.start - _REACH), -1):
        if doc[i].tag_ != "NN" or base(doc[i]) != word:
            continue
        last = min(complement_end(doc, i, len(doc)), len(doc))
        told = source_inside(doc, found._replace(start=i, head=i, end=last), last)
        if told is not None:
            return told
    return None


def source_name(doc: Doc, found: Phrase, part: str) -> str | None:
    """The source that a compound names with its first part: "Polizei" of Polizeiangaben; None if it names none."""
    word = doc[found.head].text
    place = word.lower().rfind(part)
    if place < 3:
        place = base(doc[found.head]).lower().rfind(part)
    if place < 3:
        return None
    first = word[:place].rstrip("-‐‑")
    if first.lower() in {"medien", "presse", "zeitungs", "agentur"} and not part.startswith("angabe"):
        return None
    name = _PLURALS.get(first.lower())
    if name is None:
        bare = first.removesuffix("s") if not body_part(first) or first.lower().endswith("s") else first
        if not (
            body_part(bare)
            or group_part(bare)
            or role_part(bare)
            or (part in _TOLD and (first.isupper() or "-" in word[: place + 1]))
        ):
            return None
        name = as_listed(bare)
    gender = "p" if name.lower() in {"behörden", "medien", "augenzeugen", "zeugen", "agenturen", "experten"} else "f"
    words = [
        strong(doc[i], gender) for i in found.adjectives if doc[i].lemma_ not in {"eigen", "offiziell", "erst", "neu"}
    ]
    return as_listed(" ".join([*words, name]))


def is_quotable(doc: Doc, found: Phrase, part: str) -> bool:
    """Whether a report that names no source is one itself: a certain study, "Medienberichte", "amtliche Angaben".

    Mere "Angaben", "Hinweise" or "unbestätigte Berichte" are nobody's; "israelische Angaben" are somebody's.
    """
    if len(doc[found.head].text) > len(part) + 2 or part.startswith("ermittlung"):
        return True
    official = any(
        doc[i].lower_.startswith(_OFFICIAL) or base(doc[i]).lower().endswith("isch") for i in found.adjectives
    )
    return official or (found.gender != "p" and is_document(part))
