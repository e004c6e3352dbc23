"""How sure the program is of a statement: how often its construction finds one with the right speaker.

The values are set by hand in the light of counts on one half of a collection of news and looked at on the other. What a
construction reaches on the average is raised or lowered by what can be seen of a single statement: whether its speaker
has a name, how long it is, whether it is cut in two by its frame, whether another statement stands in it or around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.draft import Draft
    from newsreader.analysis.components.statements.words import Words

RULES = {
    "zufolge": 0.9,
    "wie X mitteilte": 0.88,
    "laut": 0.91,
    "nach Angaben": 0.87,
    "gemäß": 0.85,
    "aus Sicht": 0.6,
    "so X": 0.86,
    "Meinung nach": 0.65,
    "demnach": 0.57,
    "danach": 0.65,
    "wonach": 0.6,
    "das teilte X mit": 0.86,
    "dass": 0.84,
    "ob": 0.3,
    "Konjunktiv": 0.82,
    "subordinate Konjunktiv": 0.7,
    "zu": 0.81,
    "verb second": 0.45,
    "frame behind": 0.88,
    "noun": 0.54,
    "dass, unlisted verb": 0.35,
    "Konjunktiv, unlisted verb": 0.2,
    "frame behind, unlisted verb": 0.5,
    "interview": 0.8,
    "interview, questions": 0.6,
    "quotation, frame behind": 0.92,
    "quotation, frame behind, unlisted verb": 0.68,
    "quotation, frame before": 0.87,
    "quotation, frame amid": 0.9,
    "quotation, das sagte X": 0.85,
    "quotation, so X": 0.9,
    "quotation, colon": 0.7,
    "quotation in brackets": 0.6,
    "quotation, signed": 0.8,
    "quotation echoed": 0.8,
    "quotation going on": 0.82,
    "quotation after its speaker": 0.3,
    "quotation alone": 0.3,
    "quoted piece, cue verb": 0.7,
    "quoted piece in a statement": 0.77,
    "quoted piece beside a statement": 0.62,
    "quoted piece, for X": 0.6,
    "quoted piece, long": 0.17,
    "Konjunktiv sentence": 0.71,
    "Konjunktiv II sentence": 0.62,
    "sollen": 0.68,
    "sollen, rumour": 0.1,
    "reported": 0.59,
    "reported act": 0.38,
}
"""share of right statements by construction"""
UNKNOWN = 0.5
"""for constructions that were met too rarely to be counted"""
LIMITS = 0.05, 0.96
SURE, UNSEEN = 0.9, -0.03
"""what articles take that nobody looked at when the constructions were written, from all but the surest statements"""
NAMED, PRONOUN, NOBODY = 0.04, -0.06, -0.2
"""what a speaker adds who is called by a name, only pointed at, or not told at all"""
SHORT, LONG, SHORT_WORDS, LONG_WORDS = -0.08, 0.03, 7, 13
"""what few and many words add, since a wrong stretch is mostly a short one"""
CUT, INVOLVED = -0.06, -0.06
"""what it costs to stand in two pieces around a frame, and to hold or stand in another statement"""


def of(words: Words, draft: Draft, *, involved: bool) -> float:
    """The confidence of a statement, as long as it is not known who its speaker is.

    Args:
        words: the document.
        draft: the statement.
        involved: whether it holds another statement or stands in one.
    """
    value = RULES.get(draft.rule, UNKNOWN) + _speaker(words, draft) + _length(draft)
    if not draft.rule.startswith("quoted piece"):
        value += CUT * (len(draft.pieces) > 1) + INVOLVED * involved
    value += UNSEEN * (value < SURE)
    return round(min(max(value, LIMITS[0]), LIMITS[1]), 2)


def _speaker(words: Words, draft: Draft) -> float:
    if draft.speaker is None:
        return NOBODY
    if words.tag[draft.speaker[0]] in ("PPER", "PIS", "PDS", "PRELS"):
        return PRONOUN
    named = any(words.entity[i] in ("PER", "ORG") for i in range(*draft.speaker))
    return NAMED if named else 0.0


def _length(draft: Draft) -> float:
    size = draft.size()
    return SHORT if size < SHORT_WORDS else LONG if size >= LONG_WORDS else 0.0
