"""Reported statements: a sentence that tells that somebody demanded, criticised or announced something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, speakers
from newsreader.analysis.components.statements.clauses import Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Sentence
    from newsreader.analysis.components.statements.frames import Clause
    from newsreader.analysis.components.statements.reading import Reading


def find(reading: Reading, sentence: Sentence, clauses: list[Clause]) -> Iterator[Draft]:
    """The sentence as a reported statement, if its main clause has a cue verb with an object."""
    words = reading.words
    for number, clause in enumerate(clauses):
        if clause.kind not in (Kind.SECOND, Kind.FIRST):
            continue
        for predicate in frames.predicates(words, clause):
            if not predicate.takes(Government.OBJECT | Government.MENTION):
                continue
            if any(words.low[i] == "nicht" for i in clause.words()):
                continue
            certain = predicate.takes(Government.OBJECT)
            speaker = speakers.speaker(words, clause, predicate, clauses[:number])
            if speaker is None:
                continue
            yield Draft(
                StatementKind.REPORTED, [(sentence.start, sentence.end)], "reported" if certain else "reported act",
                0.6 if certain else 0.35, speaker=speaker, medium=predicate.entry.medium,
            )  # fmt: skip
            return
