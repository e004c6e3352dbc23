"""How quick many annotations are: opening an article with 10,000 of them and without, and a store of 100,000.

    .venv/bin/python benchmarks/annotations.py

It makes an article of 300,000 characters, a store with 10,000 annotations on it and 90,000 on others, and measures in
processes of their own, which take turns: opening the article up to the merged layers, with the store and without; one
change and its undoing; finding the annotations again in a text that has changed. The medians are printed. With
`--screen` it also opens the reader in a pseudo-terminal, with the store and with an empty one, and measures until the
text stands.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import (
    Actor,
    ActorKind,
    Analysis,
    Entity,
    Statement,
    StatementKind,
)
from newsreader.annotations.anchoring.remembered import PlaceMemory
from newsreader.annotations.deciding import Judge
from newsreader.annotations.notebook import Notebook, load
from newsreader.annotations.pen import Pen
from newsreader.annotations.review import reviewed
from newsreader.annotations.store.store import Store
from newsreader.article import read
from newsreader.article.model import Article, Span

SAMPLE = Path(__file__).resolve().parent.parent / "seeds" / "nato-gipfel-telefonat.txt"
CHARACTERS = 300_000
HERE, ELSEWHERE = 10_000, 90_000
"""annotations on the article, and on others in the same store"""

OTHERS = 300
"""articles that the others are on"""


def text_of(characters: int) -> str:
    """A text of so many characters in which no sentence is quite like another: numbers tell them apart."""
    sentences = SAMPLE.read_text(encoding="utf-8").replace("\n\n", "\n").split(". ")
    pieces: list[str] = []
    size = 0
    while size < characters:
        number = len(pieces)
        piece = f"{sentences[number % len(sentences)]} ({number}). " + ("\n\n" if number % 5 == 4 else "")
        pieces.append(piece)
        size += len(piece)
    return "".join(pieces)[:characters]


def analysis_of(text: str) -> Analysis:
    """An analysis with 4,000 entities, 200 actors and 2,000 statements at even distances."""
    step = len(text) // 4000
    names = [Span(at * step, at * step + 12) for at in range(4000)]
    actors = [Actor(f"a{n}", f"Person {n}", ActorKind.PERSON, None, tuple(names[n::200])) for n in range(200)]
    entities = [Entity(f"e{n}", span, "PER", f"a{n % 200}") for n, span in enumerate(names)]
    statements = [
        Statement(f"s{n}", StatementKind.INDIRECT, (Span(n * 2 * step + 15, n * 2 * step + 90),), actor=f"a{n % 200}")
        for n in range(2000)
    ]
    return Analysis(PipelineInfo("benchmark", "1"), tuple(entities), tuple(actors), tuple(statements))


def prepare(folder: Path) -> None:
    """Write the article, the changed article and the store."""
    text = text_of(CHARACTERS)
    (folder / "article.txt").write_text(text, encoding="utf-8")
    article = read(str(folder / "article.txt"))
    pen = Pen(article, "Eva")
    analysis = analysis_of(article.text)
    review = reviewed(article, analysis)
    judge = Judge(pen, review)
    changes = judge.confirm_all([*review.entities, *review.statements])
    step = len(article.text) // (HERE - len(changes))
    places = (Span(at * step, at * step + 40) for at in range(HERE - len(changes)))
    changes += [pen.highlight([span], "yellow", note="Notiz", tags=["prüfen"]) for span in places]
    with Store(folder / "full.sqlite") as store, Store(folder / "empty.sqlite"):
        store.apply(changes, {article.id: article.text})
        for number in range(OTHERS):
            other = Article(f"{number} {article.text[number * 500 : number * 500 + 5000]}", f"/other/{number}.txt")
            other_pen = Pen(other, "Eva")
            each = ELSEWHERE // OTHERS
            store.apply(
                [other_pen.highlight([Span(at, at + 30)], "red", note="Notiz") for at in range(each)],
                {other.id: other.text},
            )
    paragraphs = text.split("\n\n")
    del paragraphs[5::40]
    (folder / "changed.txt").write_text("Neu vorweg.\n\n" + "\n\n".join(paragraphs), encoding="utf-8")


def measure(folder: Path, store_name: str) -> dict[str, float]:
    """Milliseconds that each part takes in this process.

    Args:
        folder: what `prepare` has written.
        store_name: "full" or "empty".
    """
    took: dict[str, float] = {}

    def lap(name: str, begin: float) -> float:
        took[name] = 1e3 * (time.perf_counter() - begin)
        return time.perf_counter()

    begin = at = time.perf_counter()
    article = read(str(folder / "article.txt"))
    at = lap("reading the article", at)
    analysis = analysis_of(article.text)
    at = lap("making up the analysis", at)
    store = Store(folder / f"{store_name}.sqlite")
    at = lap("opening the store", at)
    notebook = Notebook(article, store, load(store, article))
    at = lap("reading the annotations", at)
    review = notebook.review(analysis)
    lap("joining the layers", at)
    lap("all of it", begin)
    judge = Judge(Pen(article, "Eva"), review)
    at = time.perf_counter()
    notebook.do("step", [judge.reject(review.statements[7])])
    at = lap("a change, stored", at)
    notebook.review(analysis)
    at = lap("joining the layers again", at)
    notebook.undo()
    lap("taking it back", at)
    changed = read(str(folder / "changed.txt"))
    # The same source with another text.
    changed = Article(changed.text, article.source, sections=changed.sections)
    at = time.perf_counter()
    memory = PlaceMemory(folder / f"places-{store_name}")
    shutil.rmtree(memory.folder, ignore_errors=True)
    loaded = load(store, changed, memory)
    at = lap("placing in a changed text", at)
    load(store, changed, memory)
    lap("the same when opened again", at)
    took["placed, percent"] = (
        100 * sum(one.method is not None for one in loaded.placed.values()) / max(1, len(loaded.placed))
    )
    return took


def screen(folder: Path, store_name: str) -> float:
    """Milliseconds until the reader shows the article."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    firstpaint = importlib.import_module("firstpaint")
    with tempfile.TemporaryDirectory() as home:
        named = ["--store", str(folder / f"{store_name}.sqlite"), str(folder / "article.txt")]
        command = [*firstpaint.READER, *firstpaint.NO_ANALYSIS, *named]
        terminal = firstpaint.Terminal(command, Path(home))
        try:
            return 1e3 * float(terminal.until("Verteidigungsminister"))
        finally:
            terminal.close()


def median(rows: list[dict[str, float]], name: str) -> float:
    """The median of a measure."""
    return statistics.median(row[name] for row in rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="processes of each kind")
    parser.add_argument("--screen", action="store_true", help="measure the reader on the screen too")
    parser.add_argument("--measure", nargs=2, metavar=("FOLDER", "STORE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(Path(options.measure[0]), options.measure[1])))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        rows: dict[str, list[dict[str, float]]] = {"full": [], "empty": []}
        for _ in range(options.runs):
            for store in rows:
                rows[store].append(apart(folder, store))
        report(folder, rows)
        if options.screen:
            times: dict[str, list[float]] = {
                store: [screen(folder, store) for _ in range(options.runs)] for store in rows
            }
            full, empty = statistics.median(times["full"]), statistics.median(times["empty"])
            print(f"{'the text on the screen':<28}{full:8.0f} ms{empty:8.0f} ms   ratio {full / empty:.2f}")


def apart(folder: Path, store: str) -> Any:
    """What `measure` gives in a process of its own."""
    command = [sys.executable, __file__, "--measure", str(folder), store]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def report(folder: Path, rows: dict[str, list[dict[str, float]]]) -> None:
    """Print the medians beside each other."""
    size = (folder / "full.sqlite").stat().st_size / 1e6
    print(f"{HERE:,} annotations on the article, {ELSEWHERE:,} on others, {size:.0f} MB; the store beside an empty one")
    for name in rows["full"][0]:
        full, empty = median(rows["full"], name), median(rows["empty"], name)
        print(f"{name:<28}{full:8.1f}   {empty:8.1f}")


if __name__ == "__main__":
    main()
