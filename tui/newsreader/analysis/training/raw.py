"""Running text without annotation: sentences of it, and how often forms occur."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from typing import TYPE_CHECKING

from newsreader.analysis.embedded.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.analysis.embedded.tokenizer import GermanTokenizer

ENCYCLOPEDIA = ("wikipedia_telekom_dpr_test", "klexikon_wikipedia_articles")
SPEECHES = ("bundestag_wp20_speeches",)
EVERYDAY = ("commonvoice_de_cc0",)
SHORTEST, LONGEST = 4, 80


def lines(folder: Path, names: tuple[str, ...]) -> Iterator[str]:
    """The lines of the named texts of the corpora's `raw` folder. Raises: OSError where one is missing."""
    for name in names:
        with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as text:
            for line in text:
                if stripped := line.strip():
                    yield stripped


def sentences(text: str, tokenizer: GermanTokenizer) -> Iterator[list[str]]:
    """The sentences of a line, as tokens without white space; very short and very long ones are left out."""
    words, blanks = tokenizer.split(text)
    current: list[str] = []
    for word, starts in zip([*words, ""], [*sentence_starts(words, blanks), True], strict=True):
        if starts:
            if SHORTEST <= len(current) <= LONGEST:
                yield current
            current = []
        if word.strip():
            current.append(word)


def sample_sentences(
    folder: Path, tokenizer: GermanTokenizer, encyclopedia: int, speeches: int, seed: int
) -> list[list[str]]:
    """Sentences drawn at random.

    Args:
        folder: the corpora's `raw` folder.
        tokenizer: the pipeline's tokenizer.
        encyclopedia, speeches: lines to draw of each kind of text.
        seed: the draw's seed.
    """
    draw = random.Random(seed)
    result: list[list[str]] = []
    for names, number in ((ENCYCLOPEDIA, encyclopedia), (SPEECHES, speeches)):
        found = list(lines(folder, names))
        for line in draw.sample(found, min(number, len(found))):
            result.extend(sentences(line, tokenizer))
    return result


def tokenized(folder: Path, tokenizer: GermanTokenizer, target: Path, seed: int) -> Counter[str]:
    """Writes all running text, tokenized, in random order, and counts its forms.

    Args:
        folder: the corpora's `raw` folder.
        tokenizer: the pipeline's tokenizer.
        target: the file to write, a line a paragraph, tokens separated by blanks.
        seed: the order's seed.
    """
    rows: list[str] = []
    counts: Counter[str] = Counter()
    for line in lines(folder, (*ENCYCLOPEDIA, *SPEECHES, *EVERYDAY)):
        words = [word for word in tokenizer.split(line)[0] if word.strip()]
        if len(words) >= SHORTEST:
            counts.update(words)
            rows.append(" ".join(words))
    random.Random(seed).shuffle(rows)
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return counts
