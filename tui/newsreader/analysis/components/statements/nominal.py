"""Noun phrases without a parse: how far one reaches, and which may be a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.clauses import BREAKS
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import MARKS

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
GENITIVE = listed(
    """
    des der eines einer seiner seines ihrer ihres dieser dieses jener jenes deren dessen unserer unseres aller
    zweier dreier mehrerer einiger vieler
    """
)
ATTRIBUTIVE = listed("von vom für der des beim bei aus zum zur im in an am und sowie")
OBJECT_PRONOUNS = listed("ihm ihn ihnen uns euch mir mich dir dich sich einander dem den")
OPENING = listed("APPR APPRART ADV ADJD ART CARD PRF PPOSAT PIAT")
"""tags that the objects of a participle begin with"""
QUANTITIES = listed("alle viele einige mehrere beide manche andere der die das")
"""pronouns that some pipelines take for determiners, and the other way round"""
TITLES = listed("prof. dr. professor doktor ing. dipl.-ing. med. h.c.")
LINKING = listed("von vom für")
PLACES_OF_OFFICE = listed("aus im in beim bei am an gegen um")
TIMES = listed(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag morgen mittag nachmittag abend nacht
    vormittag januar februar märz april mai juni juli august september oktober november dezember woche wochenende
    wochen tag tage tagen monat jahr jahre jahren stunde stunden uhr zeit anfang ende freitagabend
    montagabend dienstagabend mittwochabend donnerstagabend samstagabend sonntagabend interview gespräch rede
    pressekonferenz anschluss rahmen zusammenhang hinblick blick zuge laufe verlauf vorfeld
    """
)


def _case_fits(words: Words, i: int) -> bool:
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
            if head == at - 1 and tag == "NN" and not _belongs(words, head, at, stop):
                break
            head = at
        elif head == at - 1 and tag == "CARD" and not (at + 1 < stop and words.tag[at + 1] in HEADS | INSIDE):
            head = at
        elif words.text[at] in MARKS and at + 1 < stop:
            if head >= 0 and lexicon.is_source_noun(words.low[head]):
                break
            closing = _quoted_name(words, at, stop)
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
    while end < stop and words.text[end] in MARKS and _unbalanced(words, i, end):
        end += 1
    return end


def _is_named(words: Words, start: int, end: int) -> bool:
    """Whether what stands in quotation marks is a name: „Ärzte ohne Grenzen“, „Queer Beograd Kollektiv“."""
    names = any(words.tag[i] in HEADS for i in range(start, end))
    return names and end > start + 1 and words.text[start][:1].isupper() and words.text[end - 1][:1].isupper()


def _links(words: Words, at: int, stop: int) -> bool:
    """Whether "von" or "für" goes on with a phrase: not with "seinem ...", and "für" not behind a person's name."""
    if at + 1 >= stop or words.tag[at + 1] == "PPOSAT":
        return False
    return words.low[at] != "für" or words.tag[at - 1] == "NN"


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


def _belongs(words: Words, head: int, at: int, stop: int) -> bool:
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
    if words.low[at] in TITLES:
        return True
    after = at + 1
    while after < stop and words.tag[after] == "NN":
        after += 1
    named = after < stop and (words.tag[after] == "NE" or words.entity[after] == "PER")
    return named or (after + 1 < stop and words.text[after] == "(" and words.text[after + 1].isupper())


def _unbalanced(words: Words, start: int, end: int) -> bool:
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


def phrase(words: Words, i: int, stop: int) -> int:
    """The end of the whole noun phrase that begins at a word: genitives, names, places, brackets, joined phrases.

    Args:
        words: the document.
        i: first word.
        stop: where to end at the latest.
    """
    end = base(words, i, stop)
    if end == i or words.tag[i] in ("PPER", "PRELS"):
        return end
    report = lexicon.is_source_noun(words.low[end - 1])
    while end < stop:
        low, tag = words.low[end], words.tag[end]
        grown = end
        if _is_title(words, end, stop):
            grown = end + 1
            while grown < stop and words.tag[grown] in HEADS and words.text[grown][:1].isupper():
                grown += 1
        elif tag in HEADS and words.tag[end - 1] in HEADS:
            grown = base(words, end, stop) if tag != "NN" or _belongs(words, end - 1, end, stop) else end
        elif words.text[end] == "(":
            grown = _bracket(words, end, stop)
        elif low in GENITIVE and tag in DETERMINER and words.entity[end - 1] != "PER":
            grown = base(words, end, stop) if _may_be_genitive(words, end, stop) else end
        elif tag == "ADJA" and words.tag[end - 1] == "NN" and _strong_genitive(words, end, stop):
            grown = base(words, end, stop)
        elif words.entity[end] == "PER" and words.tag[end - 1] == "NN" and words.entity[end - 1] != "PER":
            grown = _name_end(words, end, stop)
        elif (low in LINKING and _links(words, end, stop)) or (
            low in PLACES_OF_OFFICE and _fixed_place(words, end, stop)
        ):
            grown = base(words, end + 1, stop)
            grown = end if grown == end + 1 or _temporal(words, end + 1, grown) else grown
        elif low == "/" and end + 1 < stop:
            grown = max(base(words, end + 1, stop), end)
            grown = end if grown == end + 1 else grown
        elif low in ("und", "sowie", "&", "oder") and end + 1 < stop:
            grown = _joined(words, end, stop)
        elif tag == "ADJA" and words.tag[end - 1] in HEADS and words.text[end][0].isupper():
            grown = base(words, end, stop)
        elif words.text[end] in MARKS and end + 1 < stop and words.text[end + 1][:1].isupper() and not report:
            grown = _quoted_name(words, end, stop)
        elif words.text[end] == ",":
            grown = _apposition(words, i, end, stop)
        if grown <= end:
            break
        end = grown
    if end < stop and words.text[end] in MARKS and _unbalanced(words, i, end):
        end += 1
    return end


def _is_title(words: Words, at: int, stop: int) -> bool:
    """Whether a name with an article of its own begins behind a noun: "der Zeitung Die Welt"."""
    if words.low[at] not in ("der", "die", "das") or words.tag[at - 1] != "NN" or at + 1 >= stop:
        return False
    return words.text[at][:1].isupper() and words.text[at + 1][:1].isupper() and words.tag[at + 1] in HEADS


def _may_be_genitive(words: Words, at: int, stop: int) -> bool:
    """Whether a determiner can open a genitive: "der ukrainischen Armee", but not "der ukrainische Präsident"."""
    head = base(words, at, stop) - 1
    weak = words.low[at] == "der" and words.tag[at + 1 : at + 2] == ["ADJA"] and words.low[at + 1].endswith("e")
    return not weak or words.gender[head] == "Fem"


def _strong_genitive(words: Words, at: int, stop: int) -> bool:
    """Whether an adjective without an article opens a genitive plural: "Einschätzung politischer Beobachter"."""
    if not words.low[at].endswith("er") or words.text[at][:1].isupper() or at + 1 >= stop:
        return False
    return words.tag[at + 1] == "NN" and words.number[at + 1] != "Sing"


def _name_end(words: Words, at: int, stop: int) -> int:
    """The end of a person's name that begins at a word, particles included: "zu Guttenbergs"."""
    while at < stop and words.entity[at] == "PER":
        at += 1
    return at


def _temporal(words: Words, start: int, end: int) -> bool:
    return any(words.low[i] in TIMES or (words.low[i].isdigit() and len(words.low[i]) == 4) for i in range(start, end))


def _dated(words: Words, at: int, stop: int) -> bool:
    """Whether nothing but a time follows up to the end: "am Montag", "gestern"."""
    if words.tag[at] == "ADV":
        return at + 1 == stop
    return base(words, at + 1, stop) == stop and _temporal(words, at + 1, stop)


def _fixed_place(words: Words, at: int, stop: int) -> bool:
    """Whether a place or office follows that belongs to the noun before: "der Bürgermeister in Bonn" but no time."""
    end = base(words, at + 1, stop)
    if words.tag[at - 1] != "NN" or words.entity[at - 1] == "PER":
        return False
    if lexicon.is_source_noun(words.low[at - 1]) and words.entity[end - 1] != "ORG":
        return False
    if words.tag[at + 1] == "PPOSAT" or words.low[at + 1] in ("einem", "einer", "einen", "eine", "dieser", "diesem"):
        return False
    return end > at + 1 and not _temporal(words, at + 1, end) and not _is_report(words.low[end - 1])


def _is_report(low: str) -> bool:
    return lexicon.is_source_noun(low) or lexicon.is_content_noun(low)


def _bracket(words: Words, at: int, stop: int) -> int:
    for end in range(at + 1, min(stop, at + 12)):
        if words.text[end] == ")":
            return end + 1
    return at


def _joined(words: Words, at: int, stop: int) -> int:
    """The end of a phrase that is joined with "und", unless a clause of its own begins there."""
    end = base(words, at + 1, stop)
    if end == at + 1 or words.tag[at + 1] in ("PPER", "PDS") or not _case_fits(words, at + 1):
        return at
    return at if end < stop and words.finite[end] and end < stop - 1 and not _is_plural(words, end) else end


def _is_plural(words: Words, i: int) -> bool:
    return words.number[i] == "Plur" or words.low[i].endswith("en")


def _quoted_name(words: Words, at: int, stop: int) -> int:
    for end in range(at + 1, min(stop, at + 9)):
        if words.text[end] in MARKS:
            return end + 1
        if words.finite[end]:
            return at
    return at


def _apposition(words: Words, start: int, comma: int, stop: int) -> int:
    """The end of an apposition behind a comma: ", Elmar Gesse" or ", der Sprecher der Bahn," with its second comma."""
    if comma + 1 >= stop:
        return comma
    end = base(words, comma + 1, stop)
    one_of = words.tag[comma + 1] == "PIS" and end < stop and words.low[end] in ("der", "des", "von")
    if end == comma + 1 or (words.tag[comma + 1] in PRONOUNS and not one_of):
        return comma
    end = phrase(words, comma + 1, stop)
    closed = end >= stop or words.text[end] in ",.:;)" or words.text[end] in MARKS or words.finite[end]
    if not closed and words.tag[end] in ("APPR", "APPRART"):
        further = phrase(words, end + 1, stop)
        closed = further > end + 1 and (further >= stop or words.text[further] == ",")
        end = further if closed and not _temporal(words, end + 1, further) else end
    if not closed and not (words.tag[end] in ("APPRART", "APPR", "ADV") and _dated(words, end, stop)):
        return comma
    names = any(words.tag[i] == "NE" or words.entity[i] == "PER" for i in range(start, end))
    return end if names or words.tag[comma + 1] in DETERMINER else comma


def may_be_subject(words: Words, i: int) -> bool:
    """Whether the phrase that begins at a word can stand in the nominative."""
    if words.tag[i] in ("PRF", "APPR", "APPRART") or not _case_fits(words, i):
        return False
    return not (words.tag[i] == "ADJA" and words.case[i] in ("Dat", "Gen") and words.low[i].endswith(("em", "en")))


def telling_noun(words: Words, stretch: Range) -> int | None:
    """The noun of saying that ends a stretch, as in "den Vorwurf, ..."; an attribute or a verb may follow it."""
    start, end = stretch
    while end > start + 1 and words.tag[end - 1] in ("VVPP", "PTKVZ", "VAFIN", "VAPP"):
        end -= 1
    for i in range(end - 1, max(start - 1, end - 7), -1):
        if words.tag[i] in ("NN", "NE") and lexicon.is_content_noun(words.low[i]):
            return i if phrase(words, i, end) == end else None
    return None
