"""The component that chooses, among a form's dictionary readings, the one that is meant: morphology and lemma."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

from newsreader.analysis.embedded.agreement import Agreement
from newsreader.analysis.embedded.heads import Heads
from newsreader.analysis.embedded.lemmas import Lemmas
from newsreader.analysis.embedded.mood import Finite, finite_readings, settle_moods
from newsreader.analysis.embedded.native import (
    TAG,
    column_strings,
    columns,
    encoding,
    read_json,
    set_columns,
    write_json,
)
from newsreader.analysis.embedded.runtime import Words, pipeline_lexicon, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from newsreader.analysis.embedded.lexicon import Lexicon

_REMEMBERED = 20_000

_FIXED = {
    "ART": "PronType=Art", "PDS": "PronType=Dem", "PDAT": "PronType=Dem", "PIS": "PronType=Ind", "PIAT": "PronType=Ind",
    "PIDAT": "PronType=Ind", "PPER": "PronType=Prs", "PPOSAT": "Poss=Yes|PronType=Prs",
    "PPOSS": "Poss=Yes|PronType=Prs",
    "PRELS": "PronType=Rel", "PRELAT": "PronType=Rel", "PWS": "PronType=Int", "PWAT": "PronType=Int",
    "PWAV": "PronType=Int", "PRF": "PronType=Prs|Reflex=Yes", "CARD": "NumType=Card", "PTKNEG": "Polarity=Neg",
    "VVINF": "VerbForm=Inf", "VAINF": "VerbForm=Inf", "VMINF": "VerbForm=Inf", "VVIZU": "VerbForm=Inf",
    "VVPP": "VerbForm=Part", "VAPP": "VerbForm=Part", "VMPP": "VerbForm=Part", "FM": "Foreign=Yes",
}  # fmt: skip
_PERSONS = {
    **dict.fromkeys(("ich", "mich", "mir", "wir", "uns", "meiner", "unser"), "1"),
    **dict.fromkeys(("du", "dich", "dir", "euch", "ihr", "deiner", "euer"), "2"),
    **dict.fromkeys(("er", "sie", "es", "ihn", "ihm", "ihnen", "man", "sich"), "3"),
}


def _nominal(form: str, tag: str, chosen: tuple[str, str, str] | None) -> str:
    """The features of a token that is no finite verb."""
    fixed = _FIXED.get(tag, "")
    person = _PERSONS.get(form.lower(), "3")
    if tag == "PRF":
        case = "Dat" if form.lower() in ("mir", "dir") else "Acc"
        number = "Plur" if form.lower() in ("uns", "euch") else "Sing"
        return f"Case={case}|Number={number}|Person={person}|{fixed}"
    parts = [
        f"{task}={value}" for task, value in zip(("Case", "Gender", "Number"), chosen or (), strict=False) if value
    ]
    if tag == "PPER":
        parts.append(f"Person={person}")
    if tag == "ART":
        parts.append(f"Definite={'Ind' if 'ein' in form.lower() else 'Def'}")
    return "|".join([*parts, fixed] if fixed else parts)


def _is_command(i: int, tokens: list[str], firsts: list[bool]) -> bool:
    """Whether a verb at the head of a sentence that ends on an exclamation mark is an imperative that looks finite."""
    if not firsts[i] or tokens[i].lower() not in ("sei", "seid", "habt", "werdet"):
        return False
    following = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
    if following in ("er", "es", "sie", "man", "ihr", "der", "die", "das"):
        return False
    end = next((k for k in range(i + 1, len(tokens)) if firsts[k]), len(tokens))
    return "!" in tokens[i:end]


@Language.factory("newsreader_morphology", assigns=["token.morph", "token.lemma"], requires=["doc.tensor", "token.tag"])
def create_morphology(nlp: Language, name: str) -> Morphology:
    """The factory of the component; its weights come with `from_disk`, its lexicon from the encoder."""
    return Morphology(nlp, name)


class Morphology(Heads):
    """A component that sets `token.morph` and `token.lemma`."""

    def __init__(self, nlp: Language, name: str = "newsreader_morphology") -> None:
        """Args:
        nlp: the pipeline, whose encoder has the lexicon.
        name: the component's name in its pipeline.
        """
        super().__init__(name)
        self.nlp = nlp
        self.exceptions: dict[str, str] = {}
        self._lemmas: Lemmas | None = None
        self._agreement: Agreement | None = None
        self._known: dict[tuple[str, str, str], tuple[int, str]] = {}

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon of the pipeline's encoder. Raises: ValueError where there is none."""
        found = pipeline_lexicon(self.nlp)
        if found is not None:
            return found
        raise ValueError(f"the component '{self.name}' needs 'newsreader_encoder' in its pipeline")

    @property
    def lemmas(self) -> Lemmas:
        """What makes lemmas."""
        if self._lemmas is None:
            self._lemmas = Lemmas(self.lexicon, self.exceptions)
        return self._lemmas

    @property
    def agreement(self) -> Agreement:
        """What chooses case, number and gender."""
        if self._agreement is None:
            self._agreement = Agreement(self.lexicon, self.tasks)
        return self._agreement

    def __call__(self, doc: Doc) -> Doc:
        """Gives each token of a document its morphology and lemma."""
        if not len(doc):
            return doc
        case, number, gender = (self.scores(encoding(doc), task) for task in ("Case", "Number", "Gender"))
        person = self.scores(encoding(doc), "Person")
        words = words_of(doc)
        tokens, firsts = words.forms, words.starts.tolist()
        tags = column_strings(doc, columns(doc, [TAG])[:, 0])
        nominal = self.agreement(tokens, tags, firsts, case, number, gender)
        features: list[str] = [""] * len(doc)
        finite: dict[int, Finite] = {}
        for i, (form, tag) in enumerate(zip(tokens, tags, strict=True)):
            if tag.endswith("IMP") or (tag.endswith("FIN") and _is_command(i, tokens, firsts)):
                number_of = "Plur" if form.endswith("t") else "Sing"
                features[i] = f"Mood=Imp|Number={number_of}|Person=2|VerbForm=Fin"
            elif tag.endswith("FIN"):
                options = finite_readings(form, self.lexicon)
                finite[i] = Finite(form, tag, options, person[i], number[i], firsts[i])
            else:
                features[i] = _nominal(form, tag, nominal.get(i))
        settle_moods(finite, tokens, tags, firsts, self.tasks["Person"], self.tasks["Number"])
        for i, verb in finite.items():
            features[i] = verb.features
        self._annotate(doc, words, tags, features)
        return doc

    def _annotate(self, doc: Doc, words: Words, tags: list[str], features: list[str]) -> None:
        lemmas = self.lemmas
        add = doc.vocab.morphology.add
        blank = words.blank.tolist()
        known = self._known
        if len(known) > _REMEMBERED:
            known.clear()
        rows: list[tuple[int, str]] = []
        for i, (form, tag, feature) in enumerate(zip(words.forms, tags, features, strict=True)):
            row = known.get((form, tag, feature))
            if row is None:
                lemma = words.texts[i] if blank[i] else lemmas(form, tag, feature)
                row = known[form, tag, feature] = (add(feature), lemma)
            rows.append(row)
        # A lemma is added again each time: spaCy forgets strings at the end of a memory zone, features it keeps.
        add_string = doc.vocab.strings.add
        ids = [(morphology, add_string(lemma)) for morphology, lemma in rows]
        set_columns(doc, ["MORPH", "LEMMA"], np.array(ids, dtype=np.uint64))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes labels, weights and lemmas that no rule gives into a folder."""
        super().to_disk(path)
        write_json(Path(path) / "lemmas.json", self.exceptions)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Morphology:
        """Reads what `to_disk` wrote. Raises: OSError where a file is missing."""
        super().from_disk(path)
        self.exceptions = read_json(Path(path) / "lemmas.json")
        self._lemmas = None
        self._agreement = None
        self._known.clear()
        return self
