"""Statements attributed without a verb of their own clause: laut, nach, zufolge, gemäß, so, demnach, wonach, wie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import frames, lexicon, speakers
from newsreader.analysis.components.statements.attributes import phrase
from newsreader.analysis.components.statements.clauses import DASHES, EMBEDDED, Kind
from newsreader.analysis.components.statements.draft import Draft
from newsreader.analysis.components.statements.lexicon import Government
from newsreader.analysis.components.statements.nominal import base, may_be_subject
from newsreader.analysis.components.statements.scope import (
    attributed,
    phrase_before,
    subordinate_end,
    with_comma,
    without,
)
from newsreader.analysis.components.statements.wordlist import endings, listed
from newsreader.analysis.components.statements.words import MARKS
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.components.statements.clauses import Part, Sentence
    from newsreader.analysis.components.statements.reading import Reading
    from newsreader.analysis.components.statements.words import Words

ACCORDINGLY = listed("demnach demzufolge danach")


def find(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """The attributed statements of a sentence."""
    words = reading.words
    for at, part in enumerate(sentence.parts):
        if part.kind is Kind.QUOTE:
            continue
        if part.kind is Kind.WIE:
            yield from _wie(reading, sentence, at)
        for i in range(part.start, part.end):
            if reading.hidden[i]:
                continue
            low = words.low[i]
            if low in TRIGGERS:
                yield from TRIGGERS[low](reading, sentence, part, i)


def _laut(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    stop = phrase(words, i + 1, sentence.last)
    if stop == i + 1 or (
        words.tag[i] in ("ADJD", "ADV")
        and not words.text[i + 1][:1].isupper()
        and words.tag[i + 1] not in ("ART", "PPOSAT", "ADJA", "PIAT")
    ):
        return
    yield from attributed(reading, sentence, part, (i, stop), (i + 1, stop), (i,), "laut", 0.9)


def _gemaess(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    stop = phrase(words, i + 1, sentence.last)
    inside = range(i + 1, base(words, i + 1, stop))
    if any(
        lexicon.is_source_noun(words.low[j]) or words.entity[j] in ("PER", "ORG") or words.low[j].endswith(PEOPLE)
        for j in inside
    ):
        yield from attributed(reading, sentence, part, (i, stop), (i + 1, stop), (i,), "gemäß", 0.8)


def _nach(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    before = i - 1
    if before >= sentence.start and words.tag[before] in ("NN", "NE") and words.low[before] in POSTPOSED:
        start = before
        while start > part.start and words.tag[start - 1] in ("PPOSAT", "ADJA", "ART", "NE", "PIAT"):
            start -= 1
            if words.tag[start] in ("PPOSAT", "ART", "PIAT"):
                break
        if words.tag[i + 1 : i + 2] == ["ADJA"] and words.tag[start - 1] in ("ART", "APPR", "PIAT"):
            yield _attribute(words, sentence, i, start)
            return
        if words.tag[start] in ("PPOSAT", "ART", "PIAT") or start < before:
            yield from attributed(reading, sentence, part, (start, i + 1), (start, i), (i,), "Meinung nach", 0.9)
            return
    if words.tag[i + 1 : i + 2] == ["PRELS"] and i == part.first and i > sentence.start + 1:
        yield _relative(sentence, part, i)
        return
    if i > sentence.start and words.low[i - 1] in WHEN:
        return  # "kurz nach dem Bericht"
    owner = words.low[i + 1 : i + 2] in (["deren"], ["dessen"])
    stop = base(words, i + 1 + owner, sentence.last)
    heads = [j for j in range(i + 1, stop) if words.tag[j] in ("NN", "NE")]
    law = bool(heads) and words.low[heads[0]].endswith(LAWS)
    head = next((words.low[j] for j in heads if lexicon.is_source_noun(words.low[j])), None)
    if head is None and not law:
        return
    certain = law or (head is not None and head.endswith(CERTAIN))
    certain = certain or any(words.low[j].startswith(SO_FAR) for j in range(i + 1, stop))
    definite = words.low[i + 1] in ("der", "dem", "den", "einer", "einem")
    if definite and not certain:
        return
    if not certain and any(words.low[j].startswith(EXTENSIVE) for j in range(i + 1, stop)):
        return
    stop = phrase(words, i + 1 + owner, sentence.last)
    yield from attributed(
        reading, sentence, part, (i, stop), (i + 1, stop), (i,), "nach Angaben", 0.95 if not definite else 0.85
    )


def _attribute(words: Words, sentence: Sentence, i: int, start: int) -> Draft:
    """Die ihrer Meinung nach falschen Pläne ...: the attribute and its noun."""
    article = start - (words.tag[start - 1] == "ART")
    pieces = [(article, start), (i + 1, phrase(words, i + 1, sentence.last))]
    return Draft(
        StatementKind.INDIRECT, [piece for piece in pieces if piece[0] < piece[1]], "Meinung nach", 0.9,
        speaker=(start, i), cue=(i,), frame=[(start, i + 1)],
    )  # fmt: skip


def _aus(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    """Aus Sicht der Gewerkschaft ..."""
    words = reading.words
    noun = i + 1 + (words.tag[i + 1 : i + 2] == ["ART"])
    own = part.kind in EMBEDDED or (part.finite >= 0 and words.subjunctive[part.finite])
    if own or noun >= sentence.last or words.low[noun] != "sicht":
        return
    stop = phrase(words, i + 1, sentence.last)
    if stop > noun + 1:
        yield from attributed(reading, sentence, part, (i, stop), (i + 1, stop), (i,), "aus Sicht", 0.85)


def _relative(sentence: Sentence, part: Part, i: int) -> Draft:
    """Studien, nach denen ..."""
    return Draft(
        StatementKind.INDIRECT, [(i + 2, subordinate_end(sentence, part))], "wonach", 0.85,
        speaker=(i + 1, i + 2), cue=(i,), frame=[(sentence.start, i + 2)],
    )  # fmt: skip


LONGEST_BEFORE = 60
RULES = endings("gesetz gesetze act verordnung vertrag abkommen regelung regeln zahlen ergebnis bilanz urteil")
"""nouns of texts and figures that "danach" with a verb in the present goes on with"""
WHEN = listed(
    "erst kurz bald schon direkt gleich unmittelbar noch sofort lange stunden tage wochen monate jahre minuten"
)
"""words before "nach" that make it tell a time"""
LAWS = endings("grundgesetz gesetz gesetzentwurf gesetzesentwurf verfassung artikel verordnung richtlinie paragraf")
"""texts that rule: "nach dem Grundgesetz" """
POSTPOSED = listed(
    """
    meinung ansicht auffassung einschätzung darstellung überzeugung vernehmen lesart schätzung dafürhalten aussage
    angabe
    """
)
"""nouns that stand before "nach": "ihrer Meinung nach" """
PEOPLE = endings(
    """
    sprecher sprecherin sprechers behörde behörden polizei zeitung agentur ministerium
    """
)
SO_FAR = endings("bisherig derzeitig vorläufig gegenwärtig neuest jüngst aktuell")
"""attributes of what is known by now: "nach den bisherigen Ermittlungen" """
EXTENSIVE = endings(
    """
    umfangreich eingehend lang intensiv weitere mehr zahlreich ausführlich gründlich
    """
)
"""attributes of what takes time: "nach langen Ermittlungen" """
CERTAIN = endings(
    """
    angaben angabe ansicht meinung auffassung bewertung bewertungen einschätzung darstellung überzeugung schätzung
    schätzungen lesart bericht dokument nachricht erhebung vorstellung idee plan wunsch willen ankündigung vorhersage
    prognose berichten berechnungen beobachtungen erkenntnissen studie umfrage informationen worten aussage aussagen
    vorstellungen stellungnahme
    """
)
"""nouns that tell a source even with an article, where others ("nach der Untersuchung") tell a time"""


def _zufolge(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    start = -1
    for j in range(i - 1, max(part.start - 1, i - 25, sentence.start - 1), -1):
        if words.finite[j]:
            break
        if (
            words.tag[j] not in ("ADJA", "NN", "NE")
            or j == i - 1
            or words.tag[j - 1] not in ("ART", "PPOSAT", "ADJA", "PDAT", "PIAT", "NN", "NE", "APPR")
        ):
            if phrase(words, j, i) == i:
                start = j
        elif phrase(words, j, i) == i and words.tag[j - 1] not in ("APPR",):
            start = j
    if start >= 0:
        yield from attributed(reading, sentence, part, (start, i + 1), (start, i), (i,), "zufolge", 0.9)


def _so(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    if i != part.start or i == sentence.start or part.kind is not Kind.FRAGMENT or i + 1 >= part.end:
        return
    if words.low[i + 1] in ("auch", "etwa", "beispielsweise"):
        return  # an example: "Viele lobten den Plan, so auch der Intendant"
    start = i + 1
    while start < part.end - 1 and words.tag[start] == "ADV":
        start += 1
    if words.text[i - 1] not in (",", *DASHES, *MARKS) or not may_be_subject(words, start):
        return
    stop = phrase(words, start, sentence.last)
    if stop == start or (
        stop < part.end
        and words.tag[stop] not in ("ADV", "APPR", "APPRART", "ADJD", "PROAV", "PTKVZ")
        and words.low[stop] != "weiter"
    ):
        return
    if words.low[start] in ("etwas", "viel", "viele", "dass", "was", "es"):
        return
    at = sentence.parts.index(part)
    if at and sentence.parts[at - 1].kind is Kind.QUOTE and (at == 1 or part is sentence.parts[-1]):
        return
    frame_end = max(part.end, stop)
    if at + 1 < len(sentence.parts) and sentence.parts[at + 1].kind is Kind.QUOTE:
        frame_end = sentence.last  # "..., so X weiter: „...“": what is quoted is a statement of its own
    frame = i - (words.text[i - 1] in (",", *DASHES)), frame_end
    yield from attributed(reading, sentence, part, frame, (start, stop), (i,), "so X", 0.9)


def _accordingly(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    subjunctive = any(words.subjunctive[j] for j in range(sentence.start, sentence.last))
    if words.low[i] == "danach":
        present = i + 1 < sentence.last and words.present[i + 1] and _tells_rules(words, i)
        if i != sentence.start or not (subjunctive or present):
            return
    rank = 0.9 if subjunctive or i == sentence.start else 0.75
    yield from attributed(reading, sentence, part, (i, i + 1), (i, i + 1), (i,), words.low[i], rank)


def _tells_rules(words: Words, start: int) -> bool:
    """Whether the sentence before a word is about a text that "danach" can draw on rather than about an event."""
    first = start
    while first and start - first < LONGEST_BEFORE and words.sentence[first - 1] >= words.sentence[start] - 1:
        first -= 1
    return any(
        words.tag[i] in ("NN", "NE", "FM") and (lexicon.is_source_noun(words.low[i]) or words.low[i].endswith(RULES))
        for i in range(first, start)
    )


def _wonach(reading: Reading, sentence: Sentence, part: Part, i: int) -> Iterator[Draft]:
    words = reading.words
    if i > part.start + 1 or i + 2 >= part.end or i <= sentence.start + 1:
        return
    speaker = phrase_before(words, sentence, i - 1)
    yield Draft(
        StatementKind.INDIRECT, [(i + 1, subordinate_end(sentence, part))], "wonach", 0.85,
        speaker=speaker or (i, i + 1), cue=(i,), frame=[(sentence.start, i + 1)],
    )  # fmt: skip


def _wie(reading: Reading, sentence: Sentence, at: int) -> Iterator[Draft]:
    words, part = reading.words, sentence.parts[at]
    for clause in frames.clauses(words, sentence):
        if clause.verb_part != at:
            continue
        for predicate in frames.predicates(words, clause):
            speaker = speakers.speaker(words, clause, predicate, [])
            text = speaker is not None and lexicon.is_source_noun(words.low[speaker[1] - 1])
            if not (predicate.takes(Government.FREE | Government.INNER) or text):
                continue
            if predicate.takes(Government.WEAK) and not text:
                continue
            cue = tuple(sorted({part.first, *predicate.words}))
            pieces = without(words, sentence, (clause.start, clause.end))
            if (
                not pieces
                or sum(b - a for a, b in pieces) < 3
                or (len(sentence.parts) == 2 and sentence.parts[0].kind is Kind.QUOTE)
            ):
                return
            yield Draft(
                StatementKind.INDIRECT, pieces, "wie X mitteilte", 0.9, speaker=speaker, cue=cue,
                frame=[with_comma(words, sentence, (clause.start, clause.end))], medium=predicate.entry.medium,
            )  # fmt: skip
            return


TRIGGERS = {
    "laut": _laut, "nach": _nach, "aus": _aus, "zufolge": _zufolge, "so": _so,
    "wonach": _wonach, "gemäß": _gemaess, "gemäss": _gemaess,
    **dict.fromkeys(ACCORDINGLY, _accordingly),
}  # fmt: skip
