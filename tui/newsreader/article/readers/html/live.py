"""Live tickers: every entry is a section of its own, headed by its time and its title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind
from newsreader.article.newsroom import shapes
from newsreader.article.readers.html import linked_data
from newsreader.article.readers.html.moments import moment
from newsreader.article.readers.html.parsing import clean
from newsreader.article.readers.pieces import Piece, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found
    from newsreader.article.readers.html.linked_data import Item

_LEVEL = 2
_FEWEST = 3
"""lines with nothing but a time that make a page a ticker"""
_MOST = 2000
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,100}>", re.IGNORECASE)


def is_ticker(facts: Facts, blocks: Sequence[Found]) -> bool:
    """Whether a page is a live ticker: by its own word, or by the times that stand alone again and again."""
    if "liveblogposting" in linked_data.types(facts.item):
        return True
    return sum(_is_time(one) for one in blocks) >= _FEWEST


def with_times(blocks: Sequence[Found]) -> list[Found]:
    """The blocks of a ticker, each entry headed: a time that stands alone becomes, or joins, its entry's heading."""
    joined: list[Found] = []
    waiting: Found | None = None
    for index, one in enumerate(blocks):
        if _is_time(one):
            before = blocks[index - 1] if index else None
            if before is not None and before.kind is BlockKind.HEADING and joined and waiting is None:
                joined[-1] = _timed(joined[-1], one)
                continue
            if waiting is not None:
                joined.append(_alone(waiting))
            waiting = one
            continue
        if waiting is not None:
            joined.append(_timed(one, waiting) if one.kind is BlockKind.HEADING else _alone(waiting))
            waiting = None
            if joined[-1].kind is BlockKind.HEADING and one.kind is BlockKind.HEADING:
                continue
        joined.append(one)
    return joined


def updates(item: Item) -> list[Piece]:
    """The entries of a ticker as its metadata tells them, in the order given."""
    told = item.get("liveBlogUpdate")
    pieces: list[Piece] = []
    for update in (told if isinstance(told, list) else [told])[:_MOST]:
        if not isinstance(update, dict):
            continue
        when = moment(linked_data.text(update.get("datePublished")))
        heading = linked_data.text(update.get("headline"))
        head = " – ".join(filter(None, (f"{when:%H:%M} Uhr" if when else "", heading)))
        body = update.get("articleBody")
        lines = _BREAK.sub("\n", body).splitlines() if isinstance(body, str) else []
        texts = [line for line in map(linked_data.text, lines) if line]
        if head and texts:
            pieces.append(Piece(BlockKind.HEADING, Stretch(clean(head)), level=_LEVEL))
        pieces += [Piece(BlockKind.PARAGRAPH, Stretch(line)) for line in texts]
    return pieces


def _is_time(one: Found) -> bool:
    line = one.text
    return (
        one.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and shapes.is_time(line)
        and _CLOCK.search(line) is not None
    )


def _alone(time: Found) -> Found:
    return replace(time, kind=BlockKind.HEADING, level=_LEVEL, marker="", follows=False)


def _timed(heading: Found, time: Found) -> Found:
    stretch = Stretch(f"{time.text} – {heading.text}")
    return replace(heading, stretch=stretch)
