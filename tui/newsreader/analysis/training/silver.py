"""STTS tags from a teacher, for corpora that have none.

The teacher is HanTa, the Hanover Tagger (Wartena 2019). Where a corpus has universal tags, the teacher's tag is kept
only if it agrees with them. A common noun that UD German-GSD calls a proper noun (months, currencies, parts of names)
stays one: where that treebank has both tags, four of five are NN.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.analysis.training.corpora import Sample

Teacher = Callable[[list[str]], list[str]]

_AGREES = {
    "NN": "NOUN PROPN", "NE": "PROPN", "ADJA": "ADJ", "ADJD": "ADJ ADV", "ADV": "ADV", "APPR": "ADP", "APPRART": "ADP",
    "APPO": "ADP", "APZR": "ADP", "ART": "DET", "CARD": "NUM", "FM": "X", "ITJ": "INTJ", "KOKOM": "CCONJ ADP SCONJ",
    "KON": "CCONJ", "KOUI": "SCONJ ADP", "KOUS": "SCONJ", "PDAT": "DET PRON", "PDS": "PRON DET", "PIAT": "DET PRON",
    "PIS": "PRON DET", "PPER": "PRON", "PPOSAT": "DET PRON", "PPOSS": "PRON DET", "PRELAT": "PRON DET", "PRELS": "PRON",
    "PRF": "PRON", "PROAV": "ADV", "PTKA": "ADV PART", "PTKANT": "PART ADV INTJ", "PTKNEG": "PART",
    "PTKVZ": "ADP ADV ADJ", "PTKZU": "PART", "PWAT": "DET PRON", "PWAV": "ADV", "PWS": "PRON", "TRUNC": "NOUN X",
    "VAFIN": "AUX VERB", "VAIMP": "AUX VERB", "VAINF": "AUX VERB", "VAPP": "AUX VERB", "VMFIN": "AUX VERB",
    "VMINF": "AUX VERB", "VMPP": "AUX VERB", "VVFIN": "VERB", "VVIMP": "VERB", "VVINF": "VERB", "VVIZU": "VERB",
    "VVPP": "VERB", "XY": "X SYM", "$.": "PUNCT", "$,": "PUNCT", "$(": "PUNCT",
}  # fmt: skip
_EITHER = re.compile(r"(?:all|beid|viel|wenig|solch|sämtlich|manch|irgendwelch)\w*\Z", re.IGNORECASE)


def normalize(tag: str) -> str:
    """The STTS tag that the teacher's tag means."""
    tag = tag.replace("(", "").replace(")", "") if not tag.startswith("$") else tag
    return {"NNA": "NN", "NNI": "NN", "PAV": "PROAV"}.get(tag, tag)


def hanta() -> Teacher:
    """The Hanover Tagger. Raises: ModuleNotFoundError where HanTa is not installed."""
    module = importlib.import_module("HanTa.HanoverTagger")
    tagger = module.HanoverTagger("morphmodel_ger.pgz")

    def tag(words: list[str]) -> list[str]:
        return [normalize(row[2]) for row in tagger.tag_sent(words)]

    return tag


def add_tags(samples: Iterable[Sample], teacher: Teacher) -> None:
    """Gives samples the teacher's tags, left open where they contradict universal tags."""
    for sample in samples:
        universal = sample.labels.get("upos")
        tags: list[str | None] = []
        for i, (word, tag) in enumerate(zip(sample.words, teacher(sample.words), strict=True)):
            kept: str | None = tag if tag in _AGREES else None
            if tag == "PIAT" and _EITHER.match(word):
                kept = None
            if universal is not None and kept and (universal[i] or "") not in _AGREES[kept].split():
                kept = {"NOUN": "NN", "PROPN": "NE"}.get(universal[i] or "")
            tags.append(kept)
        sample.labels["stts"] = tags
