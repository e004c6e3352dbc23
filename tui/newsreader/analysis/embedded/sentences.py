"""Where sentences begin: by the full stops, quotation marks and paragraph breaks of newspaper text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

from newsreader.analysis.embedded import abbreviations
from newsreader.analysis.embedded.native import ORTH, SPACY, column_strings, columns, set_columns

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.){2,}\Z")
_END = frozenset({".", "!", "?", "…", "..", "..."})
_CLOSING = frozenset({"“", "”", '"', "''", "»", "«", "‘", "’", "'", ")", "]", "›", "‹", "}"})
_ALWAYS_OPENING = frozenset({"„", "‚", "(", "[", "``", "{"})
_EITHER = frozenset({'"', "'", "''", "»", "«", "“", "‘", "›", "‹", "’", "”"})
_BULLET = frozenset({"-", "–", "—", "*", "•", "·", "►", "▪", "+"})


def sentence_starts(words: list[str], spaces: list[bool]) -> list[bool]:
    """Whether each token begins a sentence.

    Args:
        words: the tokens; blanks that are more than one, and line breaks, are tokens of their own.
        spaces: whether one blank follows each token.
    """
    starts = [False] * len(words)
    if words:
        starts[0] = True
    previous = 0
    i = 0
    while i < len(words):
        word = words[i]
        end = 0
        if word.isspace() and "\n" in word:
            end = i + 1 if _break_ends(words, i) else 0
        elif word in _END:
            end = _after_stop(words, spaces, i)
        elif word[-1] == "." and len(word) > 1 and (word[:-1] in abbreviations.FINAL or _INITIALS.match(word)):
            following = _next_word(words, i + 1)
            if following in abbreviations.STARTERS:
                end = i + 1
        if end and end < len(words) and end > previous:
            starts[end] = True
            previous = end
            i = max(end, i + 1)
        else:
            i += 1
    return starts


def _break_ends(words: list[str], i: int) -> bool:
    """Whether a break in the lines ends a sentence: an empty line does, a single line break only where it looks so."""
    if words[i].count("\n") > 1:
        return True
    before = next((w for w in reversed(words[:i][-3:]) if not w.isspace() and w not in _CLOSING), "")
    after = next((w for w in words[i + 1 : i + 3] if not w.isspace()), "")
    return before in _END or after in _BULLET


def _next_word(words: list[str], i: int) -> str:
    while i < len(words) and (words[i].isspace() or words[i] in _ALWAYS_OPENING or words[i] in _EITHER):
        i += 1
    return words[i] if i < len(words) else ""


def _after_stop(words: list[str], spaces: list[bool], stop: int) -> int:
    """The token that begins the next sentence after a full stop, or 0 where the sentence goes on."""
    size = len(words)
    i = stop + 1
    while i < size and words[i] in _END:
        i += 1
    # What closes belongs to the sentence that ends: a mark with no blank before it, or with one after it and none
    # before.
    while i < size and words[i] in _CLOSING and not spaces[i - 1]:
        if (
            words[i] in _EITHER
            and i + 1 < size
            and not spaces[i]
            and words[i + 1][:1].isalnum()
            and not words[i - 1].isspace()
            and words[i] not in ("“", "”", "’", "‘")
            and i == stop + 1
        ):
            # `gesagt."Wir`: with a blank on neither side the mark is taken to open.
            break
        i += 1
    if i >= size:
        return 0
    # A footnote's digits or a bracket close up with the stop; a small letter or a comma goes on.
    j = i
    while j < size and words[j].isspace() and words[j].count("\n") < 2:
        j += 1
    if j < size and words[j].isspace():
        return 0  # the paragraph break itself ends the sentence
    if j >= size:
        return 0
    following = words[j]
    if following in (",", ";", ":", ")", "]", "/") or following in _END:
        return 0
    k = j
    while k < size and (words[k] in _ALWAYS_OPENING or words[k] in _EITHER or words[k] in _BULLET):
        k += 1
    first = words[k][:1] if k < size else ""
    if first.islower():
        # „Kommt er?“ fragte sie. – but a name or an e-mail address may begin small after an opening mark.
        if k > j and words[j] in ("„", "»", '"', "«") and words[stop] == "." and i == stop + 1:
            return i
        return 0
    if words[stop] in ("…", "..", "...") and not (following in abbreviations.STARTERS or first.isupper()):
        return 0
    if words[j] in _BULLET and words[stop] != "." and not first.isupper():
        return 0
    return j if words[i].isspace() else i


def _words(doc: Doc) -> tuple[list[str], list[bool]]:
    table = columns(doc, [ORTH, SPACY])
    return column_strings(doc, table[:, 0]), (table[:, 1] != 0).tolist()


@Language.factory("newsreader_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> SentenceSplitter:
    """The factory of the sentence splitter."""
    return SentenceSplitter(name)


class SentenceSplitter:
    """A component that sets `token.is_sent_start`."""

    def __init__(self, name: str = "newsreader_sentences") -> None:
        """Args: name: the component's name in its pipeline."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Marks the tokens that begin a sentence."""
        if len(doc):
            starts = sentence_starts(*_words(doc))
            values = np.where(starts, 1, -1).astype(np.int64)
            set_columns(doc, ["SENT_START"], values.astype(np.uint64).reshape(-1, 1))
        return doc
