"""How long it takes to compare two versions of a text, sentence by sentence, and to set the changes for the screen.

    .venv/bin/python benchmarks/changes.py

It makes up texts of several lengths and edits one sentence in twenty; beside that it compares texts that have nothing
in common, texts that repeat one sentence throughout, and one sentence as long as a book. Milliseconds of the process.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.article.model import Article
from newsreader.library.changes.comparing import compare
from newsreader.phrases import Phrases
from newsreader.ui.comparing.model import Way
from newsreader.ui.comparing.setting import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).resolve().parent.parent / "seeds" / "nato-gipfel-telefonat.txt"
WORDS = [word.strip('.,"') for word in SAMPLE.read_text(encoding="utf-8").split()]
LENGTHS = (3_000, 30_000, 200_000, 1_000_000)
"""characters"""


def sentence(chance: random.Random) -> str:
    """Words of the sample at random."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(5, 24))) + "."


def text(chance: random.Random, length: int) -> list[str]:
    """Sentences of so many characters together."""
    found: list[str] = []
    while length > 0:
        found.append(sentence(chance))
        length -= len(found[-1]) + 1
    return found


def edited(sentences: list[str], chance: random.Random) -> list[str]:
    """The same with one sentence in twenty reworded, dropped, added or moved."""
    found = list(sentences)
    for _ in range(max(1, len(found) // 20)):
        at, what = chance.randrange(len(found)), chance.randrange(4)
        if what == 0:
            words = found[at].split()
            words[len(words) // 2] = chance.choice(WORDS)
            found[at] = " ".join(words)
        elif what == 1:
            del found[at]
        elif what == 2:
            found.insert(at, sentence(chance))
        else:
            found.insert(chance.randrange(len(found)), found.pop(at))
    return found


def took(work: Callable[[], object]) -> float:
    """Milliseconds of the process, the least of three."""
    times: list[float] = []
    for _ in range(3):
        begin = time.process_time()
        work()
        times.append(1e3 * (time.process_time() - begin))
    return min(times)


def report(name: str, old: str, new: str) -> None:
    """Print how long two texts take."""
    one, other = Article(old, "a"), Article(new, "a")
    changes = compare(one, other)
    comparing = took(lambda: compare(one, other))
    setting = took(lambda: paragraphs(changes, Phrases("en"), Way(whole=True)))
    print(f"{name:<34}{comparing:9.1f} ms{setting:9.1f} ms   {changes.counts.all:6d} sentences changed")


def main() -> None:
    """Measure and print."""
    chance = random.Random(7)
    print(f"{'':<34}{'comparing':>12}{'setting':>12}")
    for length in LENGTHS:
        sentences = text(chance, length)
        report(f"{length:,} characters, edited", " ".join(sentences), " ".join(edited(sentences, chance)))
    first, second = (" ".join(text(chance, 200_000)) for _ in range(2))
    report("200,000, nothing in common", first, second)
    report("200,000, one sentence repeated", "Das ist so. " * 16_000, "Das ist so. Ja. " * 12_000)
    report("200,000, one sentence", "wort " * 40_000, "wort und " * 22_000)


if __name__ == "__main__":
    main()
