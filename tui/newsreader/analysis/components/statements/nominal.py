"""Noun phrases without a parse: their heads with what stands before, and which may be a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.clauses import BREAKS
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import DOMAIN, MARKS

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.words import Words

Range = tuple[int, int]

DETERMINER = listed("ART PPOSAT PIAT PIDAT PDAT PWAT CARD")
INSIDE = DETERMINER | listed("ADJA TRUNC")
HEADS = listed("NN NE FM XY")
PRONOUNS = listed("PPER PDS PIS PRELS PWS")
OBLIQUE = listed(
    """
    den dem des einen einem eines einer meinen meinem seinen seinem seines seiner ihren ihrem ihres ihrer diesen
    diesem dieses keinen keinem keiner jenen jenem unseren unserem jedem jeden jedes allen vielen mehreren einigen
    beiden
    """
) - {"dieses", "beiden", "jedes"}
"""forms of determiners that no subject begins with"""
OBJECT_PRONOUNS = listed("ihm ihn ihnen uns euch mir mich dir dich sich einander dem den")
OPENING = listed("APPR APPRART ADV ADJD ART CARD PRF PPOSAT PIAT")
"""tags that the objects of a participle begin with"""
QUANTITIES = listed("alle viele einige mehrere beide manche andere der die das")
"""pronouns that some pipelines take for determiners, and the other way round"""
ADJECTIVAL = ("ende", "enden", "ender")
TITLES = listed("prof. dr. professor doktor ing. dipl.-ing. med. h.c.")


def case_fits(words: Words, i: int) -> bool:
    """Whether the case of a word allows it to be (part of) a subject; forms decide before the pipeline does."""
    low, tag = words.low[i], words.tag[i]
    if low in OBLIQUE and tag in DETERMINER:
        return False
    if tag in ("PPER", "PRF"):
        return low not in OBJECT_PRONOUNS
    return not (low == "der" and tag == "ART" and words.case[i] in ("Dat", "Gen") and words.gender[i] == "Fem")


def base(words: Words, i: int, stop: int) -> int:
    """The end of the noun phrase without attributes behind it that begins at a word, `i` if there is none."""
    if i >= stop:
        return i
    tag = words.tag[i]
    if tag in PRONOUNS:
        quantity = tag != "PRELS" and words.low[i] in QUANTITIES and i + 1 < stop
        return base(words, i + 1, stop) if quantity and words.tag[i + 1] in INSIDE | HEADS else i + 1
    at, head = i, -1
    while at < stop:
        tag = words.tag[at]
        if tag in HEADS and any(c.isalnum() for c in words.text[at]):
            if head >= 0 and words.entity[head] == "PER" and DOMAIN.fullmatch(words.low[at]):
                break  # "sagte Anna Weber [bote.example]"
            if head == at - 1 and tag == "NN" and not belongs(words, head, at, stop):
                break
            head = at
        elif head == at - 1 and tag == "CARD" and not (at + 1 < stop and words.tag[at + 1] in HEADS | INSIDE):
            head = at
        elif words.text[at] in MARKS and at + 1 < stop:
            if head >= 0 and lexicon.is_source_noun(words.low[head]):
                break
            closing = quoted_name(words, at, stop)
            if head < 0 and closing > at and _is_named(words, at + 1, closing - 1):
                return closing
        elif head >= 0:
            if not _owner_before(words, i, head, at):
                break
        elif (participle := _participle(words, i, at, stop)) > at:
            at = participle
            continue
        elif not _attribute(words, i, at, stop):
            break
        at += 1
    if head < 0:
        # A nominalised adjective or number: "die Grünen", "der Angeklagte", tagged as adjective by some pipelines.
        nominal = at > i and words.tag[at - 1] in ("ADJA", "CARD", "PIAT", "PIDAT")
        if nominal and (words.text[at - 1][:1].isupper() or (at > i + 1 and words.tag[i] in DETERMINER)):
            return at
        return i
    end = head + 1
    while end < stop and words.text[end] in MARKS and unbalanced(words, i, end):
        end += 1
    return end


def _is_named(words: Words, start: int, end: int) -> bool:
    """Whether what stands in quotation marks is a name: „Ärzte ohne Grenzen“, „Queer Beograd Kollektiv“."""
    names = any(words.tag[i] in HEADS for i in range(start, end))
    return names and end > start + 1 and words.text[start][:1].isupper() and words.text[end - 1][:1].isupper()


def _owner_before(words: Words, i: int, head: int, at: int) -> bool:
    """Whether an adjective goes on with a phrase that a genitive opens: "Berlins früherer Bürgermeister"."""
    name = head == i and words.tag[i] == "NE" and words.low[i].endswith("s")
    return name and words.tag[at] == "ADJA"


def _attribute(words: Words, i: int, at: int, stop: int) -> bool:
    """Whether a word before the head of a phrase belongs to it."""
    text, tag = words.text[at], words.tag[at]
    if tag in INSIDE or text in ("-", "/"):
        return True
    if at == i:
        return False
    between = words.tag[at - 1] in ("ADJA", "TRUNC")
    following = words.tag[at + 1] if at + 1 < stop else ""
    if between and (tag == "KON" or (text == "," and following == "ADJA")):
        return True
    return tag in ("ADV", "ADJD", "PTKNEG") and following in ("ADJA", "CARD")


def belongs(words: Words, head: int, at: int, stop: int) -> bool:
    """Whether a noun goes on with the head before it: not in "laut [Airbus] Bestellungen", where the name is over."""
    if words.tag[head] == "NN":
        return _names(words, at, stop)
    genitive = words.low[head].endswith("s") and words.lemma[head].lower() != words.low[head]
    person = words.entity[head] == "PER" == words.entity[head - 1]
    over = (person or words.entity[head] == "ORG") and not words.entity[at] and not genitive
    return not over or _names(words, at, stop)


def _names(words: Words, at: int, stop: int) -> bool:
    """Whether a noun behind a noun belongs to it, as part of a name or of what stands before a name."""
    if words.entity[at] and (words.entity[at - 1] == words.entity[at] or words.entity[at] != "LOC"):
        return True
    if words.low[at] in TITLES or words.low[at - 1].endswith(ADJECTIVAL):
        return True  # "Prof. Weber", "die Vorsitzende Richterin"
    after = at + 1
    while after < stop and words.tag[after] == "NN":
        after += 1
    named = after < stop and (words.tag[after] == "NE" or words.entity[after] == "PER")
    return named or (after + 1 < stop and words.text[after] == "(" and words.text[after + 1].isupper())


def unbalanced(words: Words, start: int, end: int) -> bool:
    """Whether a quotation mark is open in a stretch of words."""
    marks = [w for w in words.text[start:end] if w in MARKS]
    return len(marks) % 2 == 1


def _participle(words: Words, i: int, at: int, stop: int) -> int:
    """Where the participle stands whose objects begin at a word ("der in Berlin lebende Autor"), else -1."""
    if at == i or words.tag[i] not in DETERMINER or words.tag[at] not in OPENING:
        return -1
    for ahead in range(at, min(stop - 1, at + 9)):
        if words.finite[ahead] or words.text[ahead] in BREAKS:
            return -1
        governing = words.tag[ahead] == "ADJA" and words.tag[ahead - 1] not in ("ART", "APPR", "APPRART", "ADJA")
        if ahead > at and governing and words.tag[ahead + 1] in ("NN", "NE", "ADJA"):
            return ahead
    return -1


def may_be_subject(words: Words, i: int) -> bool:
    """Whether the phrase that begins at a word can stand in the nominative."""
    if words.tag[i] in ("PRF", "APPR", "APPRART") or not case_fits(words, i):
        return False
    return not (words.tag[i] == "ADJA" and words.case[i] in ("Dat", "Gen") and words.low[i].endswith(("em", "en")))


def quoted_name(words: Words, at: int, stop: int) -> int:
    for end in range(at + 1, min(stop, at + 9)):
        if words.text[end] in MARKS:
            return end + 1
        if words.finite[end]:
            return at
    return at
