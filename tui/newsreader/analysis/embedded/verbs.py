"""Puts right what a tagger gets wrong where the clause leaves no choice: verb forms, and names that are words as well.

"Austin habe in dem Gespräch die Bedeutung betont" has its participle nine words after the auxiliary; "die weit bis nach
Russland reichen" has a finite verb that looks like an infinitive. The verbs of a German clause frame it, so that the
tag at its end follows from the one at its start. "Lang sagte, ..." has no subject unless "Lang" is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Lexicon

_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
_NONFINITE = frozenset({"VVPP", "VVINF", "VVIZU", "VAINF", "VAPP", "VMINF", "VMPP"})
_MISTAKEN = frozenset({"ADJA", "ADJD", "ADV", "NN", "PTKANT"})
_SUBJECTS = frozenset({"NN", "NE", "PPER", "PDS", "PIS"})
_THIRD = re.compile(r"VER:(?:AUX:|MOD:)?3:")
_AFTER = frozenset({"$.", "$,", "$(", "KON"})
_PREDICATED = frozenset(
    ["stehen", "kommen", "bleiben", "gelten", "scheinen", "heißen", "gehen", "fallen", "folgen", "fehlen", "stimmen"]
)
"""verbs that need no more than an adjective or a particle before a clause: "Fest steht, dass", "Hinzu kommt, dass\""""
_WERDEN = frozenset(["werde", "wirst", "wird", "werden", "werdet", "würde", "würdest", "würden", "würdet"])


def _can_be(form: str, lexicon: Lexicon, part: str) -> bool:
    readings, _ = lexicon.analyse(form)
    return any(r.tag.startswith("VER") and part in r.tag.split(":") for r in readings)


def _finite_form(form: str, lexicon: Lexicon) -> bool:
    readings, _ = lexicon.analyse(form)
    return form.islower() and any(
        r.tag.startswith("VER") and ("PRÄ" in r.tag or "PRT" in r.tag) and ":3:" in r.tag for r in readings
    )


def repair(tokens: list[str], tags: list[str], firsts: list[bool], lexicon: Lexicon) -> dict[int, str]:
    """The tokens whose tag must be another, by their number.

    Args:
        tokens: forms, cleaned.
        tags: their tags, white space left out.
        firsts: whether each token begins a sentence.
        lexicon: says which tags a form can have.
    """
    changed: dict[int, str] = {}
    size = len(tokens)
    for i, tag in enumerate(tags):
        if tag in _MISTAKEN and _is_lost(i, tokens, tags, firsts, lexicon):
            changed[i] = "VVFIN"
            continue
        if tag in ("ADJD", "ADV") and firsts[i] and _is_surname(i, tokens, tags, lexicon):
            changed[i] = "NE"
            continue
        if tag not in ("VVFIN", "VVINF", "VVPP", "VMINF", "VAINF"):
            continue
        last = i + 1 >= size or firsts[i + 1] or tags[i + 1] in _AFTER
        if not last:
            continue
        start = i
        while start > 0 and not firsts[start] and tags[start - 1] not in ("$,", "$."):
            start -= 1
        inside = [changed.get(k, tags[k]) for k in range(start, i)]
        finite = [k for k in range(start, i) if changed.get(k, tags[k]).endswith("FIN")]
        opened = any(t in _OPENERS for t in inside[:3])
        new = ""
        if tag == "VVFIN" and finite and not opened:
            new = _nonfinite(i, finite[-1], tokens, tags, changed, lexicon)
        elif tag in ("VVINF", "VMINF", "VAINF") and opened and not finite and _closes(i, tags):
            new = f"{tag[:2]}FIN" if _finite_form(tokens[i], lexicon) else ""
        elif tag == "VVPP" and opened and not finite and not any(t in _NONFINITE for t in inside):
            new = "VVFIN" if _finite_form(tokens[i], lexicon) else ""
        if new:
            changed[i] = new
    return changed


def _is_lost(i: int, tokens: list[str], tags: list[str], firsts: list[bool], lexicon: Lexicon) -> bool:
    """Whether a word is the finite verb that its clause otherwise lacks: "Das Geld reiche nicht", "Er danke allen".

    Such forms of the first Konjunktiv are rare, and look like adjectives and adverbs.
    """
    if i == 0 or firsts[i] or tags[i - 1] not in _SUBJECTS or not tokens[i].islower():
        return False
    if i + 1 < len(tags) and not firsts[i + 1] and tags[i + 1] in ("NN", "NE", "ADJA", "CARD", "TRUNC"):
        return False
    if not any(_THIRD.match(reading.tag) for reading in lexicon.analyse(tokens[i])[0]):
        return False
    start = i
    while start > 0 and not firsts[start] and tags[start - 1] not in ("$,", "$."):
        start -= 1
    end = i + 1
    while end < len(tags) and not firsts[end] and tags[end] not in ("$,", "$."):
        end += 1
    return not any(t.startswith("V") for t in tags[start:end]) and tags[start] not in _OPENERS


def _is_surname(i: int, tokens: list[str], tags: list[str], lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence is a person, since its verb has no other subject: "Kurz erklärte, ..."."""
    if len(tokens) < i + 3 or tags[i + 1] != "VVFIN" or tags[i + 2] not in ("$,", "$.", "$("):
        return False
    kinds = lexicon.name_kinds
    if "last" not in kinds or not lexicon.name_bits(tokens[i]) >> kinds.index("last") & 1:
        return False
    lemmas = {lemma for lemma, tag in lexicon.analyse(tokens[i + 1])[0] if tag.startswith("VER")}
    return lemmas.isdisjoint(_PREDICATED)


def _closes(i: int, tags: list[str]) -> bool:
    return i > 0 and tags[i - 1] not in ("PTKZU", "VMFIN", "VAFIN") and not tags[i - 1].startswith("V")


def _nonfinite(
    i: int, frame: int, tokens: list[str], tags: list[str], changed: dict[int, str], lexicon: Lexicon
) -> str:
    """The tag of a verb at a clause's end whose finite verb stands before it, or nothing where it may stay finite."""
    between = [changed.get(k, tags[k]) for k in range(frame + 1, i)]
    if not between or "KON" in between[-3:]:
        return ""
    taken = [k for k, t in enumerate(between) if t in _NONFINITE]
    if taken and "KON" not in between[taken[-1] :]:
        return ""
    form, verb = tokens[i], tokens[frame].lower()
    if not form.islower():
        return ""
    if tags[frame] == "VAFIN" and _can_be(form, lexicon, "PA2"):
        return "VVPP"
    if (tags[frame] == "VMFIN" or verb in _WERDEN) and _can_be(form, lexicon, "INF"):
        return "VVINF"
    return ""
