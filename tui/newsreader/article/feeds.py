"""Feeds: RSS in all its versions and Atom (RFC 4287), read as a list of articles that can be opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from lxml import etree

from newsreader.article.readers.html.links import absolute
from newsreader.article.readers.html.moments import moment
from newsreader.article.readers.html.parsing import clean
from newsreader.article.readers.xml import name_of, root_of
from newsreader.article.shown import shown
from newsreader.article.sources import source_in_feed
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newsreader.article.model import Article

MOST = 2000
"""entries that are listed of a feed"""
LONGEST_NAME = 2000
"""code points of a title, a name, an id"""
LONGEST_TEXT = 100_000
"""code points of a summary"""
_SNIFFED = 2048
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*"
    rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.DOTALL,
)
_TAGS = re.compile(r"<[^<>]{1,2000}>")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed.

    Attributes:
        title: its title on one line.
        link: its address, None where the feed gives none.
        published: when it was published or last updated.
        author: who wrote it.
        summary: what the feed tells of it, on one line.
        content: its text in HTML as far as the feed brings it along.
        id: what the feed calls it; unique in the feed.
    """

    title: str
    link: str | None
    published: datetime | None = None
    author: str = ""
    summary: str = ""
    content: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        source: its path or address as given.
        title: its title.
        link: the address of the site it belongs to.
        entries: its articles in the order of the feed.
    """

    source: str
    title: str
    link: str | None
    entries: tuple[Entry, ...]


def is_feed(start: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return _FEED.match(start[:_SNIFFED]) is not None


def parse(
    data: bytes, source: str, *, charset: str | None = None, address: str | None = None, may_be_empty: bool = False
) -> Feed:
    """Reads a feed. Its entities are never expanded beyond HTML's own names, and nothing is loaded from elsewhere.

    Args:
        data: the whole feed.
        source: path or address as the user gave it.
        charset: the encoding that the server named.
        address: where it was found, which its links are relative to.
        may_be_empty: whether a feed without entries is one too.

    Raises:
        SourceError: if it is none, or is broken before its first entry, or has none and must not be empty.
    """
    root = root_of(data, charset)
    if root is None or name_of(root) not in ("rss", "feed", "rdf"):
        raise SourceError("article.broken_feed", path=shown(source))
    channel = next((child for child in root if name_of(child) == "channel"), root)
    items = [one for parent in (channel, root) for one in parent if name_of(one) in ("item", "entry")]
    items = list(dict.fromkeys(items))[:MOST]
    link = _link(channel, address)
    found = [entry for item in items if (entry := _entry(item, link or address))]
    if not found and not may_be_empty:
        raise SourceError("article.empty_feed", path=shown(source))
    return Feed(source, _text(channel, "title")[:LONGEST_NAME] or shown(source), link, tuple(found))


def article_of(entry: Entry, feed: Feed) -> Article:
    """The article that a feed brings along itself.

    Raises:
        SourceError: if it brings none.
    """
    from newsreader.article.readers.html import page

    head = f"<title>{escape(entry.title)}</title><meta property='og:site_name' content='{escape(feed.title)}'>"
    if entry.author:
        head += f"<meta name=author content='{escape(entry.author)}'>"
    if entry.published:
        head += f"<meta property='article:published_time' content='{entry.published.isoformat()}'>"
    body = entry.content or f"<p>{escape(entry.summary)}</p>"
    html = (
        f"<html lang=de><head>{head}</head><body><article><h1>{escape(entry.title)}</h1>{body}</article></body></html>"
    )
    source = entry.link or source_in_feed(feed.source, entry.id)
    return page.read(html.encode("utf-8", "replace"), source, address=entry.link)


def _entry(item: etree._Element, base: str | None) -> Entry | None:
    title, link = _text(item, "title"), _link(item, base)
    content = _markup(item, "encoded") or _markup(item, "content")
    description = _markup(item, "description") or _markup(item, "summary")
    summary = _plain(description or content)
    identifier = _text(item, "guid") or _text(item, "id")
    if link is None and identifier:
        link = absolute(identifier, None)
    if not (title or summary):
        return None
    return Entry(
        title=title[:LONGEST_NAME] or summary[:100],
        link=link,
        published=next(_moments(item), None),
        author=_author(item)[:LONGEST_NAME],
        summary=summary[:LONGEST_TEXT],
        content=content or (description if "<p" in description.lower() else ""),
        id=(identifier or link or title)[:LONGEST_NAME],
    )


def _moments(item: etree._Element) -> Iterator[datetime]:
    for name in ("pubdate", "published", "issued", "date", "updated", "modified"):
        if found := moment(_text(item, name)):
            yield found


def _author(item: etree._Element) -> str:
    for child in item:
        if name_of(child) == "author" and (name := _text(child, "name")):
            return name
    told = _text(item, "creator") or _text(item, "author")
    # RSS wants "anna@example.org (Anna Beck)".
    match = re.fullmatch(r"\S+@\S+\s*\((.{1,100})\)", told)
    return match[1] if match else "" if "@" in told else told


def _link(element: etree._Element, base: str | None) -> str | None:
    """The address of a feed or entry: Atom's alternate link, or RSS's."""
    for child in element:
        if name_of(child) != "link":
            continue
        href = child.get("href")
        if href is None:
            target = "".join(child.itertext())
        elif child.get("rel", "alternate") == "alternate":
            target = href
        else:
            continue
        if target.strip() and (found := absolute(target, base)):
            return found
    return None


def _text(element: etree._Element, name: str) -> str:
    return _plain(_markup(element, name))


def _markup(element: etree._Element, name: str) -> str:
    """What stands in a child, as HTML: escaped, in CDATA, or as elements of XHTML."""
    for child in element:
        if name_of(child) != name:
            continue
        if len(child):
            return "".join(etree.tostring(one, encoding="unicode", with_tail=True) for one in child) or ""
        if child.text:
            return child.text
    return ""


def _plain(markup: str) -> str:
    return clean(unescape(_TAGS.sub(" ", unescape(markup)) if "<" in markup or "&" in markup else markup))
