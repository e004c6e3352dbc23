"""The German pipeline that ships with the program.

It is a spaCy pipeline of components of its own, each with a factory:

    newsreader_sentences     token.is_sent_start
    newsreader_encoder       doc.tensor
    newsreader_tagger        token.tag (STTS), token.pos
    newsreader_morphology    token.morph, token.lemma
    newsreader_particles     token.lemma of separable verbs, token._.particle
    newsreader_names         doc.ents (PER, LOC, ORG, MISC), doc.spans["name_parts"]
    newsreader_mentions      doc.ents: a surname is a person where the article has the full name
    newsreader_noun_phrases  doc.noun_chunks
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = Path(__file__).resolve().parents[1] / "models" / "de_newsreader"


def load(folder: Path | None = None) -> Language:
    """The pipeline that ships with the program.

    Args:
        folder: another pipeline of the same kind, as training writes it.

    Raises:
        OSError: the pipeline's data are missing or cannot be read.
        ValueError: they were made by another version of this program.
    """
    if "numpy" not in sys.modules:
        # The matrices are small: more threads than one only wait for one another.
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ.setdefault(name, "1")
    import spacy

    from newsreader.analysis.embedded import components

    components.register()
    return spacy.load(folder or MODELS)
