"""How well saved pages of German newsrooms are read, against what people have marked in them.

The pages are the test data of fundus (https://github.com/flairNLP/fundus, MIT licence), which has for each page its
title, its date, and its text in paragraphs and sub-headings:

    git clone https://github.com/flairNLP/fundus
    .venv/bin/python benchmarks/pages.py --data fundus/tests/resources/parser/test_data

Text is compared by its words (F1 of the bags of words, mean over the pages). A title counts when it is, by letters and
digits, the marked one, with or without the kicker; beside it stands how many hold the marked one or are held in it. A
date counts when it is the same minute, or the same day where only the day is marked. Sub-headings are counted over all
pages: how many of the marked ones are found, and how many of those found are marked. What the marking leaves out on
purpose, such as lists and quotations set apart, counts as an error here.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.article.model import BlockKind
from newsreader.article.readers.html import page
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article.model import Article

COUNTRIES = "de,at,ch,li,lu"
ABOVE = (BlockKind.TITLE, BlockKind.STAMP, BlockKind.SIGNATURE, BlockKind.CAPTION)


def key(text: str) -> str:
    """A text by its letters and digits."""
    return re.sub(r"[\W_]+", "", text).lower()


def marked(gold: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The marked text in parts, and the sub-headings among them."""
    sections = gold["body"]["sections"]
    headings = [line for section in sections for line in section["headline"] if line.strip()]
    parts = [*gold["body"]["summary"]]
    parts += [line for section in sections for line in (*section["headline"], *section["paragraphs"])]
    return parts, headings


def pages(folder: Path, countries: str = COUNTRIES) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Name, content and marking of each page: of several versions of a marking that which the page holds most of."""
    for country in countries.split(","):
        for path in sorted((folder / country).glob("*.html.gz")):
            room = re.sub(r"_\d{4}_\d{2}_\d{2}\.html\.gz$", "", path.name)
            data = gzip.decompress(path.read_bytes())
            shown = key(re.sub(r"<[^>]+>", " ", unescape(data.decode("utf-8", "replace"))))
            versions = json.loads((folder / country / f"{room}.json").read_bytes()).values()
            with_text = [gold for gold in versions if gold.get("body") and marked(gold)[0]]
            best = max(with_text, key=lambda gold: _share(marked(gold)[0], shown), default=None)
            if best is not None:
                yield path.name, data, best


def _share(parts: list[str], shown: str) -> float:
    return sum(key(part)[:25] in shown for part in parts) / len(parts)


@dataclass
class Score:
    """What has been counted."""

    text: list[float] = field(default_factory=list)
    titles: list[bool] = field(default_factory=list)
    near: list[bool] = field(default_factory=list)
    dates: list[bool] = field(default_factory=list)
    wanted: int = 0
    found: int = 0
    right: int = 0

    def add(self, article: Article | None, gold: dict[str, Any]) -> None:
        """Count a page."""
        lines = [] if article is None else [(b.kind, " ".join(b.span.of(article.text).split())) for b in article.blocks]
        parts, headings = marked(gold)
        self.text.append(f1(" ".join(text for kind, text in lines if kind not in ABOVE), " ".join(parts)))
        titles = [text for kind, text in lines if kind is BlockKind.TITLE]
        wanted, ours_title = key(gold["title"] or ""), key(article.title if article else "")
        self.titles.append(wanted in (key("".join(titles)), key("".join(titles[-1:])), ours_title))
        self.near.append(bool(ours_title) and (wanted in ours_title or ours_title in wanted))
        if gold.get("publishing_date"):
            self.dates.append(same_minute(article.published if article else None, gold["publishing_date"]))
        ours, theirs = Counter(key(t) for k, t in lines if k is BlockKind.HEADING), Counter(map(key, headings))
        self.found += ours.total()
        self.wanted += theirs.total()
        self.right += (ours & theirs).total()

    def __str__(self) -> str:
        def percent(values: list[Any]) -> str:
            return f"{100 * sum(values) / max(1, len(values)):.1f}"

        headings = (
            f"{100 * self.right / max(1, self.wanted):.1f} % found, {100 * self.right / max(1, self.found):.1f} % right"
        )
        return (
            f"{len(self.text)} pages: text {percent(self.text)} F1, "
            f"titles {percent(self.titles)} % ({percent(self.near)} %), "
            f"dates {percent(self.dates)} %, sub-headings {headings}"
        )


def f1(one: str, other: str) -> float:
    """F1 of two texts as bags of words."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def same_minute(when: datetime | None, told: str) -> bool:
    """Whether a moment is the marked one; a marked midnight without a zone is only a day."""
    other = datetime.fromisoformat(told)
    if when is None:
        return False
    if other.tzinfo is None and other.time() == time():
        return when.date() == other.date()
    if when.tzinfo is None or other.tzinfo is None:
        when, other = when.replace(tzinfo=None), other.replace(tzinfo=None)
    return abs((when - other).total_seconds()) < 60


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder test_data of fundus")
    parser.add_argument("--countries", default=COUNTRIES, help="folders of the data, default %(default)s")
    parser.add_argument("--each", action="store_true", help="print every page's F1")
    arguments = parser.parse_args()
    score = Score()
    for name, data, gold in pages(arguments.data, arguments.countries):
        try:
            article = page.read(data, name)
        except SourceError:
            article = None
        score.add(article, gold)
        if arguments.each:
            print(f"{100 * score.text[-1]:5.1f}  {name}")
    print(score)


if __name__ == "__main__":
    main()
