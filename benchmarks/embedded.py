"""Figures of the German pipeline that ships with the program.

    python benchmarks/embedded.py [--data FOLDER]

Without `--data`: Konjunktiv forms on the tests' list, loading time, speed and memory on the sample articles. With the
folder of corpora: names on GermEval 2014 dev, tags and lemmas on the sentences of UD German-GSD dev that training keeps
back.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
MARK = re.compile(r"/([12I])")


def konjunktiv(nlp: Language) -> None:
    """Prints precision and recall of Konjunktiv forms on the tests' list."""
    hit = wrong = missed = 0
    for line in (ROOT / "tests/analysis/embedded/konjunktiv.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        gold = {m.start() - 2 * n for n, m in enumerate(MARK.finditer(line)) if m.group(1) != "I"}
        doc = nlp(MARK.sub("", line))
        found = {t.idx + len(t) for t in doc if t.morph.get("Mood", []) == ["Sub"]}
        hit, wrong, missed = hit + len(found & gold), wrong + len(found - gold), missed + len(gold - found)
    print(f"Konjunktiv, {hit + missed} forms: P {100 * hit / (hit + wrong):.1f}, R {100 * hit / (hit + missed):.1f}")


def speed(nlp: Language, texts: list[str]) -> None:
    """Prints tokens a second over texts, met for the first time and again."""
    for what in ("first time", "again"):
        began = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(texts))
        print(f"speed, {what}: {tokens / (time.perf_counter() - began):,.0f} tokens/s over {tokens:,} tokens")


def corpora(nlp: Language, data: Path) -> list[str]:
    """Prints the figures on the corpora, and gives the texts of GermEval dev."""
    from newsreader.analysis.training import figures, recipe
    from newsreader.analysis.training.corpora import read_conllu, read_names

    names = list(read_names(data / "germeval14" / "dev.iob2.gz", recipe.tokenizer()))
    for kind, values in figures.names(nlp, names).items():
        print(f"GermEval dev {kind:5}" + "".join(f"{value:7.1f}" for value in values))
    gold = recipe.held_out(list(read_conllu(data / "ud" / "de_gsd-ud-dev.conllu.gz", True, True)), recipe.FOLDS)[1]
    print("UD German-GSD, kept back", {k: round(v, 2) for k, v in figures.tags(nlp, gold).items()})
    return [sample.text for sample in names]


def main() -> None:
    """Reads the command line and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    import spacy  # noqa: F401

    from newsreader.analysis.embedded import load

    began = time.perf_counter()
    nlp = load()
    print(f"loading beyond `import spacy`: {time.perf_counter() - began:.2f} s")
    konjunktiv(nlp)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))] * 20
    speed(nlp, texts)
    if options.data:
        texts = corpora(nlp, options.data)
        joined = [" ".join(texts[i : i + 25]) for i in range(0, len(texts), 25)]
        speed(load(), joined)
    print(f"memory at peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", file=sys.stdout)


if __name__ == "__main__":
    main()
