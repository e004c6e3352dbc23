"""Figures of `newsreader export` over many articles: time beside that of the pipeline, processes, memory.

    python benchmarks/corpora.py [--articles 1000] [--paragraphs 6] [--jobs 2] [--data FOLDER]

Without `--data` the articles are invented: the pieces in invented_news.txt are put together at random, with surnames,
towns and compounds that no other article has, so that the vocabulary grows as it does in real news. With a folder, all
articles in it.

* pipeline alone: the spaCy pipeline with all of its components, those for statements and actors too, `nlp.pipe` over
  the articles' texts, the documents thrown away. Loading and reading are not counted, whereas all of the export is:
  start, loading, reading, journal, writing.
* below: the same without the components for agreement, dates, statements and actors.
* processor: seconds of processor time, user and system, of all processes; what other programs do changes it less than
  the wall-clock time. Where it is spread evenly, N processes on N cores of their own need an Nth of it. The start,
  which is told by the export of a few articles, counts the less the more articles there are.
* memory: what is resident, when so much of the articles is done; on Linux.

Everything computes on one thread a process.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PARTS = (0.1, 0.25, 0.5, 0.75, 1.0)
NAME = re.compile(r"\{(\w+)\}")
JOURNAL = ".out.jsonl.unfinished"
MEGABYTE = 2**20


class Inventor:
    """Makes up articles.

    Args:
        seed: the same one gives the same articles.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._pieces: dict[str, list[str]] = {}
        name = ""
        for line in (HERE / "invented_news.txt").read_text("utf-8").splitlines():
            if line.startswith("["):
                name = line.strip("[]")
                self._pieces[name] = []
            elif line and not line.startswith("#"):
                self._pieces[name].append(line)

    def article(self, paragraphs: int) -> str:
        """An article of so many paragraphs of one to four sentences."""
        # What an article is about comes again and again.
        about = {
            name: [self._piece(name) for _ in range(number)]
            for name, number in (("person", 3), ("organisation", 2), ("place", 2), ("thing", 2))
        }
        blocks = [self._piece("title", about)]
        for number in range(paragraphs):
            if number and number % 4 == 0:
                blocks.append(self._piece("heading", about))
            sentences = [self._piece("sentence", about) for _ in range(self._random.randint(1, 4))]
            opening = [self._piece("opening", about)] if not number else []
            blocks.append(" ".join(opening + sentences))
        return "\n\n".join(blocks) + "\n"

    def _piece(self, name: str, about: dict[str, list[str]] | None = None) -> str:
        if name == "number":
            return str(self._random.randint(2, 900))
        if about and name in about:
            return self._random.choice(about[name])
        chosen = self._random.choice(self._pieces[name])
        return NAME.sub(lambda found: self._piece(found.group(1), about), chosen)


class Run(NamedTuple):
    """What a process took.

    Attributes:
        wall: seconds by the clock.
        processor: seconds of processor time, with that of its own processes.
        memory: for each of `PARTS` the bytes that are resident, of all its processes and of the largest.
    """

    wall: float
    processor: float
    memory: tuple[tuple[int, int], ...] = ()


def invented(folder: Path, number: int, paragraphs: int) -> None:
    """Fill a folder with articles, a thousand in each folder of it."""
    inventor = Inventor(1)
    for n in range(number):
        inside = folder / f"{n // 1000:03}"
        inside.mkdir(parents=True, exist_ok=True)
        (inside / f"{n:05}.txt").write_text(inventor.article(paragraphs), "utf-8")


def collected(folder: Path) -> list[str]:
    """The articles of a folder."""
    from newsreader.article import collect

    return list(collect([str(folder)]))


def alone(folder: Path, *, below: bool) -> None:
    """Print, as JSON, what the pipeline takes for the articles of a folder: this is run in a process of its own."""
    from newsreader.analysis import pipeline
    from newsreader.article import read

    nlp = pipeline.load().nlp
    texts = [read(source).text for source in collected(folder)]
    wall, processor = time.perf_counter(), time.process_time()
    for _ in nlp.pipe(texts, disable=list(pipeline.COMPONENTS) if below else []):
        pass
    taken = {"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}
    print(json.dumps({**taken, "articles": len(texts), "characters": sum(map(len, texts))}))


def resident(process: int) -> list[int]:
    """Bytes of a process and of those that it began; none where the system does not tell."""
    found = []
    try:
        found.append(int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"))
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            for child in children.read_text().split():
                found += resident(int(child))
    except OSError:
        pass
    return found


def export(folder: Path, jobs: int, place: Path, environment: dict[str, str]) -> Run:
    """Export the articles of a folder, and watch it."""
    place.mkdir()
    # Nothing of an earlier one is there, such as finished analyses, and nothing of the user's.
    homes = {f"XDG_{kind}_HOME": str(place / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    call = [sys.executable, "-c", "import sys; from newsreader.cli import main; sys.exit(main())"]
    call += ["export", str(folder), "-f", "jsonl", "-o", str(place / "out.jsonl"), "-j", str(jobs)]
    began = time.perf_counter()
    running = subprocess.Popen(call, env={**environment, **homes})
    seen: list[tuple[int, int, int]] = []
    while True:
        ended, status, used = os.wait4(running.pid, os.WNOHANG)
        if ended:
            break
        memory = resident(running.pid)
        journal = place / JOURNAL
        if memory and journal.exists():
            seen.append((journal.stat().st_size, sum(memory), max(memory)))
        time.sleep(0.2)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        sys.exit(f"export ended with {running.returncode}")
    whole = seen[-1][0] if seen else 0
    at = tuple(next((m[1:] for m in seen if m[0] >= part * whole), (0, 0)) for part in PARTS)
    return Run(time.perf_counter() - began, used.ru_utime + used.ru_stime, at)


def show(name: str, run: Run, articles: int) -> None:
    """Print a line of the first table."""
    print(f"{name:28}{run.wall:12.1f} s{run.processor:12.1f} s{articles / run.wall:14.1f}")


def figures(folder: Path, jobs: int, place: Path) -> None:
    """Print everything about the articles of a folder."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

    def pipeline(*options: str) -> tuple[Run, dict[str, int]]:
        call = [sys.executable, __file__, "--alone", str(folder), *options]
        told = json.loads(subprocess.run(call, env=environment, stdout=subprocess.PIPE, check=True).stdout)
        return Run(told["wall"], told["processor"]), told

    few = place / "few"
    few.mkdir()
    for number, path in enumerate(collected(folder)[: 2 * jobs]):
        shutil.copy(path, few / f"{number}{Path(path).suffix}")
    numbers = list(dict.fromkeys((1, jobs)))
    starts = {n: export(few, n, place / f"few{n}", environment) for n in numbers}
    whole, told = pipeline()
    articles = told["articles"]
    print(f"{articles:,} articles, {told['characters']:,} characters")
    print(f"{'':28}{'wall-clock':>14}{'processor':>14}{'articles/s':>14}")
    show("pipeline alone", whole, articles)
    show("below", pipeline("--below")[0], articles)
    runs = {n: export(folder, n, place / str(n), environment) for n in numbers}
    for n, run in runs.items():
        show(f"export --jobs {n}", run, articles)
        show(f"  of {min(2 * jobs, articles)} articles", starts[n], min(2 * jobs, articles))
    one, many = runs[1], runs[jobs]
    print(
        f"export takes {one.processor / whole.processor:.2f} times the pipeline alone "
        f"({one.wall / whole.wall:.2f} by the clock)"
    )
    if jobs > 1:
        print(
            f"--jobs {jobs} is {one.wall / many.wall:.2f} times as fast by the clock, and on as many cores of its own "
            f"{one.processor / many.processor * jobs:.2f} times by its processor time, "
            f"{(one.processor - starts[1].processor) / (many.processor - starts[jobs].processor) * jobs:.2f} "
            "without the start"
        )
    print(f"{'memory in MB at':28}" + "".join(f"{part:>8.0%}" for part in PARTS) + "   growth over the last half")
    for n, run in runs.items():
        for name, which in (("all", 0), ("largest process", 1)):
            values = [both[which] / MEGABYTE for both in run.memory]
            print(f"{f'--jobs {n}, {name}':28}" + "".join(f"{v:8.0f}" for v in values), end="")
            print(f"{values[-1] - values[2]:+8.0f}")


def main() -> None:
    """Reads the command line and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="how many are invented")
    parser.add_argument("--paragraphs", type=int, default=6, help="of each of them")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes are compared with one")
    parser.add_argument("--data", type=Path, help="a folder of articles")
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--below", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        alone(options.alone, below=options.below)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = options.data or Path(name) / "texts"
        if not options.data:
            invented(folder, options.articles, options.paragraphs)
        figures(folder, options.jobs, Path(name))


if __name__ == "__main__":
    main()
