"""The component that finds names of persons, places, organisations and other things."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsreader.analysis.embedded.decoding import allowed, decode, spans
from newsreader.analysis.embedded.heads import Heads
from newsreader.analysis.embedded.native import encoding
from newsreader.analysis.embedded.runtime import pipeline_lexicon, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = ("PER", "LOC", "ORG", "MISC")
PARTS = "name_parts"


@Language.factory(
    "newsreader_names", assigns=["doc.ents"], requires=["doc.tensor"], default_score_weights={"ents_f": 1.0}
)
def create_names(nlp: Language, name: str) -> NameFinder:
    """The factory of the finder of names; its weights come with `from_disk`."""
    return NameFinder(nlp, name)


class NameFinder(Heads):
    """A component that sets `doc.ents`, and `doc.spans["name_parts"]` for words that contain or derive from one.

    "NATO-Gipfel" and "deutschen" are no names: GermEval 2014 (Benikova et al.) calls them partial and derived.
    Their labels are those of the name with `-PART` or `-DERIV`: `ORG-PART`, `LOC-DERIV`.
    """

    def __init__(self, nlp: Language, name: str = "newsreader_names") -> None:
        """Args:
        nlp: the pipeline; its lexicon, where it has one, knows the names that compounds begin with.
        name: the component's name in its pipeline.
        """
        super().__init__(name)
        self.nlp = nlp
        self._follows: NDArray[np.bool_] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return LABELS

    def __call__(self, doc: Doc) -> Doc:
        """Finds the names of a document."""
        if not len(doc):
            doc.spans[PARTS] = []
            return doc
        labels = self.tasks["names"]
        if self._follows is None:
            self._follows = allowed(labels)
        words = words_of(doc)
        rows = np.flatnonzero(~words.blank)
        bounds = [*np.flatnonzero(words.starts[rows]).tolist(), len(rows)]
        scores = self.scores(encoding(doc)[rows], "names")
        names: list[Span] = []
        parts: list[Span] = []
        open_ = set(range(len(doc)))
        for begin, end in pairwise(bounds):
            path = decode(scores[begin:end], self._follows)
            for a, b, kind in spans([labels[i] for i in path]):
                first, last = int(rows[begin + a]), int(rows[begin + b - 1]) + 1
                open_.difference_update(range(first, last))
                if kind in LABELS:
                    names.append(Span(doc, first, last, label=kind))
                else:
                    label = kind.replace("OTH", "MISC").replace("PART", "-PART").replace("DERIV", "-DERIV")
                    parts.append(Span(doc, first, last, label=label))
        for i, form in enumerate(words.forms):
            if "-" in form and i in open_ and (kind := self._part(form)):
                parts.append(Span(doc, i, i + 1, label=f"{kind}-PART"))
        parts.sort(key=lambda part: part.start)
        doc.set_ents(names)
        doc.spans[PARTS] = parts
        return doc

    def _part(self, form: str) -> str:
        """The kind of the name that a compound with a hyphen begins with, by what it was seen as in running text."""
        first, _, rest = form.partition("-")
        lexicon = pipeline_lexicon(self.nlp)
        if lexicon is None or len(first) < 2 or not rest or not first[0].isupper():
            return ""
        bits = lexicon.name_bits(first)
        kinds = lexicon.name_kinds
        return next((k for k in LABELS if f"most-{k}" in kinds and bits >> kinds.index(f"most-{k}") & 1), "")
