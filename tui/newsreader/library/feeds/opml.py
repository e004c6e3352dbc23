"""Lists of subscriptions in OPML 2.0 (http://opml.org/spec2.opml), which feed readers exchange."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import format_datetime
from typing import TYPE_CHECKING

from lxml import etree

from newsreader.article.fetching.addresses import checked
from newsreader.article.readers.html.links import absolute
from newsreader.article.readers.html.parsing import clean
from newsreader.article.readers.xml import name_of, root_of
from newsreader.article.shown import shown
from newsreader.errors import FeedError, FetchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

MOST = 5000
"""feeds that are read from a list"""
DEEPEST = 20
"""folders in folders; those further in are one with the last"""
LONGEST = 300
"""code points of a name"""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""characters that XML cannot hold (XML 1.0, 2.2)"""

Folder = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list.

    Attributes:
        address: of the feed.
        title: what it is called; "" where the list does not say.
        site: the address of the site that it belongs to, None where the list does not say.
        folder: the names of the folders that it is in, the outermost first.
    """

    address: str
    title: str = ""
    site: str | None = None
    folder: Folder = ()


@dataclass(frozen=True, slots=True)
class Outlines:
    """A list that was read.

    Attributes:
        feeds: its feeds in order, each once.
        left_out: addresses in it that are none of the web.
    """

    feeds: tuple[Outline, ...]
    left_out: tuple[str, ...] = ()


def read(path: Path) -> Outlines:
    """Read a list from a file.

    Raises:
        FeedError: if it cannot be read, is none, or names no feed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FeedError("feeds.list_unreadable", path=shown(str(path)), reason=error.strerror or error) from error
    return parse(data, str(path))


def parse(data: bytes, source: str) -> Outlines:
    """Read a list. A feed that it names twice is in the folder that comes first.

    Args:
        data: the file.
        source: its name, for messages.

    Raises:
        FeedError: if it is none, or names no feed.
    """
    root = root_of(data)
    if root is None or name_of(root) != "opml":
        raise FeedError("feeds.no_opml", path=shown(source))
    found: dict[str, Outline] = {}
    left_out: dict[str, None] = {}
    for outline, folder in _outlines(root):
        told = _attributes(outline)
        address = told.get("xmlurl", "")
        if not address or told.get("type", "rss").lower() in ("link", "include"):
            continue
        try:
            address = checked(plain_scheme(address))
        except FetchError:
            left_out[shown(address)[:LONGEST]] = None
            continue
        # Programs put the address where there is no title.
        title = name if (name := _name(told)) not in (address, told["xmlurl"]) else ""
        one = Outline(address, title, absolute(told.get("htmlurl", ""), None), folder or _category(told))
        found.setdefault(address, one)
        if len(found) >= MOST:
            break
    if not (found or left_out):
        raise FeedError("feeds.empty_opml", path=shown(source))
    return Outlines(tuple(found.values()), tuple(left_out))


def dump(feeds: Iterable[Outline], title: str, at: datetime) -> bytes:
    """Write a list, as a file in UTF-8.

    Args:
        feeds: what is in it, in order; a folder stands where its first feed does.
        title: what the list is called.
        at: when it was made, with zone.
    """
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = _fit(title)
    etree.SubElement(head, "dateCreated").text = format_datetime(at)
    folders: dict[Folder, etree._Element] = {(): etree.SubElement(root, "body")}
    for feed in feeds:
        name = _fit(feed.title or feed.address)
        row = {"text": name, "title": name, "type": "rss", "xmlUrl": _fit(feed.address)}
        if feed.site:
            row["htmlUrl"] = _fit(feed.site)
        etree.SubElement(_opened(feed.folder, folders), "outline", row)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def folder_of(text: str) -> Folder:
    """The folder that a line names: "Politik / Inland" lies in "Politik"."""
    return tuple(filter(None, (clean(part)[:LONGEST] for part in text.split("/"))))[:DEEPEST]


def folder_line(folder: Folder) -> str:
    """A folder on one line."""
    return " / ".join(folder)


def _outlines(root: etree._Element) -> Iterator[tuple[etree._Element, Folder]]:
    """All outlines in order, each with the folders around it, however deep they are."""
    body = next((child for child in root if name_of(child) == "body"), root)
    rows: list[tuple[etree._Element, Folder]] = [(child, ()) for child in reversed(body)]
    while rows:
        element, folder = rows.pop()
        if name_of(element) != "outline":
            continue
        yield element, folder
        if len(element):
            inner = (*folder, name) if (name := _name(_attributes(element))) and len(folder) < DEEPEST else folder
            rows += [(child, inner) for child in reversed(element)]


def _attributes(element: etree._Element) -> Mapping[str, str]:
    """What an outline tells, under names in lower case: programs differ in how they write them."""
    return {str(key).lower(): str(value) for key, value in element.attrib.items()}


def _name(told: Mapping[str, str]) -> str:
    """The name of a feed or a folder."""
    return clean(told.get("text") or told.get("title") or "")[:LONGEST].strip()


def _category(told: Mapping[str, str]) -> Folder:
    """The folder that an outline without one names itself: the first category, "/Politik/Inland"."""
    return folder_of(told.get("category", "").split(",")[0])


def plain_scheme(address: str) -> str:
    """An address in the web that some programs write as feed:https://... or feed://..."""
    rest = re.sub(r"^\s*feed:(?=https?:)", "", address, flags=re.IGNORECASE)
    return re.sub(r"^\s*feed://", "https://", rest, flags=re.IGNORECASE)


def _opened(folder: Folder, folders: dict[Folder, etree._Element]) -> etree._Element:
    """The element of a folder, made where there is none yet."""
    for depth in range(1, len(folder) + 1):
        if folder[:depth] not in folders:
            name = _fit(folder[depth - 1])
            parent = folders[folder[: depth - 1]]
            folders[folder[:depth]] = etree.SubElement(parent, "outline", {"text": name, "title": name})
    return folders[folder]


def _fit(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
