"""What the constructions know of a document: columns of plain values, one row for each word that is not white space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.analysis.components.statements import mood
from newsreader.analysis.components.statements.wordlist import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS = ["LEMMA", "TAG", "MORPH", "ENT_TYPE", "IDX", "LENGTH", "SENT_START", "IS_SPACE"]
MARKS = listed("""„ “ ” " » « › ‹ ‚ ‘ ’ ' '' ``""")
DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,7}")
"""names of newsrooms that are addresses"""
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
PARTICLES = listed("von zu van vom zum der dem den de")
"""words that stand before surnames"""
QUANTITIES = listed("aller vieler mehrerer einiger")
PRONOMINAL_ADVERBS = {"PAV": "PROAV"}
"""tags that tag sets of the STTS family write differently"""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document, as columns.

    Attributes:
        text: the words as written.
        low: the same in lower case.
        lemma: base forms as the pipeline gives them.
        tag: STTS tags.
        case: grammatical case ("Nom", "Gen", "Dat", "Acc"), "" where the pipeline gives none.
        number: grammatical number ("Sing", "Plur"), "" where the pipeline gives none.
        gender: grammatical gender, "" where the pipeline gives none.
        entity: label of the named entity that a word is part of, else "".
        start, end: code points of the document's text.
        sentence: number of the sentence.
        paragraph: number of the paragraph; an empty line starts a new one.
        finite: whether a word is a finite verb.
        subjunctive: whether a word is a finite verb in the Konjunktiv.
        present: whether a word is a finite verb in the present tense.
    """

    text: list[str]
    low: list[str]
    lemma: list[str]
    tag: list[str]
    case: list[str]
    number: list[str]
    gender: list[str]
    entity: list[str]
    start: list[int]
    end: list[int]
    sentence: list[int]
    paragraph: list[int]
    finite: list[bool]
    subjunctive: list[bool]
    present: list[bool]

    def __len__(self) -> int:
        return len(self.text)


def of(doc: Doc, source: str) -> Words:
    """The columns of a document.

    Args:
        doc: a document with tags; lemmas, morphology, sentences and entities are used where they are there.
        source: its text.
    """
    strings = doc.vocab.strings
    names: dict[int, str] = {0: ""}
    features: dict[int, dict[str, str]] = {0: {}}
    rows = Words([], [], [], [], [], [], [], [], [], [], [], [], [], [], [])
    sentence = paragraph = 0
    for lemma, tag, morph, entity, index, length, opens, space in doc.to_array([*COLUMNS]).tolist():
        start, end = int(index), int(index) + int(length)
        sentence += opens == 1
        if space:
            paragraph += source.count("\n", start, end) > 1
            continue
        for key in (lemma, tag, entity):
            if key not in names:
                names[key] = strings[key]
        if morph not in features:
            features[morph] = dict(part.split("=", 1) for part in strings[morph].split("|") if "=" in part)
        _append(rows, source[start:end], names[lemma], names[tag], features[morph], names[entity])
        rows.entity.append(names[entity])
        rows.start.append(start)
        rows.end.append(end)
        rows.sentence.append(sentence)
        rows.paragraph.append(paragraph)
    _tell_names(rows)
    _join_particles(rows)
    _tell_first_persons(rows)
    return rows


def _tell_names(rows: Words) -> None:
    """Take a surname that looks like a verb for a name if the person is known, and what is an address for none.

    "Lauert sagte" follows "Paul Lauert"; "sagte Paul Lauert bote.example" names the newsroom that was told.
    """
    for i, entity in enumerate(rows.entity):
        if entity == "PER" and DOMAIN.fullmatch(rows.low[i]):
            rows.entity[i] = ""
    surnames = {rows.text[i] for i, entity in enumerate(rows.entity) if entity == "PER" and rows.tag[i] == "NE"}
    for i in range(len(rows) - 1):
        if rows.finite[i] and rows.text[i] in surnames and rows.finite[i + 1] and not rows.entity[i]:
            rows.tag[i], rows.entity[i], rows.finite[i], rows.subjunctive[i] = "NE", "PER", False, False


def _tell_first_persons(rows: Words) -> None:
    """Take forms next to "ich" for the indicative that they mostly are: "Ich sitze dabei", "Dann schweige ich"."""
    for i, low in enumerate(rows.low):
        if low == "ich" and rows.tag[i] == "PPER":
            for verb in (i - 1, i + 1):
                if 0 <= verb < len(rows) and rows.subjunctive[verb] and mood.may_be_first_person(rows.low[verb]):
                    rows.subjunctive[verb] = False


def _particles(rows: Words, i: int) -> int:
    """The first of the particles that stand before a word: the "von" of "von der Leyen"; the word if there are none."""
    while i and rows.low[i - 1] in PARTICLES:
        i -= 1
    return i


def _join_particles(rows: Words) -> None:
    """Let the particles of a surname be part of it where the full name shows that they are: "Zu Guttenberg sagte"."""
    people = [
        (i, start)
        for i, entity in enumerate(rows.entity)
        if entity == "PER" and rows.low[i] not in PARTICLES and (start := _particles(rows, i)) < i
    ]
    known = {tuple(rows.low[start : i + 1]) for i, start in people if start and rows.entity[start - 1] == "PER"}
    for i, start in people:
        name = tuple(rows.low[start : i + 1])
        if name in known or (*name[:-1], name[-1].removesuffix("s")) in known:
            rows.entity[start:i] = ["PER"] * (i - start)
            rows.tag[start:i] = ["NE"] * (i - start)


def _settled(text: str, tag: str, entity: str) -> str:
    """A tag as the constructions want it: marks are punctuation, and a part of a person's name is a name."""
    if text in MARKS:
        return "$("
    if entity == "PER" and tag not in ("NN", "NE", "ART", "APPR", "KON", "$(", "$,") and text[:1].isupper():
        return "NE"
    if tag == "PIS" and text.lower() in QUANTITIES:
        return "PIAT"
    return PRONOMINAL_ADVERBS.get(tag, tag)


def _append(rows: Words, text: str, lemma: str, tag: str, features: dict[str, str], entity: str) -> None:
    low = text.lower()
    tag = _settled(text, tag, entity)
    finite = tag in FINITE
    rows.text.append(text)
    rows.low.append(low)
    rows.lemma.append(lemma)
    rows.tag.append(tag)
    rows.case.append(features.get("Case", ""))
    rows.number.append(features.get("Number", ""))
    rows.gender.append(features.get("Gender", ""))
    rows.finite.append(finite)
    rows.subjunctive.append(finite and mood.subjunctive(low, lemma, features.get("Mood", "")))
    rows.present.append(finite and features.get("Tense", "") == "Pres")
