"""How sure the program is of a statement: how often its construction finds one with the right speaker.

The values are set by hand in the light of counts on articles that no construction was written after; a statement whose
speaker is not known, or that is a short piece in quotation marks, is less sure than others of its construction.
"""

from __future__ import annotations

RULES: dict[str, float] = {}
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
        value = min(value, 0.45)
    if words < 4 and rule.startswith("quoted piece"):
        value -= 0.1
    return round(value, 2)
