"""Readers of the corpora that the pipeline is trained on."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.analysis.embedded.tokenizer import GermanTokenizer

MORPHOLOGY = ("Case", "Number", "Gender", "Person")
KINDS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "MISC"}
_STTS = {"PAV": "PROAV"}


@dataclass
class Sample:
    """A sentence of a corpus: its tokens, and for each task a label for each token, None where unknown."""

    words: list[str]
    labels: dict[str, list[str | None]] = field(default_factory=dict)
    lemmas: list[str] | None = None
    particles: dict[int, int] = field(default_factory=dict)
    """Token number of a separated particle to token number of its verb."""
    moods: list[str | None] | None = None
    names: set[tuple[int, int, str]] | None = None
    aside: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""
    offsets: list[tuple[int, int]] = field(default_factory=list)


def _open(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def _features(column: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in column.split("|") if "=" in pair)


def read_conllu(path: Path, tags: bool, mood: bool) -> Iterator[Sample]:
    """The sentences of a treebank; a contraction such as "am" is one token, as it stands in the text.

    Args:
        path: a `.conllu.gz` file.
        tags: whether the language-specific tags are STTS.
        mood: whether its `Mood` can be trusted.
    """
    rows: list[list[str]] = []
    for line in [*_open(path), "\n"]:
        if line.startswith("#"):
            continue
        if line.strip():
            rows.append(line.rstrip("\n").split("\t"))
        elif rows:
            yield _conllu_sample(rows, tags, mood)
            rows = []


def _conllu_sample(rows: list[list[str]], tags: bool, mood: bool) -> Sample:
    sample = Sample([], {task: [] for task in ("stts", "upos", *MORPHOLOGY)}, [], {}, [])
    assert sample.lemmas is not None
    assert sample.moods is not None
    place: dict[str, int] = {}
    heads: dict[int, str] = {}
    inside = 0
    for number, form, lemma, upos, xpos, column, head, relation, *_ in rows:
        if "." in number:
            continue
        if "-" in number:
            first, last = map(int, number.split("-"))
            inside = last - first + 1
            _append(sample, form, "APPRART" if tags else None, "ADP", {}, lemma="", mood=None)
            continue
        if inside:
            inside -= 1
            place[number] = len(sample.words) - 1
            if not sample.lemmas[-1]:
                sample.lemmas[-1] = lemma
            if inside == 0:
                values = _features(column)
                for task in MORPHOLOGY:
                    sample.labels[task][-1] = values.get(task, "-").split(",")[0]
            continue
        place[number] = len(sample.words)
        values = _features(column)
        heads[len(sample.words)] = head if xpos == "PTKVZ" or relation == "compound:prt" else ""
        label = _STTS.get(xpos, xpos) if tags else None
        _append(sample, form, label, upos, values, lemma, values.get("Mood", "-") if mood else None)
    sample.particles = {i: place[head] for i, head in heads.items() if head and head in place}
    return sample


def _append(
    sample: Sample, form: str, tag: str | None, upos: str, values: dict[str, str], lemma: str, mood: str | None
) -> None:
    assert sample.lemmas is not None
    assert sample.moods is not None
    sample.words.append(form)
    sample.labels["stts"].append(tag)
    sample.labels["upos"].append(upos)
    for task in MORPHOLOGY:
        sample.labels[task].append(values.get(task, "-").split(",")[0])
    sample.lemmas.append(lemma)
    sample.moods.append(mood)


def read_pos(path: Path) -> Iterator[Sample]:
    """The sentences of a file of `form##UPOS`; a contraction is one token."""
    for line in _open(path):
        words: list[str] = []
        upos: list[str | None] = []
        skip = 0
        for item in line.split():
            form, _, tag = item.rpartition("##")
            if skip:
                skip -= 1
            elif form:
                words.append(form)
                upos.append("ADP" if tag == "_" else tag)
                skip = 2 if tag == "_" else 0
        if words:
            yield Sample(words, {"upos": upos})


def read_names(path: Path, tokenizer: GermanTokenizer) -> Iterator[Sample]:
    """The sentences of a file of `token TAG`, joined to text and tokenized as the pipeline does it."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*_open(path), "\n"]:
        fields = line.split()
        if fields:
            words.append(fields[0])
            tags.append(fields[-1])
        elif words:
            yield names_sample(words, tags, tokenizer)
            words, tags = [], []


def join(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The running text of tokens, and where in it each of them starts and ends."""
    text, places, glue, quoted = "", [], True, False
    for token in tokens:
        closes = token in ".,;:!?)]}…%“”" or (token in ('"', "''") and quoted)
        if not (glue or closes):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        if token in ('"', "''", "``"):
            quoted = not quoted
        glue = token in "([{„" or (token in ('"', "``") and quoted)
    return text, places


def names_sample(tokens: list[str], tags: list[str], tokenizer: GermanTokenizer) -> Sample:
    """A sentence with names, tokenized as the pipeline does it.

    Args:
        tokens: the corpus's tokens.
        tags: their IOB2 tags; derived and partial names (`LOCderiv`, `ORGpart`) are labels of their own.
        tokenizer: the pipeline's tokenizer.
    """
    text, places = join(tokens)
    pieces, blanks = tokenizer.split(text)
    words: list[str] = []
    offsets: list[tuple[int, int]] = []
    position = 0
    for piece, blank in zip(pieces, blanks, strict=True):
        if piece.strip():
            words.append(piece)
            offsets.append((position, position + len(piece)))
        position += len(piece) + blank
    starts = {start: i for i, (start, _) in enumerate(offsets)}
    ends = {end: i + 1 for i, (_, end) in enumerate(offsets)}
    labels: list[str | None] = ["O"] * len(words)
    names: set[tuple[int, int, str]] = set()
    aside: list[tuple[int, int]] = []
    for first, last, kind in _chunks(tags):
        start, end = places[first][0], places[last - 1][1]
        if kind in KINDS:
            names.add((start, end, KINDS[kind]))
        else:
            aside.append((start, end))
        if start not in starts or end not in ends:
            # The tokens' bounds do not fit: nothing is learned from the tokens that the name touches.
            for i, (a, b) in enumerate(offsets):
                if a < end and start < b:
                    labels[i] = None
            continue
        _mark(labels, starts[start], ends[end], KINDS.get(kind, kind))
    return Sample(words, {"names": labels}, names=names, aside=aside, text=text, offsets=offsets)


def _mark(labels: list[str | None], start: int, end: int, kind: str) -> None:
    if end - start == 1:
        labels[start] = f"U-{kind}"
    elif kind in KINDS.values():
        labels[start], labels[end - 1] = f"B-{kind}", f"L-{kind}"
        labels[start + 1 : end - 1] = [f"I-{kind}"] * (end - start - 2)


def _chunks(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start: int | None = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, i, tags[start][2:]
            start = None
        if tag != "O" and start is None:
            start = i
