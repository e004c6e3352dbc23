"""The component that finds names of persons, places, organisations and other things."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsreader.analysis.embedded.chain import beliefs
from newsreader.analysis.embedded.decoding import allowed, decode, spans
from newsreader.analysis.embedded.heads import Heads
from newsreader.analysis.embedded.native import encoding
from newsreader.analysis.embedded.runtime import Words, batched, pipeline_lexicon, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


LABELS = ("PER", "LOC", "ORG", "MISC")
PARTS = "name_parts"
_DOCUMENTS = 16

Scores = NDArray[np.float32]


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
        self._barred: NDArray[np.bool_] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return LABELS

    def __call__(self, doc: Doc) -> Doc:
        """Finds the names of a document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1000) -> Iterator[Doc]:
        """Finds the names of documents, some at a time."""
        for batch in batched(stream, min(batch_size, _DOCUMENTS)):
            words = [words_of(doc) for doc in batch]
            for doc, own, scores in zip(batch, words, self._beliefs(batch, words), strict=True):
                self._set(doc, own, scores)
            yield from batch

    def _beliefs(self, docs: list[Doc], words: list[Words]) -> list[list[Scores]]:
        """The logarithms of the probabilities of each token's labels, shape (tokens, labels), a sentence each."""
        tensors = [encoding(doc)[~own.blank] for doc, own in zip(docs, words, strict=True)]
        bounds = [[*np.flatnonzero(own.starts[~own.blank]).tolist(), int((~own.blank).sum())] for own in words]
        lengths = np.array([end - begin for own in bounds for begin, end in pairwise(own)], dtype=np.intp)
        if not len(lengths):
            return [[] for _ in docs]
        scores = self.scores(np.concatenate([tensor for tensor in tensors if len(tensor)]), "names")
        if self._barred is None:
            self._barred = ~allowed(self.tasks["names"])
        found = beliefs(scores, lengths, self.array("follows"), self._barred)
        sentences = iter(np.split(np.log(found.labels + 1e-12).astype(np.float32), np.cumsum(lengths)[:-1]))
        return [list(islice(sentences, len(own) - 1)) for own in bounds]

    def _set(self, doc: Doc, words: Words, scores: list[Scores]) -> None:
        """Sets the names of a document."""
        labels = self.tasks["names"]
        rows = np.flatnonzero(~words.blank)
        names: list[Span] = []
        parts: list[Span] = []
        open_ = set(range(len(doc)))
        begin = 0
        for sentence in scores:
            assert self._barred is not None
            path = decode(sentence, ~self._barred)
            for a, b, kind in spans([labels[i] for i in path]):
                first, last = int(rows[begin + a]), int(rows[begin + b - 1]) + 1
                open_.difference_update(range(first, last))
                if kind in LABELS:
                    names.append(Span(doc, first, last, label=kind))
                else:
                    label = kind.replace("OTH", "MISC").replace("PART", "-PART").replace("DERIV", "-DERIV")
                    parts.append(Span(doc, first, last, label=label))
            begin += len(sentence)
        for i, form in enumerate(words.forms):
            if "-" in form and i in open_ and (kind := self._part(form)):
                parts.append(Span(doc, i, i + 1, label=f"{kind}-PART"))
        parts.sort(key=lambda part: part.start)
        doc.set_ents(names)
        doc.spans[PARTS] = parts

    def _part(self, form: str) -> str:
        """The kind of the name that a compound with a hyphen begins with, by what it was seen as in running text."""
        first, _, rest = form.partition("-")
        lexicon = pipeline_lexicon(self.nlp)
        if lexicon is None or len(first) < 2 or not rest or not first[0].isupper():
            return ""
        bits = lexicon.name_bits(first)
        kinds = lexicon.name_kinds
        return next((k for k in LABELS if f"most-{k}" in kinds and bits >> kinds.index(f"most-{k}") & 1), "")
