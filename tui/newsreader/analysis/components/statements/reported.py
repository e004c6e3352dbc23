"""Reported statements: a sentence that tells that somebody demanded, criticised or announced something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, speakers
from newsreader.analysis.components.statements.clauses import Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.pieces import is_name
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words


DENIED = listed("nicht menschenleben todesopfer todesopfern opfer tote geldstrafe haftstrafe freiheitsstrafe haft")
"""words that show that nothing was said: "die Flut forderte Todesopfer", "zu einer Geldstrafe verurteilt" """
BEFORE = listed("hatte hatten")
"""forms that tell of an act as background"""
ANYBODY = listed("man es das")


def _quotes(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence quotes words, which are statements by themselves."""
    quotations = reading.quotations_in(sentence.start, sentence.last)
    return any(not is_name(reading, quotation) for quotation in quotations)


def _is_anybody(words: Words, i: int) -> bool:
    """Whether a word is "man", "es" or the pronoun "das", not an article."""
    return i < len(words) and words.low[i] in ANYBODY and words.tag[i] != "ART"


def find(reading: Reading, sentence: Sentence, clauses: list[Clause]) -> Iterator[Draft]:
    """The sentence as a reported statement, if its main clause has a cue verb with an object."""
    words = reading.words
    for number, clause in enumerate(clauses):
        if clause.kind not in (Kind.SECOND, Kind.FIRST):
            continue
        for predicate in frames.predicates(words, clause):
            if not predicate.takes(Government.OBJECT | Government.MENTION):
                continue
            if any(words.low[i] in DENIED for i in clause.words()):
                continue
            certain = predicate.takes(Government.OBJECT)
            if not certain and (
                words.low[clause.finite] in BEFORE or (predicate.entry.verb == "nennen" and _quotes(reading, sentence))
            ):
                continue
            speaker = speakers.speaker(words, clause, predicate, clauses[:number])
            if speaker is None or any(_is_anybody(words, i) for i in (speaker[0], clause.finite + 1)):
                continue
            yield Draft(
                StatementKind.REPORTED, [(sentence.start, sentence.end)], "reported" if certain else "reported act",
                0.6 if certain else 0.35, speaker=speaker, medium=predicate.entry.medium,
            )  # fmt: skip
            return
