"""The component `newsreader_blocks`: each block of the text (paragraph, heading, list item) starts a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from newsreader.analysis.components import extensions

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


LONGEST = 400
"""tokens: more than three times the longest sentence of ordinary newspaper text"""


def block_starts(doc: Doc) -> list[int]:
    """The first token of each block, in order; a token that stands across the bound counts for neither."""
    starts: list[int] = []
    tokens = iter(doc)
    token = next(tokens, None)
    for block in doc._.blocks:
        while token is not None and (token.idx < block.span.start or token.is_space):
            token = next(tokens, None)
        if token is None:
            break
        if token.idx < block.span.end:
            starts.append(token.i)
    return starts


def mark_blocks(doc: Doc) -> Doc:
    """Let each block start a sentence, unless a parse already fixes the sentences."""
    if not doc.has_annotation("DEP"):
        for i in block_starts(doc):
            doc[i].is_sent_start = True
    return doc


def limit_sentences(doc: Doc, most: int = LONGEST) -> None:
    """Cut sentences that are longer than any real one, so that what looks at whole sentences stays linear in time.

    Args:
        doc: a Doc without a parse; one with a parse is left as it is.
        most: tokens that a sentence has at most.
    """
    if doc.has_annotation("DEP") or len(doc) <= most:
        return
    start = 0
    for token in doc:
        if token.is_sent_start:
            start = token.i
        elif token.i - start >= most:
            token.is_sent_start = True
            start = token.i


@Language.factory("newsreader_blocks", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it stands before what finds sentences, which keeps the bounds that are already there."""
    extensions.register()
    return mark_blocks
