"""A full-form lexicon of German and lists of names, in arrays that load in milliseconds.

A form is found by 40 bits of its string's 64-bit hash (the one that spaCy's string store uses), in a sorted array. Half
a million forms share some twenty thousand analyses, since an analysis says how the lemma is made from the form ("take
two letters off, append *en*") and not what it is.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import srsly

from newsreader.analysis.embedded.hashing import hash_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

HASH_BITS = 40
_REMEMBERED = 20_000
LISTS = 7
"""The lower bits of what is known of a name say in which lists it stands, the others as what it was seen in text."""
_SHIFT = 64 - HASH_BITS
_REMOVED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class Analysis(NamedTuple):
    """One reading of a form."""

    lemma: str
    tag: str
    """The lexicon's tag, such as `VER:3:SIN:KJ1:NON`."""


def hash_form(form: str) -> int:
    """The upper 40 bits of the form's hash, by which the lexicon knows it."""
    return hash_of(form) >> _SHIFT


def clean(form: str) -> str:
    """The form as dictionaries spell it: composed umlauts, no soft hyphen, the straight apostrophe, hyphen-minus."""
    if form.isascii():
        return form
    form = unicodedata.normalize("NFC", form).translate(_REMOVED)
    return form.replace("’", "'").replace("‐", "-").replace("‑", "-")


class HashTable:
    """A read-only map from strings to small numbers."""

    def __init__(self, keys: NDArray[np.uint64], values: NDArray[np.uint16]) -> None:
        """Args: keys: the sorted hashes, shape (n,). values: their numbers, shape (n,)."""
        self.keys = keys
        self.values = values
        # One form at a time is looked up, for which plain arrays are several times as fast as NumPy's.
        self._keys = array("Q", keys.astype(np.uint64).tobytes())
        self._values = array("H", values.astype(np.uint16).tobytes())

    def get(self, form: str) -> int:
        """The number of a form, or -1."""
        key = hash_form(form)
        place = bisect_left(self._keys, key)
        return self._values[place] if place < len(self._keys) and self._keys[place] == key else -1

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def build(cls, items: dict[str, int]) -> HashTable:
        """The table of a dictionary; of two forms with one hash the first by value stays."""
        pairs = sorted({hash_form(form): value for form, value in sorted(items.items(), reverse=True)}.items())
        keys = np.array([key for key, _ in pairs], dtype=np.uint64)
        return cls(keys, np.array([value for _, value in pairs], dtype=np.uint16))

    def save(self, path: Path) -> None:
        """Writes the table to a compressed file; neighbouring keys are stored as their difference."""
        steps = np.diff(self.keys, prepend=np.uint64(0))
        np.savez_compressed(path, steps=steps, values=self.values)

    @classmethod
    def load(cls, path: Path) -> HashTable:
        """The table of a file that `save` wrote. Raises: OSError where it cannot be read."""
        with np.load(path) as data:
            return cls(np.cumsum(data["steps"], dtype=np.uint64), data["values"])


class Lexicon:
    """The readings of German word forms, and what lists of names say about them."""

    def __init__(
        self,
        forms: HashTable,
        analyses: list[list[tuple[int, str, int]]],
        tags: list[str],
        names: HashTable,
        name_kinds: list[str],
    ) -> None:
        """Args:
        forms: number of the analysis of each form.
        analyses: for each number the readings: letters to take off the form, letters to append, index of the tag.
        tags: the tags.
        names: for each name a bit mask over `name_kinds`.
        name_kinds: the kinds of name, bit 0 first.
        """
        self.forms = forms
        self.analyses = analyses
        self.tags = tags
        self.names = names
        self.name_kinds = name_kinds
        self.readings = lru_cache(maxsize=_REMEMBERED)(self._readings)
        self._analyse = lru_cache(maxsize=_REMEMBERED)(self._guess)
        self.name_bits = lru_cache(maxsize=_REMEMBERED)(self._name_bits)

    def _readings(self, form: str) -> tuple[Analysis, ...]:
        number = self.forms.get(form)
        if number < 0:
            return ()
        lemmas: dict[tuple[int, str], str] = {}
        result = []
        for strip, suffix, tag in self.analyses[number]:
            # Dozens of readings share a lemma: one string for all of them.
            lemma = lemmas.setdefault((strip, suffix), form[: len(form) - strip] + suffix if strip >= 0 else suffix)
            result.append(Analysis(lemma, self.tags[tag]))
        return tuple(result)

    def analyse(self, form: str) -> tuple[tuple[Analysis, ...], str]:
        """The readings of a form and where they come from.

        Returns:
            The readings, and `exact`, `lower` (the form with a small first letter, as at the start of a sentence),
            `case` (a form in capitals), `compound` (readings of the form's last part, lemmas completed) or `none`.
        """
        return self._analyse(form)

    def _guess(self, form: str) -> tuple[tuple[Analysis, ...], str]:
        exact = self.readings(form)
        if exact and not form[0].isupper():
            return exact, "exact"
        if form[:1].isupper():
            lower = self.readings(form[0].lower() + form[1:])
            if exact or lower:
                return exact + lower, "exact" if exact else "lower"
            if len(form) > 1 and form.isupper():
                exact = self.readings(form.capitalize()) + self.readings(form.lower())
                if exact:
                    return exact, "case"
        head, hyphen, last = form.rpartition("-")
        if hyphen and head and len(last) > 1:
            return tuple(Analysis(f"{head}-{lemma}", tag) for lemma, tag in self.analyse(last)[0]), "compound"
        capital = form[:1].isupper()
        for start in range(2 if len(form) < 9 else 3, len(form) - 3):
            last = form[start:].capitalize() if capital else form[start:]
            found = tuple(
                r for r in self.readings(last) if r.tag.startswith("SUB" if capital else ("ADJ", "PA2:", "PA1:"))
            )
            if found:
                return tuple(
                    Analysis(form[:start] + (lemma.lower() if capital else lemma), tag) for lemma, tag in found
                ), "compound"
        return (), "none"

    def _name_bits(self, form: str) -> int:
        return max(self.names.get(form), 0)

    def save(self, folder: Path) -> None:
        """Writes the lexicon into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        self.forms.save(folder / "forms.npz")
        self.names.save(folder / "names.npz")
        rows = {"analyses": self.analyses, "tags": self.tags, "name_kinds": self.name_kinds}
        srsly.write_msgpack(folder / "analyses.msgpack", rows)

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """The lexicon of a folder. Raises: OSError where a file of it cannot be read."""
        rows = srsly.read_msgpack(folder / "analyses.msgpack")
        forms, names = HashTable.load(folder / "forms.npz"), HashTable.load(folder / "names.npz")
        return cls(forms, rows["analyses"], rows["tags"], names, rows["name_kinds"])
