"""Feeds: RSS in all its versions and Atom (RFC 4287), read as a list of articles that can be opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from newsreader.article.readers.html.links import absolute
from newsreader.article.readers.html.moments import moment
from newsreader.article.readers.html.parsing import clean
from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newsreader.article.model import Article

MOST = 2000
"""entries that are listed of a feed"""
_SNIFFED = 2048
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*"
    rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(\w{2,32});")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_TAGS = re.compile(r"<[^<>]{1,2000}>")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")


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


def parse(data: bytes, source: str, *, charset: str | None = None, address: str | None = None) -> Feed:
    """Reads a feed. Its entities are never expanded beyond HTML's own names, and nothing is loaded from elsewhere.

    Args:
        data: the whole feed.
        source: path or address as the user gave it.
        charset: the encoding that the server named.
        address: where it was found, which its links are relative to.

    Raises:
        SourceError: if it is none, or is broken before its first entry.
    """
    root = _root(data, charset)
    if root is None or _name(root) not in ("rss", "feed", "rdf"):
        raise SourceError("article.broken_feed", path=shown(source))
    channel = next((child for child in root if _name(child) == "channel"), root)
    items = [one for parent in (channel, root) for one in parent if _name(one) in ("item", "entry")]
    items = list(dict.fromkeys(items))[:MOST]
    link = _link(channel, address)
    found = [entry for item in items if (entry := _entry(item, link or address))]
    if not found:
        raise SourceError("article.empty_feed", path=shown(source))
    return Feed(source, _text(channel, "title") or shown(source), link, tuple(found))


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
    return page.read(html.encode("utf-8", "replace"), entry.link or feed.source, address=entry.link)


def _root(data: bytes, charset: str | None) -> etree._Element | None:
    text = _decoded(data, charset)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(_ENTITY.sub(_character, text).encode("utf-8", "replace"), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _decoded(data: bytes, charset: str | None) -> str:
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    declared = _DECLARED.match(data)
    for encoding in ("utf-8", charset, declared[1].decode("ascii") if declared else None, "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def _character(match: re.Match[str]) -> str:
    """An entity of HTML as its character; XML's own, and those of the feed, stay."""
    name = match[1]
    return match[0] if name in _XML_ENTITIES else html5.get(f"{name};", match[0])


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
        title=title or summary[:100],
        link=link,
        published=next(_moments(item), None),
        author=_author(item),
        summary=summary,
        content=content or (description if "<p" in description.lower() else ""),
        id=identifier or link or title,
    )


def _moments(item: etree._Element) -> Iterator[datetime]:
    for name in ("pubdate", "published", "issued", "date", "updated", "modified"):
        if found := moment(_text(item, name)):
            yield found


def _author(item: etree._Element) -> str:
    for child in item:
        if _name(child) == "author" and (name := _text(child, "name")):
            return name
    told = _text(item, "creator") or _text(item, "author")
    # RSS wants "anna@example.org (Anna Beck)".
    match = re.fullmatch(r"\S+@\S+\s*\((.{1,100})\)", told)
    return match[1] if match else "" if "@" in told else told


def _link(element: etree._Element, base: str | None) -> str | None:
    """The address of a feed or entry: Atom's alternate link, or RSS's."""
    for child in element:
        if _name(child) != "link":
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


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return str(element.tag).rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def _text(element: etree._Element, name: str) -> str:
    return _plain(_markup(element, name))


def _markup(element: etree._Element, name: str) -> str:
    """What stands in a child, as HTML: escaped, in CDATA, or as elements of XHTML."""
    for child in element:
        if _name(child) != name:
            continue
        if len(child):
            return "".join(etree.tostring(one, encoding="unicode", with_tail=True) for one in child) or ""
        if child.text:
            return child.text
    return ""


def _plain(markup: str) -> str:
    return clean(unescape(_TAGS.sub(" ", unescape(markup)) if "<" in markup or "&" in markup else markup))
