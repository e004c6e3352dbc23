"""Interviews without quotation marks: turns that begin with a name and a colon, or questions and what follows them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.components.statements.words import MARKS
from newsreader.analysis.result import Medium, StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.nominal import Range
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words

LONGEST_NAME = 4
FEWEST_TURNS = 2
"""how often somebody must have his turn; a name with a colon that comes once may be a headline's"""
LONGEST_QUESTION = 60
FIRST_PERSON = listed("ich wir mich mir uns mein meine meinem meinen meiner unser unsere unserem unseren unserer")
ASKING = listed("frage antwort redaktion interviewer interviewerin")
ADDRESS = listed("herr frau")


def turns(reading: Reading) -> dict[int, Draft]:
    """The turns of an interview by their first words.

    Args:
        reading: the document.
    """
    return _named(reading) or _asked(reading)


def _paragraphs(words: Words) -> list[Range]:
    found: list[Range] = []
    start = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words.paragraph[i] != words.paragraph[start]:
            found.append((start, i))
            start = i
    return found


def _named(reading: Reading) -> dict[int, Draft]:
    """Turns that begin with a name and a colon at the beginning of a line, again and again."""
    words = reading.words
    found: dict[int, Draft] = {}
    for start, end in _paragraphs(words):
        first: int | None = None
        for i in range(end - 1, start - 1, -1):
            if not reading.opens_line[i]:
                continue
            colon = _colon(words, i, end)
            if colon < 0:
                continue
            draft = _turn(words, i, colon, end if first is None else first)
            if draft is not None:
                found[i] = draft
            first = i
    often = Counter(_name(words, draft) for draft in found.values())
    return {start: found[start] for start in sorted(found) if often[_name(words, found[start])] >= FEWEST_TURNS}


def _colon(words: Words, start: int, end: int) -> int:
    """The colon behind the name or noun that a turn begins with, -1 if it is none."""
    colon = next((i for i in range(start + 1, min(start + LONGEST_NAME + 1, end)) if words.text[i] == ":"), -1)
    names = all(words.entity[i] in ("PER", "ORG") or words.tag[i] in ("NE", "NN") for i in range(start, colon))
    return colon if colon >= 0 and names else -1


def _turn(words: Words, start: int, colon: int, end: int) -> Draft | None:
    """A stretch as somebody's turn, None if it begins with no name ("Frage: ...") or is in quotation marks."""
    if colon + 2 >= end or words.text[colon + 1] in MARKS or words.low[start] in ASKING:
        return None
    if not all(words.entity[i] in ("PER", "ORG") or words.tag[i] == "NE" for i in range(start, colon)):
        return None
    if all(words.entity[i] == "LOC" for i in range(start, colon)):
        return None  # "Kenia: ..." is a headline's place
    return Draft(
        StatementKind.DIRECT, [(colon + 1, end)], "interview", 1.0,
        speaker=(start, colon), frame=[(start, colon + 1)], medium=Medium.SPEECH,
    )  # fmt: skip


def _name(words: Words, draft: Draft) -> str:
    return " ".join(words.text[slice(*draft.speaker)]) if draft.speaker is not None else ""


def _asked(reading: Reading) -> dict[int, Draft]:
    """What follows questions that are paragraphs of their own, if it is told in the first person and quotes nobody.

    Questions are sub-headings of reports too, but there the people speak in quotation marks.

    Who answers is only known where a question addresses him ("Frau Weber, ...").
    """
    words = reading.words
    paragraphs = _paragraphs(words)
    asked = [n for n, paragraph in enumerate(paragraphs) if _is_question(words, *paragraph)]
    answers: list[tuple[Range, Range]] = []
    for n, following in pairwise([*asked, len(paragraphs)]):
        last = following - 1 if following < len(paragraphs) else n + 1
        if n < last < len(paragraphs):
            answers.append((paragraphs[n], (paragraphs[n + 1][0], paragraphs[last][1])))
    personal = sum(_in_first_person(reading, *answer) for _, answer in answers)
    quoting = sum(any(q.whole for q in reading.quotations_in(*answer)) for _, answer in answers)
    if len(answers) < FEWEST_TURNS or 2 * personal < len(answers) or 3 * quoting > len(answers):
        return {}
    found: dict[int, Draft] = {}
    speaker: Range | None = None
    for question, answer in answers:
        speaker = _addressed(words, *question) or speaker
        found[answer[0]] = Draft(
            StatementKind.DIRECT, [answer], "interview, questions", 0.9, speaker=speaker, medium=Medium.SPEECH
        )
    return found


def _in_first_person(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch is told in the first person, outside of quotation marks."""
    return any(reading.words.low[i] in FIRST_PERSON and reading.quoted[i] < 0 for i in range(start, end))


def _is_question(words: Words, start: int, end: int) -> bool:
    while end > start + 1 and not words.text[end - 1].strip("*_"):
        end -= 1  # bold type, written in characters
    return 2 < end - start <= LONGEST_QUESTION and words.text[end - 1] == "?" and words.text[start] not in MARKS


def _addressed(words: Words, start: int, end: int) -> Range | None:
    """Whom a question addresses: "Frau Weber, wie geht es ...", "..., Herr Lang?"."""
    for i in range(start, end - 1):
        if words.low[i].strip("*_") in ADDRESS and words.tag[i + 1] == "NE":
            stop = i + 1
            while stop < end and words.tag[stop] == "NE":
                stop += 1
            if stop < end and words.text[stop] in (",", "?") and (i == start or not words.text[i - 1].strip(",*_")):
                return i, stop
    return None
