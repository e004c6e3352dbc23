"""Lemmas: from the dictionary's readings under the tag that was chosen, by rule where it has none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Analysis, Lexicon

# What a reading's tag must begin with, the best first, for the lemma of a token with a given tag.
_WANTED = {
    "NN": ("SUB", "EIG"), "NE": ("EIG", "SUB"), "ADJA": ("ADJ", "PA2", "PA1"), "ADJD": ("ADJ", "PA2", "PA1", "ADV"),
    "ART": ("ART",), "ADV": ("ADV",),
}  # fmt: skip
_FINITE = re.compile(r"VER:(?:AUX:|MOD:)?[123]")
_CONTRACTED = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für", "hinterm": "hinter",
    "im": "in", "ins": "in", "ums": "um", "unterm": "unter", "übers": "über", "überm": "über", "vom": "von",
    "vors": "vor", "vorm": "vor", "zum": "zu", "zur": "zu", "hinters": "hinter", "unters": "unter",
}  # fmt: skip
_PRONOUNS = {
    "mich": "ich", "mir": "ich", "dich": "du", "dir": "du", "ihn": "er", "ihm": "er", "ihnen": "sie", "uns": "wir",
    "euch": "ihr", "'s": "es", "meiner": "ich",
}  # fmt: skip
# Lemmas of words that dictionaries and treebanks spell with different endings.
_INDEFINITE = {
    "all": "alle", "einig": "einige", "mehrer": "mehrere", "beid": "beide", "ander": "anderer", "viel": "viel",
    "wenig": "wenig", "etlich": "etliche", "sämtlich": "sämtlich", "einzeln": "einzelner", "irgendein": "irgendein",
    "niemand": "niemand", "jemand": "jemand", "ein": "ein", "jedwed": "jedweder", "derselb": "derselbe",
}  # fmt: skip
_SAME = frozenset(["was", "wer", "mehr", "etwas", "nichts", "man", "alles", "welch", "all", "weniger", "meisten"])
_ADJECTIVES = {
    "ander": "anderer", "erst": "erst", "letzt": "letzt", "zweit": "zweit", "dritt": "dritt", "viert": "viert",
    "besonder": "besonder", "nächst": "nah", "beid": "beide", "viel": "viel", "mehrer": "mehrere", "best": "gut",
}  # fmt: skip
_VERB_ENDINGS = (
    ("test", "en"),
    ("tet", "en"),
    ("ten", "en"),
    ("te", "en"),
    ("est", "en"),
    ("st", "en"),
    ("et", "en"),
    ("t", "en"),
    ("e", "en"),
)
_ADJECTIVE_ENDING = re.compile(r"(?:e[rsmn]?)\Z")


def _verb_reading(tag: str, reading: str) -> bool:
    if not reading.startswith("VER"):
        return False
    parts = reading.split(":")
    if tag.endswith("FIN"):
        return bool(_FINITE.match(reading))
    if tag.endswith("IMP"):
        return "IMP" in parts
    if tag.endswith("PP"):
        return "PA2" in parts
    if tag == "VVIZU":
        return "EIZ" in parts
    return "INF" in parts


class Lemmas:
    """Makes lemmas."""

    def __init__(self, lexicon: Lexicon, exceptions: dict[str, str]) -> None:
        """Args:
        lexicon: the readings of forms.
        exceptions: lemmas that corpora give and no rule; keys are `tag form`, the form in small letters.
        """
        self.lexicon = lexicon
        self.exceptions = exceptions
        self._cached = lru_cache(maxsize=20_000)(self._make)

    def __call__(self, form: str, tag: str, features: str) -> str:
        """The lemma of a form.

        Args:
            form: the token, composed and without soft hyphens.
            tag: its STTS tag.
            features: its morphology, which chooses between readings.
        """
        return self._cached(form, tag, features)

    def _make(self, form: str, tag: str, features: str) -> str:
        lower = form.lower()
        if tag == "ADJA" and (known := _ADJECTIVES.get(_ADJECTIVE_ENDING.sub("", lower))):
            return known
        given = self.exceptions.get(f"{tag} {lower}")
        if given is not None:
            return given
        if tag == "APPRART":
            return _CONTRACTED.get(lower, lower)
        if tag == "ART":
            return "ein" if lower.startswith(("ein", "'n", "n")) else "kein" if lower.startswith("kein") else "der"
        if tag == "PPER":
            return _PRONOUNS.get(lower, lower)
        if tag == "PRF":
            return "sich" if lower == "sich" else _PRONOUNS.get(lower, lower)
        if tag in ("PDS", "PRELS", "PRELAT") and lower in (
            "der",
            "die",
            "das",
            "dem",
            "den",
            "des",
            "dessen",
            "deren",
            "denen",
            "derer",
        ):
            return "der"
        if tag.startswith("$") or tag in ("CARD", "FM", "XY", "TRUNC", "ITJ"):
            return form
        if tag[:1] == "V":
            return self._verb(form, tag)
        if tag in ("NN", "NE", "ADJA", "ADJD"):
            return self._nominal(form, tag, features)
        if tag[:2] in ("PI", "PP", "PD", "PW"):
            return self._pronoun(lower, tag)
        return lower

    def _verb(self, form: str, tag: str) -> str:
        readings, _ = self.lexicon.analyse(form if form.islower() else form[:1].lower() + form[1:])
        if not readings:
            readings, _ = self.lexicon.analyse(form.lower())
        for reading in readings:
            if _verb_reading(tag, reading.tag):
                return reading.lemma
        for reading in readings:
            if reading.tag.startswith("VER"):
                return reading.lemma
        lower = form.lower()
        if tag.endswith("INF"):
            return lower
        if tag == "VVIZU":
            return re.sub(r"(?<=\w\w)zu(?=\w{4,})", "", lower, count=1)
        if tag.endswith("PP") and (found := re.match(r"(\w*?)ge(\w+?)(?:e?t|en)\Z", lower)):
            return f"{found.group(1)}{found.group(2)}en"
        for ending, new in _VERB_ENDINGS:
            if lower.endswith(ending) and len(lower) - len(ending) >= 2:
                return lower[: -len(ending)] + new
        return lower

    def _nominal(self, form: str, tag: str, features: str) -> str:
        readings, source = self.lexicon.analyse(form)
        wanted = _WANTED[tag]
        fitting: list[Analysis] = []
        for kind in wanted:
            fitting.extend(r for r in readings if r.tag.startswith(kind))
            if fitting and kind != "PA2":
                break
        if tag == "ADJD":
            predicative = [r for r in fitting if "PRD" in r.tag]
            fitting = predicative or fitting
        if fitting:
            return self._agreeing(fitting, features).lemma if tag in ("NN", "NE", "ADJA") else fitting[0].lemma
        if tag == "NE":
            return self._name(form, features)
        if tag == "ADJA":
            if (form[:1].isupper() and form.endswith("er")) or not _ADJECTIVE_ENDING.search(form):
                # "Berliner", "super"
                return form if form.endswith("er") else form.lower()
            bare = _ADJECTIVE_ENDING.sub("", form if form.islower() else form.lower())
            if "Degree=Cmp" in features and bare.endswith("er"):
                bare = bare[:-2]
            return bare or form
        if tag == "NN" and "Case=Gen" in features and "Number=Sing" in features:
            return re.sub(r"(?<=\w\w[^s])(?:e?s)\Z", "", form)
        return form if tag == "NN" else form.lower() if source == "lower" else form

    def _agreeing(self, readings: list[Analysis], features: str) -> Analysis:
        """The first reading whose case, number and gender are those chosen, else the first."""
        names = {
            "Nom": "NOM",
            "Gen": "GEN",
            "Dat": "DAT",
            "Acc": "AKK",
            "Sing": "SIN",
            "Plur": "PLU",
            "Masc": "MAS",
            "Fem": "FEM",
            "Neut": "NEU",
        }
        wanted = {names[v] for pair in features.split("|") if (v := pair.partition("=")[2]) in names}

        def fit(reading: Analysis) -> int:
            return len(wanted.intersection(reading.tag.split(":")))

        return max(readings, key=fit)

    def _name(self, form: str, features: str) -> str:
        if form[-1:] == "s" and len(form) > 4 and form[-2] not in "sxzß'" and not form.isupper():
            bare = form[:-1]
            if self.lexicon.name_bits(bare) or ("Case=Gen" in features and not self.lexicon.name_bits(form)):
                return bare
        if form[-1:] in "'’" and len(form) > 3:
            return form[:-1]
        return form

    def _pronoun(self, lower: str, tag: str) -> str:
        for stem in ("mein", "dein", "sein", "ihr", "kein", "dies", "jen", "jed", "solch", "manch", "welch"):
            if lower.startswith(stem) and re.fullmatch(rf"{stem}e?[rsmn]?", lower):
                return (
                    stem
                    if stem in ("mein", "dein", "sein", "ihr", "kein")
                    else f"{stem}er"
                    if stem in ("dies", "jen", "jed", "welch")
                    else stem
                )
        if re.fullmatch(r"unse?re?[rsmn]?", lower):
            return "unser"
        if re.fullmatch(r"eue?re?[rsmn]?", lower):
            return "euer"
        if lower in _SAME:
            return lower
        if known := _INDEFINITE.get(_ADJECTIVE_ENDING.sub("", lower)):
            return known
        if tag == "PWS":
            return "wer"
        readings = self.lexicon.readings(lower)
        for reading in readings:
            if reading.tag.startswith(("PRO", "ADJ")):
                return reading.lemma
        return lower
