"""The cue lexicon: verbs with their government, nouns of reporting, and the inflected forms that lead to them.

The lists are text files beside this module, so that they can be read and grown without programming. Forms of the listed
verbs are generated, so that a pipeline's lemmatiser is needed only for verbs that are not listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import Medium

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
REMEMBERED = 10_000
"""nouns of which it is remembered whether they tell of saying; all of a large corpus would be too many"""

SEPARABLE = listed(
    """
    ab an auf aus bei bekannt dar durch ein entgegen fest fort heraus hervor hin hinzu klar kund mit nach nahe
    nieder offen preis vor voran voraus vorher weg weiter zu zurück zusammen kaputt bereit hoch verantwortlich
    infrage
    """
)
NOT_SEPARABLE = listed("antworten einigen übermitteln ahnen")
UNSTRESSED = tuple(sorted(listed("be ge er ver zer ent emp miss wider unter über hinter voll wieder")))
FILLERS = listed("der die das den dem zu zum zur für in es sich")
"""words of an entry that need not be looked for"""


class Government(Flag):
    """What a cue verb takes (see verbs.txt)."""

    NONE = 0
    DASS = auto()
    ZU = auto()
    FREE = auto()
    KONJ = auto()
    QUOTE = auto()
    PIECE = auto()
    OBJECT = auto()
    MENTION = auto()
    AFTER = auto()
    WEAK = auto()
    INNER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue verb, alone or with words that must stand in its clause.

    Attributes:
        verb: the infinitive, particle included.
        needs: further words, in lower case.
        government: what it takes.
        medium: how what it introduces was made.
    """

    verb: str
    needs: frozenset[str]
    government: Government
    medium: Medium


def _sections(name: str) -> Iterator[tuple[str, list[str]]]:
    """The heads of a list's sections with their entries."""
    head, entries = "", list[str]()
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            if entries:
                yield head, entries
            head, entries = line.strip("[]"), []
        else:
            entries += [entry.strip() for entry in line.split(",") if entry.strip()]
    if entries:
        yield head, entries


@cache
def verbs() -> dict[str, tuple[Entry, ...]]:
    """The entries by verb, those that need more words first; an entry listed twice takes what either section says."""
    merged: dict[tuple[str, frozenset[str]], tuple[Government, Medium]] = {}
    for head, entries in _sections("verbs.txt"):
        medium, _, flags = head.partition(":")
        government = Government.NONE
        for flag in flags.split():
            government |= Government[flag.upper()]
        for entry in entries:
            *rest, verb = entry.split()
            key = verb, frozenset(word.lower() for word in rest if word.lower() not in FILLERS)
            known = merged.get(key)
            if known is None:
                merged[key] = government, Medium(medium)
            else:
                weak = known[0] & government & Government.WEAK
                merged[key] = ((known[0] | government) & ~Government.WEAK) | weak, known[1]
    by_verb: dict[str, list[Entry]] = {}
    for (verb, needs), (government, medium_) in merged.items():
        bare = merged.get((verb, frozenset()))
        if needs and bare is not None and not bare[0] & Government.WEAK:
            government |= bare[0]
        by_verb.setdefault(verb, []).append(Entry(verb, needs, government, medium_))
    return {verb: tuple(sorted(found, key=lambda e: -len(e.needs))) for verb, found in by_verb.items()}


@cache
def nouns() -> dict[str, tuple[str, ...]]:
    """The nouns of reporting by section: "source" and "content"."""
    return {head: tuple(entries) for head, entries in _sections("nouns.txt")}


@lru_cache(maxsize=REMEMBERED)
def is_source_noun(low: str) -> bool:
    """Whether a noun in lower case tells that somebody said something, as "Polizeiangaben"."""
    return low.endswith(nouns()["source"])


@lru_cache(maxsize=REMEMBERED)
def is_content_noun(low: str) -> bool:
    """Whether a noun in lower case may be followed by a clause that tells what was said, as "Vorwurf"."""
    return low.endswith(nouns()["content"])


@cache
def _strong() -> dict[str, tuple[str, str, str]]:
    table: dict[str, tuple[str, str, str]] = {}
    for line in (HERE / "strong_verbs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            infinitive, present, past, participle = line.split()
            table[infinitive] = present, past, participle
    return table


def split_particle(infinitive: str) -> tuple[str, str]:
    """The particle and the base of a verb: ("mit", "teilen") for "mitteilen", ("", verb) for one without particle."""
    if infinitive in NOT_SEPARABLE:
        return "", infinitive
    for particle in sorted(SEPARABLE, key=len, reverse=True):
        base = infinitive[len(particle) :]
        if infinitive.startswith(particle) and len(base) > 3 and base.endswith(("en", "ln", "rn", "tun", "un")):
            return particle, base
    return "", infinitive


def _base_forms(verb: str) -> tuple[set[str], str]:
    """Finite forms of the third person, with the infinitive, and the participle of a verb without particle."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    finite = {verb, stem + "e"}
    if verb.endswith("eln"):
        finite.add(verb[:-3] + "le")
    prefix = next((p for p in UNSTRESSED if verb.startswith(p) and verb[len(p) :] in _strong()), "")
    known = _strong().get(verb) or _strong().get(verb[len(prefix) :])
    if known is not None:
        front = "" if verb in _strong() else prefix
        present, past, participle = known
        if front and participle.startswith("ge"):
            participle = participle[2:]
        finite |= {front + present, front + past, front + past + ("n" if past.endswith("e") else "en")}
        return finite, front + participle
    glue = "e" if stem.endswith(("d", "t", "chn", "ffn", "tm", "dm", "gn", "kn")) else ""
    finite |= {f"{stem}{glue}t", f"{stem}{glue}te", f"{stem}{glue}ten"}
    without = verb.endswith("ieren") or any(verb.startswith(p) and len(verb) > len(p) + 4 for p in UNSTRESSED)
    return finite, f"{'' if without else 'ge'}{stem}{glue}t"


@cache
def forms() -> dict[str, str]:
    """Inflected forms of the listed verbs with their infinitives, particle verbs written as one too."""
    table: dict[str, str] = {}
    for infinitive in verbs():
        particle, base = split_particle(infinitive)
        finite, participle = _base_forms(base)
        if particle:
            for form in finite:
                table.setdefault(particle + form, infinitive)
            table[particle + participle] = infinitive
            table[f"{particle}zu{base}"] = infinitive
        for form in finite:
            table.setdefault(form, base)
        table.setdefault(participle, base)
    for infinitive in verbs():
        if not split_particle(infinitive)[0]:
            finite, participle = _base_forms(infinitive)
            table.update(dict.fromkeys(finite | {participle}, infinitive))
    for form in [form for form in table if "ß" in form]:
        table.setdefault(form.replace("ß", "ss"), table[form])  # as Switzerland writes
    return table


def infinitive(low: str, lemma: str) -> str:
    """The infinitive of a verb form: from the listed verbs' forms, else the pipeline's lemma."""
    return forms().get(low) or lemma.lower()
