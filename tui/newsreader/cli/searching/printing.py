"""Prints what was found: for reading, as JSON, as CSV."""

from __future__ import annotations

import csv
import json
import os
import sys
from itertools import groupby
from pathlib import PurePath
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from newsreader.article.sources import is_address
from newsreader.cli.output import data_output
from newsreader.cli.plain import plain
from newsreader.export.writers.csv_tables import harmless
from newsreader.library.changes.telling import when
from newsreader.library.model import HitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from newsreader.library.model import Hit, Hits, Kept
    from newsreader.phrases import Phrases

SIGNS = {"direct": "„", "indirect": "~", "indirect_free_indirect": "~", "reported": "¶", "free_indirect": "¶"}
"""the sign of each kind of statement, as in the reader"""

QUOTATION_MARKS = frozenset("\"„“”»«'‚‘’›‹")
NOTE = "✎"
EARLIER = "Δ"
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
NARROWEST = 40
"""columns of a line, at least"""

Row = dict[str, object]


# For reading


def as_text(hits: Hits, phrases: Phrases) -> None:
    """The hits by kind, each article with a line of context a hit; on a terminal what was sought is bold."""
    if sys.stdout is not None and sys.stdout.isatty():
        _print(hits, _Page(_on_terminal, phrases, terminal=True), phrases)
        return
    with data_output() as file:
        _print(hits, _Page(file.write, phrases, terminal=False), phrases)


def _on_terminal(text: str) -> None:
    """Write what has been made harmless and bold already, as far as the terminal has the characters."""
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def _print(hits: Hits, page: _Page, phrases: Phrases) -> None:
    if not hits.hits:
        page.line(phrases("cli.search.nothing"))
    for kind, group in groupby(hits, key=lambda hit: hit.kind):
        page.kind(kind, list(group), hits.total.get(kind, 0))


class _Page:
    """Lines of text.

    Args:
        write: writes them.
        phrases: what stands between the hits.
        terminal: whether they are as wide as the terminal, with bold letters.
    """

    def __init__(self, write: Callable[[str], object], phrases: Phrases, *, terminal: bool) -> None:
        self._write = write
        self._phrases = phrases
        self._bold = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._width = max(NARROWEST, get_terminal_size().columns) if terminal else 0
        self._begun = False

    def line(self, text: str) -> None:
        self._write(f"{text}\n")
        self._begun = True

    def kind(self, kind: HitKind, hits: list[Hit], total: int) -> None:
        """The hits of a kind below a heading, those next to each other in one article below its title."""
        if self._begun:
            self.line("")
        heading = self._phrases(f"cli.search.kind.{kind.value}", n=f"{total:,}".replace(",", self._thousands))
        shown = self._phrases("cli.search.first", n=len(hits)) if len(hits) < total else ""
        self.line(self._strong(heading) + shown)
        for article, group in groupby(hits, key=lambda hit: hit.article):
            self.line("")
            self.line(self._cut(_title(article, self._phrases)))
            for hit in group:
                if text := self._context(hit):
                    self.line(f"  {text}")

    @property
    def _thousands(self) -> str:
        return "." if self._phrases.language == "de" else ","

    def _strong(self, text: str) -> str:
        return f"{BOLD}{text}{PLAIN}" if self._bold else text

    def _cut(self, text: str) -> str:
        return f"{text[: self._width - 1]}…" if self._width and len(text) > self._width else text

    def _context(self, hit: Hit) -> str:
        """What was found with what stands around it, on one line."""
        if hit.kind is HitKind.ARTICLE:
            return self._around(hit)
        if hit.kind is HitKind.NOTE:
            quoted = f" — „{plain(hit.quoted)}“" if hit.quoted else ""
            return f"{NOTE} {self._marked(hit)}{quoted}"
        if hit.until is not None:
            until = self._phrases("cli.search.until", when=when(hit.until, self._phrases))
            return f"{EARLIER} {self._marked(hit)} — {until}"
        # Quotation marks of its own tell a statement's kind as well.
        sign = f"{SIGNS[hit.statement.value]} " if hit.statement and hit.found[:1] not in QUOTATION_MARKS else ""
        who = f"{plain(hit.actor)}: " if hit.actor else ""
        return f"{who}{sign}{self._marked(hit)}"

    def _around(self, hit: Hit) -> str:
        """Before and after get as much room as the line has."""
        before, after = plain(hit.before), plain(hit.after)
        room = self._width - 2 - len(plain(hit.found)) if self._width else 0
        if self._width and len(before) + len(after) > room:
            half = max(0, room // 2)
            left = max(half, room - len(after))
            before = before if len(before) <= left else f"…{before[len(before) - left + 1 :]}" if left else ""
            right = max(0, room - len(before))
            after = after if len(after) <= right else f"{after[: right - 1]}…" if right else ""
        return f"{before}{self._marked(hit)}{after}"

    def _marked(self, hit: Hit) -> str:
        pieces: list[str] = []
        at = 0
        for start, end in hit.marks:
            pieces += [plain(hit.found[at:start]), self._strong(plain(hit.found[start:end]))]
            at = end
        return "".join([*pieces, plain(hit.found[at:])])


def _title(kept: Kept | None, phrases: Phrases) -> str:
    if kept is None:
        return phrases("cli.search.not_kept")
    when = kept.published.strftime(phrases("cli.search.when")) if kept.published else ""
    parts = (kept.title, when, kept.publisher or _whereabouts(kept))
    return plain(" · ".join(part for part in parts if part))


def _whereabouts(kept: Kept) -> str:
    """The host, or the name of the file."""
    return kept.site if is_address(kept.source) else PurePath(kept.source).name


# As data


def as_json(query: str, hits: Hits, file: IO[str]) -> None:
    """One object: the query, how many there are of each kind, and the hits."""
    document = {
        "query": query,
        "total": {kind.value: number for kind, number in hits.total.items()},
        "hits": [_object(hit) for hit in hits],
    }
    json.dump(document, file, ensure_ascii=False, indent=2)
    file.write("\n")


def _object(hit: Hit) -> Row:
    return {
        "kind": hit.kind.value,
        "article": None if hit.article is None else article_object(hit.article),
        "version": hit.version,
        "start": hit.span.start,
        "end": hit.span.end,
        "before": hit.before,
        "found": hit.found,
        "after": hit.after,
        "marks": [{"start": start, "end": end} for start, end in hit.marks],
        "quoted": hit.quoted or None,
        "actor": hit.actor,
        "statement": hit.statement.value if hit.statement else None,
        "id": hit.item,
        "until": hit.until.isoformat() if hit.until else None,
        "score": round(hit.score, 4),
    }


def article_object(kept: Kept) -> Row:
    """An article of the library as an object of JSON."""
    return {
        "number": kept.number,
        "id": kept.id,
        "source": kept.source,
        "title": kept.title,
        "publisher": kept.publisher,
        "site": kept.site,
        "authors": list(kept.authors),
        "published": kept.published.isoformat() if kept.published else None,
        "first": kept.first.isoformat(),
        "opened": kept.opened.isoformat() if kept.opened else None,
        "read": kept.read,
        "feed": kept.feed,
        "statements": kept.statements,
        "annotations": kept.annotations,
        "versions": kept.versions,
    }


COLUMNS = (
    "kind", "title", "published", "publisher", "source", "actor", "statement", "before", "found", "after", "quoted",
    "start", "end", "id", "article", "version", "until",
)  # fmt: skip


def as_csv(hits: Hits, file: IO[str]) -> None:
    """A row a hit below a row of names."""
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(hits))


def _rows(hits: Hits) -> Iterator[Row]:
    for hit in hits:
        kept = hit.article
        row: Row = {
            "kind": hit.kind.value,
            "title": kept and kept.title,
            "published": kept.published.isoformat() if kept and kept.published else None,
            "publisher": kept and (kept.publisher or kept.site),
            "source": kept and kept.source,
            "actor": hit.actor,
            "statement": hit.statement.value if hit.statement else None,
            "before": hit.before,
            "found": hit.found,
            "after": hit.after,
            "quoted": hit.quoted or None,
            "start": hit.span.start,
            "end": hit.span.end,
            "id": hit.item,
            "article": kept.number if kept else None,
            "version": hit.version,
            "until": hit.until.isoformat() if hit.until else None,
        }
        yield {name: harmless(value) for name, value in row.items()}
