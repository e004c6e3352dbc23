"""Base forms of words, from the dictionary of the pipeline that ships with the program, without spaCy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsreader.library.searching.folding import fold

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Lexicon

LONGEST = 60
"""code points; what is longer is no word of the language"""


@cache
def lexicon() -> Lexicon | None:
    """The dictionary, loaded when it is first needed; None where the installation lacks it."""
    from newsreader.analysis.embedded import MODELS
    from newsreader.analysis.embedded.lexicon import Lexicon

    try:
        return Lexicon.load(MODELS / "newsreader_encoder" / "lexicon")
    except (OSError, ValueError, KeyError):
        return None


def lemmas(form: str) -> frozenset[str]:
    """The base forms that a word may have, as they are compared; nothing where the dictionary tells none.

    Capitals are no guide: a sentence begins with one, and who searches leaves them off.
    """
    known = lexicon()
    if known is None or len(form) < 2 or len(form) > LONGEST or not form[0].isalpha():
        return frozenset()
    from newsreader.analysis.embedded.lexicon import clean

    form = clean(form)
    forms = {form.lower(), form[:1].upper() + form[1:].lower()}
    return frozenset(fold(reading.lemma) for one in forms for reading in known.analyse(one)[0])
