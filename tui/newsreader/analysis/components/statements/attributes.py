"""What belongs to a noun phrase behind its head: genitives, names, places, brackets, appositions, joined phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.nominal import (
    DETERMINER,
    HEADS,
    PRONOUNS,
    base,
    belongs,
    case_fits,
    quoted_name,
    unbalanced,
)
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import DOMAIN, MARKS

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.words import Words

GENITIVE = listed(
    """
    des der eines einer seiner seines ihrer ihres dieser dieses jener jenes deren dessen unserer unseres aller
    zweier dreier mehrerer einiger vieler
    """
)
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
        elif words.entity[end - 1] == "PER" and DOMAIN.fullmatch(low):
            break
        elif tag in HEADS and words.tag[end - 1] in HEADS:
            grown = base(words, end, stop) if tag != "NN" or belongs(words, end - 1, end, stop) else end
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
            grown = quoted_name(words, end, stop)
        elif words.text[end] == ",":
            grown = _apposition(words, i, end, stop)
        if grown <= end:
            break
        end = grown
    if end < stop and words.text[end] in MARKS and unbalanced(words, i, end):
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
    told = lexicon.is_source_noun(words.low[at - 1])
    return words.tag[at + 1] == "NN" and (told or words.number[at + 1] != "Sing")


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
    if at + 1 >= stop or words.tag[at - 1] != "NN" or words.entity[at - 1] == "PER":
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
    if end == at + 1 or words.tag[at + 1] in ("PPER", "PDS") or not case_fits(words, at + 1):
        return at
    return at if end < stop and words.finite[end] and end < stop - 1 and not _is_plural(words, end) else end


def _is_plural(words: Words, i: int) -> bool:
    return words.number[i] == "Plur" or words.low[i].endswith("en")


def _apposition(words: Words, start: int, comma: int, stop: int) -> int:
    """The end of an apposition behind a comma: ", Elmar Gesse" or ", der Sprecher der Bahn," with its second comma."""
    if comma + 1 >= stop or _is_addressed(words, start, comma):
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


def _is_addressed(words: Words, start: int, comma: int) -> bool:
    """Whether a medium is told something behind an apposition: "sagte Tim Bauer, Sprecher der Bahn, [RADIO BONN]"."""
    apposed = any(words.text[i] == "," for i in range(max(start - 1, 0), comma))
    return apposed and words.entity[comma + 1] == "ORG" and words.entity[start] != "ORG"


def _links(words: Words, at: int, stop: int) -> bool:
    """Whether "von" or "für" goes on with a phrase: not with "seinem ...", and "für" not behind a person's name."""
    if at + 1 >= stop or words.tag[at + 1] == "PPOSAT" or words.low[at + 1] in ("einem", "einer"):
        return False  # "der Chef geht [von einem Erfolg] aus"
    return words.low[at] != "für" or words.tag[at - 1] == "NN"


def telling_noun(words: Words, stretch: Range) -> int | None:
    """The noun of saying that ends a stretch, as in "den Vorwurf, ..."; an attribute or a verb may follow it."""
    start, end = stretch
    while end > start + 1 and words.tag[end - 1] in ("VVPP", "PTKVZ", "VAFIN", "VAPP"):
        end -= 1
    for i in range(end - 1, max(start - 1, end - 7), -1):
        if words.tag[i] in ("NN", "NE") and lexicon.is_content_noun(words.low[i]):
            return i if phrase(words, i, end) == end else None
    return None
