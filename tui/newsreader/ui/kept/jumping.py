"""From what was found to its place in the open article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.library.model import HitKind
from newsreader.library.searching.query import understand
from newsreader.ui.find import find

if TYPE_CHECKING:
    from newsreader.article.model import Span
    from newsreader.library.model import Hit
    from newsreader.ui.screens.reader import ReaderScreen


def places(text: str, hit: Hit, query: str) -> list[Span]:
    """Where in the text of a hit's article there is what was sought, in order, none overlapping another.

    That is every place with the words as they were typed or as they were found; of a statement and of a note its own.

    Args:
        text: the article's text.
        hit: what was found in it; what is not a place in the text has none.
        query: what was typed.
    """
    if not 0 <= hit.span.start < hit.span.end <= len(text):
        return []
    if hit.kind is not HitKind.ARTICLE:
        return [hit.span]
    words = {" ".join(term.words) for term in understand(query).terms} | {mark.of(hit.found) for mark in hit.marks}
    spans = {span for word in words for span in find(text, word)} or {hit.span}
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def jump(reader: ReaderScreen, hit: Hit, query: str) -> None:
    """Go to what was found in the article that is open.

    Args:
        reader: the reader with the article.
        hit: what was found.
        query: what was typed, which the counter names beside the number.
    """
    from newsreader.ui.commands import who

    analysis = reader.analysis
    if hit.kind is HitKind.STATEMENT and analysis is not None:
        same = next((one for one in analysis.statements if one.spans and one.spans[0].start == hit.span.start), None)
        if same is not None and same.confidence >= reader.view.min_confidence:
            who.choose_statement(reader, same.id)
            return
    spans = places(reader.article.text, hit, query)
    if spans:
        index = next((n for n, span in enumerate(spans) if span.end > hit.span.start), len(spans) - 1)
        reader.leave()
        reader.finder.show_at(spans, index, query)
    if hit.kind is HitKind.NOTE and hit.item:
        reader.annotator.when_read(partial(reader.notes.choose, hit.item))
