"""A document without the white space inside its sentences, so that words that follow each other are neighbours.

A line break in a wrapped text, or a second blank, is a token of its own in spaCy. What looks at the word before or
behind another one would stumble over it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = ["TAG", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START"]
_BEGINS = 3
"""what spaCy's ENT_IOB says of the first token of an entity"""


class Dense(NamedTuple):
    """A document without the white space inside its sentences.

    Attributes:
        doc: the document; the given one itself if there is nothing to leave out.
        places: for each of its tokens the number of that token in the given document.
    """

    doc: Doc
    places: Sequence[int]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Tokens [start, end) of the given document as tokens of this one."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Tokens [start, end) of this document, of which there is at least one, as tokens of the given one."""
        return self.places[start], self.places[end - 1] + 1


def dense(doc: Doc) -> Dense:
    """A document without the white space inside its sentences: tokens, tags, lemmas, entities, bounds of sentences."""
    if not len(doc):
        return Dense(doc, range(0))
    table = cast("Any", doc.to_array(["IS_SPACE", "SENT_START", "ENT_IOB"]))
    out = {i for i in np.flatnonzero(table[:, 0]).tolist() if _is_left_out(table, i)}
    if not out:
        return Dense(doc, range(len(doc)))
    kept = [i for i in range(len(doc)) if i not in out]
    following = [*kept[1:], len(doc)]
    tokens = [doc[i] for i in kept]
    spaces = [bool(t.whitespace_) or after > t.i + 1 for t, after in zip(tokens, following, strict=True)]
    result = Doc(doc.vocab, words=[token.text for token in tokens], spaces=spaces)
    values = cast("Any", doc.to_array([*_KEPT]))[kept]
    return Dense(result.from_array(cast("Any", _KEPT), values), kept)


def _is_left_out(table: Any, i: int) -> bool:
    """Whether white space is such that a sentence goes on behind, and opens neither it nor a name."""
    if table[i, 1] == 1 or table[i, 2] == _BEGINS:
        return False
    after = next((row for row in table[i + 1 : i + 3] if not row[0]), None)
    return after is not None and after[1] != 1
