"""The component that gives each token its STTS tag and its universal part of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

from newsreader.analysis.embedded.heads import Heads
from newsreader.analysis.embedded.native import encoding, set_columns
from newsreader.analysis.embedded.runtime import Words, pipeline_lexicon, words_of
from newsreader.analysis.embedded.verbs import repair

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# The universal parts of speech that a tag may have; which of several it is, the network says.
UNIVERSAL = {
    "NN": ("NOUN",), "NE": ("PROPN",), "ADJA": ("ADJ",), "ADJD": ("ADJ", "ADV"), "ADV": ("ADV",), "APPR": ("ADP",),
    "APPRART": ("ADP",), "APPO": ("ADP",), "APZR": ("ADP",), "ART": ("DET",), "CARD": ("NUM",), "FM": ("X",),
    "ITJ": ("INTJ",), "KOKOM": ("CCONJ", "ADP", "SCONJ"), "KON": ("CCONJ",), "KOUI": ("SCONJ",), "KOUS": ("SCONJ",),
    "PDAT": ("DET",), "PDS": ("PRON", "DET"), "PIAT": ("DET",), "PIDAT": ("DET", "ADJ"), "PIS": ("PRON", "DET"),
    "PPER": ("PRON",), "PPOSAT": ("DET",), "PPOSS": ("PRON", "DET"), "PRELAT": ("PRON", "DET"), "PRELS": ("PRON",),
    "PRF": ("PRON",), "PROAV": ("ADV",), "PTKA": ("ADV", "PART"), "PTKANT": ("PART", "ADV", "INTJ"),
    "PTKNEG": ("PART",), "PTKVZ": ("ADP", "ADV"), "PTKZU": ("PART",), "PWAT": ("DET",), "PWAV": ("ADV",),
    "PWS": ("PRON",), "TRUNC": ("NOUN",), "VAFIN": ("AUX", "VERB"), "VAIMP": ("AUX", "VERB"),
    "VAINF": ("AUX", "VERB"), "VAPP": ("AUX", "VERB"), "VMFIN": ("AUX", "VERB"), "VMINF": ("AUX", "VERB"),
    "VMPP": ("AUX", "VERB"), "VVFIN": ("VERB",), "VVIMP": ("VERB",), "VVINF": ("VERB",), "VVIZU": ("VERB",),
    "VVPP": ("VERB",), "XY": ("X", "SYM"), "$.": ("PUNCT",), "$,": ("PUNCT",), "$(": ("PUNCT", "SYM"),
}  # fmt: skip


@Language.factory(
    "newsreader_tagger",
    assigns=["token.tag", "token.pos"],
    requires=["doc.tensor"],
    default_score_weights={"tag_acc": 1.0},
)
def create_tagger(nlp: Language, name: str) -> Tagger:
    """The factory of the tagger; its weights come with `from_disk`."""
    return Tagger(nlp, name)


class Tagger(Heads):
    """A component that sets `token.tag` (STTS) and `token.pos`."""

    def __init__(self, nlp: Language, name: str = "newsreader_tagger") -> None:
        """Args:
        nlp: the pipeline, whose encoder has the lexicon.
        name: the component's name in its pipeline.
        """
        super().__init__(name)
        self.nlp = nlp
        self._barred: NDArray[np.float32] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The STTS tags."""
        return tuple(self.tasks.get("stts", ()))

    def _table(self) -> NDArray[np.float32]:
        if self._barred is None:
            universal = self.tasks["upos"]
            self._barred = np.array(
                [
                    [0.0 if u in UNIVERSAL.get(tag, tuple(universal)) else -1e6 for u in universal]
                    for tag in self.tasks["stts"]
                ],
                dtype=np.float32,
            )
        return self._barred

    def _repair(self, words: Words, tags: NDArray[np.intp]) -> None:
        lexicon = pipeline_lexicon(self.nlp)
        if lexicon is None:
            return
        labels = self.tasks["stts"]
        rows = np.flatnonzero(~words.blank).tolist()
        forms = [words.forms[i] for i in rows]
        firsts = [bool(words.starts[i]) for i in rows]
        for place, tag in repair(forms, [labels[tags[i]] for i in rows], firsts, lexicon).items():
            if tag in labels:
                tags[rows[place]] = labels.index(tag)

    def __call__(self, doc: Doc) -> Doc:
        """Tags a document."""
        if not len(doc):
            return doc
        strings = doc.vocab.strings
        tags = self.scores(encoding(doc), "stts").argmax(axis=1)
        words = words_of(doc)
        self._repair(words, tags)
        universal = (self.scores(encoding(doc), "upos") + self._table()[tags]).argmax(axis=1)
        tag_ids = np.array([strings.add(label) for label in self.tasks["stts"]], dtype=np.uint64)[tags]
        pos_ids = np.array([strings.add(label) for label in self.tasks["upos"]], dtype=np.uint64)[universal]
        tag_ids[words.blank] = strings.add("_SP")
        pos_ids[words.blank] = strings.add("SPACE")
        set_columns(doc, ["TAG", "POS"], np.stack((tag_ids, pos_ids), axis=1))
        return doc
