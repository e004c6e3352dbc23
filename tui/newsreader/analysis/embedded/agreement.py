"""Case, number and gender in noun phrases: what is likely, what the dictionary allows, and what agrees.

Determiner, adjectives and noun of a phrase have one case, number and gender, and a preposition before them governs the
case; the readings are therefore chosen for the phrase and not for the token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.embedded.lexicon import Lexicon

Array = NDArray[np.float32]

_CASE = {"NOM": "Nom", "GEN": "Gen", "DAT": "Dat", "AKK": "Acc"}
_NUMBER = {"SIN": "Sing", "PLU": "Plur"}
_GENDER = {"MAS": "Masc", "FEM": "Fem", "NEU": "Neut"}
# Which readings may stand behind a tag.
_KINDS = {
    "NN": ("SUB", "EIG"), "NE": ("EIG", "SUB"), "ADJA": ("ADJ", "PA1", "PA2"), "ART": ("ART",),
    "PDS": ("PRO", "ART"), "PDAT": ("PRO",), "PIS": ("PRO", "ADJ", "ART"), "PIAT": ("PRO", "ADJ"),
    "PIDAT": ("PRO", "ADJ"), "PPER": ("PRO",), "PPOSAT": ("PRO",), "PPOSS": ("PRO",),
    "PRELS": ("PRO", "ART"), "PRELAT": ("PRO",), "PWS": ("PRO",), "PWAT": ("PRO",), "PRF": ("PRO",),
}  # fmt: skip
_PERSONAL = {
    "ich": "Nom..Sing", "mich": "Acc..Sing", "mir": "Dat..Sing", "du": "Nom..Sing", "dich": "Acc..Sing",
    "dir": "Dat..Sing", "er": "Nom.Masc.Sing", "ihn": "Acc.Masc.Sing", "ihm": "Dat.Masc.Sing Dat.Neut.Sing",
    "es": "Nom.Neut.Sing Acc.Neut.Sing", "sie": "Nom.Fem.Sing Acc.Fem.Sing Nom..Plur Acc..Plur", "wir": "Nom..Plur",
    "uns": "Acc..Plur Dat..Plur", "euch": "Acc..Plur Dat..Plur", "ihnen": "Dat..Plur", "ihr": "Dat.Fem.Sing Nom..Plur",
}  # fmt: skip
_ARTICLE_PARTS = {"m": ("Dat",), "r": ("Dat",), "s": ("Acc",), "n": ("Acc",)}
_ARTICLE_PARTS = {"m": ("Dat",), "r": ("Dat",), "s": ("Acc",), "n": ("Acc",)}

CASES = ("Nom", "Gen", "Dat", "Acc")
NUMBERS = ("Sing", "Plur")
GENDERS = ("Masc", "Fem", "Neut")
CELLS = [(case, number, gender) for case in CASES for number in NUMBERS for gender in GENDERS]

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "APPRART"})
_NOMINAL = frozenset(_KINDS) | {"APPRART"}
_BARRED = np.float32(-6.0)
# A preposition's government is a rule with few exceptions, but tags may be wrong.
_GOVERNED = np.float32(-4.0)


class Agreement:
    """Chooses case, number and gender."""

    def __init__(self, lexicon: Lexicon, labels: dict[str, list[str]]) -> None:
        """Args:
        lexicon: the readings of forms.
        labels: the labels of the tasks `Case`, `Number` and `Gender`.
        """
        self.lexicon = lexicon
        self._columns = {
            task: np.array([labels[task].index(cell[k]) for cell in CELLS])
            for k, task in enumerate(("Case", "Number", "Gender"))
        }
        self._masks: dict[tuple[str, str], Array] = {}
        self._government: dict[str, Array] = {}

    def _mask(self, form: str, tag: str) -> Array:
        key = (form, tag)
        if key not in self._masks:
            if len(self._masks) > 20_000:
                self._masks.clear()
            allowed = self._allowed(form, tag)
            self._masks[key] = np.array(
                [0.0 if not allowed or c in allowed else _BARRED for c in CELLS], dtype=np.float32
            )
        return self._masks[key]

    def _allowed(self, form: str, tag: str) -> set[tuple[str, str, str]]:
        """The cells that the form can stand in, empty where nothing is known."""
        lower = form.lower()
        found: set[tuple[str, str, str]] = set()
        if tag == "PPER" and lower in _PERSONAL:
            for item in _PERSONAL[lower].split():
                case, gender, number = item.split(".")
                found.update((case, number, g) for g in ([gender] if gender else GENDERS))
        elif tag == "APPRART":
            genders = {"r": ("Fem",), "s": ("Neut",)}.get(lower[-1:], ("Masc", "Neut"))
            found.update((case, "Sing", g) for case in _ARTICLE_PARTS.get(lower[-1:], ("Dat", "Acc")) for g in genders)
        else:
            for reading in self.lexicon.analyse(form)[0]:
                parts = reading.tag.split(":")
                if parts[0] in _KINDS.get(tag, ()):
                    cases = [_CASE[p] for p in parts if p in _CASE]
                    numbers: Sequence[str] = [_NUMBER[p] for p in parts if p in _NUMBER] or NUMBERS
                    genders_of: Sequence[str] = [_GENDER[p] for p in parts if p in _GENDER] or GENDERS
                    found.update((c, n, g) for c in cases for n in numbers for g in genders_of)
        return found

    def _governed(self, preposition: str) -> Array:
        if preposition not in self._government:
            cases: set[str] = set()
            for reading in self.lexicon.analyse(preposition)[0]:
                if reading.tag.startswith("PRP"):
                    cases.update(_CASE[p] for p in reading.tag.replace("+", ":").split(":") if p in _CASE)
            self._government[preposition] = np.array(
                [0.0 if not cases or cell[0] in cases else _GOVERNED for cell in CELLS], dtype=np.float32
            )
        return self._government[preposition]

    def __call__(
        self, tokens: list[str], tags: list[str], firsts: list[bool], case: Array, number: Array, gender: Array
    ) -> dict[int, tuple[str, str, str]]:
        """Case, gender and number of each token that has them; an empty string where a token has none.

        Args:
            tokens, tags, firsts: forms, tags, and whether each begins a sentence.
            case, number, gender: log-probabilities, shape (tokens, labels of the task).
        """
        rows = [i for i, tag in enumerate(tags) if tag in _NOMINAL]
        if not rows:
            return {}
        column = self._columns
        cells = case[rows][:, column["Case"]] + number[rows][:, column["Number"]]
        # Plural determiners and adjectives have no gender in the treebanks; the noun has most to say about it.
        nouns = np.array([1.0 if tags[i] in ("NN", "NE", "PPER") else 0.4 for i in rows], dtype=np.float32)
        cells = cells + gender[rows][:, column["Gender"]] * nouns[:, None]
        cells += np.stack([self._mask(tokens[i], tags[i]) for i in rows])
        place = {token: k for k, token in enumerate(rows)}
        chosen: dict[int, tuple[str, str, str]] = {}
        for phrase in _phrases(tags, firsts):
            members = [i for i in phrase if i in place]
            total = np.sum(cells[[place[i] for i in members]], axis=0)
            before = phrase[0] - 1
            if before >= 0 and tags[before] == "APPR":
                total = total + self._governed(tokens[before].lower())
            best = CELLS[int(total.argmax())]
            for i in members:
                plural = best[1] == "Plur" and tags[i] in ("ART", "PPER")
                chosen[i] = (best[0], "" if plural else best[2], best[1])
        return chosen


def _phrases(tags: list[str], firsts: list[bool]) -> list[list[int]]:
    """The stretches whose words agree, each a list of token numbers; every nominal token is in one."""
    result: list[list[int]] = []
    i = 0
    while i < len(tags):
        if tags[i] not in _NOMINAL:
            i += 1
            continue
        phrase = [i]
        if tags[i] in _DETERMINERS or tags[i] == "ADJA":
            k = i + 1
            while (
                k < len(tags) and not firsts[k] and tags[k] in ("ADJA", "CARD", "ADV", "ADJD", "PIDAT", "PIAT", "TRUNC")
            ):
                phrase.append(k)
                k += 1
            if k < len(tags) and not firsts[k] and tags[k] in ("NN", "NE"):
                phrase.append(k)
            else:
                while len(phrase) > 1 and tags[phrase[-1]] not in _NOMINAL:
                    phrase.pop()
        result.append(phrase)
        i = phrase[-1] + 1
    return result
