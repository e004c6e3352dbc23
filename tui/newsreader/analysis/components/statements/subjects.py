"""Who is named in a clause: its subject, the agent of a passive, the text that speaks, the addressee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.components.actors.lexicon import body_part, group_part, role_part
from newsreader.analysis.components.statements import lexicon
from newsreader.analysis.components.statements.attributes import TIMES, phrase
from newsreader.analysis.components.statements.clauses import EMBEDDED, Kind
from newsreader.analysis.components.statements.nominal import Range, base, may_be_subject
from newsreader.analysis.components.statements.wordlist import endings, listed
from newsreader.analysis.components.statements.words import MARKS

if TYPE_CHECKING:
    from newsreader.analysis.components.statements.frames import Clause, Predicate
    from newsreader.analysis.components.statements.words import Words

PLURAL_AUXILIARIES = listed(
    "haben hatten sind waren werden wurden wollen wollten können konnten sollen sollten müssen mussten"
)
POINTERS = listed("das dies")
JUDGING = ("sein", "bleiben", "bedeuten")
"""verbs that say what something is for somebody"""
COPULAS = ("ist", "war", "wäre", "sei", "wird", "wurde", "bedeutet", "heißt")
"""forms of verbs that "das" is mostly the subject of"""
DOCUMENTS = endings("entwurf vertrag abkommen gesetz verordnung richtlinie papier brief schreiben artikel beitrag")
PERSONAL = listed("er sie es wir ich man")


def subject(words: Words, clause: Clause) -> Range | None:
    """The subject of a clause, None if none is found; relative clauses behind its head are left out."""
    if clause.finite < 0:
        return None
    if clause.kind in EMBEDDED:
        start = clause.start
        while start < clause.finite and (
            words.tag[start] in ("KOUS", "PWAV", "KON", "KOKOM", "PRF", "ADV")
            or words.low[start] in ("wie", "dass", "ob")
        ):
            start += 1
        found = _first_subject(words, start, clause.finite)
        if found is not None and words.tag[found[0]] == "PRELS" and words.low[found[0]] != "der":
            later = _first_subject(words, found[1], clause.finite)
            if later is not None and (
                _person(words, later) or words.low[later[0]] in ("der", "er", "ein", "wir", "man")
            ):
                return later
        return found
    start, end = clause.front
    if clause.kind is Kind.SECOND and start < end:
        front = _front_subject(words, start, end)
        later = behind(words, clause)
        if front is not None and not (later is not None and _better(words, clause.finite, front, later)):
            return front
        return later or front
    return behind(words, clause)


def behind(words: Words, clause: Clause) -> Range | None:
    """The subject behind the verb."""
    stop = soft = clause.finite + 1
    for start, end in clause.ranges:
        if start <= clause.finite < end:
            stop = soft = end
        elif stop < end and start <= stop + 1:
            stop = end
    found = _first_subject(words, clause.finite + 1, stop, soft=soft)
    first = clause.finite + 1
    if found is None and first < soft and words.low[first] == "der" and words.tag[first] == "ART":
        # What stands right behind the verb is its subject if nothing else can be, whatever case the pipeline gives.
        end = phrase(words, first, soft)
        return (first, end) if end > first and not _is_time(words, first, end) else None
    return found


def quoted(words: Words, clause: Clause, subject: Range | None) -> Range | None:
    """Whose words somebody else quotes: the object in "Der Sender zitiert den Minister", behind the verb.

    Args:
        words: the document.
        clause: a clause with "zitieren" in the active.
        subject: who quotes.
    """
    i = clause.finite + 1
    if subject is not None and subject[0] == i:
        closing = next(
            (j for j in range(i + 2, subject[1] - 1) if words.text[j] in MARKS and words.text[i + 1] in MARKS), 0
        )
        if closing and words.entity[closing + 1] == "PER":
            return closing + 1, subject[1]  # zitiert die „Computerwoche“ Lynch
        i = subject[1]
    while i < clause.end and (words.tag[i] in ("ADV", "ADJD", "PRF")):
        i += 1
    if i >= clause.end:
        return None
    stop = phrase(words, i, clause.end)
    named = any(words.entity[j] == "PER" for j in range(i, stop)) or words.low[i] in (
        "den",
        "einen",
        "ihn",
        "die",
        "eine",
    )
    return (i, stop) if stop > i and named and not _is_time(words, i, stop) else None


def _front_subject(words: Words, start: int, end: int) -> Range | None:
    while (
        start < end
        and (words.tag[start] in ("KON", "ADV", "ADJD") or words.text[start] in MARKS or not _is_word(words, start))
        and base(words, start, end) == start
        and words.tag[start + 1] not in ("APPR", "APPRART")
    ):
        start += 1
    if start >= end or not may_be_subject(words, start) or words.low[end - 1] == "gegenüber":
        return None
    stop = phrase(words, start, end)
    if stop == start or _is_time(words, start, base(words, start, end)):
        return None
    return start, stop


def _is_word(words: Words, i: int) -> bool:
    return any(c.isalnum() for c in words.text[i])


def _first_subject(words: Words, start: int, end: int, soft: int | None = None) -> Range | None:
    """The first phrase of a stretch that may be the subject."""
    i = start
    limit = end if soft is None else soft
    while i < limit:
        tag, low = words.tag[i], words.low[i]
        if tag in ("APPR", "APPRART"):
            i = max(base(words, i + 1, limit), i + 1)
            while i < limit and words.low[i] in ("der", "des", "von"):
                grown = base(words, i + (words.low[i] == "von"), limit)
                if grown <= i + 1:
                    break
                i = grown
            continue
        stop = base(words, i, limit)
        if stop > i:
            if low == "es" and tag == "PPER":
                if stop < limit and words.entity[stop] == "PER":
                    i = stop  # "bringt [es] Anna Weber auf den Punkt"
                    continue
                return None
            if may_be_subject(words, i) and not _is_time(words, i, stop):
                return i, max(phrase(words, i, end), stop)
            i = stop
            continue
        i += 1
    return None


def _is_time(words: Words, start: int, stop: int) -> bool:
    """Whether a phrase tells when: "am Montag", but not a name in quotation marks that holds such a word."""
    if words.text[start] in MARKS or words.entity[stop - 1] in ("PER", "ORG"):
        return False
    return any(words.low[i] in TIMES for i in range(start, stop))


def _better(words: Words, verb: int, front: Range, behind: Range) -> bool:
    """Whether the phrase behind the verb is the subject although one before it could be."""
    low, tag = words.low[behind[0]], words.tag[behind[0]]
    if words.low[front[0]] in POINTERS and front[1] == front[0] + 1 and not words.low[verb].startswith(COPULAS):
        return behind[0] == verb + 1 and (tag in ("ART", "PPOSAT", "NE") or low in PERSONAL)
    if words.tag[front[0]] in ("PPER", "PRELS") or (_plural_verb(words, verb) and not _plural(words, behind)):
        return False
    if tag == "PPER" and low in PERSONAL and low not in ("sie", "es"):
        return True
    front_head = base(words, front[0], front[1]) - 1
    while front_head > front[0] and words.tag[front_head] == "NE" and words.tag[front_head - 1] == "NN":
        front_head -= 1
    plural = words.number[front_head] == "Plur" and words.number[verb] == "Sing" and not _plural_verb(words, verb)
    plural = plural and words.low[front[0]] not in ("der", "ein", "eine", "das", "jeder", "jede", "kein")
    if plural and words.tag[front_head] == "NN":
        return True
    if words.low[front[0]] in ("der", "ein") or _person(words, (front[0], base(words, *front))):
        return False
    if tag == "PPER" and low in PERSONAL:
        return True
    if can_speak(words, behind) and not can_speak(words, front):
        return True
    if low == "der" and words.case[behind[0]] == "Nom" and words.gender[behind[0]] != "Fem":
        return True
    last = base(words, behind[0], behind[1]) - 1
    if words.entity[last] == "PER" and words.tag[last] == "NE":
        return True
    if plural:
        return True
    head = words.low[front_head]
    abstract = lexicon.is_content_noun(head) or head.endswith(("ung", "heit", "keit", "ion"))
    named = _person(words, (base(words, behind[0], behind[1]) - 1, behind[1]))
    return (abstract or words.low[front[0]] in ("das", "dies", "dieses")) and named


def can_speak(words: Words, span: Range) -> bool:
    """Whether the head of a phrase is somebody or a body: a name, an office, an authority, people, not a thing."""
    head = base(words, span[0], span[1]) - 1
    if any(words.entity[i] in ("PER", "ORG") for i in range(span[0], head + 1)):
        return True
    noun = words.text[head]
    return any(part(noun) is not None for part in (role_part, body_part, group_part))


def _plural_verb(words: Words, verb: int) -> bool:
    return words.number[verb] == "Plur" or words.low[verb] in PLURAL_AUXILIARIES


def _plural(words: Words, span: Range) -> bool:
    """Whether a phrase may be a plural."""
    head = base(words, span[0], span[1]) - 1
    joined = any(words.low[i] in ("und", "sowie") for i in range(*span))
    return joined or words.number[head] != "Sing"


def _person(words: Words, span: Range) -> bool:
    return any(words.entity[i] in ("PER", "ORG") or words.tag[i] == "NE" for i in range(*span))


def agent(words: Words, clause: Clause) -> Range | None:
    """Who does it in the passive: the phrase after "von" or "durch"."""
    for i in clause.words():
        if clause.front[0] < i < clause.front[1] and words.tag[i - 1] in ("NN", "NE"):
            continue
        if words.low[i] in ("von", "vom", "durch", "seitens") and i + 1 < clause.end:
            stop = base(words, i + 1, clause.end)
            if stop > i + 1:
                return i + 1, phrase(words, i + 1, clause.end)
    return None


def source(words: Words, clause: Clause) -> Range | None:
    """The text or place that speaks in "im Bericht heißt es": the phrase after the preposition."""
    for i in clause.words():
        if words.low[i] in ("in", "im", "aus", "auf", "bei", "von", "vom", "seitens", "beim") and i + 1 < clause.end:
            stop = base(words, i + 1, clause.end)
            if stop > i + 1 and not _is_time(words, i + 1, stop):
                return i + 1, phrase(words, i + 1, clause.end)
    return None


def document(words: Words, clause: Clause) -> Range | None:
    """The text that tells in the passive: "in einer Mitteilung der Bahn wird gefordert"."""
    found = source(words, clause)
    if found is None:
        return None
    head = base(words, found[0], found[1]) - 1
    named = words.entity[head] == "ORG" or words.text[found[0]] in MARKS
    text = lexicon.is_source_noun(words.low[head]) or words.low[head].endswith(DOCUMENTS)
    return found if named or text else None


def addressee(words: Words, clause: Clause, predicate: Predicate, speaker: Range | None) -> Range | None:
    """Whom it is said to: after "gegenüber", the dative or accusative of verbs such as "auffordern" and "vorwerfen"."""
    for i in clause.words():
        if words.low[i] == "gegenüber":
            stop = phrase(words, i + 1, clause.end)
            if stop > i + 1:
                return i + 1, stop
    dative_only = predicate.entry.verb in TELLING
    if predicate.entry.verb not in ADDRESSING and not dative_only:
        return None
    i = clause.finite + 1
    while i < clause.end:
        if speaker is not None and speaker[0] <= i < speaker[1]:
            i = speaker[1]
            continue
        if words.tag[i] in ("APPR", "APPRART"):
            i = max(base(words, i + 1, clause.end), i + 1)
            continue
        stop = base(words, i, clause.end) if words.tag[i] != "PPER" else i + 1
        if stop > i and not _is_time(words, i, stop) and not (dative_only and not _dative(words, i)):
            return i, max(stop, phrase(words, i, clause.end))
        i = max(stop, i + 1)
    return None


def _dative(words: Words, i: int) -> bool:
    low = words.low[i]
    if words.tag[i] == "PPER":
        return low in ("ihm", "ihr", "ihnen", "uns", "mir")
    return low in ("dem", "einem", "seinem", "ihrem") or (low in ("der", "den", "einer") and words.case[i] == "Dat")


TELLING = listed(
    "sagen erklären mitteilen berichten erzählen schreiben antworten bestätigen verraten entgegnen zurufen"
)
"""verbs whose addressee stands in the dative"""
ADDRESSING = listed(
    """
    auffordern bitten ersuchen ermahnen drängen warnen beschuldigen bezichtigen vorwerfen befehlen anweisen raten
    empfehlen verbieten untersagen erlauben gestatten versichern zusichern versprechen verpflichten ermuntern
    ermutigen einladen informieren unterrichten fragen aufrufen
    """
)


def for_whom(words: Words, clause: Clause, span: Range) -> Range | None:
    """Whose judgement a piece is: "Für die Gewerkschaft ist das Angebot „ein Witz“"."""
    if words.lemma[clause.finite] not in JUDGING or span[0] < clause.finite:
        return None
    for i in clause.words():
        if words.low[i] == "für" and i < span[0] and (i == clause.front[0] or i == clause.finite + 1):
            stop = phrase(words, i + 1, clause.end)
            somebody = stop > i + 1 and not any(words.low[j] in TIMES for j in range(i + 1, stop))
            return (i + 1, stop) if somebody and stop <= span[0] else None
    return None
