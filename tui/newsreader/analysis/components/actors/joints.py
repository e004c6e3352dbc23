"""Where the words for several joint speakers part: "Müller und Meier", "die SPD, die Grünen und die FDP"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.lexicon import body_part, group_part
from newsreader.analysis.components.actors.phrases import phrase
from newsreader.analysis.components.actors.sources import report_of
from newsreader.analysis.components.wordsets import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

_JOINTS = word_set("und sowie oder noch &")


def parts(doc: Doc, start: int, end: int, names: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """The stretches of tokens that each name a source of its own; empty if the words name only one.

    Args:
        doc: the tokens.
        start: first token of the speaker.
        end: behind its last one.
        names: whether a stretch of tokens is about a person's name.
    """
    joints = [i for i in range(start + 1, end - 1) if doc[i].lower_ in _JOINTS and doc[i].ent_iob_ != "I"]
    if not joints:
        return []
    cuts = [i for i in range(start + 1, end - 1) if i in joints or (doc[i].text == "," and i < joints[-1])]
    stretches = [(a + 1, b) for a, b in pairwise([start - 1, *cuts, end]) if b > a + 1]
    whole = all(_stands_alone(doc, *stretch, names) for stretch in stretches[:-1])
    return stretches if whole and all(_joins(doc, *stretch, names) for stretch in stretches[1:]) else []


def _stands_alone(doc: Doc, start: int, end: int, names: Callable[[int, int], bool]) -> bool:
    """Whether the tokens before "und" are a whole source: a name, or a noun without a complement that goes on."""
    found = phrase(doc, start, end)
    if names(start, end):
        return True
    if doc[end - 1].ent_type_ in {"ORG", "LOC"}:
        return found is None or found.head >= end - 1 or doc[found.head].ent_type_ != ""
    return found is not None and found.end == found.head + 1 and _is_source(doc[found.head], found.gender)


def _joins(doc: Doc, start: int, end: int, names: Callable[[int, int], bool]) -> bool:
    """Whether the tokens behind "und" are a source of their own rather than a second role or complement."""
    if names(start, end) or doc[start].ent_type_ in {"ORG", "LOC", "PER"}:
        return True
    found = phrase(doc, start, end)
    if found is None or report_of(doc, found) is not None:
        return False
    if found.determiner is not None:
        return doc[found.determiner].lower_ != "des"
    return body_part(doc[found.head].text) is not None or found.gender == "p"


def _is_source(noun: Token, gender: str | None) -> bool:
    """Whether a noun without a complement can speak by itself: a name, an organisation, several people."""
    word = noun.text
    named = noun.tag_ in {"NE", "FM"} or word.isupper()
    return named or body_part(word) is not None or group_part(word) is not None or gender == "p"
