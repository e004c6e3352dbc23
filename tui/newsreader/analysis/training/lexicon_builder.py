"""Builds the shipped lexicon from the full-form dictionary and the lists of names."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsreader.analysis.embedded.lexicon import HashTable, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME_KINDS = ["first", "last", "town", "area", "country", "person", "water"]
_EIG_KINDS = {
    "VOR": "first",
    "NAC": "last",
    "STD": "town",
    "GEB": "area",
    "COU": "country",
    "NOA": "country",
    "GEO": "area",
    "PER": "person",
    "WAT": "water",
    "MOU": "water",
}


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line


def _edit(form: str, lemma: str) -> tuple[int, str]:
    """How the lemma is made from the form: letters to take off the end (-1: all of them), letters to append."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return (len(form) - common, lemma[common:]) if common else (-1, lemma)


def read_forms(path: Path) -> dict[str, set[tuple[str, str]]]:
    """Lemma and tag of every form of the full-form dictionary."""
    readings: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in _lines(path):
        fields = line.split("\t")
        if len(fields) >= 3 and " " not in fields[0] and " " not in fields[1]:
            readings[fields[0]].add((fields[1], fields[2].split(" ")[0]))
    return readings


def read_names(folder: Path) -> dict[str, int]:
    """A bit mask over `NAME_KINDS` for every name of the lists, inflected forms included."""
    names: dict[str, int] = defaultdict(int)

    def add(name: str, kind: str) -> None:
        if name[:1].isalpha() and len(name) > 1:
            names[name] |= 1 << NAME_KINDS.index(kind)

    for line in _lines(folder / "eig.tsv.gz"):
        form, _, tag = line.split("\t")[:3]
        add(form, _EIG_KINDS.get(tag.split(":")[-1], "person"))
    for file, kind in (("personennamen", "last"), ("stadtnamen", "town"), ("laendernamen", "country")):
        for line in _lines(folder / f"{file}.list.gz"):
            words = line.strip().split(" ")
            if len(words) == 1:
                add(words[0], kind)
            elif kind == "country" and words[-1][:1].isupper():
                add(words[-1], kind)
    return names


def lemma_counts(readings: dict[str, set[tuple[str, str]]], forms: Counter[str]) -> Counter[tuple[str, str]]:
    """How often each lemma of a part of speech occurs, counted by the forms that have but one.

    Args:
        readings: lemma and tag of every form.
        forms: how often each form occurs in running text.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for form, number in forms.items():
        found: dict[str, set[str]] = {}
        for lemma, tag in readings.get(form, ()):
            found.setdefault(tag.split(":")[0], set()).add(lemma)
        for kind, lemmas in found.items():
            if len(lemmas) == 1:
                counts[next(iter(lemmas)), kind] += number
    return counts


def build(folder: Path, forms_in_text: Counter[str]) -> Lexicon:
    """The lexicon of the corpora's `lexicon` folder.

    Args:
        folder: where the lists are.
        forms_in_text: how often forms occur in running text; of two readings that of the commoner lemma comes first.

    Raises:
        OSError: a list cannot be read.
    """
    numbers: dict[tuple[tuple[int, str, int], ...], int] = {}
    tags: dict[str, int] = {}
    forms: dict[str, int] = {}
    dictionary = read_forms(folder / "german-pos-dict.tsv.gz")
    counts = lemma_counts(dictionary, forms_in_text)
    for form, readings in dictionary.items():
        ordered = sorted(readings, key=lambda reading: (-counts[reading[0], reading[1].split(":")[0]], reading))
        analysis = tuple((*_edit(form, lemma), tags.setdefault(tag, len(tags))) for lemma, tag in ordered)
        forms[form] = numbers.setdefault(analysis, len(numbers))
    if len(numbers) > 0xFFFF:
        raise ValueError(f"{len(numbers)} analyses do not fit into 16 bits")
    analyses = [[*analysis] for analysis in numbers]
    return Lexicon(HashTable.build(forms), analyses, list(tags), HashTable.build(read_names(folder)), NAME_KINDS)
