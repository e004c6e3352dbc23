"""How sure the program is of a statement: how often its construction finds one with the right speaker.

The values are set by hand in the light of counts on articles that no construction was written after; a statement whose
speaker is not known, or that is a short piece in quotation marks, is less sure than others of its construction.
"""

from __future__ import annotations

RULES = {
    "zufolge": 0.9,
    "wie X mitteilte": 0.9,
    "laut": 0.87,
    "nach Angaben": 0.85,
    "gemäß": 0.8,
    "so X": 0.82,
    "Meinung nach": 0.5,
    "demnach": 0.55,
    "danach": 0.6,
    "wonach": 0.6,
    "das teilte X mit": 0.85,
    "dass": 0.8,
    "ob": 0.5,
    "Konjunktiv": 0.8,
    "zu": 0.77,
    "verb second": 0.45,
    "frame behind": 0.83,
    "noun": 0.42,
    "dass, unlisted verb": 0.4,
    "Konjunktiv, unlisted verb": 0.2,
    "frame behind, unlisted verb": 0.5,
    "interview": 0.8,
    "interview, questions": 0.6,
    "quotation, frame behind": 0.9,
    "quotation, frame behind, unlisted verb": 0.7,
    "quotation, frame before": 0.85,
    "quotation, frame amid": 0.9,
    "quotation, so X": 0.9,
    "quotation, colon": 0.65,
    "quotation going on": 0.8,
    "quotation after its speaker": 0.4,
    "quotation alone": 0.4,
    "quoted piece, cue verb": 0.7,
    "quoted piece in a statement": 0.73,
    "quoted piece beside a statement": 0.6,
    "quoted piece, long": 0.2,
    "Konjunktiv sentence": 0.7,
    "Konjunktiv II sentence": 0.62,
    "sollen": 0.65,
    "sollen, rumour": 0.15,
    "reported": 0.58,
    "reported act": 0.4,
}
"""share of right statements by construction"""
UNKNOWN = 0.5
"""for constructions that were met too rarely to be counted"""


def of(rule: str, *, has_speaker: bool, words: int) -> float:
    """The confidence of a statement.

    Args:
        rule: the construction that found it.
        has_speaker: whether it names who speaks.
        words: its length in words.
    """
    value = RULES.get(rule, UNKNOWN)
    if not has_speaker:
        value = min(value, 0.55)
    if words < 4 and rule.startswith("quoted piece"):
        value -= 0.1
    return round(value, 2)
