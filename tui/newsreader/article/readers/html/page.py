"""Reads a web page as an article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind
from newsreader.article.newsroom.assembly import Draft, Told, assemble
from newsreader.article.readers.html import dates, live, paywalls
from newsreader.article.readers.html.body import body
from newsreader.article.readers.html.content import narrowed, region
from newsreader.article.readers.html.facts import facts
from newsreader.article.readers.html.links import base_of, resolved
from newsreader.article.readers.html.parsing import clean, parse
from newsreader.article.readers.html.titles import title
from newsreader.article.readers.pieces import Piece, Stretch, written
from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from newsreader.article.model import Article
    from newsreader.article.readers.html.content import Region
    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found
    from newsreader.article.readers.html.titles import Title

_SHORTEST = 80
"""code points; a page with less running text holds no article"""

_SHORTEST_UNSEEN = 500
"""the same for text that the page does not show"""


def read(data: bytes, source: str, *, charset: str | None = None, address: str | None = None) -> Article:
    """The article of a web page: its text as a reader sees it, without what stands around it.

    The text opens with kicker, title, stamp and byline, set from what the page tells; lead, text, sub-headings, lists,
    quotations and captions follow as blocks in the order of the page.

    Args:
        data: the page.
        source: path or address as the user gave it.
        charset: the encoding that the server named.
        address: where the page was found in the end; None for a saved page.

    Raises:
        SourceError: if there is no article in the page.
    """
    page = parse(data, charset)
    if page is None:
        raise SourceError("article.no_article", path=shown(source))
    told = facts(page.root, address)
    base = base_of(page.root, address or told.url)
    where, headline, pieces = _shown_article(page.root, told, base)
    if _length(pieces) < _SHORTEST and (given := list(_from_data(told))):
        pieces = given
    elif _length(pieces) < _SHORTEST:
        # Some pages show their article only when scripts have run, or on paper.
        unseen = _shown_article(page.root, told, base, unseen=True)
        if _length(unseen[2]) >= _SHORTEST_UNSEEN:
            where, headline, pieces = unseen
    told = dates.completed(told, where, headline)
    if not any(piece.kind is not BlockKind.CAPTION for piece in pieces):
        raise SourceError("article.no_article", path=shown(source))
    text, made, inlines = written([*_opening(headline, told), *pieces])
    notices = (*page.notices, *paywalls.notices(page.root, told, where, pieces))
    return assemble(Draft(text, made, inlines, _told(headline, told), notices), source)


def _shown_article(
    root: HtmlElement, told: Facts, base: str | None, *, unseen: bool = False
) -> tuple[Region, Title, list[Piece]]:
    """The region of the article, its title and its text, as far as they are to be seen."""
    where = region(root, told.descriptions, unseen=unseen)
    headline = title(root, told, where.found)
    where = narrowed(where, headline.place)
    return where, headline, [_piece(one, base) for one in body(where, headline, told)]


def _length(pieces: Iterable[Piece]) -> int:
    """How much running text there is, code points."""
    return sum(len(piece.stretch.text) for piece in pieces if piece.kind is not BlockKind.CAPTION)


def _told(headline: Title, told: Facts) -> Told:
    return Told(
        published=told.published or told.updated,
        updated=told.updated,
        author=_named(told.authors) or None,
        authors=told.authors,
        publisher=told.publisher,
        url=told.url,
        language=told.language,
        kicker=headline.kicker,
    )


def _opening(headline: Title, told: Facts) -> Iterator[Piece]:
    """Kicker, title, stamp and byline; the kicker on a line of its own unless it is stated as part of the title."""
    for line in (headline.kicker if headline.stated == headline.headline else "", headline.stated):
        if line:
            yield Piece(BlockKind.TITLE, Stretch(line))
    if stamp := dates.stamp(told):
        yield Piece(BlockKind.STAMP, Stretch(stamp))
    if told.authors:
        yield Piece(BlockKind.SIGNATURE, Stretch(f"Von {_named(told.authors)}"))


def _named(authors: tuple[str, ...]) -> str:
    """Names in one line: "Anna Beck, Jan Wolf und Eva Sommer"."""
    return " und ".join(filter(None, (", ".join(authors[:-1]), *authors[-1:])))


def _piece(one: Found, base: str | None) -> Piece:
    stretch = replace(one.stretch, inlines=tuple(resolved(one.stretch.inlines, base)))
    return Piece(
        one.kind,
        stretch,
        level=one.level,
        marker=one.marker,
        quoted=one.quoted,
        cells=one.cells,
        header=one.header,
        preformatted=one.preformatted,
        follows=one.follows,
    )


def _from_data(told: Facts) -> Iterator[Piece]:
    """The text that a page without one in its markup gives in its metadata, unless it is sold."""
    if told.free is False:
        return
    if updates := live.updates(told.item):
        yield from updates
        return
    for paragraph in told.body.splitlines():
        if line := clean(paragraph):
            yield Piece(BlockKind.PARAGRAPH, Stretch(line))
