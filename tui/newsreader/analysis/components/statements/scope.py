"""How far what is told reaches: a sentence without its frame, a subordinate clause, what stands before a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements.attributes import phrase
from newsreader.analysis.components.statements.clauses import DASHES, EMBEDDED, Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Part, Sentence
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words


def subordinate_end(sentence: Sentence, part: Part) -> int:
    """Where a subordinate clause ends, with those that hang on it: before the main clause goes on."""
    end = part.end
    for after in sentence.parts[sentence.parts.index(part) + 1 :]:
        if after.kind in (Kind.FIRST, Kind.SECOND, Kind.QUOTE):
            break
        end = after.end
    return end


def phrase_before(words: Words, sentence: Sentence, stop: int) -> Range | None:
    """The longest noun phrase that ends before a word."""
    found: Range | None = None
    while stop > sentence.start and (words.text[stop - 1] == "," or words.tag[stop - 1] in ("VVPP", "VVINF")):
        stop -= 1
    for j in range(stop - 1, max(sentence.start - 1, stop - 20), -1):
        if words.finite[j] or words.tag[j] == "PTKVZ":
            break
        if phrase(words, j, stop) == stop:
            found = j, stop
    return found


def with_comma(words: Words, sentence: Sentence, frame: Range) -> Range:
    start, end = frame
    if start > sentence.start and words.text[start - 1] == ",":
        start -= 1
    elif end < sentence.last and words.text[end] == ",":
        end += 1
    return start, end


def attributed(
    reading: Reading,
    sentence: Sentence,
    part: Part,
    frame: Range,
    speaker: Range,
    cue: tuple[int, ...],
    rule: str,
    rank: float,
) -> Iterator[Draft]:
    words = reading.words
    pieces = without(words, sentence, frame)
    if is_told(words, sentence, part):
        pieces = [
            (max(start, part.start), min(end, subordinate_end(sentence, part)))
            for start, end in pieces
            if start < subordinate_end(sentence, part) and end > part.start
        ]
    if pieces and sum(end - start for start, end in pieces) > 2:
        yield Draft(StatementKind.INDIRECT, pieces, rule, rank, speaker=speaker, cue=cue, frame=[frame])


def is_told(words: Words, sentence: Sentence, part: Part) -> bool:
    """Whether a part is subordinate, or told by the clause before it: "Sie sagte, nach Angaben der Bahn sei ..."."""
    if part is sentence.parts[0]:
        return False
    if part.kind is Kind.SECOND and words.subjunctive[part.finite]:
        before = sentence.parts[: sentence.parts.index(part)]
        return any(p.kind in (Kind.SECOND, Kind.FIRST) and not words.subjunctive[p.finite] for p in before)
    return part.kind in EMBEDDED


def without(words: Words, sentence: Sentence, frame: Range) -> list[Range]:
    """A sentence without its final mark and without a frame and the commas around it."""
    pieces = [trimmed(words, sentence.start, frame[0]), trimmed(words, frame[1], sentence.last)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def trimmed(words: Words, start: int, end: int) -> Range:
    """A stretch without the commas, colons and dashes at its ends."""
    while start < end and (words.text[start] in (",", ":", ";") or words.text[start] in DASHES):
        start += 1
    while end > start and (words.text[end - 1] in (",", ":", ";") or words.text[end - 1] in DASHES):
        end -= 1
    return start, end
