"""Figures of the statements and actors that the program finds.

    python benchmarks/statements.py [--data FOLDER]

Without `--data`: the articles of tests/gold, and what the program's components cost beside the pipeline below them.
With a folder of corpora, the held-out part of the German news quotation corpus (`quotes/dev.jsonl.gz`, Petersen-Frey
and Biemann 2024), which no constant is fitted to:

* Message, Joint: overlap in words after a one-to-one assignment of found to annotated statements, precision and recall
  averaged over statements, of the statements alone and with speaker, cue, frame and addressee;
* found: statements whose F1 in words with an annotated one is at least 0.5; who-said-what: with the speaker as well;
* actor, name (`quotes/dev-actors.jsonl`): statements that were found and given to the actor who makes them under one of
  the names that the article has for him, and under his full name;
* how often statements are right of which the program is so sure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsreader
from newsreader.analysis import pipeline
from newsreader.article.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.analysis.pipeline import Pipeline
    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Span

ROOT = Path(__file__).resolve().parents[1]
ROLES = ("speaker", "cue", "frame", "addressee")
LAYERS = ("quote", *ROLES)
KINDS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}
ARTICLES = re.compile(r"^(der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines)\s+", re.IGNORECASE)

Words = dict[str, Any]
"""a statement: for each layer the numbers of its words, its kind, and what else is known"""


def f1(left: Sequence[int], right: Sequence[int]) -> float:
    """Overlap of two sets of words, 0 to 1."""
    both = len(set(left) & set(right))
    return 2 * both / (len(left) + len(right)) if both else 0.0


def assigned(scores: list[list[float]]) -> list[tuple[int, int]]:
    """The one-to-one assignment of rows to columns with the greatest sum, by shortest augmenting paths.

    After Crouse, On implementing 2D rectangular assignment algorithms (2016). Among assignments with the same sum it
    finds the one that SciPy's `linear_sum_assignment` finds: columns are looked at from the last to the first, and of
    columns at the same distance a free one is taken.
    """
    turned = bool(scores) and len(scores) > len(scores[0])
    costs = [[-score for score in row] for row in (zip(*scores, strict=True) if turned else scores)]
    columns = len(costs[0]) if costs else 0
    row_prices, column_prices = [0.0] * len(costs), [0.0] * columns
    row_of, column_of = [-1] * columns, [-1] * len(costs)
    for start in range(len(costs)):
        distance, came_from, done = [float("inf")] * columns, [-1] * columns, list[int]()
        reached, row, least, sink = [start], start, 0.0, -1
        left = list(range(columns - 1, -1, -1))
        while sink < 0:
            at, nearest = -1, float("inf")
            for place, column in enumerate(left):
                further = least + costs[row][column] - row_prices[row] - column_prices[column]
                if further < distance[column]:
                    distance[column], came_from[column] = further, row
                if distance[column] < nearest or (distance[column] == nearest and row_of[column] < 0):
                    nearest, at = distance[column], place
            least, column = nearest, left[at]
            done.append(column)
            left[at] = left[-1]
            left.pop()
            if row_of[column] < 0:
                sink = column
            else:
                row = row_of[column]
                reached.append(row)
        row_prices[start] += least
        for row in reached[1:]:
            row_prices[row] += least - distance[column_of[row]]
        for column in done:
            column_prices[column] -= least - distance[column]
        column, row = sink, -1
        while row != start:
            row = came_from[column]
            row_of[column] = row
            column_of[row], column = column, column_of[row]
    pairs = list(enumerate(column_of))
    return [(b, a) for a, b in pairs] if turned else pairs


def pairs_of(gold: list[Words], found: list[Words]) -> dict[int, int]:
    """Which found statement belongs to which annotated one."""
    if not gold or not found:
        return {}
    bonus = [[0.01 * (g["kind"] == f["kind"]) for f in found] for g in gold]
    overlap = [[f1(g["quote"], f["quote"]) for f in found] for g in gold]
    scores = [[o + b * (o > 0) for o, b in zip(*rows, strict=True)] for rows in zip(overlap, bonus, strict=True)]
    return dict(assigned(scores))


def annotated(document: dict[str, Any]) -> list[Words]:
    """The annotated statements of an article."""
    return [{**{layer: q[layer] for layer in LAYERS}, "kind": KINDS[q["type"]]} for q in document["quotes"]]


def found_in(analysis: Analysis, tokens: list[tuple[int, int]], shift: int) -> list[Words]:
    """The statements of an analysis in the corpus' words.

    Args:
        analysis: of the article's headline, an empty line and its text.
        tokens: where the words begin and end in the text, in code points.
        shift: where the text begins.
    """

    def words(spans: Iterable[Span]) -> list[int]:
        inside = [(s.start - shift, s.end - shift) for s in spans]
        return [i for i, (a, b) in enumerate(tokens) if any(a < end and b > start for start, end in inside)]

    names = {actor.id: actor.name for actor in analysis.actors}
    result = [
        {
            "quote": words(s.spans),
            "speaker": words([s.speaker] if s.speaker else []),
            "cue": words(s.cue),
            "frame": words(s.frame),
            "addressee": words(s.addressee),
            "kind": s.kind.value,
            "confidence": s.confidence,
            "actor": names.get(s.actor or "", ""),
        }
        for s in analysis.statements
    ]
    return [one for one in result if one["quote"]]


class Scores:
    """What is counted over the articles of the corpus."""

    def __init__(self) -> None:
        self.precision: dict[str, list[float]] = defaultdict(list)
        self.recall: dict[str, list[float]] = defaultdict(list)
        self.annotated, self.predicted, self.hit, self.right, self.kind = (Counter[str]() for _ in range(5))
        self.sure: dict[int, list[bool]] = defaultdict(list)

    def add(self, gold: list[Words], found: list[Words]) -> None:
        """Count an article."""
        pairs = pairs_of(gold, found)
        nothing: Words = {**{layer: [] for layer in LAYERS}, "kind": ""}
        groups = [(g, found[pairs[i]] if i in pairs else nothing) for i, g in enumerate(gold)]
        groups += [(nothing, f) for j, f in enumerate(found) if j not in pairs.values()]
        for g, f in groups:
            for layer in LAYERS:
                both = len(set(g[layer]) & set(f[layer]))
                if f[layer]:
                    self.precision[layer].append(both / len(f[layer]))
                if g[layer]:
                    self.recall[layer].append(both / len(g[layer]))
            hit = f1(g["quote"], f["quote"]) >= 0.5
            same = f1(g["speaker"], f["speaker"]) >= 0.5 or not (g["speaker"] or f["speaker"])
            if g is not nothing:
                self.annotated[g["kind"]] += 1
                self.hit[g["kind"]] += hit
                self.right[g["kind"]] += hit and same
                self.kind[g["kind"]] += hit and g["kind"] == f["kind"]
            if f is not nothing:
                self.predicted[f["kind"]] += 1
                self.sure[int(10 * f["confidence"] + 1e-6)].append(hit and same)

    def show(self) -> None:
        """Print everything."""
        print(f"{sum(self.annotated.values())} statements annotated\n{'':24}{'P':>7}{'R':>7}{'F1':>7}")
        for name, layers in (("Message", ("quote",)), ("Joint", LAYERS), *((role, (role,)) for role in ROLES)):
            p = statistics.fmean(x for layer in layers for x in self.precision[layer])
            r = statistics.fmean(x for layer in layers for x in self.recall[layer])
            _row(name, p, r)
        for name, counted in (("found", self.hit), ("who-said-what", self.right)):
            hits = sum(counted.values())
            _row(name, hits / sum(self.predicted.values()), hits / sum(self.annotated.values()))
        print(f"\n{'':24}{'annotated':>10}{'found':>8}{'of them with the right speaker':>32}{'kind':>8}")
        for kind in KINDS.values():
            hit, all_ = self.hit[kind], self.annotated[kind]
            shares = hit / all_, self.right[kind] / hit, self.kind[kind] / hit
            print(f"{kind:24}{all_:10}{100 * shares[0]:8.1f}{100 * shares[1]:32.1f}{100 * shares[2]:8.1f}")
        print("\nhow sure the program is, how many statements, how many of them found with the right speaker")
        for tenth, right in sorted(self.sure.items()):
            print(f"  {tenth / 10:.1f} and more {len(right):6} {100 * statistics.fmean(right):7.1f} %")


def _row(name: str, p: float, r: float) -> None:
    print(f"{name:24}{100 * p:7.1f}{100 * r:7.1f}{200 * p * r / (p + r):7.1f}")


def named_alike(left: str, right: str) -> bool:
    """Equal but for case, article and a genitive s."""
    one, other = (re.sub(r"\s+", " ", ARTICLES.sub("", s.strip())).casefold().strip(" .,„“\"'") for s in (left, right))
    return one == other or one == other + "s" or other == one + "s"


def actors(gold: dict[str, list[Words]], found: dict[str, list[Words]], path: Path) -> None:
    """Print to whom the statements were given."""
    known = right = named = 0
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        people = {actor["id"]: actor for actor in row["actors"]}
        pairs = pairs_of(gold[row["id"]], found[row["id"]])
        for i, who in enumerate(row["quotes"]):
            if who is None:
                continue
            known += 1
            hit = found[row["id"]][pairs[i]] if i in pairs else None
            if hit is None or f1(gold[row["id"]][i]["quote"], hit["quote"]) < 0.5:
                continue
            person = people[who]
            right += any(named_alike(hit["actor"], name) for name in (person["name"], *person["aliases"]))
            named += named_alike(hit["actor"], person["name"])
    print(
        f"\nof {known} statements whose actor is known: actor {100 * right / known:.1f}, name {100 * named / known:.1f}"
    )


def corpus(loaded: Pipeline, folder: Path) -> None:
    """Print the figures on the held-out part of the quotation corpus."""
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    articles, shifts = [], []
    with tempfile.TemporaryDirectory() as name:
        for number, document in enumerate(documents):
            title = re.sub(r"\s*\(\d{4}-\d\d-\d\d\)\s*$", "", re.sub(r"^\d+ - ", "", document["id"])).strip()
            path = Path(name) / f"{number}.txt"
            path.write_text(f"{title}\n\n{document['text']}", encoding="utf-8", newline="")
            articles.append(newsreader.read(str(path)))
            shifts.append(len(title) + 2)
    scores = Scores()
    gold: dict[str, list[Words]] = {}
    found: dict[str, list[Words]] = {}
    for document, shift, analysis in zip(documents, shifts, loaded.analyse_many(articles), strict=True):
        gold[document["id"]] = annotated(document)
        found[document["id"]] = found_in(analysis, document["tokens"], shift)
        scores.add(gold[document["id"]], found[document["id"]])
    scores.show()
    actors(gold, found, folder / "dev-actors.jsonl")


def own_articles(loaded: Pipeline) -> None:
    """Print how many statements of tests/gold come out with their kind, words and speaker, article by article."""
    right = wanted = got = 0
    for path in sorted((ROOT / "tests/gold").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        article = Article(document["article"]["text"], path.name)
        analysis = loaded.analyse(article)
        gold = {(s["kind"], s["text"], (s["speaker"] or {"text": ""})["text"]) for s in document["statements"]}
        result = {
            (
                s.kind.value,
                " ".join(span.of(article.text) for span in s.spans),
                s.speaker.of(article.text) if s.speaker else "",
            )
            for s in analysis.statements
        }
        right, wanted, got = right + len(gold & result), wanted + len(gold), got + len(result)
    print(f"tests/gold: {wanted} statements, P {100 * right / got:.1f}, R {100 * right / wanted:.1f}")


def speed(loaded: Pipeline) -> None:
    """Print what the components cost beside what is below them, over the sample articles."""
    articles = [newsreader.read(str(path)) for path in sorted((ROOT / "seeds").glob("*.txt"))] * 20
    below = whole = 0.0
    for article in articles:
        began = time.process_time()
        parts = loaded._base([article])[0]
        between = time.process_time()
        loaded._finish(article, parts)
        below, whole = below + between - began, whole + time.process_time() - began
    print(f"the components take {100 * (whole - below) / below:.0f} % of the time of the pipeline below them")


def main() -> None:
    """Reads the command line and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    loaded = pipeline.load()
    own_articles(loaded)
    speed(loaded)
    if options.data:
        corpus(loaded, options.data / "quotes")


if __name__ == "__main__":
    main()
